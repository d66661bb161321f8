// Hand-overs between two organisations of one installation: proposed, accepted with a receipt, declined, taken back.
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { nominate, take, walkRecent } from '../../test/road.ts';
import { accept, type Ends, helperOf, linesOf, propose, startEnds } from '../../test/moving.ts';

let ends: Ends;
beforeAll(async () => {
  ends = await startEnds({ today: '2026-03-02' });
}, 60_000);

const helped = (name: string) => walkRecent(ends, name, 'assign_helper');
const statusOf = async (path: string, by = ends.secretary) => (await by.get(path)).status;

test('a worker goes to the enterprise with history and months of help (S3-20, S3-40)', async () => {
  const id = await helped('Nguyễn Thị Hoa');
  const before = (await ends.secretary.get(`/api/dossiers/${id}`)).body;
  const proposed = await propose(ends, id, {
    orderOn: '2026-02-09',
    message: 'Làm công nhân may từ tháng 1.',
  });
  expect(proposed.status, proposed.text).toBe(200);
  expect(proposed.body).toMatchObject({ state: 'open', case: 'helped', months: 19, can: ['take_back'] });

  const seen = await ends.receiver.get(`/api/handovers/${proposed.body.id}`);
  expect(seen.body).toMatchObject({
    fullName: 'Nguyễn Thị Hoa',
    message: 'Làm công nhân may từ tháng 1.',
    opens: false,
  });
  expect(seen.body.can).toEqual(['accept', 'decline']);
  // Until it is accepted the case belongs to one: the origin.
  expect(await statusOf(`/api/dossiers/${id}`, ends.receiver)).toBe(404);

  const accepted = await accept(ends, proposed.body.id, {
    helper: helperOf(ends, { togetherSince: '2026-02' }),
  });
  expect(accepted.status, accepted.text).toBe(200);
  expect(accepted.body).toMatchObject({ state: 'accepted', placedIn: 'Chi bộ Phân xưởng cắt', opens: true });
  const after = (await ends.receiver.get(`/api/dossiers/${id}`)).body;
  expect(after.unit.id).toBe(ends.workshop);
  expect(after.acts.length).toBeGreaterThan(before.acts.length);
  const steps = after.acts.map((act: { step: string }) => act.step);
  expect(steps).toEqual(
    expect.arrayContaining(['nominate', 'list', 'assign_helper', 'move_ordered', 'receive_candidate']),
  );
  expect(after.helper).toMatchObject({ name: 'Bùi Thị Khánh' });
  expect(await statusOf(`/api/dossiers/${id}`)).toBe(404);
  expect(await statusOf(`/api/people/${after.person.id}`)).toBe(404);
  expect(await statusOf(`/api/people/${after.person.id}`, ends.receiver)).toBe(200);
  const done = (await ends.secretary.get('/api/handovers?side=done')).body.items;
  expect(done[0]).toMatchObject({ fullName: 'Nguyễn Thị Hoa', state: 'accepted', opens: false });
});

test('and back to the residence (S3-40)', async () => {
  const id = await helped('Trần Văn Bách');
  const out = await propose(ends, id);
  expect((await accept(ends, out.body.id)).status).toBe(200);
  const back = await propose(
    ends,
    id,
    { to: { unitId: ends.cell }, reason: 'back_home', happenedOn: '2026-02-25' },
    ends.receiver,
  );
  expect(back.status, back.text).toBe(200);
  const home = await accept(ends, back.body.id, { happenedOn: '2026-02-27' }, ends.secretary);
  expect(home.status, home.text).toBe(200);
  const dossier = (await ends.secretary.get(`/api/dossiers/${id}`)).body;
  expect(dossier.unit.id).toBe(ends.cell);
  expect((await ends.secretary.get(`/api/handovers/of/${id}`)).body.past).toHaveLength(2);
});

test('both cells see one candidate while the hand-over is open, with one owner (S3-67)', async () => {
  const id = await helped('Lê Thị Cúc');
  const { body } = await propose(ends, id);
  const [origin, goal] = await Promise.all(
    [ends.secretary, ends.receiver].map(async (who) => (await who.get(`/api/handovers/${body.id}`)).body),
  );
  expect(origin.shared).toEqual(goal.shared);
  expect(goal.shared).toMatchObject({
    owner: 'Chi bộ khu phố 1',
    stage: 'helped',
    helperName: 'Trần Thị Bình',
  });
  const shown = (await ends.receiver.get('/api/handovers?side=in')).body.items;
  expect(shown.map((item: { dossierId: string }) => item.dossierId)).toContain(id);
  const owned = async (who: typeof ends.secretary) => {
    const { items } = (await who.get('/api/dossiers?limit=200')).body;
    return items.filter((item: { id: string }) => item.id === id).length;
  };
  expect([await owned(ends.secretary), await owned(ends.receiver)]).toEqual([1, 0]);
  // A third organisation knows nothing of it.
  const stranger = await ends.world.as('cell_secretary', ends.other);
  expect(await statusOf(`/api/handovers/${body.id}`, stranger)).toBe(404);
});

test('declined with a reason the candidate stays, the order is withdrawn, the destination sees no name', async () => {
  const id = await walkRecent(ends, 'Phạm Văn Dũng', 'base_vote');
  const { body } = await propose(ends, id, { orderOn: '2026-02-09', sentUp: true, sameCommittee: false });
  expect((await linesOf(ends, id)).map(({ clock }) => clock)).toContain('forward_file');
  const declined = await ends.receiver.post(`/api/handovers/${body.id}/decline`, {
    clientId: newId(),
    happenedOn: '2026-02-20',
    why: 'not_here',
    message: 'Chưa ký hợp đồng lao động.',
  });
  expect(declined.status, declined.text).toBe(200);
  expect(declined.body).toMatchObject({ state: 'declined', fullName: null, message: null, shared: null });
  const origin = (await ends.secretary.get(`/api/handovers/${body.id}`)).body;
  expect(origin).toMatchObject({
    fullName: 'Phạm Văn Dũng',
    why: 'not_here',
    answer: 'Chưa ký hợp đồng lao động.',
  });
  expect((await linesOf(ends, id)).map(({ clock }) => clock)).not.toContain('forward_file');
  expect((await ends.secretary.get(`/api/dossiers/${id}`)).body.unit.id).toBe(ends.cell);
  expect((await propose(ends, id)).status).toBe(200);
});

test('taken back, the destination can no longer accept', async () => {
  const id = await helped('Hoàng Thị Én');
  const { body } = await propose(ends, id);
  const back = { clientId: newId(), happenedOn: '2026-02-11', why: 'stays' };
  expect((await ends.receiver.post(`/api/handovers/${body.id}/take-back`, back)).status).toBe(404);
  expect((await ends.secretary.post(`/api/handovers/${body.id}/take-back`, back)).status).toBe(200);
  const late = await accept(ends, body.id);
  expect([late.status, late.body.error.code]).toEqual([409, 'moving.already_taken_back']);
});

test('taking back races with accepting: one of the two stands, whoever came first', async () => {
  for (const name of ['Vũ Văn Giáp', 'Đặng Thị Hạnh', 'Mai Văn Ích']) {
    const id = await helped(name);
    const { body } = await propose(ends, id);
    const back = { clientId: newId(), happenedOn: '2026-02-20', why: 'stays' };
    const answers = await Promise.all([
      accept(ends, body.id),
      ends.secretary.post(`/api/handovers/${body.id}/take-back`, back),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { state } = (await ends.secretary.get(`/api/handovers/${body.id}`)).body;
    const owner = await ends.world.db
      .selectFrom('dossier')
      .select('unit_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(owner.unit_id).toBe(state === 'accepted' ? ends.workshop : ends.cell);
  }
});

test('accepting twice and proposing to two receivers: the second is told', async () => {
  const id = await helped('Ngô Thị Kim');
  const first = await propose(ends, id);
  const second = await propose(ends, id, { to: { unitId: ends.other } });
  expect([second.status, second.body.error.code]).toEqual([409, 'moving.already_open']);
  const clientId = newId();
  const twice = await Promise.all([
    accept(ends, first.body.id, { clientId }),
    accept(ends, first.body.id, { clientId }),
  ]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  const again = await accept(ends, first.body.id);
  expect([again.status, again.body.error.code]).toEqual([409, 'moving.already_accepted']);
});

test('two proposals at once: one stands', async () => {
  const id = await helped('Phan Văn Lợi');
  const answers = await Promise.all([propose(ends, id), propose(ends, id, { to: { unitId: ends.other } })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a dissolved organisation is refused, when proposing and when accepting', async () => {
  const gone = await ends.world.unit({ name: 'Chi bộ Xưởng nhuộm', type: 'DNNN', parent: ends.enterprise });
  const id = await helped('Tạ Thị Mơ');
  const open = await propose(ends, id, { to: { unitId: gone } });
  expect(open.status).toBe(200);
  const end = await ends.enterpriseOfficer.post(`/api/units/${gone}/acts`, {
    clientId: newId(),
    act: 'end',
    happenedOn: '2026-02-15',
    decision: { number: '07-QĐ/ĐU', on: '2026-02-15' },
  });
  expect(end.status, end.text).toBe(200);
  const late = await accept(ends, open.body.id, {}, ends.enterpriseOfficer);
  expect([late.status, late.body.error.code]).toEqual([400, 'moving.unit_ended']);
  const other = await helped('Lý Văn Nam');
  const refused = await propose(ends, other, { to: { unitId: gone } });
  expect([refused.status, refused.body.error.code]).toEqual([400, 'moving.unit_ended']);
  expect(refused.body.error.message.vi).toContain('Chi bộ Xưởng nhuộm');
});

test('addressed to a base committee, its officer places the person in one of its cells', async () => {
  const id = await helped('Đinh Thị Oanh');
  const { body } = await propose(ends, id, { to: { unitId: ends.enterprise } });
  const unplaced = await accept(ends, body.id, {}, ends.enterpriseOfficer);
  expect([unplaced.status, unplaced.body.error.code]).toEqual([400, 'moving.cell_needed']);
  const outside = await accept(ends, body.id, { unitId: ends.other }, ends.enterpriseOfficer);
  expect(outside.status).toBe(400);
  const placed = await accept(
    ends,
    body.id,
    { unitId: ends.workshop, helper: helperOf(ends) },
    ends.enterpriseOfficer,
  );
  expect(placed.status, placed.text).toBe(200);
  expect((await ends.receiver.get(`/api/dossiers/${id}`)).body.unit.id).toBe(ends.workshop);
});

test('to a place outside: the case ends with a paper to print; from outside: it goes on', async () => {
  const id = await helped('Cao Văn Phú');
  const left = await propose(ends, id, { to: { place: 'Đảng bộ Công ty Điện tử Thăng Long, Hà Nội' } });
  expect(left.status, left.text).toBe(200);
  expect(left.body).toMatchObject({
    state: 'left',
    to: { name: 'Đảng bộ Công ty Điện tử Thăng Long, Hà Nội' },
  });
  const dossier = (await ends.secretary.get(`/api/dossiers/${id}`)).body;
  expect(dossier.closedAs).toBe('move');
  const sheet = await ends.secretary.get(
    `/api/dossiers/${id}/sheets/helped_certificate?entry=${left.body.sheet}`,
  );
  expect(sheet.status, sheet.text).toBe(200);
  expect(JSON.stringify(sheet.body)).toContain('Thăng Long');

  const body = {
    clientId: newId(),
    happenedOn: '2026-02-20',
    unitId: ends.cell,
    person: { fullName: 'Hà Thị Quế', bornOn: '2001-04' },
    from: 'Chi bộ thôn Đông, Đảng bộ xã Bình Minh',
    stage: 'base_voted',
    sentUp: true,
    certificateOn: '2024-05',
    helpedOn: '2024-08',
    letter: { number: '31-CV/ĐU', on: '2026-02-12' },
    receipt: { number: '02/BN', on: '2026-02-20' },
    fileReceivedOn: '2026-02-20',
  };
  const come = await ends.secretary.post('/api/handovers/arrivals', body);
  expect(come.status, come.text).toBe(200);
  expect((await ends.secretary.post('/api/handovers/arrivals', body)).body).toEqual(come.body);
  const here = (await ends.secretary.get(`/api/dossiers/${come.body.dossierId}`)).body;
  expect(here).toMatchObject({ stage: 'base_voted', unit: { id: ends.cell } });
  expect(
    (await linesOf(ends, come.body.dossierId)).find(({ clock }) => clock === 'decide_moved'),
  ).toMatchObject({
    startsOn: '2026-02-20',
  });
  const alike = await ends.secretary.post('/api/handovers/arrivals', { ...body, clientId: newId() });
  expect([alike.status, alike.body.error.code]).toEqual([409, 'moving.alike']);
});

test('a case that has only begun moves too; a closed one does not', async () => {
  const id = await nominate(ends, 'Quách Văn Rạng', {
    happenedOn: '2026-01-10',
    person: { fullName: 'Quách Văn Rạng' },
    inputs: { proposerKind: 'member' },
  });
  const { body } = await propose(ends, id, { orderOn: '2026-02-01', letter: null });
  expect(body).toMatchObject({ case: 'early', months: null });
  expect((await accept(ends, body.id)).status).toBe(200);
  const closed = await helped('Triệu Thị Sen');
  await take(ends, closed, {
    by: 'secretary',
    step: 'strike',
    on: '2026-02-01',
    inputs: { reason: 'other' },
  });
  const refused = await propose(ends, closed);
  expect([refused.status, refused.body.error.code]).toEqual([400, 'moving.dossier_closed']);
});

test('impossible days are refused, and a repeated proposal is one', async () => {
  const id = await helped('Lương Văn Tài');
  const future = await propose(ends, id, { happenedOn: '2026-03-03' });
  expect([future.status, future.body.error.code]).toEqual([400, 'ledger.future_day']);
  const clientId = newId();
  const [one, two] = [await propose(ends, id, { clientId }), await propose(ends, id, { clientId })];
  expect(two.body.id).toBe(one.body.id);
  const early = await accept(ends, one.body.id, { happenedOn: '2026-02-01' });
  expect([early.status, early.body.error.code]).toEqual([400, 'moving.before_proposal']);
});

test('the office that reads only, and the board above, neither propose nor accept', async () => {
  const leader = await ends.world.as('committee_leader', ends.ward);
  const id = await helped('Kiều Thị Uyên');
  expect((await propose(ends, id, {}, leader)).status).toBe(403);
  expect((await propose(ends, id, {}, ends.board)).status).toBe(403);
  expect((await leader.get(`/api/handovers/of/${id}`)).body.can).toEqual([]);
});

test('rows made again from the ledger are the same', async () => {
  const rows = () => ends.world.db.selectFrom('handover').selectAll().orderBy('id').execute();
  const before = await rows();
  await rebuild(ends.world.db);
  expect(await rows()).toEqual(before);
});
