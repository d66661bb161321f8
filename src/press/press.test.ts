// What is written as Word and PDF is read back: every word and number of the paper, in its place.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect, test } from 'vitest';
import { readPdf, readWord } from '../../test/papers.ts';
import type { Paper, PaperRow, PaperTable } from './paper.ts';
import { inputOf, template } from './pdf.ts';
import { printed } from './press.store.ts';

const numbers = (...values: number[]): PaperRow['cells'] =>
  values.map((value) => ({ value, text: value.toLocaleString('vi-VN') }));
const row = (mark: string, label: string, level: number, ...values: number[]): PaperRow => ({
  mark,
  label,
  level,
  whole: level === 0,
  cells: numbers(...values),
});
const movement: PaperTable = {
  kind: 'table',
  heading: 'I. Tăng, giảm đảng viên',
  label: 'Nội dung',
  columns: [
    { heading: 'Tổng số', width: 14 },
    { heading: 'Trong đó: nữ', width: 14 },
  ],
  rows: [
    row('1', 'Đảng viên đầu kỳ', 0, 2070, 812),
    ...Array.from({ length: 60 }, (_, at) => row(`1.${at + 1}`, `Chi bộ khu phố ${at + 1}`, 1, 31 + at, at)),
    row('2', 'Kết nạp', 0, 61.5, 0),
  ],
  notes: ['Đầu kỳ + tăng − giảm = cuối kỳ: khớp.'],
};
/** Words that mean something to the programs that set them. */
const wicked = '#let x = 1; *đậm* _nghiêng_ $a^2$ <w:t>&amp; @ai "\\n" [ngoặc] // ghi chú';
const paper: Paper = {
  file: 'bao-cao',
  superior: 'Đảng bộ tỉnh Bắc Ninh',
  body: 'Đảng uỷ phường Kinh Bắc',
  number: '05-BC/ĐU',
  place: 'Kinh Bắc',
  on: '2026-02-05',
  title: 'BÁO CÁO',
  subtitle: ['Kết quả công tác phát triển đảng viên', 'Quý I năm 2026'],
  mark: null,
  landscape: false,
  parts: [
    movement,
    {
      kind: 'text',
      heading: 'II. Khó khăn, vướng mắc',
      paragraphs: ['Nguồn kết nạp ở khu phố còn ít.', wicked],
    },
  ],
  recipients: ['- Tỉnh ủy Bắc Ninh,', '- Lưu Đảng ủy.'],
  signature: { lines: ['T/M ĐẢNG ỦY', 'PHÓ BÍ THƯ'], name: 'Nguyễn Thị Mẫu' },
  footnotes: ['Số liệu chốt đến hết ngày 31/3/2026.'],
};
const lines = movement.rows.map(({ mark, label, cells }) => [mark, label, ...cells.map(({ text }) => text)]);
const around = [
  'ĐẢNG BỘ TỈNH BẮC NINH',
  'ĐẢNG ỦY PHƯỜNG KINH BẮC',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Số 05-BC/ĐU',
  'Kinh Bắc, ngày 05 tháng 02 năm 2026',
  'BÁO CÁO',
  'Quý I năm 2026',
  'I. Tăng, giảm đảng viên',
  'Đầu kỳ + tăng − giảm = cuối kỳ: khớp.',
  'Nguồn kết nạp ở khu phố còn ít.',
  '- Lưu Đảng ủy.',
  'T/M ĐẢNG ỦY',
  'Nguyễn Thị Mẫu',
  'Số liệu chốt đến hết ngày 31/3/2026.',
];

test('Word: the table cell by cell, the words paragraph by paragraph', async () => {
  const { tables, paragraphs } = await readWord(await printed(paper, 'docx'));
  expect(tables).toHaveLength(3);
  expect(tables[1]?.[0]).toEqual(['TT', 'Nội dung', 'Tổng số', 'Trong đó: nữ']);
  expect(tables[1]?.slice(1)).toEqual(lines);
  for (const words of [...around, wicked]) expect(paragraphs).toContain(words);
});

test('PDF: the same text, set by the template and not by what is written', async () => {
  const file = await printed(paper, 'pdf');
  expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  expect(tableSet(paper).slice(1)).toEqual(lines);
  const text = readPdf(file);
  if (text === null) return;
  // Straight marks are set as curly ones.
  const sought = [...around, ...lines.map((cells) => cells.join(' ')), wicked.split(' @')[0] ?? ''];
  expect(sought.filter((words) => !text.includes(words))).toEqual([]);
});

test('PDF: generated data are marked on every page, and a broad table lies across', async () => {
  const marked = { ...paper, mark: 'DỮ LIỆU MÔ PHỎNG', landscape: true };
  const file = await printed(marked, 'pdf');
  expect(file.length).toBeGreaterThan((await printed(paper, 'pdf')).length);
  const compiler = NodeCompiler.create();
  const { numOfPages = 0 } =
    compiler.compile({ mainFileContent: template, inputs: { paper: inputOf(marked) } }).result ?? {};
  expect(numOfPages).toBeGreaterThan(1);
  const { paragraphs } = await readWord(await printed(marked, 'docx'));
  expect(paragraphs).toContain('DỮ LIỆU MÔ PHỎNG');
});

test('a paper without head, number, words or recipients is still a paper', async () => {
  const bare: Paper = {
    ...paper,
    superior: null,
    number: null,
    place: null,
    on: null,
    parts: [],
    recipients: [],
    signature: { lines: ['BÍ THƯ'], name: null },
    footnotes: [],
  };
  expect((await printed(bare, 'pdf')).length).toBeGreaterThan(1000);
  expect((await readWord(await printed(bare, 'docx'))).paragraphs).toContain('BÍ THƯ');
});

/** The cells as typst has set them. */
function tableSet(set: Paper): string[][] {
  const page =
    NodeCompiler.create().html({ mainFileContent: template, inputs: { paper: inputOf(set) } }) ?? '';
  return [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]+>/g, '').trim(),
    ),
  );
}
