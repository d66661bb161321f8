// Which kind of file this really is, judged by its bytes and never by its name; what we do not take is refused
// with the way to save it so that we can.
import { Invalid, TooLarge } from '../platform/errors.ts';
import { convertLegacyFonts } from './fonts.ts';
import { readCsvWorkbook } from './read-csv.ts';
import { readXlsxWorkbook } from './read-xlsx.ts';
import { isBlank } from './sheet.ts';
import type { Workbook } from './sheet.ts';
import { inspectZip } from './zip.ts';

export interface ReadLimits {
  fileBytes: number;
  rows: number;
}
export const readLimits: ReadLimits = { fileBytes: 40e6, rows: 200_000 };

const signatures: [string, number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['EXE', [0x4d, 0x5a, 0x90]],
];

const startsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((b, i) => bytes[i] === b);

/** UTF-16LE text anywhere in the bytes: how the directory of an OLE file names its streams. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function refuseOle(bytes: Uint8Array): never {
  if (holdsName(bytes, 'EncryptedPackage')) throw new Invalid('exchange.file_encrypted');
  if (holdsName(bytes, 'WordDocument')) throw new Invalid('exchange.file_type', { found: 'Word (.doc)' });
  throw new Invalid('exchange.file_xls');
}

function refuseOtherZip(names: Set<string>): void {
  if (names.has('xl/workbook.bin')) throw new Invalid('exchange.file_resave', { found: 'Excel .xlsb' });
  if (names.has('word/document.xml')) throw new Invalid('exchange.file_type', { found: 'Word (.docx)' });
  if (names.has('ppt/presentation.xml')) throw new Invalid('exchange.file_type', { found: 'PowerPoint' });
  if (names.has('content.xml')) throw new Invalid('exchange.file_resave', { found: 'OpenDocument (.ods)' });
  if (!names.has('[Content_Types].xml') || ![...names].some((name) => name.startsWith('xl/'))) {
    throw new Invalid('exchange.file_type', { found: 'ZIP' });
  }
}

function refuseMarkup(bytes: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\W*</, '<').trim();
  if (/^<(!doctype html|html|table|meta|\?xml|head)/i.test(start)) {
    throw new Invalid('exchange.file_resave', { found: 'HTML/XML' });
  }
}

async function readAny(bytes: Uint8Array, fileName: string, limits: ReadLimits): Promise<Workbook> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseOle(bytes);
  if (startsWith(bytes, [0x50, 0x4b])) {
    refuseOtherZip(new Set(inspectZip(bytes).map((entry) => entry.name)));
    return readXlsxWorkbook(bytes, limits.rows);
  }
  const found = signatures.find(([, start]) => startsWith(bytes, start));
  if (found) throw new Invalid('exchange.file_type', { found: found[0] });
  refuseMarkup(bytes);
  return readCsvWorkbook(bytes, fileName.replace(/\.[^.]*$/, '') || 'CSV', limits.rows);
}

/** Reads an uploaded file. Throws Invalid or TooLarge with a code of messages.ts; never half a workbook. */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName = '',
  limits: ReadLimits = readLimits,
): Promise<Workbook> {
  if (bytes.length === 0) throw new Invalid('exchange.file_empty');
  if (bytes.length > limits.fileBytes) {
    throw new TooLarge('exchange.file_too_large', { limit: Math.round(limits.fileBytes / 1e6) });
  }
  const workbook = await readAny(bytes, fileName, limits);
  const filled = workbook.sheets.some((sheet) =>
    sheet.rows.some((row) => row.some((cell) => !isBlank(cell))),
  );
  if (!filled) throw new Invalid('exchange.file_empty');
  return convertLegacyFonts(workbook);
}
