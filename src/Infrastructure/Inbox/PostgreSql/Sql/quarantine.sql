update follow_up as f
set state = 4, leased = false, lease_token = f.lease_token + 1, reason = @reason
from unnest(@id, @token) as s (id, token)
where f.id = s.id and f.lease_token = s.token and f.leased
