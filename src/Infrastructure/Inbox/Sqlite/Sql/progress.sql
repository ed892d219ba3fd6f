state = @state, outcome = @outcome, next_at = @next_at, leased = @leased, attempts = @attempts, asked = @asked,
decision = @decision, shadow_differs = @shadow_differs, payload = @payload, idempotency_key = @idempotency_key, intent_at = @intent_at,
unconfirmed_since = @unconfirmed_since, possible_duplicate = @possible_duplicate, uses_fallback = @uses_fallback,
task_id = @task_id, notification = @notification, reason = @reason, settled_at = @settled_at
