// What readers share is made by one law and on one day: under others it is made again.
import { expect, test } from 'vitest';
import { startWorld } from '../../test/app.ts';
import { heldAmong } from './held-answer.store.ts';
import { regulations, useRegulations } from './in-force.ts';

const world = await startWorld({ today: '2026-11-20' });

const ask = (said: string, readers: readonly unknown[] = ['/1/']) =>
  heldAmong(world.db, readers, { name: 'a page', query: { unit: 1 } }, () => Promise.resolve(said));

test('shared by those who reach as far, and by nobody else', async () => {
  expect([await ask('first'), await ask('again')]).toEqual(['first', 'first']);
  expect(await ask('other', ['/1/2/'])).toBe('other');
});

test('made again by the rules in force, and those of before find their own', async () => {
  const before = regulations();
  await ask('old');
  try {
    useRegulations({ ...before });
    expect([await ask('new'), await ask('again')]).toEqual(['new', 'new']);
  } finally {
    useRegulations(before);
  }
  expect(await ask('late')).toBe('first');
});

test('made again on another day', async () => {
  world.setToday('2026-11-21');
  try {
    expect(await ask('next day')).toBe('next day');
  } finally {
    world.setToday('2026-11-20');
  }
});
