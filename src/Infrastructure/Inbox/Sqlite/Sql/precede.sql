insert into precedent (follow_up_id, turn_key, created_at, score) values (@id, @turn_key, @at, @score)
on conflict (follow_up_id) do update set turn_key = excluded.turn_key, created_at = excluded.created_at, score = excluded.score
