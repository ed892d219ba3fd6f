select {columns} from follow_up where interaction_id = any (@interaction_id)
