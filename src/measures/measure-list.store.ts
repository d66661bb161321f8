// Measures as they are read: of a unit and a period, or of a whole branch, open ones first; and one with its history.
import { type RawBuilder, sql } from 'kysely';
import { findDocuments } from '../documents/document.store.ts';
import { may } from '../org/access.ts';
import { getUnit } from '../org/unit.store.ts';
import { today } from '../platform/clock.ts';
import { daysBetween } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import { Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf } from '../platform/ledger.ts';
import { officeLabel } from '../worklist/in-force.ts';
import { type MeasureState, measureStreamOf } from './measure.ts';
import { isOwner, measureSeen } from './measure.store.ts';
import { findOwners, findResponsible } from './owner.store.ts';
import type { MeasuresAnswer, MeasuresQuery, MeasureView, OneMeasure, OwnerView } from './view.ts';

export interface MeasureRow {
  id: string;
  unitId: number;
  unitName: string;
  unitEndedOn: string | null;
  path: string;
  period: string;
  figure: string | null;
  what: string;
  officeId: number;
  ownerUnitId: number;
  ownerKind: string;
  plannedOn: string;
  dueOn: string;
  documentId: string | null;
  state: MeasureState;
  endedOn: string | null;
  outcome: string | null;
  endedEntry: string | null;
  version: number;
}

const columns = sql`
  measure.id, measure.unit_id as "unitId", unit.name as "unitName", unit.ended_on as "unitEndedOn", unit.path,
  measure.period, measure.figure, measure.what, measure.office_id as "officeId",
  measure.owner_unit_id as "ownerUnitId", measure.owner_kind as "ownerKind", measure.planned_on as "plannedOn",
  measure.due_on as "dueOn", measure.document_id as "documentId", measure.state, measure.ended_on as "endedOn",
  measure.outcome, measure.ended_entry as "endedEntry", measure.version`;

const most = 500;

export async function listMeasures(
  db: Queryable,
  actor: Actor,
  query: MeasuresQuery,
): Promise<MeasuresAnswer> {
  const unit = await getUnit(db, actor, 'plan.read', query.unit);
  const asked: RawBuilder<boolean>[] = [
    query.below
      ? sql<boolean>`unit.path like ${`${unit.path}%`}`
      : sql<boolean>`measure.unit_id = ${unit.id}`,
    measureSeen(actor),
  ];
  if (query.period) asked.push(sql<boolean>`measure.period = ${query.period}`);
  if (query.open) asked.push(sql<boolean>`measure.state = 'open'`);
  const { rows } = await sql<MeasureRow & { total: number }>`
    select ${columns}, count(*) over () as total from measure join unit on unit.id = measure.unit_id
    where ${sql.join(asked, sql` and `)}
    order by (measure.state = 'open') desc, measure.due_on, measure.id limit ${most}`.execute(db);
  // Whoever has no list of work has no office to give it to.
  const plans =
    unit.endedOn === null &&
    actor.can.has('worklist.read') &&
    may(actor, 'plan.propose', { path: unit.path });
  return {
    items: await tellMeasures(db, actor, rows),
    total: Number(rows[0]?.total ?? 0),
    ...(query.period ? await findResponsible(db, unit.id, query.period) : { plan: false, responsible: null }),
    asOf: today(),
    can: plans ? ['plan'] : [],
  };
}

async function tellMeasures(
  db: Queryable,
  actor: Actor,
  rows: readonly MeasureRow[],
): Promise<MeasureView[]> {
  const owners = await findOwners(
    db,
    rows.map(({ officeId }) => officeId),
  );
  const documents = await findDocuments(
    db,
    actor,
    rows.map(({ documentId }) => documentId),
  );
  return rows.map((row) => {
    const {
      path: _path,
      officeId,
      ownerUnitId: _unit,
      ownerKind,
      documentId,
      endedEntry: _end,
      ...rest
    } = row;
    const owner = owners.get(officeId) ?? unknownOwner(officeId, ownerKind);
    const label = documentId === null ? undefined : documents.get(documentId)?.label;
    return {
      ...rest,
      owner,
      document: documentId !== null && label !== undefined ? { id: documentId, label } : null,
      lateDays: row.state === 'open' && row.dueOn < today() ? daysBetween(row.dueOn, today()) : null,
      can: canOf(row, owner, actor),
    };
  });
}

/** An appointment that was withdrawn altogether. */
const unknownOwner = (officeId: number, kind: string): OwnerView => ({
  officeId,
  kind,
  label: officeLabel(kind),
  unitName: '',
  holder: null,
  inForce: false,
});

export function canOf(row: MeasureRow, owner: Pick<OwnerView, 'inForce'>, actor: Actor): MeasureView['can'] {
  const writes = may(actor, 'plan.propose', { path: row.path });
  const { officeId, ownerUnitId: unitId, ownerKind: kind } = row;
  const own = isOwner({ officeId, unitId, kind }, owner.inForce, actor);
  if (row.state !== 'open') return writes || own ? ['reopen'] : [];
  return [
    ...(writes || own ? (['done'] as const) : []),
    ...(writes ? (['drop', 'change', 'withdraw'] as const) : []),
  ];
}

/** The measure within reach of this reader; whatever is out of reach does not exist. */
export async function getMeasure(db: Queryable, actor: Actor, id: string): Promise<MeasureRow> {
  const { rows } = await sql<MeasureRow>`
    select ${columns} from measure join unit on unit.id = measure.unit_id
    where measure.id = ${id}::uuid and ${measureSeen(actor)}`.execute(db);
  const [row] = rows;
  if (!row) throw new Missing('access.missing');
  return row;
}

export async function viewMeasure(db: Queryable, actor: Actor, id: string): Promise<OneMeasure> {
  const row = await getMeasure(db, actor, id);
  const [view] = await tellMeasures(db, actor, [row]);
  const entries = (await entriesOf(db, [measureStreamOf(id)])).get(measureStreamOf(id)) ?? [];
  return { ...(view as MeasureView), history: await historyOf(db, entries) };
}

const eventKinds: Readonly<Record<string, OneMeasure['history'][number]['kind']>> = {
  'measure.planned': 'planned',
  'measure.changed': 'changed',
  'measure.done': 'done',
  'measure.dropped': 'dropped',
  [withdrawal]: 'reopened',
};

async function historyOf(db: Queryable, entries: readonly Entry[]): Promise<OneMeasure['history']> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, display_name as name from account
    where id = any(${[...new Set(entries.map(({ recordedBy }) => recordedBy))]}::uuid[])`.execute(db);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return entries.toReversed().flatMap((entry) => {
    const kind = eventKinds[entry.kind];
    const words = (entry.data.outcome ?? entry.data.ground ?? null) as string | null;
    const { clientId: id, happenedOn: on, recordedAt: at, recordedBy } = entry;
    return kind ? [{ id, kind, on, at, by: names.get(recordedBy) ?? '', words }] : [];
  });
}
