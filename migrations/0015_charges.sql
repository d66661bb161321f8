-- Helpers of candidacies kept before their table was there: the same rows as the fold of their acts gives. A case that is
-- still open gets its rows with the next act at the latest; one that has ended would never get them.

insert into charge (dossier_id, nth, helper_id, from_on, replaced_on, handed_over)
with recursive said (client_id, root, place) as (
  select client_id, client_id, position from ledger where stream like 'dossier:%' and names is null
  union all
  select ledger.client_id, said.root, said.place from ledger join said on ledger.names = said.client_id
), newest as (
  select distinct on (said.root) ledger.*, said.place from ledger join said using (client_id)
  where ledger.batch is null or ledger.batch not in (select names from ledger where kind = 'batch.undone')
  order by said.root, ledger.position desc
), act (stream, known_before, happened_on, place, step, helper) as (
  select stream, false, happened_on, place, data ->> 'step', data -> 'inputs' ->> 'helper' from newest
  where kind = 'dossier.act'
  union all
  select stream, true, taken.act ->> 'on', taken.nth, taken.act ->> 'step', taken.act -> 'inputs' ->> 'helper'
  from newest, jsonb_array_elements(data -> 'acts') with ordinality as taken (act, nth)
  where kind = 'dossier.taken_over'
), named as (
  select dossier.id, act.helper::uuid as helper, act.happened_on,
         row_number() over turn as turn, lag(act.helper::uuid) over turn as before
  from act join dossier on act.stream = 'dossier:' || dossier.id
  where act.helper is not null and act.step in ('assign_helper', 'replace_helper', 'helper_note')
    and not exists (select from charge where charge.dossier_id = dossier.id)
  window turn as (partition by dossier.id
    order by act.known_before desc, coalesce(act.happened_on, '') collate "C", act.place)
)
select id, row_number() over following - 1, helper, happened_on, lead(happened_on) over following, false
from named where helper is distinct from before
window following as (partition by id order by turn);
