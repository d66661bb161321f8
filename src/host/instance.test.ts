// An installation from its first start to a restored copy, on a real PostgreSQL of its own. What a kill -9 does to it
// is tested in test/faults.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup, verifyBackup } from './backup.ts';
import { makeBackup, readBackupState, startDailyBackups } from './backup-daily.ts';
import { restore } from './backup-restore.ts';
import { listTables, readInDiskOrder, sumTable, type TableSum } from './backup-tables.ts';
import { printKeys, restoreBackup, saveBackup } from './commands.ts';
import { folderPaths, isEmptyFolder, programRoot } from './datafolder.ts';
import { findHolder } from './folder-lock.ts';
import { type Instance, openInstance } from './instance.ts';
import { backupKeyOf } from './keys.ts';
import type { Change } from './migrate.ts';
import { withClient } from './postgres.ts';

const base = mkdtempSync(join(tmpdir(), 'nguon-instance-'));
const folder = join(base, 'office');
const place = { folder, databaseUrl: null, keyFile: null };
let instance: Instance;

const run = (text: string, on: Instance = instance) =>
  withClient(on.connection, async (client) => (await client.query(text)).rows);

beforeAll(async () => {
  // As root the account of PostgreSQL must pass through.
  rmSync(base, { recursive: true });
  mkdirSync(base, { mode: 0o755 });
  instance = await openInstance(place, { purpose: 'server' });
});
afterAll(async () => {
  await instance.stop();
  rmSync(base, { recursive: true });
});

test('a second one on the same folder is refused and names the first; the lock tells where the server answers', async () => {
  await expect(openInstance(place, { purpose: 'second' })).rejects.toMatchObject({
    code: 'data.locked',
    params: { folder, holder: 'server', pid: String(process.pid) },
  });
  instance.lock.publish('http://127.0.0.1:1');
  expect(findHolder(folder)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:1' });
});

test('Vietnamese is stored, folded and ordered as written; instants are told in the time of Việt Nam', async () => {
  const [row] = await run(
    `select lower('ĐƯỜNG') as lower, current_setting('timezone') as zone, current_setting('fsync') as fsync,
            current_setting('data_checksums') as sums, current_setting('listen_addresses') as network`,
  );
  const network = process.platform === 'win32' ? '127.0.0.1' : '';
  expect(row).toEqual({ lower: 'đường', zone: 'Asia/Ho_Chi_Minh', fsync: 'on', sums: 'on', network });
});

test('a newer version saves the data first, then changes them, and tells both versions', async () => {
  await instance.stop();
  const migrations = join(base, 'migrations');
  mkdirSync(migrations);
  const shipped = join(programRoot, 'migrations');
  for (const name of readdirSync(shipped)) copyFileSync(join(shipped, name), join(migrations, name));
  writeFileSync(join(migrations, '9998_next.sql'), 'create table next_year (id int primary key);');
  const told: Change[] = [];
  const newer = await openInstance(place, {
    purpose: 'server',
    migrations,
    onUpgrade: (change) => told.push(change),
  });
  const { program } = newer;
  expect(told).toMatchObject([{ fromProgram: program, to: 9998, toProgram: program }]);
  const saved = readBackupState(folder).lastGood;
  expect(saved?.file).toContain('before-upgrade');
  const { manifest } = await verifyBackup(saved?.file ?? '', { kind: 'master', key: newer.master });
  expect(manifest.tables.map((table) => table.name)).not.toContain('next_year');
  await newer.stop();
  await expect(openInstance(place, { purpose: 'server' })).rejects.toMatchObject({ code: 'migration.newer' });
  const back = await openInstance(place, { purpose: 'server', migrations });
  await run(`delete from migration where number = 9998`, back);
  await run('drop table next_year', back);
  await back.stop();
  instance = await openInstance(place, { purpose: 'server' });
});

test('backup → restore: the same rows, counters and key; references and guards in force; only into an empty folder', async () => {
  await run(
    `insert into ledger (client_id, stream, version, kind, recorded_by, province_id, data)
     select gen_random_uuid(), 'unit:' || n, 1, 'unit.created', gen_random_uuid(), '24', '{"a": "₫\\n"}' from generate_series(1, 500) n`,
  );
  await run(
    `with made as (
       insert into account (id, user_name, display_name, password_hash)
       values (gen_random_uuid(), 'bi.thu', 'Bí thư', 'x') returning id
     ) select id from made`,
  );
  await run(
    `insert into session (token_hash, account_id, expires_at) select '\\x00', id, now() from account`,
  );
  const file = join(base, 'copy.nguonbk');
  const made = await backup(instance.connection, file, instance.master);
  const target = { folder: join(base, 'restored'), databaseUrl: null };
  const restored = await restore(file, target, { kind: 'master', key: instance.master });
  expect(restored).toMatchObject({ rows: made.rows, masterKey: true });
  const copy = await openInstance({ ...target, keyFile: null }, { purpose: 'server' });
  const sums = await withClient(copy.connection, async (client) => {
    await client.query('begin');
    await readInDiskOrder(client);
    const result: TableSum[] = [];
    for (const shape of await listTables(client)) result.push(await sumTable(client, shape));
    return result;
  });
  expect(sums).toEqual(made.manifest.tables);
  expect(await run('select from session', copy)).toHaveLength(0);
  expect(copy.master.fingerprint).toBe(instance.master.fingerprint);
  const [next] = await run(
    `insert into ledger (client_id, stream, version, kind, recorded_by, province_id, data)
     values (gen_random_uuid(), 'unit:x', 1, 'unit.created', gen_random_uuid(), '24', '{}') returning position`,
    copy,
  );
  expect(Number(next.position)).toBe(501);
  await expect(run('delete from ledger', copy)).rejects.toThrow('append-only');
  const broken = await run(`select from pg_trigger where not tgisinternal and tgenabled <> 'O'`, copy);
  expect(broken).toHaveLength(0);
  const links = `select conrelid::regclass::text as t, pg_get_constraintdef(oid) as d from pg_constraint
                 where contype = 'f' order by 1, 2`;
  expect(await run(links, copy)).toEqual(await run(links));
  await copy.stop();
  await expect(restore(file, target, { kind: 'master', key: instance.master })).rejects.toMatchObject({
    code: 'data.notEmpty',
  });
});

test('restored with the backup key alone it names the key that is missing and what cannot be read', async () => {
  await run(
    `insert into vault_field (person_id, field, class, sealed, recorded_by, entry)
     select gen_random_uuid(), 'note.1', 4, '\\x01', gen_random_uuid(), gen_random_uuid() from generate_series(1, 3)`,
  );
  const file = join(base, 'keyless.nguonbk');
  await backup(instance.connection, file, instance.master);
  const target = { folder: join(base, 'keyless'), databaseUrl: null };
  const restored = await restore(file, target, { kind: 'backup', key: backupKeyOf(instance.master) });
  expect(restored).toMatchObject({ masterKey: false, manifest: { sealed: { fields: 3, persons: 3 } } });
  await expect(openInstance({ ...target, keyFile: null }, { purpose: 'server' })).rejects.toMatchObject({
    code: 'key.missing',
    params: {
      wanted: instance.master.fingerprint,
      fields: 3,
      persons: 3,
      file: folderPaths(target.folder).masterKey,
    },
  });
});

test('a damaged backup is refused before the target exists', async () => {
  const file = join(base, 'damaged.nguonbk');
  copyFileSync(join(base, 'copy.nguonbk'), file);
  truncateSync(file, statSync(file).size - 1);
  const target = { folder: join(base, 'never'), databaseUrl: null };
  await expect(restore(file, target, { kind: 'master', key: instance.master })).rejects.toMatchObject({
    code: 'backup.truncated',
  });
  expect(isEmptyFolder(target.folder)).toBe(true);
});

test('the daily copy: due after a day, kept fourteen days, the newest never removed, failures told', async () => {
  const own = join(base, 'daily');
  const daily = { connection: instance.connection, folder: own, master: instance.master };
  const day = (n: number) => new Date(Date.UTC(2026, 10, 1 + n, 1, 30, n));
  for (const n of [0, 1, 5, 15, 16]) await makeBackup(daily, day(n));
  const kept = readBackupState(own).kept.map((record) => record.createdAt.slice(0, 10));
  expect(kept).toEqual(['2026-11-17', '2026-11-16', '2026-11-06']);
  await makeBackup(daily, day(90));
  expect(readBackupState(own).kept).toHaveLength(1);
  const gone = { ...daily, connection: { ...instance.connection, database: 'gone' } };
  await expect(makeBackup(gone, day(91))).rejects.toMatchObject({ code: 'backup.failed' });
  expect(readBackupState(own)).toMatchObject({
    lastGood: { createdAt: day(90).toISOString() },
    failure: { at: day(91).toISOString() },
  });
});

test('the scheduler makes a copy when one is due, once, and stops when told', async () => {
  const own = join(base, 'scheduled');
  const reports: object[] = [];
  const scheduled = startDailyBackups(
    { connection: instance.connection, folder: own, master: instance.master },
    { checkEveryMs: 20, report: (outcome) => reports.push(outcome) },
  );
  await expect.poll(() => reports.length, { timeout: 5000 }).toBe(1);
  const [first, second] = await Promise.all([scheduled.runNow(), scheduled.runNow()]);
  expect(second).toBe(first);
  await scheduled.stop();
  expect(
    readdirSync(folderPaths(own).backups).filter((name) => name.endsWith('.nguonbk')).length,
  ).toBeGreaterThan(0);
  expect(reports).toHaveLength(1);
});

test('from the command line: a backup beside the running server, restored with the phrase on the printed sheet', async () => {
  const file = join(base, 'by-hand.nguonbk');
  const made = await saveBackup(place, file);
  const sheet = await printKeys(place);
  const phrase = /NGUON-M-\S+/.exec(sheet)?.[0] ?? '';
  const target = { folder: join(base, 'by-hand'), databaseUrl: null, keyFile: null };
  await expect(restoreBackup(target, file, null)).rejects.toMatchObject({
    code: 'restore.needsKey',
    params: { master: instance.master.fingerprint },
  });
  expect(isEmptyFolder(target.folder)).toBe(true);
  const restored = await restoreBackup(target, file, phrase.toLowerCase());
  expect(restored).toMatchObject({ rows: made.rows, masterKey: true });
  const nowhere = { ...target, folder: join(base, 'nowhere') };
  await expect(saveBackup(nowhere, join(base, 'nothing.nguonbk'))).rejects.toMatchObject({
    code: 'data.none',
  });
  // And alone, with no server running there.
  const alone = await saveBackup(target, join(base, 'alone.nguonbk'));
  expect(alone.manifest.tables).toEqual(made.manifest.tables);
  expect(findHolder(target.folder)).toBeNull();
});
