-- What people ask for: the times of each step, what failed on the way, the form that was read, who intervened; and how it
-- is found: by customer, agent, task, due date, and within a state by the time of receipt.
-- Of the decision, as long as its contents are kept: the number of TaskPriority, and the due date. Before the long texts: what
-- stands behind them is read through all of their pages.
alter table follow_up add column priority integer;
alter table follow_up add column due_at integer;
alter table follow_up add column form text;
alter table follow_up add column failed_attempts text;
alter table follow_up add column decided_at integer;
alter table follow_up add column task_at integer;
alter table follow_up add column notified_at integer;

-- How often a webhook came again and changed nothing. Not in follow_up: the webhook would wait for a save of its row, or a save for
-- it; and without a reference to it, whose check takes a lock there.
create table repeated_webhook (
    follow_up_id integer primary key,
    times integer not null,
    last_at integer not null
);

-- Who did it; null where that is not known.
alter table intervention add column actor text;

update follow_up
set priority = case json_extract(decision, '$.priority')
        when 'Low' then 0 when 'Normal' then 1 when 'Medium' then 2 when 'High' then 3 when 'Critical' then 4
    end,
    due_at = cast(round(unixepoch(json_extract(decision, '$.dueDate'), 'subsec') * 1000) as integer)
where json_valid(decision) and json_extract(decision, '$.priority') is not null;

create index follow_up_customer on follow_up (customer_id, received_at) where customer_id is not null;
create index follow_up_agent on follow_up (agent_id, received_at) where agent_id <> '';
-- Only of what has ended or is parked: every save of the others would write an entry into each of them.
create index follow_up_task on follow_up (task_id) where task_id is not null and state >= 3;
create index follow_up_due_date on follow_up (due_at) where due_at is not null and state >= 3;

drop index follow_up_state;
drop index follow_up_unconfirmed;
drop index follow_up_shadowed;
drop index follow_up_shadow_differs;
create index follow_up_state on follow_up (state, received_at);
create index follow_up_unconfirmed on follow_up (received_at) where state = 1 and unconfirmed_since is not null;
create index follow_up_shadowed on follow_up (received_at) where outcome = 5;
create index follow_up_shadow_differs on follow_up (received_at) where shadow_differs = 1;
