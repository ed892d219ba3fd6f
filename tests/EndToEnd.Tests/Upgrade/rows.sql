-- Follow-ups in every state, as the version of these schemas wrote them. {now} is the time of the test in Unix milliseconds.
insert into follow_up (interaction_id, agent_id, received_at, state, outcome, next_at, leased, lease_token, attempts, asked, decision, payload,
    idempotency_key, intent_at, unconfirmed_since, possible_duplicate, task_id, notification, reason) values
('received~s2~', 'agent-1', {now}, 0, 0, {now}, {false}, 0, 1, 2, null, null, null, null, null, {false}, null, 0, 'The customer has not submitted a form yet.'),
('waiting~s2~', 'agent-1', {now}, 0, 0, {now} + 21600000, {false}, 0, 0, 4, null, null, null, null, null, {false}, null, 0, 'The customer has not submitted a form yet.'),
('leased~s2~', 'agent-1', {now}, 0, 0, {now}, {true}, 1, 0, 0, null, null, null, null, null, {false}, null, 0, null),
('decided~s2~', 'agent-1', {now}, 0, 0, {now}, {false}, 2, 3, 0, '{decision}', null, null, null, null, {false}, null, 0, null),
('absent~s2~', 'agent-1', {now}, 1, 0, {now}, {false}, 3, 1, 1, '{decision}', '{payload:absent~s2~}', 'key-absent', {now} - 60000, null, {false}, null, 0, null),
('present~s2~', 'agent-1', {now}, 1, 0, {now}, {false}, 3, 1, 1, '{decision}', '{payload:present~s2~}', 'key-present', {now} - 60000, null, {false}, null, 0, null),
('insisted~s2~', 'agent-1', {now}, 1, 0, {now}, {false}, 4, 0, 0, '{decision}', '{payload:insisted~s2~}', 'key-insisted', {now} - 60000, null, {true}, null, 0, null),
('held~s2~', 'agent-1', {now}, 1, 0, {now} + 21600000, {false}, 4, 1, 2, '{decision}', '{payload:held~s2~}', 'key-held', {now} - 60000, {now}, {false}, null, 0, 'Unconfirmed: x'),
('leased-creating~s2~', 'agent-1', {now}, 1, 0, {now}, {true}, 4, 1, 0, '{decision}', '{payload:leased-creating~s2~}', 'key-leased', {now} - 60000, null, {false}, null, 0, null),
('created~s2~', 'agent-1', {now}, 2, 0, {now}, {false}, 5, 0, 0, '{decision}', null, null, null, null, {false}, 'task-created', 0, null),
('several~s2~', 'agent-1', {now}, 2, 0, {now}, {false}, 5, 0, 2, '{decision}', null, null, null, null, {false}, 'task-several', 0, null),
('sending~s2~', 'agent-1', {now}, 2, 0, {now}, {false}, 5, 0, 0, '{decision}', null, null, null, null, {false}, 'task-sending', 4, null),
('done~s2~', 'agent-1', {now}, 3, 1, {now}, {false}, 6, 0, 0, '{decision}', null, null, null, null, {false}, 'task-done', 1, null),
('no-task~s2~', 'agent-1', {now}, 3, 2, {now}, {false}, 6, 0, 0, '{"policy":"default","decidedAt":"2026-11-22T10:00:00Z","score":5,"reasons":["Not below 4."],"kind":"NoTask"}', null, null, null, null, {false}, null, 0, 'Not below 4.'),
('damaged~s2~', 'agent-1', {now}, 3, 1, {now}, {false}, 6, 0, 0, '{"priority":"High","dueDate":', null, null, null, null, {false}, 'task-damaged', 1, null),
('odd-date~s2~', 'agent-1', {now}, 3, 1, {now}, {false}, 6, 0, 0, '{"policy":"default","decidedAt":"2026-11-22T10:00:00Z","priority":"High","dueDate":"2026-02-30","reasons":[],"kind":"Task"}', null, null, null, null, {false}, 'task-odd', 1, null),
('suppressed~s2~', 'agent-1', {now}, 3, 2, {now}, {false}, 6, 0, 0, '{decision:suppressed}', null, null, null, null, {false}, null, 0, 'Suppressed.'),
('discarded~s2~', 'agent-1', {now}, 3, 4, {now}, {false}, 6, 0, 0, '{decision}', '{payload:discarded~s2~}', 'key-discarded', {now} - 60000, {now}, {false}, null, 0, 'Discarded by an operator.'),
('shadowed~s2~', 'agent-1', {now}, 0, 0, {now}, {false}, 6, 0, 0, '{decision}', null, null, null, null, {false}, null, 0, null),
('no-form~s2~', 'agent-1', {now}, 3, 3, {now}, {false}, 6, 0, 7, null, null, null, null, null, {false}, null, 0, 'No form came within the grace period.'),
('parked~s2~', 'agent-1', {now}, 4, 0, {now}, {false}, 6, 8, 0, null, null, null, null, null, {false}, null, 0, 'Gave up after 8 attempts: x');
-- Counted by a trigger on updates, as its run in shadow mode ended it.
update follow_up set state = 3, outcome = 5, reason = 'Shadow mode: a task of priority High would have been created.' where interaction_id = 'shadowed~s2~';
update follow_up set customer_id = 'customer-7' where interaction_id = 'done~s2~';
update follow_up set customer_id = 'customer-8' where interaction_id = 'suppressed~s2~';
-- Its task was admitted under a policy that suppresses: later ones of the customer are judged by it.
insert into precedent (follow_up_id, turn_key, created_at, score)
select id, '{turn_key}', {now} - 60000, '2' from follow_up where interaction_id = 'done~s2~';
