-- A creation that was begun (state 1) and whose lease ended may have been sent long after its intent, but not after its lease: look-ups count
-- from here.
update follow_up
set intent_at = case when leased = 1 and state = 1 then @now else intent_at end, leased = 1, lease_token = lease_token + 1, next_at = @next_at
where id = @id
