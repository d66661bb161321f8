-- Lists are read from their first page on: in the order in which they are shown.

-- The work list, by due day; lines without one come last.
create index due_order on due (coalesce(due_on, '9999-12-31'), case_kind, case_id, clock, part);

-- The notices of an office, newest first; many are made in one moment.
create index notice_newest on notice (office_id, made_at desc, id desc);
create index notice_unread_newest on notice (office_id, made_at desc, id desc) where read_at is null;
