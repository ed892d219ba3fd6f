-- Hosts of the version before know one column, asked, for what is three columns since 004. While both versions work on
-- one database, each has to see what the other counted: too few look-ups would make a second task that is not marked.
-- This version writes asked as the sum of the three, of which one at most is not 0. Where asked is anything else, a host
-- of the version before wrote it, and the three follow it.
create function keep_named_counts() returns trigger language plpgsql as $$
begin
    new.tasks_found := case when new.task_id is not null then new.asked else 0 end;
    new.look_ups := case when new.task_id is null and new.state = 1 then new.asked else 0 end;
    new.form_polls := case when new.task_id is null and new.state <> 1 then new.asked else 0 end;
    return new;
end
$$;

update follow_up set asked = form_polls + look_ups + tasks_found where asked <> form_polls + look_ups + tasks_found;

create trigger follow_up_named_counts before update of asked on follow_up for each row
when (new.asked <> new.form_polls + new.look_ups + new.tasks_found)
execute function keep_named_counts();
