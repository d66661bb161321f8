// The road over the API: from a nominee to an official member, as three offices and under two rule sets; what is
// refused and how to go on; what is unverified or unknown; votes that fall short.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ballot,
  doc,
  nominate,
  onDay,
  papersHeld,
  recentDays,
  startWard,
  take,
  type Taken,
  viewOf,
  type Ward,
  walkRecent,
  walkTo,
  wholeRoad,
} from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import type { Reason } from '../rules/verdict.ts';
import type { DossierView } from '../road/view.ts';

const ward: Ward = await startWard();
const stepOf = (name: string): Taken => {
  const found = wholeRoad(ward).find(({ step }) => step === name);
  if (!found) throw new Error(name);
  return found;
};
const refusal = (details: { reasons: Reason[] }): Reason | undefined =>
  details.reasons.find((reason) => reason.outcome === 'refused');

describe('from nominee to official member', () => {
  let view: DossierView;
  beforeAll(async () => {
    const id = await nominate(ward, 'Đỗ Thị Mai');
    view = await walkTo(ward, id, 'issue_card');
  });

  test('each step is judged by the law of its own day (S2-35)', () => {
    const sets = Object.fromEntries(view.acts.map((act) => [act.step, act.ruleSet]));
    expect([sets.nominate, sets.decide, sets.ceremony, sets.helper_note, sets.recognise]).toEqual([
      '29',
      '29',
      '29',
      '24',
      '24',
    ]);
  });

  test('ceremony starts the twelve months, decision starts seniority, recognition falls on the anniversary (S0-29, S2-28)', async () => {
    expect(view.facts).toMatchObject({
      ceremonyOn: '2021-02-03',
      decidedOn: '2021-01-15',
      probationEndsOn: '2022-02-03',
      recognisedOn: '2022-02-03',
    });
    const row = await ward.world.db
      .selectFrom('person')
      .selectAll()
      .where('id', '=', view.person.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      status: 'official',
      admitted_on: '2021-02-03',
      decided_on: '2021-01-15',
      official_on: '2022-02-03',
      card_number: '02401234',
    });
    const rows = await ward.world.db
      .selectFrom('membership')
      .select(['kind', 'from_on', 'to_on'])
      .where('person_id', '=', view.person.id)
      .orderBy('from_on')
      .execute();
    expect(rows).toEqual([
      { kind: 'probationary', from_on: '2021-02-03', to_on: '2022-02-03' },
      { kind: 'official', from_on: '2022-02-03', to_on: null },
    ]);
  });

  test('the dossier is closed as recognised, with nothing left running', () => {
    expect(view).toMatchObject({ stage: 'closed', closedAs: 'recognised', phase: 'done' });
    expect(view.clocks.filter((clock) => clock.lateDays !== null)).toEqual([]);
  });

  test('three offices decided, each under its own name (S0-12, S3-13, S3-24)', () => {
    const by = Object.fromEntries(view.acts.map((act) => [act.step, act.decidedBy]));
    expect([by.cell_vote, by.base_vote, by.decide]).toEqual([
      'Chi bộ khu phố 1',
      'Đảng bộ phường Kinh Bắc',
      'Thành ủy Bắc Ninh',
    ]);
  });

  test('the ballot names one meeting of the cell on that day (S1-42)', async () => {
    const vote = view.acts.find((act) => act.step === 'cell_vote')?.inputs.ballot as { meetingId: string };
    const meeting = await ward.world.db
      .selectFrom('meeting')
      .selectAll()
      .where('id', '=', vote.meetingId)
      .executeTakeFirstOrThrow();
    expect(meeting).toMatchObject({
      unit_id: ward.cell,
      held_on: '2020-12-03',
      body: 'cell',
      number: '12-NQ/CB',
      base: 6,
      present: 6,
    });
  });

  test('every act that has a sheet prints its facts, its vote and its law (S2-21)', async () => {
    for (const act of view.acts)
      for (const sheet of act.sheets) {
        const answer = await ward.officer.get(
          `/api/dossiers/${view.id}/sheets/${sheet.id}?entry=${act.entry}`,
        );
        expect([sheet.id, answer.status]).toEqual([sheet.id, 200]);
        expect(answer.body.law.length).toBeGreaterThan(0);
        expect(answer.body.vote === null).toBe(act.inputs.ballot === undefined);
      }
    const resolution = await ward.officer.get(`/api/dossiers/${view.id}/sheets/cell_resolution`);
    expect(resolution.body).toMatchObject({
      form: '6-KNĐ',
      superior: 'Đảng bộ phường Kinh Bắc',
      number: '12-NQ/CB',
      vote: { yes: 5, base: 6, passed: true },
    });
    expect(resolution.body.acts.length).toBe(9);
  });

  test('rebuilding the rows from the ledger gives identical rows', async () => {
    const read = () =>
      Promise.all([
        ward.world.db.selectFrom('dossier').selectAll().orderBy('id').execute(),
        ward.world.db.selectFrom('meeting').selectAll().orderBy('id').execute(),
        ward.world.db.selectFrom('membership').selectAll().orderBy('person_id').orderBy('from_on').execute(),
      ]);
    const before = await read();
    const { rebuild } = await import('../platform/ledger.ts');
    await rebuild(ward.world.db);
    expect(await read()).toEqual(before);
  });
});

describe('refused under a rule that is sure on its day, with the way out (S0-23, S2-21, S3-41)', () => {
  const until = async (name: string, last: string) => {
    const id = await nominate(ward, name);
    await walkTo(ward, id, last);
    return id;
  };
  const expectRefused = async (
    id: string,
    taken: Taken,
    wanted: { guard: string; code: string; step: string | null; earliestOn?: string },
  ) => {
    const before = await viewOf(ward, id);
    const answer = await take(ward, id, taken);
    expect([taken.step, answer.status, answer.body.error?.code]).toEqual([
      taken.step,
      409,
      'admission.refused',
    ]);
    const reason = refusal(answer.body.error.details);
    expect(reason).toMatchObject({ guard: wanted.guard, wayOut: { code: wanted.code, step: wanted.step } });
    if (wanted.earliestOn) expect(reason?.wayOut?.earliestOn).toBe(wanted.earliestOn);
    expect(reason?.citations.length).toBeGreaterThan(0);
    expect(await viewOf(ward, id)).toEqual(before);
  };

  test('listed without having been told', async () => {
    const answer = await ward.secretary.post('/api/dossiers', {
      clientId: newId(),
      unitId: ward.cell,
      happenedOn: '2019-01-10',
      inputs: { proposerKind: 'member' },
      person: { fullName: 'Bùi Văn Khải', bornOn: '1994' },
    });
    expect(answer.status).toBe(200);
    await expectRefused(answer.body.id, stepOf('list'), {
      guard: 'done',
      code: 'record_consent',
      step: 'inform',
    });
    const told = {
      by: 'secretary' as const,
      step: 'inform',
      on: '2019-01-20',
      inputs: { informedOn: '2019-01-19', informedBy: ward.members[0], agreed: true },
    };
    expect((await take(ward, answer.body.id, told)).body.informed).toMatchObject({
      on: '2019-01-19',
      agreed: true,
      by: 'Nguyễn Văn An',
    });
    expect((await take(ward, answer.body.id, stepOf('list'))).body.stage).toBe('listed');
  });

  test('a dossier permitted without a certificate', async () => {
    const { class_certificate: _, permit = '', ...days } = recentDays;
    const id = await walkRecent(ward, 'Đặng Thị Lan', 'assign_helper', days);
    await expectRefused(id, onDay(stepOf('permit'), permit), {
      guard: 'done',
      code: 'attend_class',
      step: 'class_certificate',
    });
  });

  test('an introducer who has not been together twelve months', async () => {
    const id = await until('Phan Văn Minh', 'assign_helper');
    const taken = stepOf('permit');
    const late = { ...taken, inputs: { ...taken.inputs, togetherSince: '2020-03-01' } };
    await expectRefused(id, late, {
      guard: 'months_at_least',
      code: 'wait_or_choose_another',
      step: 'permit',
      earliestOn: '2021-03-01',
    });
    expect((await take(ward, id, taken)).body.stage).toBe('permitted');
  });

  test('voted on with a certificate older than sixty months', async () => {
    const certified = { ...recentDays, class_certificate: '2024-06-20' };
    const id = await walkRecent(ward, 'Ngô Thị Nga', 'verify_conclude', certified);
    const { acts } = await viewOf(ward, id);
    const old = {
      clientId: newId(),
      happenedOn: '2024-06-20',
      inputs: { certificate: doc('1/GCN', '2020-12-20') },
    };
    const certificate = acts.find((act) => act.step === 'class_certificate');
    const { version } = await viewOf(ward, id);
    const corrected = await ward.officer.post(`/api/dossiers/${id}/acts/${certificate?.entry}/correct`, {
      ...old,
      version,
      reason: 'Ghi nhầm năm cấp.',
    });
    expect(corrected.status).toBe(200);
    const vote = onDay(stepOf('cell_vote'), '2026-01-10');
    await expectRefused(id, vote, {
      guard: 'valid_for',
      code: 'renew_certificate',
      step: 'class_certificate',
    });
    const renewed = {
      ...stepOf('class_certificate'),
      on: '2026-01-05',
      inputs: { certificate: doc('9/GCN', '2026-01-05') },
    };
    expect((await take(ward, id, renewed)).body.stage).toBe('verified');
    expect((await take(ward, id, vote)).body.stage).toBe('cell_voted');
  });

  test('the vote of the cell while a paper is missing (S0-24, S3-28)', async () => {
    const id = await walkRecent(ward, 'Dương Văn Phúc', 'permit');
    const papers = papersHeld('2025-11-15').filter((paper) => paper.id !== 'opinions');
    expect(
      (await take(ward, id, { by: 'secretary', step: 'papers', on: '2025-11-15', inputs: { papers } })).body
        .stage,
    ).toBe('permitted');
    await take(ward, id, onDay(stepOf('verify_conclude'), '2025-12-20'));
    await expectRefused(id, onDay(stepOf('cell_vote'), '2026-01-10'), {
      guard: 'at_most',
      code: 'complete_papers',
      step: 'papers',
    });
  });

  test('decided by a body that is not competent on that day', async () => {
    const id = await until('Lý Thị Quỳnh', 'base_vote');
    const taken = stepOf('decide');
    const wrong = { ...taken, inputs: { ...taken.inputs, body: 'base_standing' } };
    await expectRefused(id, wrong, { guard: 'competent', code: 'send_to_competent', step: 'decide' });
  });

  test('considered for recognition before the twelve months are over (S2-28)', async () => {
    const id = await until('Mạc Văn Sơn', 'helper_note');
    const early = { ...stepOf('recognition_cell_vote'), on: '2022-02-05' };
    expect((await viewOf(ward, id)).stage).toBe('probation_reviewed');
    expect((await take(ward, id, early)).status).toBe(200);
    const other = await until('Tạ Thị Thu', 'new_member_class');
    await expectRefused(
      other,
      { ...early, on: '2022-02-01' },
      { guard: 'not_before', code: 'wait', step: 'recognition_cell_vote', earliestOn: '2022-02-04' },
    );
  });

  test('a ceremony too late needs the consent of the level above', async () => {
    const id = await until('Trịnh Văn Tùng', 'decide');
    const late = { ...stepOf('ceremony'), on: '2021-04-15' };
    const answer = await take(ward, id, late);
    expect([answer.status, answer.body.error.code]).toEqual([409, 'admission.needs_consent']);
    const lateConsent = doc('77-CV/TU', '2021-04-10');
    expect((await take(ward, id, { ...late, inputs: { ...late.inputs, lateConsent } })).body.stage).toBe(
      'admitted',
    );
  });
});

describe('a vote of less than two thirds', () => {
  test('is kept and reported, and the case stays where it was (S3-41)', async () => {
    const id = await nominate(ward, 'Cao Văn Thịnh');
    await walkTo(ward, id, 'verify_conclude');
    const answer = await take(ward, id, {
      ...stepOf('cell_vote'),
      inputs: { ballot: ballot(6, 3), resolution: doc('12-NQ/CB', '2020-12-03') },
    });
    expect(answer.body.stage).toBe('verified');
    const vote = answer.body.acts.at(-1);
    expect(vote).toMatchObject({ step: 'cell_vote', shortfall: true, passed: false, state: 'standing' });
    expect(answer.body.next.some((next: { step: string }) => next.step === 'cell_vote')).toBe(true);
    expect((await take(ward, id, stepOf('base_vote'))).body.error.code).toBe('admission.refused');
  });

  test('exactly two thirds carries, whatever the rounding (S4-01)', async () => {
    const id = await nominate(ward, 'Đinh Thị Uyên');
    await walkTo(ward, id, 'verify_conclude');
    const answer = await take(ward, id, { ...stepOf('cell_vote'), inputs: { ballot: ballot(6, 4) } });
    expect(answer.body.stage).toBe('cell_voted');
  });

  test('after three of them a report is due, and nothing else', async () => {
    const id = await nominate(ward, 'Hà Văn Vinh');
    await walkTo(ward, id, 'helper_note');
    for (const on of ['2022-02-10', '2022-02-20', '2022-03-01'])
      expect(
        (await take(ward, id, { ...stepOf('recognition_cell_vote'), on, inputs: { ballot: ballot(6, 2) } }))
          .body.stage,
      ).toBe('probation_reviewed');
    const fourth = await take(ward, id, { ...stepOf('recognition_cell_vote'), on: '2022-03-08' });
    expect(refusal(fourth.body.error.details)?.wayOut?.code).toBe('report_failed_votes');
    const report = await take(ward, id, {
      by: 'secretary',
      step: 'report_failed_votes',
      on: '2022-03-09',
      inputs: { report: doc('5-BC/CB', '2022-03-09') },
    });
    expect(report.status).toBe(200);
  });
});

describe('after 7 April 2026 rules are less sure', () => {
  test('under 20-QĐ/TW, not read by anybody, both neighbours are shown and nothing is blocked', async () => {
    const id = await walkRecent(ward, 'Lương Thị Xuân', 'verify_conclude');
    const vote = await take(ward, id, {
      ...stepOf('cell_vote'),
      on: '2026-05-03',
      inputs: { ballot: ballot(6, 4), resolution: doc('5-NQ/CB', '2026-05-03') },
    });
    expect(vote.status).toBe(200);
    const act = (vote.body as DossierView).acts.at(-1);
    expect(act?.ruleSet).toBe('20');
    const decided = await take(ward, id, {
      ...stepOf('decide'),
      on: '2026-06-10',
      inputs: { result: 'yes', body: 'base_standing', decision: doc('9-QĐ/ĐU', '2026-06-10') },
    });
    expect([decided.status, decided.body.stage]).toEqual([200, 'decided']);
    const decide = (decided.body as DossierView).acts.at(-1);
    expect(decide?.outcome).toBe('undetermined');
    expect(decide?.verdict?.reasons.some((reason) => reason.readings.length > 1)).toBe(true);
  });

  test('what is unverified goes on with a written reason, which is kept (S0-23, S3-41)', async () => {
    const id = await walkRecent(ward, 'Quách Văn Yên', 'verify_conclude');
    const late = {
      ...stepOf('cell_vote'),
      on: '2026-08-20',
      inputs: { ballot: ballot(6, 5), resolution: doc('8-NQ/CB', '2026-08-20') },
    };
    const first = await take(ward, id, { ...late, on: '2026-08-20' });
    expect(first.status).toBe(200);
    const wrong = {
      ...stepOf('decide'),
      on: '2026-09-10',
      inputs: { result: 'yes', body: 'superior_standing', decision: doc('19-QĐ/TU', '2026-09-10') },
    };
    const answer = await take(ward, id, wrong);
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'admission.needs_reason']);
    const passed = await take(ward, id, {
      ...wrong,
      consent: { reason: 'Ban Thường vụ Thành ủy vẫn quyết định theo thông báo phân cấp.' },
    });
    expect(passed.status).toBe(200);
    expect(passed.body.acts.at(-1)).toMatchObject({
      outcome: 'unverified',
      consentReason: 'Ban Thường vụ Thành ủy vẫn quyết định theo thông báo phân cấp.',
    });
  });
});
