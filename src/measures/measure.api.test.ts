// Measures over HTTP: set with owner and due day, on the list of the office that has them and of nobody else, ended with
// a result or a reason; races, repeated sendings, ended units and offices, readers out of reach.
import { beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '../platform/ledger.ts';
import { newId } from '../platform/ids.ts';
import type { Client } from '../../test/app.ts';
import { startWard, type Ward } from '../../test/road.ts';

const place: { ward: Ward } = { ward: undefined as never };
beforeAll(async () => {
  place.ward = await startWard({ today: '2026-06-30' });
});

const given = (unitId: number, officeId: number | null, more: object = {}) => ({
  clientId: newId(),
  unitId,
  period: '2026',
  happenedOn: '2026-06-01',
  what: 'Mở lớp bồi dưỡng nhận thức riêng cho thanh niên khu phố',
  officeId,
  dueOn: '2026-06-20',
  ...more,
});
const plan = async (client: Client, body: object): Promise<string> => {
  const answer = await client.post('/api/measures', body);
  expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"id"')]);
  return answer.body.id;
};
const linesOf = async (client: Client) =>
  (await client.get('/api/worklist?kind=plan')).body.items as {
    caseId: string;
    title: string;
    second: string;
    label: { vi: string };
    lateDays: number | null;
    mine: boolean;
    act: { href: string } | null;
    can: string[];
  }[];
const lineOf = async (client: Client, id: string) =>
  (await linesOf(client)).find(({ caseId }) => caseId === id);
const ended = { happenedOn: '2026-06-25', outcome: 'Đã mở lớp, 12 người dự học đủ buổi' };
const acted = (client: Client, id: string, way: string, more: object = {}) =>
  client.post(`/api/measures/${id}/${way}`, { clientId: newId(), ...more });

describe('measures (S2-38, S0-30)', () => {
  it('stands on the work list of its owner, late when its day is past, and ends with a result (S2-38)', async () => {
    const { secretary, officer, cell } = place.ward;
    const id = await plan(officer, given(cell, secretary.officeId));
    const line = await lineOf(secretary, id);
    expect(line).toMatchObject({
      title: 'Mở lớp bồi dưỡng nhận thức riêng cho thanh niên khu phố',
      second: '2026',
      label: { vi: 'Thực hiện biện pháp' },
      lateDays: 10,
      mine: true,
      act: { href: `/measures/${id}?act=done` },
      can: [],
    });
    const { body } = await secretary.get(`/api/measures?unit=${cell}&period=2026`);
    expect(body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      state: 'open',
      lateDays: 10,
    });
    const done = await acted(secretary, id, 'done', ended);
    expect(done.body).toMatchObject({
      state: 'done',
      endedOn: '2026-06-25',
      outcome: ended.outcome,
      lateDays: null,
    });
    expect(await lineOf(secretary, id)).toBeUndefined();
  });

  it('is the owner’s alone while the office is in force, and its successor’s afterwards', async () => {
    const { world, officer, ward, cell } = place.ward;
    const held = await world.office({ kind: 'base_officer', unit: ward, toOn: '2026-07-10' });
    const first = await world.signIn(held);
    const id = await plan(officer, given(cell, held, { dueOn: '2026-09-30' }));
    expect(await lineOf(first, id)).toMatchObject({ mine: true, second: 'Chi bộ khu phố 1, 2026' });
    expect(await lineOf(officer, id)).toBeUndefined();
    const others = await officer.get('/api/worklist?group=others&kind=plan');
    expect(others.body.items.map((item: { caseId: string }) => item.caseId)).toContain(id);
    world.setToday('2026-07-10');
    expect((await first.get('/api/worklist')).status).toBeGreaterThanOrEqual(400);
    expect(await lineOf(officer, id)).toMatchObject({ mine: true });
    const seen = await officer.get(`/api/measures/${id}`);
    expect(seen.body.owner).toMatchObject({ inForce: false });
    const anew = await acted(officer, id, 'change', {
      version: seen.body.version,
      what: seen.body.what,
      figure: null,
      dueOn: '2026-09-30',
      officeId: officer.officeId,
      reason: 'Đổi người phụ trách',
    });
    expect(anew.body.owner).toMatchObject({ inForce: true, officeId: officer.officeId });
    world.setToday('2026-06-30');
  });

  it('reaches a committee member whose cells do not include the committee itself, and nobody’s colleague', async () => {
    const { world, officer, ward, cell, other } = place.ward;
    const member = await world.as('committee_member', ward, { namedUnits: [cell] });
    const colleague = await world.as('committee_member', ward, { namedUnits: [other] });
    const id = await plan(officer, given(ward, member.officeId, { dueOn: '2026-08-30' }));
    expect(await lineOf(member, id)).toMatchObject({ mine: true, second: '2026' });
    expect((await member.get(`/api/measures/${id}`)).body.can).toEqual(['done']);
    expect(await lineOf(colleague, id)).toBeUndefined();
    expect((await colleague.get(`/api/measures/${id}`)).status).toBe(404);
    expect((await acted(colleague, id, 'done', ended)).status).toBe(404);
    expect((await acted(member, id, 'done', ended)).status).toBe(200);
  });

  it('is opened again, dropped with a reason, and taken away only while nothing came of it', async () => {
    const { secretary, officer, cell } = place.ward;
    const id = await plan(officer, given(cell, secretary.officeId));
    await acted(secretary, id, 'done', ended);
    expect((await acted(officer, id, 'withdraw')).body.error.code).toBe('measure.kept');
    expect((await acted(secretary, id, 'reopen')).body.state).toBe('open');
    expect(await lineOf(secretary, id)).toBeDefined();
    const dropped = await acted(officer, id, 'drop', {
      happenedOn: '2026-06-28',
      outcome: 'Trùng với lớp của phường',
    });
    expect(dropped.body).toMatchObject({ state: 'dropped' });
    expect(dropped.body.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'dropped',
      'reopened',
      'done',
      'planned',
    ]);
    const mistaken = await plan(officer, given(cell, secretary.officeId));
    expect((await acted(officer, mistaken, 'withdraw')).status).toBe(200);
    expect((await officer.get(`/api/measures/${mistaken}`)).status).toBe(404);
    expect(await lineOf(secretary, mistaken)).toBeUndefined();
  });

  it('writes once what is sent twice, and lets the second of two decide on what the first has written', async () => {
    const { secretary, officer, cell } = place.ward;
    const body = given(cell, secretary.officeId, { what: 'Gửi một lần, ghi một lần' });
    const [one, two] = await Promise.all([
      officer.post('/api/measures', body),
      officer.post('/api/measures', body),
    ]);
    expect(one.body.id).toBe(two.body.id);
    const list = (await officer.get(`/api/measures?unit=${cell}`)).body.items as { what: string }[];
    expect(list.filter(({ what }) => what === body.what)).toHaveLength(1);
    const id = one.body.id as string;
    const both = await Promise.all([acted(secretary, id, 'done', ended), acted(officer, id, 'drop', ended)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late?.body.error.code).toBe('measure.ended_meanwhile');
    const other = await plan(officer, given(cell, secretary.officeId));
    const change = {
      version: 1,
      figure: null,
      what: 'Đổi nội dung',
      officeId: secretary.officeId,
      dueOn: '2026-07-30',
    };
    expect((await acted(officer, other, 'change', change)).status).toBe(200);
    expect((await acted(officer, other, 'change', change)).body.error.code).toBe('measure.changed_meanwhile');
  });

  it('refuses days that cannot be, owners out of reach or office, and units that have ended – in words', async () => {
    const { world, secretary, officer, board, ward, cell, other } = place.ward;
    const refused = async (client: Client, body: object) => {
      const answer = await client.post('/api/measures', body);
      return [answer.status, answer.body.error.code];
    };
    expect(await refused(officer, given(cell, secretary.officeId, { dueOn: '2026-05-30' }))).toEqual([
      400,
      'measure.due_before',
    ]);
    expect(
      await refused(
        officer,
        given(cell, secretary.officeId, { happenedOn: '2026-07-30', dueOn: '2026-08-01' }),
      ),
    ).toEqual([400, 'ledger.future_day']);
    expect(await refused(secretary, given(cell, officer.officeId))).toEqual([400, 'measure.no_owner']);
    expect(await refused(secretary, given(other, secretary.officeId))).toEqual([404, 'access.missing']);
    const gone = await world.unit({ name: 'Chi bộ sẽ giải thể', parent: ward });
    const holder = await world.as('cell_secretary', gone);
    const id = await plan(officer, given(gone, holder.officeId));
    const over = { clientId: newId(), toOn: '2026-06-15', decision: null };
    expect((await officer.post(`/api/offices/${holder.officeId}/end`, over)).status).toBe(200);
    const end = {
      clientId: newId(),
      act: 'end',
      happenedOn: '2026-06-15',
      as: 'dissolved',
      decision: { number: '12-QĐ/ĐU', on: '2026-06-14', by: 'Đảng ủy phường' },
    };
    expect((await board.post(`/api/units/${gone}/acts`, end)).text).toContain('"endedOn":"2026-06-15"');
    expect(await refused(officer, given(gone, officer.officeId))).toEqual([400, 'measure.unit_ended']);
    const left = await officer.get(`/api/measures?unit=${gone}`);
    expect(left.body).toMatchObject({ items: [{ id, unitEndedOn: '2026-06-15' }], can: [] });
    expect((await acted(officer, id, 'done', ended)).body.state).toBe('done');
  });

  it('is found by its words on the list, urged on its line, and gives the same rows after a rebuild', async () => {
    const { world, secretary, officer, cell } = place.ward;
    const id = await plan(
      officer,
      given(cell, secretary.officeId, { what: 'Phân công đảng viên giúp đỡ quần chúng' }),
    );
    const found = await secretary.get('/api/worklist?q=phan cong giup');
    expect(found.body.items.map((item: { caseId: string }) => item.caseId)).toEqual([id]);
    const line = { caseKind: 'plan', caseId: id, clock: 'measure', part: '', startsOn: '2026-06-01' };
    const reminded = await officer.post('/api/reminders', {
      clientId: newId(),
      line,
      text: 'Đề nghị làm ngay',
    });
    expect(reminded.status).toBe(200);
    const notices = await secretary.get('/api/notices');
    expect(notices.body.items[0]).toMatchObject({ kind: 'sent', caseKind: 'plan', href: `/measures/${id}` });
    const settled = await secretary.post('/api/worklist/settlements', {
      clientId: newId(),
      ...line,
      how: 'done_outside',
      on: '2026-06-30',
      reason: 'đã làm',
    });
    expect(settled.body.error.code).toBe('worklist.not_your_line');
    const rows = async () => ({
      measures: await world.db.selectFrom('measure').selectAll().orderBy('id').execute(),
      lines: await world.db
        .selectFrom('due')
        .selectAll()
        .where('case_kind', '=', 'plan')
        .orderBy('case_id')
        .execute(),
    });
    const before = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(before);
    expect(before.lines.length).toBeGreaterThan(0);
  });

  it('a mass organisation ends what the committee set for it, and is offered no form without an owner (S3-56)', async () => {
    const { world, ward, officer } = place.ward;
    const mass = await world.unit({ name: 'Đoàn phường', kind: 'mass_organisation', parent: ward });
    const own = await world.as('mass_officer', mass);
    const id = await plan(officer, given(mass, officer.officeId));
    expect((await own.get(`/api/measures/${id}`)).body.can).toContain('done');
    expect((await acted(own, id, 'done', ended)).body.state).toBe('done');
    expect((await own.get(`/api/measures?unit=${mass}`)).body.can).toEqual([]);
  });

  it('knows the figures that targets are set for, and no others', async () => {
    const { secretary, officer, ward, cell } = place.ward;
    const measure = given(cell, secretary.officeId, { figure: 'giants' });
    const urging = {
      clientId: newId(),
      to: [cell],
      period: '2026',
      figure: 'members',
      words: 'Rà soát nguồn',
    };
    const rule = { clientId: newId(), unitId: ward, on: true, figures: [] };
    const answers = await Promise.all([
      officer.post('/api/measures', measure),
      officer.post('/api/urgings', urging),
      officer.post('/api/urgings/rule', rule),
    ]);
    expect(answers.map(({ body }) => body.error?.code)).toEqual(Array(3).fill('http.bad_fields'));
  });
});
