select min(next_at) from follow_up where state < 3 and next_at <= @now
