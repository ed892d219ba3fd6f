create table inbox_schema (version integer not null);
insert into inbox_schema values (3);
-- Times are Unix milliseconds in UTC. States and outcomes are the numbers of FollowUpState, FollowUpOutcome, NotificationStatus.
create table follow_up (
    id                 bigint generated always as identity primary key,
    interaction_id     text     not null unique,
    agent_id           text     not null,
    completed_at       bigint,
    customer_id        text,
    skill              text,
    queue              text,
    channel            text,
    language           text,
    received_at        bigint   not null,
    state              bigint   not null check (state between 0 and 4),
    outcome            bigint   not null,
    -- When it is due; while it is leased, when the lease ends: one comparison finds what can be claimed.
    next_at            bigint   not null,
    leased             boolean  not null,
    lease_token        bigint   not null,
    -- Which process holds or last held the lease; for people to read.
    lease_owner        text,
    -- The number, within its lease, of the last checkpoint: one that the network delivers late must not undo a later one.
    checkpoint         bigint   not null default 0,
    attempts           bigint   not null default 0,
    asked              bigint   not null default 0,
    decision           text,
    payload            text,
    idempotency_key    text,
    intent_at          bigint,
    unconfirmed_since  bigint,
    possible_duplicate boolean  not null default false,
    uses_fallback      boolean  not null default false,
    task_id            text,
    notification       bigint   not null default 0,
    reason             text,
    other_agents       text,
    -- When it was settled, while it is: what retention counts from.
    settled_at         bigint,
    -- When its contents were deleted. Its key, its outcome and its task's id stay.
    purged_at          bigint
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);

create index follow_up_due on follow_up (next_at) where state < 3;
create index follow_up_state on follow_up (state, id);
create index follow_up_unconfirmed on follow_up (id) where state = 1 and unconfirmed_since is not null;

-- Only of rows that still hold something: the oldest is found at once, and what was purged takes no room in it.
create index follow_up_settled on follow_up (settled_at) where state = 3 and purged_at is null;

create table intervention (
    id           bigint generated always as identity primary key,
    follow_up_id bigint not null,
    at           bigint not null,
    kind         text   not null,
    note         text   not null
);

create index intervention_follow_up on intervention (follow_up_id);

create table probe (
    id integer primary key check (id = 1),
    n  bigint  not null
);

-- How many rows are in each state is the sum of these changes. Counting a million rows takes too long for health checks, and a row per state
-- that every transaction updates would make all hosts wait for each other's commits. Hosts add them up into few rows from time to time.
create table state_change (
    id    bigint generated always as identity primary key,
    state bigint not null,
    n     bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create function count_added() returns trigger language plpgsql as $$
begin
    insert into state_change (state, n) select state, count(*) from added group by state;
    return null;
end $$;

create function count_moved() returns trigger language plpgsql as $$
begin
    insert into state_change (state, n)
    select state, sum(n) from (select state, 1 as n from after_it union all select state, -1 from before_it) as moved
    group by state having sum(n) <> 0;
    return null;
end $$;

create function count_removed() returns trigger language plpgsql as $$
begin
    insert into state_change (state, n) select state, -count(*) from removed group by state;
    return null;
end $$;

create trigger follow_up_added after insert on follow_up
    referencing new table as added for each statement execute function count_added();

create trigger follow_up_moved after update on follow_up
    referencing old table as before_it new table as after_it for each statement execute function count_moved();

create trigger follow_up_removed after delete on follow_up
    referencing old table as removed for each statement execute function count_removed();

-- The clock that leases go by, the same for every host: milliseconds with their fraction.
create function inbox_clock() returns double precision language sql stable as $$
    select extract(epoch from clock_timestamp())::double precision * 1000
$$;
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
