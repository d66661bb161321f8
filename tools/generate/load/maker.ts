// The thread that makes what another writes: no database, people live and their cases are judged. The next portion is made before it
// is asked for.
import { parentPort, workerData } from 'node:worker_threads';
import { composeRooms } from '../../../src/rooms.ts';
import { folderSource } from './folder.ts';
import { portionsOf } from './portions.ts';
import { sourceOf } from './source.ts';
import type { Told } from './thread.ts';

// Nothing is sealed in here: what is secret is sealed where it is written.
composeRooms({ masterKey: Buffer.alloc(32), program: '' });
const { found, ...planted } = workerData as Told;
const source = 'options' in found ? sourceOf(found.options) : await folderSource(found.folder);
const portions = portionsOf(source, planted);
const make = () => {
  const next = portions.next();
  // A failure is met where it is asked for.
  next.catch(() => undefined);
  return next;
};

let ahead = make();
parentPort?.on('message', async () => {
  const { value, done } = await ahead;
  parentPort?.postMessage(done ? null : value, []);
  if (!done) ahead = make();
});
