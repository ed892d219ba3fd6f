update follow_up
set {progress}
where id = @id and lease_token = @token and leased = 1
