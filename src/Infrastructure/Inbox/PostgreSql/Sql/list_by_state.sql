select {columns} from follow_up where state = @state and id > @after order by id limit @take
