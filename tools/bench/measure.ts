// What was measured, kept as data: single values, and pages asked beside the bare server. Tables are made of it at the end.
import type { Quantiles } from './load/work.ts';

export { quantilesOf } from './load/work.ts';

export const setNames = ['S', 'M', 'L10'] as const;
/** S: the training ward · M: a province · L10: a tenth of the nation */
export type SetName = (typeof setNames)[number];
export type Unit = 'ms' | 's' | 'min' | 'MB' | 'KB' | '';

export interface ValueLine {
  what: string;
  value: number;
  unit: Unit;
  /** at most, or of a rate at least, so much */
  bar: number | null;
}

export interface CrowdLine {
  clients: number;
  /** answers per second */
  rate: number;
  p95: number;
  bareRate: number;
  bareP95: number;
}
export interface PageLine extends Quantiles {
  what: string;
  bare: Quantiles;
  /** the same page of the lowest office, asked in turn with it */
  lowest: Quantiles | null;
  crowd: CrowdLine | null;
  bars: Bars;
}
/** p50, p95, crowdP95 in ms and lowest (× the top office) at most; rate (/s) and share (of the bare server’s rate) at least. */
export interface Bars {
  p50?: number;
  p95?: number;
  rate?: number;
  crowdP95?: number;
  share?: number;
  lowest?: number;
}

export interface Part {
  set: SetName | null;
  values: ValueLine[];
  pages: PageLine[];
  /** what could not be measured, and why */
  failures: string[];
}
export interface Results {
  on: string;
  machine: string;
  /** load of the machine when it began and ended: more than its cores = shared with other work */
  load: [number, number];
  parts: Part[];
}

const parts: Part[] = [];
export const measured = (): Part[] => parts;

/** What follows belongs to this set. */
export function beginPart(set: SetName | null): void {
  parts.push({ set, values: [], pages: [], failures: [] });
}
const current = (): Part => {
  if (parts.length === 0) beginPart(null);
  return parts.at(-1) as Part;
};

/** Thousandths of a millisecond would read as nothing. */
export const precise = (value: number): number =>
  Math.abs(value) < 1 ? Number(value.toPrecision(2)) : Math.round(value * 10) / 10;

export function note(what: string, value: number, unit: Unit, more: { bar?: number } = {}): void {
  const line: ValueLine = { what, value: unit === '' ? value : precise(value), unit, bar: more.bar ?? null };
  current().values.push(line);
  tell(`${what}: ${line.value} ${unit}`);
}

export function notePage(line: PageLine): void {
  const { what, p50, p95, bare, crowd, lowest } = line;
  current().pages.push(line);
  const many = crowd
    ? ` · ${crowd.clients} clients ${Math.round(crowd.rate)}/s p95 ${precise(crowd.p95)}`
    : '';
  const share = crowd ? ` = ${Math.round((100 * crowd.rate) / crowd.bareRate)} % of bare` : '';
  const low = lowest ? ` · lowest office ${precise(lowest.p50)}` : '';
  tell(
    `${what}: p50 ${precise(p50)} p95 ${precise(p95)} ms (bare ${precise(bare.p50)})${many}${share}${low}`,
  );
}

/** A part that fails does not take what was measured before it along. */
export function noteFailure(name: string, cause: unknown): void {
  const words = `${name}: ${cause instanceof Error ? cause.message : String(cause)}`;
  current().failures.push(words);
  tell(`FAILED ${words}`);
}

/** What is going on, beside what is printed for other programs. */
export const tell = (words: string): void => console.error(words);

export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
