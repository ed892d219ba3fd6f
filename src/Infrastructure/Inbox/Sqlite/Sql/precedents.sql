-- One that is parked or was discarded holds nobody back.
select f.interaction_id, p.created_at, p.score, f.task_id is not null
from precedent as p join follow_up as f on f.id = p.follow_up_id
where p.turn_key = @turn_key and p.created_at >= @since and p.follow_up_id <> @id and (f.state < 3 or (f.state = 3 and f.outcome = 1))
