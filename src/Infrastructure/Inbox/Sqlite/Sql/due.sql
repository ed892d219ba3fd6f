select {columns} from follow_up where state < 3 and next_at <= @now order by next_at limit @max
