// How many rows are taken at once follows from how long the last ones took, and none is left out or taken twice.
import { expect, test } from 'vitest';
import { inChunks } from './chunks.ts';

const chunk = { first: 4, least: 3, most: 16, quickMs: 10, slowMs: 50 };
const numbers = (many: number) => Array.from({ length: many }, (_, at) => at);

async function sizesOf(many: number, took: (size: number) => number): Promise<number[]> {
  const sizes: number[] = [];
  const taken: number[] = [];
  await inChunks(numbers(many), chunk, async (some) => {
    sizes.push(some.length);
    taken.push(...some);
    return took(some.length);
  });
  expect(taken).toEqual(numbers(many));
  return sizes;
}

test.each([
  ['quick ones grow as far as they may', 50, () => 1, [4, 8, 16, 16, 6]],
  ['slow ones shrink as far as they may', 20, () => 99, [4, 3, 3, 3, 3, 3, 1]],
  ['what is neither stays', 12, () => 30, [4, 4, 4]],
  [
    'it finds the size that fits',
    60,
    (size: number) => size * 6,
    [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
  ],
  ['nothing is no work', 0, () => 1, []],
] as const)('%s', async (_, many, took, sizes) => {
  expect(await sizesOf(many, took)).toEqual(sizes);
});

test('what fails ends it', async () => {
  const failing = inChunks(numbers(9), chunk, async () => {
    throw new Error('out of reach');
  });
  await expect(failing).rejects.toThrow('out of reach');
});
