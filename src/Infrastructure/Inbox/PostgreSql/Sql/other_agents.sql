-- Written by webhooks alone, lease or no lease: neither settling nor amending touches it.
update follow_up set other_agents = @other_agents where id = @id
