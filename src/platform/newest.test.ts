import { expect, test } from 'vitest';
import { keepNewest } from './newest.ts';

test('so many are kept, the ones put last; one put again is the newest and has its new value', () => {
  const kept = new Map<string, number>();
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['a', 4],
    ['d', 5],
  ] as const)
    keepNewest(kept, [key, value], 3);
  expect([...kept]).toEqual([
    ['c', 3],
    ['a', 4],
    ['d', 5],
  ]);
  keepNewest(kept, ['e', 6], 1);
  expect([...kept]).toEqual([['e', 6]]);
});
