// A list of records gives nothing away beside what it shows: its opening is logged, and its next pages are read by nobody but
// the reader who opened it.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWard } from '../../../test/road.ts';
import { personEntry } from '../../members/person.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger.ts';
import { transact } from '../../platform/write/transaction.ts';
import type { RecordsView } from './view.ts';

const ward = await startWard();
const { db, by, person } = ward.world;
const board = await ward.world.as('superior_board', ward.province);
const lists = async (): Promise<number | undefined> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from access_log where subject = 'statistics'`.execute(
      db,
    )
  ).rows[0]?.n;

test('opening a list is logged once, whatever number of pages', async () => {
  const before = (await lists()) ?? 0;
  const asked = `/api/statistics/members/records?unit=${ward.ward}&limit=2`;
  const first = (await board.get(asked)).body as RecordsView;
  const second = (await board.get(`${asked}&cursor=${first.next}`)).body as RecordsView;
  expect([first.items.length, second.items.length]).toEqual([2, 2]);
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
  expect(await lists()).toBe(before + 1);
});

test('nothing is told of whom the reader may not open', async () => {
  for (const name of ['Người đi một', 'Người đi hai']) {
    const id = await person({ name, unit: ward.cell, kind: 'official', admittedOn: '2015-01-01' });
    const move = { clientId: newId(), personId: id, unitId: ward.other, happenedOn: '2023-02-01' };
    await transact(db, (tx) =>
      append(tx, by, [personEntry('member.moved', move, { fromUnitId: ward.cell })]),
    );
  }
  const answer = await ward.secretary.get('/api/statistics/moved_out/records?period=2023&limit=1');
  const { items, total, next } = answer.body as RecordsView;
  expect([items.map(({ subject }) => subject), total]).toEqual([[null], 2]);
  const told = `${answer.text} ${Buffer.from(next ?? '', 'base64url').toString()}`;
  const { rows } = await sql<{ id: string }>`select id from person`.execute(db);
  expect(rows.filter(({ id }) => told.includes(id))).toEqual([]);
});

test('a next page opens for the same reader and question only, so that nothing is read unlogged', async () => {
  const asked = `members/records?unit=${ward.ward}&limit=2`;
  const { next } = (await board.get(`/api/statistics/${asked}`)).body as RecordsView;
  const before = await lists();
  const forged = Buffer.from(JSON.stringify(['00000000', 1])).toString('base64url');
  const status = async (reader: typeof board, words: string) =>
    (await reader.get(`/api/statistics/${words}`)).body.error?.code ?? 200;
  expect([
    await status(board, `${asked}&cursor=${forged}`),
    await status(board, `members/records?unit=${ward.city}&limit=2&cursor=${next}`),
    await status(await ward.world.as('superior_board', ward.province), `${asked}&cursor=${next}`),
    await status(board, `${asked}&cursor=${next}`),
  ]).toEqual(['statistics.cursor', 'statistics.cursor', 'statistics.cursor', 200]);
  expect(await lists()).toBe(before);
});
