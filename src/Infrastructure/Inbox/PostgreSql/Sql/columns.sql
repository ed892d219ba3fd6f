id, interaction_id, agent_id, completed_at, customer_id, skill, queue, channel, language, received_at,
state, outcome, next_at, leased, lease_token, attempts, form_polls, decision, payload, idempotency_key, intent_at,
unconfirmed_since, possible_duplicate, uses_fallback, task_id, notification, reason, other_agents, purged_at,
look_ups, tasks_found, operator_insists
