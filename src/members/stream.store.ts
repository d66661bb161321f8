// The stream of persons: current rows (person, its searchable words, memberships) written in bulk from the ledger
// and the open fields of the vault.
import type { RawBuilder } from 'kysely';
import { among, together, type Tx } from '../platform/db.ts';
import { withdrawal } from '../platform/effective.ts';
import { type Entry, idOf } from '../platform/entry.ts';
import { entriesSql, type LedgerRow, readEntries, type Stream } from '../platform/ledger.ts';
import { changesSql, type Row, type RowsOf, standingSql } from '../platform/write/rows.ts';
import { fold, sortKey, toneFold, wordSuffixes } from '../platform/text.ts';
import { mostInGroup } from '../platform/write/group.ts';
import { send } from '../platform/write/unanswered.ts';
import { newestOf, plainSql, type PlainRow, type PlainValue, standingPlain } from '../platform/vault.ts';
import { dueRows, recordOf } from '../worklist/due.store.ts';
import { regulations } from '../worklist/in-force.ts';
import { admittedRows, admittedRowsOf } from './admitted.store.ts';
import { owedBy, surroundingsSql } from './due.store.ts';
import { type FieldName, type Folded, foldPerson, personKinds, personStreamOf, stateOf } from './person.ts';

declare module '../platform/db.ts' {
  interface Tables {
    person: PersonTable;
    person_word: {
      suffix: string;
      person_id: string;
      unit_id: number;
      status: string;
      sort_key: string;
      name_exact: string;
    };
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
  tables: ['person', 'person_word', 'membership', 'admitted'],
  project: projectPersons,
};

interface Made {
  row: PersonTable;
  suffixes: string[];
  folded: Folded;
  values: PlainValue[];
  fields: Map<string, string>;
}

async function projectPersons(tx: Tx, ids: string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 2500) await projectSome(tx, ids.slice(at, at + 2500));
}

const ofPerson =
  (column: 'id' | 'person_id') =>
  (ids: readonly string[]): RawBuilder<unknown> =>
    among(column, ids, 'uuid');
const personRows: RowsOf = { table: 'person', key: ['id'], where: ofPerson('id') };
const wordRows: RowsOf = { table: 'person_word', key: ['person_id', 'suffix'], where: ofPerson('person_id') };
const membershipRows: RowsOf = {
  table: 'membership',
  key: ['person_id', 'from_on', 'kind'],
  where: ofPerson('person_id'),
};
const lineRows = dueRows('person');
const folded = [personRows, wordRows, membershipRows, admittedRowsOf, lineRows];

type MadeOf = [entries: LedgerRow[], values: PlainRow[]];
const madeIn = new WeakMap<Tx, Map<string, MadeOf>>();

/** What the rows of a person were made of in this transaction, for the answer: it is not read again. */
export function madeOf(tx: Tx, id: string): MadeOf {
  const made = madeIn.get(tx)?.get(id);
  if (!made) throw new Error('the rows of this person were not made in this transaction');
  return made;
}

function keepMadeOf(tx: Tx, ids: readonly string[], [rows, plain]: MadeOf): void {
  const kept = madeIn.get(tx) ?? new Map<string, MadeOf>();
  madeIn.set(tx, kept);
  const entries = Map.groupBy(rows, ({ stream }) => idOf(stream));
  const values = Map.groupBy(plain, ({ person }) => person);
  for (const id of ids) kept.set(id, [entries.get(id) ?? [], values.get(id) ?? []]);
}

async function projectSome(tx: Tx, ids: string[]): Promise<void> {
  const [rows, plain, standingRows, surroundings] = await together(
    tx,
    entriesSql(ids.map(personStreamOf)),
    plainSql(ids),
    standingSql(folded, ids),
    surroundingsSql(ids),
  );
  // More at once are an import, which asks for none.
  if (ids.length <= mostInGroup) keepMadeOf(tx, ids, [rows, plain]);
  const entries = readEntries(rows);
  const values = standingPlain(plain, notWithdrawn([...entries.values()]));
  const made = ids.flatMap((id) => {
    const own = entries.get(personStreamOf(id)) ?? [];
    return makePerson(id, own, values.get(id) ?? []) ?? [];
  });
  const owing = made.map((item) => owingOf(item, entries));
  const lines = [...owedBy(regulations(), owing, surroundings).values()].flat();
  const change = (of: RowsOf, shall: readonly Row[]) => changesSql(of, standingRows, shall);
  await send(
    tx,
    ...change(
      personRows,
      made.map(({ row }) => ({ ...row })),
    ),
    ...change(wordRows, made.flatMap(wordsOf)),
    ...change(membershipRows, made.flatMap(membershipsOf)),
    ...change(
      admittedRowsOf,
      made.flatMap((item) => admittedRows(admittedOf(item, entries))),
    ),
    ...change(lineRows, lines.map(recordOf)),
  );
}

const owingOf = ({ row }: Made, entries: ReadonlyMap<string, Entry[]>) => ({
  id: row.id,
  unitId: row.unit_id,
  entries: entries.get(personStreamOf(row.id)) ?? [],
});

const admittedOf = ({ row, folded, values, fields }: Made, entries: ReadonlyMap<string, Entry[]>) => ({
  personId: row.id,
  provinceId: row.province_id,
  admissions: folded.admissions,
  newest: fields,
  values,
  entries: entries.get(personStreamOf(row.id)) ?? [],
});

/** Which ledger entries still vouch for the values they brought. */
export function notWithdrawn(streams: readonly Entry[][]): (entry: string) => boolean {
  const fallen = new Set<string>();
  for (const own of streams) {
    const state = stateOf(own);
    for (const entry of own)
      if (entry.kind !== withdrawal && state(entry.clientId) === 'withdrawn') fallen.add(entry.clientId);
  }
  return (entry) => !fallen.has(entry);
}

function makePerson(id: string, entries: readonly Entry[], values: PlainValue[]): Made | null {
  const fields = newestOf(values);
  const folded = foldPerson(entries, fields.get('bornOn') ?? null);
  if (!folded || folded.erased) return null;
  const fullName = fields.get('fullName') ?? '';
  return {
    row: rowOf(id, folded, fields, entries.at(-1)?.version ?? 0),
    suffixes: wordSuffixes(fullName),
    folded,
    values,
    fields,
  };
}

/** Columns that are fields of the vault as they stand. */
const fieldColumns = {
  sex: 'sex',
  born_on: 'bornOn',
  ethnicity: 'ethnicity',
  education: 'education',
  profession: 'profession',
  occupation: 'occupation',
  political_theory: 'politicalTheory',
  card_number: 'cardNumber',
  file_number: 'fileNumber',
  native_place: 'nativePlace',
  residence: 'residence',
  position: 'position',
} as const satisfies Partial<Record<keyof PersonTable, FieldName>>;
type FieldColumns = Record<keyof typeof fieldColumns, string | null>;

function rowOf(id: string, folded: Folded, fields: Map<string, string>, version: number): PersonTable {
  const fullName = fields.get('fullName') ?? '';
  const union = fields.get('youthUnion');
  const plain = Object.entries(fieldColumns).map(([column, name]) => [column, fields.get(name) ?? null]);
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
    ...(Object.fromEntries(plain) as FieldColumns),
    youth_union: union === undefined ? null : union === 'true',
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

const wordsOf = ({ row, suffixes }: Made) =>
  [...new Set(suffixes)].map((suffix) => ({
    suffix,
    person_id: row.id,
    unit_id: row.unit_id,
    status: row.status,
    sort_key: row.sort_key,
    name_exact: row.name_exact,
  }));

const membershipsOf = ({ row, folded }: Made) =>
  folded.memberships.map((membership) => ({
    person_id: row.id,
    unit_id: membership.unitId,
    kind: membership.kind,
    from_on: membership.fromOn,
    to_on: membership.toOn,
    began_as: membership.beganAs,
    ended_as: membership.endedAs,
  }));
