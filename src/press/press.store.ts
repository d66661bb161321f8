// Hands a paper to the process that writes it as PDF or Word.
import path from 'node:path';
import { inOwnProcess } from '../platform/process/own.ts';
import type { Paper } from './paper.ts';
import type { Job } from './press.worker.ts';

const print = inOwnProcess<Job, Uint8Array>({
  file: path.join(import.meta.dirname, 'press.worker.ts'),
  megabytes: 400,
  // A report has a few tables.
  longestMs: 60_000,
  slots: 2,
  seats: 6,
  busy: 'reports.press_busy',
});

export const printed = async (paper: Paper, as: Job['as']): Promise<Buffer> =>
  Buffer.from(await print({ paper, as }));
