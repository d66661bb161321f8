// A list of any length as a file: the same records as on the screen, written while it is read, logged, and given up when
// nobody reads on.
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startWard } from '../../../test/road.ts';
import { removedEntry } from '../../members/person.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger.ts';
import { transact } from '../../platform/write/transaction.ts';
import { csvPieces, type LongList, workbookPieces } from '../../workbook/stream-rows.ts';
import { readWorkbook } from '../../workbook/read.ts';
import type { RecordsView } from './view.ts';

const ward = await startWard();
const { db, by } = ward.world;
await transact(db, (tx) =>
  append(tx, by, [
    removedEntry(
      { clientId: newId(), personId: ward.members[4] as string, unitId: ward.cell, happenedOn: '2025-08-01' },
      { reason: 'DIXA' },
    ),
  ]),
);
const logged = async (): Promise<{ action: string; rows: number }[]> =>
  (
    await sql<{ action: string; rows: number }>`
      select action, (detail ->> 'rows')::int as rows from access_log
      where subject = 'statistics' and action = 'export' order by id`.execute(db)
  ).rows;

test('the file has the records of the list, in its order', async () => {
  const query = `unit=${ward.ward}`;
  const { body } = await ward.officer.get(`/api/statistics/members/records?limit=200&${query}`);
  const shown = (body as RecordsView).items.map(({ subject }) => subject?.name);
  const answer = await ward.officer.get(`/api/statistics/members/records.xlsx?${query}`);
  expect(answer.status, answer.text).toBe(200);
  const rows = (await readWorkbook(answer.raw, 'a.xlsx')).sheets[0]?.rows ?? [];
  const start = rows.findIndex((row) => row[0] === 'TT') + 1;
  expect(rows.slice(start).map((row) => row[1])).toEqual(shown);
  const csv = (await ward.officer.get(`/api/statistics/members/records.csv?${query}`)).text;
  expect(csv.split('\r\n').filter((line) => /^\d+,/.test(line)).length).toBe(shown.length);
  expect(await logged()).toEqual([
    { action: 'export', rows: shown.length },
    { action: 'export', rows: shown.length },
  ]);
});

test('the reason stands beside a removal', async () => {
  const answer = await ward.officer.get('/api/statistics/removed/records.csv?period=2025');
  expect(answer.text).toContain('Đi làm ăn xa không báo cáo');
});

test('without the right to take persons out there are organisations only', async () => {
  const mass = await ward.world.as('inspection', ward.ward);
  const persons = await mass.get('/api/statistics/members/records.xlsx');
  expect(persons.status).toBe(403);
});

test('who is in charge of several named cells takes out theirs', async () => {
  const named = { namedUnits: [ward.cell, ward.other] };
  const member = await ward.world.as('committee_member', ward.ward, named);
  const { body } = await member.get('/api/statistics/members/records?limit=200');
  const answer = await member.get('/api/statistics/members/records.csv');
  expect([answer.status, body.total > 0]).toEqual([200, true]);
  expect(answer.text.split('\r\n').filter((line) => /^\d+,/.test(line)).length).toBe(body.total);
});

test('the right to take persons out is that of today, wherever the unit stood on the day asked', async () => {
  const district = await ward.world.unit({ name: 'Huyện ủy Cũ', kind: 'district', parent: ward.province });
  const commune = await ward.world.unit({ name: 'Đảng bộ xã Cũ', kind: 'upper_base', parent: district });
  const cell = await ward.world.unit({ name: 'Chi bộ Cũ', kind: 'cell', parent: commune });
  await ward.world.person({ name: 'Người Cũ', unit: cell, kind: 'official', admittedOn: '2015-01-01' });
  const board = await ward.world.as('superior_board', ward.province);
  const moved = await board.post(`/api/units/${commune}/acts`, {
    clientId: newId(),
    act: 'move',
    happenedOn: '2025-07-01',
    decision: { number: '1', on: '2025-07-01', by: 'TU' },
    parentId: ward.province,
  });
  expect(moved.status, moved.text).toBe(200);
  const officer = await ward.world.as('base_officer', commune);
  const list = await officer.get('/api/statistics/members/records.csv?on=2025-06-30');
  expect(list.status, list.text).toBe(200);
  expect(list.text).toContain('Người Cũ');
});

const endless = (told: { rows: number; ended: boolean }): LongList => ({
  name: 'Dài',
  titles: ['Danh sách dài'],
  columns: [{ heading: 'TT' }, { heading: 'Tên' }],
  simulated: true,
  rows: (async function* () {
    try {
      for (;;) yield [(told.rows += 1), `=Người thứ ${told.rows}`];
    } finally {
      told.ended = true;
    }
  })(),
});

test.each([
  ['workbook', workbookPieces],
  ['text', csvPieces],
])('who stops reading stops the list: %s', async (_, stream) => {
  const told = { rows: 0, ended: false };
  const file = Readable.from(stream(endless(told)), { objectMode: false });
  let bytes = 0;
  for await (const piece of file) {
    bytes += (piece as Uint8Array).length;
    if (bytes > 200_000) break;
  }
  await expect.poll(() => told.ended).toBe(true);
  const read = told.rows;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told.rows).toBe(read);
});

test('a hundred thousand rows pass without being held', async () => {
  const told = { rows: 0, ended: false };
  const list = endless(told);
  const some = async function* () {
    for await (const row of list.rows) {
      if (told.rows > 100_000) return;
      yield row;
    }
  };
  const file = Readable.from(csvPieces({ ...list, rows: some() }), { objectMode: false });
  let most = 0;
  for await (const _ of file) most = Math.max(most, file.readableLength);
  expect(told.rows).toBe(100_001);
  expect(most).toBeLessThan(200_000);
});

test('text that a program would take for a formula is marked as text', async () => {
  const rows = (async function* () {
    yield [1, '=1+1', { day: '2021-07' }, 'a "b", c'];
  })();
  const list = { name: 'x', titles: [], columns: [{ heading: 'TT' }], simulated: false, rows };
  const pieces: Uint8Array[] = [];
  for await (const piece of csvPieces(list)) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toBe(`\uFEFFTT\r\n1,'=1+1,07/2021,"a ""b"", c"\r\n`);
});
