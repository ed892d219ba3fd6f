-- Several versions of this program may work on one database. Where a version stores what earlier ones would misread or
-- lose, its migration sets this to its own number (that of inbox_schema.version): hosts of earlier versions then claim no
-- work, and go on receiving.
alter table inbox_schema add column minimum_reader integer not null default 0;
