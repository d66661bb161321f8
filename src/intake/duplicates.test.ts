// Evidence and strength, and that nobody is compared with everybody.
import { expect, test } from 'vitest';
import { findDuplicates } from './duplicates.ts';
import type { Evidence, HeldPerson, IncomingPerson } from './duplicates.ts';

const held: HeldPerson = {
  id: 'p1',
  name: 'Trần Thị Hòa',
  bornOn: '1972-05-03',
  unit: 'Chi bộ khu phố 1',
  cardNumber: '12345678',
  identity: '027172000123',
};
const incoming = (more: Partial<IncomingPerson>): IncomingPerson => ({
  name: 'Trần Thị Hòa',
  bornOn: '1972-05-03',
  unit: 'KP 1',
  ...more,
});
const find = (more: Partial<IncomingPerson>) => findDuplicates([incoming(more)], [held])[0];

test.each<[string, Partial<IncomingPerson>, string, Evidence[]]>([
  ['same', {}, 'sure', ['same_name', 'same_born_day', 'same_unit']],
  ['other tone-mark style', { name: 'Trần Thị Hoà' }, 'sure', ['same_name', 'same_born_day', 'same_unit']],
  [
    'without marks',
    { name: 'Tran Thi Hoa' },
    'likely',
    ['same_name_other_marks', 'same_born_day', 'same_unit'],
  ],
  [
    'day and month swapped',
    { bornOn: '1972-03-05' },
    'likely',
    ['same_name', 'day_and_month_swapped', 'same_unit'],
  ],
  ['month only', { bornOn: '1972-05' }, 'likely', ['same_name', 'same_born_month', 'same_unit']],
  [
    'year only, other cell',
    { bornOn: '1972', unit: 'KP 2' },
    'possible',
    ['same_name', 'same_born_year', 'other_unit'],
  ],
  ['no birth, same cell', { bornOn: null }, 'possible', ['same_name', 'same_unit']],
  [
    'same card, married name',
    { name: 'Trần Thị Hạnh', cardNumber: '12345678' },
    'sure',
    ['same_born_day', 'same_card', 'same_unit'],
  ],
  [
    'same identity alone',
    { name: 'Ngô Văn Tư', bornOn: '1990-01-01', identity: '027172000123', unit: null },
    'likely',
    ['other_birth', 'same_identity'],
  ],
])('%s', (_, more, strength, evidence) =>
  expect(find(more)).toMatchObject({ heldId: 'p1', strength, evidence }),
);

test.each<[string, Partial<IncomingPerson>]>([
  ['another year', { bornOn: '1980-05-03' }],
  ['another identity number', { identity: '027172000999' }],
  ['another name', { name: 'Trần Thị Huệ' }],
  ['no birth, another cell', { bornOn: null, unit: 'KP 2' }],
])('%s is another person', (_, more) => expect(find(more)).toBeUndefined());

test('8,000 against 8,000 in seconds, even with few names', () => {
  const people = Array.from({ length: 8_000 }, (_, n) => ({
    id: String(n),
    name: `Nguyễn Văn ${'ABCDEFGHIJ'[n % 10]}${'abcdefghij'[Math.floor(n / 10) % 10]}`,
    bornOn: `${1940 + (n % 60)}-01-${String((n % 28) + 1).padStart(2, '0')}`,
    unit: `KP ${n % 400}`,
    cardNumber: String(10_000_000 + n),
  }));
  const start = performance.now();
  const found = findDuplicates(people, people);
  expect(new Set(found.map((d) => d.incoming)).size).toBe(8_000);
  expect(performance.now() - start).toBeLessThan(15_000);
});
