(select floor(inbox_clock())::bigint)
