// What committees lay over the rules: what holds where, what it does to a verdict, and what is refused.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decideProvision, type ProvisionFault } from './decide-provision.ts';
import { readRegulationFiles } from '../files.store.ts';
import { load } from '../load.ts';
import { laidOver, type Provision, provision as form } from './provision.ts';
import { sameValue, strictest, stricterThan } from './stricter.ts';

const files = readRegulationFiles(join(import.meta.dirname, '../../../regulations'));
const bare = load(files);
const province = '/1/';
const commune = '/1/14/';
const cell = '/1/14/203/';

let count = 0;
const lay = (given: Partial<Provision> & Pick<Provision, 'kind' | 'parameter'>): Provision => ({
  id: `p${++count}`,
  path: commune,
  fromOn: '2026-12-01',
  untilOn: null,
  value: null,
  document: { number: '12-NQ/ĐU', on: '2026-11-20', by: 'Đảng ủy phường' },
  clause: 'mục 2',
  decidedBy: 'Ban Thường vụ Đảng ủy',
  ...given,
});
const under = (...provisions: Provision[]) => load(files, { provisions, calendar: [] });
const valueAt = (provisions: Provision[], id: string, path = cell, day = '2026-12-01') =>
  under(...provisions)
    .inForce(day, { path })
    .value(id);

describe('what holds', () => {
  test('a confirmation makes the shipped value sure, from its day, for its part of the tree', () => {
    const confirm = lay({ kind: 'confirm', parameter: 'age.max' });
    expect(bare.inForce('2026-12-01', { path: cell }).value('age.max')).toMatchObject({
      value: 60,
      confidence: 'S2',
    });
    expect(valueAt([confirm], 'age.max')).toMatchObject({
      value: 60,
      confidence: 'S',
      assumed: false,
      laid: [
        { id: confirm.id, kind: 'confirm', path: commune, document: { number: '12-NQ/ĐU' }, clause: 'mục 2' },
      ],
    });
    expect(valueAt([confirm], 'age.max').citations.map(({ document }) => document)).toEqual([
      '12-NQ/ĐU',
      '208-QĐ/TW',
    ]);
    expect(valueAt([confirm], 'age.max', cell, '2026-11-30').laid).toEqual([]);
    expect(valueAt([confirm], 'age.max', '/1/15/').confidence).toBe('S2');
    expect(valueAt([{ ...confirm, untilOn: '2026-12-31' }], 'age.max', cell, '2027-01-01').confidence).toBe(
      'S2',
    );
  });

  test('it speaks of one text: what a later text says is not confirmed by it', () => {
    // Laid under 294, asked under 208.
    const confirm = lay({ kind: 'confirm', parameter: 'age.max', fromOn: '2026-01-05' });
    expect(valueAt([confirm], 'age.max').confidence).toBe('S2');
  });

  test('it speaks of one value: a file corrected since is as unsure as before', () => {
    const confirm = lay({ kind: 'confirm', parameter: 'age.max', value: 60 });
    expect(valueAt([confirm], 'age.max').confidence).toBe('S');
    const path = 'parameters/age.max.yaml';
    const corrected = { ...files, [path]: String(files[path]).replaceAll('value: 60', 'value: 58') };
    const held = load(corrected, { provisions: [confirm], calendar: [] }).inForce('2026-12-01', {
      path: cell,
    });
    expect(held.value('age.max')).toMatchObject({ value: 58, confidence: 'S2', laid: [] });
  });

  test('a filling stands where the files know nothing; the higher committee goes before the lower', () => {
    const fill = lay({ kind: 'fill', parameter: 'decide.days', value: 45 });
    expect(valueAt([fill], 'decide.days')).toMatchObject({
      value: 45,
      confidence: 'S',
      readings: [],
      open: false,
    });
    const higher = lay({
      kind: 'fill',
      parameter: 'decide.days',
      value: 60,
      path: province,
      fromOn: '2026-12-02',
    });
    expect(valueAt([fill, higher], 'decide.days', cell, '2026-12-02').value).toBe(60);
    expect(valueAt([fill, higher], 'decide.days', cell, '2026-12-01').value).toBe(45);
    const again = lay({ kind: 'fill', parameter: 'decide.days', value: 50, fromOn: '2027-01-04' });
    expect(valueAt([fill, again], 'decide.days', cell, '2027-01-04').value).toBe(50);
  });

  test('the strictest of all above wins, whoever laid it first', () => {
    const rules = [
      lay({ kind: 'stricter', parameter: 'age.max', value: 55 }),
      lay({ kind: 'stricter', parameter: 'age.max', value: 58, path: province }),
      lay({ kind: 'stricter', parameter: 'age.max', value: 50, path: cell }),
    ];
    const [a, b, c] = rules as [Provision, Provision, Provision];
    expect(valueAt([a, b, c], 'age.max')).toMatchObject({ value: 50, confidence: 'S' });
    expect(valueAt([a, b, c], 'age.max').laid.map(({ id }) => id)).toEqual([b.id, a.id, c.id]);
    expect(valueAt([a, b], 'age.max').value).toBe(55);
    // What does not take part is not named.
    const loose = lay({ kind: 'stricter', parameter: 'age.max', value: 59 });
    expect(valueAt([b, loose], 'age.max').laid.map(({ id }) => id)).toEqual([b.id]);
  });

  test('a stricter rule goes on under the next text, and by itself where that is not known', () => {
    const early = { kind: 'stricter' as const, fromOn: '2026-01-05' };
    expect(valueAt([lay({ ...early, parameter: 'age.max', value: 55 })], 'age.max').value).toBe(55);
    const days = lay({ ...early, parameter: 'decide.days', value: 30 });
    expect(valueAt([days], 'decide.days', cell, '2026-03-02').value).toBe(30);
    expect(valueAt([days], 'decide.days', cell, '2026-12-01')).toMatchObject({ value: 30, confidence: 'S' });
    // Between two neighbours: 45 under 294, not known under 208.
    expect(valueAt([days], 'decide.days', cell, '2026-05-04').value).toBe(30);
  });

  test('between two readings it tightens those that ask for less', () => {
    const two = [
      { label: 'x', value: 40 },
      { label: 'y', value: 60 },
    ];
    const open = { ...bare.shipped('decide.days', '2026-12-01'), value: null, readings: two };
    const held = (value: number) =>
      laidOver(open, [lay({ kind: 'stricter', parameter: 'decide.days', value })], {
        kind: 'number',
        stricter: 'lower',
      });
    expect(held(50)).toMatchObject({
      value: null,
      confidence: '?',
      readings: [{ value: 40 }, { value: 50 }],
    });
    expect(held(50).laid).toHaveLength(1);
    expect(held(30)).toMatchObject({ value: 30, confidence: 'S', readings: [] });
  });
});

describe('what it does to a verdict', () => {
  const judge = (provisions: Provision[], facts: Record<string, string | number>, step = 'cell_vote') =>
    under(...provisions)
      .inForce('2026-12-10', { path: cell })
      .judge('admission', step, facts).reasons;
  const old = { 'decide.result': 'yes', 'cell_vote.on': '2026-12-10', 'person.bornOn': '1966-10-01' };
  const age = (provisions: Provision[]) =>
    judge(provisions, old, 'decide').find(({ guard }) => guard === 'age_by_month');

  test('a confirmed rule is no longer unverified, a local one refuses by its own article', () => {
    expect(age([])).toMatchObject({ outcome: 'unverified' });
    const confirm = lay({ kind: 'confirm', parameter: 'age.max' });
    expect(age([confirm])).toMatchObject({ outcome: 'needs_consent' });
    const young = { 'person.bornOn': '2007-12-31' };
    const local = lay({ kind: 'stricter', parameter: 'age.min', value: 20 });
    const reason = judge([local], young).find(({ guard }) => guard === 'age_by_month');
    expect(reason).toMatchObject({ outcome: 'refused', wayOut: { earliestOn: '2027-12-01' } });
    expect(reason?.citations[0]).toEqual({ document: '12-NQ/ĐU', clause: 'mục 2', confidence: 'S' });
  });

  test('the day the clock starts decides, for a local limit too', () => {
    const local = lay({ kind: 'fill', parameter: 'decide.days', value: 45 });
    const due = (on: string, path: string) =>
      under(local)
        .inForce(on, { path })
        .clocks('admission', 'cell_vote', { 'cell_vote.passed': true })
        .find(({ id }) => id === 'decide');
    expect(due('2026-12-01', cell)).toMatchObject({ limit: 45, confidence: 'S' });
    expect([due('2026-11-30', cell)?.dueOn, due('2026-12-01', '/1/15/')?.dueOn]).toEqual([null, null]);
  });

  test('a committee that chooses how excused absentees count settles the vote', () => {
    const ballot = {
      'cell_vote.ballot.yes': 6,
      'cell_vote.ballot.base': 10,
      'cell_vote.ballot.excused': 1,
    };
    const vote = (provisions: Provision[]) =>
      judge(provisions, ballot).find(({ guard }) => guard === 'share')?.outcome;
    expect(vote([])).toBe('undetermined');
    expect(vote([lay({ kind: 'confirm', parameter: 'vote.excused_in_base' })])).not.toBe('undetermined');
    expect(vote([lay({ kind: 'fill', parameter: 'vote.excused_in_base', value: false })])).not.toBe(
      'undetermined',
    );
  });

  test('a verdict takes less than a millisecond', () => {
    const local = under(lay({ kind: 'stricter', parameter: 'age.max', value: 55 }));
    const facts = {
      'dossier.stage': 'verified',
      'person.bornOn': '1990-05-05',
      'dossier.openedOn': '2026-05-05',
    };
    const judgeOnce = () =>
      local.inForce('2026-12-10', { path: cell }).judge('admission', 'cell_vote', facts);
    for (let turn = 0; turn < 200; turn += 1) judgeOnce();
    const begun = performance.now();
    for (let turn = 0; turn < 1000; turn += 1) judgeOnce();
    expect((performance.now() - begun) / 1000).toBeLessThan(1);
  });

  test('the days on which a value changes name the local ones', () => {
    const local = lay({ kind: 'fill', parameter: 'decide.days', value: 45, untilOn: '2027-06-30' });
    expect(under(local).changesOf('decide.days', cell).slice(-2)).toEqual(['2026-12-01', '2027-07-01']);
    expect(under(local).changesOf('decide.days', '/1/15/').at(-1)).toBe('2026-07-26');
  });
});

describe('which value asks for more', () => {
  const two = { numerator: 2, denominator: 3, more_than: false };
  const half = { numerator: 1, denominator: 2, more_than: false };
  test.each([
    ['number', 'higher', 13, 12, true],
    ['number', 'higher', 12, 12, false],
    ['number', 'lower', 11, 12, true],
    ['number', 'lower', 13, 12, false],
    ['flag', true, true, false, true],
    ['flag', true, false, true, false],
    ['share', 'higher', two, half, true],
    ['share', 'higher', { ...half, more_than: true }, half, true],
    ['share', 'higher', { ...half, more_than: true }, two, false],
    ['share', 'higher', { numerator: 2, denominator: 4, more_than: false }, half, false],
    ['delay', 'higher', { months: 12, after_day: true }, { months: 12, after_day: false }, true],
    ['delay', 'lower', { months: 11, after_day: true }, { months: 12, after_day: false }, true],
    ['list', 'fewer', ['a'], ['a', 'b'], true],
    ['list', 'fewer', ['b', 'a'], ['a', 'b'], false],
    ['list', 'fewer', ['c'], ['a', 'b'], false],
    ['list', 'more', ['a', 'b', 'c'], ['b', 'a'], true],
    ['list', 'more', ['a', 'c'], ['a', 'b'], false],
    ['by_code', 'higher', { a: 2, b: 2 }, { a: 2, b: 1 }, true],
    ['by_code', 'higher', { a: 3, b: 0 }, { a: 2, b: 1 }, false],
    ['choice', null, 'a', 'b', false],
    ['table', null, [], [], false],
  ] as const)('%s %s: %j over %j', (...[kind, stricter, a, b, expected]) => {
    expect(stricterThan({ kind, stricter }, a, b)).toBe(expected);
    if (expected) expect(stricterThan({ kind, stricter }, b, a)).toBe(false);
  });

  test('two rules that are neither stricter than the other hold together', () => {
    expect(strictest({ kind: 'list', stricter: 'fewer' }, ['a', 'b'], ['b', 'c'])).toEqual(['b']);
    expect(strictest({ kind: 'by_code', stricter: 'lower' }, { a: 1, b: 5 }, { a: 2, c: 3 })).toEqual({
      a: 1,
      b: 5,
      c: 3,
    });
    expect(sameValue(['b', 'a'], ['a', 'b'])).toBe(true);
  });
});

describe('laying', () => {
  const asked = { today: '2026-11-27', committee: commune };
  const superior = under(lay({ kind: 'stricter', parameter: 'age.max', value: 55, path: province }));
  const decide = (given: Parameters<typeof lay>[0], from = bare) => decideProvision(from, lay(given), asked);
  const confirm = { kind: 'confirm' as const, parameter: 'age.max' };
  const stricter = { kind: 'stricter' as const, parameter: 'age.max' };
  const fill = { kind: 'fill' as const, parameter: 'decide.days' };

  test.each<[string, Parameters<typeof lay>[0], ProvisionFault | null]>([
    ['a value below S may be confirmed', confirm, null],
    ['with its own value', { ...confirm, value: 60 }, null],
    ['with another value', { ...confirm, value: 55 }, 'other_value'],
    ['what is sure needs none', { kind: 'confirm', parameter: 'nominee.consent' }, 'already_sure'],
    ['what is not known cannot be confirmed', { ...confirm, parameter: 'decide.days' }, 'nothing_to_confirm'],
    ['a quantity of no file', { ...confirm, parameter: 'age.shoe' }, 'unknown_parameter'],
    ['a gap may be filled', { ...fill, value: 45 }, null],
    ['with a value of the kind', { ...fill, value: '45' }, 'wrong_kind'],
    ['with whole days', { ...fill, value: 22.5 }, 'wrong_kind'],
    ['with no negative days', { ...fill, value: -1 }, 'wrong_kind'],
    ['with days that have a date', { ...fill, value: 10_000_000 }, 'wrong_kind'],
    ['with something', { ...fill, value: null }, 'wrong_kind'],
    ['where nothing is missing', { ...fill, parameter: 'age.max', value: 60 }, 'already_known'],
    ['of two readings one is chosen', { ...fill, parameter: 'transition.clock', value: 'switch' }, null],
    ['the other one too', { ...fill, parameter: 'transition.clock', value: 'start' }, null],
    ['what no text sets is for the committee', { ...fill, parameter: 'assessment.months', value: 12 }, null],
    ['but no period of no months', { ...fill, parameter: 'assessment.months', value: 0 }, 'wrong_kind'],
    ['as some places do, too', { ...fill, parameter: 'assessment.months', value: 6 }, null],
    [
      'more than what some places do has no bound',
      { ...stricter, parameter: 'assessment.months', value: 3 },
      'not_known',
    ],
    [
      'with a code the file knows',
      { ...fill, parameter: 'transition.clock', value: 'never' },
      'unknown_code',
    ],
    ['a higher bar is allowed', { ...stricter, value: 55 }, null],
    ['the same bar is none', { ...stricter, value: 60 }, 'not_stricter'],
    ['a lower bar is refused', { ...stricter, value: 61 }, 'not_stricter'],
    [
      'only where the file says which way',
      { ...stricter, parameter: 'probation.months', value: 18 },
      'no_direction',
    ],
    // 100,000 months on is a year of five digits, which comes before every other.
    [
      'not by a thousand years',
      { ...stricter, parameter: 'introducer.months', value: 100_000 },
      'wrong_kind',
    ],
    ['not over nothing', { ...stricter, parameter: 'decide.days', value: 30 }, 'not_known'],
    ['of the kind of the file', { ...stricter, value: true }, 'wrong_kind'],
    ['from today on', { ...confirm, fromOn: '2026-11-27' }, null],
    ['not from yesterday', { ...confirm, fromOn: '2026-11-26' }, 'past'],
    [
      'not before the decision itself',
      { ...confirm, document: { number: '1', on: '2026-12-02', by: 'a' } },
      'before_document',
    ],
    ['below the committee', { ...confirm, path: cell }, null],
    ['not above it', { ...confirm, path: province }, 'not_below'],
    ['not beside it', { ...confirm, path: '/1/140/' }, 'not_below'],
    ['with a document', { ...confirm, document: { number: ' ', on: '2026-11-20', by: 'a' } }, 'no_document'],
    ['with a clause', { ...confirm, clause: '' }, 'no_clause'],
    ['with who decided', { ...confirm, decidedBy: ' ' }, 'no_decider'],
  ])('%s', (_, given, fault) => {
    expect(decide(given)).toBe(fault);
  });

  test('is judged against what the superior laid', () => {
    expect(decide({ ...stricter, value: 57 }, superior)).toBe('not_stricter');
    expect(decide({ ...stricter, value: 55 }, superior)).toBe('not_stricter');
    expect(decide({ ...stricter, value: 54 }, superior)).toBeNull();
    const filled = under(lay({ ...fill, value: 45, path: province }));
    expect(decide({ ...fill, value: 45 }, filled)).toBe('already_known');
    expect(decide({ ...stricter, parameter: 'decide.days', value: 30 }, filled)).toBeNull();
    // A stricter local rule does not keep the national one from being confirmed.
    expect(decide(confirm, superior)).toBeNull();
    expect(decide(confirm, under(lay({ ...confirm, path: province })))).toBe('already_sure');
  });

  test('one that speaks of nothing these files know is refused at load', () => {
    expect(() => under(lay({ kind: 'fill', parameter: 'age.shoe', value: 1 }))).toThrow(
      'unknown_parameter: age.shoe',
    );
    expect(() => under(lay({ ...fill, value: 'soon' }))).toThrow('wrong_kind: decide.days');
  });

  test('its form', () => {
    expect(form.safeParse(lay(confirm)).success).toBe(true);
    expect(form.safeParse({ ...lay(confirm), path: '/1/14' }).success).toBe(false);
    expect(form.safeParse({ ...lay(confirm), fromOn: '2026-13-01' }).success).toBe(false);
  });
});
