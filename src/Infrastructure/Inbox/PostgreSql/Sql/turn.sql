-- Whoever has it is done in milliseconds, or is frozen, and is then not waited for: other customers need this connection too.
select set_config('lock_timeout', '250ms', true), pg_advisory_xact_lock(@lock)
