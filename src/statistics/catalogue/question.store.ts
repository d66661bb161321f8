// A question as the pages ask it, made ready for counting: which figure, where, on which days, under which conditions.
import type { Queryable } from '../../platform/db.ts';
import { Invalid, Missing } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import { findPart } from '../part.ts';
import { findEntry } from './catalogue.ts';
import { type Columns, type Condition, conditionTest, type Light, type Test } from './columns.ts';
import { columnsFor } from './columns.store.ts';
import { type DimensionId, isDimension } from './dimension.ts';
import type { Entry } from './entry.ts';
import { type Asked, type Place, placeOf } from './place.store.ts';
import { branchesOf } from './table.ts';

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
    const known =
      by === 'part' ? entry.parts && findPart(value)?.counted : isDimension(by) && entry.by.includes(by);
    if (at < 1 || !known) throw new Invalid('statistics.where');
    return { by: by as DimensionId | 'part', value };
  });
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
  const light: Light = {
    span: place.span,
    typeOf: (unit) => place.tree.byId.get(unit)?.type ?? null,
  };
  const fixed = Object.entries(entry.only ?? {}).map(([by, value]) => ({ by: by as DimensionId, value }));
  const tests = [...fixed, ...conditions].map((one) => conditionTest(columns, one, light));
  return { columns, light, tests };
}

export const insideOf = ({ columns, place }: Pick<Ready, 'columns' | 'place'>): Test =>
  branchesOf(columns, place.tree, place.tops).inside;
