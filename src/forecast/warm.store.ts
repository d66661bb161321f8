// Large installations do not wait for their first question: the model of the day and what the rules say of each open case
// are made behind the answers, after the start, after midnight and for cases that were written since.
import { treeOn } from '../org/tree.store.ts';
import { type Again, nowAndAgain } from '../platform/behind/again.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import { withBounds } from './bound.store.ts';
import { prepared } from './model.store.ts';
import { openRows } from './open.store.ts';

/** With fewer open cases the first question itself is quick. */
const many = 300;

/** Runs until told to stop. */
export function startForecasting(db: Db, again: Again): () => Promise<void> {
  let modelled: Day | null = null;
  const look = async () => {
    const on = today();
    const lastOfYear = `${on.slice(0, 4)}-12-31`;
    const open = await allOpen(db, on);
    if (open.length < many) return;
    if (modelled !== on && on < lastOfYear) await prepared(db, on, lastOfYear);
    modelled = on;
    await withBounds(db, open);
  };
  return nowAndAgain(look, again);
}

async function allOpen(db: Db, on: Day) {
  const { nodes } = await treeOn(db, on);
  return openRows(db, on, { below: null, paths: new Map(nodes.map(({ id, path }) => [id, path])) });
}
