-- A purged row looks like no row that an operator has read before: hence the new token.
update follow_up
set purged_at = @now, lease_token = lease_token + 1, agent_id = '', completed_at = null, customer_id = null, skill = null, queue = null,
    channel = null, language = null, decision = null, payload = null, idempotency_key = null, reason = null, other_agents = null,
    customer_key = null, shadow_differs = null
where id in (
    select id from follow_up indexed by follow_up_settled
    where state = 3 and purged_at is null and settled_at < @before
    order by settled_at limit @max)
