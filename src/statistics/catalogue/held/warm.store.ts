// What most pages count from is read behind the answers, soon after a start and again where many writes have thrown it away:
// one view after the other, so that whoever asks meanwhile hardly notices.
import type { Db } from '../../../platform/db.ts';
import type { SourceId } from '../source.ts';
import { columnsFor, isHeld } from './columns.store.ts';

/** Those that are large and asked for every day; the others are read with the first question. */
const wanted: readonly SourceId[] = ['member', 'admission', 'idle', 'due', 'stage', 'movement'];

export interface Reading {
  everyMs: number;
  /** false: something else is being made for everybody just now */
  ready: () => boolean;
  report: (failure: unknown) => void;
}

/** Reads what is missing. */
export async function readAhead(db: Db): Promise<void> {
  for (const id of wanted) if (!isHeld(db, id)) await columnsFor(db, id);
}

/** Looks now and again until told to stop. */
export function startReading(db: Db, { everyMs, ready, report }: Reading): () => Promise<void> {
  let busy: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (busy || !ready()) return;
    busy = readAhead(db)
      .catch(report)
      .finally(() => (busy = null));
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await busy;
  };
}
