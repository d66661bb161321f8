// Making and writing side by side: a thread of its own makes portions, so that one is there as soon as another has been written.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Options } from '../settings.ts';
import type { Portion } from './commune.ts';
import type { Planted } from './portions.ts';

/** How another thread finds the same set. */
export type Found = { options: Options } | { folder: string };
export interface Told extends Planted {
  found: Found;
}

/** Megabytes for what is young: nearly everything there is. */
const young = 96;

export async function* portionsAside(told: Told): AsyncGenerator<Portion> {
  const worker = new Worker(new URL('./maker.ts', import.meta.url), {
    workerData: told,
    resourceLimits: { maxYoungGenerationSizeMb: young },
    execArgv: [],
  });
  try {
    for (;;) {
      const answer = once(worker, 'message');
      worker.postMessage('next', []);
      const [portion] = (await answer) as [Portion | null];
      if (portion === null) return;
      yield portion;
    }
  } finally {
    await worker.terminate();
  }
}
