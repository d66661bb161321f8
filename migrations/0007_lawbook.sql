-- What this installation laid over the shipped rules and the shipped calendar.

create table provision (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  kind text not null check (kind in ('confirm', 'fill', 'stricter')),
  parameter text not null,
  from_on text not null,
  to_on text,
  value jsonb not null,
  document jsonb not null,
  clause text not null,
  decided_by text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  ended jsonb,
  version int not null
);
comment on table provision is 'A rule confirmed, filled or made stricter by a committee, for its subtree: the fold of its ledger stream.';
comment on column provision.from_on is 'First day in force, never before the day it was recorded.';
comment on column provision.to_on is 'First day without it; null while no end is set. Not after from_on: it never held.';
comment on column provision.value is 'The value laid; JSON null for a confirmation.';
comment on column provision.document is 'Number, day and body of the decision.';
comment on column provision.ended is 'The paper that ended it, when and by whom that was recorded.';
create index provision_unit on provision (unit_id);

create table calendar_edit (
  day text primary key,
  province_id text not null,
  entry uuid not null,
  effect text not null check (effect in ('off', 'work', 'plain')),
  kind text not null,
  note text not null,
  source text not null,
  status text not null check (status in ('projection', 'announced')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  version int not null
);
comment on table calendar_edit is 'One day laid over the shipped calendar, for the whole installation: the fold of its ledger stream.';
comment on column calendar_edit.effect is 'off = nobody works; work = a make-up workday; plain = the shipped row does not hold, the day is like any other of its weekday.';
