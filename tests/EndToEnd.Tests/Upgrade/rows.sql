-- Follow-ups in every state, as the version of these schemas wrote them. {now} is the time of the test in Unix milliseconds.
insert into follow_up (interaction_id, agent_id, received_at, state, outcome, next_at, leased, lease_token, attempts, asked, decision, payload,
    idempotency_key, intent_at, unconfirmed_since, possible_duplicate, task_id, notification, reason) values
('received~s2~', 'agent-1', {now}, 0, 0, {now}, {false}, 0, 1, 2, null, null, null, null, null, {false}, null, 0, 'The customer has not submitted a form yet.'),
('leased~s2~', 'agent-1', {now}, 0, 0, {now}, {true}, 1, 0, 0, null, null, null, null, null, {false}, null, 0, null),
('decided~s2~', 'agent-1', {now}, 0, 0, {now}, {false}, 2, 3, 0, '{decision}', null, null, null, null, {false}, null, 0, null),
('absent~s2~', 'agent-1', {now}, 1, 0, {now}, {false}, 3, 1, 1, '{decision}', '{payload:absent~s2~}', 'key-absent', {now} - 60000, null, {false}, null, 0, null),
('present~s2~', 'agent-1', {now}, 1, 0, {now}, {false}, 3, 1, 1, '{decision}', '{payload:present~s2~}', 'key-present', {now} - 60000, null, {false}, null, 0, null),
('insisted~s2~', 'agent-1', {now}, 1, 0, {now}, {false}, 4, 0, 0, '{decision}', '{payload:insisted~s2~}', 'key-insisted', {now} - 60000, null, {true}, null, 0, null),
('held~s2~', 'agent-1', {now}, 1, 0, {now} + 86400000, {false}, 4, 1, 0, '{decision}', '{payload:held~s2~}', 'key-held', {now} - 60000, {now}, {false}, null, 0, 'Unconfirmed: x'),
('created~s2~', 'agent-1', {now}, 2, 0, {now}, {false}, 5, 0, 0, '{decision}', null, null, null, null, {false}, 'task-created', 0, null),
('several~s2~', 'agent-1', {now}, 2, 0, {now}, {false}, 5, 0, 2, '{decision}', null, null, null, null, {false}, 'task-several', 0, null),
('sending~s2~', 'agent-1', {now}, 2, 0, {now}, {false}, 5, 0, 0, '{decision}', null, null, null, null, {false}, 'task-sending', 4, null),
('done~s2~', 'agent-1', {now}, 3, 1, {now}, {false}, 6, 0, 0, '{decision}', null, null, null, null, {false}, 'task-done', 1, null),
('no-form~s2~', 'agent-1', {now}, 3, 3, {now}, {false}, 6, 0, 7, null, null, null, null, null, {false}, null, 0, 'No form came within the grace period.'),
('parked~s2~', 'agent-1', {now}, 4, 0, {now}, {false}, 6, 8, 0, null, null, null, null, null, {false}, null, 0, 'Gave up after 8 attempts: x');
