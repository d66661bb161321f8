// A superior committee that is known by name only: what is handed to it leaves Nguồn, until somebody there has an office and an
// account; then it is answered there like anywhere else.
import { describe, expect, test, vi } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import { here, raise, waiting } from '../../test/difficulties.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const world = await startWorld({ today: '2025-12-05' });

describe('a superior known by name only', () => {
  const go = (client: Client, way: string, version: number, text: string) =>
    client.post(`/api/difficulties/${way}`, { clientId: newId(), version, words: text });

  test('is handed a difficulty once somebody there has an account, answers it, and it comes back', async () => {
    const name = 'Tỉnh ủy Lạng Sơn';
    const above = await world.unit({ name, kind: 'province', external: true });
    const ward = await world.unit({
      name: 'Đảng bộ phường Kỳ Lừa',
      kind: 'base_organisation',
      parent: above,
    });
    const officer = await world.as('base_officer', ward);
    const [early, late] = [
      await raise(officer, ward, 'Phường chưa có lớp bồi dưỡng ở gần.'),
      await raise(officer, ward, 'Phường thiếu cán bộ làm công tác đảng viên.'),
    ];
    // Nobody is there: the unit writes down itself what it was answered.
    const at = async (id: string) => (await officer.get(`/api/difficulties/${id}`)).body.item;
    expect(await at(early)).toMatchObject({ at: null, can: ['answer', 'withdraw'] });
    expect((await go(officer, `${early}/answer`, 1, 'Tỉnh sẽ mở lớp tại phường.')).status).toBe(200);

    const office = await world.office({ kind: 'superior_board', unit: above });
    expect((await at(late)).at).toBe(null);
    const province = await world.signIn(office);
    // What was raised before lies with the province from then on.
    expect(await at(late)).toMatchObject({ outside: false, at: { id: above, name }, can: ['withdraw'] });
    const third = await raise(officer, ward, 'Phường chưa có kinh phí mở lớp.');
    expect(await at(third)).toMatchObject({ outside: false, at: { id: above, name }, can: ['withdraw'] });
    expect([await waiting(province), await here(province)]).toEqual([2, 2]);
    expect((await go(province, `${third}/answer`, 1, 'Tỉnh cấp kinh phí trong quý này.')).status).toBe(200);
    expect(await at(third)).toMatchObject({
      state: 'answered',
      answer: { words: 'Tỉnh cấp kinh phí trong quý này.', unitName: name },
    });
    expect((await go(province, `${late}/take-up`, 1, '')).body.item).toMatchObject({ state: 'taken_up' });
    expect(await waiting(province)).toBe(1);
  });

  test('what was handed out of Nguồn before is handed on once more; of one who has left it lies below again', async () => {
    const above = await world.unit({ name: 'Tỉnh ủy Cao Bằng', kind: 'province', external: true });
    const ward = await world.unit({
      name: 'Đảng bộ phường Thục Phán',
      kind: 'base_organisation',
      parent: above,
    });
    const cell = await world.unit({ name: 'Chi bộ tổ 1', type: 'TDP', parent: ward });
    const officer = await world.as('base_officer', ward);
    const secretary = await world.as('cell_secretary', cell);
    const id = await raise(secretary, cell, 'Chi bộ chưa có nơi sinh hoạt cố định.');
    const out = await go(officer, `${id}/pass-up`, 1, 'Vượt thẩm quyền của phường');
    expect(out.body.item).toMatchObject({ outside: true, at: { id: ward }, can: ['answer'] });

    const office = await world.office({ kind: 'superior_board', unit: above });
    const province = await world.signIn(office);
    const again = await officer.get(`/api/difficulties/${id}`);
    expect(again.body.item.can).toEqual(['answer', 'pass_up']);
    const passed = await go(officer, `${id}/pass-up`, 2, 'Tỉnh nay đã dùng Nguồn');
    expect(passed.body.item).toMatchObject({ state: 'waiting', outside: false, at: { id: above }, can: [] });
    expect(await waiting(province)).toBe(1);

    await world.db
      .updateTable('account')
      .set({ closed_on: '2025-12-01' })
      .where('id', '=', province.accountId)
      .execute();
    const left = await officer.get(`/api/difficulties/${id}`);
    expect(left.body.item).toMatchObject({ at: { id: ward }, can: ['take_up', 'answer', 'pass_up'] });
    expect((await go(officer, `${id}/answer`, 3, 'Phường bố trí phòng họp của trường.')).status).toBe(200);
    const told = (await secretary.get(`/api/difficulties/${id}`)).body;
    expect(told.item.state).toBe('answered');
    await rebuild(world.db);
    expect((await secretary.get(`/api/difficulties/${id}`)).body).toEqual(told);
  });
});
