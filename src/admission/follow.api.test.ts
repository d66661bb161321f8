// What the roll does to somebody with an open dossier: the case goes along, ends with the membership, or the act is
// refused with the way to record it. Nobody is lost on the way.
import { describe, expect, test } from 'vitest';
import { doc, nominate, startWard, take, type Taken, viewOf, walkTo, wholeRoad } from '../../test/road.ts';
import { behind } from '../../test/holding.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';

const ward = await startWard();
const { world } = ward;
const { db } = world;

const row = (id: string) =>
  db
    .selectFrom('dossier')
    .select(['unit_id', 'stage', 'closed_as', 'closed_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const onRoll = (personId: string, act: string, happenedOn: string, more: object = {}) =>
  ward.officer.post(`/api/people/${personId}/acts`, { clientId: newId(), act, happenedOn, ...more });
const lastAct = async (personId: string) => {
  const entries = await db
    .selectFrom('ledger')
    .select(['client_id', 'kind'])
    .where('stream', '=', `person:${personId}`)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow();
  return entries.client_id;
};

describe('a probationer', () => {
  test('who is moved to another cell takes the case along, and back again when that was a slip', async () => {
    const id = await nominate(ward, 'Trịnh Thị Sáu');
    const { person } = await walkTo(ward, id, 'ceremony');
    const moved = await onRoll(person.id, 'move', '2021-06-01', { toUnitId: ward.other });
    expect(moved.status).toBe(200);
    expect(await row(id)).toEqual({
      unit_id: ward.other,
      stage: 'admitted',
      closed_as: null,
      closed_on: null,
    });
    const before = await db.selectFrom('membership').selectAll().where('person_id', '=', person.id).execute();
    expect(before.map(({ unit_id }) => unit_id)).toEqual([ward.cell, ward.other]);
    const entry = await lastAct(person.id);
    const back = await ward.officer.post(`/api/people/${person.id}/acts/${entry}/withdraw`, {
      clientId: newId(),
      reason: 'Ghi nhầm người.',
    });
    expect(back.status).toBe(200);
    expect((await row(id)).unit_id).toBe(ward.cell);
  });

  test('whose day of moving is corrected has the case moved on that day', async () => {
    const id = await nominate(ward, 'Trịnh Thị Bảy');
    const { person } = await walkTo(ward, id, 'ceremony');
    await onRoll(person.id, 'move', '2021-06-01', { toUnitId: ward.other });
    const entry = await lastAct(person.id);
    const answer = await ward.officer.post(`/api/people/${person.id}/acts/${entry}/correct`, {
      clientId: newId(),
      act: 'move',
      happenedOn: '2021-06-15',
      toUnitId: ward.other,
      reason: 'Ngày ghi trong giấy giới thiệu.',
    });
    expect(answer.status).toBe(200);
    expect((await viewOf(ward, id)).handovers).toMatchObject([{ on: '2021-06-15' }]);
  });

  test.each([
    ['die', 'died', {}],
    ['move_out', 'moved_out', { place: 'Đảng bộ thành phố Hà Nội' }],
  ])('who leaves the roll (%s) leaves no open case behind', async (act, closedAs, more) => {
    const id = await nominate(ward, `Trịnh Thị ${act === 'die' ? 'Tám' : 'Chín'}`);
    const { person } = await walkTo(ward, id, 'ceremony');
    const answer = await onRoll(person.id, act, '2021-07-01', more);
    expect(answer.status).toBe(200);
    expect(await row(id)).toMatchObject({ stage: 'closed', closed_as: closedAs, closed_on: '2021-07-01' });
    const lines = await db.selectFrom('due').select('line').where('case_id', '=', id).execute();
    expect(lines).toEqual([]);
    const entry = await lastAct(person.id);
    await ward.officer.post(`/api/people/${person.id}/acts/${entry}/withdraw`, {
      clientId: newId(),
      reason: 'Nhầm với người trùng tên.',
    });
    expect(await row(id)).toMatchObject({ stage: 'admitted', closed_as: null });
  });

  test('is struck off the roll only on the road, by vote and decision', async () => {
    const id = await nominate(ward, 'Trịnh Thị Mười');
    const { person } = await walkTo(ward, id, 'ceremony');
    const answer = await onRoll(person.id, 'remove', '2021-07-01', {
      decision: doc('9-QĐ/TU', '2021-07-01'),
    });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'admission.removal_on_road']);
    expect(answer.body.error.message.vi).toContain('hồ sơ');
    expect((await row(id)).closed_as).toBeNull();
  });
});

describe('a candidate', () => {
  test('goes to another cell only with the file', async () => {
    const id = await nominate(ward, 'Trịnh Thị Xa');
    const { person } = await viewOf(ward, id);
    const answer = await onRoll(person.id, 'place', '2020-01-01', { unitId: ward.other });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'admission.goes_with_file']);
    expect((await row(id)).unit_id).toBe(ward.cell);
  });

  test('taken over on the roll while being admitted on the road becomes a member once', async () => {
    for (const name of ['Trịnh Thị Một Lúc', 'Trịnh Thị Cùng Lúc']) {
      const id = await nominate(ward, name);
      const { person } = await walkTo(ward, id, 'decide');
      const ceremony = wholeRoad(ward).find(({ step }) => step === 'ceremony') as Taken;
      const road = {
        unitId: ward.cell,
        kind: 'official',
        admittedOn: '2019-01-02',
        officialOn: '2020-01-02',
      };
      const answers = await Promise.all([
        take(ward, id, ceremony),
        onRoll(person.id, 'take_over', '2021-02-04', road),
      ]);
      expect(answers.map(({ status }) => status === 200).toSorted()).toEqual([false, true]);
      const begun = await db
        .selectFrom('ledger')
        .select('kind')
        .where('stream', '=', `person:${person.id}`)
        .where('kind', 'in', ['member.admitted', 'member.taken_over'])
        .execute();
      expect(begun).toHaveLength(1);
    }
  });

  test('closed once and nominated anew is not opened twice by taking the end back', async () => {
    const id = await nominate(ward, 'Trịnh Thị Lại');
    const { person, version } = await viewOf(ward, id);
    const closed = await ward.secretary.post(`/api/dossiers/${id}/acts`, {
      clientId: newId(),
      version,
      step: 'withdraw',
      happenedOn: '2019-05-01',
      inputs: {},
    });
    const known = { person: undefined, personId: person.id, happenedOn: '2020-01-10' };
    // Whoever is just writing about the person on the roll goes first.
    await behind(db, `person:${person.id}`, () => nominate(ward, 'Trịnh Thị Lại', known));
    const end = closed.body.acts.at(-1);
    const answer = await ward.secretary.post(`/api/dossiers/${id}/acts/${end.entry}/withdraw`, {
      clientId: newId(),
      version: closed.body.version,
      reason: 'Chưa rút đơn.',
    });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'admission.already_open']);
    expect((await row(id)).closed_as).toBe('withdraw');
  });
});

test('all of it is made again from the ledger alone', async () => {
  const rows = () => db.selectFrom('dossier').selectAll().orderBy('id').execute();
  const before = await rows();
  await rebuild(db);
  expect(await rows()).toEqual(before);
});
