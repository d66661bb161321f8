// Targets in the database: the fold of each unit's stream, and what is in force on a day.
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../platform/day.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { idOf } from '../platform/entry.ts';
import type { Json } from '../platform/tables.ts';
import type { Mark } from './amount.ts';
import {
  foldTargets,
  type Said,
  type SaidKind,
  targetEntryKinds,
  targetStreamOf,
  type Told,
} from './target.ts';

declare module '../platform/db.ts' {
  interface Tables {
    target: {
      unit_id: number;
      period: string;
      figure: string;
      part: string;
      kind: SaidKind;
      since: string;
      until: string | null;
      minimum: number | null;
      maximum: number | null;
      mark: Mark;
      share: number | null;
      given: string | null;
      plan: string | null;
      revision: number | null;
      entry: string;
    };
    target_told: {
      unit_id: number;
      period: string;
      figure: string;
      as_of: string;
      value: number | null;
      mark: Mark;
      verdict: string | null;
      parts: Json<Told['parts']>;
      source: string | null;
      document_id: string | null;
      entry: string;
    };
  }
}

export const targetStream: Stream = {
  prefix: 'target',
  kinds: targetEntryKinds,
  tables: ['target', 'target_told'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(tx, ids.map(targetStreamOf));
  const folded = [...entries].map(([stream, own]) => ({
    unit_id: Number(idOf(stream)),
    ...foldTargets(own),
  }));
  const said = folded.flatMap(({ unit_id, said: own }) => own.map((one) => ({ unit_id, ...one })));
  const told = folded.flatMap(({ unit_id, told: own }) =>
    own.map(({ asOf, documentId, ...one }) => ({ unit_id, as_of: asOf, document_id: documentId, ...one })),
  );
  const units = ids.map(Number);
  await sql`delete from target where unit_id = any(${units}::int[])`.execute(tx);
  await sql`delete from target_told where unit_id = any(${units}::int[])`.execute(tx);
  await sql`
    insert into target select * from jsonb_populate_recordset(null::target, ${JSON.stringify(said)}::jsonb)`.execute(
    tx,
  );
  await sql`
    insert into target_told
    select * from jsonb_populate_recordset(null::target_told, ${JSON.stringify(told)}::jsonb)`.execute(tx);
}

export interface UnitTarget extends Said {
  unitId: number;
}
export interface UnitTold extends Told {
  unitId: number;
}

export interface Asked {
  /** keys of periods; several for the years of a longer one; absent: all there are */
  period?: string | readonly string[];
  on: Day;
  /** path of a branch as it stands today */
  below?: string | null;
  units?: readonly number[];
  figures?: readonly string[];
  /** of targets: '' = of the whole; absent: of every part, too */
  part?: string;
}

const listOf = (period: string | readonly string[]): string[] =>
  typeof period === 'string' ? [period] : [...period];

function within(
  { period, below, units, figures, on }: Asked,
  since: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`${since} <= ${on}`,
    ...(period === undefined ? [] : [sql<boolean>`told.period = any(${listOf(period)})`]),
    ...(figures ? [sql<boolean>`told.figure = any(${[...figures]})`] : []),
    ...(units ? [sql<boolean>`told.unit_id = any(${[...units]}::int[])`] : []),
    ...(below ? [sql<boolean>`told.unit_id in (select id from unit where path like ${`${below}%`})`] : []),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** The targets in force on that day. */
export async function targetsOn(db: Queryable, asked: Asked): Promise<UnitTarget[]> {
  const { rows } = await sql<UnitTarget>`
    select unit_id as "unitId", kind, period, figure, part, since, until, minimum, maximum, mark, share, given, plan,
           revision, entry
    from target as told
    where ${within(asked, sql`since`)} and (until is null or until > ${asked.on})
      and (${asked.part === undefined} or part = ${asked.part ?? ''})`.execute(db);
  return rows;
}

/** What was told of that day or before it; the newest of each unit, period and figure. */
export async function toldOn(db: Queryable, asked: Asked): Promise<UnitTold[]> {
  const { rows } = await sql<UnitTold>`
    select distinct on (unit_id, period, figure)
           unit_id as "unitId", period, figure, as_of as "asOf", value, mark, verdict, parts, source,
           document_id as "documentId", entry
    from target_told as told
    where ${within(asked, sql`as_of`)}
    order by unit_id, period, figure, as_of desc`.execute(db);
  return rows;
}
