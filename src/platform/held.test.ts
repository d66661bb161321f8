// What the process holds: never older than the last write that was answered, never one reader's for another, and not more
// than is kept of anything else.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld, testPassword, type World } from '../../test/app.ts';
import { entryOf } from '../../test/entries.ts';
import { held, letGo, letGoOf } from './held.ts';
import { newId } from './ids.ts';
import { alone, madeAgain, transact } from './write/transaction.ts';
import { append, rebuild } from './ledger.ts';

let world: World;
let province: number;
let ward: number;
let cells: number[];

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  province = await world.unit({ name: 'Đảng bộ tỉnh Giữ', kind: 'province' });
  ward = await world.unit({ name: 'Đảng bộ phường Giữ', kind: 'upper_base', parent: province });
  cells = [
    await world.unit({ name: 'Chi bộ 1', parent: ward }),
    await world.unit({ name: 'Chi bộ 2', parent: ward }),
  ];
});

/** Counts how often it was read. */
function counted(sources: string[], key = newId()) {
  const state = { reads: 0 };
  const ask = () =>
    held(world.db, { key, sources }, async () => {
      state.reads += 1;
      return state.reads;
    });
  return { ask, state, key };
}

describe('held', () => {
  test('one reading for all who ask at once, until one of its sources is written', async () => {
    const { ask } = counted(['account', 'unit']);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    letGo(world.db, ['person']);
    expect(await ask()).toBe(1);
    letGo(world.db, ['unit']);
    expect(await ask()).toBe(2);
    letGo(world.db, null);
    expect(await ask()).toBe(3);
  });

  test('what was read while a write was committed is not given to who asks after it', async () => {
    const key = newId();
    let answer: (text: string) => void = () => undefined;
    const old = held(
      world.db,
      { key, sources: ['unit'] },
      () => new Promise<string>((resolve) => (answer = resolve)),
    );
    letGo(world.db, ['unit']);
    const after = held(world.db, { key, sources: ['unit'] }, async () => 'new');
    answer('old');
    expect([await old, await after]).toEqual(['old', 'new']);
    expect(await held(world.db, { key, sources: ['unit'] }, async () => 'newer')).toBe('new');
  });

  test('a reading that failed is not kept; the failure reaches everybody who waited for it', async () => {
    const key = newId();
    const fail = () => held(world.db, { key, sources: [] }, () => Promise.reject(new Error('away')));
    const both = await Promise.allSettled([fail(), fail()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await held(world.db, { key, sources: [] }, async () => 'there')).toBe('there');
  });

  test('in a transaction everything is read, and nothing of it is kept', async () => {
    const { ask, key } = counted(['account']);
    expect(await ask()).toBe(1);
    const inside = () =>
      transact(world.db, (tx) => held(tx, { key, sources: ['account'] }, async () => 'mine'));
    expect(await inside()).toBe('mine');
    expect(await ask()).not.toBe('mine');
  });

  test('a write that was rolled back lets nothing be seen of it; one whose end is unknown is looked up', async () => {
    const { ask } = counted(['account']);
    expect(await ask()).toBe(1);
    const refused = transact(world.db, async (tx) => {
      await append(tx, world.by, [entryOf()]);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await ask()).toBe(1);
    const broken = transact(world.db, async (tx) => {
      await append(tx, world.by, [entryOf()]);
      // The connection is gone when it comes to committing.
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx).catch(() => undefined);
    });
    await expect(broken).rejects.toThrow();
    expect(await ask()).toBe(2);
    await transact(world.db, (tx) => append(tx, world.by, [entryOf()]));
    expect(await ask()).toBe(3);
  });

  test('rows made again, and an import taken back, let go of everything', async () => {
    const { ask } = counted(['nothing that is ever written']);
    expect(await ask()).toBe(1);
    await rebuild(world.db);
    expect(await ask()).toBe(2);
    const batchId = newId();
    const undone = { ...entryOf(), stream: `batch:${batchId}`, kind: 'batch.undone', names: batchId };
    await transact(world.db, (tx) => append(tx, world.by, [undone]));
    expect(await ask()).toBe(3);
  });

  test('when it weighs too much the oldest go, those asked for again stay, and small ones are no burden', async () => {
    const often = counted([]);
    const once = counted([]);
    await once.ask();
    for (let at = 0; at < 3000; at += 1) await counted([]).ask();
    expect(await once.ask()).toBe(1);
    const heavy = { text: 'ơ'.repeat(500_000) };
    for (let at = 0; at < 60; at += 1) {
      await often.ask();
      await held(world.db, { key: newId(), sources: [] }, async () => heavy);
    }
    expect(await often.ask()).toBe(1);
    expect(await once.ask()).toBe(2);
  });

  test('what is heavier than all that may be held is given and not held, and the others stay', async () => {
    const light = counted([]);
    expect(await light.ask()).toBe(1);
    const heavy = { key: newId(), sources: [] };
    const text = 'ơ'.repeat(26_000_000);
    expect(await held(world.db, heavy, async () => text)).toBe(text);
    expect(await held(world.db, heavy, async () => 'read again')).toBe('read again');
    expect(await light.ask()).toBe(1);
  });

  test('a write that changed nothing by itself lets nothing go; rows made again let go of theirs', async () => {
    const [accounts, units] = [counted(['account']), counted(['unit'])];
    const ask = async () => [await accounts.ask(), await units.ask()];
    expect(await ask()).toEqual([1, 1]);
    await transact(world.db, async () => undefined);
    await alone(world.db, async () => undefined);
    expect(await ask()).toEqual([1, 1]);
    await alone(world.db, async (tx) => madeAgain(tx, ['unit']));
    expect(await ask()).toEqual([1, 2]);
  });

  test('what can be brought up to date is told which streams were written, each once, and is read anew after all else', async () => {
    const state = { reads: 0 };
    const label = {
      key: newId(),
      sources: ['account', 'unit'],
      patch: {
        of: ['account'],
        by: async (seen: string[], streams: readonly string[]) => [...seen, ...streams],
      },
    };
    const ask = () =>
      held(world.db, label, async () => {
        state.reads += 1;
        return [`read ${state.reads}`];
      });
    expect(await ask()).toEqual(['read 1']);
    const [first, second] = [entryOf(), entryOf()];
    await transact(world.db, (tx) => append(tx, world.by, [first, { ...first, clientId: newId() }]));
    await transact(world.db, (tx) => append(tx, world.by, [second]));
    const both = ['read 1', first.stream, second.stream];
    expect(await Promise.all([ask(), ask()])).toEqual([both, both]);
    expect(await ask()).toEqual(both);
    letGo(world.db, ['unit']);
    expect(await ask()).toEqual(['read 2']);
    letGo(world.db, ['account']);
    expect(await ask()).toEqual(['read 3']);
  });

  test('what is brought up to date again and again weighs no more than at first; the first weight is not lost', async () => {
    letGo(world.db, null);
    const light = counted([]);
    expect(await light.ask()).toBe(1);
    let text = '';
    const long = newId().repeat(50);
    const label = (key: string) => ({
      key: `${long} ${key}`,
      sources: ['account'],
      patch: { of: ['account'], by: async (seen: string) => seen },
    });
    const ask = (key: string) => held(world.db, label(key), async () => text);
    const written = new Map([['account', ['account:1']]]);
    for (let at = 0; at < 15_000; at += 1) {
      await ask('often');
      letGoOf(world.db, written);
    }
    expect(await light.ask()).toBe(1);
    // Written while they are read: 60 MB all the same.
    text = 'ơ'.repeat(500_000);
    for (let at = 0; at < 60; at += 1) {
      const first = ask(`large ${at}`);
      letGoOf(world.db, written);
      await Promise.all([first, ask(`large ${at}`)]);
    }
    expect(await light.ask()).toBe(2);
  });
});

describe('who may do what', () => {
  test('signing out ends the session for the very next request', async () => {
    const officer = await world.as('base_officer', ward);
    expect((await officer.get('/api/people')).status).toBe(200);
    expect((await officer.del('/api/session')).status).toBe(200);
    // The cookie is sent all the same.
    expect((await officer.get('/api/people')).status).toBe(401);
  });

  test('a new password ends the other sessions of the account at once, and not this one', async () => {
    const office = await world.office({ kind: 'base_officer', unit: ward });
    const [here, there] = [await world.signIn(office), await world.signIn(office)];
    expect([(await here.get('/api/people')).status, (await there.get('/api/people')).status]).toEqual([
      200, 200,
    ]);
    const body = { old: testPassword, new: 'hoa-phuong-vang-2026' };
    expect((await here.post('/api/session/password', body)).status).toBe(200);
    expect([(await here.get('/api/people')).status, (await there.get('/api/people')).status]).toEqual([
      200, 401,
    ]);
  });

  test('an office that was ended opens nothing any more; neither does a closed account, or one with a new slip', async () => {
    const administrator = await world.as('administrator', ward);
    const [ended, closed, slipped] = [
      await world.as('base_officer', ward),
      await world.as('base_officer', ward),
      await world.as('base_officer', ward),
    ];
    for (const each of [ended, closed, slipped]) expect((await each.get('/api/people')).status).toBe(200);
    const end = { clientId: newId(), toOn: '2025-09-30', decision: null };
    const gone = await administrator.post(`/api/offices/${ended.officeId}/end`, end);
    expect(gone.status, gone.text).toBe(200);
    expect((await ended.get('/api/people')).status).toBe(403);
    const close = await administrator.post(`/api/accounts/${closed.accountId}/close`, { clientId: newId() });
    expect(close.status, close.text).toBe(200);
    expect((await closed.get('/api/people')).status).toBe(401);
    const slip = await administrator.post(`/api/accounts/${slipped.accountId}/slip`, { clientId: newId() });
    expect(slip.status, slip.text).toBe(200);
    expect((await slipped.get('/api/people')).status).toBe(401);
  });

  test('another office chosen is the one that acts next', async () => {
    const person = await world.person({ name: 'Lê Thị Hai Chức', unit: cells[0] as number });
    const wide = await world.office({ kind: 'base_officer', unit: ward, person });
    const narrow = await world.office({ kind: 'cell_secretary', unit: cells[0] as number, person });
    const holder = await world.signIn(wide);
    expect(names(await holder.get('/api/units'))).toHaveLength(3);
    expect((await holder.put('/api/session/office', { officeId: narrow })).status).toBe(200);
    expect(names(await holder.get('/api/units'))).not.toContain('Chi bộ 2');
  });

  test('an office whose last day has passed opens nothing on the day after', async () => {
    const officer = await world.as('base_officer', ward, { toOn: '2025-10-02' });
    expect((await officer.get('/api/people')).status).toBe(200);
    world.setToday('2025-10-03');
    expect((await officer.get('/api/people')).status).toBe(403);
    world.setToday('2025-10-01');
  });
});

const names = ({ body }: { body: { items: { name: string }[] } }) => body.items.map(({ name }) => name);

describe('what lists hold', () => {
  const totals = async (client: Client) => {
    const { body } = await client.get('/api/people?status=all');
    return { total: body.total, official: body.counts.official, shown: body.items.length };
  };

  test('everybody has the counts of their own reach, whoever asked before', async () => {
    await world.person({ name: 'Trần Văn Một', unit: cells[0] as number, kind: 'official' });
    await world.person({ name: 'Trần Văn Hai', unit: cells[1] as number, kind: 'official' });
    const officer = await world.as('base_officer', ward);
    const first = await world.as('cell_secretary', cells[0] as number);
    const second = await world.as('cell_secretary', cells[1] as number);
    for (const each of [officer, first, second, first, officer]) {
      const { total, shown } = await totals(each);
      expect(total).toBe(shown);
    }
    expect((await totals(officer)).official).toBe(2);
    expect((await totals(first)).official).toBe(1);
    expect(names(await second.get('/api/units'))).toEqual(['Chi bộ 2']);
    expect(names(await first.get('/api/units'))).toEqual(['Chi bộ 1']);
  });

  test('a write is counted in the very next answer, in list and tree', async () => {
    const officer = await world.as('base_officer', ward);
    const before = await totals(officer);
    const members = async () => (await officer.get('/api/units')).body.items[0].members;
    const tree = await members();
    await world.person({ name: 'Trần Thị Ba', unit: cells[1] as number, kind: 'official' });
    expect(await totals(officer)).toEqual({
      total: before.total + 1,
      official: before.official + 1,
      shown: before.shown + 1,
    });
    expect(await members()).toBe(tree + 1);
  });

  test('who moves out of reach is gone from the next list, and so is a unit moved away', async () => {
    const other = await world.unit({ name: 'Đảng bộ phường Khác', kind: 'upper_base', parent: province });
    const above = await world.as('superior_board', province);
    const officer = await world.as('base_officer', ward);
    const before = await totals(officer);
    expect(names(await officer.get('/api/units'))).toContain('Chi bộ 2');
    const move = await above.post(`/api/units/${cells[1]}/acts`, {
      clientId: newId(),
      act: 'move',
      happenedOn: '2025-09-30',
      parentId: other,
      decision: { number: '12-QĐ', on: '2025-09-30', by: 'Đảng ủy' },
    });
    expect(move.status, move.text).toBe(200);
    expect(names(await officer.get('/api/units'))).not.toContain('Chi bộ 2');
    expect((await totals(officer)).official).toBeLessThan(before.official);
  });
});
