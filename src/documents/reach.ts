// Who may read a document: those who look after the units it concerns, and those units themselves. A directive of the
// province concerns every cell below it; a plan of one commune concerns that commune, and the committees above see it.
import type { Reach } from '../org/access.ts';

/** Whether a document whose scope stands at `scopePath` is one that this reader may read; concernsSql is its twin. */
export function concerns(reach: Reach, scopePath: string): boolean {
  if (reach.kind === 'everywhere') return true;
  if (reach.kind !== 'paths') return false;
  return reach.paths.some((own) => scopePath.startsWith(own) || own.startsWith(scopePath));
}
