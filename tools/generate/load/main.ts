// `npm run generate -- --set S|S2|M|M-stress|L10 --seed N --load DATAFOLDER`, or `--from FOLDER --load DATAFOLDER` for a set that was
// written before: a fresh installation with the set in it, to be started with NGUON_DATA and NGUON_TODAY.
import type { Options } from '../settings.ts';
import { folderSource } from './folder.ts';
import { type Installed, install } from './install.ts';
import { sourceOf } from './source.ts';

export interface Wanted {
  options: Options;
  /** lines that lie there instead of fresh ones */
  from: string | null;
  /** the data folder, which must be new */
  folder: string;
}

export async function loadInto({ options, from, folder }: Wanted): Promise<void> {
  const source = from === null ? sourceOf(options) : await folderSource(from);
  const done = await install(folder, source, { tell: (line) => console.log(line) });
  for (const line of summaryOf(done)) console.log(line);
  console.log(`\nNGUON_DATA=${folder} NGUON_TODAY=${source.today} npm start`);
}

function summaryOf({ units, people, dossiers, entries, took, memory, left }: Installed): string[] {
  const whole = (count: number) => count.toLocaleString('en');
  const seconds = (count: number) => `${count.toFixed(1)} s`;
  return [
    `${whole(units)} units, ${whole(people)} persons, ${whole(dossiers)} dossiers, ${whole(entries)} entries`,
    `written in ${seconds(took.load)}, sealed and put in order in ${seconds(took.settle)}, copied in ${seconds(took.copy)}`,
    `highest memory ${memory} MB`,
    ...[...left].toSorted((a, b) => b[1] - a[1]).map(([why, count]) => `left out: ${count} × ${why}`),
  ];
}
