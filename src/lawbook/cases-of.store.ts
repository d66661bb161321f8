// Cases of the work list within reach of a reader: which there are, where they stand, and their words.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { findUnits } from '../org/unit.store.ts';
import type { Queryable } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import type { CaseKind } from '../worklist/due.ts';
import '../worklist/due.store.ts';
import { type CaseSource, type CaseWords, sourceOf, type Touched } from '../worklist/source.ts';

/** Paths below which the reader sees the work; null = everywhere. */
export function pathsOf(actor: Actor): readonly (string | null)[] {
  const reached = reach(actor, 'worklist.read');
  if (reached.kind === 'everywhere') return [null];
  return reached.kind === 'paths' ? reached.paths : [];
}

/** What both reach and the chosen subtree hold: the narrower of each pair. */
export function narrowed(paths: readonly (string | null)[], below: string | null): (string | null)[] {
  if (below === null) return [...paths];
  return paths.flatMap((path) => {
    if (path === null || below.startsWith(path)) return [below];
    return path.startsWith(below) ? [path] : [];
  });
}

/** Paths may lie below one another: each case once. */
export async function casesBelow(
  paths: readonly (string | null)[],
  idsOf: (path: string | null) => Promise<string[]>,
): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) for (const id of await idsOf(path)) found.add(id);
  return [...found];
}

export const openCases = (
  db: Queryable,
  source: CaseSource,
  paths: readonly (string | null)[],
  touched?: Touched,
): Promise<string[]> => casesBelow(paths, (path) => source.ids(db, path, touched));

/** Cases that keep a line of one of these clocks, or – for the calendar – any line counted in working days. */
export async function casesWithLines(
  db: Queryable,
  kind: CaseKind,
  paths: readonly (string | null)[],
  clocks: readonly string[] | 'working_days',
): Promise<string[]> {
  if (paths.length === 0) return [];
  const lines =
    clocks === 'working_days' ? sql`due.unit = 'working_days'` : sql`due.clock = any(${[...clocks]})`;
  const places = paths.map((path) => (path === null ? sql`true` : sql`unit.path like ${`${path}%`}`));
  const result = await sql<{ id: string }>`
    select distinct case_id as id from due join unit on unit.id = due.unit_id
    where case_kind = ${kind} and ${lines} and (${sql.join(places, sql` or `)})`.execute(db);
  return result.rows.map(({ id }) => id);
}

export interface Placed {
  caseKind: CaseKind;
  caseId: string;
  unitId: number;
}
export type Worded<T> = T & Omit<CaseWords, 'open'> & { unitName: string };

/** The same, with the words of each case; one that the reader may not see is left out. */
export async function withWords<T extends Placed>(
  db: Queryable,
  actor: Actor,
  list: readonly T[],
): Promise<Worded<T>[]> {
  const words = new Map<string, CaseWords>();
  for (const [kind, own] of Map.groupBy(list, ({ caseKind }) => caseKind)) {
    const ids = [...new Set(own.map(({ caseId }) => caseId))];
    for (const [id, said] of await sourceOf(kind).describe(db, actor, ids)) words.set(`${kind}/${id}`, said);
  }
  const units = await findUnits(db, [...new Set(list.map(({ unitId }) => unitId))]);
  return list.flatMap((one) => {
    const said = words.get(`${one.caseKind}/${one.caseId}`);
    if (!said) return [];
    const { title, second, href } = said;
    return [{ ...one, title, second, href, unitName: units.get(one.unitId)?.name ?? '' }];
  });
}
