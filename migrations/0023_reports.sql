-- Reports: forms adopted by committees, rounds in which units are asked, reports with every submission, difficulties.
create table report_form (
  id text collate "C" primary key,
  province_id text not null,
  unit_id int not null,
  text text not null,
  adopted_on text not null,
  version int not null
);
comment on table report_form is 'Forms of reports that a committee adopted for itself and all below it';

create table report (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  form text collate "C" not null,
  form_title jsonb not null,
  period text collate "C" not null,
  closes_on text collate "C" not null,
  state text not null check (state in ('submitted', 'returned')),
  round_id uuid,
  due_on text collate "C",
  submitted_on text collate "C" not null,
  times int not null,
  version int not null,
  unique (unit_id, form, period, closes_on)
);
comment on table report is 'One report of a unit for a form, a period and a closing day; its newest submission';
create index report_question on report (form, period, closes_on, unit_id);
create index report_newest on report (submitted_on desc, id desc);

create table report_submission (
  report_id uuid not null,
  number int not null,
  entry uuid not null,
  position bigint not null,
  submitted_on text not null,
  submitted_at text not null,
  submitted_by uuid not null,
  round_id uuid,
  due_on text,
  body jsonb not null,
  unit_ids int[] not null,
  records jsonb,
  paper_number text,
  signed_on text not null,
  office_id int not null,
  signer_id uuid not null,
  signer_title text not null,
  signer_name text,
  capacity text not null,
  returned_on text,
  returned_by uuid,
  returned_unit_id int,
  returned_ground text,
  primary key (report_id, number)
);
comment on table report_submission is 'Every submission of a report, closed with its numbers, words and signatory';

create table report_figure (
  report_id uuid not null,
  number int not null,
  unit_id int not null,
  figure text collate "C" not null,
  from_on text collate "C" not null,
  to_on text collate "C" not null,
  condition text collate "C" not null,
  value numeric not null,
  primary key (report_id, number, figure, from_on, to_on, condition)
);
comment on table report_figure is 'Numbers of closed reports by figure and days, for whoever asks what was reported';
create index report_figure_asked on report_figure (figure, unit_id, to_on);

create table report_round (
  id uuid primary key,
  province_id text not null,
  entry uuid not null,
  unit_id int not null,
  form text collate "C" not null,
  form_title jsonb not null,
  period text collate "C" not null,
  closes_on text collate "C" not null,
  due_on text collate "C" not null,
  words text not null,
  document_id uuid,
  asked_on text collate "C" not null,
  taken_back_on text,
  ground text,
  extensions jsonb not null,
  version int not null
);
comment on table report_round is 'What a committee asked of units below it: form, period, closing day, day due';
create index report_round_asked on report_round (unit_id, asked_on desc);
create index report_round_question on report_round (form, period, closes_on);

create table report_round_unit (
  round_id uuid not null,
  unit_id int not null,
  due_on text collate "C" not null,
  primary key (round_id, unit_id)
);
comment on table report_round_unit is 'The units that a round asks, with the day each is due';
create index report_round_unit_owing on report_round_unit (unit_id);

create table difficulty (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  topic text not null,
  words text not null,
  search text not null,
  report_id uuid,
  raised_on text collate "C" not null,
  state text not null check (state in ('waiting', 'taken_up', 'answered', 'withdrawn')),
  at_unit_id int,
  outside boolean not null,
  answer text,
  answered_on text,
  answered_by uuid,
  answered_unit_id int,
  version int not null
);
comment on table difficulty is 'Difficulties written by units, where each lies now, and its answer';
create index difficulty_unit on difficulty (unit_id, raised_on desc);
create index difficulty_at on difficulty (at_unit_id, state);

create table difficulty_step (
  difficulty_id uuid not null,
  number int not null,
  step text not null,
  on_day text not null,
  unit_id int not null,
  to_unit_id int,
  recorded_by uuid not null,
  words text not null,
  primary key (difficulty_id, number)
);
comment on table difficulty_step is 'The way of a difficulty, step by step';

-- A report that is owed stands on the list of work, too.
alter table due drop constraint due_case_kind_check;
alter table due add constraint due_case_kind_check check (case_kind in ('dossier', 'person', 'unit', 'plan', 'report'));
