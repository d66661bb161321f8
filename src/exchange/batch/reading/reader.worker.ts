// Reads a workbook in a process of its own: a large file makes nobody wait, and one that breaks the reader breaks nothing
// else. One file a process; it ends with its answer, or with the server.
import { Failure } from '../../../platform/errors.ts';
import { type IntakeOptions, takeIn } from '../../../intake/intake.ts';
import { buildPlaces, type PlaceFiles } from '../../../places/places.ts';
import { readWorkbook } from '../../../workbook/read.ts';

interface Job {
  file: Uint8Array;
  fileName: string;
  places: PlaceFiles | null;
  options: Omit<IntakeOptions, 'places'>;
}

/** The process ends when the answer has left it. */
const answer = (message: object): void => {
  process.send?.(message, undefined, undefined, () => process.disconnect());
};

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

process.once('message', (job) => void run(job as Job));
process.once('disconnect', () => process.exit());
