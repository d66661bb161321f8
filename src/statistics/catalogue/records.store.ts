// The records behind a number, page by page, oldest first: all pages together are as many as the number says. Whom the
// reader may not open today counts as well, without a name.
import { sql } from 'kysely';
import { may } from '../../org/access.ts';
import { findUnits } from '../../org/unit.store.ts';
import { logAccess } from '../../platform/audit.ts';
import { today } from '../../platform/clock.ts';
import type { Db, Queryable } from '../../platform/db.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { marksOf } from '../../platform/sealed/marks.ts';
import type { Message } from '../../platform/messages.ts';
import { inOrderOf, rowsOf as found } from './held/ask.ts';
import { readBothDays } from './bridge/change.store.ts';
import { type Columns, dayOf, subjectOf } from '../../columns/columns.ts';
import type { DimensionId } from './dimension.ts';
import { labelOf } from './labels.ts';
import { branchAt, type Ready, readyFor } from './question.store.ts';
import { alone, netTest } from './table.ts';
import type { RecordsQuery, RecordsView } from './view.ts';

export async function readRecords(
  db: Db,
  actor: Actor,
  figure: string,
  query: RecordsQuery,
): Promise<RecordsView> {
  const ready = await readyFor(db, actor, figure, query);
  const rows = await listedRows(db, actor, ready, query);
  const marks = marksOf<LastShown>(listOf(actor, figure, query));
  const start = query.cursor === undefined ? 0 : startAfter(ready.columns, rows, marks.read(query.cursor));
  const page = [...rows.subarray(start, start + query.limit)];
  if (query.cursor === undefined && rows.length > 0)
    await noteRecords(db, actor, ready, { rows: rows.length, action: 'list' });
  const end = start + page.length;
  const items = await itemsOf(db, actor, ready, page);
  return {
    items: items.map((item, at) => ({
      id: marks.idOf(`${keyOf(ready.columns, page[at] as number)} ${at}`),
      ...item,
    })),
    total: rows.length,
    next: end < rows.length ? marks.write(cursorAfter(ready.columns, rows, end - 1)) : null,
    asOf: today(),
  };
}

/** Of a bridge between two days the rows of one term, else those of the number. */
export async function listedRows(
  db: Queryable,
  actor: Actor,
  ready: Ready,
  query: RecordsQuery,
): Promise<Uint32Array> {
  const { since, change } = query;
  if (change === undefined) return inOrderOf(ready.columns, rowsOf(ready, query));
  if (since === undefined || query.where) throw new Invalid('statistics.where');
  const { columns } = ready;
  const on = ready.place.span.to;
  const { changed } = await readBothDays(db, actor, ready.entry, { unit: query.unit, since, on, columns });
  return inOrderOf(columns, changed[change]);
}

type Only = Pick<RecordsQuery, 'own' | 'net'> & Partial<Pick<RecordsQuery, 'yearly'>>;

/** In no order: many numbers are asked whose records nobody opens. */
export function rowsOf(ready: Ready, { own, net, yearly }: Only): Uint32Array {
  const { columns, light, place } = ready;
  const whole = branchAt(place);
  const tests = [
    ...ready.tests,
    ...(net ? [netTest(columns, whole)] : []),
    ...(yearly ? [(row: number) => columns.letters[row] === 4] : []),
  ];
  return found(columns, { span: light.span, tests, branch: own ? alone(whole, place.tops) : whole });
}

export async function noteRecords(
  db: Db,
  actor: Actor,
  { entry, place }: Ready,
  { rows, action }: { rows: number; action: 'list' | 'export' },
): Promise<void> {
  const detail = {
    figure: entry.id,
    unit: place.node?.id ?? null,
    from: place.span.from,
    to: place.span.to,
    rows,
  };
  await logAccess(db, actor, { action, subject: 'statistics', detail });
}

// ---- pages: after the last one shown, wherever it stands by then

/** After the rows before it of that key, so many of which were shown. */
interface LastShown {
  key: string;
  same: number;
}

/** A cursor opens for the reader and the question that it was given to. */
function listOf({ accountId, officeId }: Actor, figure: string, query: RecordsQuery): string {
  const { cursor: _cursor, limit: _limit, ...asked } = query;
  const words = Object.entries(asked).filter(([, value]) => value !== undefined);
  return JSON.stringify([accountId, officeId, figure, words.toSorted()]);
}

/** In the order of the list. */
function keyOf(columns: Columns, row: number): string {
  const day = String(columns.from[row]).padStart(8, '0');
  return `${day} ${dayOf(columns, row)} ${subjectOf(columns, row).padStart(10, '0')}`;
}

function cursorAfter(columns: Columns, rows: Uint32Array, last: number): LastShown {
  const key = keyOf(columns, rows[last] as number);
  let same = 1;
  while (last - same >= 0 && keyOf(columns, rows[last - same] as number) === key) same += 1;
  return { key, same };
}

function startAfter(columns: Columns, rows: Uint32Array, last: LastShown | null): number {
  if (!last) throw new Invalid('statistics.cursor');
  const { key, same } = last;
  const first = firstFrom(columns, rows, key);
  let start = first;
  while (start < rows.length && start < first + same && keyOf(columns, rows[start] as number) === key)
    start += 1;
  return start;
}

function firstFrom(columns: Columns, rows: Uint32Array, key: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(columns, rows[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

// ---- what a record shows

type Item = Omit<RecordsView['items'][number], 'id'>;

export async function itemsOf(
  db: Queryable,
  actor: Actor,
  ready: Ready,
  page: readonly number[],
): Promise<Item[]> {
  const { columns, place } = ready;
  const subjects = await subjectsOf(db, actor, columns, page);
  const units = await unitNames(db, ready, page);
  const said = saidBy(ready);
  return page.map((row) => {
    const id = subjectOf(columns, row);
    const unitId = columns.unit[row] as number;
    return {
      on: dayOf(columns, row),
      unitId,
      unitName: place.tree.byId.get(unitId)?.name ?? units.get(unitId) ?? '',
      kind: columns.source.record,
      subject: subjects.get(id) ?? null,
      said: said(row),
    };
  });
}

/** What tells records of this figure apart at a glance. */
const telling: readonly DimensionId[] = [
  'reason',
  'outcome',
  'attendance',
  'stage',
  'state',
  'unit_kind',
  'kind',
];

function saidBy({ columns, entry }: Ready): (row: number) => Message | null {
  const by = telling.find((one) => entry.by.includes(one) && columns.codes.has(one));
  const held = by && columns.codes.get(by);
  if (!by || !held) return () => null;
  return (row) => {
    const code = held.values[held.at[row] as number] ?? '';
    return code === '' ? null : labelOf(by, code);
  };
}

async function unitNames(db: Queryable, ready: Ready, page: readonly number[]): Promise<Map<number, string>> {
  const { columns, place } = ready;
  const missing = page.map((row) => columns.unit[row] as number).filter((id) => !place.tree.byId.has(id));
  const units = await findUnits(db, [...new Set(missing)]);
  return new Map([...units].map(([id, { name }]) => [id, name]));
}

type Subjects = Map<string, NonNullable<Item['subject']>>;

async function subjectsOf(
  db: Queryable,
  actor: Actor,
  columns: Columns,
  page: readonly number[],
): Promise<Subjects> {
  const ids = [...new Set(page.map((row) => subjectOf(columns, row)))];
  if (ids.length === 0) return new Map();
  const read = { person: personNames, dossier: dossierNames, unit: namesOfUnits }[columns.source.record];
  return read(db, actor, ids);
}

async function personNames(db: Queryable, actor: Actor, ids: string[]): Promise<Subjects> {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select person.id, person.full_name as name, unit.path
    from person join unit on unit.id = person.unit_id where person.id = any(${ids}::uuid[])`.execute(db);
  return within(rows, (row) => may(actor, 'person.read', { path: row.path, personId: row.id }));
}

async function dossierNames(db: Queryable, actor: Actor, ids: string[]): Promise<Subjects> {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select dossier.id, person.full_name as name, unit.path
    from dossier join person on person.id = dossier.person_id join unit on unit.id = dossier.unit_id
    where dossier.id = any(${ids}::uuid[])`.execute(db);
  return within(rows, (row) => may(actor, 'dossier.read', { path: row.path }));
}

async function namesOfUnits(db: Queryable, actor: Actor, ids: string[]): Promise<Subjects> {
  const units = await findUnits(db, ids.map(Number));
  const rows = [...units.values()].map(({ id, name, path }) => ({ id: String(id), name, path }));
  return within(rows, (row) => may(actor, 'unit.read', { path: row.path }));
}

const within = <R extends { id: string; name: string }>(
  rows: readonly R[],
  open: (row: R) => boolean,
): Subjects => new Map(rows.filter(open).map(({ id, name }) => [id, { id, name }]));
