-- Whose follow-up it is, for later ones of the same customer to wait until it is decided. Set only where the policy in force at receipt
-- suppresses: nobody else pays for the index.
alter table follow_up add column customer_key bigint;
create index follow_up_undecided on follow_up (customer_key, received_at) where state = 0 and customer_key is not null;

-- Tasks that were let through under a policy that suppresses, which later ones of the customer are held against.
create table precedent (
    follow_up_id bigint primary key,
    turn_key     text   not null,
    created_at   bigint not null,
    score        text   not null
);

create index precedent_turn on precedent (turn_key, created_at);

-- Those that owed a task in shadow mode (outcome 5) are counted by themselves, as if that were a state of its own, number 5.
create index follow_up_shadowed on follow_up (id) where outcome = 5;

create or replace function count_moved() returns trigger language plpgsql as $$
begin
    insert into state_change (state, n)
    select state, sum(n)
    from (
        select case when outcome = 5 then 5 else state end as state, 1 as n from after_it
        union all
        select case when outcome = 5 then 5 else state end, -1 from before_it
    ) as moved
    group by state having sum(n) <> 0;
    return null;
end $$;

create or replace function count_removed() returns trigger language plpgsql as $$
begin
    insert into state_change (state, n)
    select bucket, -count(*) from (select case when outcome = 5 then 5 else state end as bucket from removed) as gone group by bucket;
    return null;
end $$;
