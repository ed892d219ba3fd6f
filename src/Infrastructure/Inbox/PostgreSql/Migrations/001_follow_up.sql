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
