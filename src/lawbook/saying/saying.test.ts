// Every value that the shipped regulations hold is said in words: no code, no missing name, in both languages; every
// rule has its part of the work and every column its heading.
import { describe, expect, test } from 'vitest';
import { load, type Parameter } from '../../rules/index.ts';
import { readRegulationFiles } from '../../rules/files.store.ts';
import { columnWords } from './code-words.ts';
import { groupOf, otherGroup } from './groups.ts';
import { knowingOf } from './known.ts';
import { isTable, sayerOf, tableOf } from './value.ts';
import { valueWords } from './value-words.ts';

const law = load(readRegulationFiles('regulations'));
const vi = sayerOf(law, 'vi');

const valuesOf = ({ values }: Parameter): unknown[] =>
  values.flatMap((entry) => [entry.value, ...(entry.readings ?? []).map((one) => one.value)]);

/** What stands in a code and in no word: “base_committee”, “THCS_HT”, an empty place. */
const codeLike = /[a-z]_[a-z]|[A-Z]{2,}_|(^|; )(: |;|$)|undefined|null|\{|\}/;

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const sayer = sayerOf(law, language);
  test.each(law.parameters.map((one) => [one.id, one] as const))('%s', (_, parameter) => {
    for (const value of valuesOf(parameter).filter((one) => one !== null)) {
      const said = sayer.value(parameter, value);
      expect(said).not.toMatch(codeLike);
      if (isTable(parameter, value)) {
        const { columns, rows } = tableOf(parameter, value, sayer);
        expect(columns.filter((one) => !(`column.${one}` in columnWords))).toEqual([]);
        for (const row of rows) {
          expect(row.join(' ')).not.toMatch(codeLike);
          expect(row.filter((cell) => cell === '')).toEqual([]);
        }
      }
    }
  });
});

test('every rule belongs to a part of the work and every unit has a word', () => {
  expect(law.parameters.filter(({ id }) => groupOf(id) === otherGroup.id).map(({ id }) => id)).toEqual([]);
  const units = new Set(law.parameters.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  expect([...units].filter((unit) => !(`unit.${unit}` in valueWords))).toEqual([]);
});

test('values of each kind', () => {
  const kind = (of: Parameter['kind'], unit: string | null = null) => ({ id: 'x', kind: of, unit });
  const share = (numerator: number, denominator: number, more_than: boolean) =>
    vi.value(kind('share'), { numerator, denominator, more_than });
  const delay = (months: number, after_day: boolean) => vi.value(kind('delay'), { months, after_day });
  expect([share(2, 3, false), share(1, 2, true)]).toEqual(['ít nhất 2/3', 'trên 1/2']);
  expect([delay(0, false), delay(0, true), delay(12, false), delay(12, true)]).toEqual([
    'từ chính ngày ấy',
    'từ ngày kế tiếp',
    'sau 12 tháng',
    'từ ngày kế tiếp sau 12 tháng',
  ]);
  expect(vi.value(kind('number', 'dong'), 5_310_000)).toBe('5.310.000 đồng');
  expect(vi.value(kind('number', 'per_10000'), 150)).toBe('1,5%');
  expect([vi.value(kind('flag'), true), vi.value(kind('list'), [])]).toEqual([
    'có',
    'không có trường hợp nào',
  ]);
  expect(vi.value(kind('number'), null)).toBe('');
});

test('how sure: what two texts leave open is told apart from what nobody read', () => {
  const value = { value: 60, readings: [], confidence: 'S', assumed: false, gap: false } as const;
  const reading = { label: '294-QĐ/TW', value: 60 };
  expect(knowingOf({ ...value, readings: [] })).toBe('sure');
  expect(knowingOf({ ...value, readings: [], confidence: 'S2' })).toBe('unsure');
  expect(knowingOf({ ...value, readings: [], confidence: '?', assumed: true })).toBe('assumed');
  expect(knowingOf({ ...value, value: null, readings: [reading], gap: true })).toBe('unknown');
  expect(knowingOf({ ...value, value: null, readings: [reading, { ...reading, value: 45 }] })).toBe('two');
  expect(knowingOf({ ...value, value: null, readings: [reading] })).toBe('unsaid');
  expect(knowingOf({ ...value, value: null, readings: [] })).toBe('unknown');
});
