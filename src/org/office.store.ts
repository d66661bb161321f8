// Offices in the database: their stream, the current rows, who holds what on a day.
import { sql } from 'kysely';
import { today } from '../platform/clock.ts';
import type { Day, PartialDay } from '../platform/day.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { allowedOn, reach } from './access.ts';
import { reachSql } from './access.store.ts';
import type { OfficeItem } from './answers.ts';
import { type AppointedData, appointedEntry, foldOffice, type Office, officeKindsOfEntry } from './office.ts';
import { versionOf } from './unit.store.ts';

declare module '../platform/db.ts' {
  interface Tables {
    office: {
      id: number;
      province_id: string;
      unit_id: number;
      person_id: string;
      kind: string;
      title: string | null;
      from_on: string | null;
      to_on: string | null;
      named_units: number[];
      decision_number: string | null;
      decision_on: string | null;
      source_key: string | null;
      version: number;
    };
  }
}

export const officeStream: Stream = {
  prefix: 'office',
  kinds: officeKindsOfEntry,
  tables: ['office'],
  project: projectOffices,
};

async function projectOffices(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(
    tx,
    ids.map((id) => `office:${id}`),
  );
  const rows = ids.flatMap((id) => {
    const own = entries.get(`office:${id}`) ?? [];
    const office = foldOffice(Number(id), own);
    return office ? [toRow(office, versionOf(own))] : [];
  });
  await sql`delete from office where id = any(${ids.map(Number)}::int[])`.execute(tx);
  await sql`
    insert into office (id, province_id, unit_id, person_id, kind, title, from_on, to_on, named_units,
                        decision_number, decision_on, source_key, version)
    select r.id, unit.province_id, unit_id, person_id, r.kind, title, from_on, to_on,
           array(select jsonb_array_elements_text(named_units)::int), decision_number, decision_on, r.source_key, r.version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id int, unit_id int, person_id uuid, kind text,
         title text, from_on text, to_on text, named_units jsonb, decision_number text, decision_on text,
         source_key text, version int)
    join unit on unit.id = r.unit_id`.execute(tx);
}

const toRow = (office: Office, version: number) => ({
  id: office.id,
  unit_id: office.unitId,
  person_id: office.personId,
  kind: office.kind,
  title: office.title,
  from_on: office.fromOn,
  to_on: office.toOn,
  named_units: office.namedUnits,
  decision_number: office.decisionNumber,
  decision_on: office.decisionOn,
  source_key: office.sourceKey,
  version,
});

/** In force on a day, of the table under this name: [from_on, to_on). */
export const officeInForce = (table: string, day: Day) =>
  sql<boolean>`(${sql.ref(`${table}.from_on`)} is null or ${sql.ref(`${table}.from_on`)} <= ${day})
    and (${sql.ref(`${table}.to_on`)} is null or ${sql.ref(`${table}.to_on`)} > ${day})`;

export interface HeldOffice {
  id: number;
  kind: string;
  title: string | null;
  unitId: number;
  unitName: string;
}

/** The offices that a person holds on a day. */
export async function officesOf(db: Queryable, personId: string, day: Day): Promise<HeldOffice[]> {
  return db
    .selectFrom('office')
    .innerJoin('unit', 'unit.id', 'office.unit_id')
    .select(['office.id', 'office.kind', 'office.title', 'office.unit_id as unitId', 'unit.name as unitName'])
    .where('office.person_id', '=', personId)
    .where(officeInForce('office', day))
    .orderBy('office.id')
    .execute();
}

export interface OfficeFilter {
  /** exactly this unit */
  unitId?: number | undefined;
  /** this unit and all below it */
  below?: string | undefined;
  officeId?: number | undefined;
  /** only those in force on the day */
  on?: Day | undefined;
}

export async function listOffices(db: Queryable, actor: Actor, filter: OfficeFilter): Promise<OfficeItem[]> {
  const conditions = [
    reachSql(reach(actor, 'office.read'), { path: sql<string>`unit.path` }),
    ...(filter.unitId === undefined ? [] : [sql<boolean>`office.unit_id = ${filter.unitId}`]),
    ...(filter.officeId === undefined ? [] : [sql<boolean>`office.id = ${filter.officeId}`]),
    ...(filter.below === undefined ? [] : [sql<boolean>`unit.path like ${`${filter.below}%`}`]),
    ...(filter.on === undefined ? [] : [officeInForce('office', filter.on)]),
  ];
  const result = await sql<ListedOffice>`
    select office.id, office.kind, office.title, office.unit_id as "unitId", unit.name as "unitName", unit.path,
           office.person_id as "personId", coalesce(person.full_name, '') as "displayName", office.from_on as "fromOn",
           office.to_on as "toOn", ${officeInForce('office', today())} as "inForce", office.version,
           office.decision_number as "decisionNumber", office.decision_on as "decisionOn",
           coalesce((select jsonb_agg(jsonb_build_object('id', cell.id, 'name', cell.name) order by cell.name_key)
                     from unit cell where cell.id = any(office.named_units)), '[]') as "namedUnits"
    from office join unit on unit.id = office.unit_id left join person on person.id = office.person_id
    where ${sql.join(conditions, sql` and `)}
    order by "inForce" desc, unit.path, office.from_on desc nulls last, office.id`.execute(db);
  return result.rows.map(({ path, decisionNumber, decisionOn, ...row }) => ({
    ...row,
    decision: { number: decisionNumber, on: decisionOn },
    can: allowedOn(actor, { path }, ['office.write', 'account.write']),
  }));
}

interface ListedOffice extends Omit<OfficeItem, 'decision' | 'can'> {
  path: string;
  decisionNumber: string | null;
  decisionOn: PartialDay | null;
}

export async function findOffice(db: Queryable, id: number) {
  return db
    .selectFrom('office')
    .innerJoin('unit', 'unit.id', 'office.unit_id')
    .selectAll('office')
    .select('unit.path')
    .where('office.id', '=', id)
    .executeTakeFirst();
}

export async function takeOfficeIds(db: Queryable, count: number): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select nextval('office_id_seq')::int as id from generate_series(1, ${count})`.execute(db);
  return result.rows.map((row) => row.id);
}

/** Many appointments at once, for take-over from a workbook. */
export async function prepareOffices(
  db: Queryable,
  drafts: readonly (AppointedData & { clientId: string; fromOn: PartialDay | null })[],
): Promise<NewEntry[]> {
  const ids = await takeOfficeIds(db, drafts.length);
  return drafts.map(({ clientId, fromOn, ...data }, index) =>
    appointedEntry(ids[index] as number, data, { clientId, happenedOn: fromOn }),
  );
}
