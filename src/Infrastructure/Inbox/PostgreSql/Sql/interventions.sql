select at, kind, note from intervention where follow_up_id = @id order by id
