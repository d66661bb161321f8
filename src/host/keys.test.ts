// Keys: made once, kept as a phrase that people can type, and named exactly when lost.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parsePhrase, printPhrase } from './key-phrase.ts';
import { backupKeyOf, keyOf, keySheet, loadMasterKey, readKeyText } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'nguon-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the phrase of any key survives lower case, blanks, O for 0 and l for 1; one wrong letter does not pass', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(55), (bytes, at) => {
      const text = printPhrase('master', Buffer.from(bytes));
      const typed = `${text.slice(0, 8)}${text.slice(8).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
      expect(parsePhrase(typed)?.bytes.equals(bytes)).toBe(true);
      const letters = [...text.slice(8).replaceAll('-', '')];
      letters[at] = letters[at] === '7' ? '8' : '7';
      expect(parsePhrase(`NGUON-M-${letters.join('')}`)).toBeNull();
      expect(parsePhrase(text.replace('NGUON-M', 'NGUON-B'))).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('the key of backups follows from the master key and does not contain it', () => {
  const master = keyOf(randomBytes(32));
  const sheet = keySheet(master);
  expect(readKeyText(sheet.backup).key.bytes.equals(backupKeyOf(master).bytes)).toBe(true);
  expect(readKeyText(sheet.backup).kind).toBe('backup');
  expect(readKeyText(sheet.master).key.fingerprint).toBe(master.fingerprint);
  expect(backupKeyOf(master).bytes.equals(master.bytes)).toBe(false);
});

test('a master key is made once for new data, private to its owner, and read again', () => {
  const place = { file: join(folder, 'master.key'), chosen: false };
  const made = loadMasterKey(place, null);
  expect(statSync(place.file).mode & 0o777).toBe(0o600);
  const need = { fingerprint: made.fingerprint, fields: 3, persons: 2 };
  expect(loadMasterKey(place, need).bytes.equals(made.bytes)).toBe(true);
});

test('data without their key say which key, where, and what cannot be read; none is made in its place', () => {
  const place = { file: join(folder, 'absent.key'), chosen: true };
  const need = { fingerprint: 'aaaa-bbbb-cccc', fields: 1203, persons: 61 };
  expect(() => loadMasterKey(place, need)).toThrow(/aaaa-bbbb-cccc.*absent\.key.*1\.203 mục.*61 người/s);
  expect(statSync(place.file, { throwIfNoEntry: false })).toBeUndefined();
});

test('another key, a backup key or a mistyped file is refused by name', () => {
  const file = join(folder, 'other.key');
  const other = keyOf(randomBytes(32));
  const need = { fingerprint: 'aaaa-bbbb-cccc', fields: 0, persons: 0 };
  writeFileSync(file, `# a note\n${keySheet(other).master}\n`);
  expect(() => loadMasterKey({ file, chosen: true }, need)).toThrow(other.fingerprint);
  writeFileSync(file, keySheet(other).backup);
  expect(() => loadMasterKey({ file, chosen: true }, null)).toThrow(backupKeyOf(other).fingerprint);
  writeFileSync(file, keySheet(other).master.replace(/.$/, '!'));
  expect(() => loadMasterKey({ file, chosen: true }, null)).toThrow(/gõ sai/);
});
