state = s.state, outcome = s.outcome, next_at = case when s.leased then {lease_end} else s.next_at + ({now} - @now) end, leased = s.leased,
attempts = s.attempts, form_polls = s.form_polls, look_ups = s.look_ups, tasks_found = s.tasks_found,
operator_insists = s.operator_insists, decision = s.decision, shadow_differs = s.shadow_differs, payload = s.payload, idempotency_key = s.idempotency_key,
intent_at = s.intent_at, unconfirmed_since = s.unconfirmed_since, possible_duplicate = s.possible_duplicate,
uses_fallback = s.uses_fallback, task_id = s.task_id, notification = s.notification, reason = s.reason,
settled_at = case when s.state = 3 then {now} end
