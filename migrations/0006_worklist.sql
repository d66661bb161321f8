-- What is due: one row for each open line of a case, the lines that were taken off by hand, routine work done, and the
-- private address of a calendar. No column depends on the day of reading: lateness is reckoned when a list is read.

create table due (
  line uuid not null unique,
  case_kind text collate "C" not null check (case_kind in ('dossier', 'person', 'unit')),
  case_id text collate "C" not null,
  clock text collate "C" not null,
  part text collate "C" not null,
  step text not null,
  province_id text not null,
  unit_id int not null,
  person_id uuid,
  starts_on text collate "C" not null,
  due_on text collate "C",
  extends_to text,
  count int,
  unit text not null check (unit in ('working_days', 'days', 'months')),
  nature text not null check (nature in ('duty', 'term')),
  answers text[] not null,
  ends_with text[] not null,
  confidence text not null,
  citations jsonb not null,
  primary key (case_kind, case_id, clock, part)
);
comment on table due is 'What is open and by when: folded from the ledger and the regulations in force, never edited by hand.';
comment on column due.line is 'Names the line for good, its start included: what settles it bears this id.';
comment on column due.clock is 'Days and codes compare byte by byte: lists of a province sort by them.';
comment on column due.case_id is 'uuid of a dossier or a person, or the number of a unit.';
comment on column due.part is 'A place asked for verification, the period of a routine; empty for a line that exists once.';
comment on column due.step is 'The step whose clock this is: its words are looked up in the regulations.';
comment on column due.due_on is 'Empty: the day cannot be told (a start known only in part, a value nobody knows).';
comment on column due.extends_to is 'Last day if the limit is prolonged, while that is possible and not recorded.';
comment on column due.count is 'The limit as a number of its unit.';
comment on column due.answers is 'Kinds of office that must act; empty for a term, which only ends.';
create index due_unit on due (unit_id, due_on);
create index due_person on due (person_id) where person_id is not null;

create table settlement (
  id uuid primary key,
  entry uuid not null,
  province_id text not null,
  case_kind text collate "C" not null,
  case_id text collate "C" not null,
  clock text collate "C" not null,
  part text collate "C" not null,
  starts_on text collate "C" not null,
  due_on text collate "C",
  step text not null,
  unit_id int not null,
  person_id uuid,
  how text not null check (how in ('not_applicable', 'done_outside')),
  settled_on text collate "C" not null,
  ground text,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
comment on column settlement.id is 'The line (due.line) that was taken off.';
comment on table settlement is 'Lines taken off the list by hand. A line whose start has moved since is another line and stands again.';
comment on column settlement.ground is 'Why, in words, about a unit; words about a person lie in the vault.';
create index settlement_unit on settlement (unit_id);

create table routine (
  entry uuid primary key,
  province_id text not null,
  unit_id int not null,
  step text not null,
  period text not null,
  from_on text not null,
  until_on text not null,
  happened_on text not null,
  unique (unit_id, step, period)
);
comment on table routine is 'Routine work that was done, by calendar period: 2026-11, 2026-Q4, 2026-H2, 2026.';

create table feed (
  account_id uuid not null,
  office_id int not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  primary key (account_id, office_id)
);
comment on table feed is 'Private calendar addresses, one an office of an account; only the hash of the token is kept.';
