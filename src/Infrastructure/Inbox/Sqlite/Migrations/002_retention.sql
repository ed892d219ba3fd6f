-- When it was settled, while it is: what retention counts from.
alter table follow_up add column settled_at integer;
-- When its contents were deleted. Its key, its outcome and its task's id stay.
alter table follow_up add column purged_at integer;

-- What was settled before this was counted begins to count now.
update follow_up set settled_at = cast(unixepoch('subsec') * 1000 as integer) where state = 3;

-- Only of rows that still hold something: the oldest is found at once, and what was purged takes no room in it.
create index follow_up_settled on follow_up (settled_at) where state = 3 and purged_at is null;
