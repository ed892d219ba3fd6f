with amended as (
    update follow_up as f
    set lease_token = f.lease_token + 1, {progress}
    from {progressed}
    where f.id = s.id and f.lease_token = s.token and not f.leased
    returning f.id
)
insert into intervention (follow_up_id, at, kind, note) select id, @at, @kind, @note from amended
