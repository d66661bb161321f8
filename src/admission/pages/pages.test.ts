// The pure parts of one person's road: due days in words, which clock a step waits on, which form stands open, how a
// judgement and an act read.
import { describe, expect, it } from 'vitest';
import { say } from '../../platform/messages.ts';
import { load } from '../../rules/index.ts';
import { readRegulationFiles } from '../../rules/files.store.ts';
import type { Reason, Verdict } from '../../rules/verdict.ts';
import type { ActView, ClockView, DossierView, NextView } from '../../road/view.ts';
import { bookOf } from '../../road/pages/book.ts';
import { dueWordsBy, longDay } from '../../wording/due.ts';
import { isBehalf, nomination } from './nominate.ts';
import { actLines } from './road/act-lines.ts';
import { bySentence, lawOfAct } from './road/act-words.ts';
import { ownClock, roadClock, termNote } from './road/clock.ts';
import { findOpened } from './road/opening.ts';
import { stateOf } from './road/phase.ts';
import { beforeLine, lawLines } from './sheet.ts';
import {
  articlesOf,
  factLines,
  isAgreed,
  ruleName,
  type Speech,
  thresholdOf,
  titleOf,
  unknownFacts,
  wayOf,
} from '../../road/pages/verdict/read.ts';

const regulations = load(readRegulationFiles('regulations'));
const book = bookOf(regulations);
const { calendar } = regulations;
const vi: Speech = { book, language: 'vi', tell: (message, params) => say(message, params, 'vi') };

describe('a due day', () => {
  const left = (dueOn: string, today: string) => {
    const { late, message, params } = dueWordsBy({ dueOn, duty: true }, today, calendar);
    return `${late ? 'trễ: ' : ''}${say(message, params)}`;
  };
  it.each([
    ['2026-11-27', '2026-11-27', 'hết hạn hôm nay'],
    // 23/11 Monday; 24/11 may be a day off in the calendar, so a week without it is counted: 16/11 → 20/11.
    ['2026-11-20', '2026-11-16', 'còn 4 ngày làm việc'],
    ['2026-11-16', '2026-11-20', 'trễ: quá hạn 4 ngày làm việc'],
    // Saturday due, Sunday today: late, though no working day has gone.
    ['2026-11-14', '2026-11-15', 'trễ: đã qua hạn'],
    // 100 days ahead and 40 months ahead.
    ['2026-06-28', '2026-03-20', 'còn 100 ngày'],
    ['2029-07-20', '2026-03-20', 'còn 40 tháng'],
  ])('%s seen on %s reads “%s”', (dueOn, today, words) => {
    expect(left(dueOn, today)).toBe(words);
  });
  it('of a term is over, and nobody is late', () => {
    const { late, message } = dueWordsBy({ dueOn: '2026-11-16', duty: false }, '2026-11-20', calendar);
    expect([late, message.vi]).toEqual([false, 'đã hết']);
  });
  it('names its weekday', () => {
    expect(longDay('2026-11-27')).toEqual({ vi: 'thứ Sáu, 27/11/2026', en: 'Friday, 27/11/2026' });
  });
});

const clock = (id: string, dueOn: string | null, endedOn: string | null = null): ClockView =>
  ({
    id,
    dueOn,
    endedOn,
    startsOn: '2026-01-01',
    duty: id.startsWith('decide'),
    label: { vi: id, en: id },
  }) as ClockView;

describe('the clock of what is next', () => {
  const clocks = [
    clock('certificate_valid', '2030-01-01'),
    clock('dossier_fresh', '2026-09-10'),
    clock('decide', '2026-03-09'),
  ];
  it('is the one that the step stops, the nearest first', () => {
    expect(ownClock({ clocks }, book, 'cell_vote')?.id).toBe('dossier_fresh');
    expect(ownClock({ clocks }, book, 'decide')?.id).toBe('decide');
    expect(ownClock({ clocks }, book, 'base_vote')).toBeNull();
  });
  it('of the whole road is the first duty, else the first term – the day that the list shows', () => {
    expect(roadClock({ clocks: [clock('dossier_fresh', '2026-01-10'), ...clocks] }, book)?.id).toBe('decide');
    expect(roadClock({ clocks: clocks.slice(0, 2) }, book)?.id).toBe('dossier_fresh');
    expect(roadClock({ clocks: [clock('of_no_step', '2026-01-10')] }, book)).toBeNull();
  });
  it('is not one that has ended or has no day', () => {
    const over = [clock('decide', '2026-03-09', '2026-02-02'), clock('decide', null)];
    expect(ownClock({ clocks: over }, book, 'decide')).toBeNull();
    expect(roadClock({ clocks: over }, book)).toBeNull();
  });
  it('says why a term that is over holds nothing back', () => {
    const note = (facts: object) => {
      const held = { 'dossier.stage': 'verified', 'dossier.openedOn': '2024-09-10', ...facts };
      const verdict = regulations.inForce('2026-03-20').judge('admission', 'cell_vote', held);
      const said = termNote(clock('dossier_fresh', '2025-09-10'), verdict, vi);
      return said && say(said.message, said.params);
    };
    expect(note({ 'dossier.takenOverStage': 'verified' })).toBe(
      'Chưa xét được: chưa có ngày của Giấy giới thiệu người vào Đảng, Nghị quyết giới thiệu của Đoàn thanh niên hoặc công đoàn, Tổng hợp ý kiến nhận xét của đoàn thể và chi ủy nơi cư trú',
    );
    expect(note({ 'papers.introduction.on': '2026-01-05' })).toContain('vẫn làm được');
    // The dossier is refused: the reason itself stands on the page.
    expect(note({})).toBeNull();
  });
});

const next = (step: string, ways: Partial<NextView>): NextView =>
  ({ step, mine: false, onBehalf: false, actor: ['cell_secretary'], ...ways }) as NextView;
const act = (more: Partial<ActView>): ActView =>
  ({ entry: 'e1', step: 'list', inputs: {}, can: [], takenOver: false, onBehalf: null, ...more }) as ActView;

describe('the form that stands open', () => {
  const dossier = {
    acts: [act({ entry: 'e1', can: ['correct'] }), act({ entry: 'e2' })],
    next: [next('cell_vote', { mine: true }), next('papers', { onBehalf: true }), next('decide', {})],
    asides: [next('strike', { mine: true })],
  } as unknown as DossierView;
  const opened = (words: Record<string, string>) => findOpened(dossier, book, words);
  it('is named by the address', () => {
    expect(opened({})).toBeNull();
    expect(opened({ step: 'no_such_step' })).toBeNull();
    expect(opened({ step: 'cell_vote' })).toMatchObject({
      step: { id: 'cell_vote' },
      mine: { onBehalf: false },
    });
    expect(opened({ step: 'strike' })?.mine).toEqual({ onBehalf: false });
    expect(opened({ step: 'papers' })?.mine).toEqual({ onBehalf: true });
  });
  it('of another office says whom it waits for', () => {
    expect(opened({ step: 'decide' })).toMatchObject({ mine: null, actor: ['cell_secretary'] });
    expect(opened({ step: 'ceremony' })?.mine).toBeNull();
  });
  it('corrects an act only where the reader may', () => {
    expect(opened({ correct: 'e1' })?.correcting?.entry).toBe('e1');
    expect(opened({ correct: 'e2' })).toBeNull();
  });
  it('carries the place that came with the link', () => {
    expect(opened({ step: 'cell_vote', place: 'xã A' })?.given).toEqual({ place: 'xã A' });
  });
});

describe('the phases', () => {
  const at = (phase: DossierView['phase'], closedAs: string | null) =>
    (['source', 'dossier', 'approval', 'probation', 'done'] as const).map((one) =>
      stateOf(one, { phase, closedAs }),
    );
  it('go from done to next', () => {
    expect(at('approval', null)).toEqual(['done', 'done', 'now', 'next', 'next']);
  });
  it('are all done at the card, and stopped where the road was left', () => {
    expect(at('done', 'recognised')).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(at('done', 'withdraw')).toEqual(['skipped', 'skipped', 'skipped', 'skipped', 'stopped']);
  });
});

describe('nominating', () => {
  const values = {
    fullName: ' Nguyễn Thị An ',
    bornOn: '1999-05',
    sex: 'F',
    unitId: '3',
    happenedOn: '2026-03-02',
  };
  it('sends no more than the name until the person agreed', () => {
    expect(nomination(values, { agreed: false }, '').person).toEqual({ fullName: 'Nguyễn Thị An' });
    expect(nomination(values, { agreed: true }, '').person).toEqual({
      fullName: 'Nguyễn Thị An',
      bornOn: '1999-05',
      sex: 'F',
    });
  });
  it('goes to the one cell of the office, else to the chosen one', () => {
    expect(nomination(values, {}, '12').unitId).toBe(12);
    expect(nomination(values, {}, '').unitId).toBe(3);
  });
  it('is on behalf where another office takes the step', () => {
    const step = { actor: ['cell_secretary', 'mass_officer'], on_behalf: ['base_officer'] };
    expect(
      ['cell_secretary', 'base_officer', 'inspection', undefined].map((office) => isBehalf(step, office)),
    ).toEqual([false, true, false, false]);
  });
});

describe('a judgement in words', () => {
  /** The same rules as the pages use, on a dossier without a certificate. */
  const judged = (on: string, facts: object): Verdict =>
    regulations.inForce(on).judge('admission', 'permit', { 'dossier.stage': 'class_certified', ...facts });
  const held = {
    'consent.informedOn': '2025-01-01',
    'consent.agreed': true,
    'certificate.on': '2025-08-01',
    helper: 'p1',
  };
  const reasonOf = (verdict: Verdict, guard: string): Reason => {
    const found = verdict.reasons.find((one) => one.guard === guard && one.outcome !== 'allowed');
    if (!found) throw new Error(`no breach of ${guard}`);
    return found;
  };
  it('says what is missing, the article and the step that mends it', () => {
    const reason = reasonOf(judged('2026-03-20', { ...held, helper: undefined }), 'done');
    expect(titleOf(reason, vi)).toBe('Chi bộ chưa phân công đảng viên chính thức giúp đỡ.');
    const way = wayOf(reason, 'permit', vi);
    expect(way).toMatchObject({ step: 'assign_helper', label: 'Mở: Phân công đảng viên giúp đỡ' });
    expect(way?.text).toContain('Do bí thư chi bộ thực hiện.');
    expect(articlesOf(reason.citations)[0]).toEqual({
      label: '38-HD/BTCTW, I.1.1d, I.1.3',
      href: '/regulations/38-HD%2FBTCTW',
      unsure: false,
    });
  });
  it('gives threshold, facts and the earliest day of a time that is too short', () => {
    const facts = { ...held, 'introduction.togetherSince': '2025-10-01' };
    const reason = reasonOf(judged('2026-03-20', facts), 'months_at_least');
    expect(thresholdOf(reason, reason.threshold, vi)).toBe('12 tháng, đủ từ ngày 01/10/2026');
    expect(factLines(reason, vi)).toContainEqual({ label: 'Ngày diễn ra', value: '20/03/2026' });
    const way = wayOf(reason, 'permit', vi);
    expect(way?.text).toContain('thứ Năm, 01/10/2026');
    expect(way?.step).toBeNull();
  });
  it('says a count in the words of its limit', () => {
    const facts = { ...held, 'introduction.by': 'two_members', 'introduction.count': 1 };
    const reason = reasonOf(judged('2026-03-20', facts), 'number_by');
    expect(thresholdOf(reason, reason.threshold, vi)).toBe('ít nhất 2');
  });
  it('names an age after the bound it speaks of, under every reading', () => {
    const read = (bornOn: string, step = 'cell_vote', on = '2026-05-20') => {
      const facts = { 'person.bornOn': bornOn, 'cell_vote.on': on, 'decide.result': 'yes' };
      const { reasons } = regulations.inForce(on).judge('admission', step, facts);
      const reason = reasons.find(({ guard }) => guard === 'age_by_month') as Reason;
      const [first] = reason.readings;
      return [ruleName(reason, vi), thresholdOf(reason, first ? first.threshold : reason.threshold, vi)];
    };
    const [least, most] = ['Tuổi tối thiểu khi chi bộ xét', 'uổi tối đa khi chi bộ xét'];
    // 20-QĐ/TW is unread: its neighbours are asked.
    expect(read('2010-01-05')).toEqual([least, 'đủ 18 tuổi, tính theo tháng']);
    expect(read('1960-01-05', 'decide')).toEqual([
      `T${most} (trên tuổi này cần văn bản đồng ý)`,
      'không quá 60 tuổi, tính theo tháng',
    ]);
    expect(read('1990-01-05', 'cell_vote', '2026-03-20')).toEqual([least, 'đủ 18 tuổi, tính theo tháng']);
  });
  it('names what is not known without refusing for it', () => {
    const verdict = judged('2026-03-20', held);
    expect(verdict.outcome).toBe('allowed');
    expect(unknownFacts(verdict, vi)).toContain('Số đảng viên giới thiệu');
  });
  it('tells agreeing readings of an unread text from those that differ', () => {
    const readings = (...outcomes: ('allowed' | 'refused')[]) =>
      ({
        outcome: 'undetermined',
        readings: outcomes.map((outcome) => ({ label: '294', threshold: 1, outcome })),
      }) as Reason;
    expect(
      [readings('allowed', 'allowed'), readings('allowed', 'refused'), readings()].map(isAgreed),
    ).toEqual([true, false, false]);
  });
});

describe('the law on a sheet', () => {
  it('names each document once, with its clauses', () => {
    const cited = (document: string, clause: string, confidence: 'S' | '?' = 'S') => ({
      document,
      clause,
      confidence,
      title: { vi: `Tên ${document}`, en: '' },
    });
    expect(
      lawLines([cited('294', '9.3.2'), cited('06', '3.4'), cited('294', '4.3', '?'), cited('294', '9.3.2')]),
    ).toEqual([
      { document: '294', title: 'Tên 294', clauses: ['9.3.2', '4.3'], unsure: true },
      { document: '06', title: 'Tên 06', clauses: ['3.4'], unsure: false },
    ]);
  });
});

describe('what was done before, on a sheet', () => {
  it('tells a vote that did not carry', () => {
    const vote = { label: { vi: 'Chi bộ biểu quyết', en: '' }, on: '2026-01-05', document: 'số 3' };
    expect([true, null, false].map((passed) => beforeLine({ ...vote, passed }))).toEqual([
      '05/01/2026 – Chi bộ biểu quyết – số 3',
      '05/01/2026 – Chi bộ biểu quyết – số 3',
      '05/01/2026 – Chi bộ biểu quyết – số 3 – chưa tán thành',
    ]);
  });
});

describe('an act in the log', () => {
  it('keeps who decided, who typed and the minutes apart', () => {
    const typed = act({
      decidedBy: 'Chi bộ khu phố 3',
      recordedBy: 'Phạm Thị Mai',
      recordedAt: '2026-03-05T02:12:00Z',
    });
    expect(bySentence(typed, vi)).toBe('Chi bộ khu phố 3 · Phạm Thị Mai ghi 05/03/2026 09:12');
    const onBehalf = { ...typed, onBehalf: { number: '03-BB/CB', on: '2026-03-02' } };
    expect(bySentence(onBehalf, vi)).toBe(
      'Chi bộ khu phố 3 quyết định · Phạm Thị Mai nhập thay theo biên bản số 03-BB/CB ngày 02/03/2026 · ghi 05/03/2026 09:12',
    );
  });
  it('stands under the rule set of its day', () => {
    const law = lawOfAct(act({ ruleSet: '294', guidance: ['06-HD/TW 2025'], outcome: 'allowed' }), vi);
    expect(law).toEqual({
      label: '294-QĐ/TW; 06-HD/TW 2025',
      href: '/regulations/294-Q%C4%90%2FTW',
      unsure: false,
    });
    expect(lawOfAct(act({ takenOver: true, ruleSet: '294' }), vi)).toBeNull();
  });
  it('tells its answers in the words of the step, and that a sealed one was recorded', () => {
    const vote = act({
      step: 'cell_vote',
      inputs: {
        ballot: { total: 25, base: 24, present: 22, yes: 20, no: 2, blank: 0 },
        resolution: { number: '31-NQ/CB', on: '2025-12-05', by: null },
        mode: 'secret',
      },
    });
    expect(actLines(vote, vi)).toEqual([
      { label: 'Kết quả biểu quyết', value: 'tán thành 20/24, không tán thành 2' },
      { label: 'Nghị quyết chi bộ', value: 'số 31-NQ/CB ngày 05/12/2025' },
      { label: 'Hình thức', value: 'Bỏ phiếu kín' },
    ]);
    const sealed = act({ step: 'verify_conclude', inputs: { result: 'exempt', exemptGround: null } });
    expect(actLines(sealed, vi)).toContainEqual({
      label: 'Căn cứ không phải thẩm tra',
      value: 'đã ghi, không hiển thị với chức trách này',
    });
  });
});
