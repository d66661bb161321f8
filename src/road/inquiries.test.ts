// Which reply answers which letter.
import { expect, test } from 'vitest';
import type { Inputs } from './dossier.ts';
import { lettersOf } from './inquiries.ts';

const act = (step: string, place: string | null, on: string | null) => {
  const inputs: Inputs = place ? { place } : {};
  return { step, on, inputs };
};
const sent = (place: string | null, on: string | null) => act('verify_send', place, on);
const reply = (place: string, on: string | null) => act('verify_reply', place, on);
const told = (acts: ReturnType<typeof sent>[]) =>
  lettersOf(acts).map(({ sent: { on }, place, reply }) => [on, place, reply?.on ?? null]);

test('a place asked again has still answered the first time, and is waited for the second', () => {
  const acts = [sent('X', '2021-01-01'), reply('X', '2021-02-01'), sent('X', '2021-03-01')];
  expect(told(acts)).toEqual([
    ['2021-01-01', 'X', '2021-02-01'],
    ['2021-03-01', 'X', null],
  ]);
  expect(told([...acts, reply('X', '2021-04-01')]).map(([, , on]) => on)).toEqual([
    '2021-04-01',
    '2021-04-01',
  ]);
});

test('whoever answers a letter without a place keeps it, though asked again by name', () => {
  const acts = [sent(null, '2021-01-01'), reply('X', '2021-02-01'), sent('X', '2021-03-01')];
  expect(told(acts)).toEqual([
    ['2021-01-01', 'X', '2021-02-01'],
    ['2021-03-01', 'X', null],
  ]);
});

test('a reply that no letter is left for answers none; one without a day may stand before its letter', () => {
  const acts = [
    reply('Y', null),
    sent(null, '2021-01-01'),
    sent('Y', '2021-01-02'),
    reply('Z', '2021-02-01'),
  ];
  expect(told([...acts, reply('V', '2021-02-02')])).toEqual([
    ['2021-01-01', 'Z', '2021-02-01'],
    ['2021-01-02', 'Y', null],
  ]);
});
