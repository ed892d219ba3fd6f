select {columns} from follow_up where id = any (@id)
