// What was measured, as rows of the table in the README and as data for other programs. A page is asked in turn with a bare
// request of the same server, so that noise of the machine falls on both and the ratio of the two stays.
export type Unit = 'ms' | 'MB' | 'KB' | 's' | '×' | '';

export interface Line {
  what: string;
  value: number;
  unit: Unit;
  bar: number | null;
  /** value ÷ the same quantile of a bare request (GET /api/health) asked in turn with it */
  ratio: number | null;
}

export interface Quantiles {
  p50: number;
  p95: number;
}
export interface Asked extends Quantiles {
  bare: Quantiles;
}

const json = process.argv.includes('--json');
const lines: Line[] = [];
const round = (value: number): number => Math.round(value * 10) / 10;

export function note(
  what: string,
  value: number,
  unit: Unit,
  more: { bar?: number; bare?: number } = {},
): void {
  const ratio = more.bare ? round(value / more.bare) : null;
  const line: Line = {
    what,
    value: unit === '' ? value : precise(value),
    unit,
    bar: more.bar ?? null,
    ratio,
  };
  if (lines.length === 0 && !json) console.log(`| what | measured | bar | × bare |\n|---|---|---|---|`);
  lines.push(line);
  if (!json) console.log(rowOf(line));
}

/** Thousandths of a millisecond would read as nothing. */
const precise = (value: number): number => (value < 1 ? Number(value.toPrecision(2)) : round(value));

const rowOf = ({ what, value, unit, bar, ratio }: Line): string => {
  const of = (number: number) => `${number.toLocaleString('en')}${unit && ` ${unit}`}`;
  return `| ${what} | ${of(value)} | ${bar === null ? '' : `≤ ${of(bar)}`} | ${ratio ?? ''} |`;
};

/** What is going on, where the table is not in the way. */
export const tell = (words: string): void => {
  if (!json) console.error(words);
};

export function printJson(more: object): void {
  if (json) console.log(JSON.stringify({ ...more, lines }, null, 2));
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const quantilesOf = (taken: readonly number[]): Quantiles => {
  const sorted = taken.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
};

export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export interface Turns {
  warm: number;
  count: number;
  work: (n: number) => Promise<unknown>;
  bare: () => Promise<unknown>;
}

export async function inTurn({ warm, count, work, bare }: Turns): Promise<Asked> {
  const [taken, idle]: [number[], number[]] = [[], []];
  for (let n = 0; n < warm + count; n += 1) {
    const times = [await timed(bare), await timed(() => work(n))] as const;
    if (n < warm) continue;
    idle.push(times[0]);
    taken.push(times[1]);
  }
  return { ...quantilesOf(taken), bare: quantilesOf(idle) };
}

/** Two rows; the bar is for the slow ones. */
export function noteAsked(what: string, asked: Asked, bar: number): void {
  note(`${what} p50`, asked.p50, 'ms', { bare: asked.bare.p50 });
  note(`${what} p95`, asked.p95, 'ms', { bar, bare: asked.bare.p95 });
}
