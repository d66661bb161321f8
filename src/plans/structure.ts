// Parts of a target and of a result: whole persons only, a caution where one person changes the share at once, and
// shares of parts that overlap are never filled up to a hundred.
import { type Amount, amountOf, type Count, exactly, isKnown, type Mark, weakest } from './amount.ts';
import { attainmentOf, type Standing } from './attainment.ts';
import type { RatioView, StructureView } from './view.ts';

export interface Whole {
  value: number;
  share: number;
}

/** One person more or less moves the share by five points or more. */
const fewPersons = 20;

/** What a share of so many persons can mean: one number, or its two neighbours (half of 11 is 5 or 6, never 5,5). */
export function wholePersons(total: number, perMille: number): Whole[] {
  if (total <= 0) return [];
  const scaled = total * perMille;
  const low = Math.floor(scaled / 1000);
  const values = scaled % 1000 === 0 ? [low] : [low, low + 1];
  return values.map((value) => ({ value, share: value / total }));
}

/** A share of something counted; of nothing there is none. */
export function ratioOf(part: Count, whole: Count): RatioView | null {
  if (whole.value <= 0) return null;
  const mark: Mark = part.mark !== 'exact' ? part.mark : whole.mark === 'exact' ? 'exact' : 'about';
  return { part: part.value, whole: whole.value, share: part.value / whole.value, mark };
}

export interface SubTarget {
  part: string;
  minimum: number | null;
  maximum: number | null;
  mark: Mark;
  share: number | null;
}

export interface Parted extends Standing {
  subTargets: readonly SubTarget[];
  /** counted or told, by part; a part that nobody counted is absent */
  parts: ReadonlyMap<string, Count>;
}

/** Parts that have a target or a result, in the order of the catalogue. */
export function structureOf(standing: Parted, order: readonly string[]): StructureView[] {
  const targets = new Map(standing.subTargets.map((sub) => [sub.part, sub]));
  const shown = order.filter((part) => targets.has(part) || (standing.parts.get(part)?.value ?? 0) > 0);
  return shown.map((part) => partOf(standing, part, targets.get(part) ?? null));
}

const nobody: Count = { value: 0, mark: 'exact' };

function partOf(standing: Parted, part: string, sub: SubTarget | null): StructureView {
  const done = standing.parts.get(part) ?? null;
  const whole = wholeOf(standing);
  const target = sub && targetOf(sub, whole);
  const of = { ...standing, done: done ?? nobody, target, aim: null, told: null };
  const { progress, left, status } = attainmentOf(of);
  return {
    part,
    target,
    share: sub?.share ?? null,
    done,
    ratio: done && ratioOf(done, standing.done),
    whole: persons(sub, whole),
    progress,
    left,
    status: done === null && sub !== null ? 'unknown' : status,
    few: (whole ?? standing.done.value) < fewPersons,
  };
}

function persons(sub: SubTarget | null, whole: number | null): Whole[] {
  return sub === null || sub.share === null || whole === null ? [] : wholePersons(whole, sub.share);
}

/** What a share is taken of: the number of the target, or what was done where the target has none. */
function wholeOf({ target, done }: Parted): number | null {
  if (target && isKnown(target)) return target.minimum;
  return done.value > 0 ? done.value : null;
}

/** A share said as “about” is kept by either neighbour; one said as a number asks for the one that reaches it. */
function targetOf(sub: SubTarget, whole: number | null): Amount {
  const own = amountOf(sub.minimum, sub.maximum, sub.mark);
  if (isKnown(own) || sub.share === null || whole === null) return own;
  const options = wholePersons(whole, sub.share).map(({ value }) => value);
  const [low, high] = [Math.min(...options), Math.max(...options)];
  if (options.length === 0) return own;
  return sub.mark === 'about'
    ? { minimum: low, maximum: high, mark: 'about' }
    : { ...exactly(high), mark: sub.mark };
}

/** The parts that were named, together, of the whole: they may overlap, so the rest is not said to be anything. */
export function namedOf(parts: readonly Count[], whole: Count): RatioView | null {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return parts.length === 0 ? null : ratioOf({ value, mark: weakest(parts.map(({ mark }) => mark)) }, whole);
}
