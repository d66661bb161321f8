// The vault of persons: append-only versions of fields, each with who and when. Fields of class 3 and 4 and all
// free text about a person are sealed under the person's own key; erasing the key erases them.
import { randomBytes } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { among, type Generated, type Queryable, type Tx } from './db.ts';
import { open, seal, unwrapKey, wrapKey } from './sealed/cipher.ts';
import { type Recorder, undoneBatches } from './ledger.ts';

declare module './db.ts' {
  interface Tables {
    vault_key: { person_id: string; wrapped: Buffer };
    vault_field: {
      id: Generated<number>;
      person_id: string;
      field: string;
      class: number;
      plain: string | null;
      sealed: Buffer | null;
      recorded_at: Generated<string>;
      recorded_by: string;
      entry: string;
      batch: string | null;
    };
  }
}

export interface FieldClass {
  class: 1 | 2 | 3 | 4;
  /** Free text is sealed whatever its class. */
  sealed: boolean;
}

/** null clears the field; the older versions stay. */
export interface FieldValue {
  field: string;
  value: string | null;
}

let masterKey: Buffer | null = null;
let classOf: (field: string) => FieldClass = () => {
  throw new Error('the vault has no field classes yet');
};

export function useVault(key: Buffer, classes: (field: string) => FieldClass): void {
  masterKey = key;
  classOf = classes;
}

function master(): Buffer {
  if (!masterKey) throw new Error('the vault has no master key');
  return masterKey;
}

export interface VaultWrite {
  personId: string;
  fields: FieldValue[];
  /** client id of the ledger entry that brought these values */
  entry: string;
  /** the import that this entry came with */
  batch?: string | null | undefined;
}

/** Appends new versions of fields. */
export async function put(tx: Tx, by: Recorder, writes: readonly VaultWrite[]): Promise<void> {
  const rows = writes.flatMap((write) =>
    write.fields.map((item) => ({
      ...item,
      ...classOf(item.field),
      personId: write.personId,
      entry: write.entry,
      batch: write.batch,
    })),
  );
  if (rows.length === 0) return;
  const needKey = [...new Set(rows.filter((row) => row.sealed && row.value !== null).map((r) => r.personId))];
  const keys = await keysOf(tx, needKey, true);
  const records = rows.map((row) => {
    const key = keys.get(row.personId);
    const hidden = row.sealed && row.value !== null;
    return {
      person_id: row.personId,
      field: row.field,
      class: row.class,
      plain: row.sealed ? null : row.value,
      sealed: hidden && key ? seal(key, row.value as string, row.field).toString('hex') : null,
      entry: row.entry,
      batch: row.batch,
    };
  });
  for (let at = 0; at < records.length; at += 5000) await insert(tx, by, records.slice(at, at + 5000));
}

async function insert(tx: Tx, by: Recorder, records: object[]): Promise<void> {
  await sql`
    insert into vault_field (person_id, field, class, plain, sealed, recorded_by, entry, batch)
    select person_id, field, class, plain, decode(sealed, 'hex'), ${by.accountId}::uuid, entry, batch
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
         as r(person_id uuid, field text, class smallint, plain text, sealed text, entry uuid, batch uuid)`.execute(
    tx,
  );
}

async function keysOf(db: Queryable, ids: string[], make: boolean): Promise<Map<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const keys = await readKeys(db, ids);
  const fresh = make ? ids.filter((id) => !keys.has(id)) : [];
  if (fresh.length === 0) return keys;
  // Of two writers who make the first key of a person at once, one key stands, and both seal with it.
  await db
    .insertInto('vault_key')
    .values(fresh.map((id) => ({ person_id: id, wrapped: wrapKey(master(), randomBytes(32), id) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return readKeys(db, ids);
}

async function readKeys(db: Queryable, ids: string[]): Promise<Map<string, Buffer>> {
  const rows = await db
    .selectFrom('vault_key')
    .selectAll()
    .where(among('person_id', ids, 'uuid'))
    .execute();
  return new Map(rows.map((row) => [row.person_id, unwrapKey(master(), row.wrapped, row.person_id)]));
}

/** One open value as it was brought; null clears the field. */
export interface PlainValue {
  field: string;
  value: string | null;
  recordedAt: string;
  entry: string;
}

export type PlainRow = PlainValue & { person: string };

/** The import of a value as a column: none, or one that was not taken back. */
export const stillBrought = (batch: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(batch)} is null or ${sql.ref(batch)} not in ${undoneBatches})`;

/** Every open (unsealed) value of these persons, oldest first: enough for everything that current rows hold. */
export const plainSql = (ids: readonly string[]): RawBuilder<PlainRow> => sql<PlainRow>`
  select person_id as person, field, plain as value, recorded_at as "recordedAt", entry from vault_field
  where ${among('person_id', ids, 'uuid')} and class <= 2 and sealed is null
    and ${stillBrought('vault_field.batch')}
  order by id`;

/** Only values brought by entries that stand count, so that withdrawing a correction brings the older value back. */
export const standingPlain = (
  rows: readonly PlainRow[],
  stands: (entry: string) => boolean,
): Map<string, PlainValue[]> =>
  Map.groupBy(
    rows.filter(({ entry }) => stands(entry)),
    ({ person }) => person,
  );

/** The newest of them: field → value. */
export function newestOf(values: readonly Pick<PlainValue, 'field' | 'value'>[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { field, value } of values) {
    if (value === null) newest.delete(field);
    else newest.set(field, value);
  }
  return newest;
}

export interface VaultVersion {
  field: string;
  value: string | null;
  recordedAt: string;
  recordedBy: string;
  entry: string;
}

/** The versions of the named fields of one person, oldest first; sealed ones opened. `prefix%` is allowed. */
export const readVersions = async (
  db: Queryable,
  personId: string,
  fields: string[],
): Promise<VaultVersion[]> => openVersions((await versionsSql([personId], fields).execute(db)).rows);

export interface VersionRow extends Omit<VaultVersion, 'value'> {
  person: string;
  plain: string | null;
  sealed: Buffer | null;
  wrapped: Buffer | null;
}

/** The same as a statement, to be sent together with others, and how its rows are read. */
export const versionsSql = (
  personIds: readonly string[],
  fields: readonly string[],
): RawBuilder<VersionRow> =>
  versionsWhere(
    sql`${among('field.person_id', personIds, 'uuid')} and field.field like any(${[...fields]}::text[])`,
  );

const versionsWhere = (asked: RawBuilder<unknown>): RawBuilder<VersionRow> => sql<VersionRow>`
  select field.person_id as person, field.field, field.plain, field.sealed, field.recorded_at as "recordedAt",
         field.recorded_by as "recordedBy", field.entry, key.wrapped
  from vault_field as field left join vault_key as key
    on key.person_id = field.person_id and field.sealed is not null
  where ${asked} and ${stillBrought('field.batch')}
  order by field.id`;

export function openVersions(rows: readonly VersionRow[]): VaultVersion[] {
  const keys = new Map<string, Buffer>();
  return rows.map(({ person, plain, sealed, wrapped, ...version }) => {
    if (!sealed) return { ...version, value: plain };
    if (wrapped && !keys.has(person)) keys.set(person, unwrapKey(master(), wrapped, person));
    const key = keys.get(person);
    return { ...version, value: key ? open(key, sealed, version.field) : null };
  });
}

/** Newest values of the named fields of one person, sealed ones opened. */
export async function readFields(
  db: Queryable,
  personId: string,
  fields: string[],
): Promise<Map<string, string>> {
  return newestOf(await readVersions(db, personId, fields));
}

/** The same of many persons at once, one field of each, which no other person has: a note bears the id of its entry. */
export async function readNamed(
  db: Queryable,
  named: readonly { personId: string; field: string }[],
): Promise<Map<string, string>> {
  const [persons, fields] = [named.map(({ personId }) => personId), named.map(({ field }) => field)];
  const one = sql`(field.person_id, field.field) in (select * from unnest(${persons}::uuid[], ${fields}::text[]))`;
  return newestOf(openVersions((await versionsWhere(one).execute(db)).rows));
}

/** Deletes the person's fields and key for good; the ledger keeps the id and an `erased` entry. */
export async function erase(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('vault_field').where('person_id', '=', personId).execute();
  await tx.deleteFrom('vault_key').where('person_id', '=', personId).execute();
}
