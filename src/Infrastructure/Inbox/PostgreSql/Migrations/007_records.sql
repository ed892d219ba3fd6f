-- What people ask for: the times of each step, what failed on the way, the form that was read, who intervened; and how it
-- is found: by customer, agent, task, due date, and within a state by the time of receipt.
alter table follow_up
    add column form text,
    add column failed_attempts text,
    add column decided_at bigint,
    add column task_at bigint,
    add column notified_at bigint,
    -- Of the decision, as long as its contents are kept: the number of TaskPriority, and the due date.
    add column priority bigint,
    add column due_at bigint;

-- How often a webhook came again and changed nothing. Not in follow_up: the webhook would wait for a save of its row, or a save for
-- it; and without a reference to it, whose check takes a lock there.
create table repeated_webhook (
    follow_up_id bigint primary key,
    times bigint not null,
    last_at bigint not null
);

-- Who did it; null where that is not known.
alter table intervention add column actor text;

-- A decision that cannot be read is left as it is.
create function decided_priority(decision text) returns bigint language plpgsql as $$
begin
    return array_position(array['Low', 'Normal', 'Medium', 'High', 'Critical'], decision::json ->> 'priority') - 1;
exception when others then
    return null;
end $$;

create function decided_due_at(decision text) returns bigint language plpgsql as $$
begin
    return round(extract(epoch from (decision::json ->> 'dueDate')::timestamptz) * 1000);
exception when others then
    return null;
end $$;

update follow_up set priority = decided_priority(decision), due_at = decided_due_at(decision) where decision like '%"priority":%';

drop function decided_priority;
drop function decided_due_at;

-- Ids have no bound in length, and entries of an index have. Only of what has ended or is parked: every save of the others
-- would write an entry into each of them.
create index follow_up_customer on follow_up (left(customer_id, 128), received_at, id) where customer_id is not null and state >= 3;
create index follow_up_agent on follow_up (agent_id, received_at, id) where agent_id <> '' and state >= 3;
create index follow_up_task on follow_up (left(task_id, 128)) where task_id is not null and state >= 3;
create index follow_up_due_date on follow_up (due_at) where due_at is not null and state >= 3;

drop index follow_up_state;
drop index follow_up_unconfirmed;
drop index follow_up_shadowed;
drop index follow_up_shadow_differs;
create index follow_up_state on follow_up (state, received_at, id);
create index follow_up_unconfirmed on follow_up (received_at, id) where state = 1 and unconfirmed_since is not null;
create index follow_up_shadowed on follow_up (received_at, id) where outcome = 5;
create index follow_up_shadow_differs on follow_up (received_at, id) where shadow_differs = 1;

-- Retention of a host of the version before knows nothing of these columns: they are contents too.
create function purge_records() returns trigger language plpgsql as $$
begin
    new.form := null;
    new.failed_attempts := null;
    new.priority := null;
    new.due_at := null;
    return new;
end $$;

create trigger follow_up_records_purged before update of purged_at on follow_up for each row
when (new.purged_at is not null)
execute function purge_records();
