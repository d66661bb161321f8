// Long lists as files, written while they are read: rows go out as they come, and whoever stops reading stops the list.
// Nothing of the file is held but the row under way.
import { writeXlsxStream } from 'hucre/xlsx';
import { type OutCell, type OutColumn, safe, simulatedNote, valueOf } from './write-xlsx.ts';

export interface LongList {
  name: string;
  /** lines above the heading */
  titles: readonly string[];
  columns: readonly OutColumn[];
  rows: AsyncIterable<OutCell[]>;
  simulated: boolean;
}

const linesAbove = ({ titles, simulated }: LongList): string[] => [
  ...(simulated ? [simulatedNote] : []),
  ...titles,
];

async function* wholeOf(list: LongList): AsyncGenerator<OutCell[]> {
  for (const line of linesAbove(list)) yield [line];
  yield list.columns.map(({ heading }) => heading);
  yield* list.rows;
}

/** More rows than a sheet holds go on in a second sheet. */
export function workbookPieces(list: LongList): AsyncIterable<Uint8Array> {
  const rows = async function* () {
    for await (const row of wholeOf(list)) yield row.map(valueOf);
  };
  const columns = list.columns.map(({ width = 20 }) => ({ width }));
  return writeXlsxStream(rows(), { name: list.name, columns, repeatHeaders: false });
}

/** With the mark by which Excel knows the letters, and commas between the fields. */
export async function* csvPieces(list: LongList): AsyncGenerator<Uint8Array> {
  const letters = new TextEncoder();
  yield letters.encode('\uFEFF');
  for await (const row of wholeOf(list)) yield letters.encode(`${row.map(fieldOf).join(',')}\r\n`);
}

function fieldOf(cell: OutCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return fieldOf('day' in cell ? partsTurned(cell.day) : cell.number);
  const text = typeof cell === 'string' ? safe(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const partsTurned = (day: string): string => day.split('-').toReversed().join('/');
