// Questions that look at every case. Of several each takes its turn a few cases at a time, so that a short one does not wait for
// the end of a long one; how far each is can be asked; and it ends when nobody waits for its answer any more.
import { Busy } from '../../platform/errors.ts';
import type { HowFarView } from '../view.ts';

export interface Asker {
  accountId: string;
  /** the name that the asker gave to the question */
  ask: string;
  /** aborted when the asker has gone */
  signal: AbortSignal;
}

export interface Asking {
  /** Work that nobody else's comes between. */
  turn: <T>(work: () => Promise<T>) => Promise<T>;
  found: (total: number) => void;
  looked: (more: number) => void;
}

const atOnce = 8;
/** Whoever turns from draft to draft leaves some behind for a moment. */
const ofOne = 3;
const asked = new Map<string, HowFarView>();
let last: Promise<unknown> = Promise.resolve();

const nameOf = ({ accountId, ask }: Pick<Asker, 'accountId' | 'ask'>): string => `${accountId}/${ask}`;

const countOf = ({ accountId }: Asker): number =>
  [...asked.keys()].filter((name) => name.startsWith(`${accountId}/`)).length;

export const howFar = (asker: Pick<Asker, 'accountId' | 'ask'>): HowFarView => ({
  ...(asked.get(nameOf(asker)) ?? { looked: 0, total: null }),
});

export async function asQuestion<T>(asker: Asker, work: (asking: Asking) => Promise<T>): Promise<T> {
  const name = nameOf(asker);
  if (asked.size >= atOnce || asked.has(name) || countOf(asker) >= ofOne) throw new Busy('lawbook.busy');
  const far: HowFarView = { looked: 0, total: null };
  asked.set(name, far);
  try {
    return await work({
      turn: (part) => inTurn(asker.signal, part),
      found: (total) => (far.total = total),
      looked: (more) => (far.looked += more),
    });
  } finally {
    asked.delete(name);
  }
}

/** Whoever came first goes first; who comes again stands at the end. What is thrown for one who has gone nobody reads. */
function inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const mine = last.then(() => {
    if (signal.aborted) throw new Busy('lawbook.busy');
    return work();
  });
  last = mine.catch(() => undefined);
  return mine;
}
