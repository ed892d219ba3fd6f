update follow_up set leased = 1, lease_token = lease_token + 1, next_at = @next_at where id = @id
