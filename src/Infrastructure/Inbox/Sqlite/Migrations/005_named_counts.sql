-- The column asked counted three things, one in each state; and that an operator insists was said by two other columns.
alter table follow_up add column form_polls integer not null default 0;
alter table follow_up add column look_ups integer not null default 0;
alter table follow_up add column tasks_found integer not null default 0;
alter table follow_up add column operator_insists integer not null default 0;
update follow_up set tasks_found = asked where asked > 0 and task_id is not null;
update follow_up set look_ups = asked where asked > 0 and task_id is null and state = 1;
update follow_up set form_polls = asked where asked > 0 and task_id is null and state <> 1;
update follow_up set operator_insists = 1 where state = 1 and possible_duplicate = 1 and attempts = 0;
alter table follow_up drop column asked;
