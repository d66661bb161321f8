// The numbers of one unit and year as they are frozen: targets in force on the last day, what was done up to it, the
// entries that said the targets, and a sum over the cases that were counted.
import { createHash } from 'node:crypto';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Queryable } from '../platform/db.ts';
import { listRecords } from '../statistics/count.store.ts';
import type { FigureId } from '../statistics/figure.ts';
import { yearPeriod } from '../plans/period.ts';
import { type FrozenLine, lastDayOf } from './rating.ts';
import { branchOf, type Standing, standingsOf, treeFor } from './standing.store.ts';
import type { ResultLine } from './view.ts';

/** The last day of the year; while it runs, today. */
export const asOfYear = (year: number): Day => (today() > lastDayOf(year) ? lastDayOf(year) : today());

export async function resultLines(
  db: Queryable,
  unitId: number,
  year: number,
  on: Day,
): Promise<ResultLine[]> {
  const period = yearPeriod(year);
  const standings = await standingsOf(db, { period, on, branch: unitId, units: [unitId] });
  const unitIds = branchOf(await treeFor(db, period, on), unitId);
  const lines: ResultLine[] = [];
  for (const standing of standings)
    lines.push(
      lineOf(standing, await countedOf(db, { figure: standing.figure, from: period.from, to: on, unitIds })),
    );
  return lines;
}

const lineOf = (standing: Standing, counted: FrozenLine['counted']): ResultLine => {
  const { figure, assigned, since, registered, aim, done, attainment, said } = standing;
  return {
    figure,
    assigned,
    since,
    registered,
    aim,
    done,
    status: attainment.status,
    said,
    counted,
    attainment,
  };
};

const most = 200_000;

/** Whoever counts the same cases again gets the same sum. */
async function countedOf(
  db: Queryable,
  asked: { figure: FigureId; from: Day; to: Day; unitIds: number[] },
): Promise<FrozenLine['counted']> {
  const records = await listRecords(db, asked, { limit: most });
  const hash = createHash('sha256');
  for (const id of records.map(({ recordId }) => recordId).toSorted()) hash.update(`${id}\n`);
  return { cases: records.length, sum: hash.digest('hex') };
}

export async function frozenLines(
  db: Queryable,
  unitId: number,
  year: number,
  on: Day = asOfYear(year),
): Promise<{ asOf: Day; lines: FrozenLine[] }> {
  const lines = await resultLines(db, unitId, year, on);
  return { asOf: on, lines: lines.map(frozenOf) };
}

export const frozenOf = ({ attainment: _now, ...line }: ResultLine): FrozenLine => line;
