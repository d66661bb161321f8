-- Names that thousands bear are found, counted and put in order among their words alone: each word says where the person
-- belongs, as what, and how the name is written and sorted. Made anew: to change every row in place takes longer.
create table person_word_new (
  suffix text not null,
  person_id uuid not null,
  unit_id int not null,
  status text not null,
  sort_key text collate "C" not null,
  name_exact text not null
);
insert into person_word_new
select w.suffix, w.person_id, p.unit_id, p.status, p.sort_key, p.name_exact
from person_word w join person p on p.id = w.person_id;
drop table person_word;
alter table person_word_new rename to person_word;
alter table person_word add constraint person_word_pkey primary key (person_id, suffix);
create index person_word_suffix on person_word (suffix text_pattern_ops, person_id)
  include (unit_id, status, sort_key, name_exact);
comment on table person_word is 'Every word suffix of the folded name: search without accents is a prefix of one of these; with what a list of names is cut and put in order by.';

-- The units of a branch are read from the index alone.
drop index unit_path;
create index unit_path on unit (path text_pattern_ops) include (id);
