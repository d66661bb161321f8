// The ledger as its readers may rely on it: appended only, sealed without gaps, each write once, whoever sends it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { entryOf } from '../../test/entries.ts';
import { newId } from './ids.ts';
import { Stale } from './errors.ts';
import { append, rebuild } from './ledger.ts';
import { startFrom, transact } from './write/transaction.ts';
import { write } from './write/once.ts';
import { lastWritten, sealSettled, verify } from './seal.ts';
import type { OfMany } from './write/step.ts';
import { put, readFields } from './vault.ts';
import { takeTurn } from './write/turns.ts';

let world: World;
let ward: number;
let cell: number;
let officer: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  ward = await world.unit({ name: 'Đảng bộ phường Sổ', kind: 'upper_base' });
  cell = await world.unit({ name: 'Chi bộ 1', kind: 'cell', parent: ward });
  officer = await world.as('base_officer', ward);
});

test('no row of the ledger or of its seals can be changed or taken away', async () => {
  await sealSettled(world.db);
  await expect(sql`update ledger set unit_id = 1`.execute(world.db)).rejects.toThrow('append-only');
  await expect(sql`delete from ledger`.execute(world.db)).rejects.toThrow('append-only');
  await expect(sql`truncate ledger`.execute(world.db)).rejects.toThrow('append-only');
  await expect(sql`delete from ledger_seal`.execute(world.db)).rejects.toThrow('append-only');
  await expect(sql`update vault_field set plain = 'x'`.execute(world.db)).rejects.toThrow('no updates');
});

test('the seal waits for a write that is under way, and holds when it has ended', async () => {
  await sealSettled(world.db);
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = () => resolve()));
  let appended = () => undefined as void;
  const begun = new Promise<void>((resolve) => (appended = () => resolve()));
  const slow = transact(world.db, async (tx) => {
    await append(tx, world.by, [entryOf()]);
    appended();
    await held;
  });
  await begun;
  await transact(world.db, (tx) => append(tx, world.by, [entryOf()]));
  expect(await sealSettled(world.db)).toBe(0);
  release();
  await slow;
  expect(await sealSettled(world.db)).toBe(2);
  expect((await verify(world.db)).broken).toBeNull();
});

test('only the ledger opens transactions, so that none is unknown to the seal', () => {
  const root = path.join(import.meta.dirname, '..');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const found = files
    .filter((name) => !name.includes('.test.'))
    .filter((name) => /\.transaction\(\)/.test(readFileSync(path.join(root, name), 'utf8')));
  expect(found).toEqual([path.join('platform', 'write', 'transaction.ts')]);
});

test('a process that has just started seals on from what is there, and a changed byte is found', async () => {
  await transact(world.db, (tx) => append(tx, world.by, [entryOf()]));
  startFrom(await lastWritten(world.db));
  await sealSettled(world.db);
  const sound = await verify(world.db);
  expect(sound.broken).toBeNull();
  expect(sound.entries).toBe(await countLedger());
  await sql`alter table ledger disable trigger user`.execute(world.db);
  const change = (by: number) =>
    sql`update ledger set recorded_at = recorded_at + make_interval(secs => ${by}) where position = 1`.execute(
      world.db,
    );
  await change(1);
  expect((await verify(world.db)).broken).toBe(1);
  await change(-1);
  await sql`alter table ledger enable trigger user`.execute(world.db);
  expect((await verify(world.db)).broken).toBeNull();
});

const countLedger = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from ledger`.execute(world.db)).rows[0]?.n);

test('one id is one write: again, for another record, by somebody else, by two at once', async () => {
  const [one, two] = [
    await world.person({ name: 'Lê Thị Một', unit: cell, kind: 'official' }),
    await world.person({ name: 'Lê Thị Hai', unit: cell, kind: 'official' }),
  ];
  const act = { clientId: newId(), act: 'die', happenedOn: '2025-09-20' };
  const both = await Promise.all([
    officer.post(`/api/people/${one}/acts`, act),
    officer.post(`/api/people/${one}/acts`, act),
  ]);
  expect(both.map((answer) => answer.status)).toEqual([200, 200]);
  const colleague = await world.as('base_officer', ward);
  const before = await countLedger();
  expect((await officer.post(`/api/people/${one}/acts`, act)).status).toBe(200);
  const other = await officer.post(`/api/people/${two}/acts`, act);
  expect([other.status, other.body.error?.code]).toEqual([400, 'ledger.client_id_taken']);
  const unit = await officer.post(`/api/units/${cell}/acts`, {
    ...act,
    act: 'rename',
    name: 'Chi bộ mới',
    decision: { number: '1-QĐ/ĐU', on: '2025-09-20' },
  });
  expect([unit.status, unit.body.error?.code]).toEqual([400, 'ledger.client_id_taken']);
  const stranger = await colleague.post(`/api/people/${one}/acts`, act);
  expect([stranger.status, stranger.body.error?.code]).toEqual([400, 'ledger.client_id_taken']);
  expect(await countLedger()).toBe(before);
});

test('two writers make the first key of a person at once: one key stands, and both are read with it', async () => {
  const personId = await world.person({ name: 'Lê Thị Khóa', unit: cell });
  let go = () => undefined as void;
  const together = new Promise<void>((resolve) => (go = () => resolve()));
  const seal = (entry: string) =>
    transact(world.db, async (tx) => {
      await together;
      await put(tx, world.by, [
        { personId, entry, fields: [{ field: `note.${entry}`, value: `lời ${entry}` }] },
      ]);
    });
  const entries = [newId(), newId(), newId()];
  const all = Promise.all(entries.map(seal));
  go();
  await all;
  const notes = await readFields(world.db, personId, ['note.%']);
  expect(entries.map((entry) => notes.get(`note.${entry}`))).toEqual(entries.map((entry) => `lời ${entry}`));
});

test('a second sending that is stopped by the first one coming in between is the same write', async () => {
  const entry = entryOf();
  const once = { clientId: entry.clientId, accountId: world.by.accountId, stream: entry.stream };
  const first = () => transact(world.db, (tx) => append(tx, world.by, [entry]));
  const second = await write(world.db, once, async () => {
    await first();
    throw new Stale('ledger.changed_meanwhile');
  });
  expect(second).toEqual({ repeated: true });
  const other = { ...once, clientId: newId() };
  await expect(write(world.db, other, async () => Promise.reject(new Stale('x')))).rejects.toThrow('Stale');
});

test('an entry that the database refuses: the write says so, and nothing of it stands', async () => {
  const [first, second] = [entryOf(), entryOf()];
  await transact(world.db, (tx) => append(tx, world.by, [first]));
  const before = await countLedger();
  const refused = transact(world.db, async (tx) => {
    await append(tx, world.by, [second]);
    await append(tx, world.by, [{ ...second, clientId: first.clientId }]);
    return 'done';
  });
  await expect(refused).rejects.toMatchObject({ code: '23505', constraint: 'ledger_client_id_key' });
  expect(await countLedger()).toBe(before);
});

test('entries of one transaction count on in each stream, in the order in which they were given', async () => {
  const [one, other] = [entryOf(), entryOf()];
  const made = (of: typeof one) => ({ ...of, clientId: newId() });
  const given = [one, other, made(one), made(one), made(other)];
  await transact(world.db, async (tx) => {
    await append(tx, world.by, given.slice(0, 3));
    await append(tx, world.by, given.slice(3));
  });
  const { rows } = await sql<{ client_id: string; version: number }>`
    select client_id, version from ledger where stream in (${one.stream}, ${other.stream}) order by position`.execute(
    world.db,
  );
  expect(rows.map((row) => row.client_id)).toEqual(given.map(({ clientId }) => clientId));
  expect(rows.map(({ version }) => version)).toEqual([1, 1, 2, 3, 2]);
});

test('what a write reads with its beginning shows what the writer before it wrote, however many come at once', async () => {
  const { stream } = entryOf();
  const counting: OfMany<{ id: string; count: number }> = {
    sql: ([id]) => sql`
      select ${id}::text as id, count(*)::int as count from ledger where stream = ${`account:${id}`}`,
    of: ({ id }) => id,
  };
  const seen = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const entry = { ...entryOf(), stream };
      const once = { clientId: entry.clientId, accountId: world.by.accountId, stream };
      const done = await write(
        world.db,
        once,
        async (tx, rows) => {
          await append(tx, world.by, [entry]);
          return rows[0]?.count;
        },
        counting,
      );
      return done.repeated ? null : done.result;
    }),
  );
  expect(seen.toSorted((a, b) => Number(a) - Number(b))).toEqual(seen.map((_, at) => at));
});

test('of two writes that wait for each other both are written, one after the other', async () => {
  const arrived: string[] = [];
  const crossing = (first: string, second: string) => {
    const entry = entryOf();
    const once = { clientId: entry.clientId, accountId: world.by.accountId, stream: entry.stream };
    return write(world.db, once, async (tx) => {
      await takeTurn(tx, first);
      arrived.push(first);
      await vi.waitUntil(() => arrived.length >= 2, { timeout: 3000 });
      await takeTurn(tx, second);
      await append(tx, world.by, [entry]);
      return 'written';
    });
  };
  const written = await Promise.all([crossing('one', 'other'), crossing('other', 'one')]);
  expect(written).toEqual([1, 2].map(() => ({ repeated: false, result: 'written' })));
});

test('a rebuild that meets work behind the writes gives way and is made all the same', async () => {
  const units = async () => (await sql`select * from unit order by id`.execute(world.db)).rows;
  const before = await units();
  const waiting = async () =>
    (
      await sql`select 1 from pg_locks join pg_stat_activity using (pid)
        where not granted and query like 'truncate%' and datname = current_database()`.execute(world.db)
    ).rows.length > 0;
  // Holds the last of the tables that are dropped, then asks for the first: one of the two must give way.
  let made = Promise.resolve();
  await world.db.transaction().execute(async (tx) => {
    await sql`set local deadlock_timeout = '30s'`.execute(tx);
    await sql`lock table sourcing_task in row exclusive mode`.execute(tx);
    made = rebuild(world.db);
    while (!(await waiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    await sql`lock table unit in row exclusive mode`.execute(tx);
  });
  await made;
  expect(await units()).toEqual(before);
});
