// With DATABASE_URL the server is somebody else's: one writer to a database, restoring only into an empty one, and a
// failed restore leaves it empty.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.ts';
import { backup } from './backup.ts';
import { restore } from './backup-restore.ts';
import { isPrepared } from './datafolder.ts';
import { openInstance } from './instance.ts';
import { startPostgres, withClient } from './postgres.ts';

const base = mkdtempSync(join(tmpdir(), 'nguon-given-'));
afterAll(() => rmSync(base, { recursive: true }));

function urlOf({ connection }: TestDatabase): string {
  if (connection.connectionString) return connection.connectionString;
  const { user, host = '', port, database, password } = connection;
  const secret = typeof password === 'string' ? `:${encodeURIComponent(password)}` : '';
  return `postgres://${user}${secret}@${encodeURIComponent(host)}:${port}/${database}`;
}

let used: string;
let empty: TestDatabase;
beforeAll(async () => {
  used = urlOf(await testDatabase('empty'));
  empty = await testDatabase('empty');
});

const place = (name: string, databaseUrl: string) => ({
  folder: join(base, name),
  databaseUrl,
  keyFile: null,
});

test('an installation opens on it; a second one elsewhere is told that the database is taken', async () => {
  const first = await openInstance(place('one', used), { purpose: 'server' });
  await expect(openInstance(place('two', used), { purpose: 'server' })).rejects.toMatchObject({
    code: 'postgres.taken',
  });
  await first.stop();
  const again = await openInstance(place('one', used), { purpose: 'server' });
  expect(again.master.fingerprint).toBe(first.master.fingerprint);
  await again.stop();
});

test('backup from it, restore into an empty database of it; not into one that holds tables', async () => {
  const first = await openInstance(place('one', used), { purpose: 'server' });
  const file = join(base, 'copy.nguonbk');
  const made = await backup(first.connection, file, first.master);
  const found = { kind: 'master', key: first.master } as const;
  await expect(restore(file, place('three', used), found)).rejects.toMatchObject({ code: 'data.notEmpty' });
  expect(isPrepared(join(base, 'three'))).toBe(false);
  const target = place('four', urlOf(empty));
  await breakOnce(target.databaseUrl, async () => {
    await expect(restore(file, target, found)).rejects.toMatchObject({ code: 'restore.failed' });
  });
  const left = await withClient(empty.connection, (client) =>
    client.query(`select relname from pg_class where relnamespace = 'public'::regnamespace`),
  );
  expect(left.rows).toEqual([]);
  expect(await restore(file, target, found)).toMatchObject({ rows: made.rows });
  const copy = await openInstance(target, { purpose: 'server' });
  await copy.stop();
  await first.stop();
});

/** While `work` runs the server refuses to put the triggers of a user aside, which a restore does after the migrations have made their tables. */
async function breakOnce(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const event = `create function break_it() returns event_trigger language plpgsql as $$
    begin if tg_tag = 'ALTER TABLE' and current_query() ilike '%disable trigger user%' then raise exception 'broken on purpose'; end if; end $$;
    create event trigger break_it on ddl_command_end execute function break_it();`;
  await withClient({ connectionString: databaseUrl }, (client) => client.query(event));
  await work();
  await withClient({ connectionString: databaseUrl }, (client) =>
    client.query('drop event trigger if exists break_it; drop function if exists break_it() cascade'),
  );
}

test('a server that does not answer, or an address that is none, is said so without its password', async () => {
  const databaseUrl = 'postgres://u:bi-mat@127.0.0.1:1/x';
  const failure = await startPostgres({ folder: '', databaseUrl }).catch((cause) => cause);
  expect(failure).toMatchObject({ code: 'postgres.unreachable', params: { reason: 'ECONNREFUSED' } });
  expect(String(failure)).not.toContain('bi-mat');
});
