-- Whoever is at it already has the rows locked; what is being added meanwhile is not seen, and is added up the next time.
with taken as (
    select id from state_change order by id limit 2000 for update skip locked
),
gone as (
    delete from state_change using taken where state_change.id = taken.id returning state, n
)
insert into state_change (state, n) select state, sum(n) from gone group by state having sum(n) <> 0
