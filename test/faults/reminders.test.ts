// A thousand kills of the program that reminds: none lost, none doubled in the application, each letter at least once.
import { afterAll, expect, test } from 'vitest';
import { killAndCount, startOffice, startPostOffice } from './reminding.ts';

test('a thousand kills lose and double nothing', { timeout: 3_600_000 }, async () => {
  const post = await startPostOffice();
  afterAll(() => post.stop());
  const cells = 60;
  const outcome = await killAndCount(await startOffice(cells), post, { cells, days: 10, kills: 100 });
  console.log(JSON.stringify({ ...outcome, lost: outcome.lost.length }));
  expect(outcome).toMatchObject({ wanted: 0, unsent: 0, lost: [] });
  expect(outcome.keys).toBe(outcome.notices);
  expect(outcome.mails).toBe(outcome.notices);
  expect(post.arrived.size).toBe(outcome.mails);
});
