unnest(
    @id, @token, @checkpoint, @state, @outcome, @next_at, @leased, @attempts, @form_polls, @look_ups, @tasks_found, @operator_insists, @decision, @shadow_differs, @payload, @idempotency_key,
    @intent_at, @unconfirmed_since, @possible_duplicate, @uses_fallback, @task_id, @notification, @reason)
    as s (
        id, token, checkpoint, state, outcome, next_at, leased, attempts, form_polls, look_ups, tasks_found, operator_insists, decision, shadow_differs, payload, idempotency_key, intent_at,
        unconfirmed_since, possible_duplicate, uses_fallback, task_id, notification, reason)
