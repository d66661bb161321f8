// Corrections and withdrawals: both entries stay, later acts are judged again, the roll follows; acts entered on
// behalf of a cell are marked as such and can be contested.
import { describe, expect, test } from 'vitest';
import { ballot, doc, nominate, onDay, startWard, take, viewOf, walkTo, wholeRoad } from '../../test/road.ts';
import type { Client } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
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
const person = (id: string) =>
  db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const memberships = (id: string) =>
  db
    .selectFrom('membership')
    .select(['kind', 'from_on', 'to_on'])
    .where('person_id', '=', id)
    .orderBy('from_on')
    .execute();

describe('correcting', () => {
  test('the day of the ceremony moves the probation and the recognition with it, on the roll too', async () => {
    const id = await nominate(ward, 'Đỗ Thị Mai');
    const { person: who } = await walkTo(ward, id, 'recognise');
    const ceremony = wholeRoad(ward).find(({ step }) => step === 'ceremony');
    const answer = await change(id, {
      act: 'ceremony',
      what: 'correct',
      who: ward.secretary,
      happenedOn: '2021-02-10',
      inputs: ceremony?.inputs,
    });
    expect(answer.status).toBe(200);
    const view: DossierView = answer.body.dossier;
    expect(view.facts).toMatchObject({
      ceremonyOn: '2021-02-10',
      probationEndsOn: '2022-02-10',
      recognisedOn: '2022-02-10',
    });
    expect(await person(who.id)).toMatchObject({
      status: 'official',
      admitted_on: '2021-02-10',
      official_on: '2022-02-10',
    });
    expect(await memberships(who.id)).toEqual([
      { kind: 'probationary', from_on: '2021-02-10', to_on: '2022-02-10' },
      { kind: 'official', from_on: '2022-02-10', to_on: null },
    ]);
    // The cell voted on the last day of the twelve months: too early now.
    const vote = actIn(view, 'recognition_cell_vote');
    expect(answer.body.rejudged).toEqual([vote.entry]);
    expect([vote.outcome, vote.rejudged?.outcome]).toEqual(['allowed', 'refused']);
    expect(view.stage).toBe('recognised');
    const states = view.acts.filter((act) => act.step === 'ceremony').map((act) => [act.state, act.reason]);
    expect(states).toEqual([
      ['corrected', 'Ghi nhầm so với biên bản.'],
      ['standing', null],
    ]);
  });

  test('keeps the sealed words it does not speak of', async () => {
    const id = await nominate(ward, 'Lê Thị Nhung');
    await take(ward, id, {
      by: 'secretary',
      step: 'list',
      on: '2019-02-03',
      inputs: { resolution: doc('3', '2019-02-03'), note: 'Chăm chỉ.' },
    });
    const answer = await change(id, {
      act: 'list',
      what: 'correct',
      happenedOn: '2019-02-04',
      inputs: { resolution: doc('4', '2019-02-04') },
    });
    expect(actIn(answer.body.dossier, 'list')).toMatchObject({ note: 'Chăm chỉ.', happenedOn: '2019-02-04' });
  });

  test('into something that the law refuses is refused', async () => {
    const id = await nominate(ward, 'Vi Văn Quân');
    await walkTo(ward, id, 'ceremony');
    const answer = await change(id, {
      act: 'decide',
      what: 'correct',
      who: ward.board,
      happenedOn: '2021-01-15',
      inputs: { result: 'yes', body: 'base_standing', decision: doc('1', '2021-01-15') },
    });
    expect(answer.body.error.code).toBe('admission.refused');
  });

  test('what another level decided is not for the cell', async () => {
    const id = await nominate(ward, 'Giàng A Sử');
    await walkTo(ward, id, 'decide');
    const answer = await change(id, { act: 'decide', what: 'withdraw', who: ward.secretary });
    expect(answer.body.error.code).toBe('admission.not_yours_to_correct');
    expect(actIn((await ward.secretary.get(`/api/dossiers/${id}`)).body, 'decide').can).toEqual([]);
  });
});

describe('withdrawing', () => {
  const meetings = (on: string) =>
    db
      .selectFrom('meeting')
      .select('id')
      .where('held_on', '=', on)
      .where('unit_id', '=', ward.cell)
      .execute();
  const voteOn = (on: string) => onDay(wholeRoad(ward).find(({ step }) => step === 'cell_vote') as never, on);

  test('a vote leaves the decision standing, judged again (S0-23)', async () => {
    const id = await nominate(ward, 'Bàn Thị Tâm');
    await walkTo(ward, id, 'decide');
    const answer = await change(id, { act: 'cell_vote', what: 'withdraw' });
    const view: DossierView = answer.body.dossier;
    expect(view.acts.find((act) => act.step === 'cell_vote')).toMatchObject({
      state: 'withdrawn',
      reason: 'Ghi nhầm so với biên bản.',
    });
    const decide = actIn(view, 'decide');
    expect(answer.body.rejudged).toContain(decide.entry);
    expect(decide.rejudged?.reasons.find((reason) => reason.outcome === 'refused')?.wayOut?.code).toBe(
      'cell_vote_first',
    );
    expect(view.stage).toBe('decided');
  });

  test('a vote takes the meeting with it that no other ballot names', async () => {
    const [one, two] = [await nominate(ward, 'Bàn Thị Sen'), await nominate(ward, 'Bàn Thị Súng')];
    for (const id of [one, two]) {
      await walkTo(ward, id, 'verify_conclude');
      await take(ward, id, voteOn('2020-12-08'));
    }
    expect((await meetings('2020-12-08')).length).toBe(1);
    await change(one, { act: 'cell_vote', what: 'withdraw' });
    expect((await meetings('2020-12-08')).length).toBe(1);
    await change(two, {
      act: 'cell_vote',
      what: 'correct',
      happenedOn: '2020-12-09',
      inputs: voteOn('2020-12-09').inputs,
    });
    expect([(await meetings('2020-12-08')).length, (await meetings('2020-12-09')).length]).toEqual([0, 1]);
  });

  test('votes recorded and taken back at once leave each ballot its meeting, and no meeting without', async () => {
    const ids = await Promise.all(
      ['Đinh Thị Một', 'Đinh Thị Hai', 'Đinh Thị Ba'].map((name) => nominate(ward, name)),
    );
    for (const id of ids) await walkTo(ward, id, 'verify_conclude');
    const on = '2020-12-11';
    const voted = await Promise.all(ids.map((id) => take(ward, id, voteOn(on))));
    expect(voted.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await meetings(on)).length).toBe(1);
    const withdrawn = await Promise.all(ids.map((id) => change(id, { act: 'cell_vote', what: 'withdraw' })));
    expect(withdrawn.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await meetings(on)).toEqual([]);
  });

  test('a meeting is not taken back while another vote comes to name it', async () => {
    const [one, two] = [await nominate(ward, 'Đinh Thị Bốn'), await nominate(ward, 'Đinh Thị Năm')];
    for (const id of [one, two]) await walkTo(ward, id, 'verify_conclude');
    const on = '2020-12-14';
    await take(ward, one, voteOn(on));
    const done = await Promise.all([
      change(one, { act: 'cell_vote', what: 'withdraw' }),
      take(ward, two, voteOn(on)),
    ]);
    expect(done.map(({ status }) => status)).toEqual([200, 200]);
    const named = await db
      .selectFrom('dossier')
      .select('state')
      .where('id', '=', two)
      .executeTakeFirstOrThrow();
    expect(named.state.meetings).toEqual((await meetings(on)).map(({ id }) => id));
  });

  test('the ceremony takes the membership back', async () => {
    const id = await nominate(ward, 'Sùng Văn Vàng');
    const { person: who } = await walkTo(ward, id, 'ceremony');
    expect(await person(who.id)).toMatchObject({ status: 'probationary' });
    const answer = await change(id, { act: 'ceremony', what: 'withdraw' });
    expect(answer.body.dossier).toMatchObject({ stage: 'decided', person: { status: 'nominee' } });
    expect(await memberships(who.id)).toEqual([]);
    const again = wholeRoad(ward).find(({ step }) => step === 'ceremony');
    expect((await take(ward, id, again as never)).body.person.status).toBe('probationary');
    expect(await memberships(who.id)).toEqual([{ kind: 'probationary', from_on: '2021-02-03', to_on: null }]);
  });

  test('the opening takes the dossier and the person back, once nothing rests on it', async () => {
    const id = await nominate(ward, 'Thào Thị Xua');
    const { person: who } = await viewOf(ward, id);
    await take(ward, id, {
      by: 'secretary',
      step: 'list',
      on: '2019-02-03',
      inputs: { resolution: doc('3', '2019-02-03') },
    });
    expect((await change(id, { act: 'nominate', what: 'withdraw' })).body.error.code).toBe(
      'admission.later_acts',
    );
    await change(id, { act: 'list', what: 'withdraw' });
    expect((await change(id, { act: 'nominate', what: 'withdraw' })).body).toEqual({
      dossier: null,
      rejudged: [],
    });
    expect((await ward.officer.get(`/api/dossiers/${id}`)).status).toBe(404);
    expect(await db.selectFrom('person').select('id').where('id', '=', who.id).execute()).toEqual([]);
  });
});

describe('ways off the road', () => {
  test('somebody struck from the list may be nominated again later', async () => {
    const id = await nominate(ward, 'Hoàng Thị Yến');
    const { person: who } = await walkTo(ward, id, 'list');
    const struck = await take(ward, id, {
      by: 'secretary',
      step: 'strike',
      on: '2019-05-01',
      inputs: { reason: 'lost_contact' },
    });
    expect(struck.body).toMatchObject({ stage: 'closed', closedAs: 'strike', closedOn: '2019-05-01' });
    expect((await person(who.id)).status).toBe('outside');
    const again = await ward.secretary.post('/api/dossiers', {
      clientId: newId(),
      unitId: ward.cell,
      happenedOn: '2020-01-10',
      personId: who.id,
      inputs: { proposerKind: 'member', informedOn: '2020-01-05', informedBy: ward.members[0], agreed: true },
    });
    expect([again.status, again.body.person.status]).toEqual([200, 'nominee']);
  });

  test('an admission annulled for its procedure is taken up again from the vote', async () => {
    const id = await nominate(ward, 'Đinh Văn Ân');
    const { person: who } = await walkTo(ward, id, 'ceremony');
    const annulled = await take(ward, id, {
      by: 'board',
      step: 'annul',
      on: '2021-06-01',
      inputs: { ground: 'procedure', redoFrom: 'verified', decision: doc('70-QĐ/TU', '2021-06-01') },
    });
    expect(annulled.body).toMatchObject({ stage: 'verified', closedAs: null, person: { status: 'nominee' } });
    expect(await memberships(who.id)).toEqual([
      { kind: 'probationary', from_on: '2021-02-03', to_on: '2021-06-01' },
    ]);
    for (const step of ['cell_vote', 'base_vote', 'decide', 'ceremony']) {
      const taken = wholeRoad(ward).find((one) => one.step === step);
      const answer = await take(ward, id, onDay(taken as never, '2021-06-20'));
      expect([step, answer.status]).toEqual([step, 200]);
    }
    expect(await person(who.id)).toMatchObject({ status: 'probationary', admitted_on: '2021-06-20' });
  });

  test('a probationer is removed by decision, after the vote of the cell (S0-28)', async () => {
    const id = await nominate(ward, 'Lục Văn Bền');
    const { person: who } = await walkTo(ward, id, 'ceremony');
    await take(ward, id, {
      by: 'secretary',
      step: 'removal_cell_vote',
      on: '2022-02-20',
      inputs: { ballot: ballot(6, 6) },
    });
    await take(ward, id, {
      by: 'officer',
      step: 'removal_base_vote',
      on: '2022-03-01',
      inputs: { ballot: ballot(15, 15) },
    });
    const removed = await take(ward, id, {
      by: 'board',
      step: 'remove_probationer',
      on: '2022-03-20',
      inputs: { decision: doc('80-QĐ/TU', '2022-03-20'), body: 'superior_standing' },
    });
    expect(removed.body).toMatchObject({ closedAs: 'remove_probationer' });
    expect(await person(who.id)).toMatchObject({ status: 'former', ended_as: 'removed' });
  });
});

describe('entered on behalf of the cell', () => {
  test('needs the minutes, says who decided and who typed, and can be contested by the cell', async () => {
    const id = await nominate(ward, 'Mùa A Páo');
    const list = {
      by: 'officer' as const,
      step: 'list',
      on: '2019-02-03',
      inputs: { resolution: doc('3', '2019-02-03') },
    };
    expect((await take(ward, id, list)).body.error.code).toBe('admission.needs_minutes');
    const answer = await take(ward, id, { ...list, onBehalf: { number: '02-BB/CB', on: '2019-02-03' } });
    const act = actIn(answer.body, 'list');
    expect(act).toMatchObject({
      onBehalf: { number: '02-BB/CB', on: '2019-02-03' },
      decidedBy: 'Chi bộ khu phố 1',
    });
    expect(act.office).toBe('Cán bộ phụ trách công tác đảng viên của đảng ủy');
    const seen = actIn((await ward.secretary.get(`/api/dossiers/${id}`)).body, 'list');
    expect(seen.can).toContain('contest');
    const contested = await ward.secretary.post(`/api/dossiers/${id}/acts/${act.entry}/contest`, {
      clientId: newId(),
      reason: 'Chi bộ chưa họp ngày ấy.',
    });
    expect(actIn(contested.body, 'list').contested).toMatchObject({
      reason: 'Chi bộ chưa họp ngày ấy.',
      by: 'Nguyễn Văn An',
    });
    const own = actIn(contested.body, 'nominate');
    const wrong = await ward.secretary.post(`/api/dossiers/${id}/acts/${own.entry}/contest`, {
      clientId: newId(),
      reason: 'Không đúng.',
    });
    expect(wrong.body.error.code).toBe('admission.not_on_behalf');
  });
});
