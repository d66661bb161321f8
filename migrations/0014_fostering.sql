-- Following and fostering candidates: what the acts of a dossier say of helpers, notes, assessments, tasks and the
-- yearly choice, row by row, so that lists over many candidacies need not fold. Folded with the dossier, never written alone.

create table charge (
  dossier_id uuid not null,
  nth int not null,
  helper_id uuid not null,
  from_on text,
  replaced_on text,
  handed_over boolean not null default false,
  primary key (dossier_id, nth)
);
comment on table charge is 'Who helped a candidate, in turn: from the assignment until the next helper; handed_over = the note of the helper who left was written.';
create index charge_helper on charge (helper_id);

create table charge_note (
  entry uuid primary key,
  dossier_id uuid not null,
  month text not null,
  helper_id uuid,
  noted_on text,
  state text
);
comment on table charge_note is 'The monthly note of a helper: month it speaks of (YYYY-MM), how the candidate stands; its words lie in the vault.';
create index charge_note_dossier on charge_note (dossier_id, month);

create table assessment (
  entry uuid primary key,
  dossier_id uuid not null,
  year int not null,
  half text not null,
  assessed_on text,
  motive text,
  striving text,
  achievement text,
  recognised text
);
comment on table assessment is 'Half-yearly assessment by the cell: four criteria as codes of words; no points and no sum.';
create index assessment_dossier on assessment (dossier_id, year, half);

create table candidate_task (
  entry uuid primary key,
  dossier_id uuid not null,
  given_on text,
  until_on text,
  kind text,
  result text,
  done_on text
);
comment on table candidate_task is 'A task given to a candidate as a test, and its result; what the task is lies in the vault.';
create index candidate_task_dossier on candidate_task (dossier_id);

create table chosen (
  dossier_id uuid not null,
  year int not null,
  chosen_on text,
  number text,
  primary key (dossier_id, year)
);
comment on table chosen is 'The cell chose this candidate by resolution to be proposed for admission in that year.';
create index chosen_year on chosen (year);

create index dossier_closed on dossier (closed_on) where closed_as is not null;
