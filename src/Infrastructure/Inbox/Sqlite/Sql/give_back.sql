-- Left to itself the planner reads every open row by its state.
-- A creation that was begun (state 1) may have been sent long after its intent, but not after its process died: look-ups count from here.
update follow_up indexed by follow_up_due
set leased = 0, next_at = @now, intent_at = case when state = 1 then @now else intent_at end
where state < 3 and leased = 1
