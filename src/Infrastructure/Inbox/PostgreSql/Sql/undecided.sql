-- What was let through once (and is to be created again) is a precedent, not undecided.
select o.interaction_id
from follow_up as me join follow_up as o on o.customer_key = @customer_key and o.state = 0
where me.id = @id and o.customer_id = @customer_id
    and (o.received_at < me.received_at or (o.received_at = me.received_at and o.id < me.id))
    and not exists (select 1 from precedent as p where p.follow_up_id = o.id)
limit 1
