-- A value that stays the same would not be written at all.
insert into probe (id, n) values (1, 1) on conflict (id) do update set n = probe.n + 1
