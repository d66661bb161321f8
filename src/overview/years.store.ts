// How it has gone: admissions and age at admission year by year and month by month, cells and combined cells at the end of
// each year. A year that is not over is marked; what nobody knows is null, never nought.
import { sql } from 'kysely';
import { treeOn } from '../org/tree.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { kept } from '../statistics/kept.store.ts';
import { readTable } from '../statistics/catalogue/table.store.ts';
import type { TableView } from '../statistics/catalogue/view.ts';
import type { Asked } from './people.store.ts';
import { openedAt } from './people.store.ts';
import type { MonthRow, OverviewView, YearRow } from './view.ts';

/** Years that are looked back on, this one among them. */
const span = 10;

export async function readYears(
  db: Queryable,
  actor: Actor,
  asked: Asked,
  tops: readonly number[],
): Promise<YearRow[]> {
  const last = Number(asked.on.slice(0, 4));
  const query = { unit: asked.unit, from: `${last - span + 1}-01-01`, to: asked.on, by: 'year' };
  const table = await readTable(db, actor, 'admission_age', query);
  const first = await firstYear(db);
  const years = Array.from({ length: span }, (_, at) => last - span + 1 + at);
  const rows: YearRow[] = [];
  for (const year of years) {
    const end = `${year}-12-31`;
    const stood = sumOf(await cellsOn(db, end < asked.on ? end : asked.on), tops);
    rows.push({ ...admittedIn(table, year, first), ...stood, year, part: end > asked.on });
  }
  // Years before anything is known of this unit are no part of its history.
  const begins = rows.findIndex(({ admitted, cells }) => (admitted?.count ?? 0) > 0 || cells !== null);
  return begins < 0 ? [] : rows.slice(begins);
}

function admittedIn({ rows }: TableView, year: number, first: number) {
  const row = rows.find(({ key }) => key === String(year));
  if (!row || year < first) return { admitted: null, mean: null, median: null, aged: 0 };
  const { mean, median, known } = row;
  return { admitted: openedAt('admission_age', row), mean, median, aged: known ?? 0 };
}

/** The first year in which anybody was admitted, as far as is known here. */
const firstYear = (db: Queryable): Promise<number> =>
  kept(db, { key: 'overview first admission', of: ['person'] }, async () => {
    const { rows } = await sql<{ year: number | null }>`
      select left(min(on_day), 4)::int as year from stat_admission`.execute(db);
    return rows[0]?.year ?? Number.POSITIVE_INFINITY;
  });

interface CellsOn {
  cells: Int32Array;
  combined: Int32Array;
}

/** Of every unit by id: cells at and below it, and the combined ones among them; −1 = it did not stand that day. */
const cellsOn = (db: Queryable, on: string): Promise<CellsOn> =>
  kept(db, { key: `overview cells ${on}`, of: [] }, async () => {
    const tree = await treeOn(db, on);
    const size = tree.nodes.reduce((most, { id }) => Math.max(most, id), 0) + 1;
    const counts = { cells: new Int32Array(size).fill(-1), combined: new Int32Array(size).fill(-1) };
    for (const node of tree.nodes.toReversed()) {
      add(counts.cells, node.id, node.cell ? 1 : 0);
      add(counts.combined, node.id, node.type === 'GHEP' && node.cell ? 1 : 0);
      if (node.parentId === null) continue;
      add(counts.cells, node.parentId, counts.cells[node.id] ?? 0);
      add(counts.combined, node.parentId, counts.combined[node.id] ?? 0);
    }
    return counts;
  });

function add(counts: Int32Array, id: number, count: number): void {
  counts[id] = Math.max(0, counts[id] ?? 0) + count;
}

function sumOf({ cells, combined }: CellsOn, tops: readonly number[]): Pick<YearRow, 'cells' | 'combined'> {
  const there = tops.filter((id) => (cells[id] ?? -1) >= 0);
  if (there.length === 0) return { cells: null, combined: null };
  const sum = (counts: Int32Array) => there.reduce((all, id) => all + (counts[id] ?? 0), 0);
  return { cells: sum(cells), combined: sum(combined) };
}

export async function readMonths(
  db: Queryable,
  actor: Actor,
  { unit, on }: Asked,
): Promise<Pick<OverviewView, 'months' | 'undated'>> {
  const year = Number(on.slice(0, 4));
  const table = await readTable(db, actor, 'admission', {
    unit,
    from: `${year - 1}-01-01`,
    to: on,
    by: 'month',
  });
  const first = await firstYear(db);
  const counts = new Map(table.rows.map(({ key, count }) => [key, count]));
  const countOf = (of: number, month: number) => counts.get(`${of}-${String(month).padStart(2, '0')}`) ?? 0;
  const now = Number(on.slice(5, 7));
  const months = Array.from({ length: 12 }, (_, at): MonthRow => {
    const month = at + 1;
    return {
      month,
      count: month <= now ? countOf(year, month) : null,
      before: year - 1 < first ? null : countOf(year - 1, month),
      part: month === now && !isLastDay(on),
    };
  });
  return { months, undated: counts.get(String(year)) ?? 0 };
}

const isLastDay = (on: string): boolean => {
  const [year = 0, month = 0, day] = on.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
};
