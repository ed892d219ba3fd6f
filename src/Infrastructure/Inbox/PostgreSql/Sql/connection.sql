-- Plans must not hang on statistics that are not there yet: every statement of ours is made to go by an index.
set enable_seqscan = off;
set enable_hashjoin = off;
set enable_mergejoin = off;
set enable_bitmapscan = off;
set jit = off;
-- A host that is frozen, or gone without a word, must not hold others back for longer than a statement may take.
set idle_in_transaction_session_timeout = '5s';
-- Anything less may lose commits at a crash that were answered with 200; remote_apply is more.
select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') <> 'remote_apply'
