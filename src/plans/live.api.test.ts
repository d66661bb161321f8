// Attainment follows the acts: a ceremony recorded is in the line at once, at every level and on its own day; taken back,
// it is out again. And a small cell with its source.
import { expect, test } from 'vitest';
import { nominate, startWard, viewOf, walkTo } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { formatShare } from '../ui/numbers.ts';
import { exactly } from './amount.ts';

test('a ceremony is in the figures of cell, ward and city within two seconds, on its day (S0-03, S0-29)', async () => {
  const ward = await startWard();
  const lines = [{ figure: 'admission', part: '', ...exactly(2) }];
  const given = { clientId: newId(), period: '2021', happenedOn: '2021-01-10', lines };
  expect((await ward.board.post(`/api/targets/${ward.ward}/assigned`, given)).status).toBe(200);
  const doneAt = async (unit: number, on: string) =>
    (await ward.board.get(`/api/plans?unit=${unit}&period=2021&on=${on}`)).body.unit.done.value;
  const levels = [ward.cell, ward.ward, ward.city];
  const doneOn = (on: string) => Promise.all(levels.map((unit) => doneAt(unit, on)));
  const id = await nominate(ward, 'Khổng Thị Mới');
  await walkTo(ward, id, 'decide');
  expect(await doneOn('2021-12-31')).toEqual([0, 0, 0]);
  await walkTo(ward, await nominate(ward, 'Khổng Thị Cũ'), 'ceremony');
  const start = performance.now();
  expect(await doneOn('2021-12-31')).toEqual([1, 1, 1]);
  expect(performance.now() - start).toBeLessThan(2000);
  expect([await doneOn('2021-02-02'), await doneOn('2021-02-03')]).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ]);
  const sourced = await ward.board.get(`/api/plans?unit=${ward.ward}&period=2019&figure=sourcing`);
  expect(sourced.body.unit.done.value).toBe(2);
  expect((await viewOf(ward, id)).stage).toBe('decided');
});

test('two more of the cell hold the certificate of the class: the sheet says where its source stands (K11, S4-03)', async () => {
  const ward = await startWard();
  for (const name of ['Khổng Thị Một', 'Khổng Thị Hai'])
    await walkTo(ward, await nominate(ward, name), 'class_certificate');
  const sheet = (await ward.secretary.get(`/api/plans/${ward.cell}?period=2026`)).body;
  expect(sheet.stages).toEqual([{ stage: 'class_certified', count: 2 }]);
  expect(sheet.figures[0].line.pool).toEqual({ open: 2, paused: 0, chosen: 0 });
  expect(sheet.members.count.value).toBe(6);
  const classes = (await ward.secretary.get(`/api/plans?period=2019&figure=class`)).body.unit;
  expect([classes.done.value, formatShare(classes.done.value / 6)]).toEqual([2, '33,3%']);
});
