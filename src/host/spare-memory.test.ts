// When memory goes back to the machine: nobody is served, and enough has come together to be worth a moment of silence.
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { giveBack, isWorth } from './spare-memory.ts';

const mb = 1024 * 1024;
const look = (over: Partial<Parameters<typeof isWorth>[0]>) =>
  isWorth({ busy: 0.01, rss: 200 * mb, before: 120 * mb, ...over });

test('what was needed for a while goes back when nobody is served', () => {
  expect(look({})).toBe(true);
  expect(look({ busy: 0.3 })).toBe(false);
});

test('little is kept, and less the larger the rest is', () => {
  expect(look({ rss: 150 * mb })).toBe(false);
  expect(look({ before: 1000 * mb, rss: 1100 * mb })).toBe(false);
  expect(look({ before: 1000 * mb, rss: 1300 * mb })).toBe(true);
});

test('the first look after a start always finds something', () => {
  expect(look({ before: 0 })).toBe(true);
});

test('what nobody holds is gone at once', async () => {
  const held = { of: 'somebody' };
  const kept = new WeakRef(held);
  const left = (() => new WeakRef({ of: 'nobody' }))();
  // A reference stands until the turn that made it is over.
  await turn();
  giveBack();
  expect([left.deref(), kept.deref()]).toEqual([undefined, held]);
});
