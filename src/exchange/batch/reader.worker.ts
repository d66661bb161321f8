// Reads a workbook beside the server's own thread, so that a large file makes nobody wait; one file a worker.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../platform/errors.ts';
import { type IntakeOptions, takeIn } from '../../intake/intake.ts';
import { buildPlaces, type PlaceFiles } from '../../places/places.ts';
import { readWorkbook } from '../../workbook/read.ts';

interface Job {
  file: Uint8Array;
  fileName: string;
  places: PlaceFiles | null;
  options: Omit<IntakeOptions, 'places'>;
}

/** A port of Node has no origin; the list of things handed over is empty. */
const answer = (message: object): void => (parentPort as MessagePort).postMessage(message, []);

async function run({ file, fileName, places, options }: Job): Promise<void> {
  try {
    const workbook = await readWorkbook(file, fileName);
    const intake = takeIn(workbook, { ...options, places: places && buildPlaces(places) });
    answer({ intake });
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    answer({ failure: { kind: cause.kind, code: cause.code, params: cause.params } });
  }
}

await run(workerData as Job);
