-- What was done and when stays; what somebody wrote about it goes. A purged row looks like no row that an operator has read before: hence the
-- new token. Whoever is working on the oldest ones, another host's run or a reopening, has them locked.
with old as (
    select id as old_id
    from follow_up
    where state = 3 and purged_at is null and settled_at < @before + ({now} - @now)
    order by settled_at
    limit @max
    for update skip locked
),
noted as (
    update intervention set note = '' from old where follow_up_id = old_id
),
forgotten as (
    delete from precedent using old where follow_up_id = old_id
)
update follow_up
set purged_at = {now}, lease_token = lease_token + 1, agent_id = '', completed_at = null, customer_id = null, skill = null, queue = null,
    channel = null, language = null, decision = null, payload = null, idempotency_key = null, reason = null, other_agents = null,
    customer_key = null, shadow_differs = null
from old
where id = old_id
