-- The new token tells an operator's stale copy of the row from the reopened one.
update follow_up
set received_at = @now, lease_token = lease_token + 1, {progress}
where id = @id
