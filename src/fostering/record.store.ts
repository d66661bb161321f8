// What became of a helper's charges, and whose charge was not recognised after probation: read for the yearly review
// of members, by those entitled, and each look is written down.
import { sql } from 'kysely';
import { mayOn, findPerson } from '../members/person.store.ts';
import { logAccess } from '../platform/audit.ts';
import { today } from '../platform/clock.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { lastStep, movingStep } from '../road/road.ts';
import { all, below, type Condition, pageOf, reached, readCursor } from './listing.store.ts';
import type { ChargeHistory, UnrecognisedList, UnrecognisedRow } from './view.ts';

/** Admitted, and ended without recognition, which is not a move to another organisation. */
const notRecognised: Condition = sql<boolean>`(dossier.state -> 'facts' ? 'ceremony.on'
  and dossier.closed_as is not null and dossier.closed_as <> all(${[lastStep, movingStep]}))`;

type Line = ChargeHistory['items'][number];

/** Every charge of one helper, as far as the reader reaches the candidacies. */
export async function readHistory(db: Db, actor: Actor, helperId: string): Promise<ChargeHistory> {
  const helper = await findPerson(db, helperId);
  if (!helper || !mayOn(actor, 'fostering.read', helper)) throw new Missing('access.missing');
  await logAccess(db, actor, { action: 'open', subject: 'helper_record', subjectId: helperId });
  await logAccess(db, actor, { action: 'open', subject: 'person', subjectId: helperId });
  const result = await sql<Line>`
    select dossier.id, person.full_name as name, charge.from_on as "fromOn",
           coalesce(charge.replaced_on, dossier.closed_on,
             case when dossier.stage = 'recognised' then dossier.stage_on end) as "toOn",
           case when charge.replaced_on is not null then 'replaced'
                when ${notRecognised} then 'not_recognised'
                when dossier.stage = 'recognised' or dossier.closed_as = ${lastStep} then 'recognised'
                when person.id is null then 'erased'
                when dossier.closed_as is not null then 'closed' else 'open' end as state,
           (select count(*) from charge_note n where n.dossier_id = dossier.id and n.helper_id = charge.helper_id) as notes
    from charge join dossier on dossier.id = charge.dossier_id join unit on unit.id = dossier.unit_id
    left join person on person.id = dossier.person_id
    where charge.helper_id = ${helperId}::uuid and ${reached(actor, 'fostering.read')}
    order by charge.from_on desc nulls last, dossier.id`.execute(db);
  return { helper: { id: helper.id, name: helper.name }, items: result.rows };
}

interface Asked {
  unit?: number | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** The look is written before the answer. */
export async function listUnrecognised(db: Db, actor: Actor, query: Asked): Promise<UnrecognisedList> {
  const unit = query.unit ?? null;
  await logAccess(db, actor, { action: 'list', subject: 'helper_record', detail: { unit } });
  const list = [reached(actor, 'fostering.read'), notRecognised, ...below(query.unit), lastCharge];
  const after = query.cursor
    ? [
        sql<boolean>`(dossier.closed_on, dossier.id) < (${readCursor(query.cursor)[0]}, ${readCursor(query.cursor)[1]}::uuid)`,
      ]
    : [];
  const result = await sql<UnrecognisedRow>`
    select charge.helper_id as "helperId", helper.full_name as "helperName", unit.name as "unitName", dossier.id,
           person.full_name as name, charge.from_on as "fromOn", dossier.closed_on as "toOn",
           dossier.closed_on as "closedOn", dossier.closed_as as "closedAs"
    from ${tables} where ${all([...list, ...after])}
    order by dossier.closed_on desc, dossier.id desc limit ${query.limit + 1}`.execute(db);
  const { shown, next } = pageOf(result.rows, query.limit, (row) => [row.closedOn ?? '', row.id]);
  return { items: shown, total: await countOf(db, list), next, asOf: today() };
}

/** Who helped when it ended answers, not who helped before. */
const lastCharge = sql<boolean>`charge.replaced_on is null`;
const tables = sql`
  charge join dossier on dossier.id = charge.dossier_id join unit on unit.id = dossier.unit_id
  join person helper on helper.id = charge.helper_id left join person on person.id = dossier.person_id`;

async function countOf(db: Queryable, list: readonly Condition[]): Promise<number> {
  const result = await sql<{ count: number }>`select count(*) from ${tables} where ${all(list)}`.execute(db);
  return result.rows[0]?.count ?? 0;
}
