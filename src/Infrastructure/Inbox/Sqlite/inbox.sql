-- The statements of the inbox, each under its name: a member of SqliteStatement.
-- {xyz} stands for the fragment xyz, which stands above it or is derived from FollowUpColumns.
-- state: 0 received, 1 creating, 2 created, 3 done, 4 parked. outcome 1: a task was created.
-- next_at: when the row is due; while it is leased, when its lease ends.
-- Tables of an earlier vocabulary: precedent holds the follow-ups that a suppression rule admitted (turn_key is the
-- customer's key), intervention the actions of operators.

-- fragment: progress
next_at = @next_at, leased = @leased, settled_at = @settled_at, {set_progress}

-- name: Begin
begin immediate

-- name: BeginReading
begin

-- name: Commit
commit

-- name: RollBack
rollback

-- name: BeginRehearsal
savepoint rehearsal

-- name: TakeRehearsalBack
rollback to rehearsal

-- name: Receive
insert into follow_up ({interaction_columns}, customer_key, received_at, state, outcome, next_at, leased, lease_token)
values ({interaction_parameters}, @customer_key, @now, 0, 0, @next_at, @leased, @leased)
on conflict (interaction_id) do nothing
returning id

-- name: Reopen
-- The new token tells an operator's stale copy of the row from the reopened one.
update follow_up
set received_at = @now, lease_token = lease_token + 1, purged_at = null, {set_interaction},
    customer_key = @customer_key, {progress}
where id = @id and interaction_id = @interaction_id

-- name: CountRepetition
insert into repeated_webhook (follow_up_id, times, last_at) values (@id, 1, @now)
on conflict (follow_up_id) do update set times = times + 1, last_at = max(last_at, excluded.last_at)

-- name: SetOtherAgents
-- Written by webhooks alone, lease or no lease: neither settling nor amending touches it.
update follow_up set other_agents = @other_agents where id = @id

-- name: FindDue
-- What this process has in hand is not claimed again, however its clock judges the lease.
select {columns} from follow_up
where state < 3 and next_at between @earliest and @now
    and not (leased = 1 and id in (select value from json_each(@in_hand))) and +id between @least and @most
order by next_at limit @max

-- name: FindProbe
-- From a chance time on, and from the oldest: a bounded number of rows is looked at.
with due as not materialized (
    select id, next_at, reason from follow_up
    where state < 3 and next_at <= @now and not (leased = 1 and id in (select value from json_each(@in_hand)))
),
chance as materialized (select min(next_at) + abs(random() % (@now - min(next_at) + 1)) as begins_at from due)
select id, next_at from (
    select * from (select * from due where next_at >= (select begins_at from chance) order by next_at limit 500)
    union all
    select * from (select * from due order by next_at limit 500)
)
order by reason is not null, random() limit 1

-- name: Lease
update follow_up
set intent_at = @intent_at, leased = 1, lease_token = lease_token + 1, next_at = @next_at
where id = @id

-- name: Quarantine
update follow_up set state = 4, leased = 0, lease_token = lease_token + 1, reason = @reason
where id = @id and lease_token = @token and leased = @leased

-- name: TakeOverAtStart
-- Left to itself the planner reads every open row by its state.
-- FollowUp.TakenOver for all rows at once: a creation that was begun may have been sent long after its intent, but not
-- after its process died. Look-ups count from here.
update follow_up indexed by follow_up_due
set leased = 0, next_at = @now, intent_at = case when state = 1 then @now else intent_at end
where state < 3 and leased = 1

-- name: Save
update follow_up
set {progress}
where id = @id and lease_token = @token and leased = 1

-- name: FindAdmitted
-- A follow-up that is parked or was discarded suppresses nothing.
select f.interaction_id, p.created_at, p.score, f.task_id is not null
from precedent as p join follow_up as f on f.id = p.follow_up_id
where p.turn_key = @turn_key and p.created_at >= @since and p.follow_up_id <> @id
    and (f.state < 3 or (f.state = 3 and f.outcome = 1))

-- name: FindUndecided
-- What was admitted once, and is to be created again, is not undecided.
select o.interaction_id
from follow_up as me
join follow_up as o indexed by follow_up_undecided on o.customer_key = @customer_key and o.state = 0
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
update follow_up
set lease_token = lease_token + 1, {progress}
where id = @id and lease_token = @token and leased = 0

-- name: AddOperatorAction
insert into intervention (follow_up_id, at, kind, note, actor) values (@id, @at, @kind, @note, @actor)

-- name: CountStates
select state, n from state_count where n > 0

-- name: CountUnconfirmed
select count(*) from follow_up indexed by follow_up_unconfirmed where state = 1 and unconfirmed_since is not null

-- name: OldestDue
select min(next_at) from follow_up where state < 3 and next_at <= @now

-- name: Probe
-- A value that stays the same would not be written at all.
insert into probe (id, n) values (1, 1) on conflict (id) do update set n = n + 1

-- fragment: purged
-- A purged row looks like no row that an operator has read before: hence the new token.
purged_at = @now, lease_token = lease_token + 1, customer_key = null, {set_purged}

-- fragment: oldest
select id from follow_up indexed by follow_up_settled
where state = 3 and purged_at is null and settled_at < @before
order by settled_at limit @max

-- name: PurgeOperatorActions
-- What operators did and when stays; what they wrote about it goes. The same rows as Purge, before that is run.
update intervention set note = ''
where follow_up_id in ({oldest})

-- name: PurgeAdmitted
-- The same rows as Purge, before that is run.
delete from precedent
where follow_up_id in ({oldest})

-- name: Purge
update follow_up
set {purged}
where id in ({oldest})

-- fragment: of_customer
select id from follow_up indexed by follow_up_customer
where customer_id = @customer and state = 3 and purged_at is null
order by received_at limit @max

-- name: ForgetOperatorActions
-- The same rows as Forget, before that is run; so the next two.
update intervention set note = ''
where follow_up_id in ({of_customer})

-- name: ForgetAdmitted
delete from precedent
where follow_up_id in ({of_customer})

-- name: AddForgetting
insert into intervention (follow_up_id, at, kind, note, actor)
select id, @at, @kind, @note, @actor from ({of_customer})

-- name: Forget
update follow_up
set {purged},
    -- One without a form would be opened again by a later webhook, which is to be a duplicate: it counts as discarded.
    outcome = case when outcome in (3, 6) then 4 else outcome end
where id in ({of_customer})

-- name: FindLastSettled
select settled_at from follow_up where state = 3 and purged_at is null order by settled_at desc limit 1

-- fragment: waits_too_long
-- Written by a wrong clock. What waits for a person, or for a search that may never be, waits as long as it is meant to.
state < 3 and next_at > @now and leased = 0 and unconfirmed_since is null and (received_at > @ahead or next_at > @latest)

-- name: FindOverlongWaits
-- Looks at every row that waits, a second for some 300,000: for a reader, not for the writer.
select id from follow_up indexed by follow_up_due where {waits_too_long} order by next_at desc limit @max

-- name: EndOverlongWaits
-- A row may have changed since it was found.
update follow_up not indexed set next_at = @now where id in (select value from json_each(@found)) and {waits_too_long}
