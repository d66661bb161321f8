// A case taken over in mid-road goes on with what is known; lists tell what is late and what stands in the way.
import { describe, expect, test } from 'vitest';
import { ballot, doc, nominate, startWard, take, viewOf, walkRecent, wholeRoad } from '../../test/road.ts';
import type { Client } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { law } from '../road/law.ts';
import { type KnownAct, takeOverEntries } from '../road/take-over.ts';
import type { ActView, DossierView } from '../road/view.ts';

const ward = await startWard();
const { db } = ward.world;
const actIn = (view: DossierView, step: string): ActView => {
  const act = view.acts.findLast((one) => one.step === step && one.state === 'standing');
  if (!act) throw new Error(`no ${step}`);
  return act;
};

interface Change {
  act: string;
  what: 'correct' | 'withdraw';
  who?: Client;
  happenedOn?: string;
  inputs?: object;
}

async function change(id: string, { act, what, who = ward.officer, ...more }: Change) {
  const view = await viewOf(ward, id);
  const body = { clientId: newId(), version: view.version, reason: 'Ghi nhầm so với biên bản.', ...more };
  return who.post(`/api/dossiers/${id}/acts/${actIn(view, act).entry}/${what}`, body);
}
const memberships = (id: string) =>
  db
    .selectFrom('membership')
    .select(['kind', 'from_on', 'to_on'])
    .where('person_id', '=', id)
    .orderBy('from_on')
    .execute();

describe('a case taken over in mid-road', () => {
  async function takeOver(name: string, stage: string, acts: KnownAct[], more: object = {}): Promise<string> {
    const personId = await ward.world.person({ name, unit: ward.cell, fields: { bornOn: '1993' }, ...more });
    const dossierId = newId();
    const entries = takeOverEntries(
      {
        clientId: newId(),
        dossierId,
        personId,
        unitId: ward.cell,
        happenedOn: '2021-01-31',
        stage,
        stageOn: null,
        acts,
        voucherId: ward.members[0] as string,
      },
      { law: law(), profile: 'A', today: '2026-11-21' },
    );
    await db.transaction().execute((tx) => append(tx, ward.world.by, entries));
    return dossierId;
  }

  test('goes on from its stage; what is not held refuses nothing', async () => {
    const id = await takeOver('Vừ Thị Dợ', 'verified', [
      { step: 'class_certificate', on: '2019-06', inputs: { certificate: { on: '2019-06' } } },
    ]);
    const view = await viewOf(ward, id);
    expect(view).toMatchObject({
      stage: 'verified',
      takenOver: { on: '2021-01-31', stage: 'verified', voucher: 'Nguyễn Văn An' },
      informed: null,
      helper: null,
    });
    expect(view.papers.filter((paper) => paper.state !== 'unknown')).toMatchObject([
      { id: 'certificate', state: 'have', on: '2019-06' },
    ]);
    expect(view.acts).toMatchObject([
      { step: 'class_certificate', happenedOn: '2019-06', takenOver: true, state: 'standing' },
    ]);
    const vote = await take(ward, id, {
      by: 'secretary',
      step: 'cell_vote',
      on: '2021-03-03',
      inputs: { ballot: ballot(6, 5) },
    });
    expect([vote.status, vote.body.stage]).toEqual([200, 'cell_voted']);
    expect(actIn(vote.body, 'cell_vote').verdict?.reasons.flatMap((reason) => reason.missing)).toContain(
      'person.education',
    );
  });

  test('a reply to a letter that nobody knows the way of is taken, each for one', async () => {
    const sent: KnownAct = { step: 'verify_send', on: '2020-06-01', inputs: {} };
    const there = { ...sent, inputs: { place: 'Xã Hòa Long', persons: 2 } };
    const id = await takeOver('Lò Văn Không Rõ', 'verifying', [sent, there, sent]);
    const replyOf = (place: string, on: string, result = 'confirmed') =>
      take(ward, id, { by: 'officer', step: 'verify_reply', on, inputs: { place, result } });
    const early = await replyOf('Xã Yên Giả', '2020-05-30');
    expect([early.status, early.body.error.code]).toEqual([400, 'admission.reply_before_request']);
    for (const [place, on] of [
      ['Xã Yên Giả', '2021-02-03'],
      ['Xã Hòa Long', '2021-02-04'],
    ] as const)
      expect((await replyOf(place, on)).status).toBe(200);
    expect((await replyOf('Xã Yên Giả', '2021-02-05', 'needs_more')).status).toBe(200);
    const { verifications } = await viewOf(ward, id);
    const unknown = { place: null, persons: null, sentOn: '2020-06-01' };
    expect(verifications).toMatchObject([
      { ...unknown, place: 'Xã Yên Giả', repliedOn: '2021-02-05', awaited: false },
      { place: 'Xã Hòa Long', persons: 2, repliedOn: '2021-02-04', awaited: false },
      { ...unknown, repliedOn: null, awaited: true },
    ]);
    const { others, order } = (await ward.officer.get(`/api/verifications/dossiers/${id}`)).body;
    const isOpen = { id: 'replied', on: null, state: 'now' };
    expect(order).toContainEqual(isOpen);
    expect(others.map(({ awaited }: { awaited: boolean }) => awaited)).toEqual([false, false, true]);
    expect((await replyOf('Xã Phù Lãng', '2021-02-06')).status).toBe(200);
    const stray = await replyOf('Xã Không Ai Hỏi', '2021-02-07');
    expect([stray.status, stray.body.error.code]).toEqual([400, 'admission.reply_before_request']);
    // One of them asks for more papers; with these everybody has answered.
    const orderOf = async () => (await ward.officer.get(`/api/verifications/dossiers/${id}`)).body.order;
    expect(await orderOf()).toContainEqual(isOpen);
    expect((await replyOf('Xã Yên Giả', '2021-02-08')).status).toBe(200);
    expect(await orderOf()).toContainEqual({ id: 'replied', on: '2021-02-08', state: 'done' });
  });

  test('past the conclusion awaits no reply, and past the vote no term of the dossier runs', async () => {
    const sent: KnownAct = {
      step: 'verify_send',
      on: '2020-06-01',
      inputs: { place: 'Xã Hòa Long', persons: 2, way: 'letter', receivedOn: '2020-06-03' },
    };
    const permit: KnownAct = { step: 'permit', on: '2019-09-10' };
    const concluded = await viewOf(ward, await takeOver('Sùng A Páo', 'verified', [permit, sent]));
    expect(concluded.verifications).toMatchObject([{ awaited: false, repliedOn: null, dueOn: null }]);
    expect(concluded.clocks).toMatchObject([{ id: 'dossier_fresh', duty: false, lateDays: null }]);
    const voted = await viewOf(ward, await takeOver('Giàng A Tủa', 'cell_voted', [permit, sent]));
    expect(voted.clocks).toEqual([]);
    const waiting = await viewOf(ward, await takeOver('Thào A Sinh', 'verifying', [permit, sent]));
    expect(waiting.verifications).toMatchObject([{ awaited: true }]);
    const asked = async ({ id }: { id: string }) =>
      (await ward.officer.get(`/api/verifications/dossiers/${id}`)).body.others;
    expect(await asked(concluded)).toMatchObject([{ place: 'Xã Hòa Long', persons: 2, awaited: false }]);
    expect(await asked(waiting)).toMatchObject([{ repliedOn: null, awaited: true }]);
    expect(waiting.clocks).toContainEqual(
      expect.objectContaining({ id: 'verify_reply', duty: true, lateDays: expect.any(Number) }),
    );
    const { items } = (await ward.officer.get('/api/dossiers?limit=200')).body;
    const inList = (id: string) => items.find((row: { id: string }) => row.id === id);
    // The list tells of the same day: a term that is over is nobody's lateness, a duty is.
    expect(inList(concluded.id)).toMatchObject({
      nextDueOn: concluded.clocks[0]?.dueOn,
      dutyOn: null,
      lateDays: null,
    });
    expect(inList(waiting.id)).toMatchObject({
      nextDueOn: waiting.verifications[0]?.dueOn,
      dutyOn: waiting.verifications[0]?.dueOn,
      lateDays: waiting.clocks.find(({ duty }) => duty)?.lateDays,
    });
  });

  test('of a probationer known by month keeps the month in the recognition (S3-01, S3-02)', async () => {
    const known: KnownAct[] = [
      { step: 'decide', on: '2020-11-20', inputs: { result: 'yes', decision: doc('9-QĐ', '2020-11-20') } },
      { step: 'ceremony', on: '2020-12' },
    ];
    const roll = { kind: 'probationary', admittedOn: '2020-12', decidedOn: '2020-11-20' };
    const id = await takeOver('Lầu Văn Chứ', 'probation_reviewed', known, roll);
    const { clocks } = await viewOf(ward, id);
    expect(clocks.find((clock) => clock.id === 'probation_ends')).toMatchObject({ dueOn: null });
    const steps = ['recognition_cell_vote', 'recognition_base_vote', 'recognise'];
    for (const taken of wholeRoad(ward).filter(({ step }) => steps.includes(step)))
      await take(ward, id, taken);
    const view = await viewOf(ward, id);
    expect(view).toMatchObject({ stage: 'recognised', facts: { recognisedOn: '2021-12' } });
    expect(await memberships(view.person.id)).toEqual([
      { kind: 'probationary', from_on: '2020-12', to_on: '2021-12' },
      { kind: 'official', from_on: '2021-12', to_on: null },
    ]);
  });

  test('one of its acts can be corrected and left out, with the take-over recorded again', async () => {
    const id = await takeOver('Hờ A Tủa', 'helped', [
      { step: 'list', on: '2018-05-01' },
      { step: 'class_certificate', on: '2018-09-01', inputs: { certificate: doc('1', '2018-09-01') } },
    ]);
    const corrected = await change(id, {
      act: 'class_certificate',
      what: 'correct',
      happenedOn: '2018-10-01',
      inputs: { certificate: doc('1', '2018-10-01') },
    });
    expect(corrected.body.dossier.facts.certificateOn).toBe('2018-10-01');
    const less = await change(id, { act: 'list', what: 'withdraw' });
    expect(less.body.dossier.acts.map((act: ActView) => act.step)).toEqual(['class_certificate']);
    expect(less.body.dossier.stage).toBe('helped');
  });

  test('impossible figures are Invalid even in a take-over', async () => {
    await expect(
      takeOver('Cứ Thị Gầu', 'cell_voted', [
        { step: 'cell_vote', on: '2020-01-01', inputs: { ballot: { base: 5, yes: 6 } } },
      ]),
    ).rejects.toMatchObject({ kind: 'Invalid', code: 'ballot.votes_above_base' });
    await expect(takeOver('Cứ Thị Gầu', 'flying', [])).rejects.toMatchObject({
      code: 'admission.unknown_stage',
    });
  });
});

describe('lists', () => {
  test('late and blocked cases are told apart, with what to do', async () => {
    const late = await walkRecent(ward, 'Triệu Thị Khe', 'cell_vote');
    const blocked = await nominate(ward, 'Tráng A Lềnh', {
      inputs: { proposerKind: 'member' },
      person: { fullName: 'Tráng A Lềnh', bornOn: '1995' },
    });
    const lateList = await ward.officer.get('/api/dossiers?late=true&open=true&limit=200');
    const row = lateList.body.items.find((item: { id: string }) => item.id === late);
    expect(row).toMatchObject({
      stage: 'cell_voted',
      nextStep: { vi: 'Đảng ủy cơ sở biểu quyết đề nghị kết nạp' },
    });
    expect(row.lateDays).toBeGreaterThan(0);
    const blockedList = await ward.officer.get('/api/dossiers?blocked=true&limit=200');
    const stuck = blockedList.body.items.find((item: { id: string }) => item.id === blocked);
    expect(stuck.blocked.vi.length).toBeGreaterThan(5);
    expect(blockedList.body.items.every((item: { blocked: unknown }) => item.blocked)).toBe(true);
    expect(blockedList.body.total).toBe(blockedList.body.items.length);
  });

  test('pages by cursor show each case once, in order', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { id: string }[]; next: string | null; total: number } } =
        await ward.officer.get(`/api/dossiers?limit=4&sort=-due${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.body.items.map((item) => item.id));
      cursor = page.body.next;
    }
    const all = await ward.officer.get('/api/dossiers?limit=200&sort=-due');
    expect(seen).toEqual(all.body.items.map((item: { id: string }) => item.id));
    expect(new Set(seen).size).toBe(all.body.total);
    expect((await ward.officer.get('/api/dossiers?cursor=nonsense')).body.error.code).toBe(
      'admission.bad_cursor',
    );
  });
});
