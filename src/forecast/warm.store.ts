// Large installations do not wait for their first question: the model of the day and what the rules say of each open case
// are made behind the answers, after the start, after midnight and for cases that were written since.
import { treeOn } from '../org/tree.store.ts';
import { type Again, nowAndAgain } from '../platform/behind/again.ts';
import { today } from '../platform/clock.ts';
import type { Day } from '../platform/day.ts';
import type { Db } from '../platform/db.ts';
import { law } from '../road/law.ts';
import { type Bounded, withBounds } from './bound.store.ts';
import { aheadWrittenOf, prepared } from './model.store.ts';
import { openRows } from './open.store.ts';

/** With fewer open cases the first question itself is quick. */
const many = 300;

/** What was looked at last: as long as it stays, all is made. */
interface Seen {
  on: Day;
  law: unknown;
  written: number;
}

/** Runs until told to stop; then nobody waits for what is still being made. */
export function startForecasting(db: Db, again: Again): () => Promise<void> {
  let seen: Seen | null = null;
  const stopping = Promise.withResolvers<void>();
  const look = async () => {
    const now: Seen = { on: today(), law: law(), written: aheadWrittenOf(db) };
    if (isSame(seen, now)) return;
    const { ready, making } = await warmed(db, now.on, now.on !== seen?.on);
    if (ready) seen = now;
    await making;
  };
  const stop = nowAndAgain(() => Promise.race([look(), stopping.promise]), again);
  return () => {
    stopping.resolve();
    return stop();
  };
}

const isSame = (seen: Seen | null, now: Seen): boolean =>
  seen !== null && seen.on === now.on && seen.law === now.law && seen.written === now.written;

/** Begins what is missing; ready when nothing is. */
async function warmed(db: Db, on: Day, isNewDay: boolean): Promise<Pick<Bounded, 'ready' | 'making'>> {
  const open = await allOpen(db, on);
  if (open.length < many) return { ready: true, making: null };
  const lastOfYear = `${on.slice(0, 4)}-12-31`;
  if (isNewDay && on < lastOfYear) await prepared(db, on, lastOfYear);
  return withBounds(db, open);
}

async function allOpen(db: Db, on: Day) {
  const { nodes } = await treeOn(db, on);
  return openRows(db, on, { below: null, paths: new Map(nodes.map(({ id, path }) => [id, path])) });
}
