-- Targets with their days: each saying of a number stands from a day until the next one. What the office told of times
-- and places that Nguồn did not keep stands apart, with the day it speaks of.

drop table target;

create table target (
  unit_id int not null,
  period text not null,
  figure text not null,
  part text not null,
  kind text not null,
  since text collate "C" not null,
  until text collate "C",
  minimum int,
  maximum int,
  mark text not null,
  share int,
  given text,
  plan uuid,
  revision int,
  entry uuid not null,
  primary key (unit_id, period, figure, part, kind, since)
);
comment on table target is 'Targets by the day from which they stand: kind assigned, registered or aim; part '''' = all of them; until = first day on which another stands. The fold of target:<unit id>.';
create index target_period on target (period, figure);

create table target_told (
  unit_id int not null,
  period text not null,
  figure text not null,
  as_of text collate "C" not null,
  value int,
  mark text not null,
  verdict text,
  parts jsonb not null,
  source text,
  document_id uuid,
  entry uuid not null,
  primary key (unit_id, period, figure, as_of)
);
comment on table target_told is 'Results and numbers of members told by the office, for times and places that Nguồn did not keep; as_of = the day they speak of. The fold of target:<unit id>.';
create index target_told_period on target_told (period, figure);

create view target_now as
select unit_id, period, figure, max(minimum) filter (where kind = 'assigned') as minimum,
       max(maximum) filter (where kind = 'assigned') as maximum,
       max(maximum) filter (where kind = 'aim') as aim
from target where until is null and part = '' group by unit_id, period, figure;
comment on view target_now is 'The whole number of each target as it stands after its last saying, one row for a unit, period and figure.';

-- Targets taken over from workbooks, as the fold of their entries makes them: the newest of a unit, year and kind.
create temporary table taken_over as
select distinct on (split_part(stream, ':', 2), data ->> 'year', data ->> 'of')
       split_part(stream, ':', 2)::int as unit_id, data ->> 'year' as year, data ->> 'of' as figure,
       coalesce((data ->> 'minimum')::int, (data ->> 'maximum')::int) as minimum,
       coalesce((data ->> 'maximum')::int, (data ->> 'minimum')::int) as maximum,
       (data ->> 'aim')::int as aim, (data ->> 'done')::int as done, client_id,
       to_char(recorded_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as recorded_on
from ledger
where kind = 'target.set'
  and not exists (select from ledger as gone where gone.names = ledger.client_id)
  and (batch is null or batch not in (select names from ledger as undone where undone.kind = 'batch.undone'))
order by split_part(stream, ':', 2), data ->> 'year', data ->> 'of', position desc;

insert into target (unit_id, period, figure, part, kind, since, minimum, maximum, mark, given, entry)
select unit_id, year, figure, '', 'assigned', year || '-01-01', minimum, maximum, 'exact', 'above', client_id
from taken_over where minimum is not null
union all
select unit_id, year, figure, '', 'aim', year || '-01-01', aim, aim, 'exact', null, client_id
from taken_over where aim is not null;

insert into target_told (unit_id, period, figure, as_of, value, mark, parts, entry)
select unit_id, year, figure, least(year || '-12-31', recorded_on), done, 'exact', '[]', client_id
from taken_over where done is not null;

drop table taken_over;
