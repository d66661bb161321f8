// The sets that are measured, each put into a folder of its own: S is the training ward, M a province, L10 a tenth of the nation.
// A folder that is there already, made for measuring, can be named instead: it is measured as it is, and written to.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { note, type SetName, tell, timed } from './measure.ts';
import { type Measured, start } from './server.ts';

export interface Ready {
  folder: string;
  start(): Promise<Measured>;
}

export async function prepare(set: SetName, folder: string): Promise<Ready> {
  if (set === 'S') return ward(folder);
  if (set === 'L10') return nation(folder);
  tell('building the province: one or two minutes');
  // Who measures a ready folder does without everything that builds one.
  const { buildProvince, today } = await import('./province/build.ts');
  let copyMs = 0;
  const took = await timed(async () => {
    const built = await buildProvince(folder);
    copyMs = built.copyMs;
    note('members', built.members, '');
    note('candidates', built.candidates, '');
    note('units', built.units, '');
    note('reminders made, first look', built.reminders.firstMs / 1000, 's');
    note('reminders, a look with nothing new', built.reminders.againMs, 'ms');
  });
  note('built', (took - copyMs) / 1000, 's');
  note('daily copy, read back', copyMs / 1000, 's');
  return opened(folder, today);
}

/** Made before, with NGUON_TODAY as the day it was made for. */
export const opened = (folder: string, today?: string): Ready => ({
  folder,
  start: () => start(folder, { demo: false, ...(today ? { today } : {}) }),
});

async function ward(folder: string): Promise<Ready> {
  const first = await start(folder, { demo: true });
  note('first start with the training ward', first.readyMs / 1000, 's', { bar: 10 });
  await first.stop();
  return { folder, start: () => start(folder, { demo: true }) };
}

const seed = '2026';
const lastDay = '2026-11-20';

/** As anybody would load it: `npm run generate -- --set L10 --load FOLDER`. */
async function nation(folder: string): Promise<Ready> {
  tell('loading a tenth of the nation: half an hour and more');
  const generator = path.join(import.meta.dirname, '..', 'generate.ts');
  const words = ['--set', 'L10', '--seed', seed, '--today', lastDay, '--load', folder];
  const took = await timed(async () => {
    // What it says goes beside what is printed for other programs.
    const child = spawn(process.execPath, [generator, ...words], { stdio: ['ignore', 2, 2] });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error(`the set L10 could not be loaded: ${code}`);
  });
  note('loaded', took / 60_000, 'min');
  return opened(folder, lastDay);
}
