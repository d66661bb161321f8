-- A unit that is a cell no longer has not gone without admissions as one, and a guest whose home the host cell becomes is a
-- guest no longer.

create or replace view stat_idle_cell as
select rest.unit_id as self_id, rest.unit_id, rest.months::text as months,
       greatest(rest.from_on, stretch.from_on) collate "C" as from_on, least(rest.to_on, stretch.to_on) collate "C" as to_on
from (
  select beat.unit_id, gap.months, beat.next as to_on,
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
  cross join (values (12), (24)) as gap (months)
) as rest
-- Days on which it was a cell: places that follow one another without a gap are one stretch.
join (
  select unit_id, min(from_on collate "C") as from_on, nullif(max(coalesce(to_on, 'open') collate "C"), 'open') as to_on
  from (
    select unit_id, from_on, to_on, count(*) filter (where fresh) over (partition by unit_id order by from_on collate "C") as nth
    from (
      select unit_id, from_on, to_on,
             lag(to_on) over (partition by unit_id order by from_on collate "C") is distinct from from_on as fresh
      from unit_place where kind in ('base_cell', 'cell')
    ) as place
  ) as part
  group by unit_id, nth
) as stretch on stretch.unit_id = rest.unit_id
join unit on unit.id = rest.unit_id and not unit.external
where (rest.to_on is null or rest.from_on < rest.to_on)
  and (stretch.to_on is null or rest.from_on < stretch.to_on)
  and (rest.to_on is null or stretch.from_on < rest.to_on);

create or replace view stat_guest as
select began.person_id, (began.data ->> 'toUnitId')::int as unit_id, began.happened_on as from_on,
       (select min(later.happened_on) from stat_act as later
        where later.person_id = began.person_id
          and (later.happened_on > began.happened_on
               or later.happened_on = began.happened_on and later.position > began.position)
          and (later.kind in ('member.temporary_began', 'member.temporary_ended', 'member.moved_out', 'member.died',
                              'member.removed', 'member.expelled', 'member.left', 'member.annulled')
               or later.kind = 'member.moved' and later.unit_id = (began.data ->> 'toUnitId')::int)) as to_on,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation, person.political_theory
from stat_act as began join person on person.id = began.person_id
where began.kind = 'member.temporary_began' and began.data ->> 'toUnitId' is not null and began.happened_on is not null;

update person set activity = 'regular', activity_unit_id = null where activity_unit_id = unit_id;
