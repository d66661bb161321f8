// A paper as a workbook: the tables one below the other as on the sheet, with numbers that can be reckoned with; the words
// on a sheet of their own, where they can be as long as they are.
import type { FreeSheet, OutCell } from '../workbook/write-xlsx.ts';
import type { Paper, PaperTable } from './paper.ts';
import { capitals, datedOf, headOf, numberOf, party } from './sheet.ts';

interface Grid {
  cells: OutCell[][];
  bold: number[];
}

function add(grid: Grid, cells: OutCell[], bold = false): void {
  if (bold) grid.bold.push(grid.cells.length);
  grid.cells.push(cells);
}

function addTable(grid: Grid, table: PaperTable): void {
  const marked = headOf(table).length > table.columns.length + 1;
  add(grid, [null]);
  if (table.heading) add(grid, [table.heading], true);
  add(grid, headOf(table), true);
  for (const { mark, label, level, cells } of table.rows) {
    const numbers = cells.map(
      ({ value, text, as = 'whole' }): OutCell => (value === null ? text : { number: value, as }),
    );
    const name = `${'   '.repeat(level)}${label}`;
    add(grid, marked ? [mark || null, name, ...numbers] : [name, ...numbers]);
  }
  for (const note of table.notes) add(grid, [note]);
}

function headRows(paper: Paper): { cells: OutCell[]; bold: boolean }[] {
  const dated = datedOf(paper.place, paper.on);
  const bold = (text: string) => ({ cells: [text], bold: true });
  const plain = (text: string) => ({ cells: [text], bold: false });
  return [
    ...(paper.mark ? [bold(paper.mark)] : []),
    bold(party),
    ...(paper.superior ? [plain(capitals(paper.superior))] : []),
    bold(capitals(paper.body)),
    ...[numberOf(paper), dated].filter((line) => line !== null).map(plain),
    bold(paper.title),
    ...paper.subtitle.map(bold),
  ];
}

export function bookOf(paper: Paper): FreeSheet[] {
  const grid: Grid = { cells: [], bold: [] };
  for (const { cells, bold } of headRows(paper)) add(grid, cells, bold);
  const tables = paper.parts.filter((part) => part.kind === 'table');
  for (const table of tables) addTable(grid, table);
  add(grid, [null]);
  for (const line of [...paper.signature.lines, paper.signature.name]) if (line) add(grid, [line], true);
  for (const note of paper.footnotes) add(grid, [note]);
  const columns = Math.max(1, ...grid.cells.map((row) => row.length));
  const marked = tables.some((table) => headOf(table).length > table.columns.length + 1);
  const widths = Array.from({ length: columns }, (_, at) => widthAt(at, marked));
  return [{ name: 'Báo cáo', merges: mergesOf(grid, columns), widths, ...grid }, ...wordsSheet(paper)];
}

const widthAt = (at: number, marked: boolean): number => {
  if (marked && at === 0) return 7;
  return at === (marked ? 1 : 0) ? 46 : 13;
};

/** Lines of one cell run across the whole sheet. */
const mergesOf = ({ cells }: Grid, columns: number): FreeSheet['merges'] =>
  columns < 2
    ? []
    : cells.flatMap((row, at) =>
        row.length === 1 && row[0] !== null
          ? [{ fromRow: at, toRow: at, fromColumn: 0, toColumn: columns - 1 }]
          : [],
      );

function wordsSheet(paper: Paper): FreeSheet[] {
  const texts = paper.parts.filter((part) => part.kind === 'text');
  if (texts.length === 0) return [];
  const grid: Grid = { cells: [], bold: [] };
  for (const { heading, paragraphs } of texts) {
    add(grid, [heading], true);
    for (const paragraph of paragraphs) add(grid, [paragraph]);
  }
  return [{ name: 'Lời văn', merges: [], widths: [110], ...grid }];
}
