// Targets in the database: the fold of each unit's stream, and what a reader may see of them.
import { sql } from 'kysely';
import { reach } from '../org/access.ts';
import { reachSql } from '../org/access.store.ts';
import type { Queryable, Tx } from '../platform/db.ts';
import type { Actor } from '../platform/http.ts';
import { entriesOf, type Stream } from '../platform/ledger.ts';
import { foldTargets, targetEntryKinds } from './target.ts';

declare module '../platform/db.ts' {
  interface Tables {
    target: {
      unit_id: number;
      year: number;
      kind: string;
      minimum: number | null;
      maximum: number | null;
      aim: number | null;
      done: number | null;
    };
  }
}

export const targetStream: Stream = {
  prefix: 'target',
  kinds: targetEntryKinds,
  tables: ['target'],
  project,
};

async function project(tx: Tx, ids: string[]): Promise<void> {
  const entries = await entriesOf(
    tx,
    ids.map((id) => `target:${id}`),
  );
  const rows = [...entries].flatMap(([stream, own]) =>
    foldTargets(Number(stream.slice('target:'.length)), own).map((target) => ({
      unit_id: target.unitId,
      year: target.year,
      kind: target.of,
      minimum: target.minimum,
      maximum: target.maximum,
      aim: target.aim,
      done: target.done,
    })),
  );
  await sql`delete from target where unit_id = any(${ids.map(Number)}::int[])`.execute(tx);
  await sql`
    insert into target (unit_id, year, kind, minimum, maximum, aim, done)
    select unit_id, year, kind, minimum, maximum, aim, done
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
         as r(unit_id int, year int, kind text, minimum int, maximum int, aim int, done int)`.execute(tx);
}

export interface TargetLine {
  unitId: number;
  unitName: string;
  year: number;
  kind: string;
  minimum: number | null;
  maximum: number | null;
  aim: number | null;
  done: number | null;
}

/** Targets of the units within reach, newest year first; of one subtree when `below` is given. */
export async function listTargets(db: Queryable, actor: Actor, below: string | null): Promise<TargetLine[]> {
  return db
    .selectFrom('target')
    .innerJoin('unit', 'unit.id', 'target.unit_id')
    .select([
      'unit_id as unitId',
      'unit.name as unitName',
      'year',
      'target.kind',
      'minimum',
      'maximum',
      'aim',
      'done',
    ])
    .where(reachSql(reach(actor, 'dossier.read'), { path: sql<string>`unit.path` }))
    .where(sql<boolean>`unit.path like ${`${below ?? '/'}%`}`)
    .orderBy('year', 'desc')
    .orderBy('unit.depth')
    .orderBy('unit.name')
    .orderBy('target.kind')
    .execute();
}
