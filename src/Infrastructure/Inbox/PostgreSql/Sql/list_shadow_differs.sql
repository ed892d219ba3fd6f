select {columns} from follow_up where shadow_differs = 1 and id > @after order by id limit @take
