// What most pages count from is read behind the answers, soon after a start and again where many writes have thrown it away:
// one view after the other, so that whoever asks meanwhile hardly notices.
import { type Again, nowAndAgain } from '../../../platform/behind/again.ts';
import type { Db } from '../../../platform/db.ts';
import type { SourceId } from '../source.ts';
import { columnsFor, isHeld } from './columns.store.ts';

/** Those that are large and asked for every day; the others are read with the first question. */
const wanted: readonly SourceId[] = ['member', 'admission', 'idle', 'due', 'stage', 'movement'];

/** Reads what is missing. */
export async function readAhead(db: Db): Promise<void> {
  for (const id of wanted) if (!isHeld(db, id)) await columnsFor(db, id);
}

/** Looks now and again until told to stop. */
export const startReading = (db: Db, again: Again): (() => Promise<void>) =>
  nowAndAgain(() => readAhead(db), again);
