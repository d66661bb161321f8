// Members as a source of the work list: their open lines made with the person's row, their names for those who may read
// them, and the same again under other regulations.
import { type RawBuilder, sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import { formatDay } from '../platform/day.ts';
import { among, type Queryable, together, type Tx } from '../platform/db.ts';
import type { Entry } from '../platform/entry.ts';
import type { Actor } from '../platform/http.ts';
import { entriesSql, readEntries } from '../platform/ledger.ts';
import type { Regulations } from '../rules/index.ts';
import type { DueRow } from '../worklist/due.ts';
import { keepDues } from '../worklist/due.store.ts';
import { regulations } from '../worklist/in-force.ts';
import {
  type CaseSource,
  type CaseWords,
  onlyVersion,
  type Reckoned,
  type Version,
} from '../worklist/source.ts';
import { dueOfMember, startingKinds } from './due.ts';
import { personStreamOf } from './person.ts';

/** A person with the entries that make the lines. */
export interface Owing {
  id: string;
  unitId: number;
  entries: readonly Entry[];
}

/** What a line hangs on beside the acts: where the units stand, and since when this roll is kept. */
export interface Surroundings {
  id: number;
  path: string;
  keptOn: string | null;
}

/** Of all units that the acts of these persons name. */
export const surroundingsSql = (ids: readonly string[]): RawBuilder<Surroundings> => sql<Surroundings>`
  select id, path, (select value ->> 'setUpOn' from setting where key = 'committee') as "keptOn"
  from unit where id in (select unit_id from ledger where ${among('stream', ids.map(personStreamOf), 'text')})`;

/** The lines of each person; those without an act that starts a clock owe nothing and cost nothing. */
export function owedBy(
  law: Regulations,
  persons: readonly Owing[],
  surroundings: readonly Surroundings[],
): Map<string, DueRow[]> {
  const starting = startingKinds(law);
  const paths = new Map(surroundings.map(({ id, path }) => [id, path]));
  const keptOn = surroundings[0]?.keptOn ?? null;
  return new Map(
    persons
      .filter(({ entries }) => entries.some((entry) => starting.has(entry.kind)))
      .map((person) => {
        const path = paths.get(person.unitId) ?? '/';
        return [person.id, dueOfMember(person, person.entries, { regulations: law, path, keptOn })];
      }),
  );
}

async function reckon(
  db: Queryable,
  versions: readonly Version[],
  ids: readonly string[],
): Promise<Reckoned[][]> {
  const [rows, found, surroundings] = await together(
    db,
    entriesSql(ids.map(personStreamOf)),
    sql<{ id: string; unitId: number }>`
      select id, unit_id as "unitId" from person where id = any(${[...ids]}::uuid[])`,
    surroundingsSql(ids),
  );
  const entries = readEntries(rows);
  const persons = found.map((row) => ({ ...row, entries: entries.get(personStreamOf(row.id)) ?? [] }));
  return versions.map(({ regulations: law }) => {
    const owed = owedBy(law, persons, surroundings);
    return persons.map(({ id, unitId }) => ({ caseId: id, unitId, rows: owed.get(id) ?? [], next: null }));
  });
}

async function renew(tx: Tx, ids: readonly string[]): Promise<void> {
  const reckoned = await reckon(tx, onlyVersion(regulations()), ids);
  const rows = reckoned.flat().flatMap((one) => one.rows);
  await keepDues(tx, 'person', ids, rows);
}

async function idsBelow(db: Queryable, path: string | null): Promise<string[]> {
  const kinds = [...startingKinds(regulations())];
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
