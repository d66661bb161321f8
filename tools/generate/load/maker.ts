// The thread that makes what another writes: no database, people live and their cases are judged. It is ahead of the writing by some
// portions, so that a large one is there when small ones have been written.
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { composeRooms } from '../../../src/rooms.ts';
import { folderSource } from './folder.ts';
import { portionsOf, ready, sizeOf } from './portions.ts';
import { sourceOf } from './source.ts';
import type { Told } from './thread.ts';

/** Made and not yet taken, by `sizeOf`; the last portion may go beyond. */
const mostAhead = 350_000;

// Nothing is sealed in here: what is secret is sealed where it is written.
composeRooms({ masterKey: Buffer.alloc(32), program: '' });
const { found, by, ...planted } = workerData as Told;
const source = 'options' in found ? sourceOf(found.options) : await folderSource(found.folder);

const port = parentPort as MessagePort;
const untaken = { size: 0 };
port.on('message', (taken: number) => {
  untaken.size -= taken;
});
for await (const portion of portionsOf(source, planted)) {
  const made = ready(portion, by);
  port.postMessage(made, []);
  untaken.size += sizeOf(made);
  // What was taken while it was made is heard now.
  await setImmediate();
  while (untaken.size > mostAhead) await once(port, 'message');
}
port.postMessage(null, []);
port.close();
