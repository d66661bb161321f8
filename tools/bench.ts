// `npm run bench [-- --set S|M|L10] [--json]`: Nguồn measured over HTTP on loopback on the training ward (S, unless said), a
// province (M) or a tenth of the nation (L10), each page in turn with a bare node:http + pg server on the same rows, so that the
// ratios hold on a machine that is busy. `--only lists,acts` measures some parts; `--data FOLDER` a folder made for measuring before,
// which is written to; `--long-list` brings in 100,000 rows, too; `--forecast` only tests the forecast back. Several sets: `--set S,M`.
// `node tools/bench/readme.ts FILE.json …` writes the tables of the README from what `--json` printed.
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureForecast } from './bench/forecast.ts';
import { measureJudging } from './bench/judging.ts';
import { beginPart, measured, type Results, type SetName, setNames } from './bench/measure.ts';
import { measureSet, partsOf } from './bench/run.ts';
import { newFolder, remove } from './bench/server.ts';
import { opened, prepare } from './bench/sets.ts';
import { measureShell } from './bench/start.ts';
import { missedOf, tablesOf } from './bench/table.ts';

const { values: asked } = parseArgs({
  options: {
    set: { type: 'string', default: 'S' },
    only: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    forecast: { type: 'boolean', default: false },
    'long-list': { type: 'boolean', default: false },
  },
});
const only = asked.only?.split(',') ?? null;

function setsOf(text: string): SetName[] {
  const names = text.split(',');
  const unknown = names.find((name) => !setNames.some((known) => known === name));
  if (unknown !== undefined) throw new Error(`no set ${unknown}: ${setNames.join(', ')}`);
  return names as SetName[];
}

async function measureOne(set: SetName): Promise<void> {
  beginPart(set);
  const parts = partsOf(set, only);
  if (asked.data) return measureSet(set, opened(path.resolve(asked.data)), parts);
  const folder = newFolder();
  try {
    await measureSet(set, await prepare(set, folder), parts);
  } finally {
    remove(folder);
  }
}

const on = new Date().toISOString();
const began = loadavg()[0] ?? 0;
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
const forecast = asked.forecast ? measureForecast() : null;
if (!forecast) {
  for (const set of setsOf(asked.set)) await measureOne(set);
  if (!only) {
    beginPart(null);
    measureShell();
    measureJudging();
  }
}
const results: Results = { on, machine, load: [began, loadavg()[0] ?? 0], parts: measured() };
const { bars, missed } = missedOf(results.parts);
if (asked.json)
  console.log(JSON.stringify({ ...results, bars, missed, ...(forecast ? { forecast } : {}) }, null, 2));
else if (!forecast) console.log(`${tablesOf([results])}\n\n${bars - missed.length} of ${bars} bars met`);
if (results.parts.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
