// How often files come back to be completed, and why: counted from the acts that stand. A figure about offices' work,
// never about a person. The target of requirement S3-63 is at most one return a file.
import type { Day, PartialDay } from '../platform/day.ts';
import { daysBetween, isDay } from '../platform/day.ts';
import { effective, type Naming } from '../platform/effective.ts';

export const returnStep = 'return_dossier';
export const resubmitStep = 'resubmit';
/** Files come back at most so often: S3-63. */
export const returnsTarget = 1;

export interface ReturnEntry extends Naming {
  stream: string;
  unitId: number | null;
  data: { step?: string; inputs?: { what?: unknown } };
}

export interface Returned {
  stream: string;
  unitId: number;
  on: PartialDay;
  what: string[];
  /** when it was handed in again; null while it is still waited for */
  backOn: PartialDay | null;
}

/** The returns of these streams that stand, oldest first, each with the day it was answered. */
export function returnsIn(entries: readonly ReturnEntry[]): Returned[] {
  const streams = Map.groupBy(entries, ({ stream }) => stream);
  return [...streams.values()].flatMap((own) => pairs(effective(own)));
}

function pairs(standing: readonly ReturnEntry[]): Returned[] {
  const found: Returned[] = [];
  for (const { stream, unitId, happenedOn, data } of standing) {
    const last = found.at(-1);
    if (data.step === resubmitStep && last && last.backOn === null) last.backOn = happenedOn;
    if (data.step === returnStep && unitId !== null)
      found.push({ stream, unitId, on: happenedOn ?? '', what: codesIn(data.inputs?.what), backOn: null });
  }
  return found;
}

const codesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];

/** How often each of these keys was met, most often first. */
export function tally(keys: readonly string[]): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Middle of the days for which files were away to be completed; null where none came back. */
export function medianDays(returned: readonly Returned[]): number | null {
  const days = returned
    .flatMap(({ on, backOn }) => (isDay(on) && isDay(backOn) ? [daysBetween(on, backOn as Day)] : []))
    .sort((a, b) => a - b);
  return days[Math.floor((days.length - 1) / 2)] ?? null;
}

/** Files that came back more often than the target allows. */
export const aboveTarget = (returned: readonly Returned[]): number =>
  tally(returned.map(({ stream }) => stream)).filter(({ count }) => count > returnsTarget).length;
