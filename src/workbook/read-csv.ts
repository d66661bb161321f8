// Text files: which encoding (UTF-8, UTF-16, Windows-1258, or bytes typed with a TCVN3/VNI font) and which
// delimiter, then rows of plain text. Tone marks that Windows-1258 keeps apart are composed to NFC.
import { parseCsv } from 'hucre/csv';
import { Invalid, TooLarge } from '../platform/errors.ts';
import { legacyFontOf } from './fonts.ts';
import { maxColumns, newSheet } from './sheet.ts';
import type { FileNotice, Workbook } from './sheet.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: Latin letters, digits and delimiters leave every second byte zero. */
function zeroPattern(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  const half = sample.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.1) return 'utf-16be';
  if (even + odd > 0) throw new Invalid('exchange.file_unknown');
  return null;
}

function decodeStrict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const marked = byteOrderMark(bytes) ?? zeroPattern(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes).normalize('NFC'), encoding: marked };
  const strict = decodeStrict(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8' };
  const western = new TextDecoder('windows-1252').decode(bytes);
  if (legacyFontOf([western.slice(0, 20_000)])) return { text: western, encoding: 'windows-1252' };
  return { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), encoding: 'windows-1258' };
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let quoted = false;
  let count = 0;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) count += 1;
  }
  return count;
}

/** The delimiter that most lines use, and use most evenly; a title line without any does not count against it. */
export function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, 60).filter((line) => line.trim() !== '');
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of ['\t', ';', ',']) {
    const counts = lines.map((line) => countOutsideQuotes(line, delimiter)).filter((n) => n > 0);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const score = counts.filter((n) => n === usual).length * Math.min(usual, 6);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Control characters other than tab and line ends: this is no text. */
const holdsControls = (text: string): boolean =>
  [...text].some((char) => char < ' ' && char !== '\t' && char !== '\n' && char !== '\r' && char !== '\f');

export function readCsvWorkbook(bytes: Uint8Array, name: string, maxRows: number): Workbook {
  const { text, encoding } = decodeText(bytes);
  if (holdsControls(text.slice(0, 20_000))) throw new Invalid('exchange.file_unknown');
  const rows = parseCsv(text, { delimiter: delimiterOf(text), maxRows: maxRows + 1 });
  if (rows.length > maxRows) throw new TooLarge('exchange.too_many_rows', { limit: maxRows });
  const cells = rows.map((row) =>
    row.slice(0, maxColumns).map((cell) => (typeof cell === 'string' && cell !== '' ? cell : null)),
  );
  const notices: FileNotice[] =
    encoding === 'utf-8' ? [] : [{ code: 'exchange.encoding', sheet: name, params: { encoding } }];
  return { format: 'csv', sheets: [newSheet(name, cells)], notices };
}
