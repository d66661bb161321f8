// All stored lines made again after the rules changed: in chunks, behind the answers, never over what a newer act wrote.
import { type Chunk, inChunks } from '../platform/behind/chunks.ts';
import type { Db } from '../platform/db.ts';
import { alone, madeAgain } from '../platform/write/transaction.ts';
import { answered } from '../platform/write/unanswered.ts';
import type { Regulations } from '../rules/index.ts';
import { casesKept } from './due.store.ts';
import { regulations } from './in-force.ts';
import { type CaseSource, caseSources } from './source.ts';

export type Report = (done: number, total: number) => void;

/** Meanwhile nobody writes. */
const chunk: Chunk = { first: 25, least: 10, most: 200, quickMs: 40, slowMs: 100 };

/**
 * Makes the lines of every case again under the law in force. A chunk runs alone: no act is being written while it reads
 * and keeps, so neither can lay older rows over newer ones; acts written between two chunks follow the new law already.
 */
export async function recompute(db: Db, law: Regulations, report: Report = () => undefined): Promise<void> {
  if (law !== regulations()) throw new Error('stored lines follow the law in force');
  const work = await workOf(db);
  const total = work.reduce((sum, { ids }) => sum + ids.length, 0);
  let done = 0;
  report(done, total);
  for (const { source, ids } of work)
    await inChunks(ids, chunk, async (some) => {
      const tookMs = await renewed(db, source, some);
      done += some.length;
      report(done, total);
      // Requests that came meanwhile are answered first.
      await new Promise((resolve) => setImmediate(resolve));
      return tookMs;
    });
}

/** Gives the time for which nobody else could write, in ms. */
const renewed = (db: Db, source: CaseSource, ids: readonly string[]): Promise<number> =>
  alone(db, async (tx) => {
    const began = performance.now();
    await source.renew(tx, ids);
    await answered(tx);
    madeAgain(tx, [source.kind]);
    return performance.now() - began;
  });

/** Cases that have something to come, and those that still have a line and perhaps should not. */
async function workOf(db: Db): Promise<{ source: CaseSource; ids: string[] }[]> {
  const work = [];
  for (const source of caseSources()) {
    const ids = new Set([...(await source.ids(db, null)), ...(await casesKept(db, source.kind))]);
    work.push({ source, ids: [...ids] });
  }
  return work;
}
