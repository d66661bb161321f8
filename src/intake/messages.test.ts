// Every code this room can say has words, with just the places that are filled in.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { messages } from './messages.ts';

const here = import.meta.dirname;
const files = ['.', 'cells', '../workbook'].flatMap((folder) =>
  readdirSync(path.join(here, folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'messages.ts')
    .map((name) => readFileSync(path.join(here, folder, name), 'utf8')),
);
const used = new Set(
  files.flatMap((text) => [...text.matchAll(/'(exchange\.[a-z_]+)'/g)].map((match) => match[1]!)),
);

test('every code used has both languages', () => {
  expect([...used].filter((code) => !(code in messages))).toEqual([]);
});
test('no words without a code', () => {
  // Said by the database half, which has no file of its own for it here.
  const elsewhere = new Set(['exchange.duplicate']);
  expect(Object.keys(messages).filter((code) => !used.has(code) && !elsewhere.has(code))).toEqual([]);
});
test('both languages name the same places', () => {
  const placesIn = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
  for (const [code, { vi, en }] of Object.entries(messages))
    expect([code, placesIn(vi)]).toEqual([code, placesIn(en)]);
});
