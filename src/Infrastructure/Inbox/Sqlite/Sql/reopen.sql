-- The new token tells an operator's stale copy of the row from the reopened one.
update follow_up
set received_at = @now, lease_token = lease_token + 1, purged_at = null, agent_id = @agent_id, completed_at = @completed_at,
    customer_id = @customer_id, skill = @skill, queue = @queue, channel = @channel, language = @language,
    customer_key = @customer_key, {progress}
where id = @id and interaction_id = @interaction_id
