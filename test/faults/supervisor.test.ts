// The machine fails us: kill -9 of the program, of PostgreSQL, of both; two programs on one folder; other accounts.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folderPaths } from '../../src/host/datafolder.ts';
import { findRunningPostgres, withClient } from '../../src/host/postgres.ts';
import { type Account, asRoot, makePlace, ordinary, start, type Started, stopDatabase } from './started.ts';

const own = { name: 'an ordinary user', account: undefined };
const accounts: { name: string; account: Account | undefined }[] = asRoot
  ? [
      { name: 'root', account: undefined },
      { name: 'an ordinary user', account: ordinary },
    ]
  : [own];

const ready = async (program: Started) => {
  const fact = await program.until((one) => one.ready !== undefined);
  if (!fact) throw new Error(program.errors());
  return fact;
};
const lastWritten = (program: Started) => Math.max(0, ...program.facts.map((fact) => fact.wrote ?? 0));

async function countRows(folder: string): Promise<{ rows: number; last: number }> {
  const connection = findRunningPostgres({ folder, databaseUrl: null });
  if (!connection) throw new Error('no database runs');
  return withClient(connection, async (client) => {
    await client.query('set enable_indexscan = off');
    const all = await client.query(
      'select count(*)::int as rows, max(id) as last from fault_row where half = id',
    );
    return all.rows[0];
  });
}

test.each(accounts)('as $name: first start, stop, later start, everything private', async ({ account }) => {
  const folder = makePlace(account);
  const first = start(folder, 'idle', { account });
  const { key } = await ready(first);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const paths = folderPaths(folder);
  expect(existsSync(paths.lock)).toBe(false);
  expect(existsSync(join(paths.postgres, 'data', 'postmaster.pid'))).toBe(false);
  for (const part of [paths.keys, paths.backups, join(paths.postgres, 'data'), join(paths.postgres, 'run')]) {
    expect(statSync(part).mode & 0o077, part).toBe(0);
  }
  expect(statSync(paths.masterKey).mode & 0o777).toBe(0o600);
  const again = start(folder, 'idle', { account });
  expect(await ready(again)).toMatchObject({ key });
});

test.each(accounts)(
  'as $name: kill -9 of the program; the next attaches to the same PostgreSQL, nothing is lost',
  async ({ account }) => {
    const folder = makePlace(account);
    let postmaster: number | undefined;
    let told = 0;
    for (let round = 0; round < 4; round += 1) {
      const program = start(folder, 'write', { account });
      const fact = await ready(program);
      expect(fact.postmaster).toBe((postmaster ??= fact.postmaster));
      await program.until((one) => (one.wrote ?? 0) > told + 50);
      await new Promise((resolve) => setTimeout(resolve, 50 + round * 37));
      program.child.kill('SIGKILL');
      expect(await program.ended).toBe('SIGKILL');
      told = lastWritten(program);
      const kept = await countRows(folder);
      expect(kept.last).toBeGreaterThanOrEqual(told);
      expect(kept.rows).toBe(kept.last);
    }
  },
);

test('kill -9 of PostgreSQL: the program brings it back and goes on writing', async () => {
  const folder = makePlace();
  const program = start(folder, 'write');
  const { postmaster } = await ready(program);
  await program.until((fact) => (fact.wrote ?? 0) > 20);
  process.kill(postmaster ?? 0, 'SIGKILL');
  expect(await program.until((fact) => fact.loss === null)).not.toBeNull();
  const before = lastWritten(program);
  expect(await program.until((fact) => (fact.wrote ?? 0) > before + 50)).not.toBeNull();
  const kept = await countRows(folder);
  expect(kept.rows).toBe(kept.last);
});

test('kill -9 of both, together, five times: all that was told is there', async () => {
  const folder = makePlace();
  let told = 0;
  for (let round = 0; round < 5; round += 1) {
    const program = start(folder, 'write');
    const { postmaster } = await ready(program);
    await program.until((fact) => (fact.wrote ?? 0) > told + 30);
    await new Promise((resolve) => setTimeout(resolve, round * 61));
    program.child.kill('SIGKILL');
    process.kill(postmaster ?? 0, 'SIGKILL');
    await program.ended;
    told = lastWritten(program);
  }
  const program = start(folder, 'idle');
  await ready(program);
  const kept = await countRows(folder);
  expect(kept.last).toBeGreaterThanOrEqual(told);
  expect(kept.rows).toBe(kept.last);
});

test.each(accounts)(
  'as $name: a second program on the folder says who holds it, and ends; the first goes on',
  async ({ account }) => {
    const folder = makePlace(account);
    const first = start(folder, 'write', { account });
    const { pid } = await ready(first);
    const second = start(folder, 'idle', { account });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toContain(folder);
    expect(second.errors()).toContain(String(pid));
    expect(second.errors()).toMatch(/đang được một chương trình.*\n.*is in use/);
    const before = lastWritten(first);
    expect(await first.until((fact) => (fact.wrote ?? 0) > before + 10)).not.toBeNull();
  },
);

test('eight starts in the same moment: exactly one gets the folder, also over a dead lock', async () => {
  const folder = makePlace();
  const dead = start(folder, 'idle');
  await ready(dead);
  dead.child.kill('SIGKILL');
  await dead.ended;
  await stopDatabase(folder);
  const all = Array.from({ length: 8 }, () => start(folder, 'idle'));
  const facts = await Promise.all(all.map((program) => program.until((fact) => fact.ready !== undefined)));
  expect(facts.filter((fact) => fact !== null)).toHaveLength(1);
  for (const program of all.filter((_, at) => facts[at] === null)) expect(await program.ended).toBe(1);
});

test('a lock whose number now belongs to another process, or to another machine that fell silent, is taken over', async () => {
  const folder = makePlace();
  const first = start(folder, 'idle');
  await ready(first);
  const lock = folderPaths(folder).lock;
  const holder = JSON.parse(readFileSync(lock, 'utf8'));
  first.child.kill('SIGTERM');
  await first.ended;
  writeFileSync(lock, JSON.stringify({ ...holder, pid: process.pid }));
  const second = start(folder, 'idle');
  await ready(second);
  second.child.kill('SIGTERM');
  await second.ended;
  writeFileSync(lock, JSON.stringify({ ...holder, machine: `not-${hostname()}` }));
  const refused = start(folder, 'idle');
  expect(await refused.ended).toBe(1);
  expect(refused.errors()).toContain(`not-${hostname()}`);
});

test('a start cut off while the database is being made leaves nothing in the way', async () => {
  const folder = makePlace();
  for (const wait of [150, 350, 550]) {
    const program = start(folder, 'idle');
    await new Promise((resolve) => setTimeout(resolve, wait));
    program.child.kill('SIGKILL');
    await program.ended;
  }
  await ready(start(folder, 'idle'));
});

test('a folder with somebody’s files is left alone', async () => {
  const folder = makePlace();
  mkdirSync(folder);
  writeFileSync(join(folder, 'bang-luong.xlsx'), 'x');
  const program = start(folder, 'idle');
  expect(await program.ended).toBe(1);
  expect(program.errors()).toContain('không phải dữ liệu của Nguồn');
});

test.runIf(asRoot)(
  'as root, in a place that PostgreSQL’s account cannot reach: says which folder',
  async () => {
    const folder = makePlace(ordinary);
    const locked = join(dirname(folder), 'private');
    mkdirSync(locked, { mode: 0o700 });
    const program = start(join(locked, 'data'), 'idle');
    expect(await program.ended).toBe(1);
    expect(program.errors()).toContain(locked);
  },
);

test('a lost master key: says which one, where, and starts again when it is back', async () => {
  const folder = makePlace();
  const first = start(folder, 'idle');
  const { key } = await ready(first);
  first.child.kill('SIGTERM');
  await first.ended;
  const file = folderPaths(folder).masterKey;
  const text = readFileSync(file, 'utf8');
  writeFileSync(`${file}.away`, text);
  rmSync(file);
  const refused = start(folder, 'idle');
  expect(await refused.ended).toBe(1);
  expect(refused.errors()).toContain(String(key));
  expect(existsSync(file)).toBe(false);
  const elsewhere = start(folder, 'idle', { env: { NGUON_KEY_FILE: `${file}.away` } });
  expect(await ready(elsewhere)).toMatchObject({ key });
});
