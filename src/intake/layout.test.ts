// Tables as offices lay them out.
import { expect, test } from 'vitest';
import type { CellValue, Merge } from '../workbook/sheet.ts';
import { newSheet } from '../workbook/sheet.ts';
import { findTables } from './layout.ts';
import type { Table } from './layout.ts';

const merge = (fromRow: number, fromColumn: number, toRow: number, toColumn: number): Merge => ({
  fromRow,
  fromColumn,
  toRow,
  toColumn,
});
const tables = (rows: CellValue[][], merges: Merge[] = [], name = 'DS'): Table[] =>
  findTables(newSheet(name, rows, merges));
const lines = (table: Table) => table.rows.map(({ row, unit }) => [row + 1, unit]);
const paths = (table: Table) => table.columns.map((column) => column.path.join(' / '));
const why = (table: Table) => table.skipped.map((row) => row.why);

test('title lines, a merged heading of two rows, a numbering row, sections, totals, signatures', () => {
  const [table, ...more] = tables(
    [
      ['ĐẢNG BỘ PHƯỜNG KINH BẮC'],
      [],
      ['DANH SÁCH ĐẢNG VIÊN NĂM 2018'],
      ['STT', 'Họ và tên', 'Năm sinh', null, 'Ngày vào Đảng', null],
      [null, null, 'Nam', 'Nữ', 'Dự bị', 'Chính thức'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['I', 'Chi bộ khu phố 1 (2 đảng viên)'],
      [1, 'Nguyễn Văn An', 1960, null, '1/1/1990', '1/1/1991'],
      [2, 'Tống Thị Bé', null, 1970, '1/1/1995', '1/1/1996'],
      ['Chi bộ khu phố 2'],
      [1, 'Lê Văn Cường', 1980, null, '1/1/2005', '1/1/2006'],
      ['Tổng cộng: 3 đảng viên'],
      [],
      [null, null, null, 'Kinh Bắc, ngày 27 tháng 4 năm 2018'],
      [null, 'Người lập biểu', null, 'T/M ĐẢNG ỦY'],
      [null, 'Trần Văn Ký'],
    ],
    [merge(3, 0, 4, 0), merge(3, 1, 4, 1), merge(3, 2, 3, 3), merge(3, 4, 3, 5)],
  );
  expect(more).toEqual([]);
  expect(paths(table!)).toEqual([
    'STT',
    'Họ và tên',
    'Năm sinh / Nam',
    'Năm sinh / Nữ',
    'Ngày vào Đảng / Dự bị',
    'Ngày vào Đảng / Chính thức',
  ]);
  expect(lines(table!)).toEqual([
    [8, 'Chi bộ khu phố 1'],
    [9, 'Chi bộ khu phố 1'],
    [11, 'Chi bộ khu phố 2'],
  ]);
  expect(why(table!)).toEqual(['section', 'section', 'total', 'signature']);
  expect(table).toMatchObject({ top: 3, bottom: 4, ordinal: 0, nameColumn: 1, unit: null, year: 2018 });
});

test('two heading rows without merges, as a .csv has them', () => {
  const [table] = tables([
    ['STT', 'Họ tên', 'Ngày vào Đảng', null, 'Quê quán'],
    [null, null, 'Dự bị', 'Chính thức', null],
    ['1', 'Nguyễn Văn An', '1/1/1990', '1/1/1991', 'Bắc Ninh'],
  ]);
  expect(paths(table!)).toEqual([
    'STT',
    'Họ tên',
    'Ngày vào Đảng / Dự bị',
    'Ngày vào Đảng / Chính thức',
    'Quê quán',
  ]);
  expect(table!.rows).toHaveLength(1);
});

test('headings repeated on each page and blank rows between', () => {
  const head = ['TT', 'Họ tên', 'Ngày sinh', 'Quê quán'];
  const person = (n: number) => [n, 'Nguyễn Văn An', '1/1/1990', 'Bắc Ninh'];
  const [table, ...more] = tables([head, person(1), [], person(2), head, ['1', '2', '3', '4'], person(3)]);
  expect(more).toEqual([]);
  expect(table!.rows.map(({ row }) => row + 1)).toEqual([2, 4, 7]);
});

test('several tables on one sheet, the second with another heading and its own title', () => {
  const found = tables([
    ['DANH SÁCH ĐẢNG VIÊN CHI BỘ KHU PHỐ 3 NĂM 2026'],
    ['TT', 'Họ và tên', 'Ngày sinh'],
    [1, 'Nguyễn Văn An', '1/1/1990'],
    [],
    ['CHỈ TIÊU NĂM 2027'],
    ['TT', 'Chi bộ', 'Chỉ tiêu kết nạp'],
    [1, 'Chi bộ khu phố 3', 2],
  ]);
  expect(found.map((table) => [table.unit, table.year, table.rows.length])).toEqual([
    ['CHI BỘ KHU PHỐ 3', 2026, 1],
    [null, 2027, 1],
  ]);
  expect(found[1]!.titles).toEqual(['CHỈ TIÊU NĂM 2027']);
});

test('one sheet for each cell: the sheet names it', () => {
  const [table] = tables(
    [
      ['TT', 'Họ và tên', 'Ngày sinh'],
      [1, 'Nguyễn Văn An', '1/1/1990'],
    ],
    [],
    'CB KP 5',
  );
  expect(table!.unit).toBe('CB KP 5');
});

test('a letterhead names the cell, “các chi bộ trực thuộc” names none', () => {
  const head = [
    ['TT', 'Họ và tên', 'Ngày sinh'],
    [1, 'Nguyễn Văn An', '1/1/1990'],
  ];
  expect(tables([['ĐẢNG BỘ PHƯỜNG A'], ['CHI BỘ TRƯỜNG THCS B'], ['DANH SÁCH'], ...head])[0]!.unit).toBe(
    'CHI BỘ TRƯỜNG THCS B',
  );
  expect(tables([['DANH SÁCH CÁC CHI BỘ TRỰC THUỘC'], ...head])[0]!.unit).toBeNull();
});

test('a list of units: rows with a number and a name only are data, not sections', () => {
  const [table] = tables([
    ['TT', 'Tên chi bộ', 'Loại hình', 'Ngày thành lập'],
    [1, 'Chi bộ khu phố 1', null, null],
    [2, 'Chi bộ khu phố 2', 'Chi bộ tổ dân phố, khu phố', '1/1/2003'],
    ['Cộng', null, null, 2],
  ]);
  expect(table!.rows.map(({ row }) => row + 1)).toEqual([2, 3]);
  expect(why(table!)).toEqual(['total']);
});

test('a unit merged over its people is filled down, a merged name is one person', () => {
  const [table] = tables(
    [
      ['Chi bộ', 'Họ và tên', 'Ngày sinh', 'Chức vụ'],
      ['Chi bộ KP 1', 'Nguyễn Văn An', '1/1/1990', 'Bí thư'],
      [null, 'Lê Văn Bình', '1/1/1991', null],
      [null, null, null, 'Tổ trưởng tổ dân phố'],
    ],
    [merge(1, 0, 3, 0), merge(2, 1, 3, 1)],
  );
  expect(table!.filled.get(2 * 16_384)).toBe('Chi bộ KP 1');
  expect(table!.rows.map(({ row }) => row + 1)).toEqual([2, 3]);
  expect(why(table!)).toEqual(['continued']);
});

test.each<[string, CellValue[][]]>([
  ['no heading', [['Nguyễn Văn An', '1/1/1990']]],
  ['a letter', [['Kính gửi: Đảng ủy phường'], ['Chi bộ xin báo cáo như sau'], ['Họ và tên người lập: An']]],
  ['nothing', []],
])('%s is no table', (_, rows) => expect(tables(rows)).toEqual([]));

test('10,000 merged sections stay quick', () => {
  const rows: CellValue[][] = [['STT', 'Họ và tên', 'Ngày sinh']];
  const merges: Merge[] = [];
  for (let n = 0; n < 10_000; n++) {
    merges.push(merge(rows.length, 0, rows.length, 2));
    rows.push([`Chi bộ thôn ${n}`], [1, 'Nguyễn Văn An', '1/1/1990']);
  }
  const start = performance.now();
  expect(tables(rows, merges)[0]!.rows).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(4000);
});
