// Thirty kills of the program that reminds: none lost, none doubled. `npm run faults` kills a thousand times.
import { afterAll, expect, test } from 'vitest';
import { killAndCount, startOffice, startPostOffice } from '../faults/reminding.ts';

test('thirty kills lose and double nothing', { timeout: 600_000 }, async () => {
  const post = await startPostOffice();
  afterAll(() => post.stop());
  const cells = 12;
  const outcome = await killAndCount(await startOffice(cells), post, { cells, days: 3, kills: 10 });
  expect(outcome).toMatchObject({ wanted: 0, unsent: 0, lost: [] });
  expect(outcome.keys).toBe(outcome.notices);
  expect(outcome.mails).toBe(outcome.notices);
  expect(post.arrived.size).toBe(outcome.mails);
});
