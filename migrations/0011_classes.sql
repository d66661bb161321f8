-- Classes of the political centres: the plan, who is on each class and how far, and who came to which session.

create table class (
  id uuid primary key,
  province_id text not null,
  centre_id int not null,
  sort text not null check (sort in ('awareness', 'new_members')),
  label text not null,
  search text not null,
  seats int not null,
  sessions jsonb not null,
  topics jsonb not null,
  cost bigint,
  completion jsonb not null,
  first_on text collate "C" not null,
  last_on text collate "C" not null,
  called_off_on text collate "C",
  plan_entry uuid not null,
  version int not null
);
comment on table class is 'A class of a political centre as planned now: the fold of its ledger stream, without anything about persons.';
comment on column class.sessions is 'Sessions in order of their days; who speaks lies in the vault under the id of the class.';
comment on column class.cost is 'Planned cost in đồng; empty where the centre does not say.';
comment on column class.completion is 'What completes the class: sessions at least (null = all), whether excused absence counts, whether a paper is marked.';
create index class_centre on class (centre_id, last_on desc);

create table class_person (
  class_id uuid not null,
  dossier_id uuid not null,
  person_id uuid not null,
  place int not null,
  state text not null check (state in ('proposed', 'sent', 'waiting', 'enrolled', 'left')),
  proposed_on text,
  sent_on text,
  letter_number text,
  letter_on text,
  enrolled_on text,
  left_on text,
  why text,
  result text,
  present int not null,
  excused int not null,
  absent int not null,
  centre_id int not null,
  certificate_year int,
  certificate_key text,
  certificate_number text,
  certificate_on text,
  certificate_until text,
  primary key (class_id, dossier_id)
);
comment on table class_person is 'Who is on a class: proposed by the cell, sent by the committee, enrolled or waiting at the centre, and the certificate.';
comment on column class_person.place is 'Order of enrolling: those who wait move up in it.';
comment on column class_person.certificate_key is 'The number without blanks and case: one number is given once a centre and year.';
create index class_person_dossier on class_person (dossier_id);
create unique index class_certificate on class_person (centre_id, certificate_year, certificate_key) where certificate_key is not null;

create table class_mark (
  class_id uuid not null,
  session int not null,
  dossier_id uuid not null,
  mark text not null check (mark in ('present', 'excused', 'absent')),
  why text,
  primary key (class_id, session, dossier_id)
);
comment on table class_mark is 'Who came to which session, and why not: codes only.';
