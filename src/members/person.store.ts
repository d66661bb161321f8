// Persons in the database: finding one within reach, and writing many at once (vault and ledger together).
import { type RawBuilder, sql } from 'kysely';
import { among, type Queryable, type Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import { Invalid, Missing } from '../platform/errors.ts';
import type { Actor } from '../platform/http.ts';
import { append, entriesOf, entriesOfMany, type Recorder } from '../platform/ledger.ts';
import type { Entry } from '../platform/entry.ts';
import { erase, put, type VaultWrite } from '../platform/vault.ts';
import type { OfMany } from '../platform/write/step.ts';
import { may, type Place } from '../org/access.ts';
import { tellFollower } from './follow.store.ts';
import { decideAct, personEntry, personStreamOf, type Status } from './person.ts';
import './stream.store.ts';

export interface PersonRow {
  id: string;
  provinceId: string;
  unitId: number;
  unitName: string;
  unitPath: string;
  activityUnitId: number | null;
  activityUnitName: string | null;
  activityPath: string | null;
  status: Status;
  endedAs: string | null;
  name: string;
  bornOn: string | null;
  version: number;
}

export const findPerson = async (db: Queryable, id: string): Promise<PersonRow | undefined> =>
  (await personsSql([id]).execute(db)).rows[0];

const personsSql = (ids: readonly string[]): RawBuilder<PersonRow> => sql<PersonRow>`
  select person.id, person.province_id as "provinceId", person.unit_id as "unitId", unit.name as "unitName",
         unit.path as "unitPath", person.activity_unit_id as "activityUnitId", guest.name as "activityUnitName",
         guest.path as "activityPath", person.status, person.ended_as as "endedAs", person.full_name as name,
         person.born_on as "bornOn", person.version
  from person join unit on unit.id = person.unit_id left join unit as guest on guest.id = person.activity_unit_id
  where ${among('person.id', ids, 'uuid')}`;
/** The same for whoever asks beside others. */
export const personRow: OfMany<PersonRow> = { sql: personsSql, of: ({ id }) => id };

export const placeOf = (row: Pick<PersonRow, 'id' | 'unitPath'>): Place => ({
  path: row.unitPath,
  personId: row.id,
});

/** A member away is read by the unit where he takes part, too; everything else is a matter of the home unit. */
export function mayOn(actor: Actor, action: string, row: PersonRow): boolean {
  if (may(actor, action, placeOf(row))) return true;
  const guest = action === 'person.read' && row.activityPath;
  return guest ? may(actor, action, { path: guest, personId: row.id }) : false;
}

/** The person within reach of this action; out of reach does not exist. */
export async function getPerson(db: Queryable, actor: Actor, action: string, id: string): Promise<PersonRow> {
  return within(actor, action, await findPerson(db, id));
}

/** The person just read, if within reach. */
export function within(actor: Actor, action: string, row: PersonRow | undefined): PersonRow {
  if (!row || !mayOn(actor, action, row)) throw new Missing('access.missing');
  return row;
}

/** What is recorded of a person, asked beside others. */
export const personEntries = entriesOfMany(personStreamOf);

export async function entriesOfPerson(db: Queryable, id: string): Promise<Entry[]> {
  const stream = personStreamOf(id);
  return (await entriesOf(db, [stream])).get(stream) ?? [];
}

/** Writes persons in bulk: first the values, so that the rows made from the entries already show them. */
export async function recordPersons(
  tx: Tx,
  by: Recorder,
  made: { values: readonly VaultWrite[]; entries: readonly NewEntry[] },
): Promise<void> {
  const batches = new Map(made.entries.map(({ clientId, batch }) => [clientId, batch]));
  await put(
    tx,
    by,
    made.values.map((value) => ({ ...value, batch: batches.get(value.entry) })),
  );
  await append(tx, by, made.entries);
}

/** Deletes what is known of somebody who never was a member; the ledger keeps the id and this entry. */
export async function recordErasure(
  tx: Tx,
  by: Recorder,
  person: PersonRow,
  clientId: string,
): Promise<void> {
  const about = { clientId, personId: person.id, unitId: person.unitId, happenedOn: null };
  const entry = personEntry('person.erased', about, {});
  const { refusal } = decideAct(await entriesOfPerson(tx, person.id), [{ ...entry, names: null }]);
  if (refusal) throw new Invalid(refusal.code, refusal.params);
  await refuseHolders(tx, person.id);
  await tellFollower(tx, by, person.id, [entry]);
  await erase(tx, person.id);
  await append(tx, by, [entry]);
}

/** Whoever holds an office or an account is named there, too: that goes first. */
async function refuseHolders(tx: Tx, id: string): Promise<void> {
  const result = await sql`
    select 1 from office where person_id = ${id}::uuid
    union all select 1 from account where person_id = ${id}::uuid limit 1`.execute(tx);
  if (result.rows.length > 0) throw new Invalid('members.others_rest_on_it');
}
