// A backup holds one moment while people write, shows nothing of it to who lacks the key, and a file that was cut or
// changed is refused before anything is written. Restoring into folders of their own is tested in test/faults.
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.ts';
import { backup, type Backup, verifyBackup } from './backup.ts';
import { backupKeyOf, keyOf } from './keys.ts';
import { withClient } from './postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'nguon-backup-'));
const master = keyOf(randomBytes(32));
const found = { kind: 'master', key: master } as const;
const secret = 'Nguyễn Thị Bí Mật';
let database: TestDatabase;
let made: Backup;

const run = (text: string, values: unknown[] = []) =>
  withClient(database.connection, async (client) => (await client.query(text, values)).rows);

beforeAll(async () => {
  database = await testDatabase();
  // Rows that gzip cannot shrink away: the file spans many frames.
  await run(
    `insert into setting (key, value)
     select 'row ' || n, jsonb_build_object('name', $1::text, 'mix', sha512(n::text::bytea)::text) from generate_series(1, 5000) n`,
    [secret],
  );
  await run(
    `insert into setting (key, value) values ('hard', to_jsonb(E'tab\\t line\\n back\\\\slash \\\\. \\\\N ₫'::text))`,
  );
  made = await backup(database.connection, join(folder, 'good.nguonbk'), master);
});
afterAll(() => rmSync(folder, { recursive: true }));

const altered = (name: string, change: (bytes: Buffer) => Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, change(readFileSync(made.file)));
  return file;
};

test('it counts every table and row, and says who made it from what', async () => {
  const checked = await verifyBackup(made.file, found);
  expect(checked.rows).toBe(made.rows);
  expect(checked.manifest.tables.find((table) => table.name === 'setting')).toMatchObject({ rows: 5001 });
  const names = checked.manifest.tables.map((table) => table.name);
  expect(names).toContain('ledger');
  expect(names).not.toContain('session');
  expect(checked.header).toMatchObject({
    masterKey: master.fingerprint,
    backupKey: backupKeyOf(master).fingerprint,
  });
  expect(statSync(made.file).mode & 0o777).toBe(0o600);
  expect(statSync(made.file).size).toBeGreaterThan(3 * 64 * 1024);
});

test('the file shows no data, and another key is told which one it wants', async () => {
  expect(readFileSync(made.file).includes(secret)).toBe(false);
  const other = { kind: 'master', key: keyOf(randomBytes(32)) } as const;
  await expect(verifyBackup(made.file, other)).rejects.toMatchObject({
    code: 'backup.key',
    params: { wanted: made.header.backupKey, master: master.fingerprint },
  });
  await expect(verifyBackup(made.file, { kind: 'backup', key: backupKeyOf(master) })).resolves.toMatchObject(
    {},
  );
});

test('cut anywhere, it is refused', async () => {
  const size = statSync(made.file).size;
  for (const length of [size - 1, size - 20, Math.floor(size / 2), 70_000, 400, 100, 3, 0]) {
    const file = join(folder, `cut-${length}`);
    copyFileSync(made.file, file);
    truncateSync(file, length);
    await expect(verifyBackup(file, found), `cut to ${length}`).rejects.toMatchObject({
      code: expect.stringMatching(/^backup\.(truncated|notABackup)$/),
    });
  }
});

test('cut exactly between two frames, it is refused', async () => {
  const bytes = readFileSync(made.file);
  const first = bytes.indexOf(10) + 1;
  const end = first + 4 + (bytes.readUInt32BE(first) & 0x7fff_ffff);
  const file = altered('frame', (all) => all.subarray(0, end));
  await expect(verifyBackup(file, found)).rejects.toMatchObject({ code: 'backup.truncated' });
});

test('one changed bit anywhere, swapped frames or bytes after the end are refused', async () => {
  const size = statSync(made.file).size;
  const start = readFileSync(made.file).indexOf(10) + 1;
  for (const at of [20, start, start + 3, start + 4, start + 100, Math.floor(size / 2), size - 1]) {
    const file = altered('bit', (bytes) => {
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    await expect(verifyBackup(file, found), `bit at ${at}`).rejects.toMatchObject({ name: 'Halt' });
  }
  const frame = 4 + 64 * 1024 + 16;
  const swapped = altered('swapped', (all) => {
    const cut = (from: number) => all.subarray(start + from * frame, start + (from + 1) * frame);
    return Buffer.concat([all.subarray(0, start), cut(1), cut(0), all.subarray(start + 2 * frame)]);
  });
  await expect(verifyBackup(swapped, found)).rejects.toMatchObject({ code: 'backup.altered' });
  const longer = altered('longer', (all) => Buffer.concat([all, Buffer.of(0)]));
  await expect(verifyBackup(longer, found)).rejects.toMatchObject({ code: 'backup.altered' });
});

test('what is no backup at all, or not there, says so', async () => {
  const file = join(folder, 'table.xlsx');
  writeFileSync(file, Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(9000)]));
  await expect(verifyBackup(file, found)).rejects.toMatchObject({ code: 'backup.notABackup' });
  await expect(verifyBackup(join(folder, 'absent'), found)).rejects.toMatchObject({ code: 'data.denied' });
});

test('it never overwrites, and a failure leaves no file', async () => {
  await expect(backup(database.connection, made.file, master)).rejects.toMatchObject({
    code: 'backup.exists',
  });
  const file = join(folder, 'never.nguonbk');
  const wrong = { ...database.connection, database: 'no_such_database', connectionString: undefined };
  await expect(backup(wrong, file, master)).rejects.toMatchObject({ code: 'backup.failed' });
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
});

test('rows written while it runs are in it entirely or not at all', async () => {
  await run('create table pair (id int primary key, half text not null)');
  await run(`create table other (id int primary key, half text not null)`);
  const writing = { on: true };
  const writer = (async () => {
    for (let id = 1; writing.on; id += 1) {
      await withClient(database.connection, async (client) => {
        await client.query('begin');
        await client.query('insert into other values ($1, $2)', [id, 'a']);
        await client.query('insert into pair values ($1, $2)', [id, 'b']);
        await client.query('commit');
      });
    }
  })();
  for (let round = 0; round < 3; round += 1) {
    const { manifest } = await backup(database.connection, join(folder, `busy-${round}`), master);
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows;
    expect(rows('pair')).toBe(rows('other'));
  }
  writing.on = false;
  await writer;
  expect((await run('select count(*)::int as n from pair'))[0].n).toBeGreaterThan(0);
  await run('drop table pair, other');
});
