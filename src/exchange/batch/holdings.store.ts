// What is already there, as far as the officer reaches: units, persons, and what earlier files brought.
import { sql } from 'kysely';
import { foldDossier } from '../../road/fold.ts';
import { effective } from '../../platform/effective.ts';
import type { Queryable } from '../../platform/db.ts';
import type { Actor } from '../../platform/http.ts';
import { entriesOf } from '../../platform/ledger.ts';
import { stillBrought } from '../../platform/vault.ts';
import { today } from '../../platform/clock.ts';
import { reach } from '../../org/access.ts';
import { reachSql } from '../../org/access.store.ts';
import { findNumbered, theNumbered } from '../../documents/number.store.ts';
import { listUnits } from '../../org/counts/unit-tree.store.ts';
import type { KnownRow, RollPerson } from './book.ts';
import type { Desk, TakenOver } from './people.ts';
import type { HeldUnit } from './units.ts';
import type { Content } from './values.ts';

export async function heldUnits(db: Queryable, actor: Actor): Promise<HeldUnit[]> {
  return listUnits(db, actor, today(), actor.unitPath ?? '/');
}

/** Documents by number within sight; units above which nothing of this installation stands: theirs is given from outside. */
export async function heldPapers(db: Queryable, actor: Actor, numbers: string[]): Promise<Papers> {
  const documents = await findNumbered(db, actor, numbers);
  const result = await sql<{ id: number }>`
    select unit.id from unit left join unit above on above.id = unit.parent_id
    where above.id is null or above.external`.execute(db);
  return {
    outermost: new Set(result.rows.map(({ id }) => id)),
    documentOf: (number, on) => theNumbered(documents, number, on)?.id ?? null,
  };
}
type Papers = Pick<Desk, 'outermost' | 'documentOf'>;

/** Units to whose persons the officer may write. */
export const written = (actor: Actor) =>
  reachSql(reach(actor, 'person.write'), { path: sql<string>`unit.path` });

/** Of everybody whom the officer may write to no more than who it is. */
export async function heldIds(db: Queryable, actor: Actor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person.id from person join unit on unit.id = person.unit_id where ${written(actor)}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Everybody on the roll or in the pool whom the officer may write to. */
export async function heldPeople(db: Queryable, actor: Actor): Promise<RollPerson[]> {
  const result = await sql<RollPerson>`
    select person.id, person.full_name as name, person.born_on as "bornOn", unit.name as unit,
           person.unit_id as "unitId", person.status, person.admitted_on as "admittedOn",
           person.official_on as "officialOn", person.card_number as "cardNumber", number.plain as identity,
           person.version
    from person join unit on unit.id = person.unit_id
    left join lateral (
      select plain from vault_field as value
      where value.person_id = person.id and field = 'identityNumber' and ${stillBrought('value.batch')}
      order by id desc limit 1
    ) number on true
    where ${written(actor)}`.execute(db);
  return result.rows;
}

/**
 * The latest line with each of these keys, of imports that stand – of the officer's own branch of the tree: another
 * ward's cell may well have the same name.
 */
export async function knownRows(
  db: Queryable,
  actor: Actor,
  keys: readonly string[],
): Promise<Map<string, KnownRow>> {
  const own = actor.unitPath ?? '/';
  const found = new Map<string, KnownRow>();
  for (let at = 0; at < keys.length; at += 10_000) {
    const result = await sql<{ row_key: string; stream: string; content: Content }>`
      select distinct on (row_key) row_key, stream, content
      from batch_row join batch on batch.id = batch_row.batch_id join unit on unit.id = batch.unit_id
      where (unit.path like ${`${own}%`} or ${own} like unit.path || '%') and row_key = any(${keys.slice(at, at + 10_000)}) and batch.state = 'done'
      order by row_key, batch.finished_at desc`.execute(db);
    for (const { row_key, stream, content } of result.rows) found.set(row_key, { stream, content });
  }
  return found;
}

const harmless = new Set([
  'person.registered',
  'person.corrected',
  'member.taken_over',
  'member.card_issued',
]);

/** Take-overs that a changed line may still correct: nothing was recorded after them act by act. */
export async function takenOverOf(
  db: Queryable,
  personIds: readonly string[],
): Promise<Map<string, TakenOver>> {
  const found = new Map<string, TakenOver>();
  for (let at = 0; at < personIds.length; at += 2000) {
    const some = personIds.slice(at, at + 2000);
    const people = await entriesOf(
      db,
      some.map((id) => `person:${id}`),
    );
    for (const id of some) {
      const standing = effective(people.get(`person:${id}`) ?? []);
      const first = standing.find((entry) => entry.kind === 'member.taken_over');
      const untouched = standing.every((entry) => harmless.has(entry.kind));
      found.set(id, { member: untouched ? (first?.clientId ?? null) : null, dossier: null });
    }
    for (const [id, dossier] of await dossiersOf(db, some)) {
      const one = found.get(id);
      if (one) one.dossier = dossier;
    }
  }
  return found;
}

/** Dossiers on their way, of persons whom no list brought: what is recorded act by act no list overwrites. */
export async function openDossiers(
  db: Queryable,
  personIds: readonly string[],
): Promise<Map<string, NonNullable<TakenOver['dossier']>>> {
  const { rows } = await sql<{ id: string; person: string; version: number }>`
    select id, person_id as person, version from dossier
    where closed_as is null and person_id = any(${[...personIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, person, version }) => [person, { id, entry: null, version }]));
}

async function dossiersOf(
  db: Queryable,
  personIds: readonly string[],
): Promise<Map<string, TakenOver['dossier']>> {
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'person_id'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('opened_on')
    .execute();
  const entries = await entriesOf(
    db,
    rows.map((row) => `dossier:${row.id}`),
  );
  return new Map(
    rows.map((row) => {
      const own = entries.get(`dossier:${row.id}`) ?? [];
      const standing = effective(own);
      const dossier = foldDossier(row.id, own);
      const only = standing.length === 1 && dossier?.takenOver ? (standing[0]?.clientId ?? null) : null;
      return [row.person_id, { id: row.id, entry: only, version: own.at(-1)?.version ?? 0 }];
    }),
  );
}
