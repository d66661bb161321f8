-- Persons and memberships: the fold of the ledger and the newest fields of the vault.

create table person (
  id uuid primary key,
  province_id text not null,
  unit_id int not null,
  status text not null check (status in ('nominee', 'probationary', 'official', 'former', 'outside')),
  ended_as text,
  ended_on text,
  full_name text not null,
  name_key text not null,
  name_exact text not null,
  sort_key text collate "C" not null,
  sex text,
  born_on text,
  ethnicity text,
  education text,
  profession text,
  occupation text,
  political_theory text,
  youth_union boolean,
  card_number text,
  file_number text,
  native_place text,
  residence text,
  position text,
  admitted_on text,
  decided_on text,
  official_on text,
  exempt boolean not null default false,
  activity text not null default 'regular',
  activity_unit_id int,
  source_key text,
  version int not null
);
comment on table person is 'Each person as known now; names and fields of class 1 and 2 only, classes 3 and 4 stay sealed in the vault.';
comment on column person.status is 'outside = holds an office or an account, but is not on the roll.';
comment on column person.activity_unit_id is 'Unit where a member away takes part for the time being: listed there too, counted at home.';
comment on column person.admitted_on is 'Day of the ceremony: starts the twelve months.';
comment on column person.decided_on is 'Day of the admission decision: starts party seniority.';
create index person_activity_unit on person (activity_unit_id) where activity_unit_id is not null;
create index person_unit on person (unit_id, sort_key);
create index person_sort on person (sort_key, id);
create index person_name_key on person (name_key text_pattern_ops);
create index person_card on person (card_number) where card_number is not null;
create index person_file on person (file_number) where file_number is not null;
create index person_source on person (source_key) where source_key is not null;

create table person_word (
  suffix text not null,
  person_id uuid not null,
  primary key (person_id, suffix)
);
comment on table person_word is 'Every word suffix of the folded name: search without accents is a prefix of one of these.';
create index person_word_suffix on person_word (suffix text_pattern_ops, person_id);

create table membership (
  person_id uuid not null,
  unit_id int not null,
  kind text not null check (kind in ('probationary', 'official')),
  from_on text not null,
  to_on text,
  began_as text not null,
  ended_as text,
  primary key (person_id, from_on, kind)
);
comment on table membership is 'Where somebody was a member and as what, [from_on, to_on); from_on may be month- or year-only for taken-over rows.';
create index membership_unit on membership (unit_id, from_on, to_on);
