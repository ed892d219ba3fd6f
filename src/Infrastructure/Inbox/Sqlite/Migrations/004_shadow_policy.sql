-- Whether the shadow policy came to something else than the one in force: 1, or 0; null where it did not decide. Counted as if these were
-- states of their own, numbers 7 and 6.
alter table follow_up add column shadow_differs integer;
create index follow_up_shadow_differs on follow_up (id) where shadow_differs = 1;
insert into state_count (state, n) values (6, 0), (7, 0);

create trigger follow_up_compared after update of shadow_differs on follow_up when new.shadow_differs is not old.shadow_differs begin
    update state_count set n = n - 1 where state = 6 + old.shadow_differs;
    update state_count set n = n + 1 where state = 6 + new.shadow_differs;
end;

create trigger follow_up_compared_removed after delete on follow_up when old.shadow_differs is not null begin
    update state_count set n = n - 1 where state = 6 + old.shadow_differs;
end;
