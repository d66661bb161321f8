// One candidacy on its way: from each stage to the next, when, and where it ends early. Nothing here knows how cases end
// before they do: statuses follow from days, meetings, seats, replies and votes.
import { type Chance, exponential, logNormal, poisson } from './draw.ts';
import {
  ceremonyWeight,
  type DayNumber,
  isHoliday,
  isRestDay,
  monthOf,
  officeDayFrom,
  officeDaysAfter,
  openDayFrom,
} from './days.ts';
import { delays, losses, type Shift, weekendCeremonies } from './settings.ts';

export type Stage =
  | 'nominated'
  | 'listed'
  | 'class_certified'
  | 'helped'
  | 'permitted'
  | 'papers_ready'
  | 'verifying'
  | 'verified'
  | 'cell_voted'
  | 'base_voted'
  | 'decided'
  | 'admitted'
  | 'probation_reviewed'
  | 'recognition_cell_voted'
  | 'recognition_base_voted'
  | 'recognised'
  | 'closed';

export interface Pace {
  shift: Shift;
  /** how fast papers move in this commune, for good */
  slow: number;
}

/** Some days, longer where papers move slowly. */
export const wait = (chance: Chance, median: number, pace: Pace): number =>
  logNormal(chance, median * (1 + pace.shift.delays) * pace.slow, delays.sigma);

/** Meetings come once a month: of a cell early in it, of a committee later. */
export function meetingFrom(day: DayNumber, dayOfMonth: number): DayNumber {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const turn = (at: number) => openDayFrom(Date.UTC(year, month + at, dayOfMonth) / 86_400_000);
  return turn(0) >= day ? turn(0) : turn(1);
}

export const committeeFrom = (day: DayNumber, dayOfMonth: number): DayNumber =>
  officeDayFrom(meetingFrom(day, dayOfMonth));

/** Days until a case would be lost, if nothing came first. */
export const lossAfter = (chance: Chance, certified: boolean, shift: Shift): number =>
  exponential(chance, 30.4 / ((certified ? losses.after : losses.before) * (1 + shift.losses)));

export const refused = (chance: Chance, share: number, shift: Shift): boolean =>
  chance.yes(share * (1 + shift.losses));

export const reasonOf = (chance: Chance): string =>
  chance.weighted(losses.reasons, ([, weight]) => weight)[0];

/** A ceremony within thirty working days of the decision, gathered before anniversaries, seldom on a rest day. */
export function ceremonyOf(chance: Chance, decided: DayNumber, shift: Shift): DayNumber {
  const [first, last] = [officeDaysAfter(decided, 2), officeDaysAfter(decided, 30)];
  const weekend = chance.yes(weekendCeremonies);
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const fits = weekend ? days.filter((day) => isRestDay(day) && !isHoliday(day)) : days;
  const weight = (day: DayNumber) => (weekend ? 1 : ceremonyWeight(day) ** (1 + shift.seasons));
  const found = chance.weighted(fits, weight);
  return weekend || ceremonyWeight(found) > 0 ? found : officeDayFrom(found);
}

/** Letters about a candidate, each with the days until it is answered. */
export function lettersOf(chance: Chance, pace: Pace): { place: string; days: number }[] {
  const count = Math.max(1, poisson(chance, 3));
  const places = [
    ...Array.from({ length: count }, () => 'inside'),
    ...Array.from({ length: poisson(chance, 0.6) }, () => 'outside'),
  ];
  const median = delays.reply * (1 + pace.shift.delays);
  return places.map((place) => ({
    place,
    days: Math.max(2, Math.round(logNormal(chance, median, delays.replySigma))),
  }));
}

export const isLate = (day: DayNumber, fromMonth: number): boolean => monthOf(day) >= fromMonth;
