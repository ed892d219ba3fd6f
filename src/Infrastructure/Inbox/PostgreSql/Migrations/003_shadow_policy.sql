-- Whether the shadow policy came to something else than the one in force: 1, or 0; null where it did not decide. Counted as if these were
-- states of their own, numbers 7 and 6.
alter table follow_up add column shadow_differs bigint;
create index follow_up_shadow_differs on follow_up (id) where shadow_differs = 1;

create or replace function count_moved() returns trigger language plpgsql as $$
begin
    insert into state_change (state, n)
    select state, sum(n)
    from (
        select case when outcome = 5 then 5 else state end as state, 1 as n from after_it
        union all
        select case when outcome = 5 then 5 else state end, -1 from before_it
        union all
        select 6 + shadow_differs, 1 from after_it where shadow_differs is not null
        union all
        select 6 + shadow_differs, -1 from before_it where shadow_differs is not null
    ) as moved
    group by state having sum(n) <> 0;
    return null;
end $$;

create or replace function count_removed() returns trigger language plpgsql as $$
begin
    insert into state_change (state, n)
    select bucket, -count(*)
    from (
        select case when outcome = 5 then 5 else state end as bucket from removed
        union all
        select 6 + shadow_differs from removed where shadow_differs is not null
    ) as gone
    group by bucket;
    return null;
end $$;
