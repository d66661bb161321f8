-- Units and offices: dated rows, never edited in identity. Today's tree is also a text path.

create sequence unit_id_seq;
create sequence office_id_seq;

create table unit (
  id int primary key,
  province_id text not null,
  parent_id int,
  kind text not null,
  type text,
  name text not null,
  name_key text not null,
  code text,
  path text not null,
  depth int not null,
  founded_on text,
  ended_on text,
  external boolean not null default false,
  place_code text,
  source_key text,
  version int not null
);
comment on table unit is 'Each unit as it is now. path = ids from the top, /1/14/203/; a subtree is a prefix.';
comment on column unit.external is 'Known by name only (a superior without Nguồn); holds no records of its own.';
create index unit_path on unit (path text_pattern_ops);
create index unit_parent on unit (parent_id);
create index unit_name_key on unit (name_key text_pattern_ops);

create table unit_place (
  unit_id int not null,
  from_on text not null,
  to_on text,
  parent_id int,
  kind text not null,
  type text,
  name text not null,
  primary key (unit_id, from_on)
);
comment on table unit_place is 'Name, kind and place of a unit over time; [from_on, to_on).';

create table office (
  id int primary key,
  province_id text not null,
  unit_id int not null,
  person_id uuid not null,
  kind text not null,
  title text,
  from_on text,
  to_on text,
  named_units int[] not null default '{}',
  decision_number text,
  decision_on text,
  source_key text,
  version int not null
);
comment on table office is 'Offices held, dated [from_on, to_on); several a person; what an office may do stands in regulations/organisation.yaml.';
create index office_person on office (person_id);
create index office_unit on office (unit_id);
