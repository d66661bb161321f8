// The pure parts of the step forms, held against the procedure files themselves: what is typed, sent, read back.
import { describe, expect, it } from 'vitest';
import { load, type Step } from '../../../rules/index.ts';
import { readRegulationFiles } from '../../../rules/files.store.ts';
import type { Verdict } from '../../../rules/verdict.ts';
import type { ActView, DossierView, PaperView } from '../../view.ts';
import { bookOf } from '../book.ts';
import { type BallotTyped, ballotFault, baseOf, emptyBallot, sendBallot, tallyOf } from './ballot.ts';
import { withoutBallots } from './judged.ts';
import { answersOf, knownAnswers } from './known.ts';
import { isUseful } from './mending.ts';
import { isReason } from './problems.ts';
import { bodyOf, shareFrom } from './step-form.ts';
import { isAnswered, isShown, nameOf, sendInputs, startValues, type Typed, type Values } from './values.ts';

const regulations = load(readRegulationFiles('regulations'));
const book = bookOf(regulations);
const steps = regulations.procedures.flatMap(({ versions }) => versions.flatMap((version) => version.steps));
const stepOf = (id: string): Step => {
  const step = book.stepOf(id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
};
const inputOf = (step: string, id: string) => {
  const input = stepOf(step).inputs.find((one) => one.id === id);
  if (!input) throw new Error(`no input ${step}.${id}`);
  return input;
};
const ballot = (counts: Partial<BallotTyped>): BallotTyped => ({ ...emptyBallot(), ...counts });

const paper = (id: string, state: PaperView['state'], needed: PaperView['needed'] = 'always'): PaperView => ({
  id,
  form: null,
  label: { vi: id, en: id },
  needed,
  state,
  on: state === 'have' ? '2026-01-02' : null,
  keptAt: state === 'have' ? 'Tủ 1' : null,
});
const act = (step: string, inputs: ActView['inputs'], more: Partial<ActView> = {}): ActView =>
  ({
    entry: `${step}-1`,
    step,
    inputs,
    state: 'standing',
    happenedOn: '2026-01-05',
    note: null,
    ...more,
  }) as ActView;
const dossier = (more: Partial<DossierView> = {}): DossierView =>
  ({
    id: 'd',
    version: 7,
    today: '2026-03-20',
    profile: 'A',
    acts: [],
    papers: [],
    verifications: [],
    helper: null,
    introducers: [],
    takenOver: null,
    ...more,
  }) as unknown as DossierView;

/** One answer of each kind, as a person would type it. */
const typedByKind: Record<Step['inputs'][number]['kind'], Typed> = {
  day: '2026-03-01',
  month_day: '2025-09',
  number: 4,
  choice: 'x',
  flag: false,
  text: ' Đảng ủy phường ',
  note: 'Đã trao đổi',
  places: 'xã Phật Tích',
  document: { number: '12-NQ/CB', on: '2026-03-01', by: 'Chi bộ' },
  person: { value: 'p1', label: 'Nguyễn Văn Khải' },
  people: [
    { value: 'p1', label: 'Nguyễn Văn Khải' },
    { value: 'p2', label: 'Trần Thị Hằng' },
  ],
  ballot: ballot({ total: 25, present: 22, yes: 20, no: 2, blank: 0, excluded: { exempt_absent: 2 } }),
  papers: [{ id: 'opinions', state: 'have', on: '2026-02-01', keptAt: 'Tủ 2' }],
  earlier: '11111111-1111-7111-8111-111111111111',
  choices: ['x', 'y'],
};

describe('every step of the procedure files', () => {
  it.each(steps.map((step) => [step.id, step] as const))(
    '%s starts empty and sends nothing that was not answered',
    (_, step) => {
      const values = startValues(step.inputs, {});
      expect(sendInputs(step.inputs, values)).toEqual({});
      expect(step.inputs.some((input) => isAnswered(input, values[nameOf(input)] ?? null))).toBe(false);
    },
  );

  it.each(steps.map((step) => [step.id, step] as const))(
    '%s reads a sent answer back as it was typed',
    (_, step) => {
      const inputs = step.inputs.map((input) => ({ ...input, when: undefined }));
      const values: Values = Object.fromEntries(
        inputs.map((input) => [nameOf(input), typedByKind[input.kind]]),
      );
      const sent = sendInputs(inputs, values);
      expect(Object.keys(sent)).toEqual(inputs.map(({ id }) => id));
      // The server shows persons with their names beside the ids.
      const shown = Object.fromEntries(
        inputs.map((input) => {
          if (input.kind === 'person') return [input.id, { id: sent[input.id], name: 'Nguyễn Văn Khải' }];
          if (input.kind !== 'people') return [input.id, sent[input.id]];
          return [input.id, (sent[input.id] as string[]).map((id) => ({ id, name: id }))];
        }),
      );
      const again = answersOf(act(step.id, shown), inputs, [paper('opinions', 'unknown')]);
      expect(sendInputs(inputs, startValues(inputs, again))).toEqual(sent);
    },
  );
});

describe('what is sent', () => {
  const text = inputOf('move', 'to');
  it('trims text and leaves out what is blank', () => {
    expect(sendInputs([text], { to: '  Đảng ủy xã A ' })).toEqual({ to: 'Đảng ủy xã A' });
    expect(sendInputs([text], { to: '   ' })).toEqual({});
  });
  it('keeps a no as an answer', () => {
    expect(sendInputs([inputOf('inform', 'agreed')], { agreed: false })).toEqual({ agreed: false });
  });
  it('asks an input with a condition only while it holds, and sends it only then', () => {
    const { inputs } = stepOf('annul');
    const redo = inputOf('annul', 'redoFrom');
    const values = { ...startValues(inputs, {}), ground: 'procedure', redoFrom: 'verified' };
    expect(isShown(redo, inputs, values)).toBe(true);
    expect(sendInputs(inputs, values)).toMatchObject({ redoFrom: 'verified' });
    const other = { ...values, ground: 'criteria' };
    expect(isShown(redo, inputs, other)).toBe(false);
    expect(sendInputs(inputs, other)).not.toHaveProperty('redoFrom');
  });
  it('asks who consented once a consent is written, not before', () => {
    const { inputs } = stepOf('decide');
    const by = inputOf('decide', 'ageConsentBy');
    const values = startValues(inputs, {});
    expect(isShown(by, inputs, values)).toBe(false);
    const consent = { number: '12-CV/TU', on: '2026-03-02', by: '' };
    expect(isShown(by, inputs, { ...values, ageConsent: consent })).toBe(true);
  });
  it('leaves papers nobody spoke of to the server', () => {
    const rows: Typed = [
      { id: 'a', state: 'missing', on: '', keptAt: '' },
      { id: 'b', state: '', on: '', keptAt: '' },
    ];
    expect(sendInputs([inputOf('papers', 'papers')], { papers: rows })).toEqual({
      papers: [{ id: 'a', state: 'missing' }],
    });
  });
  it('carries version, minutes and reasons beside the inputs', () => {
    const step = stepOf('list');
    const values = {
      ...startValues(step.inputs, {}),
      happenedOn: '2026-03-18',
      'onBehalf.number': ' 03-BB/CB ',
      'onBehalf.on': '2026-03-17',
      'consent.reason': 'Đã xin ý kiến cấp trên',
      'correction.reason': 'Ghi nhầm ngày',
    };
    const base = { dossier: dossier(), step, onBehalf: false };
    expect(bodyOf(base, step.inputs, values)).toEqual({
      version: 7,
      step: 'list',
      happenedOn: '2026-03-18',
      inputs: {},
      consent: { reason: 'Đã xin ý kiến cấp trên' },
    });
    expect(bodyOf({ ...base, onBehalf: true }, step.inputs, values)).toMatchObject({
      onBehalf: { number: '03-BB/CB', on: '2026-03-17' },
    });
    const corrected = bodyOf({ ...base, correcting: act('list', {}) }, step.inputs, values);
    expect(corrected).toMatchObject({ reason: 'Ghi nhầm ngày' });
    expect(corrected).not.toHaveProperty('onBehalf');
  });
  it('takes a sentence for a reason, not a word', () => {
    expect([isReason('vì'), isReason('    '), isReason(undefined), isReason('Đã báo cáo')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('a ballot', () => {
  it('counts over all who may vote less those left out', () => {
    expect(baseOf(ballot({}))).toBeNull();
    expect(
      baseOf(ballot({ total: 25, excluded: { temporarily_away: 1, exempt_absent: 2, suspended: null } })),
    ).toBe(22);
  });
  it('is not judged before its total and its votes for are there', () => {
    expect(sendBallot(ballot({ total: 25 }))).toBeUndefined();
    expect(sendBallot(ballot({ yes: 20 }))).toBeUndefined();
    expect(sendBallot(ballot({ total: 25, yes: 20, excluded: { charged: 1, detained: 0 } }))).toEqual({
      total: 25,
      base: 24,
      present: 20,
      yes: 20,
      no: 0,
      blank: 0,
      excluded: { charged: 1 },
    });
  });
  it.each([
    ['more votes than people counted', { total: 10, yes: 11 }, 'ballot.votes_above_base'],
    ['more votes than people present', { total: 10, present: 5, yes: 6 }, 'ballot.votes_above_present'],
    [
      'more present than counted',
      { total: 10, present: 10, yes: 1, excluded: { suspended: 1 } },
      'ballot.present_above_base',
    ],
    [
      'everybody left out',
      { total: 3, yes: 0, excluded: { exempt_absent: 3 } },
      'ballot.excluded_above_total',
    ],
    ['absent and voting', { total: 10, present: 9, yes: 8, excused: 2 }, 'ballot.excused_voted'],
  ])('%s cannot be', (_, counts, code) => {
    expect(ballotFault(ballot(counts))?.code).toBe(code);
  });
  it('that adds up has no fault, and an unfinished one is not blamed', () => {
    expect(ballotFault(ballot({ total: 25, present: 22, yes: 20, no: 2, excused: 2 }))).toBeNull();
    expect(ballotFault(ballot({ total: 25, present: 99 }))).toBeNull();
  });
  it('is counted only while its numbers can be', () => {
    const share = { numerator: 2, denominator: 3, more_than: false };
    expect(tallyOf(ballot({ total: 71, yes: 48 }), share)).toEqual({ base: 71, needed: 48, yes: 48 });
    expect(tallyOf(ballot({ total: 71 }), null)).toEqual({ base: 71, needed: null, yes: null });
    expect(tallyOf(ballot({ total: 71, yes: 72 }), share)).toBeNull();
    expect(tallyOf(ballot({ total: null, yes: 72 }), share)).toBeNull();
  });
});

describe('what a form fills in', () => {
  it('takes an optional answer from the fact an earlier act gave, and asks a required one anew', () => {
    const decided = act('decide', { receivedOn: '2026-02-06' });
    const helper = { personId: 'p1', name: 'Nguyễn Văn Khải' };
    const known = dossier({ acts: [decided], helper });
    const ceremony = knownAnswers(known, stepOf('ceremony').inputs, book.stepOf);
    expect(ceremony.receivedOn).toBe('2026-02-06');
    expect(ceremony.helper).toEqual({ value: 'p1', label: 'Nguyễn Văn Khải' });
    expect(knownAnswers(known, stepOf('replace_helper').inputs, book.stepOf).helper).toBeUndefined();
  });
  it('forgets an act that was withdrawn', () => {
    const withdrawn = act('decide', { receivedOn: '2026-02-06' }, { state: 'withdrawn' });
    const known = knownAnswers(dossier({ acts: [withdrawn] }), stepOf('ceremony').inputs, book.stepOf);
    expect(known.receivedOn).toBeUndefined();
  });
  it('counts a needed paper nobody spoke of as missing, except in a case taken over', () => {
    const papers = [paper('a', 'have'), paper('b', 'unknown'), paper('c', 'unknown', 'if_any')];
    const rows = (more: Partial<DossierView>) => {
      const known = knownAnswers(dossier({ papers, ...more }), stepOf('papers').inputs, book.stepOf);
      return (known.papers as { state: string }[]).map(({ state }) => state);
    };
    expect(rows({})).toEqual(['have', 'missing', '']);
    expect(rows({ takenOver: { on: '2026-01-01', stage: 'permitted', voucher: 'x' } })).toEqual([
      'have',
      '',
      '',
    ]);
  });
});

describe('the verdict beside the form', () => {
  const reason = (more: object) => ({
    guard: 'share',
    outcome: 'allowed',
    threshold: null,
    readings: [],
    parameters: [],
    facts: {},
    missing: [],
    citations: [],
    wayOut: null,
    ...more,
  });
  const verdict = (...reasons: object[]) => ({ outcome: 'allowed', reasons }) as unknown as Verdict;
  const share = { numerator: 2, denominator: 3, more_than: false };

  it('tells the share of the vote, also where two readings agree on it', () => {
    expect(shareFrom(verdict(reason({ threshold: { ...share, needed: 16 } })))).toEqual(share);
    const readings = [
      { threshold: { ...share, needed: 16 } },
      { threshold: { ...share, needed: 15, base: 22 } },
    ];
    expect(shareFrom(verdict(reason({ readings })))).toEqual(share);
    const differing = [{ threshold: share }, { threshold: { ...share, numerator: 1, denominator: 2 } }];
    expect(shareFrom(verdict(reason({ readings: differing })))).toBeNull();
    expect(shareFrom(verdict())).toBeNull();
  });

  it('asks for a consent only when its guard holds the act back', () => {
    const step = stepOf('decide');
    const [consent, resolution] = [inputOf('decide', 'ageConsent'), inputOf('decide', 'receivedOn')];
    const values = startValues(step.inputs, {});
    const young = verdict(reason({ guard: 'age_by_month' }));
    const old = verdict(reason({ guard: 'age_by_month', outcome: 'needs_consent' }));
    const unknown = verdict(
      reason({ guard: 'age_by_month', outcome: 'undetermined', readings: [{ outcome: 'allowed' }] }),
    );
    expect(isUseful(resolution, step, young, values)).toBe(true);
    expect(isUseful(consent, step, young, values)).toBe(false);
    expect(isUseful(consent, step, unknown, values)).toBe(false);
    expect(isUseful(consent, step, old, values)).toBe(true);
    const answered = { ...values, ageConsent: { number: '5-CV/TU', on: '', by: '' } };
    expect(isUseful(consent, step, young, answered)).toBe(true);
  });

  it('is not told the numbers of an earlier vote', () => {
    const earlier = act('cell_vote', { ballot: { yes: 10, base: 24 }, mode: 'secret' });
    const [stripped] = withoutBallots(dossier({ acts: [earlier] }), 'cell_vote', book).acts;
    expect(stripped?.inputs).toEqual({ mode: 'secret' });
    const [kept] = withoutBallots(dossier({ acts: [earlier] }), 'base_vote', book).acts;
    expect(kept?.inputs).toEqual(earlier.inputs);
  });
});
