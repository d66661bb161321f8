-- What a committee asks again every month, quarter, half-year or year, until it withdraws it.
create table report_schedule (
  id uuid primary key,
  province_id text not null,
  entry uuid not null,
  unit_id int not null,
  forms jsonb not null,
  every text not null check (every in ('month', 'quarter', 'half', 'year')),
  period text collate "C" not null,
  closes_on text collate "C" not null,
  due_on text collate "C" not null,
  units int[] not null,
  words text not null,
  document_id uuid,
  set_on text collate "C" not null,
  next_period text collate "C",
  withdrawn_on text,
  ground text,
  past jsonb not null,
  version int not null
);
comment on table report_schedule is 'Rounds of reports that are asked again every period; the next one is prepared and sent by a person';
create index report_schedule_unit on report_schedule (unit_id, set_on desc);
