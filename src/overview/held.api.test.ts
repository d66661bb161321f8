// Plan trees, unit sheets and the overview are held with their text: after each kind of write that they are made of, whoever
// asks next is told what a transaction, in which nothing is held, reads anew.
import { expect, test } from 'vitest';
import { provisionBody } from '../../test/lawbook.ts';
import { nominate, officerOf, startWard, walkTo } from '../../test/road.ts';
import { overviewView } from './view.ts';
import { readOverview } from './overview.store.ts';
import type { Db, Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { exactly } from '../plans/amount.ts';
import { readPlan } from '../plans/branch.store.ts';
import { readSheet } from '../plans/sheet.store.ts';
import { planQuery, planView, sheetQuery, sheetView } from '../plans/view.ts';

const ward = await startWard();
const { world, officer, board, secretary } = ward;
const actor = officerOf(ward);
const query = { period: '2026', figure: 'admission' };

async function told() {
  const of = async (path: string) => {
    const answer = await officer.get(path);
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  };
  return [
    await of('/api/plans?period=2026&figure=admission'),
    await of(`/api/plans/${ward.ward}?period=2026`),
    await of(`/api/plans/${ward.cell}?period=2026`),
    await of('/api/overview'),
  ];
}

const afresh = () =>
  world.db
    .transaction()
    .execute(async (tx: Tx) => [
      planView.parse(await readPlan(tx, actor, planQuery.parse(query))),
      sheetView.parse(await readSheet(tx, actor, ward.ward, sheetQuery.parse({ period: '2026' }))),
      sheetView.parse(await readSheet(tx, actor, ward.cell, sheetQuery.parse({ period: '2026' }))),
      overviewView.parse(await readOverview(tx as unknown as Db, actor, {})),
    ]);

const said = (minimum: number) => ({
  clientId: newId(),
  period: '2026',
  happenedOn: '2026-01-15',
  lines: [{ figure: 'admission', part: '', ...exactly(minimum) }],
});
const survey = {
  clientId: newId(),
  unitId: ward.cell,
  year: 2026,
  happenedOn: '2026-11-10',
  groups: { DVTN: 6 },
  people: 6,
};
const rename = {
  clientId: newId(),
  act: 'rename',
  name: 'Chi bộ khu phố Đổi Tên',
  happenedOn: '2026-11-19',
  decision: { number: '9-QĐ/ĐU', on: '2026-11-18', by: 'Đảng ủy' },
};

const writes: [string, () => Promise<unknown>][] = [
  ['a number assigned', () => board.post(`/api/targets/${ward.ward}/assigned`, said(12))],
  ['a number registered', () => secretary.post(`/api/targets/${ward.cell}/registered`, said(3))],
  ['a survey', () => secretary.post('/api/surveys', survey)],
  ['a nomination', () => nominate(ward, 'Khổng Mai Thảo')],
  ['an admission', async () => walkTo(ward, await nominate(ward, 'Vũ Hùng Quyết'), 'ceremony')],
  ['a member who comes', () => world.person({ name: 'Đàm Thị Loan', unit: ward.other, kind: 'official' })],
  ['a new name', () => officer.post(`/api/units/${ward.cell}/acts`, rename)],
  [
    'a plan',
    () =>
      officer.post(`/api/plans/${ward.ward}/cascade/draft`, {
        clientId: newId(),
        period: '2026',
        lines: [
          {
            unitId: ward.cell,
            figure: 'admission',
            part: '',
            amount: exactly(4),
            share: null,
            before: null,
          },
        ],
      }),
  ],
  [
    'a rule of the committee',
    () =>
      board.post(
        '/api/provisions',
        provisionBody({
          parameter: 'overview.thin_cell',
          value: 30,
          fromOn: '2026-11-21',
          unitId: ward.city,
        }),
      ),
  ],
];

test.each(writes)('after %s all of it is told as it is', async (_what, write) => {
  const before = await told();
  const answer = (await write()) as { status?: number; text?: string } | undefined;
  if (answer?.status !== undefined) expect(answer.status, answer.text).toBe(200);
  const now = await told();
  expect(now).toEqual(await afresh());
  expect(now).not.toEqual(before);
});

test('asked again the very same is given', async () => {
  expect(await told()).toEqual(await told());
});
