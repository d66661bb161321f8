-- Figures of classes beyond certificates, and the same days of cells without admissions reckoned with less work.

create view stat_class_place as
select place.dossier_id, place.person_id, dossier.unit_id, place.enrolled_on collate "C" as on_day,
       case when place.certificate_on is not null then 'certified'
            when place.state = 'left' then 'left'
            when place.present > 0 then 'attended'
            else 'not_yet' end as attendance,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation
from class_person as place
join class on class.id = place.class_id and class.sort = 'awareness'
join dossier on dossier.id = place.dossier_id
left join person on person.id = place.person_id
where place.enrolled_on is not null;
comment on view stat_class_place is 'Candidates enrolled in an awareness class of Nguồn, each class once, on the day of enrolling, in the cell that has the case; attendance and certificate as known now.';

create or replace view stat_idle_cell as
select rest.unit_id as self_id, rest.unit_id, rest.months::text as months, rest.from_on, rest.to_on
from (
  select beat.unit_id, gap.months, least(beat.next, unit.ended_on collate "C") as to_on,
         case when beat.day = '' then ''
              else (left(beat.day, 4)::int + gap.months / 12)::text
                   || case when right(beat.day, 5) = '02-29' then '-02-28' else substr(beat.day, 5) end
         end collate "C" as from_on
  from (
    select unit_id, day, lead(day) over (partition by unit_id order by day) as next
    from (
      select unit_id, (case length(on_day) when 10 then on_day when 7 then on_day || '-01' else on_day || '-01-01' end)
               collate "C" as day
      from admitted
      union
      select unit_id, min(case length(from_on) when 7 then from_on || '-01' when 4 then from_on || '-01-01'
               else from_on end collate "C")
      from unit_place where kind in ('base_cell', 'cell') group by unit_id
    ) as known
  ) as beat
  join unit on unit.id = beat.unit_id and not unit.external
  cross join (values (12), (24)) as gap (months)
) as rest
where rest.to_on is null or rest.from_on < rest.to_on;

create view stat_mark as
select unit_id, mark, from_on collate "C" as from_on, to_on collate "C" as to_on from unit_mark;
comment on view stat_mark is 'Marks that units carry by the day; units below them share them in the tree of the day.';
