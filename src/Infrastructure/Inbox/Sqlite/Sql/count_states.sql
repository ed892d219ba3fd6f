select state, n from state_count where n > 0
