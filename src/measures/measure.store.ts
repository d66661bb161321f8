// Measures in the database: the stream of each, its row, and its line on the list of the office that has it. The line
// falls to the successors of that office when it ends; the list itself reckons that.
import { sql } from 'kysely';
import { may, reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { officeInForce } from '../org/office.store.ts';
import { today } from '../platform/clock.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { fold } from '../platform/text.ts';
import { periodInFigures } from '../plans/period.ts';
import { keepDues } from '../worklist/due.store.ts';
import type { CaseSource, CaseWords, OwnLine, Reckoned } from '../worklist/source.ts';
import type { WorkItem } from '../worklist/view.ts';
import {
  dueOfMeasure,
  foldMeasure,
  type Measure,
  measureKinds,
  type MeasureState,
  measureStreamOf,
} from './measure.ts';
import { messages } from './messages.ts';

declare module '../platform/db.ts' {
  interface Tables {
    measure: {
      id: string;
      province_id: string;
      unit_id: number;
      period: string;
      figure: string | null;
      what: string;
      search: string;
      office_id: number;
      owner_unit_id: number;
      owner_kind: string;
      planned_on: string;
      due_on: string;
      document_id: string | null;
      state: MeasureState;
      ended_on: string | null;
      outcome: string | null;
      ended_entry: string | null;
      version: number;
    };
  }
}

export const measureStream: Stream = {
  prefix: 'measure',
  kinds: measureKinds,
  tables: ['measure'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const measures = await readMeasures(tx, ids);
  await sql`delete from measure where id = any(${ids}::uuid[])`.execute(tx);
  await sql`
    insert into measure
    select r.id, p.province_id, r.unit_id, r.period, r.figure, r.what, r.search, r.office_id, r.owner_unit_id, r.owner_kind,
           r.planned_on, r.due_on, r.document_id, r.state, r.ended_on, r.outcome, r.ended_entry, r.version
    from jsonb_populate_recordset(null::measure, ${JSON.stringify(measures.map(rowOf))}::jsonb) as r
    join (select distinct on (stream) stream, province_id from ledger where stream = any(${ids.map(measureStreamOf)})
          order by stream, version) as p on p.stream = 'measure:' || r.id`.execute(tx);
  await keepDues(tx, 'plan', ids, measures.flatMap(dueOfMeasure));
}

async function readMeasures(db: Queryable, ids: readonly string[]): Promise<Measure[]> {
  const entries = await entriesOf(db, ids.map(measureStreamOf));
  return ids.flatMap((id) => foldMeasure(id, entries.get(measureStreamOf(id)) ?? []) ?? []);
}

const rowOf = (measure: Measure) => ({
  id: measure.id,
  unit_id: measure.unitId,
  period: measure.period,
  figure: measure.figure,
  what: measure.what,
  search: fold(measure.what),
  office_id: measure.officeId,
  owner_unit_id: measure.ownerUnitId,
  owner_kind: measure.ownerKind,
  planned_on: measure.plannedOn,
  due_on: measure.dueOn,
  document_id: measure.documentId,
  state: measure.state,
  ended_on: measure.endedOn,
  outcome: measure.outcome,
  ended_entry: measure.endedEntry,
  version: measure.version,
});

/** Within reach of the unit it is about; to the office that has it in any case, and after that to its successors. */
export function measureSeen(actor: Actor) {
  const far = reach(actor, 'plan.read');
  return sql<boolean>`(${reachSql(far, { path: sql<string>`unit.path` })} or measure.office_id = ${actor.officeId ?? 0}
    or (measure.owner_kind = ${actor.office ?? ''} and measure.owner_unit_id = ${actor.unitId ?? 0}
        and not exists (select from office held where held.id = measure.office_id and ${officeInForce('held', today())})))`;
}

async function describe(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, CaseWords>> {
  const { rows } = await sql<{ id: string; what: string; name: string | null; period: string }>`
    select measure.id, measure.what, case when measure.owner_unit_id <> unit.id then unit.name end as name,
           measure.period from measure join unit on unit.id = measure.unit_id
    where measure.id = any(${[...ids]}::uuid[]) and ${measureSeen(actor)}`.execute(db);
  return new Map(
    rows.map(({ id, what, name, period }) => [
      id,
      {
        title: what,
        second: name === null ? periodInFigures(period) : `${name}, ${periodInFigures(period)}`,
        href: hrefOf(id),
        open: null,
      },
    ]),
  );
}

const hrefOf = (id: string): string => `/measures/${id}`;

export interface Owner {
  officeId: number | null;
  unitId: number;
  kind: string;
}
/** Its office while that is in force, then whoever came after it in the same unit. */
export const isOwner = ({ officeId, unitId, kind }: Owner, held: boolean, actor: Actor): boolean =>
  held ? officeId === actor.officeId : kind === actor.office && unitId === actor.unitId;

/** The owner, or its successors, record what came of it; whoever may write the plan does so on their behalf. */
function act({ caseId, path, ...line }: OwnLine, actor: Actor): WorkItem['act'] {
  const owner = { officeId: line.officeId ?? null, unitId: line.unitId, kind: line.answers[0] ?? '' };
  if (!isOwner(owner, line.held, actor) && !may(actor, 'plan.propose', { path })) return null;
  return { step: 'measure_done', label: messages['measure.act'], href: `${hrefOf(caseId)}?act=done` };
}

async function idsBelow(db: Queryable, path: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select measure.id from measure join unit on unit.id = measure.unit_id
    where measure.state = 'open' and unit.path like ${`${path ?? '/'}%`} order by measure.id`.execute(db);
  return rows.map(({ id }) => id);
}

const lineOf = (measure: Measure): Reckoned => ({
  caseId: measure.id,
  unitId: measure.ownerUnitId,
  rows: dueOfMeasure(measure),
  next: null,
});

const renew = async (tx: Tx, ids: readonly string[]): Promise<void> =>
  keepDues(tx, 'plan', ids, (await readMeasures(tx, ids)).flatMap(dueOfMeasure));

/** Measures as a source of the work list: no regulation has a say in their days. */
export const measureSource: CaseSource = {
  kind: 'plan',
  describe,
  form: ({ caseId }) => `${hrefOf(caseId)}?act=done`,
  act,
  found: (word) => sql<boolean>`(due.case_kind = 'plan' and due.case_id in (
    select measure.id::text from measure
    where measure.search like ${`%${word.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`}))`,
  ids: idsBelow,
  reckon: async (db, versions, ids) => {
    const lines = (await readMeasures(db, ids)).map(lineOf);
    return versions.map(() => lines);
  },
  renew,
};
