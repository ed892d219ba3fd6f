update follow_up
set intent_at = @intent_at, leased = 1, lease_token = lease_token + 1, next_at = @next_at
where id = @id
