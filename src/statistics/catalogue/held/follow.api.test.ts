// Columns follow what is written: after any acts, in any order, what is held is what the database would give – without
// having been read again.
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { told } from '../../../../test/columns.ts';
import { doc, nominate, officerOf, take, wholeRoad } from '../../../../test/road.ts';
import { answerBody, ready, send, ward } from '../../../../test/verification.ts';
import { personEntry, removedEntry } from '../../../members/person.ts';
import { recordPersons } from '../../../members/person.store.ts';
import { openDb } from '../../../platform/db.ts';
import { withdrawal } from '../../../platform/effective.ts';
import type { NewEntry } from '../../../platform/entry.ts';
import { newId } from '../../../platform/ids.ts';
import { append, project, rebuild } from '../../../platform/ledger.ts';
import { transact } from '../../../platform/write/transaction.ts';
import { type Columns, standing } from '../../../columns/columns.ts';
import { readBothDays } from '../bridge/change.store.ts';
import { getEntry } from '../question.store.ts';
import { columnsFor, columnsOfBoth, followColumns, isHeld, readColumns } from './columns.store.ts';
import { inOrder, withinOrder } from '../../../columns/order.ts';
import { type SourceId, sources } from '../source.ts';
import { readAhead } from './warm.store.ts';

const { db, by, unit, person } = ward.world;
const factory = await unit({ name: 'Chi bộ Công ty may', type: 'DNNN', parent: ward.ward });
const cells = [ward.cell, ward.other, factory];
const people: string[] = [];
const cases: { id: string; next: number }[] = [];
const written: NewEntry[] = [];
const road = wholeRoad(ward);
const ids = Object.keys(sources) as SourceId[];

beforeAll(async () => {
  for (let nth = 0; nth < 8; nth += 1)
    people.push(
      await person({
        name: `Người thứ ${nth}`,
        unit: cells[nth % 3] as number,
        kind: nth % 4 === 0 ? 'probationary' : 'official',
        admittedOn: ['2019', '2020-02', '2021-07-09'][nth % 3] as string,
        officialOn: '2022-08-01',
        fields: { sex: 'F', bornOn: '1990-05' },
      }),
    );
  for (const name of ['Khổng Thị Bước', 'Khổng Văn Dừng'])
    cases.push({ id: await nominate(ward, name), next: 0 });
  await Promise.all(ids.map((id) => columnsFor(db, id)));
}, 60_000);

interface Act {
  what: 'move' | 'leave' | 'correct' | 'withdraw' | 'visit' | 'step' | 'retype';
  who: number;
  pick: number;
  day: string;
}
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('move', 'leave', 'correct', 'withdraw', 'visit', 'step', 'retype'),
  who: fc.nat(7),
  pick: fc.nat(),
  day: fc
    .integer({ min: 0, max: 900 })
    .map((offset) => new Date(Date.UTC(2023, 0, 5) + offset * 86_400_000).toISOString().slice(0, 10)),
});

async function record(entry: NewEntry): Promise<void> {
  written.push(entry);
  await transact(db, (tx) => append(tx, by, [entry]));
}

const acts: Record<Act['what'], (one: Act) => Promise<unknown>> = {
  move: (one) => record(personEntry('member.moved', aboutOf(one), { fromUnitId: ward.cell })),
  leave: (one) => {
    const ways = ['member.moved_out', 'member.died', 'member.expelled', 'member.left'] as const;
    if (one.pick % 5 === 4) return record(removedEntry(aboutOf(one), { reason: 'DIXA' }));
    return record(personEntry(ways[one.pick % 4] ?? 'member.left', aboutOf(one), {}));
  },
  visit: (one) =>
    record(
      personEntry('member.temporary_began', aboutOf(one), { toUnitId: cells[(one.pick + 1) % 3] as number }),
    ),
  correct: async ({ who, pick }) => {
    const personId = people[who] as string;
    const entry = newId();
    const field = ['occupation', 'education', 'bornOn'][pick % 3] as string;
    const value = [
      ['ND', 'DN'],
      ['THPT', 'THCS'],
      ['1988-01-02', '1999'],
    ][pick % 3]?.[(pick >> 3) % 2] as string;
    const about = { clientId: entry, personId, unitId: ward.cell, happenedOn: null };
    const entries = [personEntry('person.corrected', about, { fields: [field] as never })];
    await transact(db, (tx) =>
      recordPersons(tx, by, { values: [{ personId, fields: [{ field, value }], entry }], entries }),
    );
  },
  withdraw: async ({ pick }) => {
    const entry = written.splice(pick % (written.length || 1), 1)[0];
    if (!entry) return;
    const gone = { ...entry, clientId: newId(), kind: withdrawal, names: entry.clientId, data: {} };
    await transact(db, (tx) => append(tx, by, [gone]));
  },
  step: async ({ pick }) => {
    const one = cases[pick % 2] as (typeof cases)[number];
    const taken = road[one.next];
    if (!taken) return;
    const answer = await take(ward, one.id, taken);
    expect(answer.status, answer.text).toBe(200);
    one.next += 1;
  },
  retype: async ({ pick, day }) => {
    const { version } = (await ward.board.get(`/api/units/${factory}`)).body;
    const type = ['DN', 'DNNN', 'HTX'][pick % 3] as string;
    const decision = doc('5-QĐ/TU', '2023-01-01', 'Thành ủy Bắc Ninh');
    const body = {
      clientId: newId(),
      version,
      act: 'change_kind',
      happenedOn: day,
      kind: 'cell',
      type,
      decision,
    };
    const answer = await ward.board.post(`/api/units/${factory}/acts`, body);
    // A change to what it is already, or before the last one, is refused: nothing is written.
    expect([200, 400, 409]).toContain(answer.status);
  },
};

const aboutOf = ({ who, pick, day }: Act) => ({
  clientId: newId(),
  personId: people[who] as string,
  unitId: cells[pick % 3] as number,
  happenedOn: day,
});

test('what is held is what would be read, after any acts', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (list) => {
      for (const one of list) await acts[one.what](one);
      for (const id of ids) {
        const [kept, read] = [await columnsFor(db, id), await readColumns(db, id)];
        expect([id, told(kept)]).toEqual([id, told(read)]);
        expect(standing(kept)).toBe(read.length);
      }
    }),
    { numRuns: 40 },
  );
  // Followed, not read again: rows that gave way are still there.
  for (const id of ['member', 'movement', 'admission', 'stage'] as const)
    expect([id, (await columnsFor(db, id)).replaced > 0]).toEqual([id, true]);
});

test('requests follow the case, the person and their own answer', async () => {
  const both = ['request', 'waiting'] as const;
  const before = await Promise.all(both.map((id) => columnsFor(db, id)));
  const { id: asked } = await send(await ready('Khổng Thị Hỏi'));
  const same = async (id: (typeof both)[number]) => {
    const kept = await columnsFor(db, id);
    expect([id, told(kept)]).toEqual([id, told(await readColumns(db, id))]);
    return kept;
  };
  for (const [nth, id] of both.entries())
    expect(standing(await same(id))).toBe(standing(before[nth] as Columns) + 1);
  const answer = await ward.officer.post(`/api/verifications/${asked}/answer`, answerBody());
  expect(answer.status, answer.text).toBe(200);
  for (const id of both) await same(id);
});

test('rows that came late stand in their place', async () => {
  const columns = await columnsFor(db, 'member');
  const order = inOrder(columns);
  expect([...withinOrder(columns, order.slice())]).toEqual([...order]);
});

test('whoever counts keeps what there was, whatever is written meanwhile', async () => {
  const personId = await person({ name: 'Người ở lại', unit: factory, kind: 'official' });
  const columns = await columnsFor(db, 'member');
  const before = told(columns);
  const about = { clientId: newId(), personId, unitId: factory, happenedOn: '2025-09-09' };
  await record(personEntry('member.died', about, {}));
  expect(told(await columnsFor(db, 'member'))).not.toEqual(before);
  expect(told(columns)).toEqual(before);
});

test('a list of what changed stays with the columns of its asker, whatever is written meanwhile', async () => {
  const columns = await columnsFor(db, 'cell');
  const actor = officerOf(ward);
  const asked = { unit: ward.ward, since: '2009-12-31', on: '2026-01-01', columns };
  const list = () => readBothDays(db, actor, getEntry('cells'), asked);
  const came = [...(await list()).changed.came];
  await unit({ name: 'Chi bộ mới lập', kind: 'cell', parent: ward.ward, foundedOn: '2020-01-01' });
  expect((await columnsFor(db, 'cell')).length).toBe(columns.length + 1);
  expect([...(await list()).changed.came]).toEqual(came);
});

test('two views set against each other are of one moment', async () => {
  const both = columnsOfBoth(db, 'member', 'movement');
  followColumns(db, new Set([`person:${people[0]}`]));
  const [members, moves] = await both;
  expect(await columnsFor(db, 'member')).toBe(members);
  expect(await columnsFor(db, 'movement')).toBe(moves);
});

const streams = (count: number) => new Set(Array.from({ length: count }, () => `person:${newId()}`));

test('a long import that nobody looks at meanwhile is not remembered stream by stream', async () => {
  const before = await columnsFor(db, 'idle');
  followColumns(db, streams(100));
  expect(await columnsFor(db, 'idle')).toBe(before);
  followColumns(db, streams(2001));
  expect(await columnsFor(db, 'idle')).not.toBe(before);
});

test('what most pages count from is read ahead, and once held it is left as it is', async () => {
  followColumns(db, streams(2001));
  expect(isHeld(db, 'member')).toBe(false);
  await readAhead(db);
  expect(['member', 'movement', 'stage'].map((id) => isHeld(db, id as SourceId))).toEqual([true, true, true]);
  const held = await columnsFor(db, 'stage');
  await readAhead(db);
  expect(await columnsFor(db, 'stage')).toBe(held);
});

test('the same after everything was made again', async () => {
  const before = (await Promise.all(ids.map((id) => columnsFor(db, id)))).map(told);
  await rebuild(db);
  expect((await Promise.all(ids.map((id) => readColumns(db, id)))).map(told)).toEqual(before);
});

test('rows made again without a new entry are followed, too', async () => {
  const id = await nominate(ward, 'Khổng Thị Trở');
  await sql`delete from passage where dossier_id = ${id}::uuid`.execute(db);
  followColumns(db, new Set([`dossier:${id}`]));
  const without = told(await columnsFor(db, 'stage'));
  await transact(db, (tx) => project(tx, [`dossier:${id}`]));
  const after = told(await columnsFor(db, 'stage'));
  expect(after).not.toEqual(without);
  expect(after).toEqual(told(await readColumns(db, 'stage')));
});

test('what stands is counted though its connection broke before that could be told', async () => {
  const { db: breaking, pool } = openDb(ward.world.connection);
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...words: unknown[]) => Promise<unknown>;
    const broken = async (...words: unknown[]) => {
      const answer = await query(...words);
      if (words[0] === 'commit') throw new Error('Connection terminated unexpectedly');
      return answer;
    };
    client.query = broken as typeof client.query;
  });
  const personId = await person({ name: 'Khổng Văn Đứt', unit: factory, kind: 'official' });
  const before = told(await columnsFor(breaking, 'member'));
  const about = { clientId: newId(), personId, unitId: factory, happenedOn: '2025-09-11' };
  const dying = transact(breaking, (tx) => append(tx, by, [personEntry('member.died', about, {})]));
  await expect(dying).rejects.toThrow('terminated');
  const after = told(await columnsFor(breaking, 'member'));
  expect(after).not.toEqual(before);
  expect(after).toEqual(told(await readColumns(breaking, 'member')));
  await pool.end();
  followColumns(db, new Set([`person:${personId}`]));
});

test('many writers and readers at once: in the end everybody sees everything', async () => {
  const move = (nth: number) =>
    personEntry(
      'member.moved',
      {
        clientId: newId(),
        personId: people[nth % 8] as string,
        unitId: cells[nth % 3] as number,
        happenedOn: '2025-10-10',
      },
      { fromUnitId: ward.cell },
    );
  await Promise.all(
    Array.from({ length: 16 }, (_, nth) =>
      nth % 2 === 0
        ? transact(db, (tx) => append(tx, by, [move(nth)])).catch((error: { code?: string }) =>
            // Two may have had the same version in mind: one of them is refused.
            expect(error.code).toBe('23505'),
          )
        : columnsFor(db, 'movement'),
    ),
  );
  for (const id of ['member', 'movement'] as const)
    expect(told(await columnsFor(db, id))).toEqual(told(await readColumns(db, id)));
});
