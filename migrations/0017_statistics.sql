-- What figures are counted from: every admission with the person as held on that day, every stage that a case entered
-- with the cell that had it then, and the views through which the rooms of figures and plans read other rooms' rows.

create table admitted (
  person_id uuid not null,
  on_day text collate "C" not null,
  province_id text not null,
  unit_id int not null,
  decided_on text collate "C",
  began_as text not null check (began_as in ('admitted', 'taken_over')),
  again boolean not null default false,
  sex text,
  born_on text collate "C",
  ethnicity text,
  youth_union boolean,
  education text,
  profession text,
  occupation text,
  official_on text collate "C",
  ended_as text,
  ended_on text collate "C",
  primary key (person_id, on_day)
);
comment on table admitted is 'Every admission to the Party, on the day of the ceremony, in the cell of that day; made with the fold of the person. What changes in a life (education, work, Youth Union) stands as it was held on that day, and is frozen; sex, birth and ethnicity as they are known now.';
comment on column admitted.on_day is 'Day of the ceremony; month- or year-only where no more is known.';
comment on column admitted.began_as is 'taken_over = found on the roll with this day, in the cell where the person was found; admitted = recorded by Nguồn.';
comment on column admitted.again is 'Admitted once more after an earlier membership known here had ended.';
comment on column admitted.official_on is 'Day on which this admission led to recognition as an official member; null = not, or not yet.';
comment on column admitted.ended_as is 'How the membership that began with this admission ended (annulled, removed, expelled, left, died, moved_out); null = it has not.';
create index admitted_day on admitted (on_day, unit_id);
create index admitted_unit on admitted (unit_id, on_day);

create table passage (
  dossier_id uuid not null,
  nth int not null,
  stage text not null,
  on_day text collate "C" not null,
  unit_id int not null,
  person_id uuid not null,
  entered boolean not null,
  closed_as text,
  primary key (dossier_id, nth)
);
comment on table passage is 'Every stage that a candidacy entered, in turn, with the day and the cell that had it that day; made with the fold of the dossier. Stages of a case taken over are here as far as their days are known.';
comment on column passage.entered is 'False: the act that leads to this stage was taken while the case stood elsewhere (a class certificate after the helper was assigned).';
comment on column passage.closed_as is 'Of stage closed: how the case ended, as dossier.closed_as.';
create index passage_day on passage (stage, on_day, unit_id);
create index passage_unit on passage (unit_id, on_day);

-- Views of events: each row one thing counted, with record_id (unique in its view), person_id, unit_id (the lowest unit
-- it counts for, on that day) and on_day; breakdown columns carry the same names everywhere.

create view stat_admission as
select person_id::text || '.' || on_day as record_id, person_id, unit_id, on_day, province_id, decided_on, began_as, again,
       sex, born_on, ethnicity, youth_union, education, profession, occupation, official_on, ended_as, ended_on
from admitted;
comment on view stat_admission is 'Admissions (kết nạp), by day of the ceremony; breakdowns as held on that day.';

create view stat_passage as
select dossier_id, nth, stage, on_day, unit_id, person_id, closed_as from passage where entered;
comment on view stat_passage is 'Stages that candidacies entered, in turn (nth), with day and cell of that day.';

create view stat_sourcing as
select first.dossier_id::text as record_id, first.dossier_id, first.person_id, first.unit_id, first.on_day,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation
from passage as first left join person on person.id = first.person_id
where first.stage = 'listed' and not exists (
  select from passage as earlier
  where earlier.dossier_id = first.dossier_id and earlier.stage = 'listed' and earlier.nth < first.nth);
comment on view stat_sourcing is 'Candidates put on the list of sympathisers (tạo nguồn), each case once, the first time; breakdowns as known now.';

create view stat_class as
select first.dossier_id::text as record_id, first.dossier_id, first.person_id, first.unit_id, first.on_day,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation
from passage as first left join person on person.id = first.person_id
where first.stage = 'class_certified' and not exists (
  select from passage as earlier
  where earlier.dossier_id = first.dossier_id and earlier.stage = 'class_certified' and earlier.nth < first.nth);
comment on view stat_class is 'Candidates who got the certificate of the awareness class (bồi dưỡng nhận thức), each case once, the first time.';

create view stat_recognition as
select membership.person_id::text || '.' || membership.from_on as record_id, membership.person_id, membership.unit_id,
       membership.from_on collate "C" as on_day,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation
from membership left join person on person.id = membership.person_id
where membership.kind = 'official' and membership.began_as = 'recognised';
comment on view stat_recognition is 'Recognitions as official members (công nhận chính thức), by the day from which they hold.';

create view stat_introduction as
select said.dossier_id::text || '.' || said.unit_id as record_id, said.dossier_id, dossier.person_id, said.unit_id,
       said.on_day, dossier.unit_id as cell_id, person.sex, person.born_on, person.ethnicity, person.youth_union,
       person.education, person.profession, person.occupation
from (select dossier_id, unit_id, min(happened_on collate "C") as on_day from introduction
      where unit_id is not null and happened_on is not null group by dossier_id, unit_id) as said
join dossier on dossier.id = said.dossier_id left join person on person.id = dossier.person_id;
comment on view stat_introduction is 'Persons introduced by mass organisations (giới thiệu), each person once for each organisation, on the first day; unit_id = the organisation, cell_id = the cell that has the case.';

create index membership_recognised on membership ((from_on collate "C"), unit_id)
  where kind = 'official' and began_as = 'recognised';

-- Views of what stands.

create view stat_member as
select membership.person_id::text || '.' || membership.from_on || '.' || membership.kind as record_id,
       membership.person_id, membership.unit_id, membership.kind, membership.from_on collate "C" as from_on,
       membership.to_on collate "C" as to_on, membership.began_as, membership.ended_as,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation
from membership left join person on person.id = membership.person_id;
comment on view stat_member is 'Memberships [from_on, to_on) with who is meant; breakdowns as known now.';

create view stat_candidate as
select dossier.id, dossier.person_id, dossier.unit_id, dossier.stage, dossier.stage_on, dossier.opened_on,
       dossier.paused_on is not null as paused, dossier.returned_on,
       coalesce((select array_agg(chosen.year order by chosen.year) from chosen where chosen.dossier_id = dossier.id),
                '{}') as chosen_for_years
from dossier
where dossier.closed_as is null and dossier.phase in ('source', 'dossier', 'approval');
comment on view stat_candidate is 'Candidacies that are open and not yet admitted, as they stand now; chosen_for_years = years for which the cell chose the person by resolution.';

create view stat_survey as
select unit_id, year, people, counts, surveyed_on from survey;
comment on view stat_survey is 'What each cell counted of its source for a year: different people, and people by source group.';

-- Data that are here already get their rows at the next start, from the ledger, by the same fold as always.
insert into setting (key, value)
select 'fold_again', '["person", "dossier"]' where exists (select from ledger)
on conflict (key) do update set value = setting.value || excluded.value;
