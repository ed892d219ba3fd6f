update follow_up as f
set checkpoint = s.checkpoint, {progress}
from {progressed}
where f.id = s.id and f.lease_token = s.token and f.leased and f.checkpoint < s.checkpoint
returning f.id, s.checkpoint
