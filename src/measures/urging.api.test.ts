// Urgings over HTTP: written to units below, opened with a receipt, answered in one line, taken back; each unit sees its
// own line only; and the reminding by itself, which is off until a committee switches it on.
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import type { Client } from '../../test/app.ts';
import { startWard, type Ward } from '../../test/road.ts';
import type { UrgingView } from './view.ts';

const place: { ward: Ward; second: Client } = { ward: undefined as never, second: undefined as never };
beforeAll(async () => {
  const ward = await startWard({ today: '2026-07-09' });
  place.ward = ward;
  place.second = await ward.world.as('cell_secretary', ward.other);
});

const urging = (to: number[], more: object = {}) => ({
  clientId: newId(),
  to,
  period: '2026',
  figure: 'admission',
  words: 'Đề nghị chi bộ rà soát nguồn và báo cáo cách tháo gỡ',
  ...more,
});
const send = async (client: Client, body: object): Promise<string> => {
  const answer = await client.post('/api/urgings', body);
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"id"')]);
  return answer.body.id;
};
const listed = async (client: Client, unit: number, box = 'to'): Promise<UrgingView[]> =>
  (await client.get(`/api/urgings?unit=${unit}&box=${box}`)).body.items;
const find = async (client: Client, unit: number, id: string, box = 'to') =>
  (await listed(client, unit, box)).find((one) => one.id === id);
const waiting = async (client: Client, id: string): Promise<number> =>
  ((await client.get('/api/waiting')).body.items as { id: string; count: number }[]).find(
    (one) => one.id === id,
  )?.count ?? 0;
const act = (client: Client, id: string, way: string, more: object = {}) =>
  client.post(`/api/urgings/${id}/${way}`, { clientId: newId(), ...more });

describe('urgings (S0-21, S0-30, S3-43)', () => {
  it('gives a read receipt with who and when, and an answer in one line, in a log (S0-30, S3-43)', async () => {
    const { secretary, officer, ward, cell, other } = place.ward;
    const id = await send(officer, urging([cell, other], { answerBy: '2026-07-15' }));
    expect(await waiting(secretary, 'urgings')).toBe(1);
    const closed = await find(secretary, cell, id);
    expect(closed).toMatchObject({
      words: null,
      fromUnit: 'Đảng bộ phường Kinh Bắc',
      units: [{ can: ['read'] }],
    });
    expect((await act(secretary, id, 'read')).status).toBe(200);
    const opened = await find(secretary, cell, id);
    expect(opened?.words).toContain('rà soát nguồn');
    expect(opened?.units).toMatchObject([
      { unitId: cell, can: ['answer'], receipts: [{ by: 'Nguyễn Văn An' }] },
    ]);
    const words = 'Chi bộ phân công 2 đảng viên, xong trong tháng 8';
    expect((await act(secretary, id, 'answer', { words })).status).toBe(200);
    expect(await waiting(secretary, 'urgings')).toBe(0);
    const seen = await find(officer, ward, id, 'from');
    const answered = seen?.units.find(({ unitId }) => unitId === cell);
    expect(answered).toMatchObject({ answer: { words, by: 'Nguyễn Văn An', on: '2026-07-09' }, late: false });
    expect(answered?.receipts[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(seen?.units.find(({ unitId }) => unitId === other)).toMatchObject({ answer: null, receipts: [] });
    place.ward.world.setToday('2026-07-16');
    const late = await find(officer, ward, id, 'from');
    expect(late?.units.map((unit) => unit.late)).toEqual([false, true]);
    place.ward.world.setToday('2026-07-09');
  });

  it('cites a document of the register (S0-21)', async () => {
    const { secretary, officer, cell, ward } = place.ward;
    const made = await officer.post('/api/documents', {
      clientId: newId(),
      type: 'cong_van',
      number: '69-CV/HU',
      issuer: 'Đảng ủy phường Kinh Bắc',
      issuerUnitId: null,
      subject: 'Về đôn đốc thực hiện chỉ tiêu kết nạp đảng viên',
      issuedOn: '2026-07-01',
      scopeUnitId: ward,
      period: null,
      parentId: null,
      replaces: null,
      cites: [],
    });
    expect([made.status, made.text]).toEqual([200, expect.stringContaining('69-CV/HU')]);
    const documentId = made.body.id as string;
    const id = await send(officer, urging([cell], { documentId }));
    expect((await find(secretary, cell, id))?.document?.label).toContain('69-CV/HU');
    const wrong = await officer.post('/api/urgings', urging([cell], { documentId: newId() }));
    expect(wrong.status).toBe(404);
  });

  it('shows a unit its own line only, and nobody out of reach anything at all', async () => {
    const { world, secretary, officer, city, cell, other } = place.ward;
    const id = await send(officer, urging([cell, other]));
    expect((await find(secretary, cell, id))?.units.map(({ unitId }) => unitId)).toEqual([cell]);
    expect((await secretary.get(`/api/urgings?unit=${other}&box=to`)).status).toBe(404);
    const far = await world.unit({ name: 'Đảng bộ xã khác', kind: 'base_organisation', parent: city });
    const stranger = await world.as('base_officer', far);
    expect((await act(stranger, id, 'read')).status).toBe(404);
    expect((await act(stranger, id, 'answer', { words: 'không phải của tôi' })).status).toBe(404);
    expect((await stranger.post('/api/urgings', urging([cell]))).status).toBe(404);
    expect((await secretary.post('/api/urgings', urging([cell]))).status).toBe(403);
    expect((await act(officer, id, 'read')).status).toBe(404);
    expect((await officer.post('/api/urgings', urging([place.ward.ward]))).body.error.code).toBe(
      'urging.own_unit',
    );
  });

  it('goes to the cells named to a committee member and to no other (S3-59)', async () => {
    const { world, ward, cell, other } = place.ward;
    const member = await world.as('committee_member', ward, { namedUnits: [cell] });
    const id = await send(member, urging([cell]));
    expect((await member.post('/api/urgings', urging([other]))).status).toBe(404);
    expect((await find(place.ward.officer, ward, id, 'from'))?.units).toHaveLength(1);
    expect((await act(place.ward.officer, id, 'take-back', { reason: 'đã trao đổi trực tiếp' })).status).toBe(
      200,
    );
  });

  it('sends once, keeps one receipt of two windows, and lets nobody answer over an answer unseen', async () => {
    const { world, secretary, officer, ward, cell } = place.ward;
    const body = urging([cell, cell], { words: 'Gửi hai lần mà chỉ đến một' });
    const ids = await Promise.all([send(officer, body), send(officer, body)]);
    expect(new Set(ids).size).toBe(1);
    const id = ids[0] as string;
    expect((await listed(officer, ward, 'from')).filter(({ words }) => words === body.words)).toHaveLength(1);
    const opened = await Promise.all([
      act(secretary, id, 'read'),
      act(secretary, id, 'read'),
      act(secretary, id, 'read'),
    ]);
    expect(opened.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await find(secretary, cell, id))?.units[0]?.receipts).toHaveLength(1);
    const answers = await Promise.all([
      act(secretary, id, 'answer', { words: 'Câu thứ nhất' }),
      act(secretary, id, 'answer', { words: 'Câu thứ hai' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.error.code).toBe('urging.answered_meanwhile');
    const over = (await find(secretary, cell, id))?.units[0]?.answer?.entry;
    expect((await act(secretary, id, 'answer', { words: 'Câu sửa lại', over })).status).toBe(200);
    expect((await find(secretary, cell, id))?.units[0]?.answer?.words).toBe('Câu sửa lại');
    const rows = async () => ({
      urgings: await world.db.selectFrom('urging').selectAll().orderBy('id').execute(),
      units: await world.db
        .selectFrom('urging_unit')
        .selectAll()
        .orderBy('urging_id')
        .orderBy('unit_id')
        .execute(),
      receipts: await world.db
        .selectFrom('urging_receipt')
        .selectAll()
        .orderBy('urging_id')
        .orderBy('unit_id')
        .execute(),
    });
    const before = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(before);
  });

  it('is taken back by its committee with a reason, and can be answered no more', async () => {
    const { secretary, officer, board, cell, ward } = place.ward;
    const before = await waiting(secretary, 'urgings');
    const id = await send(officer, urging([cell]));
    expect(await waiting(secretary, 'urgings')).toBe(before + 1);
    expect((await act(board, id, 'take-back', { reason: 'gửi nhầm' })).status).toBe(404);
    expect((await act(officer, id, 'take-back', { reason: 'gửi nhầm' })).status).toBe(200);
    expect((await act(officer, id, 'take-back', { reason: 'gửi nhầm' })).body.error.code).toBe(
      'urging.taken_back',
    );
    expect(await waiting(secretary, 'urgings')).toBe(before);
    expect((await act(secretary, id, 'answer', { words: 'muộn rồi' })).body.error.code).toBe(
      'urging.taken_back',
    );
    expect(await find(officer, ward, id, 'from')).toMatchObject({
      withdrawn: { ground: 'gửi nhầm' },
      can: [],
    });
  });

  it('is not sent to units that have ended, and stays readable where one ends later', async () => {
    const { world, officer, board, ward } = place.ward;
    const gone = await world.unit({ name: 'Chi bộ sẽ giải thể', parent: ward });
    const id = await send(officer, urging([gone]));
    expect((await find(officer, gone, id))?.units[0]).toMatchObject({ nobody: true, receipts: [] });
    const decision = { number: '12-QĐ/TU', on: '2026-07-02', by: 'Thành ủy' };
    const end = { clientId: newId(), act: 'end', happenedOn: '2026-07-03', decision };
    expect((await board.post(`/api/units/${gone}/acts`, end)).text).toContain('"endedOn":"2026-07-03"');
    expect((await find(officer, gone, id))?.units[0]).toMatchObject({ endedOn: '2026-07-03' });
    const answer = await officer.post('/api/urgings', urging([gone]));
    expect(answer.body.error).toMatchObject({ code: 'urging.unit_ended' });
    expect(answer.body.error.message.vi).toContain('Chi bộ sẽ giải thể');
  });

  it('suggests units behind pace in the order of the tree, and reminds by itself only where switched on', async () => {
    const { world, secretary, officer, ward, cell, other } = place.ward;
    const assigned = async (unit: number, minimum: number) => {
      const answer = await officer.post(`/api/targets/${unit}/assigned`, {
        clientId: newId(),
        period: '2026',
        happenedOn: '2026-01-05',
        lines: [{ figure: 'admission', part: '', minimum, maximum: minimum, mark: 'exact' }],
        given: 'above',
        decision: { number: '01-KH/ĐU', on: '2026-01-05', by: 'Đảng ủy phường' },
      });
      expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    };
    await assigned(cell, 4);
    await assigned(other, 1);
    await world.person({
      name: 'Đỗ Văn Mới',
      unit: other,
      kind: 'probationary',
      admittedOn: '2026-03-26',
      decidedOn: '2026-03-20',
    });
    const { body } = await officer.get(`/api/urgings/suggest?unit=${ward}&period=2026`);
    expect(body.items).toMatchObject([
      {
        unitId: cell,
        name: 'Chi bộ khu phố 1',
        behind: true,
        near: true,
        done: { value: 0 },
        lastUrgedOn: '2026-07-09',
      },
      { unitId: other, name: 'Chi bộ khu phố 2', behind: false, done: { value: 1 } },
    ]);
    expect(await waiting(secretary, 'pace')).toBe(0);
    expect((await officer.get(`/api/urgings/rule?unit=${ward}`)).body).toMatchObject({
      on: false,
      can: ['set'],
    });
    const rule = (on: boolean) => ({ clientId: newId(), unitId: ward, on, figures: ['admission'] });
    expect((await secretary.post('/api/urgings/rule', rule(true))).status).toBe(403);
    expect((await officer.post('/api/urgings/rule', rule(true))).body).toMatchObject({
      on: true,
      since: '2026-07-09',
    });
    expect(await waiting(secretary, 'pace')).toBe(1);
    expect(await waiting(place.second, 'pace')).toBe(0);
    expect((await secretary.get(`/api/urgings/auto?unit=${cell}`)).body.items).toMatchObject([
      { figure: 'admission', by: { name: 'Đảng bộ phường Kinh Bắc' }, attainment: { status: 'behind' } },
    ]);
    expect((await officer.post('/api/urgings/rule', rule(false))).body).toMatchObject({ on: false });
    expect(await waiting(secretary, 'pace')).toBe(0);
  });

  it('suggests below a committee whose superior keeps nothing here', async () => {
    const { world } = place.ward;
    const superior = await world.unit({
      name: 'Đảng bộ tỉnh ngoài hệ thống',
      kind: 'province',
      external: true,
    });
    const commune = await world.unit({
      name: 'Đảng bộ xã Châu Hưng',
      kind: 'base_organisation',
      parent: superior,
    });
    const cell = await world.unit({ name: 'Chi bộ ấp 1', parent: commune });
    const officer = await world.as('base_officer', commune);
    const assigned = await officer.post(`/api/targets/${cell}/assigned`, {
      clientId: newId(),
      period: '2026',
      happenedOn: '2026-01-05',
      lines: [{ figure: 'admission', part: '', minimum: 2, maximum: 2, mark: 'exact' }],
      given: 'above',
      decision: { number: '01-KH/ĐU', on: '2026-01-05', by: 'Đảng ủy xã' },
    });
    expect(assigned.status).toBe(200);
    const { body } = await officer.get(`/api/urgings/suggest?unit=${commune}&period=2026`);
    expect(body.items).toMatchObject([{ unitId: cell, behind: true, nobody: true }]);
    const { items } = (await officer.get(`/api/commendations?unit=${commune}&year=2026`)).body;
    expect(items).toMatchObject([{ unitId: cell, worthy: false, remarks: ['behind'] }]);
  });
});
