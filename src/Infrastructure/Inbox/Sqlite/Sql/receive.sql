insert into follow_up (
    interaction_id, agent_id, completed_at, customer_id, skill, queue, channel, language, customer_key, received_at,
    state, outcome, next_at, leased, lease_token)
values (
    @interaction_id, @agent_id, @completed_at, @customer_id, @skill, @queue, @channel, @language, @customer_key, @now,
    0, 0, @next_at, @leased, @leased)
on conflict (interaction_id) do nothing
returning id
