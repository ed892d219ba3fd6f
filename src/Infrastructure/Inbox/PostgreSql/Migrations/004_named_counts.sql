-- The column asked counted three things, one in each state; and that an operator insists was said by two other columns.
-- It stays, unused, for hosts of the version before, which may go on working while this one starts.
alter table follow_up
    add column form_polls bigint not null default 0,
    add column look_ups bigint not null default 0,
    add column tasks_found bigint not null default 0,
    add column operator_insists boolean not null default false;
update follow_up set tasks_found = asked where asked > 0 and task_id is not null;
update follow_up set look_ups = asked where asked > 0 and task_id is null and state = 1;
update follow_up set form_polls = asked where asked > 0 and task_id is null and state <> 1;
update follow_up set operator_insists = true where state = 1 and possible_duplicate and attempts = 0;
