// Rare acts on which any other may rest: between two writes, once, and in the end also where the writes leave no gap.
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../../test/app.ts';
import { entryOf } from '../../../test/entries.ts';
import type { Db, Tx } from '../db.ts';
import { Invalid } from '../errors.ts';
import { append } from '../ledger.ts';
import { alone } from './transaction.ts';
import { writeInGroup } from './group.ts';
import { type Done, type Once, type Work, write, writeAlone } from './once.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01' });
});

type Writer = (db: Db, once: Once, work: Work<unknown, []>) => Promise<Done<unknown>>;
function writing(writer: Writer, work: Work<unknown, []> = async () => undefined, entry = entryOf()) {
  const once = { clientId: entry.clientId, accountId: world.by.accountId, stream: entry.stream };
  return writer(world.db, once, async (tx: Tx) => {
    await work(tx);
    await append(tx, world.by, [entry]);
  });
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The order in which they begin and end. */
function watched() {
  const said: string[] = [];
  const work = (name: string, ms: number) => async () => {
    said.push(`${name} begins`);
    await pause(ms);
    said.push(`${name} ends`);
  };
  return { said, work };
}

test('whoever is writing has ended before it begins, and whoever comes begins when it has ended', async () => {
  const { said, work } = watched();
  const before = writing(write, work('before', 150));
  await pause(30);
  const lone = writing(writeAlone, work('alone', 150));
  await pause(250);
  const after = [writing(write, work('after', 1)), writing(writeInGroup, work('after', 1))];
  await Promise.all([before, lone, ...after]);
  expect(said.slice(0, 4)).toEqual(['before begins', 'before ends', 'alone begins', 'alone ends']);
  expect(said).toHaveLength(8);
});

test('sent twice, also at once, it is written once; refused, nothing of it stands', async () => {
  const entry = entryOf();
  const done = await Promise.all([1, 2].map(() => writing(writeAlone, async () => undefined, entry)));
  expect(done.map(({ repeated }) => repeated).toSorted()).toEqual([false, true]);
  const refused = entryOf();
  const refusing = writing(
    writeAlone,
    async (tx) => {
      await append(tx, world.by, [{ ...entryOf(), stream: refused.stream }]);
      throw new Invalid('access.missing');
    },
    refused,
  );
  await expect(refusing).rejects.toThrow(Invalid);
  const { rows } = await sql`select 1 from ledger where stream = ${refused.stream}`.execute(world.db);
  expect(rows).toEqual([]);
});

test('who comes meanwhile keeps no reader waiting', async () => {
  let end = (): void => undefined;
  let has = (): void => undefined;
  const begun = new Promise<void>((resolve) => (has = resolve));
  const lone = writing(writeAlone, async () => {
    has();
    await new Promise<void>((resolve) => (end = resolve));
  });
  await begun;
  // More than there are connections.
  const writers = Array.from({ length: 30 }, () => writing(write));
  await pause(50);
  await sql`select count(*) from ledger`.execute(world.db);
  end();
  await Promise.all([lone, ...writers]);
});

test('it gives up where somebody else does not end, and nothing of it stands', async () => {
  const long = writing(write, () => pause(700));
  await pause(30);
  await expect(alone(world.db, async () => 'done', 200)).rejects.toMatchObject({ kind: 'Busy' });
  await long;
  expect(await alone(world.db, async () => 'done', 200)).toBe('done');
});

test('its turn comes where at every moment somebody writes', async () => {
  const busyUntil = { isOver: false };
  const chain = async (startMs: number) => {
    await pause(startMs);
    while (!busyUntil.isOver) await writing(write, () => pause(60));
  };
  const busy = [0, 20, 40].map(chain);
  await pause(50);
  const began = performance.now();
  await writing(writeAlone).finally(() => (busyUntil.isOver = true));
  await Promise.all(busy);
  // Asked for a second, then stood in the way until those who were writing had ended.
  expect(performance.now() - began).toBeLessThan(10_000);
}, 20_000);
