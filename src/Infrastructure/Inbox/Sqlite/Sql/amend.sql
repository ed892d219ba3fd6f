update follow_up
set lease_token = lease_token + 1, {progress}
where id = @id and lease_token = @token and leased = 0
