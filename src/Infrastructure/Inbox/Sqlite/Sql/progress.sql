state = @state, outcome = @outcome, next_at = @next_at, leased = @leased, attempts = @attempts, form_polls = @form_polls, look_ups = @look_ups,
tasks_found = @tasks_found, operator_insists = @operator_insists,
decision = @decision, shadow_differs = @shadow_differs, payload = @payload, idempotency_key = @idempotency_key, intent_at = @intent_at,
unconfirmed_since = @unconfirmed_since, possible_duplicate = @possible_duplicate, uses_fallback = @uses_fallback,
task_id = @task_id, notification = @notification, reason = @reason, settled_at = @settled_at
