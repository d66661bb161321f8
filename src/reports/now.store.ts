// A closed report beside what is known today: every number asked again by the very address it was counted by. What
// differs is told in words and, where the records were kept, person by person. The report itself never changes.
import { sql } from 'kysely';
import { branchOf } from '../org/tree.ts';
import { treeOn } from '../org/tree.store.ts';
import { findUnits } from '../org/unit.store.ts';
import { may } from '../org/access.ts';
import { today } from '../platform/clock.ts';
import { logAccess } from '../platform/audit.ts';
import type { Db, Queryable } from '../platform/db.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import { getSource } from '../statistics/catalogue/source.ts';
import { getEntry } from '../statistics/catalogue/question.store.ts';
import type { Body, Cell, Row, TablePart } from '../press/body.ts';
import { becauseOf, type Changed, reasonOf, sayChange, sayReason } from './changes.ts';
import { askCell, type Counted } from './count.store.ts';
import { cellKey, changeOf, type KeptRecords, keptIn, type RecordKind } from './kept-records.ts';
import { type Closed, getReport } from './list.store.ts';
import type { NowRecordsView, NowView } from './view.ts';

interface At {
  part: TablePart;
  row: Row;
  column: string;
  cell: Cell;
}

export const cellsOf = ({ parts }: Body): At[] =>
  parts.flatMap((part) =>
    part.kind === 'table'
      ? part.rows.flatMap((row) =>
          row.cells.map((cell, at) => ({ part, row, column: part.columns[at]?.id ?? '', cell })),
        )
      : [],
  );

interface Asking {
  db: Queryable;
  actor: Actor;
}

/** Asks again; null where the unit is not there any more on that day, by what is known now. */
export async function again({ db, actor }: Asking, { cell }: Pick<At, 'cell'>): Promise<Counted | null> {
  if (cell.opens === null) return null;
  const show = cell.measure === 'mean' || cell.measure === 'median' ? cell.measure : undefined;
  try {
    return await askCell({ db, actor }, { ...cell.opens, show });
  } catch (error) {
    if (error instanceof Invalid || error instanceof Missing) return null;
    throw error;
  }
}

export async function readNow(
  db: Queryable,
  actor: Actor,
  id: string,
  number: number | undefined,
): Promise<NowView> {
  const { one, unit } = await getReport(db, actor, id, number);
  const { records, unitIds } = await keptOf(db, id, one.number);
  const cells: NowView['cells'] = [];
  for (const at of cellsOf(one.body)) {
    const now = await again({ db, actor }, at);
    if (!now || now.cell.value === at.cell.value) continue;
    cells.push(await changedCell({ db, actor }, { at, now, one, records }));
  }
  const then = new Set(unitIds);
  const tree = await treeOn(db, one.body.closesOn);
  const units = new Set(branchOf(tree, unit.id));
  return {
    id,
    number: one.number,
    asOf: today(),
    cells,
    units: {
      come: await namesOf(
        db,
        [...units].filter((unitId) => !then.has(unitId)),
      ),
      gone: await namesOf(
        db,
        unitIds.filter((unitId) => !units.has(unitId)),
      ),
    },
  };
}

/** One cell by now, and the difference in words. */
export async function nowOf(
  asking: Asking,
  { id, one, at }: { id: string; one: Closed; at: At },
): Promise<{ now: number | null; said: Message | null }> {
  const now = await again(asking, at);
  if (!now) return { now: null, said: null };
  if (now.cell.value === at.cell.value) return { now: now.cell.value, said: null };
  const { records } = await keptOf(asking.db, id, one.number);
  const { said } = await changedCell(asking, { at, now, one, records });
  return { now: now.cell.value, said };
}

async function namesOf(db: Queryable, ids: readonly number[]): Promise<string[]> {
  const units = await findUnits(db, ids);
  return ids.flatMap((id) => units.get(id)?.name ?? []);
}

async function keptOf(
  db: Queryable,
  id: string,
  number: number,
): Promise<{ records: KeptRecords | null; unitIds: number[] }> {
  const row = await db
    .selectFrom('report_submission')
    .select(['records', 'unit_ids as unitIds'])
    .where('report_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return row;
}

interface Differing {
  at: At;
  now: Counted;
  one: Closed;
  records: KeptRecords | null;
}

async function changedCell(asking: Asking, differing: Differing): Promise<NowView['cells'][number]> {
  const { at, now } = differing;
  const changes = await changesOf(asking, differing);
  const because = becauseOf(changes ?? []);
  const [reported, value] = [at.cell.value, now.cell.value];
  const { part, row, column, cell } = at;
  const across = part.columns.find(({ id }) => id === column)?.label;
  return {
    section: part.id,
    row: row.id,
    column,
    label: across
      ? { vi: `${row.label.vi} – ${across.vi}`, en: `${row.label.en} – ${across.en}` }
      : row.label,
    reported,
    now: value,
    measure: cell.measure,
    said: sayChange(reported, value, because),
    reasons: because,
    records: changes && changes.length,
    opens: cell.opens,
  };
}

const kindOf = ({ cell }: At): RecordKind => getSource(getEntry(cell.opens?.figure ?? '').source).record;

/** Who came into the number and who went out of it; null where the records were not kept. */
async function changesOf({ db }: Asking, { at, now, one, records }: Differing): Promise<Changed[] | null> {
  const kind = kindOf(at);
  const then = keptIn(records, cellKey(at.part.id, at.row.id, at.column), kind);
  if (then === null || now.records === null) return null;
  const { come, gone } = changeOf(then, now.records.ids());
  const since = await recordedSince(db, kind, { ids: [...come, ...gone], position: one.position });
  const tell =
    (sign: 1 | -1) =>
    (id: string): Changed => {
      const entries = since.get(id) ?? [];
      const reason = reasonOf(
        entries.map((entry) => entry.kind),
        kind,
      );
      return { sign, id, reason, recordedAt: entries.at(-1)?.at ?? null };
    };
  return [...come.map(tell(1)), ...gone.map(tell(-1))];
}

interface Since {
  id: string;
  kind: string;
  at: string;
}

/** What was recorded of these subjects after that place in the ledger; an undone import speaks for what it brought. */
async function recordedSince(
  db: Queryable,
  kind: RecordKind,
  { ids, position }: { ids: readonly string[]; position: number },
): Promise<Map<string, Since[]>> {
  if (ids.length === 0) return new Map();
  const streams = [...new Set(ids)].map((id) => `${kind}:${id}`);
  const { rows } = await sql<Since>`
    select split_part(stream, ':', 2) as id, kind, recorded_at as at from ledger
    where stream = any(${streams}) and position > ${position}
    union all
    select split_part(brought.stream, ':', 2), undone.kind, undone.recorded_at
    from ledger brought join ledger undone on undone.names = brought.batch and undone.kind = 'batch.undone'
    where brought.stream = any(${streams}) and undone.position > ${position}
    order by at`.execute(db);
  return Map.groupBy(rows, ({ id }) => id);
}

// ---- the records behind one difference

export interface CellName {
  section: string;
  row: string;
  column: string;
}

/** Names of persons: noted as any list of records is. */
export async function readNowRecords(
  db: Db,
  actor: Actor,
  id: string,
  { number, ...name }: CellName & { number?: number | undefined },
): Promise<NowRecordsView> {
  const { one, unit } = await getReport(db, actor, id, number);
  const at = cellsOf(one.body).find(
    ({ part, row, column }) => part.id === name.section && row.id === name.row && column === name.column,
  );
  if (!at) throw new Missing('report.cell_unknown');
  const now = await again({ db, actor }, at);
  const { records } = await keptOf(db, id, one.number);
  const changes = now ? ((await changesOf({ db, actor }, { at, now, one, records })) ?? []) : [];
  const kind = kindOf(at);
  const known = await subjectsOf(db, actor, kind, changes);
  const detail = { figure: at.cell.opens?.figure ?? null, unit: unit.id, report: id, rows: changes.length };
  await logAccess(db, actor, { action: 'list', subject: 'statistics', detail });
  return {
    items: changes.map(({ sign, id: subject, reason, recordedAt }) => ({
      sign,
      kind,
      id: subject,
      name: known.get(subject)?.name ?? null,
      unitName: known.get(subject)?.unitName ?? null,
      reason: sayReason(reason),
      recordedAt,
    })),
  };
}

interface Subject {
  id: string;
  name: string;
  unitName: string;
  path: string;
}

const reads: Record<RecordKind, string> = {
  person: 'person.read',
  dossier: 'dossier.read',
  unit: 'unit.read',
};

/** Names of those whom the reader may open today. */
async function subjectsOf(
  db: Queryable,
  actor: Actor,
  kind: RecordKind,
  changes: readonly Changed[],
): Promise<Map<string, Subject>> {
  const ids = [...new Set(changes.map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const asked = {
    person: sql`select person.id::text, person.full_name as name, unit.name as "unitName", unit.path
      from person join unit on unit.id = person.unit_id where person.id::text = any(${ids})`,
    dossier: sql`select dossier.id::text, person.full_name as name, unit.name as "unitName", unit.path
      from dossier join person on person.id = dossier.person_id join unit on unit.id = dossier.unit_id
      where dossier.id::text = any(${ids})`,
    unit: sql`select unit.id::text, unit.name, unit.name as "unitName", unit.path from unit
      where unit.id::text = any(${ids})`,
  }[kind];
  const { rows } = await sql<Subject>`${asked}`.execute(db);
  return new Map(
    rows
      .filter(({ path, id }) =>
        may(actor, reads[kind], { path, ...(kind === 'person' ? { personId: id } : {}) }),
      )
      .map((row) => [row.id, row]),
  );
}
