// A database of one's own for a test file: migrated, empty, dropped when the file is done.
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Db, openDb } from '../src/platform/db.ts';

export interface TestDatabase {
  connection: pg.PoolConfig;
  name: string;
}

/** `empty`: without the migrations. */
export async function testDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const keeper = inject('databaseKeeper');
  const connection: pg.PoolConfig = await ask(`${keeper}/${kind}`, 'POST');
  const name = connection.connectionString
    ? new URL(connection.connectionString).pathname.slice(1)
    : String(connection.database);
  afterAll(() => ask(`${keeper}/${name}`, 'DELETE'));
  return { connection, name };
}

/** An empty one with connections to it, for what the ledger itself stands on. */
export async function bareDatabase(max = 2): Promise<{ db: Db; pool: pg.Pool }> {
  const { connection } = await testDatabase('empty');
  const opened = openDb({ ...connection, max });
  afterAll(() => opened.pool.end());
  return opened;
}

async function ask(url: string, method: string): Promise<pg.PoolConfig> {
  const response = await fetch(url, { method });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as pg.PoolConfig;
}
