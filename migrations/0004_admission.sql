-- The road of one candidacy, its meetings, and yearly targets taken over from workbooks.

create table dossier (
  id uuid primary key,
  province_id text not null,
  person_id uuid not null,
  unit_id int not null,
  procedure text not null,
  procedure_version text not null,
  stage text not null,
  phase text not null,
  opened_on text not null,
  stage_on text,
  informed_on text,
  proposer_unit_id int,
  class_unit_id int,
  closed_as text,
  closed_on text,
  taken_over boolean not null default false,
  state jsonb not null,
  source_key text,
  version int not null
);
comment on table dossier is 'One candidacy: the fold of its ledger stream. state = the folded facts, as admission/dossier.ts defines them.';
create index dossier_person on dossier (person_id);
create index dossier_unit on dossier (unit_id, stage);
create unique index dossier_open on dossier (person_id) where closed_as is null;

create table meeting (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  held_on text not null,
  body text not null,
  number text,
  present int,
  base int,
  excluded jsonb not null default '{}',
  version int not null
);
comment on table meeting is 'The meeting that a ballot names: day, unit, who was in the base and who was left out, by ground.';
create index meeting_unit on meeting (unit_id, held_on);

create table target (
  unit_id int not null,
  year int not null,
  kind text not null,
  minimum int,
  maximum int,
  aim int,
  done int,
  primary key (unit_id, year, kind)
);
comment on table target is 'Yearly targets as the office keeps them: assigned (minimum, maximum), aim, and results of years before Nguồn.';
