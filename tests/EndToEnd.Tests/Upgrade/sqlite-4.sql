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
-- When it was settled, while it is: what retention counts from.
alter table follow_up add column settled_at integer;
-- When its contents were deleted. Its key, its outcome and its task's id stay.
alter table follow_up add column purged_at integer;

-- What was settled before this was counted begins to count now.
update follow_up set settled_at = cast(unixepoch('subsec') * 1000 as integer) where state = 3;

-- Only of rows that still hold something: the oldest is found at once, and what was purged takes no room in it.
create index follow_up_settled on follow_up (settled_at) where state = 3 and purged_at is null;
-- Whose follow-up it is, for later ones of the same customer to wait until it is decided. Set only where the policy in force at receipt
-- suppresses: nobody else pays for the index.
alter table follow_up add column customer_key integer;
create index follow_up_undecided on follow_up (customer_key, received_at) where state = 0 and customer_key is not null;

-- Tasks that were let through under a policy that suppresses, which later ones of the customer are held against.
create table precedent (
    follow_up_id integer primary key,
    turn_key     text    not null,
    created_at   integer not null,
    score        text    not null
) strict;

create index precedent_turn on precedent (turn_key, created_at);

-- Those that owed a task in shadow mode (outcome 5) are counted by themselves, as if that were a state of its own, number 5.
create index follow_up_shadowed on follow_up (id) where outcome = 5;
insert into state_count (state, n) values (5, 0);
drop trigger follow_up_moved;
drop trigger follow_up_removed;

create trigger follow_up_moved after update of state, outcome on follow_up
when new.state <> old.state or (new.outcome = 5) <> (old.outcome = 5) begin
    update state_count set n = n - 1 where state = iif(old.outcome = 5, 5, old.state);
    update state_count set n = n + 1 where state = iif(new.outcome = 5, 5, new.state);
end;

create trigger follow_up_removed after delete on follow_up begin
    update state_count set n = n - 1 where state = iif(old.outcome = 5, 5, old.state);
end;
-- Whether the shadow policy came to something else than the one in force: 1, or 0; null where it did not decide. Counted as if these were
-- states of their own, numbers 7 and 6.
alter table follow_up add column shadow_differs integer;
create index follow_up_shadow_differs on follow_up (id) where shadow_differs = 1;
insert into state_count (state, n) values (6, 0), (7, 0);

create trigger follow_up_compared after update of shadow_differs on follow_up when new.shadow_differs is not old.shadow_differs begin
    update state_count set n = n - 1 where state = 6 + old.shadow_differs;
    update state_count set n = n + 1 where state = 6 + new.shadow_differs;
end;

create trigger follow_up_compared_removed after delete on follow_up when old.shadow_differs is not null begin
    update state_count set n = n - 1 where state = 6 + old.shadow_differs;
end;
pragma application_id = 1129860929;
pragma user_version = 4;
