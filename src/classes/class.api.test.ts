// A class from the plan to its list: who may do what, what nobody else sees, seats, waiting list, double sends.
import { describe, expect, it } from 'vitest';
import { planBody, startCentre } from '../../test/classes.ts';
import { doc, nominate, take, walkTo } from '../../test/road.ts';
import { behind } from '../../test/holding.ts';
import { newId } from '../platform/ids.ts';
import type { ClassView } from './view.ts';

const place = await startCentre();
const { ward, centre, other, committee, otherSecretary } = place;
const { world } = ward;
const sundays = ['2026-10-04', '2026-10-11', '2026-10-18', '2026-10-25', '2026-11-01'];
const readClass = async (id: string, by = centre): Promise<ClassView> =>
  (await by.get(`/api/classes/${id}`)).body;

describe('planning a class', () => {
  it('takes five Sundays as they are, without a word of warning (K16, S3-09, S3-50)', async () => {
    const view = await place.plan({ days: sundays });
    expect(view).toMatchObject({ sundays: true, sessions: 5, state: 'finished', seats: 3 });
    expect(view.sessionList.map(({ warning }) => warning)).toEqual([null, null, null, null, null]);
    const found = await centre.get('/api/classes?sundays=yes');
    expect(found.body.items.map((item: { id: string }) => item.id)).toContain(view.id);
    const weekdays = await place.plan({ days: ['2026-11-02', '2026-11-03'] });
    expect(weekdays.sundays).toBe(false);
    const again = await centre.get('/api/classes?sundays=yes');
    expect(again.body.items.map((item: { id: string }) => item.id)).not.toContain(weekdays.id);
  });

  it('keeps seats, cost, topics and who speaks at each session (S1-36, S3-17, S3-46)', async () => {
    const view = await place.plan();
    expect(view).toMatchObject({ seats: 3, centreName: 'Trung tâm chính trị Bắc Ninh' });
    expect(view.plan).toMatchObject({ cost: 12_000_000, needed: 2 });
    expect(view.plan.topics).toContain('Tư tưởng Hồ Chí Minh');
    expect(view.sessionList[0]).toMatchObject({ speaker: 'Nguyễn Thị Giảng', from: '07:30', to: '11:30' });
    const ledger = await world.db
      .selectFrom('ledger')
      .select('data')
      .where('stream', '=', `class:${view.id}`)
      .execute();
    expect(JSON.stringify(ledger)).not.toContain('Giảng');
  });

  it('warns of a holiday and of a make-up day with the calendar’s own note, and goes on (S3-09)', async () => {
    const view = await place.plan({ days: ['2026-08-22', '2026-09-02', '2027-01-09'] });
    const said = view.sessionList.map(({ warning }) => warning?.vi ?? null);
    expect(said[0]).toMatch(/làm bù/);
    expect(said[1]).toMatch(/ngày nghỉ theo lịch: .*Quốc khánh/i);
    expect(said[2]).toBeNull();
  });

  it('is refused where it cannot be, and nothing is written', async () => {
    const before = (await centre.get('/api/classes')).body.total;
    const least = await centre.post('/api/classes', planBody({ least: 3 }));
    expect([least.status, least.body.error.code]).toEqual([400, 'classes.least_above']);
    const body = planBody();
    const backwards = { ...body, sessions: [{ on: '2026-10-04', from: '11:00', to: '07:00' }] };
    expect((await centre.post('/api/classes', backwards)).body.error.code).toBe('classes.time_order');
    for (const bad of [{ seats: 0 }, { sessions: [] }, { sessions: [{ on: '2026-02-30' }] }, { cost: -1 }])
      expect((await centre.post('/api/classes', { ...body, ...bad })).status).toBe(400);
    expect((await centre.get('/api/classes')).body.total).toBe(before);
  });

  it('is one class when it is sent twice', async () => {
    const body = planBody({ label: 'Lớp gửi hai lần' });
    const answers = await Promise.all([centre.post('/api/classes', body), centre.post('/api/classes', body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
    expect((await centre.get('/api/classes?q=hai+lan')).body.total).toBe(1);
  });

  it('may be changed while nothing is lost by it', async () => {
    const view = await place.plan({ seats: 2 });
    const people = await place.candidates(2, 'Đỗ Thị Đổi');
    await place.send(view.id, people);
    await place.enrol(view.id, people);
    await place.attend(view.id, people);
    const { version } = await readClass(view.id);
    const change = (more: object) =>
      centre.put(`/api/classes/${view.id}`, { ...planBody({ seats: 2 }), version, ...more });
    expect((await change({ seats: 1 })).body.error.code).toBe('classes.seats_below');
    expect((await change({ sort: 'new_members' })).body.error.code).toBe('classes.sort_fixed');
    expect((await change({ sessions: [{ id: 1, on: '2026-10-04' }] })).body.error.code).toBe(
      'classes.session_marked',
    );
    const kept = view.sessionList.map(({ id, on }) => ({ id, on, speaker: 'Trần Văn Khác' }));
    const more = await change({ seats: 5, sessions: [{ on: '2026-12-06' }, ...kept] });
    expect(more.body).toMatchObject({ seats: 5, sessions: 3, lastOn: '2026-12-06' });
    expect(more.body.sessionList.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3]);
    expect(more.body.sessionList[0]).toMatchObject({ present: 2, speaker: 'Trần Văn Khác' });
    expect((await change({ seats: 6 })).body.error.kind).toBe('Stale');
  });
});

describe('who may, and what must not appear', () => {
  it('shows a centre its own classes only, with the names sent to it and no others (S3-12)', async () => {
    const view = await place.plan({ label: 'Lớp kín' });
    const [proposed, sent] = await place.candidates(2, 'Hà Thị Kín');
    await place.propose(view.id, [proposed as string]);
    await place.send(view.id, [sent as string]);
    expect((await place.people(view.id)).map(({ dossierId }) => dossierId)).toEqual([sent]);
    expect(await readClass(view.id)).toMatchObject({ proposed: 0, sent: 1 });
    expect((await other.get(`/api/classes/${view.id}`)).status).toBe(404);
    expect((await other.get('/api/classes')).body).toMatchObject({ items: [], total: 0 });
    expect((await centre.get('/api/dossiers')).status).toBe(403);
    expect((await centre.get('/api/classes/needs')).body).toMatchObject({ items: [], total: 0 });
    expect((await centre.get(`/api/classes/${view.id}/candidates`)).body.items).toEqual([]);
    expect((await centre.get(`/api/dossiers/${sent}`)).status).toBe(403);
  });

  it('shows a cell the class and its own people, nobody of another cell', async () => {
    const view = await place.plan({ label: 'Lớp hai chi bộ' });
    const [own] = await place.candidates(1, 'Vũ Thị Riêng');
    await place.propose(view.id, [own as string]);
    expect((await place.people(view.id, ward.secretary)).map(({ fullName }) => fullName)).toEqual([
      'Vũ Thị Riêng A',
    ]);
    for (const path of ['people', 'candidates', 'print']) {
      const seen = await otherSecretary.get(`/api/classes/${view.id}/${path}`);
      expect([path, seen.status]).toEqual([path, 200]);
      expect(seen.text).not.toContain('Riêng');
    }
    expect((await otherSecretary.get('/api/classes/needs')).text).not.toContain('Riêng');
    const stolen = await otherSecretary.post(`/api/classes/${view.id}/leave`, {
      clientId: newId(),
      dossiers: [own],
      why: 'other',
    });
    expect(stolen.body).toMatchObject({ done: 0, left: [{ dossierId: own, fullName: '' }] });
    expect(await place.people(view.id, ward.secretary)).toMatchObject([{ state: 'proposed' }]);
  });

  it('lets each office do its own part and no other (S3-12, S3-14, S4-22)', async () => {
    const view = await place.plan();
    const [one] = await place.candidates(1, 'Mai Thị Quyền');
    const body = { clientId: newId(), dossiers: [one] };
    const tries: [typeof centre, string, object, number][] = [
      [ward.secretary, 'send', body, 403],
      [ward.secretary, 'enrol', body, 403],
      [
        ward.secretary,
        'certificates',
        { clientId: newId(), on: '2026-11-20', items: [{ dossierId: one, number: '1' }] },
        403,
      ],
      [committee, 'enrol', body, 403],
      [committee, 'call-off', { clientId: newId() }, 403],
      [centre, 'propose', body, 403],
      [centre, 'send', body, 403],
      [other, 'enrol', body, 404],
      [other, 'call-off', { clientId: newId() }, 404],
      [world.outsider(), 'enrol', body, 401],
    ];
    for (const [client, path, sending, status] of tries)
      expect([path, (await client.post(`/api/classes/${view.id}/${path}`, sending)).status]).toEqual([
        path,
        status,
      ]);
    expect((await committee.post('/api/classes', planBody())).status).toBe(403);
    expect((await committee.get(`/api/classes/${view.id}/sessions/1`)).status).toBe(403);
    const inspection = await world.as('inspection', ward.city);
    expect((await readClass(view.id, inspection)).can).toEqual([]);
    const union = await world.unit({ name: 'Đoàn phường', kind: 'mass_organisation', parent: ward.ward });
    expect((await (await world.as('mass_officer', union)).get('/api/classes')).status).toBe(403);
  });

  it('a look at the names is written down', async () => {
    const view = await place.plan();
    await place.people(view.id, committee);
    await committee.get(`/api/classes/${view.id}/print`);
    const lines = await world.db
      .selectFrom('access_log')
      .select(['action', 'account_id'])
      .where('subject_id', '=', view.id)
      .execute();
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['list', 'print']));
    expect(lines.every(({ account_id }) => account_id === committee.accountId)).toBe(true);
  });
});

describe('the way onto a class', () => {
  it('goes from the cell through the committee to the centre, which then has its reach (S4-03, S4-22)', async () => {
    const view = await place.plan();
    const two = await place.candidates(2, 'Giàng Thị Học');
    expect(await place.propose(view.id, two)).toMatchObject({ done: 2, left: [] });
    const early = await centre.post(`/api/classes/${view.id}/enrol`, { clientId: newId(), dossiers: two });
    expect(early.body).toMatchObject({ done: 0, waiting: 0 });
    expect(early.body.left.map(({ why }: { why: { vi: string } }) => why.vi)).toEqual(
      expect.arrayContaining(['Cấp ủy chưa cử đi học.']),
    );
    await place.send(view.id, two);
    const row = await world.db
      .selectFrom('dossier')
      .select('class_unit_id')
      .where('id', '=', two[0] as string)
      .executeTakeFirst();
    expect(row?.class_unit_id).toBe(place.centreId);
    expect(await place.enrol(view.id, two)).toMatchObject({ done: 2, waiting: 0, left: [] });
    const people = await place.people(view.id);
    expect(people.map(({ state, letter }) => [state, letter?.number])).toEqual([
      ['enrolled', '12-CV/ĐU'],
      ['enrolled', '12-CV/ĐU'],
    ]);
  });

  it('says of each who cannot be proposed why not, and writes the others', async () => {
    const view = await place.plan({ seats: 9 });
    const elsewhere = await place.plan({ label: 'Lớp khóa trước', days: ['2026-12-06'] });
    const [good, there] = await place.candidates(2, 'Cao Thị Lọc');
    await place.propose(elsewhere.id, [there as string]);
    const unlisted = await nominate(ward, 'Cao Thị Mới', { sure: true });
    const certified = await nominate(ward, 'Cao Thị Xong', { sure: true });
    await walkTo(ward, certified, 'list');
    await take(ward, certified, {
      by: 'officer',
      step: 'class_certificate',
      on: '2025-06-20',
      inputs: { certificate: doc('9/GCN', '2025-06-20') },
    });
    const stranger = newId();
    const answer = await place.propose(view.id, [good, there, unlisted, certified, stranger] as string[]);
    expect(answer.done).toBe(1);
    expect(answer.left.map(({ dossierId, why }) => [dossierId, why.vi])).toEqual([
      [there, 'Đang có tên ở lớp khác: Lớp khóa trước.'],
      [unlisted, 'Hồ sơ chưa ở giai đoạn học lớp này.'],
      [certified, 'Đã có giấy chứng nhận còn giá trị.'],
      [stranger, 'Không có trong danh sách được chọn của lớp.'],
    ]);
    const again = await place.propose(view.id, [good as string]);
    expect(again.left[0]?.why.vi).toBe('Đã có tên trong lớp này.');
  });

  it('puts those beyond the seats on the waiting list in order, and nobody is lost (S1-36)', async () => {
    const view = await place.plan({ seats: 2 });
    const five = await place.candidates(5, 'Bùi Thị Chờ');
    await place.send(view.id, five);
    expect(await place.enrol(view.id, five)).toMatchObject({ done: 2, waiting: 3, left: [] });
    const turns = new Map((await place.people(view.id)).map((person) => [person.dossierId, person.turn]));
    expect(five.map((id) => turns.get(id))).toEqual([null, null, 1, 2, 3]);
    const full = await place.enrol(view.id, [five[3] as string]);
    expect(full).toMatchObject({ done: 0, left: [{ why: { vi: 'Lớp hết chỗ, vẫn ở danh sách chờ.' } }] });
    await centre.post(`/api/classes/${view.id}/leave`, {
      clientId: newId(),
      dossiers: [five[0]],
      why: 'ill',
    });
    // The one who waited longest goes first, whatever the order of choosing.
    expect(await place.enrol(view.id, [five[4], five[2]] as string[])).toMatchObject({ done: 1, waiting: 0 });
    const states = new Map((await place.people(view.id)).map((person) => [person.dossierId, person.state]));
    expect(five.map((id) => states.get(id))).toEqual(['left', 'enrolled', 'enrolled', 'waiting', 'waiting']);
  });

  it('gives the last seat to one of two who ask at once (S1-36)', async () => {
    const view = await place.plan({ seats: 1 });
    const two = await place.candidates(2, 'Ngô Thị Cuối');
    await place.send(view.id, two);
    const colleague = await world.as('political_centre', place.centreId);
    const asked = await Promise.all([
      centre.post(`/api/classes/${view.id}/enrol`, { clientId: newId(), dossiers: [two[0]] }),
      colleague.post(`/api/classes/${view.id}/enrol`, { clientId: newId(), dossiers: [two[1]] }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([200, 200]);
    expect(asked.map(({ body }) => `${body.done}+${body.waiting}`).toSorted()).toEqual(['0+1', '1+0']);
    expect(await readClass(view.id)).toMatchObject({ enrolled: 1, waiting: 1 });
  });

  it('answers a second sending as the first, and enrols nobody twice', async () => {
    const view = await place.plan({ seats: 1 });
    const two = await place.candidates(2, 'Tô Thị Đúp');
    await place.send(view.id, two);
    const clientId = newId();
    const first = await place.enrol(view.id, two, clientId);
    expect(await place.enrol(view.id, two, clientId)).toEqual(first);
    const both = await Promise.all([
      place.enrol(view.id, two, clientId),
      place.enrol(view.id, two, clientId),
    ]);
    expect(both).toEqual([first, first]);
    expect(await readClass(view.id)).toMatchObject({ enrolled: 1, waiting: 1 });
  });

  it('frees the dossier of the centre when somebody leaves, and lets him come back', async () => {
    const view = await place.plan();
    const [one] = (await place.candidates(1, 'Lưu Thị Về')) as [string];
    await place.send(view.id, [one]);
    const leaving = { clientId: newId(), dossiers: [one], why: 'work' };
    // Whoever is just sending him to another class goes first.
    const off = await behind(world.db, `dossier:${one}`, () =>
      ward.secretary.post(`/api/classes/${view.id}/leave`, leaving),
    );
    expect(off.body.done).toBe(1);
    const centreOf = async () =>
      (await world.db.selectFrom('dossier').select('class_unit_id').where('id', '=', one).executeTakeFirst())
        ?.class_unit_id;
    expect(await centreOf()).toBeNull();
    expect(await place.send(view.id, [one])).toMatchObject({ done: 1 });
    expect(await centreOf()).toBe(place.centreId);
  });

  it('closes a class that is called off, and its people are free for another', async () => {
    const view = await place.plan({ days: ['2026-12-06'] });
    const [one] = (await place.candidates(1, 'Phan Thị Hủy')) as [string];
    await place.send(view.id, [one]);
    const off = await centre.post(`/api/classes/${view.id}/call-off`, { clientId: newId() });
    expect(off.body).toMatchObject({ state: 'called_off', can: [] });
    const late = await centre.post(`/api/classes/${view.id}/enrol`, { clientId: newId(), dossiers: [one] });
    expect(late.body.error.code).toBe('classes.called_off');
    const next = await place.plan({ days: ['2026-12-13'] });
    expect(await place.send(next.id, [one])).toMatchObject({ done: 1 });
  });
});
