// The thread that seals what another has written, while that one writes on: told how far the writing has come, it says when so far
// everything is sealed.
import { parentPort, workerData } from 'node:worker_threads';
import type { PoolConfig } from 'pg';
import { openDb } from '../../../src/platform/db.ts';
import { startFrom } from '../../../src/platform/write/transaction.ts';
import { sealSettled } from '../../../src/platform/seal.ts';

const { db, pool } = openDb({ ...(workerData as PoolConfig), max: 1 });

async function sealUpTo(position: number): Promise<void> {
  startFrom(position);
  while ((await sealSettled(db)) > 0);
}

let sealing = Promise.resolve();
parentPort?.on('message', (position: number | null) => {
  sealing = position === null ? sealing.then(() => pool.end()) : sealing.then(() => sealUpTo(position));
  sealing.then(() => parentPort?.postMessage(position, []));
});
