insert into intervention (follow_up_id, at, kind, note) values (@id, @at, @kind, @note)
