// What a sheet sums up over a whole branch: results and people of each year, stages, quality. Of a large branch it is held
// until something it is made of is written; of a small one it is read for each answer.
import { sql } from 'kysely';
import { branchOf } from '../org/tree.ts';
import type { Day } from '../platform/day.ts';
import { law } from '../road/law.ts';
import type { Figure } from '../statistics/figure.ts';
import { type Quality, qualityOf as tally } from '../statistics/quality.ts';
import { admittedByUnit, qualityOf } from '../statistics/quality.store.ts';
import type { Count } from './amount.ts';
import { ofTree } from './branch.store.ts';
import { type Done, doneAt } from './done.ts';
import { doneOfYears } from './done.store.ts';
import { readingOf } from './kept.store.ts';
import type { Period } from './period.ts';
import { narrow } from './place.store.ts';
import type { Sheet } from './sheet.store.ts';
import type { SheetView, YearView } from './view.ts';

export const rangeOf = (period: Period, on: Day) => ({
  from: period.from,
  to: on < period.to ? on : period.to,
});

export const doneByYear = (sheet: Sheet, figure: Figure) =>
  heldSums(sheet, `done ${figure.id}`, doneOf, () => readDoneByYear(sheet, figure));

async function readDoneByYear(
  sheet: Sheet,
  figure: Figure,
): Promise<Map<number, { done: Count; counted: number }>> {
  const { db, place, trees } = sheet;
  const sums = await doneOfYears(
    db,
    { figure: figure.id, on: place.on, unitIds: unitsOf(sheet) },
    new Map([...trees].map(([year, { tree }]) => [year, tree])),
  );
  return new Map(
    [...trees].map(([year, { node }]) => {
      const sum = sums.get(year) as Done;
      return [year, { done: doneAt(sum, node.index), counted: sum.counted[node.index] ?? 0 }];
    }),
  );
}

/** Streams that results and admissions are made of. */
const doneOf = ['person', 'dossier', 'target'];
const admittedOf = ['person'];

/** What a large branch comes to is held until something it is made of is written; of a small one it is read anew. */
function heldSums<T>(
  { db, place, span }: Sheet,
  what: string,
  of: readonly string[],
  make: () => Promise<T>,
) {
  const { node, tree, period, on } = place;
  const key = ['sheet', what, node.id, tree.on, readingOf(tree), period.key, on, span.since, span.until];
  return ofTree(db, place, { key, of }, make);
}

/** All units that stood below it in any of the years; of most of a province no list is made. */
function unitsOf({ place, trees }: Sheet): number[] | undefined {
  if (!narrow(place)) return undefined;
  const own = [...trees.values()].flatMap(({ tree, node }) =>
    tree.nodes.slice(node.index, node.end).map(({ id }) => id),
  );
  return [...new Set(own)];
}

/** Of each year those who were admitted in the units of that year, like its count. */
export const qualityOfYears = (sheet: Sheet) =>
  heldSums(sheet, 'quality of years', admittedOf, () => readQualityOfYears(sheet));

async function readQualityOfYears(sheet: Sheet) {
  const { db, place, trees } = sheet;
  const years = [...trees.keys()];
  const [from, to] = [`${Math.min(...years)}-01-01`, `${Math.max(...years)}-12-31`];
  const range = { from, to: place.on < to ? place.on : to };
  const admitted = await admittedByUnit(db, { ...range, unitIds: unitsOf(sheet) });
  const found = new Map<number, YearView['quality']>();
  for (const [year, { tree, node }] of trees) {
    const own = branchOf(tree, node.id).flatMap((id) => admitted.get(id) ?? []);
    const list = own.filter(({ on }) => on.startsWith(String(year)));
    if (list.length > 0) found.set(year, tally(list, place.on));
  }
  return found;
}

export const qualityIn = (sheet: Sheet): Promise<Quality> => {
  const { period, on, unitIds } = sheet.place;
  const asked = { ...rangeOf(period, on), unitIds, asOf: on };
  return heldSums(sheet, 'quality', admittedOf, () => qualityOf(sheet.db, asked));
};

export const stagesOf = (sheet: Sheet) => heldSums(sheet, 'stages', ['dossier'], () => readStages(sheet));

async function readStages({ db, place }: Sheet): Promise<SheetView['stages']> {
  const { rows } = await sql<SheetView['stages'][number]>`
    select stage, count(*)::int as count from stat_candidate
    where unit_id = any(${place.unitIds}::int[]) group by stage`.execute(db);
  return rows.toSorted((a, b) => law().order(a.stage) - law().order(b.stage));
}
