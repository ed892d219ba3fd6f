-- One statement, so that a claim is committed whole. What others are claiming is stepped over.
-- A creation that was begun (state 1) and whose lease ended may have been sent long after its intent, but not after its lease: look-ups count
-- from here.
with due as (
    select id as due_id, next_at as due_at, leased and state = 1 as taken_over
    from follow_up
    where state < 3 and next_at <= {now}
    order by next_at
    limit @max
    for update skip locked
),
claimed as (
    update follow_up
    set leased = true, lease_token = lease_token + 1, lease_owner = @owner, checkpoint = 0, next_at = {lease_end},
        intent_at = case when taken_over then @now else intent_at end
    from due
    where id = due_id
    returning {columns}, due_at
)
select * from claimed order by due_at, id
