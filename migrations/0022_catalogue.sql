-- Rows of the further figures of the catalogue. They are read whole, by the process that counts in memory, and follow the
-- shape of 0017: unit_id and on_day, or from_on and to_on; breakdown columns carry the same names everywhere.

create or replace view stat_member as
select membership.person_id::text || '.' || membership.from_on || '.' || membership.kind as record_id,
       membership.person_id, membership.unit_id, membership.kind, membership.from_on collate "C" as from_on,
       membership.to_on collate "C" as to_on, membership.began_as, membership.ended_as,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation, person.political_theory
from membership left join person on person.id = membership.person_id;

-- Acts that stand: nothing corrects or withdraws them, and the import that brought them was not undone.
create view stat_act as
select act.client_id, act.position, act.kind, act.happened_on collate "C" as happened_on, act.unit_id, act.person_id, act.data
from ledger as act
where not exists (select from ledger as later where later.names = act.client_id)
  and (act.batch is null
       or not exists (select from ledger as undone where undone.kind = 'batch.undone' and undone.names = act.batch));
comment on view stat_act is 'Entries of the ledger in force, for views of figures that need what no current row keeps.';

-- Where one stretch of membership ends and the next begins on the same day by a move or a recognition, the person stays:
-- nothing happens in the same unit, and between two units there is a pair of moves. So the movements of any units between
-- two days are exactly the difference of their members.
create view stat_movement as
select event.person_id, event.unit_id, event.other_id, event.on_day, event.term,
       case when event.term = 'removed' then
         (select act.data ->> 'reason' from stat_act as act
          where act.person_id = event.person_id and act.kind = 'member.removed' and act.happened_on = event.on_day
          order by act.position desc limit 1) end as reason,
       event.kind, person.sex, person.born_on, person.ethnicity, person.youth_union, person.education,
       person.profession, person.occupation, person.political_theory
from (
  select part.person_id, part.unit_id, part.kind, change.*
  from (
    select person_id, unit_id, kind, from_on collate "C" as from_on, to_on collate "C" as to_on, began_as, ended_as,
           lag(unit_id) over life as unit_before,
           coalesce(lag(ended_as) over life in ('moved', 'recognised') and lag(to_on) over life = from_on, false) as stayed,
           lead(unit_id) over life as unit_after,
           coalesce(ended_as in ('moved', 'recognised') and lead(from_on) over life = to_on, false) as stays
    from membership
    window life as (partition by person_id order by from_on collate "C", to_on collate "C" nulls last)
  ) as part
  cross join lateral (
    select part.from_on as on_day, case when part.stayed then part.unit_before end as other_id,
           case when part.stayed then 'moved_in'
                when part.began_as in ('admitted', 'restored', 'moved_in') then part.began_as
                when exists (select from admitted where admitted.person_id = part.person_id and admitted.on_day = part.from_on)
                  then 'admitted'
                else 'found' end as term
    where not (part.stayed and part.unit_before = part.unit_id)
    union all
    select part.to_on, case when part.stays then part.unit_after end,
           case when part.stays then 'moved_out'
                when part.ended_as in ('moved_out', 'died', 'removed', 'expelled', 'left', 'annulled') then part.ended_as
                else coalesce(
                  (select admitted.ended_as from admitted
                   where admitted.person_id = part.person_id and admitted.ended_on = part.to_on limit 1),
                  (select gone.ended_as from person as gone where gone.id = part.person_id and gone.ended_on = part.to_on),
                  'moved_out') end
    where part.to_on is not null and not (part.stays and part.unit_after = part.unit_id)
  ) as change
) as event
left join person on person.id = event.person_id;
comment on view stat_movement is 'Each time somebody enters or leaves the roll of a unit: term, day, the unit, and the other unit of a move inside Nguồn (other_id); breakdowns as known now.';

create view stat_stage as
select held.dossier_id, held.person_id, held.unit_id, held.stage, held.from_on, held.to_on,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation
from (
  select dossier_id, person_id, unit_id, stage, on_day as from_on,
         lead(on_day) over (partition by dossier_id order by nth) as to_on
  from passage where entered
) as held
left join person on person.id = held.person_id
where held.stage in ('nominated', 'listed', 'class_certified', 'helped', 'permitted', 'papers_ready', 'verifying',
                     'verified', 'cell_voted', 'base_voted', 'decided');
comment on view stat_stage is 'Where each candidacy stood before admission, [from_on, to_on), with the cell that had it when it entered the stage.';

create view stat_due_recognition as
select made.person_id, made.unit_id, made.due_on as on_day,
       case when made.official_on is not null and left(made.official_on, length(made.due_on)) <= made.due_on then 'in_time'
            when made.official_on is not null then 'late'
            when made.ended_as is not null then 'not_recognised'
            else 'pending' end as outcome,
       made.sex, made.born_on, made.ethnicity, made.youth_union, made.education, made.profession, made.occupation
from (
  select admitted.*, case length(on_day)
           when 10 then to_char(on_day::date + interval '1 year', 'YYYY-MM-DD')
           when 7 then (left(on_day, 4)::int + 1)::text || substr(on_day, 5)
           else (on_day::int + 1)::text end collate "C" as due_on
  from admitted
) as made
where made.official_on is not null or made.ended_as is null or made.ended_as not in ('moved_out', 'died')
   or left(made.ended_on, length(made.due_on)) >= made.due_on;
comment on view stat_due_recognition is 'Admissions whose twelve months of probation end on that day, in the cell that admitted, and what is known now of the recognition; whoever moved away or died before is not due.';

create view stat_guest as
select began.person_id, (began.data ->> 'toUnitId')::int as unit_id, began.happened_on as from_on,
       (select min(later.happened_on) from stat_act as later
        where later.person_id = began.person_id
          and (later.happened_on > began.happened_on
               or later.happened_on = began.happened_on and later.position > began.position)
          and later.kind in ('member.temporary_began', 'member.temporary_ended', 'member.moved_out', 'member.died',
                             'member.removed', 'member.expelled', 'member.left', 'member.annulled')) as to_on,
       person.sex, person.born_on, person.ethnicity, person.youth_union, person.education, person.profession,
       person.occupation, person.political_theory
from stat_act as began join person on person.id = began.person_id
where began.kind = 'member.temporary_began' and began.data ->> 'toUnitId' is not null and began.happened_on is not null;
comment on view stat_guest is 'Members of another unit who take part in this one for a time (sinh hoạt tạm thời); counted as members at home only.';

create view stat_cell as
select place.unit_id as self_id, place.unit_id, place.kind as unit_kind, place.from_on collate "C" as from_on,
       place.to_on collate "C" as to_on
from unit_place as place join unit on unit.id = place.unit_id
where not unit.external and place.kind in ('base_cell', 'cell');
comment on view stat_cell is 'Cells as dated; the type is that of the tree of the day.';

create view stat_below as
select place.unit_id as self_id, place.parent_id as unit_id, place.kind as unit_kind,
       place.from_on collate "C" as from_on, place.to_on collate "C" as to_on
from unit_place as place join unit on unit.id = place.unit_id
where not unit.external and place.parent_id is not null
  and place.kind in ('district', 'upper_base', 'base_organisation', 'base_cell', 'sub_committee', 'cell');
comment on view stat_below is 'Party organisations, each counted for the one directly above it.';

create view stat_base as
select self_id, unit_id, unit_kind, from_on, to_on from stat_below where unit_kind in ('base_organisation', 'base_cell');
comment on view stat_base is 'Base organisations and base cells, each counted for the one directly above it.';

create view stat_idle_cell as
select rest.unit_id as self_id, rest.unit_id, rest.months::text as months, rest.from_on, rest.to_on
from (
  select beat.unit_id, gap.months, least(beat.next, unit.ended_on collate "C") as to_on,
         case when beat.day = '' then '' else to_char(beat.day::date + make_interval(months => gap.months), 'YYYY-MM-DD')
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
comment on view stat_idle_cell is 'Cells that admitted nobody for so many months, [from_on, to_on); a new cell counts from so many months after it was founded.';

create view stat_request as
select request.dossier_id, request.person_id, dossier.unit_id, request.sent_on as on_day, request.sent_on as from_on,
       request.answered_on collate "C" as to_on, request.purpose, request.state, request.way
from request join dossier on dossier.id = request.dossier_id;
comment on view stat_request is 'Requests for verification, in the cell that has the candidacy: the day sent, and open until answered.';
