select 0, state, sum(n)::bigint from state_change group by state having sum(n) > 0
union all
select 1, 0, count(*) from follow_up where state = 1 and unconfirmed_since is not null
union all
(select 2, 0, next_at from follow_up where state < 3 and next_at <= {now} order by next_at limit 1)
