// The stream of persons: current rows (person, its searchable words, memberships) written in bulk from the ledger
// and the open fields of the vault.
import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Entry } from '../platform/entry.ts';
import { batchUndone, entriesOf, type Stream } from '../platform/ledger.ts';
import { fold, sortKey, toneFold, wordSuffixes } from '../platform/text.ts';
import { readPlain } from '../platform/vault.ts';
import { type Folded, foldPerson, personKinds, personStreamOf, stateOf } from './person.ts';

declare module '../platform/db.ts' {
  interface Tables {
    person: PersonTable;
    person_word: { person_id: string; suffix: string };
    membership: {
      person_id: string;
      unit_id: number;
      kind: string;
      from_on: string;
      to_on: string | null;
      began_as: string;
      ended_as: string | null;
    };
  }
}

export interface PersonTable {
  id: string;
  province_id: string;
  unit_id: number;
  status: string;
  ended_as: string | null;
  ended_on: string | null;
  full_name: string;
  name_key: string;
  name_exact: string;
  sort_key: string;
  sex: string | null;
  born_on: string | null;
  ethnicity: string | null;
  education: string | null;
  profession: string | null;
  occupation: string | null;
  political_theory: string | null;
  youth_union: boolean | null;
  card_number: string | null;
  file_number: string | null;
  native_place: string | null;
  residence: string | null;
  position: string | null;
  admitted_on: string | null;
  decided_on: string | null;
  official_on: string | null;
  exempt: boolean;
  activity: string;
  activity_unit_id: number | null;
  source_key: string | null;
  version: number;
}

export const personStream: Stream = {
  prefix: 'person',
  kinds: personKinds,
  tables: ['person', 'person_word', 'membership'],
  project: projectPersons,
};

interface Made {
  row: PersonTable;
  suffixes: string[];
  folded: Folded;
}

async function projectPersons(tx: Tx, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 2500) await projectSome(tx, ids.slice(at, at + 2500));
}

async function projectSome(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(personStreamOf));
  const fields = await readPlain(tx, ids, await standingEntries(tx, ids, [...entries.values()]));
  const made = ids.flatMap((id) => {
    const own = entries.get(personStreamOf(id)) ?? [];
    return makePerson(id, own, fields.get(id) ?? new Map()) ?? [];
  });
  for (const table of ['membership', 'person_word'] as const)
    await tx.deleteFrom(table).where(sql<boolean>`person_id = any(${ids}::uuid[])`).execute();
  await tx.deleteFrom('person').where(sql<boolean>`id = any(${ids}::uuid[])`).execute();
  if (made.length === 0) return;
  await insertPersons(
    tx,
    made.map((item) => item.row),
  );
  await insertWords(tx, made);
  await insertMemberships(tx, made);
}

/** Which ledger entries still vouch for the values they brought: not withdrawn, not of an import that was undone. */
export async function standingEntries(
  db: Queryable,
  ids: string[],
  streams: readonly Entry[][],
): Promise<(entry: string) => boolean> {
  const fallen = new Set<string>();
  for (const own of streams) {
    const state = stateOf(own);
    for (const entry of own)
      if (entry.names === null && state(entry.clientId) === 'withdrawn') fallen.add(entry.clientId);
  }
  const undone = await sql<{ client_id: string }>`
    select client_id from ledger where person_id = any(${ids}::uuid[]) and batch in
      (select names from ledger as undone where undone.kind = ${sql.lit(batchUndone)})`.execute(db);
  for (const row of undone.rows) fallen.add(row.client_id);
  return (entry) => !fallen.has(entry);
}

function makePerson(id: string, entries: readonly Entry[], fields: Map<string, string>): Made | null {
  const folded = foldPerson(entries, fields.get('bornOn') ?? null);
  if (!folded || folded.erased) return null;
  const fullName = fields.get('fullName') ?? '';
  return {
    row: rowOf(id, folded, fields, entries.at(-1)?.version ?? 0),
    suffixes: wordSuffixes(fullName),
    folded,
  };
}

function rowOf(id: string, folded: Folded, fields: Map<string, string>, version: number): PersonTable {
  const value = (name: string) => fields.get(name) ?? null;
  const fullName = value('fullName') ?? '';
  const union = value('youthUnion');
  return {
    id,
    province_id: folded.provinceId,
    unit_id: folded.unitId,
    status: folded.status,
    ended_as: folded.endedAs,
    ended_on: folded.endedOn,
    full_name: fullName,
    name_key: fold(fullName),
    name_exact: toneFold(fullName),
    // Hòa and Hoà stand together.
    sort_key: sortKey(toneFold(fullName)),
    sex: value('sex'),
    born_on: value('bornOn'),
    ethnicity: value('ethnicity'),
    education: value('education'),
    profession: value('profession'),
    occupation: value('occupation'),
    political_theory: value('politicalTheory'),
    youth_union: union === null ? null : union === 'true',
    card_number: value('cardNumber'),
    file_number: value('fileNumber'),
    native_place: value('nativePlace'),
    residence: value('residence'),
    position: value('position'),
    admitted_on: folded.admittedOn,
    decided_on: folded.decidedOn,
    official_on: folded.officialOn,
    exempt: folded.exempt,
    activity: folded.activity,
    activity_unit_id: folded.activityUnitId,
    source_key: folded.sourceKey,
    version,
  };
}

const insertPersons = (tx: Tx, rows: PersonTable[]) =>
  sql`insert into person select * from jsonb_populate_recordset(null::person, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );

function insertWords(tx: Tx, made: readonly Made[]): Promise<unknown> {
  const rows = made.flatMap(({ row, suffixes }) =>
    [...new Set(suffixes)].map((suffix) => ({ person_id: row.id, suffix })),
  );
  return sql`
    insert into person_word (person_id, suffix)
    select person_id, suffix from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(person_id uuid, suffix text)`.execute(tx);
}

function insertMemberships(tx: Tx, made: readonly Made[]): Promise<unknown> {
  const rows = made.flatMap(({ row, folded }) =>
    folded.memberships.map((membership) => ({
      person_id: row.id,
      unit_id: membership.unitId,
      kind: membership.kind,
      from_on: membership.fromOn,
      to_on: membership.toOn,
      began_as: membership.beganAs,
      ended_as: membership.endedAs,
    })),
  );
  return sql`
    insert into membership (person_id, unit_id, kind, from_on, to_on, began_as, ended_as)
    select person_id, unit_id, kind, from_on, to_on, began_as, ended_as
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, unit_id int, kind text, from_on text,
         to_on text, began_as text, ended_as text)`.execute(tx);
}
