// Who signs the report of a unit that has ended – those who held an office of it then, for as long as they held it –, and
// who reads the reports of one cell.
import { expect, test, vi } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = await startWorld({ today: '2025-06-20' });

test('a unit that ended on 14 July is reported by the level above, and signed by its own officer of June', async () => {
  const province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  const old = await world.unit({
    name: 'Đảng bộ xã Hòa Long',
    kind: 'base_organisation',
    parent: province,
    foundedOn: '2000-01-01',
  });
  const cell = await world.unit({ name: 'Chi bộ thôn Quả Cảm', parent: old, foundedOn: '2000-01-01' });
  await world.person({ name: 'Nguyễn Văn An', unit: cell, kind: 'official' });
  const board = await world.as('superior_board', province);
  const { officeId } = await world.as('base_officer', old);
  world.setToday('2025-07-20');
  const decision = { number: '1', on: '2025-07-01', by: 'TU' };
  const act = async (unit: number, body: object) => {
    const answer = await board.post(`/api/units/${unit}/acts`, { clientId: newId(), decision, ...body });
    expect(answer.status, answer.text).toBe(200);
  };
  const young = { name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation', parent: province };
  const parentId = await world.unit({ ...young, foundedOn: '2025-07-01' });
  await act(cell, { act: 'move', happenedOn: '2025-07-12', parentId });
  const left = { clientId: newId(), happenedOn: '2025-07-13', toOn: '2025-07-13' };
  expect((await board.post(`/api/offices/${officeId}/end`, left)).status).toBe(200);
  await act(old, { act: 'end', happenedOn: '2025-07-14' });

  const asked = { form: 'phat-trien-dang-vien', period: '2025-06', closesOn: '2025-06-30' };
  const words = new URLSearchParams({ unit: String(old), ...asked });
  const { signers, print } = (await board.get(`/api/reports/draft?${words}`)).body;
  expect(signers).toMatchObject([{ officeId, from: '2025-06-30', to: '2025-07-12' }]);
  const send = (signedOn: string) =>
    board.post('/api/reports', {
      clientId: newId(),
      unitId: old,
      ...asked,
      round: null,
      words: ['results', 'ahead'].map((section) => ({ section, text: 'Đã làm theo kế hoạch.' })),
      signatory: { officeId, capacity: '' },
      number: null,
      signedOn,
      print,
    });
  expect((await send('2025-07-13')).body.error.code).toBe('report.no_signer');
  const sent = await send('2025-07-12');
  expect(sent.status, sent.text).toBe(200);
});

test('a committee member in charge of one cell reads its reports, the forms, and nothing beside', async () => {
  const base = await world.unit({ name: 'Đảng bộ xã Kim Chân', kind: 'base_organisation' });
  const [one, two] = [
    await world.unit({ name: 'Chi bộ thôn Đạo Chân', parent: base }),
    await world.unit({ name: 'Chi bộ thôn Kim Đôi', parent: base }),
  ];
  const member = await world.as('committee_member', base, { namedUnits: [one] });
  const status = async (url: string) => (await member.get(`/api/${url}`)).status;
  expect(await status('reports')).toBe(200);
  expect(await status('reports/forms')).toBe(200);
  expect(await status(`reports/owing?unit=${one}&all=false`)).toBe(200);
  expect(await status(`reports?unit=${one}`)).toBe(200);
  expect(await status(`reports?unit=${two}`)).toBe(404);
  expect(await status(`difficulties?unit=${one}&box=own`)).toBe(200);
});
