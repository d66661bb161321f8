// Attendance and certificates: marks on a phone, the rate of a class, numbers that are given once, and what stands on
// the dossiers afterwards.
import { describe, expect, it } from 'vitest';
import { type Planning, startCentre } from '../../test/classes.ts';
import { nominate, viewOf, walkTo } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import type { ClassView } from './view.ts';

const place = await startCentre();
const { ward, centre } = place;
const { world } = ward;
const sundays = ['2026-10-04', '2026-10-11', '2026-10-18', '2026-10-25', '2026-11-01'];
const readClass = async (id: string): Promise<ClassView> => (await centre.get(`/api/classes/${id}`)).body;

describe('attendance', () => {
  it('is kept per session with the reason of an absence, and makes the rate of the class (S3-09, S3-65, K16)', async () => {
    const view = await place.plan({ days: sundays });
    const three = await place.candidates(3, 'Dương Thị Điểm');
    await place.send(view.id, three);
    await place.enrol(view.id, three);
    const [first, second, third] = three as [string, string, string];
    await place.attend(view.id, [first]);
    await place.attend(view.id, [second], 'excused', 'work');
    await place.attend(view.id, [third], 'absent', 'unknown');
    expect(await readClass(view.id)).toMatchObject({
      rate: 1 / 3,
      absences: expect.arrayContaining([
        { why: 'work', count: 5 },
        { why: 'unknown', count: 5 },
      ]),
    });
    const roll = (await centre.get(`/api/classes/${view.id}/sessions/1`)).body;
    expect(roll.items.map((item: { mark: string; why: string }) => [item.mark, item.why])).toEqual([
      ['present', null],
      ['excused', 'work'],
      ['absent', 'unknown'],
    ]);
    const people = await place.people(view.id);
    expect(people.map(({ done, lacks }) => [done, lacks?.vi ?? null])).toEqual([
      [true, null],
      [false, 'Mới dự 0/5 buổi.'],
      [false, 'Mới dự 0/5 buổi.'],
    ]);
  });

  it('lets the last marking hold, and counts a write sent twice once', async () => {
    const view = await place.plan();
    const [one] = (await place.candidates(1, 'Trịnh Thị Sửa')) as [string];
    await place.send(view.id, [one]);
    await place.enrol(view.id, [one]);
    const mark = (as: string, why: string | null, clientId = newId()) =>
      centre.post(`/api/classes/${view.id}/sessions/1/attendance`, {
        clientId,
        marks: [{ dossierId: one, mark: as, why }],
      });
    await mark('absent', 'ill');
    const clientId = newId();
    const [sent, again] = await Promise.all([
      mark('present', null, clientId),
      mark('present', null, clientId),
    ]);
    expect([sent.status, again.status]).toEqual([200, 200]);
    expect((await readClass(view.id)).sessionList[0]).toMatchObject({ marked: 1, present: 1 });
    expect(again.body.items[0]).toMatchObject({ mark: 'present', why: null });
  });

  it('is refused before the session, for strangers, and for reasons that cannot be', async () => {
    const view = await place.plan({ days: ['2026-11-15', '2026-11-29'] });
    const [one, two] = (await place.candidates(2, 'Khúc Thị Sai')) as [string, string];
    await place.send(view.id, [one, two]);
    await place.enrol(view.id, [one]);
    const mark = async (session: number, dossierId: string, more: object = {}) =>
      (
        await centre.post(`/api/classes/${view.id}/sessions/${session}/attendance`, {
          clientId: newId(),
          marks: [{ dossierId, mark: 'present', ...more }],
        })
      ).body.error?.code;
    expect(await mark(2, one)).toBe('classes.not_yet');
    expect(await mark(1, two)).toBe('classes.not_enrolled');
    expect(await mark(1, newId())).toBe('classes.not_enrolled');
    expect(await mark(1, one, { why: 'ill' })).toBe('classes.why_present');
    expect(await mark(9, one)).toBe('access.missing');
    expect(await mark(1, one, { mark: 'late' })).toBe('http.bad_fields');
    expect((await readClass(view.id)).rate).toBeNull();
  });
});

describe('certificates', () => {
  async function ready(count: number, name: string, more: Planning = {}): Promise<[string, string[]]> {
    const view = await place.plan({ seats: 50, ...more });
    const people = await place.candidates(count, name);
    await place.send(view.id, people);
    await place.enrol(view.id, people);
    await place.attend(view.id, people);
    return [view.id, people];
  }
  const certify = (id: string, items: { dossierId: string; number: string }[], more: object = {}) =>
    centre.post(`/api/classes/${id}/certificates`, { clientId: newId(), on: '2026-11-20', items, ...more });

  it('are numbered, end by the law, and stand on every dossier (S3-35, S3-46, S4-03)', async () => {
    const [id, two] = await ready(2, 'Đinh Thị Chứng');
    const items = two.map((dossierId, at) => ({ dossierId, number: `${at + 11}/GCN-TTCT` }));
    expect((await certify(id, items)).body).toMatchObject({ done: 2, left: [] });
    expect((await place.people(id)).map(({ certificate }) => certificate)).toEqual([
      { number: '11/GCN-TTCT', on: '2026-11-20', until: '2031-11-20' },
      { number: '12/GCN-TTCT', on: '2026-11-20', until: '2031-11-20' },
    ]);
    const view = await viewOf(ward, two[0] as string);
    expect(view).toMatchObject({
      stage: 'class_certified',
      facts: { certificateOn: '2026-11-20', certificateUntil: '2031-11-20' },
    });
    const act = view.acts.at(-1);
    expect(act?.inputs).toMatchObject({
      certificate: { number: '11/GCN-TTCT', by: 'Trung tâm chính trị Bắc Ninh' },
      issuedBy: 'political_centre',
      attendedFrom: '2026-10-04',
      attendedTo: '2026-10-11',
    });
    expect(await readClass(id)).toMatchObject({ certified: 2, nextNumber: '13/GCN-TTCT' });
  });

  it('are one when sent twice', async () => {
    const [id, [one]] = await ready(1, 'Hồ Thị Lặp');
    const body = { clientId: newId(), on: '2026-11-20', items: [{ dossierId: one, number: '31/GCN' }] };
    const post = () => centre.post(`/api/classes/${id}/certificates`, body);
    const answers = await Promise.all([post(), post()]);
    expect(answers.map((answer) => [answer.status, answer.body.done])).toEqual([
      [200, 1],
      [200, 1],
    ]);
    const acts = (await viewOf(ward, one as string)).acts.filter(({ step }) => step === 'class_certificate');
    expect(acts.length).toBe(1);
  });

  it('refuse a number that another holds this year, and say who (S3-35)', async () => {
    const [id, two] = await ready(2, 'La Thị Trùng');
    const [first, second] = two as [string, string];
    await certify(id, [{ dossierId: first, number: '41 / GCN' }]);
    const [later, [third]] = (await ready(1, 'La Thị Sau')) as [string, [string]];
    const answer = await certify(later, [{ dossierId: third, number: '41/gcn' }]);
    expect([answer.status, answer.body.error.code]).toEqual([409, 'classes.number_taken']);
    expect(answer.body.error.details.items).toMatchObject([{ fullName: 'La Thị Trùng A' }]);
    expect((await viewOf(ward, third)).stage).toBe('listed');
    const twice = await certify(id, [
      { dossierId: second, number: '42/GCN' },
      { dossierId: second, number: '42/GCN' },
    ]);
    expect(twice.body.error.code).toBe('classes.number_twice');
    // The same number in another year is another number.
    world.setToday('2027-01-10');
    const next = await certify(later, [{ dossierId: third, number: '41/GCN' }], { on: '2027-01-08' });
    world.setToday('2026-11-21');
    expect(next.status).toBe(200);
  });

  it('of two classes that give one number at once, one is refused (S3-35)', async () => {
    const [a, [one]] = await ready(1, 'Mạc Thị Đua');
    const [b, [two]] = await ready(1, 'Mạc Thị Kịp');
    const answers = await Promise.all([
      certify(a, [{ dossierId: one as string, number: '51/GCN' }]),
      certify(b, [{ dossierId: two as string, number: '51/GCN' }]),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('go to nobody while somebody on the list has not completed the class (S3-09)', async () => {
    const [id, two] = await ready(2, 'Thái Thị Thiếu', { days: sundays, least: 4 });
    const [full, short] = two as [string, string];
    const mark = (session: number) =>
      centre.post(`/api/classes/${id}/sessions/${session}/attendance`, {
        clientId: newId(),
        marks: [{ dossierId: short, mark: 'absent', why: 'work' }],
      });
    await mark(1);
    expect((await place.people(id)).every(({ done }) => done)).toBe(true);
    await mark(2);
    const items = [
      { dossierId: full, number: '61/GCN' },
      { dossierId: short, number: '62/GCN' },
    ];
    const answer = await certify(id, items);
    expect(answer.body.error).toMatchObject({
      code: 'classes.not_ready',
      details: { items: [{ fullName: 'Thái Thị Thiếu B', why: { vi: 'Mới dự 3/4 buổi.' } }] },
    });
    expect((await viewOf(ward, full)).stage).toBe('listed');
    expect((await certify(id, [items[0] as never])).status).toBe(200);
  });

  it('wait for the paper where the class asks for one (S3-35)', async () => {
    const [id, [one]] = (await ready(1, 'Quách Thị Bài', { paper: true })) as [string, [string]];
    const items = [{ dossierId: one, number: '71/GCN' }];
    expect((await certify(id, items)).body.error.details.items[0].why.vi).toBe('Chưa chấm bài thu hoạch.');
    const result = (how: string) =>
      centre.post(`/api/classes/${id}/results`, {
        clientId: newId(),
        results: [{ dossierId: one, result: how }],
      });
    await result('failed');
    expect((await certify(id, items)).body.error.details.items[0].why.vi).toBe('Bài thu hoạch chưa đạt.');
    await result('passed');
    expect((await certify(id, items)).status).toBe(200);
    const off = await centre.post(`/api/classes/${id}/leave`, {
      clientId: newId(),
      dossiers: [one],
      why: 'other',
    });
    expect(off.body.left[0].why.vi).toBe('Đã được cấp giấy chứng nhận của lớp này.');
    expect((await centre.post(`/api/classes/${id}/call-off`, { clientId: newId() })).body.error.code).toBe(
      'classes.has_certificates',
    );
  });

  it('are not dated before the last session, nor ahead of today', async () => {
    const [id, [one]] = (await ready(1, 'Ninh Thị Ngày')) as [string, [string]];
    const items = [{ dossierId: one, number: '81/GCN' }];
    expect((await certify(id, items, { on: '2026-10-10' })).body.error.code).toBe('classes.before_end');
    expect((await certify(id, items, { on: '2026-11-22' })).body.error.code).toBe('ledger.future_day');
  });

  it('of the class for new members go on the dossier of the probationer and do not end (S3-35)', async () => {
    const id = await nominate(ward, 'Tạ Thị Dự Bị', { sure: true });
    await walkTo(ward, id, 'ceremony');
    const view = await place.plan({ sort: 'new_members', label: 'Lớp đảng viên mới' });
    await place.send(view.id, [id]);
    await place.enrol(view.id, [id]);
    await place.attend(view.id, [id]);
    expect((await certify(view.id, [{ dossierId: id, number: '5/ĐVM' }])).body.done).toBe(1);
    expect((await place.people(view.id))[0]?.certificate).toEqual({
      number: '5/ĐVM',
      on: '2026-11-20',
      until: null,
    });
    const last = (await viewOf(ward, id)).acts.at(-1);
    expect([last?.step, last?.inputs.certificate]).toEqual([
      'new_member_class',
      { number: '5/ĐVM', on: '2026-11-20', by: 'Trung tâm chính trị Bắc Ninh' },
    ]);
  });
});

it('current rows of classes are the fold of their entries', async () => {
  const rows = async () => {
    const tables = ['class', 'class_person', 'class_mark'] as const;
    const found = [];
    for (const table of tables)
      found.push(
        await world.db
          .selectFrom(table as never)
          .selectAll()
          .execute(),
      );
    return found.map((list) => list.map((row) => JSON.stringify(row)).toSorted());
  };
  const before = await rows();
  await rebuild(world.db);
  expect(await rows()).toEqual(before);
  expect(before.map((list) => list.length > 0)).toEqual([true, true, true]);
});
