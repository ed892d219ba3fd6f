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
