// What rests on a person elsewhere follows an act of the roll, or refuses it, in the same write. Members know nothing of
// candidacies: the composition names who is told.
import type { Tx } from '../platform/db.ts';
import type { NewEntry } from '../platform/entry.ts';
import type { Recorder } from '../platform/ledger.ts';

/** Told of the entries just recorded about one person; throws what must stop the whole write. */
export type Follower = (
  tx: Tx,
  by: Recorder,
  personId: string,
  entries: readonly NewEntry[],
) => Promise<void>;

let told: Follower = async () => {};
export function useFollower(follower: Follower): void {
  told = follower;
}
export const tellFollower: Follower = (tx, by, personId, entries) => told(tx, by, personId, entries);
