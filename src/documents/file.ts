// What a file is by its content, not by its name: PDF, Word without macros, JPG or PNG, whole to its end. Anything else is
// not taken, and the reader is told what was found.
import { Invalid } from '../platform/errors.ts';
import type { FileMedia } from './document.ts';

export const fileLimit = 20 * 1024 * 1024;

export const mediaTypes: Record<FileMedia, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  png: 'image/png',
};
const names: Record<FileMedia, string> = { pdf: 'PDF', docx: 'Word', jpg: 'JPG', png: 'PNG' };
const endings: Record<string, FileMedia> = { pdf: 'pdf', docx: 'docx', jpg: 'jpg', jpeg: 'jpg', png: 'png' };

/** What is in these bytes; Invalid in words when they are of no kind that is taken, named otherwise, or cut off. */
export function mediaOf(bytes: Uint8Array, fileName: string): FileMedia {
  if (bytes.length === 0) throw new Invalid('documents.file_empty');
  const media = foundIn(bytes);
  if (!media) throw new Invalid('documents.file_kind');
  const named = fileName.toLowerCase().split('.').at(-1) ?? '';
  if (endings[named] !== media)
    throw new Invalid('documents.file_other', { named: named.slice(0, 10), found: names[media] });
  if (!isWhole[media](bytes)) throw new Invalid('documents.file_broken', { found: names[media] });
  if (media === 'docx' && entriesOfZip(bytes).some((entry) => /vbaProject/i.test(entry)))
    throw new Invalid('documents.file_macro');
  return media;
}

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const marks: { media: FileMedia; start: readonly number[] }[] = [
  { media: 'pdf', start: ascii('%PDF-') },
  { media: 'png', start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { media: 'jpg', start: [0xff, 0xd8, 0xff] },
];
const zip = ascii('PK\u0003\u0004');

function foundIn(bytes: Uint8Array): FileMedia | null {
  const found = marks.find(({ start }) => startsWith(bytes, start));
  if (found) return found.media;
  if (!startsWith(bytes, zip)) return null;
  // A zip that is cut off names no entries; what it began as is still seen.
  const entries = entriesOfZip(bytes);
  const word = entries.length > 0 ? entries.includes('word/document.xml') : has(bytes, 'word/', 0);
  return word ? 'docx' : null;
}

const isWhole: Record<FileMedia, (bytes: Uint8Array) => boolean> = {
  pdf: (bytes) => has(bytes, '%%EOF', bytes.length - 2048),
  png: (bytes) => has(bytes, 'IEND', bytes.length - 64),
  // Some scanners write a few bytes behind the mark of the end.
  jpg: (bytes) => lastIndexOf(bytes, [0xff, 0xd9], 65_536) >= 0,
  docx: (bytes) => entriesOfZip(bytes).length > 0,
};

const textOf = (bytes: Uint8Array, from: number, to = bytes.length): string =>
  Array.from(bytes.subarray(Math.max(0, from), to), (byte) => String.fromCharCode(byte)).join('');
const has = (bytes: Uint8Array, words: string, from: number): boolean =>
  textOf(bytes, from, Math.max(0, from) + 4096).includes(words);

function lastIndexOf(bytes: Uint8Array, wanted: readonly number[], within: number): number {
  for (let at = bytes.length - wanted.length; at >= Math.max(0, bytes.length - within); at -= 1)
    if (startsWith(bytes, wanted, at)) return at;
  return -1;
}

const endOfDirectory = ascii('PK\u0005\u0006');
const inDirectory = ascii('PK\u0001\u0002');
const mostEntries = 5000;

/** Names in the directory at the end of a zip; none when there is no such directory. */
function entriesOfZip(bytes: Uint8Array): string[] {
  const end = lastIndexOf(bytes, endOfDirectory, 66_000);
  if (end < 0) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  let at = end + 20 <= bytes.length ? view.getUint32(end + 16, true) : bytes.length;
  while (found.length < mostEntries && at + 46 <= bytes.length && startsWith(bytes, inDirectory, at)) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    found.push(textOf(bytes, at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return found;
}
