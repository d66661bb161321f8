// What the pages “Quy định” work out in the browser: the chain of texts, rules by line, runs of values, what differs
// between two days, what is typed, what an address asks, the months of a year, worked cases in words.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readdirSync, readFileSync } from 'node:fs';
import { caseFile } from '../examples/case.ts';
import { load, type Overlays, type Parameter } from '../../rules/index.ts';
import { readRegulationFiles } from '../../rules/files.store.ts';
import { sayerOf } from '../saying/value.ts';
import { chainOf, standingOn } from './chain/chain.ts';
import { rulesOn, stepsOn } from './chain/resting.ts';
import { differencesOf, newestPick, picksOf } from './compare/differences.ts';
import { monthsOf } from './calendar/months.ts';
import { askedIn } from './draft/asked.ts';
import { codesOf, nothingTyped, typedFrom, valueOf } from './draft/typed.ts';
import { expectedLines, factLines } from './rule/case-lines.ts';
import { actOf, introOf, kindsFor } from './rule/kinds.ts';
import { countsOf, matching, rowsOf } from './rule/rows.ts';
import { runsOf, spansOf } from './rule/spans.ts';
import { draftWords } from './words/draft-words.ts';

const files = readRegulationFiles('regulations');
const law = load(files);
const find = (id: string): Parameter => {
  const found = law.parameters.find((one) => one.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
};

describe('the chain of texts', () => {
  const chain = chainOf(law.documents, '2026-11-21');
  const band = (kind: string) => chain.bands.find((one) => one.kind === kind)?.placed ?? [];
  test('rule sets follow one another without a gap, the last one is open', () => {
    const sets = band('rule_set');
    expect(sets.map(({ document }) => document.set)).toEqual(['29', '24', '232', '294', '20', '208']);
    expect(sets.slice(1).map(({ from }, at) => from === sets[at]?.to)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(sets.at(-1)?.to).toBe(chain.columns.length + 1);
    expect(chain.columns[0]).toBe('2016-07-25');
  });
  test('the column looked at is that of the day; a text older than the chart begins with it', () => {
    expect(chain.columns[chain.at]).toBe('2026-07-26');
    expect(chainOf(law.documents, '2025-06-20').columns[chainOf(law.documents, '2025-06-20').at]).toBe(
      '2025-06-09',
    );
    expect(chainOf(law.documents, '2010-01-01').at).toBe(-1);
    expect(band('working_guidance')[0]).toMatchObject({ document: { id: '12-HD/BTCTW 2012' }, from: 1 });
  });
  test('nothing is lost: what is on no band is listed', () => {
    const placed = chain.bands.flatMap((one) => one.placed).length;
    expect(placed + chain.others.length).toBe(law.documents.length);
  });
  test('on its first and last day a text holds, not the day before or after', () => {
    const set = law.documents.find(({ id }) => id === '294-QĐ/TW');
    if (!set) throw new Error('no 294');
    const days = ['2025-06-30', '2025-07-01', '2026-04-07', '2026-04-08'];
    expect(days.map((day) => standingOn(set, day))).toEqual(['later', 'holds', 'holds', 'ended']);
  });
  test('what rests on a text: its rules and its steps', () => {
    const rules = rulesOn(law, '294-QĐ/TW', 'vi');
    expect(rules.find(({ id }) => id === 'decide.days')).toMatchObject({
      value: '45 ngày làm việc',
      from: '2025-07-01',
      clause: '4.3.1',
      knowing: 'sure',
    });
    expect(stepsOn(law, '294-QĐ/TW').map(({ id }) => id)).toContain('decide');
    expect(rulesOn(law, 'không có', 'vi')).toEqual([]);
  });
});

describe('the list of rules', () => {
  const rows = rowsOf(law, { on: '2026-03-01', path: '', language: 'vi' });
  test('one line each, found with and without marks', () => {
    expect(rows).toHaveLength(law.parameters.length);
    const ids = (q: string) => matching(rows, { q }).map(({ id }) => id);
    expect(ids('han to chuc le ket nap')).toContain('ceremony.days');
    expect(ids('hạn tổ chức lễ kết nạp')).toEqual(ids('HAN to CHUC le ket nap'));
    expect(ids('không có quy tắc nào như vậy')).toEqual([]);
  });
  test('filters: certainty, own values, part of the work; the counts add up', () => {
    const { all, sure, unsure, unknown } = countsOf(rows);
    expect(matching(rows, { known: 'unsure' })).toHaveLength(unsure);
    expect(matching(rows, { known: 'unknown' })).toHaveLength(unknown);
    expect(sure + unsure + unknown).toBe(all);
    expect(matching(rows, { local: 'own' })).toEqual([]);
    expect(
      matching(rows, { group: 'ceremony' }).every(({ id }) => /^(ceremony|member_history)/.test(id)),
    ).toBe(true);
  });
  test('a committee’s own value shows for its part of the tree alone', () => {
    const overlays: Overlays = {
      calendar: [],
      provisions: [
        {
          id: 'p1',
          kind: 'stricter',
          parameter: 'introducer.months',
          path: '/1/3/',
          fromOn: '2026-02-01',
          untilOn: null,
          value: 18,
          document: { number: '15-NQ/ĐU', on: '2026-01-20', by: 'Đảng ủy' },
          clause: 'điểm 2',
          decidedBy: 'Ban Chấp hành Đảng bộ',
        },
      ],
    };
    const local = load(files, overlays);
    const row = (path: string, on = '2026-03-01') =>
      rowsOf(local, { on, path, language: 'vi' }).find(({ id }) => id === 'introducer.months');
    expect(row('/1/3/7/')).toMatchObject({
      value: '18 tháng',
      laid: 'stricter',
      article: '15-NQ/ĐU, điểm 2',
    });
    expect(row('/1/4/')).toMatchObject({ value: '12 tháng', laid: null });
    expect(row('/1/3/7/', '2026-01-31')).toMatchObject({ value: '12 tháng', laid: null });
  });
});

describe('the values of one rule', () => {
  test('spans have no gap; runs of the same value are one, an unread text stands alone', () => {
    const spans = spansOf(find('age.max'));
    expect(spans.at(-1)?.until).toBeNull();
    expect(spans.slice(0, -1).every(({ until }) => until !== null)).toBe(true);
    const runs = runsOf(spans).map(({ from, until, entry }) => [from, until, entry.value]);
    expect(runs.filter(([, , value]) => value === null)).toEqual([['2026-04-08', '2026-07-25', null]]);
    expect(runs[0]?.[0]).toBe('2016-07-25');
  });
  test('what a committee may record: confirm what is unverified, fill what is not known, ask for more', () => {
    const on = (id: string, day: string) => kindsFor(find(id), law.inForce(day).value(id));
    expect(on('decide.days', '2025-10-01')).not.toContain('fill');
    expect(on('decide.days', '2026-11-21')).toEqual(['fill']);
    expect(on('introducer.months', '2026-11-21')).toEqual(['confirm', 'stricter']);
    const open = law.inForce('2026-11-21').value('verification.exemptions');
    expect(actOf('fill', find('verification.exemptions'), open)).toBe('choose');
  });
});

test('what a decision is told names a value, or all that it may be', () => {
  const sayer = sayerOf(law, 'vi');
  for (const parameter of law.parameters)
    for (const day of ['2021-07-30', '2025-07-01', '2026-07-26']) {
      const resolved = law.inForce(day).value(parameter.id);
      for (const kind of kindsFor(parameter, resolved)) {
        const { key, value } = introOf(kind, parameter, resolved, sayer);
        const told = draftWords[key].vi.includes('{value}');
        expect([parameter.id, day, key, told && value.trim() === '']).toEqual([
          parameter.id,
          day,
          key,
          false,
        ]);
      }
    }
});

describe('between two days', () => {
  test('30/6 → 1/7/2025: the limit of the decision falls from 60 to 45 and the extension from 30 to 15', () => {
    const found = differencesOf(law, '2025-06-30', '2025-07-01', '');
    const values = found.filter(({ manner }) => manner === 'value').map(({ parameter: { id } }) => id);
    expect(values).toEqual(expect.arrayContaining(['decide.days', 'decide.extension']));
    expect(values).not.toContain('age.max');
  });
  test('into the days of an unread text nothing is called changed', () => {
    const found = differencesOf(law, '2026-04-07', '2026-04-08', '');
    const manner = (id: string) => found.find(({ parameter }) => parameter.id === id)?.manner;
    expect(manner('age.max')).toBe('lost');
    expect(found.filter((one) => one.manner === 'value' && one.after.gap)).toEqual([]);
  });
  test('the same day differs in nothing; the picks are the last day of the old text and the first of the new', () => {
    expect(differencesOf(law, '2025-10-01', '2025-10-01', '')).toEqual([]);
    const picks = picksOf(law.documents, 'rule_set');
    expect(picks).toContainEqual({
      document: '294-QĐ/TW',
      before: '232-QĐ/TW',
      from: '2025-06-30',
      to: '2025-07-01',
    });
    // 20-QĐ/TW was never read: what followed is held against what was read before it.
    expect(picks[0]).toEqual({
      document: '208-QĐ/TW',
      before: '294-QĐ/TW',
      from: '2026-04-07',
      to: '2026-07-26',
    });
    expect(newestPick(law.documents, '2026-06-01')?.document).toBe('294-QĐ/TW');
  });
});

describe('typing a value', () => {
  test('each kind comes back as it was', () => {
    for (const parameter of law.parameters.filter(({ kind }) => kind !== 'table')) {
      const values = parameter.values.flatMap(({ value }) => (value === null ? [] : [value]));
      for (const value of values)
        expect(valueOf(parameter, typedFrom(parameter, value, codesOf(parameter)), [])).toEqual(value);
    }
  });
  test('what is not complete is no value', () => {
    const of = (kind: Parameter['kind'], typed: Partial<typeof nothingTyped>) =>
      valueOf({ kind }, { ...nothingTyped, ...typed }, []);
    expect(of('number', {})).toBeNull();
    expect(of('flag', {})).toBeNull();
    expect(of('share', { numerator: 3, denominator: 2 })).toBeNull();
    expect(of('by_code', { byCode: { a: 1, b: null } })).toBeNull();
    expect(of('table', {})).toBeNull();
    expect(of('list', {})).toEqual([]);
  });
  test('where texts differ one reading is chosen', () => {
    const id = 'verification.exemptions';
    const { readings } = law.inForce('2026-01-01').value(id);
    expect(readings).toHaveLength(2);
    expect(valueOf(find(id), nothingTyped, readings)).toBeNull();
    expect(valueOf(find(id), { ...nothingTyped, reading: '1' }, readings)).toEqual(readings[1]?.value);
    expect(typedFrom(find(id), readings[1]?.value, [], readings).reading).toBe('1');
  });
});

test('an address asks a whole question or none', () => {
  expect(askedIn({ rule: 'decide.days', value: '30', from: '2026-12-01', at: '3' })).toEqual({
    parameter: 'decide.days',
    value: 30,
    fromOn: '2026-12-01',
    unitId: 3,
  });
  expect(askedIn({ rule: 'decide.days', from: '2026-12-01' })).toBeNull();
  expect(askedIn({ rule: 'decide.days', value: '{', from: '2026-12-01' })).toBeNull();
  expect(askedIn({ rule: 'decide.days', value: '30', from: '2026-13-01' })).toBeNull();
  expect(askedIn({ subject: 'day', date: '2026-12-31', effect: 'off' })).toMatchObject({
    calendar: [{ date: '2026-12-31', effect: 'off' }],
  });
  expect(askedIn({ subject: 'day', date: '2026-12-31', effect: 'holiday' })).toBeNull();
});

test('a year in months: weeks from Monday, days off and make-up days marked', () => {
  const months = monthsOf(law.calendar, 2026);
  expect(months).toHaveLength(12);
  // 1 January 2026 was a Thursday.
  expect(months[0]?.before).toBe(3);
  expect(months[1]?.cells).toHaveLength(28);
  const mark = (day: string) => months.flatMap(({ cells }) => cells).find((one) => one.day === day)?.mark;
  expect([mark('2026-01-01'), mark('2026-01-10'), mark('2026-01-11'), mark('2026-01-12')]).toEqual([
    'off',
    'work',
    'weekend',
    'plain',
  ]);
});

describe('worked cases in words', () => {
  const sayer = sayerOf(law, 'vi');
  const cases = readdirSync('regulations/cases').flatMap(
    (file) => caseFile.parse(parse(readFileSync(`regulations/cases/${file}`, 'utf8'))).cases,
  );
  test('no line of any shipped case shows a code or an empty place', () => {
    const speech = { law, sayer, language: 'vi' as const };
    for (const one of cases) {
      const lines = [
        ...factLines(one.facts, speech).map(({ label, value }) => `${label}: ${value}`),
        ...expectedLines(one.expect, one.step, speech),
      ];
      for (const line of lines) {
        expect(line, one.id).not.toMatch(/[a-z]_[a-z]|\{|\}|undefined|null/);
        expect(line, one.id).not.toMatch(/^: |: $/);
      }
    }
  });
  test('every case says what is expected of it', () => {
    const speech = { law, sayer, language: 'vi' as const };
    const silent = cases.filter((one) => expectedLines(one.expect, one.step, speech).length === 0);
    expect(
      silent.filter(({ expect: { leads_to: leads } }) => leads === undefined).map(({ id }) => id),
    ).toEqual([]);
  });
});
