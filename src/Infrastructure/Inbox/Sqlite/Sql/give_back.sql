-- Left to itself the planner reads every open row by its state.
update follow_up indexed by follow_up_due set leased = 0, next_at = @now where state < 3 and leased = 1
