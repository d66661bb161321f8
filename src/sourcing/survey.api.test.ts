// The survey through the API: who records and reads it, what a level above sees, priority groups, correcting and taking
// back; review rounds and tasks of mass organisations.
import { beforeAll, describe, expect, test } from 'vitest';
import { nominate, startWard } from '../../test/road.ts';
import type { Client } from '../../test/app.ts';
import { targetEntry } from '../plans/target.ts';
import { newId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import type { ReviewList, SurveyAnswer, TaskList } from './view.ts';

const ward = await startWard();
const { world } = ward;
const union = await world.unit({
  name: 'Đoàn phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: ward.ward,
});
const block = await world.unit({ name: 'Chi đoàn khu phố 1', kind: 'mass_organisation', parent: union });
const women = await world.unit({
  name: 'Hội Phụ nữ phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: ward.ward,
});
const otherSecretary = await world.as('cell_secretary', ward.other);
const youth = await world.as('mass_officer', union);
const ladies = await world.as('mass_officer', women);
const inspection = await world.as('inspection', ward.city);
const member = await world.as('member', ward.cell, { person: ward.members[1] as string });

const survey = (more: object = {}) => ({
  clientId: newId(),
  unitId: ward.cell,
  year: 2026,
  happenedOn: '2026-11-10',
  groups: { DVTN: 6, PN: 4, BDXN: 2, HS: 0 },
  people: 9,
  ...more,
});
const read = async (client: Client, words = ''): Promise<SurveyAnswer> =>
  (await client.get(`/api/surveys?year=2026${words}`)).body;

describe('the survey of a cell', () => {
  const first = survey();
  test('is recorded by its secretary, once, however often it is sent (S1-24)', async () => {
    expect((await ward.secretary.post('/api/surveys', first)).status).toBe(200);
    expect((await ward.secretary.post('/api/surveys', first)).status).toBe(200);
    const answer = await read(ward.secretary);
    expect(answer.items).toHaveLength(1);
    expect(answer.items[0]).toMatchObject({
      unitId: ward.cell,
      cell: true,
      surveyed: 1,
      people: 9,
      groups: { DVTN: 6, PN: 4, BDXN: 2 },
      own: { entry: first.clientId, surveyedOn: '2026-11-10' },
      can: ['record', 'withdraw'],
    });
  });

  test.each([
    ['of another cell', { unitId: ward.other }, 404, 'access.missing'],
    ['of a committee', { unitId: ward.ward }, 404, 'access.missing'],
    ['on a day to come', { happenedOn: '2026-11-22' }, 400, 'ledger.future_day'],
    ['for a year long gone', { year: 2024 }, 400, 'sourcing.other_year'],
    ['of a group that does not exist', { groups: { ABC: 1 } }, 400, 'sourcing.unknown_group'],
    ['with fewer people than one group', { people: 5 }, 400, 'sourcing.people_few'],
    ['with more people than all groups', { people: 13 }, 400, 'sourcing.people_many'],
    ['beside one that stands', {}, 409, 'ledger.changed_meanwhile'],
  ])('is not recorded %s', async (_, more, status, code) => {
    const answer = await ward.secretary.post('/api/surveys', survey(more));
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test('is summed by the ward from its cells only, beside the target and the candidates (S3-31, S2-39, S0-07, S3-60)', async () => {
    expect((await ward.officer.post('/api/surveys', survey({ unitId: ward.ward }))).body.error.code).toBe(
      'sourcing.cells_only',
    );
    await otherSecretary.post(
      '/api/surveys',
      survey({ unitId: ward.other, groups: { PN: 3 }, people: null }),
    );
    await nominate(ward, 'Nguyễn Thị Nguồn');
    const set = {
      year: 2026,
      of: 'admission' as const,
      maximum: null,
      aim: null,
      done: null,
      decision: null,
    };
    await world.db
      .transaction()
      .execute((tx) =>
        append(tx, world.by, [
          targetEntry(ward.ward, { clientId: newId() }, { ...set, minimum: 5 }),
          targetEntry(ward.cell, { clientId: newId() }, { ...set, minimum: 2 }),
          targetEntry(ward.other, { clientId: newId() }, { ...set, minimum: 1 }),
        ]),
      );
    const answer = await read(ward.officer);
    expect(answer.items.map(({ unitId, candidates, without }) => [unitId, candidates, without])).toEqual([
      [ward.cell, 1, 0],
      [ward.other, 0, 1],
    ]);
    expect(answer.total).toMatchObject({
      cells: 2,
      surveyed: 2,
      groups: { DVTN: 6, PN: 7, BDXN: 2 },
      people: 9,
      target: { minimum: 5 },
      targetBelow: 3,
      candidates: 1,
      without: 1,
    });
    const city = await read(ward.board);
    expect(city.items).toMatchObject([{ unitId: ward.ward, cells: 2, surveyed: 2, targetBelow: 3, can: [] }]);
  });

  test('is corrected by naming the one that was seen, and taken back with a reason', async () => {
    const second = survey({ groups: { DVTN: 7 }, people: 7, replaces: first.clientId });
    expect((await ward.secretary.post('/api/surveys', second)).status).toBe(200);
    const stale = await ward.secretary.post('/api/surveys', survey({ replaces: first.clientId }));
    expect(stale.status).toBe(409);
    const path = `/api/surveys/${second.clientId}/withdraw`;
    expect(
      (await otherSecretary.post(path, { clientId: newId(), reason: 'Không phải của tôi' })).status,
    ).toBe(404);
    expect((await inspection.post(path, { clientId: newId(), reason: 'Không được ghi' })).status).toBe(403);
    const back = { clientId: newId(), reason: 'Đếm nhầm khu phố' };
    expect((await ward.secretary.post(path, back)).status).toBe(200);
    expect((await ward.secretary.post(path, back)).status).toBe(200);
    const gone = await read(ward.secretary);
    expect(gone.items[0]).toMatchObject({ surveyed: 0, groups: {}, people: null, own: null });
  });

  test('is no matter of another cell, nor of a member', async () => {
    expect((await otherSecretary.get(`/api/surveys?year=2026&unit=${ward.cell}`)).status).toBe(404);
    expect((await read(youth)).items).toEqual([]);
    expect((await member.get('/api/surveys?year=2026')).status).toBe(403);
  });
});

test('an organisation puts groups first for a year, for itself and everything below (S0-32)', async () => {
  const body = { clientId: newId(), unitId: ward.ward, year: 2026, groups: ['DQTV', 'DBDV'] };
  expect((await ward.secretary.post('/api/surveys/priorities', body)).status).toBe(404);
  expect((await ward.officer.post('/api/surveys/priorities', body)).status).toBe(200);
  expect((await read(ward.secretary)).priorities).toMatchObject([
    { unitId: ward.ward, groups: ['DQTV', 'DBDV'] },
  ]);
  expect((await ward.secretary.get('/api/surveys?year=2027')).body.priorities).toEqual([]);
  await ward.officer.post('/api/surveys/priorities', { ...body, clientId: newId(), groups: [] });
  expect((await read(ward.secretary)).priorities).toEqual([]);
});

describe('a review round', () => {
  let id = '';
  const confirm = (client: Client, massUnitId: number, more: object = {}) =>
    client.post(`/api/reviews/${id}/confirm`, {
      clientId: newId(),
      massUnitId,
      happenedOn: '2026-11-21',
      before: 120,
      after: 113,
      promising: 6,
      ...more,
    });
  const rounds = async (client: Client): Promise<ReviewList> => (await client.get('/api/reviews')).body;

  beforeAll(async () => {
    const body = {
      clientId: newId(),
      unitId: ward.ward,
      year: 2026,
      happenedOn: '2026-11-20',
      dueOn: '2026-11-30',
    };
    expect((await ward.secretary.post('/api/reviews', { ...body, unitId: ward.cell })).body.error.code).toBe(
      'sourcing.no_mass_below',
    );
    expect((await youth.post('/api/reviews', body)).status).toBe(404);
    const early = await ward.officer.post('/api/reviews', { ...body, dueOn: '2026-11-01' });
    expect(early.body.error.code).toBe('sourcing.due_before');
    id = (await ward.officer.post('/api/reviews', body)).body.id;
  });

  test('lists every organisation that has not confirmed, down to the street blocks (S2-24, S2-16)', async () => {
    const [round] = (await rounds(ward.officer)).items;
    expect(round?.answers.map(({ unitName, confirmedOn }) => [unitName, confirmedOn])).toEqual([
      ['Chi đoàn khu phố 1', null],
      ['Đoàn phường Kinh Bắc', null],
      ['Hội Phụ nữ phường Kinh Bắc', null],
    ]);
    expect(round).toMatchObject({ confirmed: 0, late: false, can: ['close', 'take_back'] });
  });

  test('is confirmed by each for itself and below, with the counts before and after (S3-33, S2-15, S4-39)', async () => {
    expect((await confirm(youth, women)).status).toBe(404);
    expect((await confirm(youth, union, { promising: 200 })).body.error.code).toBe('sourcing.promising_many');
    expect((await confirm(youth, union, { happenedOn: '2026-11-01' })).body.error.code).toBe(
      'sourcing.done_before_given',
    );
    expect((await confirm(youth, union)).status).toBe(200);
    expect((await confirm(youth, block, { before: 20, after: 18, promising: 1 })).status).toBe(200);
    expect((await confirm(youth, union, { after: 112 })).status).toBe(200);
    const [round] = (await rounds(ward.officer)).items;
    expect(round).toMatchObject({ confirmed: 2, can: ['close'] });
    expect(round?.answers.find(({ unitId }) => unitId === union)).toMatchObject({ before: 120, after: 112 });
    expect(round?.answers[0]).toMatchObject({ unitName: 'Hội Phụ nữ phường Kinh Bắc', confirmedOn: null });
  });

  test('shows an organisation itself and what stands below it, and nobody else’s numbers', async () => {
    const own = (await rounds(ladies)).items[0]?.answers.map(({ unitId }) => unitId);
    expect(own).toEqual([women]);
    expect((await rounds(otherSecretary)).items).toEqual([]);
  });

  test('is late after its day, and over when the committee closes it', async () => {
    world.setToday('2026-12-02');
    expect((await rounds(ward.officer)).items[0]).toMatchObject({ late: true });
    const end = (how: string) => ward.officer.post(`/api/reviews/${id}/end`, { clientId: newId(), how });
    expect((await end('take_back')).body.error.code).toBe('sourcing.review_answered');
    expect((await end('close')).status).toBe(200);
    expect((await confirm(ladies, women)).body.error.code).toBe('sourcing.review_closed');
    expect((await rounds(ward.officer)).items[0]).toMatchObject({ closedOn: '2026-12-02', late: false });
    world.setToday('2026-11-21');
  });
});

describe('a task for a mass organisation', () => {
  const task = (more: object = {}) => ({
    clientId: newId(),
    kind: 'understand',
    unitId: ward.ward,
    toUnitId: union,
    happenedOn: '2026-11-20',
    dueOn: '2026-12-31',
    ...more,
  });

  test('is given with a due day, also for a listed candidate, and reported by it (S2-30, S4-14, S4-25)', async () => {
    const dossierId = await nominate(ward, 'Trần Văn Được');
    const given = await ward.officer.post('/api/sourcing-tasks', task({ kind: 'educate', dossierId }));
    const [id] = given.body.ids;
    const mine: TaskList = (await youth.get('/api/sourcing-tasks/mine')).body;
    expect(mine.items).toMatchObject([
      { id, kind: 'educate', candidate: 'Trần Văn Được', dueOn: '2026-12-31', doneOn: null, can: ['report'] },
    ]);
    expect((await ladies.get('/api/sourcing-tasks/mine')).body.items).toEqual([]);
    const report = { clientId: newId(), happenedOn: '2026-11-21' };
    expect((await ladies.post(`/api/sourcing-tasks/${id}/done`, report)).status).toBe(404);
    expect((await youth.post(`/api/sourcing-tasks/${id}/done`, report)).status).toBe(200);
    const told: TaskList = (await ward.officer.get('/api/sourcing-tasks')).body;
    expect(told.items.find((one) => one.id === id)).toMatchObject({
      doneOn: '2026-11-21',
      late: false,
      can: [],
    });
    const again = await ward.officer.post(`/api/sourcing-tasks/${id}/withdraw`, { clientId: newId() });
    expect(again.body.error.code).toBe('sourcing.task_done');
  });

  test('goes to mass organisations within reach only, and is taken back by who gave it', async () => {
    expect(
      (await ward.officer.post('/api/sourcing-tasks', task({ toUnitId: ward.cell }))).body.error.code,
    ).toBe('sourcing.not_mass');
    expect((await youth.post('/api/sourcing-tasks', task({ unitId: union }))).status).toBe(404);
    const [id] = (await ward.officer.post('/api/sourcing-tasks', task({ toUnitId: women }))).body.ids;
    expect((await otherSecretary.get('/api/sourcing-tasks')).body.items).toEqual([]);
    expect(
      (await otherSecretary.post(`/api/sourcing-tasks/${id}/withdraw`, { clientId: newId() })).status,
    ).toBe(404);
    expect(
      (await ward.officer.post(`/api/sourcing-tasks/${id}/withdraw`, { clientId: newId() })).status,
    ).toBe(200);
    expect((await ladies.get('/api/sourcing-tasks/mine')).body.items).toEqual([]);
  });
});
