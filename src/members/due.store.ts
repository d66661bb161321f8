// Members as a source of the work list: their open lines made with the person's row, their names for those who may read
// them, and the same again under other regulations.
import { type RawBuilder, sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { findCommittee } from '../org/profile.store.ts';
import { formatDay } from '../platform/day.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Entry } from '../platform/entry.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf } from '../platform/ledger.ts';
import type { Regulations } from '../rules/index.ts';
import type { DueRow } from '../worklist/due.ts';
import { keepDues } from '../worklist/due.store.ts';
import { regulations } from '../worklist/in-force.ts';
import type { CaseSource, CaseWords, Reckoned } from '../worklist/source.ts';
import { dueOfMember, startingKinds } from './due.ts';
import { personStreamOf } from './person.ts';

/** A person with the entries that make the lines. */
export interface Owing {
  id: string;
  unitId: number;
  entries: readonly Entry[];
}

/** Keeps the lines of persons just folded; `ids` names also those of whom nothing is left. */
export async function keepMemberDues(
  tx: Tx,
  ids: readonly string[],
  persons: readonly Owing[],
): Promise<void> {
  const owed = await reckonPersons(tx, regulations(), persons);
  await keepDues(tx, 'person', ids, [...owed.values()].flat());
}

/** Persons without an act that starts a clock owe nothing and cost nothing. */
async function reckonPersons(
  db: Queryable,
  law: Regulations,
  persons: readonly Owing[],
): Promise<Map<string, DueRow[]>> {
  const starting = new Set(startingKinds(law));
  const some = persons.filter(({ entries }) => entries.some((entry) => starting.has(entry.kind)));
  if (some.length === 0) return new Map();
  const paths = await pathsOf(db, [...new Set(some.map(({ unitId }) => unitId))]);
  const keptOn = (await findCommittee(db))?.setUpOn ?? null;
  return new Map(
    some.map((person) => {
      const path = paths.get(person.unitId) ?? '/';
      return [person.id, dueOfMember(person, person.entries, { regulations: law, path, keptOn })];
    }),
  );
}

async function pathsOf(db: Queryable, units: number[]): Promise<Map<number, string>> {
  const result = await sql<{ id: number; path: string }>`
    select id, path from unit where id = any(${units}::int[])`.execute(db);
  return new Map(result.rows.map(({ id, path }) => [id, path]));
}

async function reckon(db: Queryable, law: Regulations, ids: readonly string[]): Promise<Reckoned[]> {
  const entries = await entriesOf(db, ids.map(personStreamOf));
  const result = await sql<{ id: string; unitId: number }>`
    select id, unit_id as "unitId" from person where id = any(${[...ids]}::uuid[])`.execute(db);
  const persons = result.rows.map((row) => ({ ...row, entries: entries.get(personStreamOf(row.id)) ?? [] }));
  const owed = await reckonPersons(db, law, persons);
  return persons.map(({ id, unitId }) => ({ caseId: id, unitId, rows: owed.get(id) ?? [], next: null }));
}

async function renew(tx: Tx, ids: readonly string[]): Promise<void> {
  const reckoned = await reckon(tx, regulations(), ids);
  const rows = reckoned.flatMap((one) => one.rows);
  await keepDues(tx, 'person', ids, rows);
}

async function idsBelow(db: Queryable, path: string | null): Promise<string[]> {
  const kinds = startingKinds(regulations());
  const result = await sql<{ id: string }>`
    select person.id from person join unit on unit.id = person.unit_id
    where unit.path like ${`${path ?? '/'}%`}
      and person.id in (select person_id from ledger where kind = any(${kinds}) and person_id is not null)
    order by person.id`.execute(db);
  return result.rows.map((row) => row.id);
}

async function describe(
  db: Queryable,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, CaseWords>> {
  const seen = reachSql(reach(actor, 'person.read'), {
    path: sql<string>`unit.path`,
    personId: sql<string>`person.id`,
  });
  const result = await sql<{ id: string; fullName: string; bornOn: string | null }>`
    select person.id, person.full_name as "fullName", person.born_on as "bornOn"
    from person join unit on unit.id = person.unit_id
    where person.id = any(${[...ids]}::uuid[]) and ${seen}`.execute(db);
  return new Map(
    result.rows.map(({ id, fullName, bornOn }) => [
      id,
      { title: fullName, second: formatDay(bornOn) || null, href: `/people/${id}`, open: null },
    ]),
  );
}

/** A word that begins a word of the person's name. */
export const foundByName = (word: string): RawBuilder<boolean> =>
  sql<boolean>`exists (select from person_word w where w.person_id = due.person_id
    and w.suffix like ${`${word.replace(/[%_\\]/g, (sign) => `\\${sign}`)}%`})`;

export const memberSource: CaseSource = {
  kind: 'person',
  describe,
  form: ({ caseId }, step) => `/people/${caseId}?act=${step}`,
  found: foundByName,
  ids: idsBelow,
  reckon,
  renew,
};
