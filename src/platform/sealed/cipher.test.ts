// What is sealed opens only with the right key in the right place.
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { open, seal, unwrapKey, wrapKey } from './cipher.ts';

test('a sealed text opens with its key and context, and never shows twice the same', () => {
  const key = randomBytes(32);
  const sealed = seal(key, 'Lý lịch rõ ràng', 'note.1');
  expect(open(key, sealed, 'note.1')).toBe('Lý lịch rõ ràng');
  expect(sealed.includes('Lý lịch')).toBe(false);
  expect(seal(key, 'Lý lịch rõ ràng', 'note.1').equals(sealed)).toBe(false);
  expect(() => open(key, sealed, 'note.2')).toThrow();
  expect(() => open(randomBytes(32), sealed, 'note.1')).toThrow();
});

test('a change of any byte is noticed', () => {
  const key = randomBytes(32);
  const sealed = seal(key, 'Đảng ủy phường');
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => open(key, altered)).toThrow();
  }
});

test('a wrapped key comes back; a text is not a key', () => {
  const [master, person] = [randomBytes(32), randomBytes(32)];
  expect(unwrapKey(master, wrapKey(master, person)).equals(person)).toBe(true);
  expect(() => unwrapKey(master, seal(master, 'x'))).toThrow();
});
