// Which numbers of persons are left out of a report that leaves its unit: small counts, what they could be reckoned from –
// in any table of the report, not only in their own – and quotients that would tell them again.
import type { Body, Cell, TablePart } from './body.ts';
import { determined } from './determined.ts';
import { type Asks, asksOf, type Count, countsOf, type Sum, sumsOf, wordsOf } from './sums.ts';

export const placeOf = (table: string, row: number, column: number): string => `${table} ${row} ${column}`;

/** Places that are left out, as `placeOf` names them. */
export function sparedCells({ parts, unit }: Pick<Body, 'parts' | 'unit'>, least: number): Set<string> {
  const tables = parts.filter((part): part is TablePart => part.kind === 'table');
  const root = String(unit.id);
  const counts = countsOf(tables, root);
  const hidden = hiddenAmong(new Set(counts.values()), sumsOf(tables, counts), least);
  const spared = new Set<string>();
  for (const table of tables) {
    const told = table.rows.map(({ cells }) => cells.map((cell) => ({ cell, count: counts.get(cell) })));
    const quotients = new Set(told.flat().flatMap(({ cell }) => (isQuotient(cell) ? [cell] : [])));
    const telling = quotientsTelling(quotients, { told: told.flat(), hidden });
    told.forEach((cells, row) => {
      const broken = cells.some(({ count }) => count !== undefined && hidden.has(count));
      cells.forEach(({ cell, count }, column) => {
        const out = count ? hidden.has(count) : isQuotient(cell) && (broken || telling.has(cell));
        if (out) spared.add(placeOf(table.id, row, column));
      });
    });
    for (const place of agesOfFew(table, { few: fewAmong(counts, least), root })) spared.add(place);
  }
  return spared;
}

const isQuotient = ({ measure, value }: Cell): boolean =>
  measure !== 'count' && measure !== 'target' && value !== null;

// ---- counts

/** Small ones, and as many others as it takes until nothing that is told gives one of them away. */
function hiddenAmong(counts: ReadonlySet<Count>, sums: readonly Sum[], least: number): Set<Count> {
  const small = (value: number): boolean => value > 0 && value < least;
  const hidden = new Set([...counts].filter(({ value, known }) => !known && small(value ?? 0)));
  // Of a whole that is small not even the empty parts are told: they would tell who the few are.
  for (const { parts, whole } of sums)
    if (small(whole?.value ?? 0))
      for (const part of parts) if (!part.known && part.value !== null) hidden.add(part);
  const isTold = (count: Count): boolean => count.value !== null && !hidden.has(count);
  for (let telling = true; telling; ) {
    const given = [...determined(sums, isTold)].filter(([, value]) => small(Math.round(value)));
    const secrets = new Set([...given.map(([count]) => count), ...sums.flatMap((sum) => ones(sum, isTold))]);
    const next = new Set([...secrets].flatMap((secret) => coverOf(secret, { counts, sums, isTold }) ?? []));
    for (const one of next) hidden.add(one);
    telling = next.size > 0;
  }
  return hidden;
}

/** Gaps that together are as many as they are: each of them is one. */
function ones({ parts, whole }: Sum, isTold: (count: Count) => boolean): Count[] {
  if (whole && !isTold(whole)) return [];
  const gaps = parts.filter((part) => !isTold(part) && part.value !== 0);
  const sum = gaps.reduce((all, { value }) => all + (value ?? Number.POSITIVE_INFINITY), 0);
  return sum === gaps.length ? gaps : [];
}

interface Around {
  counts: ReadonlySet<Count>;
  sums: readonly Sum[];
  isTold: (count: Count) => boolean;
}

/** What is left out besides: the smallest number that is told in a sum with it, else of the same figure and day. */
function coverOf(secret: Count, { counts, sums, isTold }: Around): Count | undefined {
  const smallest = (all: readonly Count[]): Count | undefined =>
    all
      .filter((one) => !one.known && isTold(one) && (one.value ?? 0) > 0)
      .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
  const within = sums.filter(({ parts, whole }) => whole === secret || parts.includes(secret));
  // A sum in which it is the only gap is the one that tells it.
  const alone = within.filter(
    ({ parts, whole }) => [...parts, ...(whole ? [whole] : [])].filter((one) => !isTold(one)).length < 2,
  );
  const own = alone.length > 0 ? alone : within;
  const { family = null } = secret.asks ?? {};
  return (
    smallest(own.flatMap(({ parts }) => parts)) ??
    smallest(own.flatMap(({ whole }) => whole ?? [])) ??
    smallest([...counts].filter(({ asks }) => asks !== null && asks.family === family))
  );
}

// ---- quotients

interface Told {
  cell: Cell;
  count: Count | undefined;
}

/** Multiplied with, or divided into, a number that is told, it gives one that is not. */
function quotientsTelling(
  quotients: ReadonlySet<Cell>,
  { told, hidden }: { told: readonly Told[]; hidden: ReadonlySet<Count> },
): Set<Cell> {
  const counts = new Set(told.flatMap(({ count }) => count ?? []));
  const open = [...counts]
    .filter((one) => (one.value ?? 0) > 0 && !hidden.has(one))
    .map(({ value }) => value ?? 0);
  const secret = new Set([...counts].filter((one) => hidden.has(one)).map(({ value }) => value ?? 0));
  const gives = (value: number): boolean =>
    value > 0 && secret.has(Math.round(value)) && Math.abs(value - Math.round(value)) < 1e-6;
  return new Set(
    [...quotients].filter(({ value }) =>
      open.some((count) => gives(count * (value ?? 0)) || gives(count / (value ?? 0))),
    ),
  );
}

/** Whom it counts – days, unit and conditions –, whatever the figure. */
const aboutOf = ({ family, of }: Asks): string => `${family.replace(/^\S+ /, '')} ${wordsOf(of)}`;

const fewAmong = (counts: ReadonlyMap<Cell, Count>, least: number): Set<string> =>
  new Set(
    [...counts.values()].flatMap(({ value, asks }) =>
      asks && value !== null && value > 0 && value < least ? [aboutOf(asks)] : [],
    ),
  );

/** The mean age of very few is the age of somebody: those whom the same words count elsewhere in the report. */
function agesOfFew(
  { id, rows }: TablePart,
  { few, root }: { few: ReadonlySet<string>; root: string },
): string[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ measure, opens }, column) => {
      const ages = measure === 'mean' || measure === 'median';
      return ages && opens && few.has(aboutOf(asksOf(opens, root))) ? [placeOf(id, row, column)] : [];
    }),
  );
}
