// A case that goes to another cell: history stays, the person goes with it, who sees it changes, and each day is judged
// by the law of the place where the case stood then. What a member sees of those he helps and proposed.
import { describe, expect, test } from 'vitest';
import { doc, nominate, startWard, take, viewOf, walkTo } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';
import type { Actor } from '../platform/http.ts';
import { actWithin, handOverWithin, judgeWithin } from './act/within.store.ts';
import { findPlace } from './dossier.store.ts';

const ward = await startWard();
const { world } = ward;
const { db } = world;
const receiver = await world.as('cell_secretary', ward.other);

const unitRow = (id: number) =>
  db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const secretaryOf = async (client: { accountId: string; officeId: number | null }, unit: number) => {
  const { path } = await unitRow(unit);
  const office = { accountId: client.accountId, officeId: client.officeId, office: 'cell_secretary' };
  return {
    ...office,
    personId: null,
    unitId: unit,
    unitPath: path,
    named: [],
    provinceId: '24',
    language: 'vi',
  } as unknown as Actor;
};
const sender = await secretaryOf(ward.secretary, ward.cell);

const handOver = (id: string, on: string, toUnitId = ward.other) =>
  transact(db, (tx) =>
    handOverWithin(tx, sender, id, {
      clientId: newId(),
      toUnitId,
      happenedOn: on,
      handoverId: null,
      reason: 'work',
    }),
  );
const row = (id: string) =>
  db.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const person = (id: string) =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const allRows = async () => ({
  dossiers: await db.selectFrom('dossier').selectAll().orderBy('id').execute(),
  persons: await db.selectFrom('person').selectAll().orderBy('id').execute(),
  due: await db.selectFrom('due').selectAll().orderBy('line').execute(),
});

describe('a case handed over', () => {
  test('stands in the receiving cell with the person, and the sender sees it no more', async () => {
    const id = await nominate(ward, 'Phùng Thị Mơ');
    await walkTo(ward, id, 'assign_helper');
    expect((await receiver.get(`/api/dossiers/${id}`)).status).toBe(404);
    await handOver(id, '2020-01-15');
    const { person_id, unit_id, stage } = await row(id);
    expect([unit_id, stage]).toEqual([ward.other, 'helped']);
    expect(await person(person_id)).toMatchObject({ unit_id: ward.other, status: 'nominee' });
    expect((await ward.secretary.get(`/api/dossiers/${id}`)).status).toBe(404);
    const { body: view } = await receiver.get(`/api/dossiers/${id}`);
    expect(view.unit.name).toBe('Chi bộ khu phố 2');
    expect(view.handovers).toEqual([{ on: '2020-01-15', from: 'Chi bộ khu phố 1', to: 'Chi bộ khu phố 2' }]);
    const listing = view.acts.find(({ step }: { step: string }) => step === 'list');
    expect(listing.decidedBy).toBe('Chi bộ khu phố 1');
    const noted = await receiver.post(`/api/dossiers/${id}/acts`, {
      clientId: newId(),
      version: view.version,
      step: 'contact',
      happenedOn: '2020-01-15',
      inputs: { kind: 'meeting' },
    });
    expect(noted.body.acts.at(-1).decidedBy).toBe('Chi bộ khu phố 2');
  });

  test('carries its lines, and making all rows again gives the same', async () => {
    const id = await nominate(ward, 'Phùng Thị Lựu');
    await walkTo(ward, id, 'cell_vote');
    await handOver(id, '2020-12-10');
    const lines = await db.selectFrom('due').selectAll().where('case_id', '=', id).execute();
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map((line) => line.unit_id))).toEqual(new Set([ward.other]));
    const before = await allRows();
    await rebuild(db);
    expect(await allRows()).toEqual(before);
  });

  test('of a probationer moves the member on the roll', async () => {
    const id = await nominate(ward, 'Phùng Thị Đào');
    const { person: who } = await walkTo(ward, id, 'ceremony');
    await handOver(id, '2021-05-01');
    expect(await person(who.id)).toMatchObject({ unit_id: ward.other, status: 'probationary' });
    const memberships = await db
      .selectFrom('membership')
      .select(['unit_id', 'kind', 'from_on', 'to_on'])
      .where('person_id', '=', who.id)
      .orderBy('from_on')
      .execute();
    expect(memberships).toEqual([
      { unit_id: ward.cell, kind: 'probationary', from_on: '2021-02-03', to_on: '2021-05-01' },
      { unit_id: ward.other, kind: 'probationary', from_on: '2021-05-01', to_on: null },
    ]);
  });

  test('corrections of what was done before stay with the cell that did it', async () => {
    const id = await nominate(ward, 'Phùng Thị Lê');
    await walkTo(ward, id, 'list');
    await handOver(id, '2020-01-15');
    const view = await viewOf(ward, id);
    const listing = view.acts.find(({ step }) => step === 'list');
    const answer = await receiver.post(`/api/dossiers/${id}/acts/${listing?.entry}/correct`, {
      clientId: newId(),
      version: view.version,
      reason: 'Sai số nghị quyết.',
      happenedOn: '2019-02-04',
      inputs: { resolution: doc('04-NQ/CB', '2019-02-04') },
    });
    expect(answer.status).toBe(200);
    const mended = answer.body.dossier.acts.findLast(({ step }: { step: string }) => step === 'list');
    expect([mended.happenedOn, mended.decidedBy]).toEqual(['2019-02-04', 'Chi bộ khu phố 1']);
    expect(await row(id)).toMatchObject({ unit_id: ward.other });
  });

  test('goes to no cell that has ended, to no committee, not to where it is, and not when it is closed', async () => {
    const id = await nominate(ward, 'Phùng Thị Cam');
    await expect(handOver(id, '2020-01-15', ward.cell)).rejects.toMatchObject({ code: 'members.same_unit' });
    await expect(handOver(id, '2020-01-15', ward.ward)).rejects.toMatchObject({
      code: 'admission.not_a_cell',
    });
    const gone = await world.unit({ name: 'Chi bộ Hợp tác xã', parent: ward.ward });
    await db.updateTable('unit').set({ ended_on: '2019-01-01' }).where('id', '=', gone).execute();
    await expect(handOver(id, '2020-01-15', gone)).rejects.toMatchObject({ code: 'admission.unit_ended' });
    await take(ward, id, { by: 'secretary', step: 'withdraw', on: '2019-05-01', inputs: {} });
    await expect(handOver(id, '2020-01-15')).rejects.toMatchObject({ code: 'admission.closed_already' });
  });
});

describe('an act inside another write', () => {
  test('is judged like any other, and written or refused with the whole', async () => {
    const id = await nominate(ward, 'Thạch Thị Na');
    const contact = { step: 'contact', happenedOn: '2019-03-01', inputs: { kind: 'phone' } };
    expect((await judgeWithin(db, sender, id, contact)).outcome).toBe('allowed');
    const entry = newId();
    const done = await transact(db, (tx) => actWithin(tx, sender, id, { ...contact, clientId: entry }));
    expect([done.entry, done.verdict.outcome]).toEqual([entry, 'allowed']);
    const failing = transact(db, async (tx) => {
      await actWithin(tx, sender, id, { ...contact, clientId: newId() });
      await actWithin(tx, sender, id, {
        step: 'permit',
        happenedOn: '2019-03-01',
        inputs: {},
        clientId: newId(),
      });
    });
    await expect(failing).rejects.toMatchObject({ code: 'admission.not_this_office' });
    expect((await viewOf(ward, id)).contacts).toHaveLength(1);
  });

  test('two in one write see each other', async () => {
    const id = await nominate(ward, 'Thạch Thị Sen');
    const resolution = doc('3', '2019-02-03');
    await transact(db, async (tx) => {
      await actWithin(tx, sender, id, {
        step: 'list',
        happenedOn: '2019-02-03',
        inputs: { resolution },
        clientId: newId(),
      });
      await actWithin(tx, sender, id, {
        step: 'assign_helper',
        happenedOn: '2019-02-04',
        inputs: { helper: ward.members[1], resolution, togetherSince: '2017-01' },
        clientId: newId(),
      });
    });
    expect(await row(id)).toMatchObject({ stage: 'helped', helper_id: ward.members[1] });
  });

  test('out of reach is not there, unless the caller has decided by grounds of its own', async () => {
    const id = await nominate(ward, 'Thạch Thị Súng');
    const stranger = await secretaryOf(receiver, ward.other);
    const contact = { step: 'contact', happenedOn: '2019-03-01', inputs: { kind: 'phone' } };
    const asked = (more: object) =>
      transact(db, (tx) => actWithin(tx, stranger, id, { ...contact, ...more, clientId: newId() }));
    await expect(asked({})).rejects.toMatchObject({ code: 'access.missing' });
    await expect(asked({ version: 99, entrusted: true })).rejects.toMatchObject({ kind: 'Stale' });
    expect((await asked({ entrusted: true })).verdict.outcome).toBe('allowed');
  });
});

describe('a member with an account', () => {
  test('sees those he helps, how far they have come and what he wrote, and nothing else', async () => {
    const [, helper] = ward.members as [string, string];
    const id = await nominate(ward, 'Hứa Thị Thảo', { sure: true });
    await take(ward, id, {
      by: 'secretary',
      step: 'list',
      on: '2019-02-03',
      inputs: { resolution: doc('3', '2019-02-03'), note: 'Nhận xét của chi ủy.' },
    });
    await take(ward, id, {
      by: 'secretary',
      step: 'assign_helper',
      on: '2019-02-04',
      inputs: { helper, resolution: doc('4', '2019-02-04'), togetherSince: '2017-01' },
    });
    await take(ward, id, {
      by: 'secretary',
      step: 'give_task',
      on: '2019-02-10',
      inputs: { task: 'Tham gia tổ chuyển đổi số cộng đồng', kind: 'movement', until: '2027-06-30' },
    });
    expect(await findPlace(db, id)).toMatchObject({ helperId: helper, proposerPersonId: helper });
    const member = await world.as('member', ward.cell, { person: helper });
    const strange = await world.as('member', ward.cell, { person: ward.members[3] as string });
    expect((await strange.get(`/api/dossiers/${id}`)).status).toBe(404);
    expect((await strange.get('/api/dossiers?q=thao')).body.items).toEqual([]);
    const { body: view } = await member.get(`/api/dossiers/${id}`);
    expect(view.person.fullName).toBe('Hứa Thị Thảo');
    expect([view.person.education, view.held, view.clocks, view.ahead]).toEqual([null, {}, [], null]);
    expect(JSON.stringify(view)).not.toContain('Nhận xét của chi ủy');
    expect(view.tasks).toMatchObject([{ task: 'Tham gia tổ chuyển đổi số cộng đồng', until: '2027-06-30' }]);
    const written = await member.post(`/api/dossiers/${id}/acts`, {
      clientId: newId(),
      version: view.version,
      step: 'charge_note',
      happenedOn: '2019-03-02',
      inputs: { month: '2019-02', helper, state: 'progress', did: 'Đã cùng dự lớp tập huấn.' },
    });
    expect(written.status).toBe(200);
    expect(written.body.chargeNotes).toMatchObject([
      { month: '2019-02', state: 'progress', did: 'Đã cùng dự lớp tập huấn.' },
    ]);
    const result = await member.post(`/api/dossiers/${id}/acts`, {
      clientId: newId(),
      version: written.body.version,
      step: 'task_result',
      happenedOn: '2019-06-02',
      inputs: { task: view.tasks[0].entry, result: 'well' },
    });
    expect(result.status).toBe(200);
    expect(result.body.tasks[0].result).toMatchObject({ on: '2019-06-02', result: 'well' });
    expect(await row(id)).toMatchObject({ last_touch_on: '2019-06-02', introduced_by: ['member'] });
    const full = await viewOf(ward, id);
    expect(full.chargeNotes[0]?.did).toBe('Đã cùng dự lớp tập huấn.');
  });

  test('a task that was corrected keeps its result', async () => {
    const id = await nominate(ward, 'Hứa Thị Bưởi');
    const told = { by: 'secretary' as const };
    await take(ward, id, {
      ...told,
      step: 'give_task',
      on: '2019-02-10',
      inputs: { task: 'Giúp tổ hòa giải' },
    });
    const { tasks, version } = await viewOf(ward, id);
    const first = tasks[0]?.entry as string;
    await take(ward, id, {
      ...told,
      step: 'task_result',
      on: '2019-03-10',
      inputs: { task: first, result: 'done' },
    });
    await ward.secretary.post(`/api/dossiers/${id}/acts/${first}/correct`, {
      clientId: newId(),
      version: version + 1,
      reason: 'Ghi lại cho đúng nội dung.',
      happenedOn: '2019-02-11',
      inputs: { task: 'Giúp tổ hòa giải khu phố' },
    });
    const view = await viewOf(ward, id);
    expect(view.tasks).toMatchObject([{ task: 'Giúp tổ hòa giải khu phố', result: { result: 'done' } }]);
    const answer = await take(ward, id, {
      ...told,
      step: 'task_result',
      on: '2019-03-11',
      inputs: { task: newId(), result: 'done' },
    });
    expect(answer.status).toBe(400);
  });
});

describe('pausing and sending back', () => {
  test('is open only in its turn, and stands in the row', async () => {
    const id = await nominate(ward, 'Lưu Thị Huệ');
    const offered = async () => (await viewOf(ward, id)).asides.map(({ step }) => step);
    expect(await offered()).toContain('pause');
    expect(await offered()).not.toContain('resume');
    const pause = { reason: 'study', expectedReturn: '2027-06' };
    await take(ward, id, { by: 'secretary', step: 'pause', on: '2019-09-01', inputs: pause });
    expect(await row(id)).toMatchObject({ paused_on: '2019-09-01' });
    expect((await viewOf(ward, id)).paused).toEqual({ on: '2019-09-01', ...pause });
    expect(await offered()).toContain('resume');
    await take(ward, id, {
      by: 'secretary',
      step: 'resume',
      on: '2020-06-01',
      inputs: { returnedOn: '2020-06-01' },
    });
    expect([(await row(id)).paused_on, (await viewOf(ward, id)).paused]).toEqual([null, null]);
  });

  test('a returned file says what is missing, until it is handed in again', async () => {
    const id = await nominate(ward, 'Lưu Thị Hồng');
    await walkTo(ward, id, 'papers');
    const returned = { level: 'base', what: ['opinions', 'history_family'], fields: 'Trang 5 thiếu em gái.' };
    await take(ward, id, { by: 'officer', step: 'return_dossier', on: '2020-09-18', inputs: returned });
    expect((await viewOf(ward, id)).returned).toEqual({
      on: '2020-09-18',
      level: 'base',
      what: returned.what,
      words: returned.fields,
    });
    expect(await row(id)).toMatchObject({ returned_on: '2020-09-18' });
    const unknown = await take(ward, id, {
      by: 'officer',
      step: 'return_dossier',
      on: '2020-09-18',
      inputs: { level: 'base', what: ['nothing_known'] },
    });
    expect(unknown.status).toBe(400);
    await take(ward, id, { by: 'secretary', step: 'resubmit', on: '2020-09-25', inputs: {} });
    expect([(await row(id)).returned_on, (await viewOf(ward, id)).returned]).toEqual([null, null]);
  });
});
