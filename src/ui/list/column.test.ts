// Sorting as pressed, heard and kept in the address.
import { expect, test } from 'vitest';
import { ariaSort, nextSort, sortingOf } from './column.ts';

test('one press sorts up, the next down, the third not at all', () => {
  const first = nextSort('name', null);
  const second = nextSort('name', sortingOf(first ?? undefined));
  const third = nextSort('name', sortingOf(second ?? undefined));
  expect([first, second, third]).toEqual(['name', '-name', null]);
  expect(nextSort('age', sortingOf('-name'))).toBe('age');
});

test('what is heard agrees with the address', () => {
  expect(ariaSort('name', sortingOf('name'))).toBe('ascending');
  expect(ariaSort('name', sortingOf('-name'))).toBe('descending');
  expect(ariaSort('age', sortingOf('-name'))).toBeUndefined();
  expect(sortingOf(undefined)).toBeNull();
});
