-- The same rows as purge.sql, before that is run.
delete from precedent
where follow_up_id in (
    select id from follow_up indexed by follow_up_settled
    where state = 3 and purged_at is null and settled_at < @before
    order by settled_at limit @max)
