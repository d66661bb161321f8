// Papers read back as whoever gets them would: the words and tables of a Word file, the text of a PDF.
import { execFileSync } from 'node:child_process';
import { inflateEntry, listZip } from '../src/workbook/zip.ts';

const decoded: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replaceAll(/&\w+;/g, (mark) => decoded[mark] ?? mark))
    .join('');
const within = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>(.*?)</w:${tag}>`, 'gs'))].map(([, inner = '']) => inner);

export interface WordText {
  /** every table, row by row, cell by cell */
  tables: string[][][];
  /** every paragraph, also those in tables */
  paragraphs: string[];
}

export async function readWord(file: Uint8Array): Promise<WordText> {
  const entry = listZip(file).find(({ name }) => name === 'word/document.xml');
  if (!entry) throw new Error('no document in the file');
  const xml = new TextDecoder().decode(await inflateEntry(file, entry));
  return {
    tables: within(xml, 'tbl').map((table) =>
      within(table, 'tr').map((row) => within(row, 'tc').map((cell) => textOf(cell))),
    ),
    paragraphs: within(xml, 'p').map(textOf),
  };
}

/** The text of a PDF in the order of its content, blanks made one; null where no reader of PDF is installed. */
export function readPdf(file: Uint8Array): string | null {
  try {
    const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: file, encoding: 'utf8' });
    return text.replaceAll(/\s+/g, ' ');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}
