// Making and writing side by side: a thread of its own makes portions and puts them as text, some of them ahead, so that one is there as
// soon as another has been written.
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Recorder } from '../../../src/platform/ledger.ts';
import type { Options } from '../settings.ts';
import { type Planted, type Ready, sizeOf } from './portions.ts';

/** How another thread finds the same set. */
export type Found = { options: Options } | { folder: string };
export interface Told extends Planted {
  found: Found;
  by: Recorder;
}

/** Megabytes for what is young: nearly everything there is. */
const young = 96;

export async function* portionsAside(told: Told): AsyncGenerator<Ready> {
  const worker = new Worker(new URL('./maker.ts', import.meta.url), {
    workerData: told,
    resourceLimits: { maxYoungGenerationSizeMb: young },
    execArgv: [],
  });
  try {
    for await (const [portion] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<
      [Ready | null]
    >) {
      if (portion === null) return;
      yield portion;
      worker.postMessage(sizeOf(portion), []);
    }
    throw new Error('the thread that makes portions ended before its last');
  } finally {
    // What it meets while it is ended is nobody's any more.
    worker.on('error', () => undefined);
    await worker.terminate();
  }
}
