// Columns recognised, corrected, remembered.
import { expect, test } from 'vitest';
import type { CellValue } from '../workbook/sheet.ts';
import { newSheet } from '../workbook/sheet.ts';
import { kinds, kindSpecs } from './kinds.ts';
import { findTables } from './layout.ts';
import { buildLookups } from './lookup.ts';
import { proposeMapping, saveMapping } from './mapping.ts';
import type { TableMapping } from './mapping.ts';

const lookups = buildLookups({
  education_general: [
    { code: 'TH', vi: 'Tiểu học' },
    { code: 'THCS', vi: 'Trung học cơ sở (THCS)' },
    { code: 'THPT', vi: 'Trung học phổ thông (THPT)' },
  ],
  education_professional: [
    { code: 'TC', vi: 'Trung cấp' },
    { code: 'DH', vi: 'Đại học' },
  ],
});
const table = (rows: CellValue[][], name = 'Trang 1') => findTables(newSheet(name, rows))[0]!;
const keys = (mapping: TableMapping) =>
  mapping.uses.map(
    (use) =>
      `${use.key ?? (use.ordinal ? '#' : '–')}${use.mark ? `=${use.mark}` : ''}${use.also ? `+${use.also.value}` : ''}`,
  );
const map = (...heading: string[]) => proposeMapping(table([heading, heading.map(() => 'x')]), lookups);

test.each<[string[], string, string[]]>([
  [
    ['STT', 'Họ và tên', 'Ngày sinh', 'Nữ', 'Ngày vào Đảng', 'Số thẻ ĐV'],
    'members',
    ['#', 'name', 'bornOn', 'sex=F', 'admittedOn', 'cardNumber'],
  ],
  [
    ['TT', 'Họ tên khai sinh', 'Ngày tháng năm sinh', 'Ngày kết nạp', 'Ngày chính thức', 'Chức vụ đảng'],
    'members',
    ['#', 'name', 'bornOn', 'admittedOn', 'officialOn', 'position'],
  ],
  [
    [
      'Họ và tên (chữ in hoa)',
      'Sinh ngày\n(dd/mm/yyyy)',
      'Chi bộ',
      'Ngày học lớp cảm tình',
      'Số GCN',
      'Người giúp đỡ',
    ],
    'candidates',
    ['name', 'bornOn', 'unit', 'classOn', 'certificateNumber', 'helper'],
  ],
  [
    ['STT', 'Tên chi bộ', 'Loại hình', 'Trực thuộc', 'Ngày thành lập', 'Số đảng viên'],
    'units',
    ['#', 'name', 'type', 'parent', 'foundedOn', 'membersStated'],
  ],
  [
    ['Họ và tên', 'Chức danh', 'Đơn vị', 'Từ ngày', 'Đến ngày'],
    'offices',
    ['name', 'title', 'unit', 'fromOn', 'toOn'],
  ],
  [
    ['Đơn vị', 'Năm', 'Chỉ tiêu kết nạp', 'Tạo nguồn', 'Đã kết nạp'],
    'targets',
    ['unit', 'year', 'target', 'sourcing', 'result'],
  ],
  [
    ['Ngày', 'Loại biến động', 'Họ và tên', 'Nơi chuyển đến', 'Số quyết định'],
    'acts',
    ['happenedOn', 'act', 'name', 'place', 'decisionNumber'],
  ],
])('%j', (heading, kind, expected) => {
  const mapping = map(...heading);
  expect(mapping.kind).toBe(kind);
  expect(keys(mapping)).toEqual(expected);
});

test('every label of ours is found again, surely', () => {
  for (const kind of kinds) {
    const labels = Object.values(kindSpecs[kind].columns).map((column) => column.label.vi);
    const sheet = newSheet(kindSpecs[kind].label.vi, [labels]);
    const mapping = proposeMapping(findTables(sheet)[0]!, lookups, { kind });
    expect(mapping.uses.map((use) => use.key)).toEqual(Object.keys(kindSpecs[kind].columns));
  }
});

test('x columns: sex in two columns, education under its group, a year under “Nam” or “Nữ”', () => {
  const marks = table([
    ['Họ và tên', 'Nam', 'Nữ', 'Trình độ học vấn', null, null, 'Trình độ chuyên môn', null, 'Ngày vào Đảng'],
    [null, null, null, 'TH', 'THCS', 'THPT', 'TC', 'ĐH', null],
    ['Nguyễn Văn An', 'x', null, null, null, 'x', null, 'x', '1/1/1990'],
  ]);
  expect(keys(proposeMapping(marks, lookups))).toEqual([
    'name',
    'sex=M',
    'sex=F',
    'schooling=TH',
    'schooling=THCS',
    'schooling=THPT',
    'profession=TC',
    'profession=DH',
    'admittedOn',
  ]);
  const years = table([
    ['Họ và tên', 'Năm sinh', null, 'Ngày vào Đảng'],
    [null, 'Nam', 'Nữ', null],
    ['Nguyễn Văn An', 1960, null, '1/1/1990'],
  ]);
  expect(keys(proposeMapping(years, lookups))).toEqual(['name', 'bornOn+M', 'bornOn+F', 'admittedOn']);
});

test('“Năm” is a year, not “Nam”', () => {
  expect(keys(map('Chi bộ', 'Năm', 'Chỉ tiêu'))).toEqual(['unit', 'year', 'target']);
});

test('what is not known stays open; a table of something else is of no kind', () => {
  expect(keys(map('Họ và tên', 'Ngày vào Đảng', 'Cỡ áo'))).toEqual(['name', 'admittedOn', '–']);
  expect(map('Ngày', 'Ghi chú', 'Số tiền').kind).toBeNull();
});

test('a corrected mapping is remembered for the same heading and for no other', () => {
  const heading = ['Họ và tên', 'Ngày sinh', 'Ngày KN', 'Nơi ở'];
  const first = proposeMapping(table([heading]), lookups);
  const corrected = {
    ...first,
    kind: 'members' as const,
    uses: first.uses.map((use) => (use.heading === 'Ngày KN' ? { ...use, key: 'admittedOn' } : use)),
  };
  const saved = { [first.fingerprint]: JSON.parse(JSON.stringify(saveMapping(corrected))) };
  const again = proposeMapping(
    table([['DANH SÁCH'], heading, ['Nguyễn Văn An', 1990, '1/1/2015', 'x']]),
    lookups,
    { saved },
  );
  expect(again).toMatchObject({ kind: 'members', remembered: true, confidence: 1 });
  expect(keys(again)).toEqual(['name', 'bornOn', 'admittedOn', 'residence']);
  expect(proposeMapping(table([[...heading, 'Dân tộc']]), lookups, { saved }).remembered).toBeUndefined();
});
