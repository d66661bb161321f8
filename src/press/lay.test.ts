// One report on four ways out: what the screen writes, Excel, Word and PDF hold the same numbers; small counts of persons
// of another unit are in none of them.
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readPdf, readWord } from '../../test/papers.ts';
import { formatNumber, formatShare, formatTenths } from '../ui/numbers.ts';
import { writeWorkbook } from '../workbook/write-xlsx.ts';
import type { Body, Cell, Row } from './body.ts';
import { bookOf } from './book.ts';
import { cellText, numberText } from './cell.ts';
import { type Laid, paperOf } from './lay.ts';
import { printed } from './press.store.ts';

const said = (vi: string) => ({ vi, en: vi });
const cell = (value: number | null, measure: Cell['measure'] = 'count', why: string | null = null): Cell => ({
  value,
  measure,
  why: why === null ? null : said(why),
  opens: null,
});
interface Line {
  mark: string;
  label: string;
  level?: number;
  whole?: boolean;
  cells: Cell[];
}
const row = ({ mark, label, level = 0, whole = false, cells }: Line): Row => ({
  id: label,
  mark,
  label: said(label),
  unitId: null,
  level,
  whole,
  cells,
});
const rows = [
  row({ mark: '1', label: 'Kết nạp', whole: true, cells: [cell(2013), cell(7), cell(7 / 2013, 'share')] }),
  row({ mark: '1.1', label: 'Dân tộc Tày', level: 1, cells: [cell(1991), cell(6), cell(6 / 1991, 'share')] }),
  row({ mark: '1.2', label: 'Dân tộc Lô Lô', level: 1, cells: [cell(3), cell(1), cell(1 / 3, 'share')] }),
  row({ mark: '1.3', label: 'Dân tộc Mông', level: 1, cells: [cell(19), cell(0), cell(0, 'share')] }),
  row({ mark: '2', label: 'Tuổi', cells: [cell(31.25, 'mean'), cell(30.5, 'median'), cell(0.125, 'ratio')] }),
  row({
    mark: '3',
    label: 'Chỉ tiêu',
    cells: [cell(null, 'target', 'đơn vị chưa được giao chỉ tiêu'), cell(40, 'target'), cell(null, 'share')],
  }),
];
const body: Body = {
  form: { id: 'mau', title: said('Kết quả phát triển đảng viên'), example: false },
  unit: { id: 7, name: 'Đảng bộ phường Kinh Bắc' },
  superior: 'Đảng bộ tỉnh Bắc Ninh',
  period: '2026-Q1',
  periodLabel: said('Quý I/2026'),
  span: { from: '2026-01-01', to: '2026-03-31' },
  closesOn: '2026-03-31',
  parts: [
    {
      kind: 'table',
      id: 'one',
      title: said('I. Kết nạp'),
      label: said('Nội dung'),
      columns: ['Tổng số', 'Nữ', 'Tỷ lệ'].map((label) => ({ id: label, label: said(label) })),
      rows,
      notes: [],
      personal: true,
    },
    {
      kind: 'words',
      id: 'two',
      title: said('II. Khó khăn'),
      hint: said(''),
      needed: false,
      difficulty: true,
      text: 'Dòng một.\n=1+1 là chữ, không phải công thức.',
    },
  ],
  checks: [{ id: 'k', label: said('Tổng'), holds: true, left: 2, right: 2, said: '2.013 = 1.991 + 3 + 19' }],
  ruleSet: '208-QĐ/TW',
  units: 9,
};
const laid: Laid = {
  body,
  signed: {
    number: '05-BC/ĐU',
    on: '2026-04-02',
    capacity: 'T/M ĐẢNG ỦY',
    title: 'Bí thư',
    name: 'Mẫu Văn A',
  },
  draft: false,
  told: ['Báo cáo gửi ngày 03/04/2026; số liệu được chốt lúc gửi.'],
  own: true,
  least: 5,
  simulated: false,
};
const screen = rows.map(({ mark, label, cells }) => [mark, label.vi, ...cells.map(cellText)]);

/** Numbers of a workbook as its formats write them. */
async function inWorkbook(given: Laid): Promise<string[][]> {
  const { sheets } = await readXlsx(await writeWorkbook(bookOf(paperOf(given))));
  const grid = sheets[0]?.rows ?? [];
  const head = grid.findIndex((line) => line.includes('Tổng số'));
  return grid.slice(head + 1, head + 1 + rows.length).map((line, at) => {
    const [mark, label, ...numbers] = line;
    return [
      String(mark),
      String(label).replace(/^'/, '').trim(),
      ...numbers.map((value, column) =>
        typeof value === 'number'
          ? numberText(value, rows[at]?.cells[column]?.measure ?? 'count')
          : String(value),
      ),
    ];
  });
}

test('a number is written as everywhere else on the screen', () => {
  for (const value of [0, 1, 7, 999, 1000, 51_234, 2_070_001]) {
    expect(numberText(value, 'count')).toBe(formatNumber(value));
    expect(numberText(value, 'count', 'en')).toBe(formatNumber(value, 'en'));
  }
  for (const value of [0, 0.07005, 0.39246, 0.5, 1, 100 / 3 / 100, 0.615])
    expect(numberText(value, 'share')).toBe(formatShare(value));
  for (const value of [6.774, 1, 31.25]) expect(numberText(value, 'mean')).toBe(formatTenths(value));
  expect(numberText(null, 'count')).toBe('–');
});

describe('screen, Excel, Word and PDF', () => {
  test('hold the same numbers', async () => {
    const paper = paperOf(laid);
    expect(await inWorkbook(laid)).toEqual(screen);
    const { tables, paragraphs } = await readWord(await printed(paper, 'docx'));
    expect(tables[1]?.slice(1)).toEqual(screen);
    expect(paragraphs).toEqual(expect.arrayContaining(['–: đơn vị chưa được giao chỉ tiêu.', 'Dòng một.']));
    const text = readPdf(await printed(paper, 'pdf'));
    if (text !== null) for (const line of screen) expect(text).toContain(line.join(' '));
  });

  test('words stand in the workbook as words', async () => {
    const { sheets } = await readXlsx(await writeWorkbook(bookOf(paperOf(laid))));
    const words = sheets[1]?.rows.flat().map((value) => String(value).replace(/^'/, ''));
    expect(words).toContain('=1+1 là chữ, không phải công thức.');
    expect(words).toContain('Tổng: 2.013 = 1.991 + 3 + 19 (khớp).');
  });

  test('another unit’s file has no small count, none it follows from, and no quotient of them', async () => {
    const spared = { ...laid, own: false };
    const book = await inWorkbook(spared);
    expect(book[0]).toEqual(screen[0]);
    // 3 is small; 19 goes with it, or 3 could be reckoned from the sum. Of the women 1 and with it 6.
    expect(book.slice(1, 4).map((line) => line.slice(2))).toEqual([
      ['1.991', '<5', '<5'],
      ['<5', '<5', '<5'],
      ['<5', '0', '<5'],
    ]);
    expect(book.slice(4)).toEqual(screen.slice(4));
    const { tables, paragraphs } = await readWord(await printed(paperOf(spared), 'docx'));
    expect(tables[1]?.slice(1)).toEqual(book);
    expect(paragraphs.some((line) => line.startsWith('<5: số nhỏ của đơn vị khác'))).toBe(true);
    // An identity would tell the same numbers again.
    expect(paragraphs).toContain('Tổng: khớp.');
    expect(paragraphs.join(' ')).not.toContain('1.991 + 3');
  });

  test('a table of no persons is whole for everybody', async () => {
    const parts = body.parts.map((part) => (part.kind === 'table' ? { ...part, personal: false } : part));
    expect(await inWorkbook({ ...laid, body: { ...body, parts }, own: false })).toEqual(screen);
  });
});

test('a draft and generated data say so', () => {
  expect(paperOf({ ...laid, draft: true, simulated: true }).mark).toBe('DỰ THẢO · DỮ LIỆU MÔ PHỎNG');
  expect(paperOf(laid).mark).toBeNull();
  expect(paperOf(laid).file).toBe('Kết quả phát triển đảng viên – Quý I-2026 – Đảng bộ phường Kinh Bắc');
});
