// From a grid to typed rows: what is taken, what is said, where; and the same file again.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { cataloguesFrom } from './catalogues.ts';
import type { CellValue, Workbook } from '../workbook/sheet.ts';
import { cellKey, newSheet } from '../workbook/sheet.ts';
import { takeIn } from './intake.ts';
import type { Intake, IntakeOptions } from './intake.ts';

const catalogues = cataloguesFrom(
  parse(readFileSync(new URL('../../regulations/catalogues.yaml', import.meta.url), 'utf8')),
);
const options: IntakeOptions = { today: '2026-11-27', profile: 'A', catalogues };
const workbook = (rows: CellValue[][], name = 'DS'): Workbook => ({
  format: 'xlsx',
  sheets: [newSheet(name, rows)],
  notices: [],
});
const take = (rows: CellValue[][], more: Partial<IntakeOptions> = {}): Intake =>
  takeIn(workbook(rows), { ...options, ...more });
const said = (intake: Intake) =>
  intake.issues.map((i) => `${i.severity} ${i.sheet}!${i.cell} ${i.code.replace('exchange.', '')}`);

const memberHead = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Chi bộ',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'Số thẻ đảng viên',
];

test('members: values typed, changes and doubts named by cell', () => {
  const intake = take([
    memberHead,
    [1, 'TRẦN THỊ  HOÀ', '5/1972', 'Nữ', 'CB KP 1', '3-2-99', '3/2/2000', 1234567],
    [2, 'Lê Văn Bảy', 36000, 'nam', 'Chi bộ khu phố 1', '19/5/2020', '19/5/2021', '12.345.678'],
  ]);
  expect(intake.rows.members.map((row) => row.values)).toEqual([
    {
      name: 'Trần Thị Hoà',
      bornOn: '1972-05',
      sex: 'F',
      unit: 'Chi bộ khu phố 1',
      admittedOn: '1999-02-03',
      officialOn: '2000-02-03',
      cardNumber: '01234567',
    },
    {
      name: 'Lê Văn Bảy',
      bornOn: '1998-07-24',
      sex: 'M',
      unit: 'Chi bộ khu phố 1',
      admittedOn: '2020-05-19',
      officialOn: '2021-05-19',
      cardNumber: '12345678',
    },
  ]);
  expect(said(intake)).toEqual([
    'notice DS!B2 name_blanks',
    'notice DS!B2 name_case',
    'notice DS!F2 date_two_digit',
    'notice DS!H2 zeros_restored',
    'notice DS!C3 date_serial',
  ]);
  expect(intake.issues[0]!.change).toEqual({ before: 'TRẦN THỊ  HOÀ', after: 'Trần Thị Hoà' });
});

test('errors name the cell; a row with one is not taken, the others are', () => {
  const intake = take([
    memberHead,
    [1, 'Lê Thị <b>Mai</b>', '1/1/1990', null, 'KP1', null, null, null],
    [2, null, '1/1/1990', null, 'KP1', '1/1/2015', null, null],
    [3, 'Phạm Văn Bình', '30/2/1990', 'khác', null, '1/1/2030', '1/1/2010', '12'],
    [4, 'Phạm Văn Cường', '1/1/1990', null, 'KP1', '1/1/2015', '1/1/2014', null],
    [5, 'Phạm Văn Dũng', '1/1/1990', null, 'KP1', '1/1/2015', '1/2/2016', 'x'.repeat(5000)],
  ]);
  expect(said(intake)).toEqual([
    'error DS!B2 name_characters',
    'error DS!B3 required',
    'error DS!C4 date_unreadable',
    'warning DS!D4 sex_unreadable',
    'error DS!F4 date_future',
    'warning DS!H4 card_unreadable',
    'error DS!E4 required',
    'warning DS!H6 card_unreadable',
    'error DS!G5 order',
  ]);
  expect(intake.rows.members.map((row) => row.ok)).toEqual([false, false, false, false, true]);
  expect(intake.counts).toMatchObject({ ok: 1, errors: 6, warnings: 3 });
});

test('profile B does not read columns of classes 3 and 4 and says which', () => {
  const rows: CellValue[][] = [
    ['Họ và tên', 'Chi bộ', 'Ngày vào Đảng', 'Tôn giáo', 'Kỷ luật', 'Ghi chú'],
    ['Nguyễn Văn An', 'KP1', '1/1/2010', 'Công giáo', 'Khiển trách', 'hay ốm'],
  ];
  const b = take(rows, { profile: 'B' });
  expect(Object.keys(b.rows.members[0]!.values)).toEqual(['name', 'unit', 'admittedOn']);
  expect(JSON.stringify(b)).not.toMatch(/Khiển trách|hay ốm|Công giáo/);
  expect(said(b).filter((line) => line.includes('refused'))).toEqual(
    ['D1', 'E1', 'F1'].map((cell) => `warning DS!${cell} column_refused`),
  );
  expect(take(rows).rows.members[0]!.values).toMatchObject({
    religion: '02',
    discipline: 'Khiển trách',
    note: 'hay ốm',
  });
});

test('targets: ranges, the year of the title, a range that became a date (S0-05, S2-07, S2-19)', () => {
  const { rows, issues } = take([
    ['GIAO CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN NĂM 2026'],
    ['TT', 'Chi bộ', 'Chỉ tiêu kết nạp', 'Phấn đấu', 'Tạo nguồn'],
    [1, 'Chi bộ khu phố 1', '3-5', 'từ 5 trở lên', 4],
    [2, 'Chi bộ khu phố 2', { day: '2026-05-03', month: false, serial: 46145 }, 2, '1.200'],
    ['Cộng', null, 10, 7, 8],
  ]);
  expect(rows.targets.map((row) => row.values)).toEqual([
    {
      unit: 'Chi bộ khu phố 1',
      year: 2026,
      target: { min: 3, max: 5 },
      aim: { min: 5, max: null },
      sourcing: { min: 4, max: 4 },
    },
    {
      unit: 'Chi bộ khu phố 2',
      year: 2026,
      target: { min: 3, max: 5 },
      aim: { min: 2, max: 2 },
      sourcing: { min: 1200, max: 1200 },
    },
  ]);
  expect(issues.map((i) => i.code)).toEqual(['exchange.range_was_date']);
});

test('targets: all figures, the period of the title, approximate and unknown numbers, bad cells named (S0-05, S2-07, S2-22)', () => {
  const { rows, issues } = take([
    ['CHỈ TIÊU GIAI ĐOẠN 2021 – 2025'],
    [
      'TT',
      'Đơn vị',
      'Chỉ tiêu kết nạp',
      'Đăng ký',
      'Đăng ký phấn đấu',
      'Bồi dưỡng nhận thức',
      'Chỉ tiêu giới thiệu',
      'Kết quả',
      'Đánh giá',
      'Theo văn bản số',
    ],
    [
      1,
      'Chi bộ khu phố 1',
      '≥ 2.070',
      '3–5',
      'khoảng 600',
      'chưa rõ số',
      2,
      'trên 2.070',
      'Vượt',
      '130-KH/HU',
    ],
    [2, 'Chi bộ khu phố 2', 13, null, null, null, null, '8/13', 'đạt', null],
    [3, 'Chi bộ khu phố 3', '-3', null, null, '2,5', null, null, null, null],
  ]);
  expect(rows.targets.map((row) => [row.ok, row.values])).toEqual([
    [
      true,
      {
        unit: 'Chi bộ khu phố 1',
        year: '2021-2025',
        target: { min: 2070, max: null },
        registered: { min: 3, max: 5 },
        aim: { min: 600, max: 600, about: true },
        training: { min: null, max: null },
        introduction: { min: 2, max: 2 },
        result: { min: 2070, max: null },
        verdict: 'exceeded',
        decisionNumber: '130-KH/HU',
      },
    ],
    [
      true,
      {
        unit: 'Chi bộ khu phố 2',
        year: '2021-2025',
        target: { min: 13, max: 13 },
        result: 8,
        verdict: 'met',
      },
    ],
    [false, { unit: 'Chi bộ khu phố 3', year: '2021-2025' }],
  ]);
  expect(issues.map((issue) => [issue.severity, issue.code, issue.cell])).toEqual([
    ['error', 'exchange.number_unreadable', 'C5'],
    ['error', 'exchange.number_unreadable', 'F5'],
  ]);
});

test('units, offices and acts', () => {
  const units = take([
    ['Tên chi bộ', 'Loại tổ chức', 'Loại hình', 'Trực thuộc', 'Ngày thành lập'],
    ['Chi bộ khu phố 1', 'Chi bộ trực thuộc', 'tổ dân phố', 'Đảng ủy phường Kinh Bắc', '2003'],
  ]);
  expect(units.rows.units[0]!.values).toEqual({
    name: 'Chi bộ khu phố 1',
    kind: 'cell',
    type: 'TDP',
    parent: 'Đảng ủy phường Kinh Bắc',
    foundedOn: '2003',
  });
  const offices = take([
    ['Họ và tên', 'Chức danh', 'Đơn vị', 'Phụ trách chi bộ', 'Từ ngày', 'Đến ngày'],
    ['Nguyễn Văn An', 'Đảng ủy viên', 'Đảng bộ phường', 'KP 1, KP 2 và KP 3', '1/6/2025', '1/6/2030'],
  ]);
  expect(offices.rows.offices[0]!.values).toMatchObject({
    title: 'Đảng ủy viên',
    namedUnits: ['KP 1', 'KP 2', 'KP 3'],
    toOn: '2030-06-01',
  });
  const acts = take([
    ['Ngày', 'Biến động', 'Họ và tên', 'Chi bộ', 'Nơi đến'],
    ['1/8/2024', 'Chuyển sinh hoạt đảng đi', 'Nguyễn Văn An', 'KP1', 'Đảng bộ phường B'],
    ['2/8/2024', 'từ trần', 'Lê Văn B', 'KP1', null],
  ]);
  expect(acts.rows.acts.map((row) => row.values.act)).toEqual(['moved_out', 'died']);
});

test('formulas: the value is taken and said once a column, a fault is an error, no value is said', () => {
  const book = workbook([
    ['Họ và tên', 'Chi bộ', 'Ngày sinh', 'Ngày vào Đảng'],
    ['Nguyễn Văn An', 'KP1', '1/1/1990', '#REF!'],
    ['Lê Văn Ba', 'KP1', null, '1/1/2010'],
  ]);
  book.sheets[0]!.formulas = new Set([cellKey(1, 2), cellKey(2, 2), cellKey(1, 3)]);
  book.sheets[0]!.faults = new Set([cellKey(1, 3)]);
  expect(said(takeIn(book, options))).toEqual([
    'warning DS!C2 formula_empty',
    'warning DS!D2 formula',
    'error DS!D2 formula_fault',
  ]);
});

test('units: one spelling, unknown ones named once, stated and found numbers compared', () => {
  const book: Workbook = {
    format: 'xlsx',
    notices: [],
    sheets: [
      newSheet('ĐV', [
        ['Tên chi bộ', 'Loại hình', 'Số đảng viên'],
        ['Chi bộ khu phố 1', null, 3],
      ]),
      newSheet('DS', [
        ['Họ và tên', 'Chi bộ', 'Ngày vào Đảng'],
        ['Nguyễn Văn An', 'KP 01', '2010'],
        ['Lê Văn Ba', 'CHI BỘ KHU PHỐ SỐ 1', '2011'],
        ['Lê Văn Cả', 'KP 9', '2011'],
        ['Lê Văn Dư', 'kp9', '2011'],
      ]),
    ],
  };
  const intake = takeIn(book, options);
  expect(intake.rows.members.map((row) => row.values.unit)).toEqual([
    'Chi bộ khu phố 1',
    'Chi bộ khu phố 1',
    'KP 9',
    'KP 9',
  ]);
  expect(intake.issues.filter((i) => i.severity === 'warning').map((i) => [i.code, i.params])).toEqual([
    ['exchange.unit_unknown', { unit: 'KP 9', rows: 2 }],
    ['exchange.members_differ', { unit: 'Chi bộ khu phố 1', stated: 3, found: 2 }],
  ]);
});

test('a corrected mapping wins', () => {
  const rows: CellValue[][] = [
    ['Họ và tên', 'Chi bộ', 'Ngày vào Đảng', 'Mã riêng'],
    ['Nguyễn Văn An', 'KP1', '1/1/2010', '00123456'],
  ];
  const { mapping } = take(rows).tables[0]!;
  const corrected = {
    ...mapping,
    uses: mapping.uses.map((use) => (use.heading === 'Mã riêng' ? { ...use, key: 'cardNumber' } : use)),
  };
  expect(take(rows, { mappings: [corrected] }).rows.members[0]!.values.cardNumber).toBe('00123456');
});

test('sheets and tables without a meaning are said, not silently dropped', () => {
  const intake = takeIn(
    {
      format: 'xlsx',
      notices: [],
      sheets: [
        newSheet('Thư', [['Kính gửi Đảng ủy']]),
        newSheet('Quỹ', [
          ['Ngày', 'Ghi chú', 'Số tiền'],
          ['1/1/2025', 'thu', 5],
        ]),
      ],
    },
    options,
  );
  expect(said(intake)).toEqual(['warning Thư!null sheet_without_table', 'warning Quỹ!A1 table_unknown']);
});
