// One cell of a report counted: the figure of the catalogue that it asks for, with the address under which its records
// are listed, and the records themselves.
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import type { Message } from '../platform/messages.ts';
import { targetsOn } from '../plans/target.store.ts';
import { subjectOf } from '../columns/columns.ts';
import { readMovement } from '../statistics/catalogue/bridge.store.ts';
import { inOrderOf } from '../statistics/catalogue/held/ask.ts';
import { isStock } from '../statistics/catalogue/place.store.ts';
import { getEntry, readyFor } from '../statistics/catalogue/question.store.ts';
import { rowsOf } from '../statistics/catalogue/records.store.ts';
import { readTable } from '../statistics/catalogue/table.store.ts';
import type { MovementView } from '../statistics/catalogue/view.ts';
import type { Cell } from '../press/body.ts';
import type { Asks } from '../forms/form.ts';
import type { CellRecords } from './kept-records.ts';
import { messages } from './messages.ts';
import { daysOf, type Span } from './period.ts';

export interface Counting {
  db: Queryable;
  actor: Actor;
  unitId: number;
  span: Span;
  /** the last day that counts: the closing day, or today before it has come */
  to: Day;
}

export interface Counted {
  cell: Cell;
  records: CellRecords | null;
}
export type Query = Record<string, string>;

/** The address of /statistics/:figure for what a cell asks; `more` names a value or a unit of the row. */
export function questionOf(
  { unitId, span, to }: Omit<Counting, 'db' | 'actor'>,
  ask: Asks,
  more: Query,
): Query {
  const entry = getEntry(ask.figure ?? '');
  const days = daysOf(ask.when ?? (isStock(entry) ? 'end' : 'period'), span, to);
  const { where = '', ...rest } = more;
  const only = [ask.only, where].filter(Boolean).join(',');
  return {
    unit: String(unitId),
    ...(isStock(entry) ? { on: days.to } : days),
    ...(only ? { where: only } : {}),
    ...(ask.net ? { net: '1' } : {}),
    ...rest,
  };
}

export const plain = (value: number | null, why: Message | null = null): Counted => ({
  cell: { value, measure: 'count', why, opens: null },
  records: null,
});

export async function countCell(counting: Counting, ask: Asks, more: Query = {}): Promise<Counted> {
  if (ask.goal) return goalOf(counting, ask);
  if (ask.when === 'shift') return plain(await shiftOf(counting));
  const query = questionOf(counting, ask, more);
  try {
    return await askCell(counting, { figure: ask.figure ?? '', query, show: ask.show });
  } catch (error) {
    const why = notThere(error);
    if (why === null || !isPast(ask)) throw error;
    // At the start of its first period a unit had nobody; a year before, there is nothing to compare with.
    return plain(ask.when === 'start' ? 0 : null, why);
  }
}

/** Asks for days before the period itself. */
const isPast = ({ when }: Asks): boolean =>
  when !== undefined && ['start', 'year_start', 'before', 'year_before', 'year'].includes(when);

const absent = new Set(['statistics.not_founded', 'statistics.no_unit_then']);
const notThere = (error: unknown): Message | null =>
  error instanceof Invalid && absent.has(error.code)
    ? { vi: 'Đơn vị chưa có vào ngày ấy', en: 'The unit was not there on that day' }
    : null;

export interface CellAsk {
  figure: string;
  query: Query;
  show?: 'mean' | 'median' | undefined;
}

/** Counts what an address of /statistics/:figure says: the same before it is submitted and ever after. */
export async function askCell({ db, actor }: Pick<Counting, 'db' | 'actor'>, ask: CellAsk): Promise<Counted> {
  const { figure, query, show } = ask;
  const entry = getEntry(figure);
  const { unit, net, own, ...words } = query;
  const asked = { ...words, unit: Number(unit) };
  const opens = { figure, query };
  if (entry.ages || entry.per) {
    const { total } = await readTable(db, actor, figure, { ...asked, by: 'none' });
    const measure = entry.per ? 'ratio' : (show ?? 'mean');
    const value = measure === 'ratio' ? total.value : total[measure];
    return { cell: { value, measure, why: null, opens }, records: null };
  }
  const ready = await readyFor(db, actor, figure, asked);
  const rows = rowsOf(ready, { ...(own ? { own: '1' } : {}), ...(net ? { net: '1' } : {}) });
  return {
    cell: { value: rows.length, measure: 'count', why: null, opens },
    records: {
      kind: ready.columns.source.record,
      ids: () => Array.from(inOrderOf(ready.columns, rows), (row) => subjectOf(ready.columns, row)),
    },
  };
}

/** Movement of the period for the unit, as /statistics shows it. */
export const movementOf = ({ db, actor, unitId, span, to }: Counting): Promise<MovementView> =>
  readMovement(db, actor, { unit: unitId, from: span.from, to });

/** What came or went with units that changed their place in the tree. */
async function shiftOf(counting: Counting): Promise<number> {
  const { bridge } = await movementOf(counting);
  if (!bridge) return 0;
  const flows = bridge.terms.filter(({ figure }) => figure !== 'members');
  return bridge.difference - flows.reduce((sum, { sign, count }) => sum + sign * count, 0);
}

/** The lower end of a range, as plans reckon with it. */
async function goalOf({ db, unitId, to }: Counting, { figure, only }: Asks): Promise<Counted> {
  const on = to < today() ? to : today();
  const found = only
    ? []
    : await targetsOn(db, {
        period: to.slice(0, 4),
        on,
        figures: [figure ?? ''],
        part: '',
        units: [unitId],
      });
  const target = found.find(({ kind }) => kind === 'assigned')?.minimum ?? null;
  const why = target === null ? messages['report.no_target'] : null;
  return { cell: { value: target, measure: 'target', why, opens: null }, records: null };
}
