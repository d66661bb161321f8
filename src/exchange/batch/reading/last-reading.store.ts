// The workbooks read last, kept for some minutes: whoever looks at one and then brings it in has it read once. A reading
// follows from the file and from what the reader was told, and from nothing else: together they name it.
import { createHash } from 'node:crypto';
import type { Intake } from '../../../intake/intake.ts';
import { keepNewest } from '../../../platform/newest.ts';

const keptMs = 5 * 60_000;
const most = 2;
/** What a large file becomes would fill the memory of the server. */
const mostBytes = 2_000_000;

const kept = new Map<string, Promise<Intake>>();

const nameOf = (file: Uint8Array, told: object): string =>
  createHash('sha256').update(file).update(JSON.stringify(told)).digest('base64');

/** Each gets a copy of its own. */
export async function readOnce(
  { file, told }: { file: Uint8Array; told: object },
  read: () => Promise<Intake>,
): Promise<Intake> {
  if (file.length > mostBytes) return read();
  const name = nameOf(file, told);
  return structuredClone(await (kept.get(name) ?? keep(name, read())));
}

function keep(name: string, reading: Promise<Intake>): Promise<Intake> {
  keepNewest(kept, [name, reading], most);
  const drop = () => {
    if (kept.get(name) === reading) kept.delete(name);
  };
  const timer = setTimeout(drop, keptMs).unref();
  reading.catch(() => {
    clearTimeout(timer);
    drop();
  });
  return reading;
}

/** Under other catalogues or places the same file reads otherwise. */
export const forgetReadings = (): void => kept.clear();
