// A set that lies in a folder as lines of JSON, one file for each kind: read side by side, so that each commune comes whole and no
// more than one is held. The worked cases, which stand at the end of the files, come last.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { firstGolden } from '../golden.ts';
import type { Line, LineKind, UnitLine } from '../line.ts';
import { type Options, sizes, version } from '../settings.ts';
import type { SetSource } from './load.ts';
import { isUnit, isUnitAct } from './source.ts';

interface Manifest extends Options {
  version: number;
  commune: number | null;
  files: { file: string; lines: number }[];
}

export function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'manifest.json');
  if (!existsSync(file)) throw new Error(`no manifest.json in ${folder}`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.version !== version)
    throw new Error(`the set is of version ${manifest.version}, not ${version}`);
  if (manifest.commune !== null) throw new Error('one commune alone has nothing to stand below');
  return manifest;
}

async function* linesOf(folder: string, { files }: Manifest, kind: LineKind): AsyncGenerator<Line> {
  const file = `${kind}.ndjson`;
  if (!files.some((one) => one.file === file)) return;
  const reader = createInterface({ input: createReadStream(path.join(folder, file)), crlfDelay: Infinity });
  for await (const text of reader) yield { line: kind, ...JSON.parse(text) } as Line;
}

/** Number of the commune that a line is about: people and cases bear it in front. */
export function communeOf(line: Line): number {
  const about = line as {
    personId?: string;
    caseId?: string;
    officeId?: string;
    id?: unknown;
    unitId?: number;
  };
  const named =
    about.personId ?? about.caseId ?? about.officeId ?? (line.line === 'person' ? line.id : undefined);
  if (named !== undefined) return Number(named.split('-')[0]);
  return Math.floor((about.unitId ?? 0) / 1000) * 1000;
}

/** One file, with the line that comes next. */
class Ahead {
  readonly #lines: AsyncGenerator<Line>;
  #next: Line | undefined;

  constructor(lines: AsyncGenerator<Line>) {
    this.#lines = lines;
  }
  async start(): Promise<this> {
    await this.#step();
    return this;
  }
  async #step(): Promise<void> {
    const { value, done } = await this.#lines.next();
    this.#next = done ? undefined : value;
  }
  async take(into: Line[], wanted: (line: Line) => boolean): Promise<void> {
    while (this.#next && wanted(this.#next)) {
      into.push(this.#next);
      await this.#step();
    }
  }
}

/** First what is about no commune, then each in turn, then what they add up to. */
async function* partsOf(
  folder: string,
  manifest: Manifest,
  communes: readonly number[],
): AsyncGenerator<Line[]> {
  const kinds = manifest.files.map(({ file }) => file.replace('.ndjson', '') as LineKind);
  const told = kinds.filter((kind) => kind !== 'unit' && kind !== 'unit_act');
  const files = await Promise.all(told.map((kind) => new Ahead(linesOf(folder, manifest, kind)).start()));
  const known = new Set(communes);
  const part = async (wanted: (line: Line) => boolean): Promise<Line[]> => {
    const lines: Line[] = [];
    for (const file of files) await file.take(lines, wanted);
    return lines;
  };
  const isAbove = (commune: number): boolean => !known.has(commune) && commune < firstGolden;
  yield part((line) => line.line === 'class' || isAbove(communeOf(line)));
  for (const commune of communes) yield part((line) => communeOf(line) === commune);
  yield part(() => true);
}

async function all(lines: AsyncIterable<Line>): Promise<Line[]> {
  const found: Line[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

export async function folderSource(folder: string): Promise<SetSource> {
  const manifest = readManifest(folder);
  const units = (await all(linesOf(folder, manifest, 'unit'))).filter(isUnit);
  const acts = (await all(linesOf(folder, manifest, 'unit_act'))).filter(isUnitAct);
  const { begins, kept, province } = sizes[manifest.set];
  return {
    label: `${manifest.set}/${manifest.seed}`,
    begins: kept > begins ? kept : begins,
    today: manifest.today,
    province: province ?? '01',
    units,
    acts,
    portions: () => partsOf(folder, manifest, communesIn(units)),
    found: { folder },
  };
}

/** Communes and blocks in the order in which they were lived: cells bear their number. */
const communesIn = (units: readonly UnitLine[]): number[] => [
  ...new Set(
    units
      .filter(({ id, kind }) => (kind === 'cell' || kind === 'base_cell') && id < firstGolden)
      .map(({ id }) => Math.floor(id / 1000) * 1000),
  ),
];
