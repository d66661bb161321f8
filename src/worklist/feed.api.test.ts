// The private calendar: off by default, an address shown once, revocable, without names, and only as far as the office
// reaches on the day of reading.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { startWard, walkRecent, type Ward } from '../../test/road.ts';

let ward: Ward;
const fullName = 'Nguyễn Thị Hoa';

beforeAll(async () => {
  ward = await startWard({ today: '2026-02-10' });
  await walkRecent(ward, fullName, 'base_vote');
}, 60_000);

const outsider = () => ward.world.outsider();

test('off by default; an address opens for whoever holds it, and only by it', async () => {
  expect((await ward.officer.get('/api/worklist/feed')).body).toEqual({
    on: false,
    address: null,
    createdAt: null,
  });
  const made = (await ward.officer.post('/api/worklist/feed')).body;
  expect(made).toMatchObject({ on: true, createdAt: expect.any(String) });
  const answer = await outsider().get(made.address);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect((await outsider().get(made.address.replace(/.\.ics$/, '_.ics'))).status).toBe(404);
  const again = (await ward.officer.get('/api/worklist/feed')).body;
  expect(again).toEqual({ on: true, address: null, createdAt: made.createdAt });
});

test('it holds kinds of work, units and whole days, and no name', async () => {
  const { address } = (await ward.officer.post('/api/worklist/feed')).body;
  const { text } = await outsider().get(address);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain('SUMMARY:Hạn cấp có thẩm quyền xem xét quyết định – Chi bộ khu phố 1');
  const days = (await ward.officer.get('/api/worklist/days?from=2000-01-01&to=2100-01-01')).body.days;
  const starts = [...unfolded.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map((match) => match[1]);
  expect(new Set(starts)).toEqual(new Set(days.map(({ on }: { on: string }) => on.replaceAll('-', ''))));
  const people = await ward.world.db.selectFrom('person').select(['full_name', 'id']).execute();
  const dossiers = await ward.world.db.selectFrom('dossier').select('id').execute();
  for (const word of [...people.flatMap((row) => [row.full_name, row.id]), ...dossiers.map(({ id }) => id)])
    expect([word, unfolded.includes(word)]).toEqual([word, false]);
});

test('the cell’s calendar holds the cell’s lines alone', async () => {
  const { address } = (await ward.secretary.post('/api/worklist/feed')).body;
  const { text } = await outsider().get(address);
  expect(text).toContain('Chi bộ khu phố 1');
  expect(text).not.toContain('Chi bộ khu phố 2');
});

test('a new address ends the old one, and ending it ends it', async () => {
  const first = (await ward.officer.post('/api/worklist/feed')).body.address;
  const second = (await ward.officer.post('/api/worklist/feed')).body.address;
  expect([(await outsider().get(first)).status, (await outsider().get(second)).status]).toEqual([404, 200]);
  expect((await ward.officer.del('/api/worklist/feed')).body).toEqual({
    on: false,
    address: null,
    createdAt: null,
  });
  expect((await outsider().get(second)).status).toBe(404);
});

test('only the hash is kept', async () => {
  const { address } = (await ward.officer.post('/api/worklist/feed')).body;
  const token = address.slice('/api/feeds/'.length, -'.ics'.length);
  const rows = await ward.world.db.selectFrom('feed').selectAll().execute();
  expect(JSON.stringify(rows.map((row) => [...row.token_hash]))).not.toContain(token);
  expect(rows.every((row) => row.token_hash.length === 32)).toBe(true);
});

test('an office that has ended, or an account that was closed, ends it', async () => {
  const leaver = await ward.world.as('base_officer', ward.ward);
  const { address } = (await leaver.post('/api/worklist/feed')).body;
  expect((await outsider().get(address)).status).toBe(200);
  const ended = await ward.board.post(`/api/offices/${leaver.officeId}/end`, {
    clientId: newId(),
    toOn: '2026-02-10',
    decision: { number: '5-QĐ', on: '2026-02-09', by: 'Thành ủy' },
  });
  expect(ended.status, ended.text).toBe(200);
  expect((await outsider().get(address)).status).toBe(404);
  const other = await ward.world.as('cell_secretary', ward.other);
  const second = (await other.post('/api/worklist/feed')).body.address;
  await ward.world.db
    .updateTable('account')
    .set({ closed_on: '2026-02-10' })
    .where('id', '=', other.accountId)
    .execute();
  expect((await outsider().get(second)).status).toBe(404);
});

test('the making is logged', async () => {
  const log = await ward.world.db
    .selectFrom('access_log')
    .select('subject')
    .where('action', '=', 'export')
    .execute();
  expect(log.map(({ subject }) => subject)).toContain('worklist_feed');
});
