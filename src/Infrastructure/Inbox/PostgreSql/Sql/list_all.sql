select {columns} from follow_up where id > @after order by id limit @take
