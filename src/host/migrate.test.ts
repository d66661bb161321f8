// Steps go forward once, are never changed behind the data, and an older program leaves newer data alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { type Change, migrate, readMigrations } from './migrate.ts';
import { withClient } from './postgres.ts';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

function steps(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'nguon-steps-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const one = { '0001_base.sql': 'create table base (id int primary key);' };
const two = { ...one, '0002_more.sql': 'alter table base add column name text;' };

async function fresh() {
  const { connection } = await testDatabase('empty');
  const rows = (text: string) => withClient(connection, async (client) => (await client.query(text)).rows);
  return { connection, rows };
}

test('each step is applied once, with its sum and the version that did it', async () => {
  const { connection, rows } = await fresh();
  const first = await migrate(connection, { folder: steps(two), program: '1.0.0' });
  expect(first).toMatchObject({
    from: 0,
    to: 2,
    fromProgram: null,
    applied: ['0001_base.sql', '0002_more.sql'],
  });
  const again = await migrate(connection, { folder: steps(two), program: '1.0.0' });
  expect(again).toMatchObject({ from: 2, to: 2, applied: [] });
  const kept = await rows('select number, name, program, length(sha256) as length from migration order by 1');
  expect(kept).toEqual([
    { number: 1, name: '0001_base.sql', program: '1.0.0', length: 64 },
    { number: 2, name: '0002_more.sql', program: '1.0.0', length: 64 },
  ]);
});

test('a newer version tells both versions before it changes data, and not for a new database', async () => {
  const { connection, rows } = await fresh();
  const told: Change[] = [];
  const beforeChange = async (change: Change) => {
    told.push(change);
    expect(
      await rows(`select from information_schema.columns where column_name = 'name' and table_name = 'base'`),
    ).toHaveLength(0);
  };
  await migrate(connection, { folder: steps(one), program: '1.0.0', beforeChange });
  expect(told).toEqual([]);
  await migrate(connection, { folder: steps(two), program: '2.0.0', beforeChange });
  expect(told).toEqual([{ from: 1, fromProgram: '1.0.0', to: 2, toProgram: '2.0.0' }]);
});

test('an older program refuses newer data, names the version that wrote them and changes nothing', async () => {
  const { connection, rows } = await fresh();
  await migrate(connection, { folder: steps(two), program: '2.0.0' });
  const older = migrate(connection, { folder: steps(one), program: '1.0.0' });
  await expect(older).rejects.toMatchObject({
    code: 'migration.newer',
    params: { found: '2', writer: '2.0.0', program: '1.0.0', known: '1' },
  });
  expect(await rows('select number from migration')).toHaveLength(2);
});

test('a step whose file was changed after it was applied, or slipped in before, is refused', async () => {
  const { connection } = await fresh();
  await migrate(connection, { folder: steps(two), program: '1.0.0' });
  const altered = steps({ ...two, '0001_base.sql': 'create table other (id int);' });
  await expect(migrate(connection, { folder: altered, program: '1.0.0' })).rejects.toMatchObject({
    code: 'migration.changed',
    params: { name: '0001_base.sql' },
  });
  const windows = steps({ ...two, '0001_base.sql': one['0001_base.sql'] });
  await expect(migrate(connection, { folder: windows, program: '1.0.0' })).resolves.toMatchObject({
    applied: [],
  });
});

test('a failing step is undone entirely; the steps before it stand', async () => {
  const { connection, rows } = await fresh();
  const broken = steps({ ...one, '0002_bad.sql': 'create table half (id int); select 1 / 0;' });
  await expect(migrate(connection, { folder: broken, program: '1.0.0' })).rejects.toMatchObject({
    code: 'migration.failed',
    params: { name: '0002_bad.sql', at: '1' },
  });
  expect(await rows(`select to_regclass('half') as half, to_regclass('base')::text as base`)).toEqual([
    { half: null, base: 'base' },
  ]);
});

test('file names: four digits, each number once; line ends of Windows do not change a step', () => {
  expect(() => readMigrations(steps({ '1_x.sql': '' }))).toThrow(/1_x\.sql/);
  expect(() => readMigrations(steps({ '0001_a.sql': '', '0001_b.sql': '' }))).toThrow(/0001_b\.sql/);
  const [unix] = readMigrations(steps({ '0001_a.sql': 'select 1;\nselect 2;\n' }));
  const [windows] = readMigrations(steps({ '0001_a.sql': 'select 1;\r\nselect 2;\r\n' }));
  expect(windows?.sha256).toBe(unix?.sha256);
});

test('every table and view of the shipped steps carries a comment', async () => {
  const { connection } = await testDatabase();
  const bare = await withClient(connection, (client) =>
    client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'p')
         and obj_description(oid, 'pg_class') is null`,
    ),
  );
  expect(bare.rows).toEqual([]);
});
