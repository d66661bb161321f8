// Sealing beside the writing: the chain over a million rows takes as long as a good part of writing them.
import { Worker } from 'node:worker_threads';
import type { PoolConfig } from 'pg';

export interface Sealer {
  /** Everything up to here has been committed. */
  written: (position: number | null) => void;
  /** Comes back when everything that was written is sealed. */
  end: () => Promise<void>;
}

export function sealAside(connection: PoolConfig): Sealer {
  const worker = new Worker(new URL('./sealer.ts', import.meta.url), {
    workerData: connection,
    execArgv: [],
  });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (position) => position === null && resolve());
  });
  // A failure is met where the end is waited for.
  ended.catch(() => undefined);
  return {
    written: (position) => position !== null && worker.postMessage(position, []),
    end: async () => {
      worker.postMessage(null, []);
      await ended.finally(() => worker.terminate());
    },
  };
}
