insert into follow_up (
    interaction_id, agent_id, completed_at, customer_id, skill, queue, channel, language, customer_key, received_at,
    state, outcome, next_at, leased, lease_token, lease_owner)
select
    i.interaction_id, i.agent_id, i.completed_at, i.customer_id, i.skill, i.queue, i.channel, i.language, i.customer_key, @now,
    0, 0, case when i.leased then {lease_end} else {now} end, i.leased, i.leased::integer, case when i.leased then @owner end
from unnest(@interaction_id, @agent_id, @completed_at, @customer_id, @skill, @queue, @channel, @language, @customer_key, @leased)
    as i (interaction_id, agent_id, completed_at, customer_id, skill, queue, channel, language, customer_key, leased)
on conflict (interaction_id) do nothing
returning id, interaction_id, leased
