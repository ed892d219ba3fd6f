update follow_up set leased = 0, next_at = @now where state < 3 and leased = 1
