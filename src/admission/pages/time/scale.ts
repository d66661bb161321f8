// Days on a line: which stretch of time is drawn, where a day stands on it, which months are named.
import { addDays, addMonths, type Day, dayOf, daysBetween } from '../../../platform/day.ts';

export interface Scale {
  from: Day;
  until: Day;
  /** percent of the width; what lies outside stands at the edge */
  at: (day: Day) => number;
  holds: (day: Day) => boolean;
}

export interface Stretch {
  /** days that are shown if they are not too long ago */
  past: readonly Day[];
  /** days that are shown in any case */
  ends: readonly Day[];
  now: Day;
}

/** What happened longer ago is counted, not drawn: the present must stay legible. */
const backMonths = 15;
const leastDays = 60;
/** Share of the stretch that is left free on either side. */
const margin = 0.03;

const least = (days: readonly Day[]): Day => days.reduce((a, b) => (a < b ? a : b));
const most = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));

export function scaleOf({ past, ends, now }: Stretch): Scale {
  const horizon = addMonths(now, -backMonths);
  const recent = least([now, ...past.filter((day) => day >= horizon)]);
  const first = least([recent, ...ends]);
  const last = most([now, ...ends, addDays(first, leastDays)]);
  const free = Math.ceil(daysBetween(first, last) * margin);
  return between(addDays(first, -free), addDays(last, free));
}

function between(from: Day, until: Day): Scale {
  const whole = daysBetween(from, until);
  return {
    from,
    until,
    at: (day) => Math.min(100, Math.max(0, (daysBetween(from, day) / whole) * 100)),
    holds: (day) => from <= day && day <= until,
  };
}

export interface Tick {
  on: Day;
  label: string;
}

const steps = [1, 2, 3, 4, 6, 12, 24, 60];
const mostTicks = 5;

/** The first days of months, as many as can be read beside one another. */
export function ticksOf({ from, until }: Scale): Tick[] {
  const months = daysBetween(from, until) / 30.44;
  const step = steps.find((one) => months / one <= mostTicks) ?? 120;
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const index = Math.ceil((year * 12 + month - 1) / step) * step;
  const first = dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
  const ticks: Tick[] = [];
  for (let on = first; on <= until; on = addMonths(on, step))
    if (on >= from) ticks.push({ on, label: labelOf(on, step) });
  return ticks;
}

const labelOf = (on: Day, step: number): string =>
  step >= 12 ? on.slice(0, 4) : `${on.slice(5, 7)}/${on.slice(0, 4)}`;
