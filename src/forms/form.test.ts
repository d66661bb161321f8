// Forms as files: those that come with the programme are in order; a faulty one is told by line, and with two of one name
// neither is taken.
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { programRoot } from '../host/datafolder.ts';
import { readFormFiles, readRegulationFiles } from '../rules/files.store.ts';
import { load } from '../rules/load.ts';
import { useLabels } from '../statistics/catalogue/labels.ts';
import { readForm, readForms, sayFormFault } from './read-form.ts';

const folder = path.join(programRoot, 'regulations');
beforeAll(() => useLabels(load(readRegulationFiles(folder))));

test('every form of the programme can be read; old shapes are marked as examples', () => {
  const { forms, faults } = readForms(readFormFiles(folder));
  expect(faults.map(sayFormFault)).toEqual([]);
  expect(forms.filter(({ example }) => example).map(({ id }) => id)).toEqual([
    'bieu-1-tctw',
    'bieu-2-tctw',
    'bieu-3-tctw',
    'bieu-4-tctw',
  ]);
});

const lines = (row: string, more = '') => `id: mau-thu
title: { vi: Thử, en: Trial }
about: { vi: Thử, en: Trial }
basis: [{ document: Kế hoạch, confidence: '?' }]
periods: [month]
sections:
  - id: one
    kind: table
    title: { vi: Bảng, en: Table }
    columns:
      - { id: count, label: { vi: Số, en: Number } }
    rows:
      - ${row}
      - { id: all, label: { vi: Tổng, en: All }, of: { figure: members } }
${more}`;
const row = (of: string, more = '') => `{ id: a, label: { vi: A, en: A }, of: { ${of} }${more} }`;

test.each([
  [row('figure: khong_co'), 13, '“khong_co”'],
  [row('figure: movement'), 13, '“movement”'],
  [row('figure: members, only: "reason:BOSH"'), 13, 'không phân theo “reason”'],
  [row('figure: members, only: "sex:X"'), 13, '“sex” không có giá trị “X”'],
  [row('figure: members, when: period'), 13, 'không lấy được theo “period”'],
  [row('figure: admission, when: end'), 13, 'không lấy được theo “end”'],
  [row('figure: members, net: true'), 13, 'bù trừ'],
  [row('figure: members, show: mean'), 13, 'show'],
  [row('figure: members, goal: true'), 13, 'không phải chỉ số giao chỉ tiêu'],
  [row('figure: members', ', each: reason'), 13, 'không phân theo “reason”'],
  ['{ id: all, label: { vi: A, en: A }, of: { figure: members } }', 14, '“all” có hai lần'],
  ['{ id: a, label: { vi: A, en: A }, sum: [all, thieu] }', 13, 'không có dòng hoặc cột “thieu”'],
  ['{ id: a, of: { figure: members } }', 13, 'chưa có tên'],
  ['{ id: a, label: { vi: A, en: A } }', 13, 'chưa nói lấy số liệu nào'],
])('%s is told by line', (faulty, line, said) => {
  const { form, faults } = readForm('reports/x.yaml', lines(faulty));
  expect(form).toBeNull();
  expect(faults[0]).toMatchObject({ file: 'reports/x.yaml', line });
  expect(faults[0]?.reason.vi).toContain(said);
});

test('two forms of one name are both at fault; text that is no form says why', () => {
  const good = lines(row('figure: members'));
  expect(readForm('a.yaml', good).faults).toEqual([]);
  expect(readForms({ 'a.yaml': good, 'b.yaml': good }).faults.map(({ file, line }) => [file, line])).toEqual([
    ['a.yaml', 1],
    ['b.yaml', 1],
  ]);
  expect(readForm('c.yaml', 'id: [').faults).toHaveLength(1);
  const check =
    'checks:\n  - { id: c, label: { vi: C, en: C }, section: khac, columns: [count], left: [a], right: [all] }';
  const { faults } = readForm('d.yaml', lines(row('figure: members'), check));
  expect(faults[0]).toMatchObject({ line: 16, reason: { vi: 'không có dòng hoặc cột “khac”' } });
});
