-- Where names come from: surveys of the source with their priority groups, review rounds of mass organisations, tasks
-- given, and who introduced whom – the last folded with each candidacy, so that no list has to read its acts.

create table survey (
  unit_id int not null,
  year int not null,
  entry uuid not null,
  province_id text not null,
  surveyed_on text not null,
  people int,
  counts jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (unit_id, year)
);
comment on table survey is 'How many people a cell counted in each source group for a year; one person may stand in several groups.';
comment on column survey.people is 'How many different people they are, where the cell counted that.';
comment on column survey.counts is 'Source group (catalogue candidate_source) → number.';

create table survey_priority (
  unit_id int not null,
  year int not null,
  entry uuid not null,
  source_groups text[] not null,
  primary key (unit_id, year)
);
comment on table survey_priority is 'Source groups that an organisation puts first in a year; they hold for everything below it.';

create table review (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  year int not null,
  opened_on text not null,
  due_on text not null,
  closed_on text,
  version int not null
);
comment on table review is 'A round in which the mass organisations below a committee go through the lists of their members by a day.';
create index review_unit on review (unit_id, due_on desc);

create table review_answer (
  review_id uuid not null,
  unit_id int not null,
  entry uuid not null,
  confirmed_on text not null,
  members_before int not null,
  members_after int not null,
  promising int not null,
  primary key (review_id, unit_id)
);
comment on table review_answer is 'What one mass organisation confirmed: members before and after going through the list, and how many are worth introducing.';

create table sourcing_task (
  id uuid primary key,
  province_id text not null,
  kind text not null check (kind in ('introduce', 'understand', 'educate')),
  unit_id int not null,
  person_id uuid,
  to_unit_id int,
  dossier_id uuid,
  given_on text not null,
  due_on text not null,
  document jsonb,
  done_on text,
  version int not null
);
comment on table sourcing_task is 'Work given with a due day: to a member (introduce somebody), or to a mass organisation (learn what its members think; help a candidate).';
comment on column sourcing_task.unit_id is 'Unit that gave it.';
create index sourcing_task_unit on sourcing_task (unit_id, due_on);
create index sourcing_task_person on sourcing_task (person_id) where person_id is not null;
create index sourcing_task_to_unit on sourcing_task (to_unit_id) where to_unit_id is not null;

create table introduction (
  dossier_id uuid not null,
  entry uuid not null,
  happened_on text,
  kind text not null check (kind in ('discovery', 'charter')),
  proposer_kind text,
  person_id uuid,
  unit_id int,
  office_id int,
  primary key (dossier_id, entry)
);
comment on table introduction is 'Every introduction that a candidacy rests on: the discovery or opinion of any body, or the introduction that the Charter asks for. Part of the fold of its dossier.';
comment on column introduction.office_id is 'Office that wrote it first.';
create index introduction_person on introduction (person_id, happened_on) where person_id is not null;
create index introduction_unit on introduction (unit_id) where unit_id is not null;

-- Candidacies kept before this table: the first introduction of each, as its standing opening says; whatever makes a
-- dossier’s row again makes these rows again, too.
insert into introduction
select dossier.id, said.client_id, said.happened_on, 'discovery', said.data -> 'inputs' ->> 'proposerKind',
       (said.data -> 'inputs' ->> 'proposer')::uuid, (said.data ->> 'proposerUnitId')::int,
       coalesce(first.office_id, said.office_id)
from dossier
join lateral (
  select * from ledger where ledger.stream = 'dossier:' || dossier.id and ledger.kind = 'dossier.opened'
  order by version desc limit 1) as said on true
left join ledger first on first.client_id = said.names;
