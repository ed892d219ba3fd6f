update follow_up set state = 4, leased = 0, lease_token = lease_token + 1, reason = @reason where id = @id
