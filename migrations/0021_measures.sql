-- What committees do about their targets: measures with an owner and a due day (lines of the work list), urgings with
-- receipts and answers, whether a committee wants units behind pace reminded, and the yearly rating of organisations.

alter table due drop constraint due_case_kind_check;
alter table due add constraint due_case_kind_check check (case_kind in ('dossier', 'person', 'unit', 'plan'));
alter table due add column office_id int;
comment on column due.office_id is 'The one office that has this line while it is in force; empty: every office of the kinds that answer. After it ends, its successors have it.';
comment on column due.case_id is 'uuid of a dossier, a person or a measure, or the number of a unit.';
create index due_office on due (office_id) where office_id is not null;

create table measure (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  period text not null,
  figure text,
  what text not null,
  search text not null,
  office_id int not null,
  owner_unit_id int not null,
  owner_kind text not null,
  planned_on text collate "C" not null,
  due_on text collate "C" not null,
  document_id uuid,
  state text not null check (state in ('open', 'done', 'dropped')),
  ended_on text collate "C",
  outcome text,
  ended_entry uuid,
  version int not null
);
comment on table measure is 'A measure (biện pháp) of one unit for one period: what is to be done, who has it, by when, what came of it.';
comment on column measure.what is 'Class 1: work of a unit, never words about a person.';
comment on column measure.search is 'The same without marks.';
comment on column measure.office_id is 'The office that has it; its holder of the day is the person.';
comment on column measure.outcome is 'The result of one that was done, the reason of one that was dropped.';
comment on column measure.ended_entry is 'The entry that ended it: what a withdrawal names.';
create index measure_unit on measure (unit_id, period);
create index measure_office on measure (office_id);
create index measure_document on measure (document_id) where document_id is not null;

create table urging (
  id uuid primary key,
  province_id text not null,
  entry uuid not null,
  unit_id int not null,
  office_id int,
  period text not null,
  figure text,
  words text not null,
  document_id uuid,
  answer_by text collate "C",
  sent_on text collate "C" not null,
  sent_by uuid not null,
  withdrawn_on text collate "C",
  ground text,
  version int not null
);
comment on table urging is 'What a committee wrote to units below it about a target (đôn đốc); one that was taken back stays, marked.';
comment on column urging.unit_id is 'The committee that wrote.';
create index urging_from on urging (unit_id, sent_on desc);
create index urging_document on urging (document_id) where document_id is not null;

create table urging_unit (
  urging_id uuid not null,
  unit_id int not null,
  answered_on text collate "C",
  answer text,
  answer_entry uuid,
  answered_by uuid,
  primary key (urging_id, unit_id)
);
comment on table urging_unit is 'The units an urging was written to, each with its answer in one line.';
create index urging_unit_unit on urging_unit (unit_id);

create table urging_receipt (
  urging_id uuid not null,
  unit_id int not null,
  office_id int not null,
  read_by uuid not null,
  read_at timestamptz not null,
  primary key (urging_id, unit_id, office_id)
);
comment on table urging_receipt is 'Who opened an urging, and when: the first time of each office of the unit.';

create table urging_rule (
  unit_id int primary key,
  since text not null,
  figures text[] not null
);
comment on table urging_rule is 'Committees that want the units below reminded by themselves while they are behind pace, and for which figures. A practice; it changes nobody''s state.';

create table unit_rating (
  unit_id int not null,
  year int not null,
  entry uuid not null,
  province_id text not null,
  level text not null,
  rated_on text collate "C" not null,
  as_of text not null,
  decision jsonb not null,
  document_id uuid,
  lines jsonb not null,
  version int not null,
  primary key (unit_id, year)
);
comment on table unit_rating is 'The yearly rating of an organisation with the result of its targets as it stood at the rating: numbers, day, and the entries they were counted from.';
