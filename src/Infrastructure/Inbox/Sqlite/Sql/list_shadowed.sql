select {columns} from follow_up indexed by follow_up_shadowed where outcome = 5 and id > @after order by id limit @take
