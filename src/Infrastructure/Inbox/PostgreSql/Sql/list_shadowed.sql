select {columns} from follow_up where outcome = 5 and id > @after order by id limit @take
