// The file of a backup: one readable line that says what it is, then gzip in AES-256-GCM frames. Each frame is bound
// to its place, to the first line and to being the last or not, so that no cut, swap or change goes unseen.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ByteReader } from './backup-reader.ts';
import { codeOf, reasonOf } from './datafolder.ts';
import { Halt } from './halt.ts';
import type { Key } from './keys.ts';

export interface BackupHeader {
  format: 'nguon-backup-1';
  createdAt: string;
  program: string;
  /** Last migration step of the data. */
  step: number;
  backupKey: string;
  masterKey: string;
  /** base64; makes the file's own key from the backup key. */
  salt: string;
}

const frameSize = 64 * 1024;
const tagLength = 16;
const headerLimit = 4096;

export function newHeader(
  facts: Pick<BackupHeader, 'program' | 'step' | 'backupKey' | 'masterKey'>,
): BackupHeader {
  const salt = randomBytes(32).toString('base64');
  return { format: 'nguon-backup-1', createdAt: new Date().toISOString(), ...facts, salt };
}

/** Bytes in, the whole file out. */
export function sealFrames(header: BackupHeader, key: Key): Transform {
  const line = Buffer.from(`${JSON.stringify(header)}\n`);
  const frames = framer(header, key, line);
  let held: Buffer = Buffer.alloc(0);
  return new Transform({
    construct(done) {
      this.push(line);
      done();
    },
    transform(chunk: Buffer, _, done) {
      held = Buffer.concat([held, chunk]);
      // Strictly more than a frame: the last one, however full, is left for flush to mark.
      for (; held.length > frameSize; held = held.subarray(frameSize)) {
        this.push(frames.seal(held.subarray(0, frameSize), false));
      }
      done();
    },
    flush(done) {
      this.push(frames.seal(held, true));
      done();
    },
  });
}

/** The first line of a file, without a key. */
export async function readHeader(file: string): Promise<BackupHeader> {
  const { header, reader } = await openReader(file);
  await reader.close();
  return header;
}

/** The plain bytes of a backup; throws Halt at the first byte that is not as it was written. */
export async function* openFrames(file: string, key: Key): AsyncGenerator<Buffer> {
  const { header, line, reader } = await openReader(file);
  try {
    if (header.backupKey !== key.fingerprint) {
      const params = { wanted: header.backupKey, master: header.masterKey, found: key.fingerprint };
      throw new Halt('backup.key', params);
    }
    yield* readFrames(file, reader, framer(header, key, line));
  } finally {
    await reader.close();
  }
}

async function* readFrames(file: string, reader: ByteReader, frames: Framer): AsyncGenerator<Buffer> {
  for (let index = 0; ; index += 1) {
    const size = (await reader.exactly(4))?.readUInt32BE(0);
    if (size === undefined) throw new Halt('backup.truncated', { file });
    const last = (size & 0x8000_0000) !== 0;
    const length = size & 0x7fff_ffff;
    if (length > frameSize + tagLength) throw new Halt('backup.altered', { file, where: `#${index}` });
    const sealed = await reader.exactly(length);
    if (!sealed) throw new Halt('backup.truncated', { file });
    const plain = frames.open(sealed, last);
    if (!plain) throw new Halt('backup.altered', { file, where: `#${index}` });
    yield plain;
    if (last) break;
  }
  if (await reader.exactly(1)) throw new Halt('backup.altered', { file, where: '+' });
}

/** The same, unpacked. */
export async function openContent(file: string, key: Key): Promise<ByteReader> {
  const gunzip = createGunzip();
  // What fails here reaches the reader as the error of its stream.
  pipeline(Readable.from(openFrames(file, key)), gunzip).catch(() => undefined);
  return new ByteReader(gunzip);
}

interface Framer {
  seal(plain: Buffer, last: boolean): Buffer;
  /** Null when a byte, its place or its line differs. */
  open(sealed: Buffer, last: boolean): Buffer | null;
}

function framer(header: BackupHeader, key: Key, line: Buffer): Framer {
  const salt = Buffer.from(header.salt, 'base64');
  const fileKey = Buffer.from(hkdfSync('sha256', key.bytes, salt, 'nguon backup file 1', 32));
  let count = 0;
  // The key is the file's own, so that a counter is a nonce that never repeats.
  const nonce = (last: boolean) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt32BE(count, 7);
    bytes.writeUInt8(last ? 1 : 0, 11);
    count += 1;
    return bytes;
  };
  return {
    seal(plain, last) {
      const cipher = createCipheriv('aes-256-gcm', fileKey, nonce(last)).setAAD(line);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      const size = Buffer.alloc(4);
      size.writeUInt32BE((body.length + tagLength + (last ? 0x8000_0000 : 0)) >>> 0);
      return Buffer.concat([size, body, cipher.getAuthTag()]);
    },
    open(sealed, last) {
      const at = sealed.length - tagLength;
      if (at < 0) return null;
      const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce(last));
      decipher.setAAD(line).setAuthTag(sealed.subarray(at));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, at)), decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}

async function openReader(file: string): Promise<{ header: BackupHeader; line: Buffer; reader: ByteReader }> {
  const reader = new ByteReader(createReadStream(file));
  try {
    const line = await reader.line(headerLimit);
    const header = line && parseHeader(line);
    if (!header) throw new Halt('backup.notABackup', { file });
    return { header, line, reader };
  } catch (cause) {
    if (codeOf(cause) === undefined || cause instanceof Halt) throw cause;
    throw new Halt('data.denied', { folder: file, reason: reasonOf(cause) }, cause);
  }
}

function parseHeader(line: Buffer): BackupHeader | null {
  try {
    const header = JSON.parse(line.toString('utf8'));
    return header?.format === 'nguon-backup-1' ? header : null;
  } catch {
    return null;
  }
}
