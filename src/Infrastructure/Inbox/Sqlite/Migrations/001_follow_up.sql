-- Times are Unix milliseconds in UTC. States and outcomes are the numbers of FollowUpState, FollowUpOutcome, NotificationStatus.
create table follow_up (
    id                 integer primary key,
    interaction_id     text    not null unique,
    agent_id           text    not null,
    completed_at       integer,
    customer_id        text,
    skill              text,
    queue              text,
    channel            text,
    language           text,
    received_at        integer not null,
    state              integer not null check (state between 0 and 4),
    outcome            integer not null,
    -- When it is due; while it is leased, when the lease ends: one comparison finds what can be claimed.
    next_at            integer not null,
    leased             integer not null check (leased in (0, 1)),
    lease_token        integer not null,
    attempts           integer not null default 0,
    asked              integer not null default 0,
    decision           text,
    payload            text,
    idempotency_key    text,
    intent_at          integer,
    unconfirmed_since  integer,
    possible_duplicate integer not null default 0,
    uses_fallback      integer not null default 0,
    task_id            text,
    notification       integer not null default 0,
    reason             text,
    other_agents       text
) strict;

-- "leased" rides along so that what a crash left leased is found without reading the rows.
create index follow_up_due on follow_up (next_at, leased) where state < 3;
create index follow_up_state on follow_up (state);
create index follow_up_unconfirmed on follow_up (id) where state = 1 and unconfirmed_since is not null;

create table intervention (
    id           integer primary key,
    follow_up_id integer not null,
    at           integer not null,
    kind         text    not null,
    note         text    not null
) strict;

create index intervention_follow_up on intervention (follow_up_id);

-- Counting a million rows takes a tenth of a second; health checks ask all the time.
create table state_count (
    state integer primary key,
    n     integer not null
) strict;

insert into state_count (state, n) values (0, 0), (1, 0), (2, 0), (3, 0), (4, 0);

create trigger follow_up_added after insert on follow_up begin
    update state_count set n = n + 1 where state = new.state;
end;

create trigger follow_up_moved after update of state on follow_up when new.state <> old.state begin
    update state_count set n = n - 1 where state = old.state;
    update state_count set n = n + 1 where state = new.state;
end;

create trigger follow_up_removed after delete on follow_up begin
    update state_count set n = n - 1 where state = old.state;
end;

create table probe (
    id integer primary key check (id = 1),
    n  integer not null
) strict;
