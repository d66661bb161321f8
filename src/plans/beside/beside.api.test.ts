// What stands beside the counts, over HTTP: within reach only, summed up the tree, and the same numbers as the tree of
// targets – on the screen, month by month and in the workbook.
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld } from '../../../test/app.ts';
import { sessionCookie } from '../../platform/app.ts';
import { newId } from '../../platform/ids.ts';
import { openSession } from '../../platform/session.ts';
import { readWorkbook } from '../../workbook/read.ts';
import { exactly } from '../amount.ts';
import type { Beside, CourseView } from './view.ts';

const world = await startWorld({ today: '2021-07-09' });
const ward = await world.unit({ name: 'Đảng bộ thị trấn Châu Hưng', kind: 'upper_base', parent: null });
const first = await world.unit({ name: 'Chi bộ ấp Trà Ban', kind: 'cell', type: 'THON', parent: ward });
const second = await world.unit({ name: 'Chi bộ ấp Nhà Việc', kind: 'cell', type: 'THON', parent: ward });
const other = await world.unit({ name: 'Đảng bộ xã bên', kind: 'upper_base', parent: null });
const officer = await world.as('base_officer', ward);
const secretary = await world.as('cell_secretary', first);
const inCharge = await world.as('committee_member', ward, { namedUnits: [first, second] });
const stranger = await world.as('base_officer', other);

const admit = (unit: number, admittedOn: string, sex: string) =>
  world.person({
    name: `Người Thử ${admittedOn} ${unit}`,
    unit,
    kind: 'probationary',
    admittedOn,
    fields: { sex, bornOn: '1995-01-01' },
  });

beforeAll(async () => {
  await admit(first, '2021-01-20', 'F');
  await admit(first, '2021-03', 'M');
  await admit(second, '2021-07-09', 'F');
  await admit(second, '2020-12-31', 'F');
  const answer = await officer.post(`/api/targets/${ward}/assigned`, {
    clientId: newId(),
    period: '2021',
    happenedOn: '2021-01-15',
    lines: [{ figure: 'admission', part: '', ...exactly(13) }],
    decision: { number: '12-QĐ/HU', on: '2021-01-05', by: 'Huyện ủy' },
  });
  expect(answer.status).toBe(200);
});

const qualityFor = async (
  by: Client,
  unit: number,
): Promise<Map<number, Beside['items'][number]['quality']>> => {
  const { body } = await by.get(`/api/plans/quality?unit=${unit}&period=2021`);
  return new Map((body as Beside).items.map(({ unitId, quality }) => [unitId, quality]));
};

test('quality is told for the unit and each below it, and they sum up (S0-36, S0-43, S3-61)', async () => {
  const quality = await qualityFor(officer, ward);
  expect(quality.get(ward)).toMatchObject({ count: 3, women: 2, meanAge: 26, removed: 0 });
  expect(quality.get(first)).toMatchObject({ count: 2, women: 1 });
  expect(quality.get(second)).toMatchObject({ count: 1, women: 1 });
});

test('nobody sees beyond the own reach; who names several cells sees them together (S3-59)', async () => {
  expect([...(await qualityFor(secretary, first)).keys()]).toEqual([first]);
  expect((await secretary.get(`/api/plans/quality?unit=${ward}`)).status).toBe(404);
  expect((await secretary.get(`/api/plans/${second}/course`)).status).toBe(404);
  expect((await stranger.get(`/api/plans/quality?unit=${ward}`)).status).toBe(404);
  const { body } = await inCharge.get('/api/plans/quality?period=2021');
  expect((body as Beside).items.map(({ unitId, quality }) => [unitId, quality.count])).toEqual([
    [0, 3],
    [first, 2],
    [second, 1],
  ]);
});

test('the months of the year sum to what the tree counts; what has not come has no count (S0-03)', async () => {
  const { body } = await officer.get(`/api/plans/${ward}/course?period=2021&figure=admission`);
  const { steps } = body as CourseView;
  expect(steps.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0, 0, 1, null, null, null, null, null]);
  const plan = (await officer.get(`/api/plans?unit=${ward}&period=2021`)).body;
  expect(steps.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(plan.unit.counted);
});

test('the workbook holds the numbers of the screen, each unit one row and the whole last (S0-04)', async () => {
  const token = await openSession(world.db, officer.accountId, officer.officeId, '127.0.0.1');
  const answer = await world.app.inject({
    method: 'GET',
    url: `/api/plans.xlsx?unit=${ward}&period=2021`,
    headers: { cookie: `${sessionCookie}=${token}` },
  });
  expect(answer.statusCode).toBe(200);
  const book = await readWorkbook(answer.rawPayload, 'x.xlsx');
  const rows = book.sheets[0]?.rows ?? [];
  const texts = rows.map((row) => row.map((cell) => String(cell ?? '')));
  const whole = texts.find((row) => row.includes('Toàn đơn vị'));
  expect(whole).toEqual(expect.arrayContaining(['13', '3', '23.1', '6.8', '-3.8', '10', 'Chậm tiến độ']));
  expect(texts.filter((row) => row[1]?.startsWith('Chi bộ'))).toHaveLength(2);
});
