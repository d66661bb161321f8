// Writes that share a transaction: each keeps the promises of a write by itself, whatever happens to those beside it.
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Client, startWorld, type World } from '../../../test/app.ts';
import { entryOf, newStream } from '../../../test/entries.ts';
import { personStream } from '../../members/stream.store.ts';
import { Invalid } from '../errors.ts';
import type { NewEntry } from '../entry.ts';
import { newId } from '../ids.ts';
import { append, project } from '../ledger.ts';
import type { Tx } from '../db.ts';
import { writeInGroup } from './group.ts';
import { transact } from './transaction.ts';
import { takeTurn } from './turns.ts';

let world: World;
let ward: number;
let cell: number;
let officer: Client;
beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  ward = await world.unit({ name: 'Đảng bộ phường Nhóm', kind: 'upper_base' });
  cell = await world.unit({ name: 'Chi bộ 1', kind: 'cell', parent: ward });
  officer = await world.as('base_officer', ward);
});

const onceOf = ({ clientId, stream }: NewEntry) => ({
  clientId,
  accountId: world.by.accountId,
  stream,
});
const transactionOf = async (tx: Tx): Promise<string> =>
  (await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(tx)).rows[0]?.id ?? '';

/** Writes an entry and tells in which transaction. */
const writing = (entry: NewEntry, work?: (tx: Tx) => Promise<unknown>) =>
  writeInGroup(world.db, onceOf(entry), async (tx) => {
    await work?.(tx);
    await append(tx, world.by, [entry]);
    return transactionOf(tx);
  });
const versionsOf = async (stream: string) =>
  (
    await sql<{ version: number; id: string }>`
      select version, client_id as id from ledger where stream = ${stream} order by position`.execute(
      world.db,
    )
  ).rows;
const several = (count: number) => Array.from({ length: count }, () => entryOf());

test('those that wait beside each other share a transaction, and each stands', async () => {
  const entries = several(16);
  const done = await Promise.all(entries.map((entry) => writing(entry)));
  const transactions = done.map((one) => (one.repeated ? null : one.result));
  expect(new Set(transactions).size).toBeLessThan(6);
  expect(transactions).not.toContain(null);
  for (const { stream } of entries) expect(await versionsOf(stream)).toHaveLength(1);
});

test('of those that share it the rows are made at once, and each is answered with its own person', async () => {
  const names = Array.from({ length: 14 }, (_, at) => `Lê Thị Chung ${at}`);
  const ids: string[] = [];
  for (const name of names) ids.push(await world.person({ name, unit: cell, kind: 'official' }));
  const made = vi.spyOn(personStream, 'project');
  const answers = await Promise.all(
    ids.map((id, at) =>
      officer.post(`/api/people/${id}/acts`, {
        clientId: newId(),
        act: 'exempt',
        happenedOn: '2025-09-01',
        ground: 'age',
        decision: { number: `${at + 1}-QĐ/ĐU`, on: '2025-09-01', by: 'Ban Thường vụ' },
        note: `lời ${at}`,
      }),
    ),
  );
  const calls = made.mock.calls.map(([, asked]) => asked.length);
  made.mockRestore();
  expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
  expect(calls.length).toBeLessThan(ids.length);
  expect(calls.reduce((sum, one) => sum + one, 0)).toBe(ids.length);
  for (const [at, { body }] of answers.entries()) {
    expect([body.name, body.exempt, body.version]).toEqual([names[at], true, 3]);
    const act = body.history.find((one: { kind: string }) => one.kind === 'member.exempted');
    expect([act.note, act.decision.number]).toEqual([`lời ${at}`, `${at + 1}-QĐ/ĐU`]);
    const { rejudged: _, ...view } = body;
    expect((await officer.get(`/api/people/${ids[at]}`)).body).toEqual(view);
  }
});

test('one that is refused is told so, and the others share a transaction again', async () => {
  const entries = several(12);
  const tried = entries.map((): string[] => []);
  const ended = await Promise.allSettled(
    entries.map((entry, at) =>
      writing(entry, async (tx) => {
        tried[at]?.push(await transactionOf(tx));
        if (at === 7) throw new Invalid('ledger.future_day');
      }),
    ),
  );
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual(entries.map((_, at) => at !== 7));
  expect((ended[7] as PromiseRejectedResult).reason).toBeInstanceOf(Invalid);
  const [first, again] = [tried.map((one) => one[0]), tried.map((one) => one[1])];
  expect(first.filter((one) => one === first[7]).length).toBeGreaterThan(5);
  // By himself the one, in one transaction the others.
  const others = again.filter((one, at) => at !== 7 && one !== undefined);
  expect(new Set(others).size).toBe(1);
  expect(others).not.toContain(again[7]);
  for (const [at, { stream }] of entries.entries())
    expect(await versionsOf(stream)).toHaveLength(at === 7 ? 0 : 1);
});

test('one that the database refuses after it has appended takes nobody with it', async () => {
  const entries = several(12);
  const tried = entries.map((): string[] => []);
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const ended = await Promise.allSettled(
    entries.map((entry, at) =>
      writeInGroup(world.db, onceOf(entry), async (tx) => {
        tried[at]?.push(await transactionOf(tx));
        await append(tx, world.by, [entry]);
        await project(tx, [entry.stream]);
        if (at === 9) await sql`select 1 / 0`.execute(tx);
      }),
    ),
  );
  const told = said.mock.calls.flat().join();
  said.mockRestore();
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual(entries.map((_, at) => at !== 9));
  expect(String((ended[9] as PromiseRejectedResult).reason)).toContain('division by zero');
  expect(tried.filter(([first]) => first === tried[9]?.[0]).length).toBeGreaterThan(5);
  // Nobody is told who shared it: that a group went wrong stands in the log.
  expect(told).toContain('division by zero');
  for (const [at, { stream }] of entries.entries())
    expect(await versionsOf(stream)).toHaveLength(at === 9 ? 0 : 1);
});

test('of several to one stream each decides on what the one before has written', async () => {
  const stream = newStream();
  const own = Array.from({ length: 8 }, () => entryOf(stream));
  const beside = several(16);
  const seen: number[] = [];
  // One of the stream between every two of others.
  const all = own.flatMap((entry, at) => [
    writing(beside[at * 2] ?? entry),
    writeInGroup(world.db, onceOf(entry), async (tx) => {
      const rows = await sql`select from ledger where stream = ${stream}`.execute(tx);
      await append(tx, world.by, [entry]);
      seen[at] = rows.rows.length;
    }),
    writing(beside[at * 2 + 1] ?? entry),
  ]);
  await Promise.all(all);
  expect(seen).toEqual(own.map((_, at) => at));
  expect((await versionsOf(stream)).map(({ version }) => version)).toEqual(own.map((_, at) => at + 1));
});

test('two of a group who come to one record are done one after the other', async () => {
  const shared = newStream();
  const entries = several(10);
  const tried = entries.map((): string[] => []);
  const seen = await Promise.all(
    entries.map((entry, at) =>
      writing(entry, async (tx) => {
        tried[at]?.push(await transactionOf(tx));
        if (at !== 4 && at !== 8) return;
        await takeTurn(tx, shared);
        const before = await sql`select from ledger where stream = ${shared}`.execute(tx);
        await append(tx, world.by, [entryOf(shared)]);
        tried[at]?.push(`after ${before.rows.length}`);
      }),
    ),
  );
  expect(tried[4]?.[0]).toBe(tried[8]?.[0]);
  expect([tried[4]?.at(-1), tried[8]?.at(-1)].toSorted()).toEqual(['after 0', 'after 1']);
  expect(seen.every((one) => !one.repeated)).toBe(true);
  expect((await versionsOf(shared)).map(({ version }) => version)).toEqual([1, 2]);
});

test('one id sent again at once is one write; for another record it is refused', async () => {
  const [first, ...beside] = several(10);
  if (!first) throw new Error('none');
  const done = await Promise.all([...beside, first, { ...first }].map((entry) => writing(entry)));
  expect(done.slice(0, 9).every((one) => !one.repeated)).toBe(true);
  expect(done.slice(9).map((one) => one.repeated)).toEqual([false, true]);
  expect(await versionsOf(first.stream)).toHaveLength(1);
  const elsewhere = { ...entryOf(), clientId: first.clientId };
  const ended = await Promise.allSettled([...several(10), elsewhere].map((entry) => writing(entry)));
  expect(ended.map(({ status }) => status)).toEqual([...Array(10).fill('fulfilled'), 'rejected']);
  expect((ended[10] as PromiseRejectedResult).reason).toMatchObject({ code: 'ledger.client_id_taken' });
  expect(await versionsOf(elsewhere.stream)).toHaveLength(0);
});

/** Somebody is at work on these streams until `release` is called. */
async function hold(streams: readonly string[]) {
  let release = () => undefined as void;
  const until = new Promise<void>((resolve) => (release = () => resolve()));
  let taken = () => undefined as void;
  const begun = new Promise<void>((resolve) => (taken = () => resolve()));
  const done = transact(world.db, async (tx) => {
    await takeTurn(tx, ...streams);
    taken();
    await until;
  });
  await begun;
  return { release, done };
}

test('one that has to wait for somebody else does not hold up those beside it, nor what comes after them', async () => {
  const [held, ...others] = several(12);
  if (!held) throw new Error('none');
  const somebody = await hold([held.stream]);
  let isDone = false;
  try {
    const beside = [...others.slice(0, 6), held, ...others.slice(6)].map((entry) => writing(entry));
    const own = beside[6]?.then(() => (isDone = true));
    await Promise.all(beside.filter((_, at) => at !== 6));
    // To the same streams once more.
    await Promise.all(others.map(({ stream }) => writing(entryOf(stream))));
    expect(isDone).toBe(false);
    somebody.release();
    await own;
  } finally {
    somebody.release();
    await somebody.done;
  }
  expect(await versionsOf(held.stream)).toHaveLength(1);
});

test('nor do many that have to wait hold up those who come after them', async () => {
  const [held, others] = [several(5), several(6)];
  const somebody = await hold(held.map(({ stream }) => stream));
  let done = 0;
  const waiting: Promise<unknown>[] = [];
  try {
    for (const entry of held) {
      waiting.push(writing(entry).then(() => (done += 1)));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await Promise.all(others.map((entry) => writing(entry)));
    expect(done).toBe(0);
  } finally {
    somebody.release();
    await Promise.all([somebody.done, ...waiting]);
  }
  for (const { stream } of held) expect(await versionsOf(stream)).toHaveLength(1);
});
