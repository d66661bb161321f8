// A workbook is read once while nothing it hangs on has changed, and nobody gets what another has in hand.
import { beforeEach, expect, test } from 'vitest';
import type { Intake } from '../../../intake/intake.ts';
import { forgetReadings, readOnce } from './last-reading.store.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const intake = (name: string) => ({ tables: [{ titles: [name] }] }) as unknown as Intake;

beforeEach(forgetReadings);

function reader() {
  const read: string[] = [];
  const ask = (file: Uint8Array, told: object, name = 'as read') =>
    readOnce({ file, told }, async () => {
      read.push(name);
      return intake(name);
    });
  return { read, ask };
}

test('the same file under the same words is read once, also when it is asked for twice at once', async () => {
  const { read, ask } = reader();
  const told = { knownUnits: ['Chi bộ 1'] };
  const [one, two] = await Promise.all([ask(bytes('a'), told), ask(bytes('a'), told)]);
  expect(await ask(bytes('a'), { knownUnits: ['Chi bộ 1'] })).toEqual(one);
  expect(two).toEqual(one);
  expect(read).toEqual(['as read']);
});

test('another file, other units or a new catalogue: read anew', async () => {
  const { read, ask } = reader();
  await ask(bytes('a'), { knownUnits: ['Chi bộ 1'] }, 'first');
  expect(await ask(bytes('b'), { knownUnits: ['Chi bộ 1'] }, 'other file')).toEqual(intake('other file'));
  expect(await ask(bytes('b'), { knownUnits: [] }, 'other units')).toEqual(intake('other units'));
  forgetReadings();
  expect(await ask(bytes('b'), { knownUnits: [] }, 'new catalogue')).toEqual(intake('new catalogue'));
  expect(read).toEqual(['first', 'other file', 'other units', 'new catalogue']);
});

test('what one does to it, the next does not see', async () => {
  const { ask } = reader();
  const one = await ask(bytes('a'), {});
  one.tables.length = 0;
  expect(await ask(bytes('a'), {})).toEqual(intake('as read'));
});

test('a reading that failed is tried again; a large file is not kept', async () => {
  const failing = readOnce({ file: bytes('a'), told: {} }, () => Promise.reject(new Error('full')));
  await expect(failing).rejects.toThrow('full');
  const { read, ask } = reader();
  await ask(bytes('a'), {}, 'again');
  const large = new Uint8Array(2_000_001);
  await ask(large, {}, 'large');
  await ask(large, {}, 'large again');
  expect(read).toEqual(['again', 'large', 'large again']);
});
