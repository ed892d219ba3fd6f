(select ceil(inbox_clock())::bigint + @lease)
