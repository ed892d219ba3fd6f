select {columns} from follow_up where interaction_id = @interaction_id
