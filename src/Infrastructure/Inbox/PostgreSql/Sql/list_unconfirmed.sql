select {columns} from follow_up where state = 1 and unconfirmed_since is not null and id > @after order by id limit @take
