// Routine work of units as a source of the work list: what is read for it, and the stored lines made again whenever a
// unit, a record of its routines or a settlement changes.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findCommittee } from '../org/profile.store.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { keepDues } from './due.store.ts';
import { regulations } from './in-force.ts';
import { readPeriod, type Span } from './period.ts';
import type { CaseSource, CaseWords, Reckoned, Version } from './source.ts';
import { dueOfUnit, keptFrom, type UnitFacts } from './unit-due.ts';
import { routineHref } from './view.ts';

interface UnitRow {
  id: number;
  kind: string;
  type: string | null;
  path: string;
  foundedOn: string | null;
}

/** Units that keep records of their own and still exist. */
const living = sql<boolean>`not unit.external and unit.ended_on is null`;

/** What is known of these units; one that has ended, or is known by name only, is absent. */
export async function readUnitFacts(db: Queryable, ids: readonly number[]): Promise<UnitFacts[]> {
  const setUpOn = (await findCommittee(db))?.setUpOn;
  if (!setUpOn || ids.length === 0) return [];
  const units = await sql<UnitRow>`
    select id, kind, type, path, founded_on as "foundedOn" from unit
    where id = any(${[...ids]}::int[]) and ${living} order by id`.execute(db);
  const done = await readDone(db, ids);
  return units.rows.map(({ foundedOn, ...unit }) => ({
    ...unit,
    keptOn: keptFrom(foundedOn, setUpOn),
    done: done.get(unit.id) ?? [],
  }));
}

type Done = UnitFacts['done'][number];

async function readDone(db: Queryable, ids: readonly number[]): Promise<Map<number, Done[]>> {
  const result = await sql<{ unitId: number; step: string | null; clock: string | null; part: string }>`
    select unit_id as "unitId", step, null as clock, period as part from routine where unit_id = any(${[...ids]}::int[])
    union all
    select unit_id, null, clock, part from settlement
    where case_kind = 'unit' and unit_id = any(${[...ids]}::int[])`.execute(db);
  const done = new Map<number, Done[]>();
  for (const { unitId, part, ...by } of result.rows) {
    const span: Span | null = readPeriod(part);
    if (span) done.set(unitId, [...(done.get(unitId) ?? []), { ...by, from: span.from, until: span.until }]);
  }
  return done;
}

/** Makes the stored lines of these units again. Of two writers about one unit the second waits and sees the first. */
export async function renewUnitDues(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`select id from unit where id = any(${[...ids]}::int[]) order by id for no key update`.execute(tx);
  const rows = (await readUnitFacts(tx, ids)).flatMap((unit) => dueOfUnit(regulations(), unit));
  await keepDues(tx, 'unit', ids.map(String), rows);
}

async function reckon(
  db: Queryable,
  versions: readonly Version[],
  ids: readonly string[],
): Promise<Reckoned[][]> {
  const units = await readUnitFacts(db, ids.map(Number));
  return versions.map(({ regulations: law }) =>
    units.map((unit) => ({
      caseId: String(unit.id),
      unitId: unit.id,
      rows: dueOfUnit(law, unit),
      next: null,
    })),
  );
}

async function describe(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, CaseWords>> {
  const seen = reachSql(reach(actor, 'unit.read'), { path: sql<string>`unit.path` });
  const result = await sql<{ id: number; name: string }>`
    select id, name from unit where id = any(${ids.map(Number)}::int[]) and ${seen}`.execute(db);
  return new Map(
    result.rows.map(({ id, name }) => [
      String(id),
      { title: name, second: null, href: `/units/${id}`, open: null },
    ]),
  );
}

async function idsBelow(db: Queryable, path: string | null): Promise<string[]> {
  const result = await sql<{ id: number }>`
    select id from unit where ${living} and path like ${`${path ?? '/'}%`} order by id`.execute(db);
  return result.rows.map((row) => String(row.id));
}

export const unitSource: CaseSource = {
  kind: 'unit',
  describe,
  form: ({ unitId, part }, step) => routineHref({ unitId, step, period: part }),
  ids: idsBelow,
  reckon,
  renew: (tx, ids) => renewUnitDues(tx, ids.map(Number)),
};
