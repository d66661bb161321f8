// `npm run generate -- --set S|S2|M|M-stress|L10 --seed N --out FOLDER [--today YYYY-MM-DD] [--shift 0.3] [--commune NUMBER]`: writes a made-up
// set as lines of JSON, one file for each kind of line, and checks it against published figures.
import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '../src/platform/day.ts';
import { generate, generateCommune, optionsOf } from './generate/generate.ts';
import { Census } from './generate/census.ts';
import { tableOf } from './generate/check.ts';
import { goldenOf } from './generate/golden.ts';
import type { Line } from './generate/line.ts';
import { Observed } from './generate/observe.ts';
import { planOf } from './generate/plan.ts';
import { reportOf } from './generate/report.ts';
import { reportOfPeople } from './generate/report-people.ts';
import { noShift, type Options, setNames, version } from './generate/settings.ts';

const usage = `npm run generate -- --out FOLDER | --load DATAFOLDER [--from FOLDER] [--set ${setNames.join('|')}] [--seed N] [--today YYYY-MM-DD] [--shift 0.3] [--commune NUMBER]`;

function fail(why: string): never {
  console.error(`${why}\n${usage}`);
  process.exit(1);
}

const flags = {
  out: { type: 'string' },
  load: { type: 'string' },
  from: { type: 'string' },
  set: { type: 'string', default: 'S' },
  seed: { type: 'string', default: '1' },
  today: { type: 'string' },
  shift: { type: 'string', default: '0' },
  commune: { type: 'string' },
} as const;
function wordsOf() {
  try {
    return parseArgs({ options: flags }).values;
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
}
const values = wordsOf();

function asked(): { options: Options; out: string; commune: number | null } {
  const { out = '', load, commune } = values;
  if (!out && !load) fail('--out names the folder to write to, --load the data folder to fill');
  const options = optionsOf({
    set: setOf(values.set),
    ...seedOf(values.seed),
    ...shiftOf(values.shift),
    ...dayOf(),
  });
  const one = commune === undefined ? null : Number(commune);
  if (one !== null && !planOf(options).communes[one - 1]) fail(`--commune ${commune}: no such number`);
  return { options, out, commune: one };
}

function setOf(set: string): Options['set'] {
  return (
    setNames.find((name) => name === set) ?? fail(`--set ${set}: there are the sets ${setNames.join(', ')}`)
  );
}
function seedOf(seed: string): Pick<Options, 'seed'> {
  return /^\d{1,9}$/.test(seed) ? { seed: Number(seed) } : fail(`--seed ${seed}: a whole number`);
}
function shiftOf(shift: string): Pick<Options, 'shift'> {
  const by = Number(shift);
  if (!(Math.abs(by) <= 0.5)) fail(`--shift ${shift}: between -0.5 and 0.5`);
  return { shift: { ...noShift, delays: by, losses: by, seasons: by } };
}
function dayOf(): Partial<Options> {
  const { today } = values;
  if (today === undefined) return {};
  const fits = isDay(today) && today >= '2017-01-01' && today <= '2029-12-31';
  return fits ? { today } : fail(`--today ${today}: a day from 2017 to 2029, YYYY-MM-DD`);
}

interface Sink {
  file: number;
  held: string[];
  hash: Hash;
  lines: number;
}
const sinks = new Map<string, Sink>();
const mostHeld = 2000;

function write(folder: string, line: Line): void {
  const { line: kind, ...data } = line;
  let sink = sinks.get(kind);
  if (!sink) {
    sink = {
      file: openSync(path.join(folder, `${kind}.ndjson`), 'w'),
      held: [],
      hash: createHash('sha256'),
      lines: 0,
    };
    sinks.set(kind, sink);
  }
  sink.lines += 1;
  if (sink.held.push(JSON.stringify(data)) >= mostHeld) flush(sink);
}

function flush(sink: Sink): void {
  if (sink.held.length === 0) return;
  const text = `${sink.held.join('\n')}\n`;
  sink.hash.update(text);
  writeSync(sink.file, text);
  sink.held = [];
}

function main(): void {
  const { options, out, commune } = asked();
  mkdirSync(out, { recursive: true });
  const [seen, census] = [new Observed(), new Census()];
  const began = performance.now();
  if (commune !== null) for (const line of generateCommune(options, commune - 1)) write(out, line);
  else {
    for (const line of generate(options, (flow) => seen.see(flow))) {
      census.see(line);
      write(out, line);
    }
    // Golden units stand apart: they are no part of the province that is checked.
    for (const line of goldenOf(options)) write(out, line);
  }
  const files = [...sinks].map(([kind, sink]) => {
    flush(sink);
    closeSync(sink.file);
    return { file: `${kind}.ndjson`, lines: sink.lines, sha256: sink.hash.digest('hex') };
  });
  const manifest = { mark: 'DỮ LIỆU MÔ PHỎNG', version, ...options, commune, files };
  writeFileSync(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const { file, lines } of files) console.log(`${file}: ${lines.toLocaleString('en')}`);
  console.log(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  if (commune !== null) return;
  const checks = [...reportOf(seen, options), ...reportOfPeople(census, options)];
  writeFileSync(path.join(out, 'report.json'), `${JSON.stringify(checks, null, 2)}\n`);
  console.log(tableOf(checks));
}

/** A data folder with the set in it, for the program itself. */
async function load(folder: string): Promise<void> {
  const { loadInto } = await import('./generate/load/main.ts');
  await loadInto({ options: asked().options, from: values.from ?? null, folder });
}

if (values.load) await load(values.load);
else main();
