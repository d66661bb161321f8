-- Views that are read whole, with less work.

-- Few members ever take part elsewhere for a time; without it the ledger is read from end to end to find them.
create index ledger_temporary on ledger (person_id) where kind = 'member.temporary_began';

create or replace view stat_due_recognition as
select made.person_id, made.unit_id, made.due_on as on_day,
       case when made.official_on is not null and left(made.official_on, length(made.due_on)) <= made.due_on then 'in_time'
            when made.official_on is not null then 'late'
            when made.ended_as is not null then 'not_recognised'
            else 'pending' end as outcome,
       made.sex, made.born_on, made.ethnicity, made.youth_union, made.education, made.profession, made.occupation
from (
  select admitted.*, ((left(on_day, 4)::int + 1)::text
           || case when right(on_day, 6) = '-02-29' then '-02-28' else substr(on_day, 5) end) collate "C" as due_on
  from admitted
) as made
where made.official_on is not null or made.ended_as is null or made.ended_as not in ('moved_out', 'died')
   or left(made.ended_on, length(made.due_on)) >= made.due_on;
