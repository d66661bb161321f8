// Writes that share a transaction: each keeps the promises of a write by itself, whatever happens to those beside it.
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Client, startWorld, type World } from '../../../test/app.ts';
import { personStream } from '../../members/stream.store.ts';
import { Invalid } from '../errors.ts';
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

const entryOf = (stream: string) => ({
  clientId: newId(),
  stream,
  kind: 'account.password_set',
  happenedOn: '2025-10-01',
  unitId: null,
  data: {},
});
const aStream = () => `account:${newId()}`;
const onceOf = ({ clientId, stream }: ReturnType<typeof entryOf>) => ({
  clientId,
  accountId: world.by.accountId,
  stream,
});
const transactionOf = async (tx: Tx): Promise<string> =>
  (await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(tx)).rows[0]?.id ?? '';

/** Writes an entry and tells in which transaction. */
const writing = (entry: ReturnType<typeof entryOf>, work?: (tx: Tx) => Promise<unknown>) =>
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
const several = (count: number) => Array.from({ length: count }, () => entryOf(aStream()));

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
  expect(calls.length).toBeLessThan(7);
  expect(calls.reduce((sum, one) => sum + one, 0)).toBe(ids.length);
  for (const [at, { body }] of answers.entries()) {
    expect([body.name, body.exempt, body.version]).toEqual([names[at], true, 3]);
    const act = body.history.find((one: { kind: string }) => one.kind === 'member.exempted');
    expect([act.note, act.decision.number]).toEqual([`lời ${at}`, `${at + 1}-QĐ/ĐU`]);
    const { rejudged: _, ...view } = body;
    expect((await officer.get(`/api/people/${ids[at]}`)).body).toEqual(view);
  }
});

test('one that is refused is told so, and takes nobody with it', async () => {
  const entries = several(12);
  const ended = await Promise.allSettled(
    entries.map((entry, at) =>
      writing(entry, async () => {
        if (at === 7) throw new Invalid('ledger.future_day');
      }),
    ),
  );
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual(entries.map((_, at) => at !== 7));
  const refused = ended[7] as PromiseRejectedResult;
  expect(refused.reason).toBeInstanceOf(Invalid);
  for (const [at, { stream }] of entries.entries())
    expect(await versionsOf(stream)).toHaveLength(at === 7 ? 0 : 1);
});

test('nor one that the database refuses after it has appended', async () => {
  const entries = several(12);
  const ended = await Promise.allSettled(
    entries.map((entry, at) =>
      writeInGroup(world.db, onceOf(entry), async (tx) => {
        await append(tx, world.by, [entry]);
        await project(tx, [entry.stream]);
        if (at === 9) await sql`select 1 / 0`.execute(tx);
      }),
    ),
  );
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual(entries.map((_, at) => at !== 9));
  expect(String((ended[9] as PromiseRejectedResult).reason)).toContain('division by zero');
  for (const [at, { stream }] of entries.entries())
    expect(await versionsOf(stream)).toHaveLength(at === 9 ? 0 : 1);
});

test('of several to one stream each decides on what the one before has written', async () => {
  const stream = aStream();
  const entries = Array.from({ length: 8 }, () => entryOf(stream));
  const others = several(8);
  const seen = await Promise.all(
    entries.map((entry) =>
      writeInGroup(world.db, onceOf(entry), async (tx) => {
        const rows = await sql`select from ledger where stream = ${stream}`.execute(tx);
        await append(tx, world.by, [entry]);
        return rows.rows.length;
      }),
    ),
  );
  await Promise.all(others.map((entry) => writing(entry)));
  expect(seen.map((one) => (one.repeated ? null : one.result))).toEqual(entries.map((_, at) => at));
  expect((await versionsOf(stream)).map(({ version }) => version)).toEqual(entries.map((_, at) => at + 1));
});

test('one id sent again at once is one write; for another record it is refused', async () => {
  const [first, ...beside] = several(10);
  if (!first) throw new Error('none');
  const again = { ...first };
  const elsewhere = { ...entryOf(aStream()), clientId: first.clientId };
  const ended = await Promise.allSettled([...beside, first, again, elsewhere].map((entry) => writing(entry)));
  expect(ended.slice(0, 9).every((one) => one.status === 'fulfilled' && !one.value.repeated)).toBe(true);
  const [one, other, third] = ended.slice(9);
  expect([one, other].map((each) => each?.status)).toEqual(['fulfilled', 'fulfilled']);
  const repeated = [one, other].map(
    (each) => (each as PromiseFulfilledResult<{ repeated: boolean }>).value.repeated,
  );
  expect(repeated.toSorted()).toEqual([false, true]);
  expect((third as PromiseRejectedResult).reason).toMatchObject({ code: 'ledger.client_id_taken' });
  expect(await versionsOf(first.stream)).toHaveLength(1);
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

test('one that has to wait for somebody else does not hold up those beside it', async () => {
  const [held, ...others] = several(12);
  if (!held) throw new Error('none');
  const somebody = await hold([held.stream]);
  let isDone = false;
  const beside = [...others.slice(0, 6), held, ...others.slice(6)].map((entry) => writing(entry));
  const own = beside[6]?.then(() => (isDone = true));
  await Promise.all(beside.filter((_, at) => at !== 6));
  expect(isDone).toBe(false);
  somebody.release();
  await Promise.all([somebody.done, own]);
  expect(await versionsOf(held.stream)).toHaveLength(1);
});

test('nor do many that have to wait hold up those who come after them', async () => {
  const [held, others] = [several(5), several(6)];
  const somebody = await hold(held.map(({ stream }) => stream));
  let done = 0;
  const waiting: Promise<unknown>[] = [];
  for (const entry of held) {
    waiting.push(writing(entry).then(() => (done += 1)));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(others.map((entry) => writing(entry)));
  expect(done).toBe(0);
  somebody.release();
  await Promise.all([somebody.done, ...waiting]);
  for (const { stream } of held) expect(await versionsOf(stream)).toHaveLength(1);
});
