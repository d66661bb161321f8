// What became different between two days, what holds on one, and where a quantity is used.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differencesBetween, inForceList } from './differences.ts';
import { readRegulationFiles } from '../rules/files.store.ts';
import { load } from '../rules/load.ts';
import { engineParameters, whereUsed } from '../rules/uses.ts';

const files = readRegulationFiles(join(import.meta.dirname, '../../regulations'));
const regulations = load(files);
const confirm = {
  id: 'p1',
  kind: 'confirm' as const,
  parameter: 'age.max',
  path: '/1/14/',
  fromOn: '2026-12-01',
  untilOn: null,
  value: null,
  document: { number: '12-NQ/ĐU', on: '2026-11-20', by: 'Đảng ủy phường' },
  clause: 'mục 2',
  decidedBy: 'Đảng ủy',
};

describe('between two days', () => {
  const changeOf = (id: string, a: string, b: string) =>
    differencesBetween(regulations, a, b).values.find(({ parameter }) => parameter.id === id);

  test.each([
    ['2025-06-30', '2025-07-01', ['294-QĐ/TW'], ['232-QĐ/TW']],
    ['2026-07-25', '2026-07-26', ['208-QĐ/TW'], ['20-QĐ/TW']],
    ['2026-07-26', '2026-07-25', ['208-QĐ/TW'], ['20-QĐ/TW']],
    ['2026-11-01', '2026-11-27', [], []],
  ])('texts: %s to %s', (a, b, began, ended) => {
    const found = differencesBetween(regulations, a, b);
    expect([
      found.from <= found.to,
      found.began.map(({ id }) => id),
      found.ended.map(({ id }) => id),
    ]).toEqual([true, began, ended]);
  });

  test('values: another figure, another clause alone, another certainty', () => {
    expect(changeOf('decide.days', '2025-06-30', '2025-07-01')).toMatchObject({
      before: { value: 60 },
      after: { value: 45 },
      changed: ['value', 'basis'],
    });
    expect(changeOf('age.min', '2025-06-30', '2025-07-01')?.changed).toEqual(['basis']);
    expect(changeOf('age.max', '2025-07-01', '2026-07-26')?.changed).toEqual(['confidence', 'basis']);
    expect(changeOf('nominee.consent', '2020-01-01', '2026-07-26')).toBeUndefined();
    expect(differencesBetween(regulations, '2026-11-01', '2026-11-27').values).toEqual([]);
  });

  test('for a unit, with what its committee laid over', () => {
    const local = load(files, { provisions: [confirm], calendar: [] });
    const found = (path: string) =>
      differencesBetween(local, '2026-11-30', '2026-12-01', { path }).values.map((one) => [
        one.parameter.id,
        one.changed,
      ]);
    expect(found('/1/14/203/')).toEqual([['age.max', ['confidence', 'basis']]]);
    expect(found('/1/15/')).toEqual([]);
  });

  test('steps that came, went or changed with a version of their procedure', () => {
    const path = 'procedures/recognition.yaml';
    const text = String(files[path]);
    const version = text.slice(text.indexOf("  - version: '2016-07-25'"));
    const next = version
      .replaceAll('2016-07-25', '2027-01-01')
      .replace('id: report_failed_votes', 'id: report_votes')
      .replace('vi: Ghi bản tự kiểm điểm', 'vi: Ghi bản tự phê bình')
      .replace('&reviewed', '&reviewed2')
      .replaceAll('*reviewed', '*reviewed2');
    const changed = load({ ...files, [path]: `${text.trimEnd()}\n${next}` });
    const found = differencesBetween(changed, '2026-12-31', '2027-01-01').steps;
    expect(found.map(({ how, step, procedure }) => [procedure, step.id, how])).toEqual([
      ['recognition', 'self_review', 'changed'],
      ['recognition', 'report_votes', 'added'],
      ['recognition', 'report_failed_votes', 'removed'],
    ]);
    expect(differencesBetween(changed, '2027-01-01', '2027-02-01').steps).toEqual([]);
  });
});

test('what holds on a day names every quantity once', () => {
  const list = inForceList(regulations, '2025-07-01');
  expect(list.map(({ parameter }) => parameter.id)).toEqual(regulations.parameters.map(({ id }) => id));
  expect(list.find(({ parameter }) => parameter.id === 'decide.days')?.held).toMatchObject({ value: 45 });
  expect(list.every(({ parameter, held }) => held.id === parameter.id)).toBe(true);
});

describe('where a quantity is used', () => {
  test.each([
    ['age.max', [['admission', 'decide', 'guard', 'age_by_month']]],
    [
      'decide.extension',
      [
        ['admission', 'cell_vote', 'extension', 'decide'],
        ['recognition', 'recognition_cell_vote', 'extension', 'recognise'],
      ],
    ],
    [
      'certificate.months',
      [
        ['admission', 'class_certificate', 'clock', 'certificate_valid'],
        ['admission', 'cell_vote', 'guard', 'valid_for'],
      ],
    ],
    ['transition.clock', []],
  ])('%s', (id, expected) => {
    expect(
      whereUsed(regulations, id).map(({ procedure, step, as, name }) => [procedure, step, as, name]),
    ).toEqual(expected);
  });

  test('the length of the probation counts clocks and the day of recognition', () => {
    const found = whereUsed(regulations, 'probation.months').map(({ step, as }) => `${step} ${as}`);
    expect(found).toEqual(expect.arrayContaining(['ceremony clock', 'recognise effect']));
  });

  test('what no step uses the engine or a room asks itself', () => {
    const unused = regulations.parameters.filter(({ id }) => whereUsed(regulations, id).length === 0);
    const unasked = unused.filter(({ asked_by }) => asked_by.length === 0);
    expect(unasked.map(({ id }) => id).filter((id) => !engineParameters.includes(id))).toEqual([]);
    expect(unused.map(({ id }) => id)).toContain('candidacy.expiry_months');
  });
});
