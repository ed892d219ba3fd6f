select {columns} from follow_up indexed by follow_up_shadow_differs where shadow_differs = 1 and id > @after order by id limit @take
