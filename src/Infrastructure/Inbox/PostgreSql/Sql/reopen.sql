-- The new token tells an operator's stale copy of the row from the reopened one.
update follow_up as f
set received_at = @now, lease_token = lease_token + 1, checkpoint = 0, lease_owner = case when i.leased then @owner end, leased = i.leased,
    next_at = case when i.leased then {lease_end} else {now} end, state = 0, outcome = 0, attempts = 0, form_polls = 0, look_ups = 0, tasks_found = 0, operator_insists = false, decision = null, shadow_differs = null,
    payload = null, idempotency_key = null, intent_at = null, unconfirmed_since = null, possible_duplicate = false, uses_fallback = false,
    task_id = null, notification = 0, reason = null, settled_at = null, purged_at = null, agent_id = i.agent_id,
    completed_at = i.completed_at, customer_id = i.customer_id, skill = i.skill, queue = i.queue, channel = i.channel, language = i.language,
    customer_key = i.customer_key
from unnest(@interaction_id, @agent_id, @completed_at, @customer_id, @skill, @queue, @channel, @language, @customer_key, @leased)
    as i (interaction_id, agent_id, completed_at, customer_id, skill, queue, channel, language, customer_key, leased)
where f.interaction_id = i.interaction_id
