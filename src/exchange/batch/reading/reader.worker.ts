// Reads a workbook in a process of its own.
import { type Intake, type IntakeOptions, takeIn } from '../../../intake/intake.ts';
import { buildPlaces, type PlaceFiles } from '../../../places/places.ts';
import { answerJob } from '../../../platform/process/own.ts';
import { readWorkbook } from '../../../workbook/read.ts';

export interface Job {
  file: Uint8Array;
  fileName: string;
  places: PlaceFiles | null;
  options: Omit<IntakeOptions, 'places'>;
}

answerJob(
  async ({ file, fileName, places, options }: Job): Promise<Intake> =>
    takeIn(await readWorkbook(file, fileName), { ...options, places: places && buildPlaces(places) }),
);
