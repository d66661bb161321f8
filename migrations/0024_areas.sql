-- What the place of a unit is like, the villages of a commune and the cell in which each meets, and the programmes in which
-- units take part.

create table unit_mark (
  unit_id int not null,
  mark text not null,
  from_on text not null,
  to_on text,
  entry uuid not null,
  document_id uuid,
  primary key (unit_id, mark, from_on)
);
comment on table unit_mark is 'A mark of the place (border, highland …) that a unit carries from a day on; units below it share it.';
comment on column unit_mark.to_on is 'First day on which it no longer carries it.';
comment on column unit_mark.document_id is 'The decision that says so, where it stands in the register.';

create table village (
  id uuid primary key,
  unit_id int not null,
  entry uuid not null,
  name text not null,
  kind text not null,
  from_on text not null,
  to_on text,
  version int not null
);
comment on table village is 'A village, hamlet or street block in the area of a committee.';
create index village_unit on village (unit_id);

create table village_cell (
  village_id uuid not null,
  cell_id int,
  from_on text not null,
  to_on text,
  entry uuid not null,
  full_members int,
  primary key (village_id, from_on)
);
comment on table village_cell is 'In which cell the members of a village meet from a day on; without a cell there is none for it.';
comment on column village_cell.full_members is 'Official members who live there, as counted that day; null where nobody counted.';
create index village_cell_cell on village_cell (cell_id) where cell_id is not null;

create table programme (
  id uuid primary key,
  entry uuid not null,
  province_id text not null,
  kind text not null,
  name text not null,
  unit_id int not null,
  document_id uuid,
  from_year int not null,
  to_year int,
  ended_on text,
  version int not null
);
comment on table programme is 'A pilot, model or scheme of a committee, or the strengthening of weak units, with the units that take part.';
create index programme_unit_id on programme (unit_id);

create table programme_unit (
  programme_id uuid not null,
  unit_id int not null,
  state text not null,
  on_day text not null,
  entry uuid not null,
  plan text,
  primary key (programme_id, unit_id)
);
comment on table programme_unit is 'How far a unit has come with a programme, as last recorded; earlier states stand in the ledger.';
create index programme_unit_unit on programme_unit (unit_id);
