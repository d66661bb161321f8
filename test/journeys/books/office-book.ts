// Workbooks as offices keep them, made in the test: title rows, a merged heading of two rows, sections headed by a
// cell's name, x marks, names in NFD with double blanks, days as text, as numbers, or month-only.
import { writeXlsx } from 'hucre/xlsx';

type Cell = string | number | Date | null;
type Sheet = Parameters<typeof writeXlsx>[0]['sheets'][number];

export interface Line {
  name: string;
  /** as the office typed it */
  bornOn: Cell;
  sex: 'M' | 'F';
  admittedOn: Cell;
  officialOn?: Cell;
  exempt?: boolean;
  /** in a column whose heading nobody but this office understands */
  reach?: string;
}

const nfd = (text: string) => text.normalize('NFD');
const merge = (fromRow: number, fromColumn: number, toRow: number, toColumn: number) => ({
  startRow: fromRow,
  startCol: fromColumn,
  endRow: toRow,
  endCol: toColumn,
});

/** The roll of a ward: born in the column of the sex, admission as two days below one heading. */
export async function memberBook(cells: Record<string, Line[]>): Promise<Buffer> {
  const heading = 4;
  const rows: Cell[][] = [
    ['ĐẢNG BỘ PHƯỜNG KINH BẮC', null, null, null, null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    [],
    ['DANH SÁCH ĐẢNG VIÊN'],
    ['(Tính đến ngày 30 tháng 9 năm 2025)'],
    ['STT', 'Họ và tên', 'Ngày, tháng, năm sinh', null, 'Ngày vào Đảng', null, 'Miễn SH', 'Gọi qua số'],
    [null, null, 'Nam', 'Nữ', 'Dự bị', 'Chính thức', null, null],
  ];
  const merges = [
    merge(2, 0, 2, 7),
    merge(heading, 2, heading, 3),
    merge(heading, 4, heading, 5),
    ...[0, 1, 6, 7].map((column) => merge(heading, column, heading + 1, column)),
  ];
  Object.entries(cells).forEach(([cell, lines], at) => {
    merges.push(merge(rows.length, 0, rows.length, 7));
    rows.push([`${'I'.repeat(at + 1)}. ${nfd(cell.toUpperCase())}`]);
    lines.forEach((line, index) => rows.push(rowOf(line, index)));
  });
  rows.push([], [null, null, null, null, null, 'NGƯỜI LẬP BIỂU']);
  return book([{ name: 'DS đảng viên', rows, merges }]);
}

const rowOf = (line: Line, index: number): Cell[] => [
  index + 1,
  nfd(line.name.replace(' ', '  ')),
  line.sex === 'M' ? line.bornOn : null,
  line.sex === 'F' ? line.bornOn : null,
  line.admittedOn,
  line.officialOn ?? null,
  line.exempt ? 'x' : null,
  line.reach ?? null,
];

export interface Candidate {
  name: string;
  bornOn: string;
  cell: string;
  education: string;
  nominatedOn: string;
  toldOn: string;
  listedOn?: string;
}

/** People on the road, in a plain sheet of their own. */
export async function candidateBook(people: Candidate[]): Promise<Buffer> {
  const rows: Cell[][] = [
    ['DANH SÁCH QUẦN CHÚNG ƯU TÚ'],
    [],
    [
      'TT',
      'Họ và tên',
      'Ngày sinh',
      'Chi bộ',
      'Trình độ văn hóa',
      'Ngày giới thiệu',
      'Ngày quần chúng đồng ý',
      'Ngày vào danh sách cảm tình',
    ],
    ...people.map((one, index): Cell[] => [
      index + 1,
      one.name,
      one.bornOn,
      one.cell,
      one.education,
      one.nominatedOn,
      one.toldOn,
      one.listedOn ?? null,
    ]),
  ];
  return book([{ name: 'Quần chúng', rows, merges: [merge(0, 0, 0, 7)] }]);
}

const book = async (sheets: Sheet[]): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets }));
