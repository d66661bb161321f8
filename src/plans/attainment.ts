// How far a unit has come with a target on a day: the arithmetic of docs/huong-dan/cach-tinh.md. Nothing is stored; a range
// is met between its ends and paced by its lower one; without a number only a verdict that was told can stand.
import type { Day } from '../platform/day.ts';
import { type Amount, type Count, isKnown, isRange, weakest } from './amount.ts';
import { elapsed, type Elapsed, isOver, type Period } from './period.ts';
import type { AttainmentView, Status, Verdict } from './view.ts';

/** From how many admissions, and from which share of the period on, a forecast says anything. */
export interface Least {
  admissions: number;
  share: number;
}

export interface Standing {
  period: Period;
  on: Day;
  done: Count;
  target: Amount | null;
  aim: Amount | null;
  least: Least;
  /** what was told of the result; without a value the verdict is all there is */
  told?: { verdict: Verdict | null; value: number | null } | null;
}

type KnownAmount = Amount & { minimum: number; maximum: number };
/** An average month, for “so many a month are needed”. */
const daysOfMonth = 365 / 12;

export function attainmentOf(standing: Standing): AttainmentView {
  const { period, on, done, target, least } = standing;
  const gone = elapsed(period, on);
  const known = target !== null && isKnown(target) ? target : null;
  const verdict = toldVerdict(standing, known);
  const silent = verdict !== null && standing.told?.value === null;
  return {
    status: verdict ?? statusOf(standing, known, gone.share),
    told: verdict !== null,
    ...(silent ? unmeasured : measured(done, known, gone.share)),
    mark: weakest(known ? [done.mark, known.mark] : [done.mark]),
    elapsed: gone,
    ...straight(done, known, gone),
    ...ahead(standing, known, gone.of - gone.days),
    enough: done.value >= least.admissions && gone.share >= least.share,
  };
}

/** As if the rest of the period went on like what has passed of it. */
function straight(done: Count, known: KnownAmount | null, gone: Elapsed) {
  const forecast = gone.days === 0 ? null : done.value / gone.share;
  return { forecast, forecastShare: forecast === null ? null : shareOf(forecast, known?.minimum) };
}

/** A verdict stands where no number can: the target has none, or the result has none. */
function toldVerdict({ told }: Standing, known: KnownAmount | null): Verdict | null {
  if (!told?.verdict) return null;
  return known === null || told.value === null ? told.verdict : null;
}

function statusOf(standing: Standing, known: KnownAmount | null, share: number): Status {
  const { done, target, period, on } = standing;
  if (target === null) return 'none';
  if (known === null) return 'unknown';
  if (done.value > known.maximum) return 'exceeded';
  if (done.value >= known.minimum) return 'met';
  if (isOver(period, on) || share === 1) return 'missed';
  if (share === 0) return 'not_begun';
  return done.value >= known.minimum * share ? 'on_pace' : 'behind';
}

/** Given nothing to do, and nothing done: neither praise nor blame. */
export const standingOf = ({
  status,
  progress,
  expected,
}: Pick<AttainmentView, 'status' | 'progress' | 'expected'>): Status | 'zero' =>
  status === 'met' && progress === null && expected?.maximum === 0 ? 'zero' : status;

type Measured = Pick<
  AttainmentView,
  'progress' | 'progressOfMaximum' | 'surplus' | 'expected' | 'lead' | 'left' | 'leftToMaximum'
>;
const unmeasured: Measured = {
  progress: null,
  progressOfMaximum: null,
  surplus: null,
  expected: null,
  lead: null,
  left: null,
  leftToMaximum: null,
};

function measured({ value }: Count, target: KnownAmount | null, share: number): Measured {
  if (!target) return unmeasured;
  const range = isRange(target);
  const expected = { minimum: target.minimum * share, maximum: target.maximum * share };
  return {
    progress: shareOf(value, target.minimum),
    progressOfMaximum: range ? shareOf(value, target.maximum) : null,
    surplus: surplusOf(value, target),
    expected,
    lead: { minimum: value - expected.minimum, maximum: value - expected.maximum },
    left: Math.max(0, target.minimum - value),
    leftToMaximum: range ? Math.max(0, target.maximum - value) : null,
  };
}

function surplusOf(value: number, { minimum, maximum }: KnownAmount): number {
  if (value > maximum) return value - maximum;
  return Math.min(0, value - minimum);
}

function ahead({ done, aim }: Standing, target: KnownAmount | null, daysLeft: number) {
  const toAim = aim !== null && isKnown(aim) ? Math.max(0, aim.minimum - done.value) : null;
  const left = target && Math.max(0, target.minimum - done.value);
  return {
    leftToAim: toAim,
    daysLeft,
    neededPerMonth: aMonth(left, daysLeft),
    neededPerMonthForAim: aMonth(toAim, daysLeft),
  };
}

const aMonth = (left: number | null, daysLeft: number): number | null =>
  left === null || daysLeft === 0 ? null : left / (daysLeft / daysOfMonth);

const shareOf = (value: number, whole: number | undefined): number | null =>
  whole === undefined || whole === 0 ? null : value / whole;
