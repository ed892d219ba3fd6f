-- The statements of the inbox, each under its name: a member of PostgreSqlStatement.
-- {xyz} stands for the fragment xyz, which stands above it or is derived from FollowUpColumns.
-- state: 0 received, 1 creating, 2 created, 3 done, 4 parked. outcome 1: a task was created.
-- next_at: when the row is due; while it is leased, when its lease ends.
-- Tables of an earlier vocabulary: precedent holds the follow-ups that a suppression rule admitted (turn_key is the
-- customer's key), intervention the actions of operators.

-- fragment: now
(select floor(inbox_clock())::bigint)

-- fragment: lease_end
(select ceil(inbox_clock())::bigint + @lease)

-- fragment: may_work
(select minimum_reader from inbox_schema) <= @generation

-- fragment: interactions
unnest({interaction_parameters}, @customer_key, @leased) as i ({interaction_columns}, customer_key, leased)

-- fragment: progressed
unnest(@id, @token, @checkpoint, @next_at, @leased, {progress_parameters})
    as s (id, token, checkpoint, next_at, leased, {progress_columns})

-- fragment: progress
next_at = case when s.leased then {lease_end} else s.next_at + ({now} - @now) end, leased = s.leased,
settled_at = case when s.state = 3 then {now} end, {set_progress},
-- For hosts of the version before: see 005_rolling_upgrade.sql.
asked = s.form_polls + s.look_ups + s.tasks_found

-- name: ConfigureConnection
-- Plans must not hang on statistics that are not there yet: every statement of ours is made to go by an index.
set enable_seqscan = off;
set enable_hashjoin = off;
set enable_mergejoin = off;
set enable_bitmapscan = off;
set enable_indexscan = on;
set enable_indexonlyscan = on;
set jit = off;
-- Statements go on where a conflicting one left off; under another level they would fail instead.
set default_transaction_isolation = 'read committed';
set default_transaction_deferrable = off;
-- default_transaction_read_only stays as it is: a provider sets it while the disk is nearly full.
-- Callers give up by themselves; a statement that they gave up must not wait for a lock any longer.
set statement_timeout = '5s';
set lock_timeout = 0;
-- Connections of the pool wait until they are needed.
set idle_session_timeout = 0;
-- A host that is frozen, or gone without a word, must not hold others back for longer than a statement may take.
set idle_in_transaction_session_timeout = '5s';
-- Only PostgreSQL 17 and later know this one.
select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout';
-- Anything less may lose commits at a crash that were answered with 200; remote_apply is more.
select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') <> 'remote_apply'

-- name: ReadDurability
select current_setting('synchronous_commit'), current_setting('fsync')

-- name: ReadEncoding
select current_setting('server_encoding'), current_database()

-- name: ReadWhetherReadOnly
select current_setting('transaction_read_only') = 'on'

-- name: FindTableUsers
select a.pid::bigint, a.application_name, extract(epoch from now() - min(a.xact_start))::bigint as seconds
from pg_locks as l join pg_class as c on c.oid = l.relation join pg_stat_activity as a on a.pid = l.pid
where l.granted and l.database = (select oid from pg_database where datname = current_database()) and a.pid <> pg_backend_pid()
    and c.relkind = 'r' and c.relname in ('follow_up', 'intervention', 'precedent', 'state_change', 'repeated_webhook', 'probe', 'inbox_schema')
    and a.xact_start is not null
group by a.pid, a.application_name
order by seconds desc
limit 3

-- name: LimitLockWaits
-- A rehearsal holds locks that webhooks wait for: it gives up rather than wait with them for others.
select set_config('lock_timeout', '250ms', true)

-- name: Receive
insert into follow_up (
    {interaction_columns}, customer_key, received_at, state, outcome, next_at, leased, lease_token, lease_owner)
select
    {interaction_columns}, customer_key, @now, 0, 0, case when w.leased then {lease_end} else {now} end, w.leased,
    w.leased::integer, case when w.leased then @owner end
from {interactions} cross join lateral (select i.leased and {may_work} as leased) as w
on conflict (interaction_id) do nothing
returning id, interaction_id, leased

-- name: FindMany
select {columns} from follow_up where interaction_id = any (@interaction_id)

-- name: FindForUpdate
select {columns} from follow_up where interaction_id = @interaction_id for update

-- name: Reopen
-- The new token tells an operator's stale copy of the row from the reopened one.
update follow_up as f
set received_at = @now, lease_token = f.lease_token + 1, checkpoint = 0,
    lease_owner = case when s.leased then @owner end, purged_at = null, {set_interaction}, customer_key = i.customer_key, {progress}
from {interactions}, {progressed}
where f.id = s.id and f.interaction_id = i.interaction_id

-- name: CountRepetitions
-- In one order everywhere: two hosts that count the same ones crosswise would wait for each other.
insert into repeated_webhook as known (follow_up_id, times, last_at)
select id, times, @now from unnest(@id, @times) as again (id, times) order by id
on conflict (follow_up_id) do update
set times = known.times + excluded.times, last_at = greatest(known.last_at, excluded.last_at)

-- name: SetOtherAgents
-- Written by webhooks alone, lease or no lease: neither settling nor amending touches it.
update follow_up set other_agents = @other_agents where id = @id

-- name: Claim
-- One statement, so that a claim is committed whole. What others are claiming is stepped over, and what this process has
-- in hand, however the database judges its lease.
-- FollowUp.TakenOver where a lease ended: a creation that was begun may have been sent long after its intent, but not
-- after its lease. Look-ups count from here.
with due as (
    select id as due_id, next_at as due_since, leased and state = 1 as taken_over
    from follow_up
    where state < 3 and next_at <= {now} and next_at >= @earliest and not (leased and id = any (@in_hand)) and {may_work}
        and id + 0 between @least and @most
    order by next_at
    limit @max
    for update skip locked
),
claimed as (
    update follow_up
    set leased = true, lease_token = lease_token + 1, lease_owner = @owner, checkpoint = 0, next_at = {lease_end},
        intent_at = case when taken_over then @now else intent_at end
    from due
    where id = due_id
    returning {columns}, due_since
)
select * from claimed order by due_since, id

-- name: FindProbe
-- From a chance time on, and from the oldest: a bounded number of rows is looked at. The index compares whole numbers only.
with chance as materialized (
    select (min(next_at) + ({now} - min(next_at)) * random())::bigint as begins_at
    from follow_up
    where state < 3 and next_at <= {now}
)
select id, next_at from (
    (
        select id, next_at, reason from follow_up
        where state < 3 and next_at <= {now} and next_at >= (select begins_at from chance)
            and not (leased and id = any (@in_hand))
        order by next_at limit 500
    )
    union all
    (
        select id, next_at, reason from follow_up
        where state < 3 and next_at <= {now} and not (leased and id = any (@in_hand))
        order by next_at limit 500
    )
) as due
order by reason is not null, random() limit 1

-- name: Quarantine
update follow_up as f
set state = 4, leased = false, lease_token = f.lease_token + 1, reason = @reason
from unnest(@id, @token) as s (id, token)
where f.id = s.id and f.lease_token = s.token and f.leased

-- name: Save
update follow_up as f
set checkpoint = s.checkpoint, {progress}
from {progressed}
where f.id = s.id and f.lease_token = s.token and f.leased and f.checkpoint < s.checkpoint
returning f.id, s.checkpoint

-- name: FindById
select {columns} from follow_up where id = any (@id)

-- name: LockSuppression
-- A host that has the lock is done in milliseconds, or is frozen. Nothing waits for a frozen one: other customers need
-- this connection too.
select set_config('lock_timeout', '250ms', true), pg_advisory_xact_lock(@lock)

-- name: FindAdmitted
-- A follow-up that is parked or was discarded suppresses nothing.
select f.interaction_id, p.created_at, p.score, f.task_id is not null
from precedent as p join follow_up as f on f.id = p.follow_up_id
where p.turn_key = @turn_key and p.created_at >= @since and p.follow_up_id <> @id
    and (f.state < 3 or (f.state = 3 and f.outcome = 1))

-- name: FindUndecided
-- What was admitted once, and is to be created again, is not undecided.
select o.interaction_id
from follow_up as me join follow_up as o on o.customer_key = @customer_key and o.state = 0
where me.id = @id and o.customer_id = @customer_id
    and (o.received_at < me.received_at or (o.received_at = me.received_at and o.id < me.id))
    and not exists (select 1 from precedent as p where p.follow_up_id = o.id)
limit 1

-- name: Admit
insert into precedent (follow_up_id, turn_key, created_at, score) values (@id, @turn_key, @at, @score)
on conflict (follow_up_id) do update
set turn_key = excluded.turn_key, created_at = excluded.created_at, score = excluded.score

-- name: Find
select {columns} from follow_up where interaction_id = @interaction_id

-- name: FindRepetitions
select times, last_at from repeated_webhook where follow_up_id = @id

-- name: FindOperatorActions
select at, kind, note, actor from intervention where follow_up_id = @id order by id

-- name: Amend
with amended as (
    update follow_up as f
    set lease_token = f.lease_token + 1, {progress}
    from {progressed}
    where f.id = s.id and f.lease_token = s.token and not f.leased and {may_work}
    returning f.id
)
insert into intervention (follow_up_id, at, kind, note, actor) select id, @at, @kind, @note, @actor from amended

-- name: ReadMinimumReader
select minimum_reader::bigint from inbox_schema

-- name: Status
select 0, state, sum(n)::bigint from state_change group by state having sum(n) > 0
union all
select 1, 0, count(*) from follow_up where state = 1 and unconfirmed_since is not null
union all
(select 2, 0, next_at from follow_up where state < 3 and next_at <= {now} order by next_at limit 1)

-- name: CompactStateCounts
-- A host that is adding up already has the rows locked. What is added meanwhile is not seen; the next time adds it up.
with taken as (
    select id from state_change order by id limit 2000 for update skip locked
),
gone as (
    delete from state_change using taken where state_change.id = taken.id returning state, n
)
insert into state_change (state, n) select state, sum(n) from gone group by state having sum(n) <> 0

-- name: Probe
-- A value that stays the same would not be written at all.
insert into probe (id, n) values (1, 1) on conflict (id) do update set n = probe.n + 1

-- fragment: purged
purged_at = {now}, lease_token = lease_token + 1, customer_key = null, {set_purged}

-- name: Purge
-- What operators did and when stays; what they wrote about it goes. A purged row looks like no row that an operator has
-- read before: hence the new token. Another host's run, or a reopening, has the rows locked that it works on.
with old as (
    select id as old_id
    from follow_up
    where state = 3 and purged_at is null and settled_at < @before + ({now} - @now)
    order by settled_at
    limit @max
    for update skip locked
),
noted as (
    update intervention set note = '' from old where follow_up_id = old_id
),
forgotten as (
    delete from precedent using old where follow_up_id = old_id
)
update follow_up
set {purged}
from old
where id = old_id

-- name: Forget
-- As Purge; the note that is added is not one of those that go.
with old as (
    select id as old_id
    from follow_up
    where left(customer_id, 128) = left(@customer, 128) and customer_id = @customer and state = 3 and purged_at is null
    order by received_at, id
    limit @max
    for update skip locked
),
noted as (
    update intervention set note = '' from old where follow_up_id = old_id
),
forgotten as (
    delete from precedent using old where follow_up_id = old_id
),
told as (
    insert into intervention (follow_up_id, at, kind, note, actor) select old_id, @at, @kind, @note, @actor from old
)
update follow_up
set {purged},
    -- One without a form would be opened again by a later webhook, which is to be a duplicate: it counts as discarded.
    outcome = case when outcome in (3, 6) then 4 else outcome end
from old
where id = old_id

-- name: FindLastSettled
select settled_at - ({now} - @now) from follow_up
where state = 3 and purged_at is null and settled_at is not null
order by settled_at desc
limit 1

-- name: EndOverlongWaits
-- Written by a wrong clock; the database's is the judge. What waits for a person, or for a search that may never be, waits
-- as long as it is meant to.
with overlong as (
    select id as overlong_id
    from follow_up
    where state < 3 and next_at > {now} and not leased and unconfirmed_since is null
        and (received_at > {now} + @ahead or next_at > {now} + @longest)
    order by next_at desc
    limit @max
    for update skip locked
)
update follow_up
set next_at = {now}
from overlong
where id = overlong_id
