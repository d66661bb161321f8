// The keys of an installation: one master key in a file, apart from the database and from backups. It wraps the
// keys of persons, and the key of backups is derived from it, so that one phrase on paper keeps everything.
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { codeOf, reasonOf } from './datafolder.ts';
import { Halt } from './halt.ts';
import { parsePhrase, type Phrase, printPhrase } from './key-phrase.ts';

/** 32 bytes of AES-256 and the mark by which people and files tell one key from another. */
export interface Key {
  bytes: Buffer;
  fingerprint: string;
}

export interface KeyPlace {
  file: string;
  /** Given by NGUON_KEY_FILE: its mode is the operator's affair. */
  chosen: boolean;
}

/** What the data say about the key they were written under; null for new data. */
export interface KeyNeed {
  fingerprint: string;
  fields: number;
  persons: number;
}

export const keyOf = (bytes: Buffer): Key => ({ bytes, fingerprint: fingerprintOf(bytes) });

/** Backups open with this key; it tells nothing about the master key that it comes from. */
export function backupKeyOf(master: Key): Key {
  return keyOf(Buffer.from(hkdfSync('sha256', master.bytes, '', 'nguon backup key 1', 32)));
}

export function fingerprintOf(bytes: Buffer): string {
  const hash = createHash('sha256').update('nguon key fingerprint 1').update(bytes).digest('hex');
  return hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1-');
}

/** The master key of this installation: read, or made when the data are new. */
export function loadMasterKey(place: KeyPlace, need: KeyNeed | null): Key {
  if (!existsSync(place.file)) {
    if (!need) return createMasterKey(place);
    const params = { wanted: need.fingerprint, fields: need.fields, persons: need.persons };
    throw new Halt('key.missing', { ...params, file: place.file });
  }
  if (!place.chosen && process.platform !== 'win32') chmodSync(place.file, 0o600);
  const { kind, key } = readKeyFile(place.file);
  if (kind !== 'master' || (need && key.fingerprint !== need.fingerprint)) {
    const wanted = need?.fingerprint ?? 'NGUON-M';
    throw new Halt('key.wrong', { file: place.file, found: key.fingerprint, wanted });
  }
  return key;
}

function createMasterKey(place: KeyPlace): Key {
  const key = keyOf(randomBytes(32));
  saveMasterKey(place.file, key);
  return key;
}

/** Written whole and flushed before anything is sealed with it; never over a key that is there. */
export function saveMasterKey(file: string, key: Key): void {
  const lines = [
    '# Khóa chính của Nguồn. Giữ riêng, không để cùng bản sao lưu; mất khóa là mất các mục đã mã hóa.',
    '# Master key of Nguồn. Keep it apart from the backups; without it the encrypted fields are lost.',
    `# dấu/fingerprint ${key.fingerprint}`,
    printPhrase('master', key.bytes),
  ];
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (cause) {
    throw new Halt('data.denied', { folder: file, reason: reasonOf(cause) }, cause);
  }
  writeSync(handle, `${lines.join('\n')}\n`);
  fsyncSync(handle);
  closeSync(handle);
}

export interface FoundKey {
  kind: Phrase['kind'];
  key: Key;
}

export function readKeyFile(file: string): FoundKey {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Halt('data.denied', { folder: file, reason: codeOf(cause) ?? '' }, cause);
  }
  const line = text.split('\n').find((candidate) => candidate.trim() && !candidate.startsWith('#'));
  return readKeyText(line ?? '', file);
}

/** A phrase typed or copied from the printed sheet; `place` is what an error calls it. */
export function readKeyText(text: string, place = '—'): FoundKey {
  const phrase = parsePhrase(text);
  if (!phrase) throw new Halt('key.unreadable', { file: place });
  return { kind: phrase.kind, key: keyOf(phrase.bytes) };
}

/** What is printed once and kept in the safe: both phrases with their marks. */
export function keySheet(master: Key): { master: string; backup: string; marks: [string, string] } {
  const backup = backupKeyOf(master);
  return {
    master: printPhrase('master', master.bytes),
    backup: printPhrase('backup', backup.bytes),
    marks: [master.fingerprint, backup.fingerprint],
  };
}
