// The calendar as administrators lay it: who may, what is refused, what it changes, and that it can be taken back.
import { describe, expect, test } from 'vitest';
import { startTwoBases, storedLines, takeOver } from '../../test/lawbook.ts';
import { ballot } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { addWorkingDays } from '../calendar/workdays.ts';
import { linesRenewed } from './change.store.ts';
import { lawInForce } from './enforce.store.ts';

const bases = await startTwoBases({ today: '2026-03-27' });
const { world, admin, board, here } = bases;

const edit = (more: object = {}) => ({
  clientId: newId(),
  date: '2026-04-06',
  effect: 'off',
  kind: 'other',
  note: 'Nghỉ phòng, chống bão số 2',
  source: 'Công điện 04/CĐ-UBND',
  status: 'announced',
  ...more,
});
const items = async (year = 2026) => (await here.secretary.get(`/api/calendar?year=${year}`)).body.items;
const on = async (date: string) =>
  (await items(Number(date.slice(0, 4)))).find((item: { date: string }) => item.date === date);

describe('laying a day', () => {
  test('moves what is due, and says what was laid, from where and by whom', async () => {
    // 45 working days from Monday 16/3/2026 under 294-QĐ/TW.
    const voted = { step: 'cell_vote', on: '2026-03-16', inputs: { ballot: ballot(6, 6) } };
    const id = await takeOver(bases, here, { name: 'Lò Văn Pâng', stage: 'cell_voted', acts: [voted] });
    const due = async () =>
      (await storedLines(bases)).find(({ caseId, clock }) => caseId === id && clock === 'decide')?.dueOn;
    const before = await due();
    const body = edit();
    const answer = await admin.post('/api/calendar', body);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ year: 2026, can: ['write'] });
    await linesRenewed();
    const { calendar } = lawInForce().regulations;
    expect(await due()).toBe(addWorkingDays(calendar, before as string, 1));
    expect(await on('2026-04-06')).toMatchObject({
      effect: 'off',
      note: 'Nghỉ phòng, chống bão số 2',
      source: 'Công điện 04/CĐ-UBND',
      origin: 'edit',
      below: null,
      entry: body.clientId,
      recordedBy: 'Nguyễn Văn administrator',
      can: [],
    });
    // Who may not see the officers is told the day, not the name.
    const union = await world.unit({ name: 'Đoàn phường', kind: 'mass_organisation', parent: bases.ward });
    const outside = await world.as('mass_officer', union);
    const told = (await outside.get('/api/calendar?year=2026')).body.items;
    expect(told.filter(({ recordedBy }: { recordedBy: string | null }) => recordedBy !== null)).toEqual([]);
    expect((await admin.post('/api/calendar', body)).status).toBe(200);
    expect((await board.get('/api/regulations/content')).body.overlays.calendar).toHaveLength(1);
  });

  test('taken back with a reason, the day is as it was', async () => {
    const { entry } = await on('2026-04-06');
    const url = `/api/calendar/${entry}/withdraw`;
    expect((await board.post(url, { clientId: newId(), reason: 'Ghi nhầm ngày' })).status).toBe(403);
    const body = { clientId: newId(), reason: 'Ghi nhầm ngày' };
    expect((await admin.post(url, body)).status).toBe(200);
    expect((await admin.post(url, body)).status).toBe(200);
    await linesRenewed();
    expect(await on('2026-04-06')).toBeUndefined();
    expect((await admin.post(url, { clientId: newId(), reason: 'Lần nữa' })).status).toBe(404);
    expect((await admin.post('/api/calendar', edit())).status).toBe(200);
    expect(lawInForce().overlays.calendar).toHaveLength(1);
  });

  test('a shipped row can be taken away, and stands below the edit', async () => {
    const shipped = await on('2026-04-30');
    const answer = await admin.post('/api/calendar', edit({ date: '2026-04-30', effect: 'plain' }));
    expect(answer.status).toBe(200);
    expect(await on('2026-04-30')).toMatchObject({
      effect: 'plain',
      below: { effect: 'off', note: shipped.note },
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['a day that was laid already', {}, 409, 'calendar.overlap'],
    [
      'a make-up day on a working Wednesday',
      { date: '2026-04-15', effect: 'work', kind: 'makeup' },
      409,
      'calendar.already_working',
    ],
    ['a Sunday off', { date: '2026-04-19' }, 409, 'calendar.already_off'],
    ['no source', { date: '2026-04-14', source: ' ' }, 400, 'http.bad_fields'],
    ['a day that no calendar has', { date: '2026-02-30' }, 400, 'http.bad_fields'],
  ])('%s', async (_, more, status, code) => {
    const answer = await admin.post('/api/calendar', edit(more));
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message.vi).not.toContain('{');
  });

  test('whoever keeps no calendar', async () => {
    for (const client of [board, here.officer, here.secretary])
      expect((await client.post('/api/calendar', edit({ date: '2026-04-14' }))).status).toBe(403);
  });

  test('of two at once on one day one stands', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => admin.post('/api/calendar', edit({ date: '2026-05-08' }))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

test('rebuild makes the same rows', async () => {
  const rows = () => world.db.selectFrom('calendar_edit').selectAll().orderBy('day').execute();
  const before = await rows();
  expect(before.map(({ day }) => day)).toEqual(['2026-04-06', '2026-04-30', '2026-05-08']);
  await rebuild(world.db);
  expect(await rows()).toEqual(before);
});
