// A question as the pages ask it, made ready for counting: which figure, where, on which days, under which conditions.
import type { Queryable } from '../../platform/db.ts';
import { markIds } from '../../areas/area.ts';
import { Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { findPart } from '../part.ts';
import { findEntry } from './catalogue.ts';
import { type Branch, type Condition, conditionTest, type Light, type Test } from './held/ask.ts';
import type { Columns } from '../../columns/columns.ts';
import { columnsFor } from './held/columns.store.ts';
import { type DimensionId, isDimension } from './dimension.ts';
import type { Entry } from './entry.ts';
import { marksAt } from './held/marks.store.ts';
import { type Asked, type Place, placeOf } from './place.store.ts';
import { branchOf } from './table.ts';

export function getEntry(id: string): Entry {
  const entry = findEntry(id);
  if (!entry) throw new Missing('statistics.figure');
  return entry;
}

/** 'sex:F,age:18-30' as conditions that this figure can be asked for. */
export function conditionsOf(entry: Entry, where: string | undefined): Condition[] {
  if (!where) return [];
  return where.split(',').map((one) => {
    const at = one.indexOf(':');
    const [by, value] = [one.slice(0, at), one.slice(at + 1)];
    if (at < 1 || !isKnown(entry, by, value)) throw new Invalid('statistics.where');
    return { by: by as Condition['by'], value };
  });
}

function isKnown(entry: Entry, by: string, value: string): boolean {
  if (by === 'part') return entry.parts === true && findPart(value)?.counted === true;
  if (by === 'area') return ['', ...markIds].includes(value);
  return isDimension(by) && entry.by.includes(by);
}

export const saidWhere = (conditions: readonly Condition[]): string =>
  conditions.map(({ by, value }) => `${by}:${value}`).join(',');

export interface Ready {
  entry: Entry;
  place: Place;
  columns: Columns;
  light: Light;
  conditions: Condition[];
  /** every condition but the branch */
  tests: Test[];
}

export async function readyFor(
  db: Queryable,
  actor: Actor,
  figure: string,
  asked: Asked & { where?: string | undefined },
): Promise<Ready> {
  const entry = getEntry(figure);
  const conditions = conditionsOf(entry, asked.where);
  const place = await placeOf(db, actor, entry, asked);
  return { ...(await lit(db, entry, place, conditions)), entry, place, conditions };
}

/** The same for another figure at the same place: what a ratio is divided by. */
export async function lit(
  db: Queryable,
  entry: Entry,
  place: Place,
  conditions: readonly Condition[],
): Promise<Pick<Ready, 'columns' | 'light' | 'tests'>> {
  const columns = await columnsFor(db, entry.source);
  const marked = conditions.some(({ by }) => by === 'area');
  const light: Light = { ...lightOf(place), ...(marked ? { marks: await marksAt(db, place.tree) } : {}) };
  const tests = [
    ...testsOf(columns, entry, light),
    ...conditions.map((one) => conditionTest(columns, one, light)),
  ];
  return { columns, light, tests };
}

export const lightOf = ({ span, tree }: Place): Light => ({
  span,
  typeOf: (unit) => tree.byId.get(unit)?.type ?? null,
});

/** What the figure itself asks of a row. */
export const testsOf = (columns: Columns, entry: Entry, light: Light): Test[] =>
  Object.entries(entry.only ?? {}).map(([by, value]) =>
    conditionTest(columns, { by: by as DimensionId, value }, light),
  );

/** All units that count, as one group. */
export const branchAt = ({ tree, tops }: Place): Branch => branchOf(tree, tops, 'together');
