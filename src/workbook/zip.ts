// Looks at a zip before anything of it is inflated: the central directory must be whole, and what it promises
// must be of a size and ratio that an office workbook can have. Everything else is refused in words.
import { Invalid } from '../platform/errors.ts';

export interface ZipEntry {
  name: string;
  method: number;
  flags: number;
  compressed: number;
  size: number;
  offset: number;
}

export interface ZipLimits {
  entries: number;
  totalBytes: number;
  /** Above `ratioFrom` bytes an entry may not unpack to more than `ratio` times its size. */
  ratio: number;
  ratioFrom: number;
}

export const zipLimits: ZipLimits = { entries: 2000, totalBytes: 256e6, ratio: 200, ratioFrom: 8e6 };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const broken = () => new Invalid('exchange.file_broken');

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw broken();
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) throw broken();
  const nameLength = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  const entry = {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return {
    entry,
    next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

/** The entries a zip declares. Zip64 (4 GiB and more) is no office workbook and counts as broken. */
export function listZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): ZipEntry[] {
  if (bytes.length < 22) throw broken();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new Invalid('exchange.file_bomb');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(view, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** A deflated part of no declared size would be inflated without a bound by any reader. */
const hidesItsSize = ({ method, size, compressed }: ZipEntry): boolean =>
  method === 8 && (size === 0 ? compressed > 2 : compressed === 0);

function isBomb(entry: ZipEntry, limits: ZipLimits): boolean {
  if (entry.method === 8 && entry.compressed === 0 && (entry.flags & 8) !== 0) return true;
  return (
    hidesItsSize(entry) || (entry.size > limits.ratioFrom && entry.size > entry.compressed * limits.ratio)
  );
}

function checkEntry(entry: ZipEntry, bytes: Uint8Array, limits: ZipLimits): void {
  if (entry.flags & 1) throw new Invalid('exchange.file_encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw broken();
  if (entry.offset + 30 + entry.compressed > bytes.length) throw broken();
  if (isBomb(entry, limits)) throw new Invalid('exchange.file_bomb');
}

/** Refuses a zip that is damaged, encrypted, or would unpack to more than a workbook needs. */
export function inspectZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): ZipEntry[] {
  const entries = listZip(bytes, limits);
  let total = 0;
  for (const entry of entries) {
    checkEntry(entry, bytes, limits);
    total += entry.size;
  }
  if (total > limits.totalBytes) throw new Invalid('exchange.file_bomb');
  return entries;
}

/** One small part as bytes (styles, mimetype). The declared size bounds the work. */
export async function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== localSignature) throw broken();
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const body = bytes.slice(start, start + entry.compressed);
  if (entry.method === 0) return body;
  const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const out = new Uint8Array(entry.size);
  let length = 0;
  try {
    for await (const chunk of stream) {
      if (length + chunk.length > out.length) throw broken();
      out.set(chunk, length);
      length += chunk.length;
    }
  } catch {
    throw broken();
  }
  return out.subarray(0, length);
}
