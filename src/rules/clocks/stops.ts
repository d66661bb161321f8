// A clock that stands still while the file is back for completion: the working days from each return to the day it was
// submitted again are added. Where no text says whether it stops, it runs on and the other reading is told beside it.
import { addWorkingDays, type Calendar, workingDaysBetween } from '../../calendar/workdays.ts';
import { type Day, earliest, isPartialDay } from '../../platform/day.ts';
import type { Clock } from '../verdict.ts';

/** From the return to the day it came again; null while it is still back. */
export interface Stop {
  from: Day;
  to: Day | null;
}

/** The returns among the acts of a case, oldest first, each with the next submission. */
export function stopsAmong(
  acts: readonly { step: string; on: string | null }[],
  { step, until }: { step: string; until: string },
): Stop[] {
  const stops: Stop[] = [];
  for (const act of acts) {
    if (!isPartialDay(act.on)) continue;
    const open = stops.at(-1)?.to === null;
    if (act.step === step && !open) stops.push({ from: earliest(act.on), to: null });
    if (act.step === until && open) stops[stops.length - 1]!.to = earliest(act.on);
  }
  return stops;
}

/** With all stops known so far: they are added to the limit, not to a day already moved. */
export function withStops(clock: Clock, stops: readonly Stop[], calendar: Calendar): Clock {
  const met = stops.filter(({ to }) => to === null || to > clock.startsOn);
  const { stopsWith, otherwise, limit } = clock;
  if (stopsWith === null || stopsWith.rule === 'runs' || met.length === 0 || !hasDay(clock)) return clock;
  const days = stopped(clock, met, calendar);
  if (stopsWith.rule === 'stops') return { ...clock, ...days };
  const known = otherwise !== null && otherwise.reading !== 'stops';
  return known ? clock : { ...clock, otherwise: { reading: 'stops', dueOn: days.dueOn, limit } };
}

/** A start known in part gives no day, whatever stops it. */
const hasDay = ({ unit, dueOn, stoppedOn }: Clock): boolean =>
  unit === 'working_days' && (dueOn !== null || stoppedOn !== null);

function stopped(clock: Clock, stops: readonly Stop[], calendar: Calendar) {
  const { startsOn, limit, extension, extended } = clock;
  const stoppedOn = stops.find(({ to }) => to === null)?.from ?? null;
  const days = daysStopped(stops, startsOn, calendar);
  const after = (count: number | null) =>
    count === null || stoppedOn !== null ? null : addWorkingDays(calendar, startsOn, count + days);
  const more = limit === null || extension === null ? null : limit + extension;
  return { stoppedOn, dueOn: after(limit), extendsTo: extended ? null : after(more) };
}

const daysStopped = (stops: readonly Stop[], startsOn: Day, calendar: Calendar): number =>
  stops.reduce((sum, { from, to }) => {
    const days = to === null ? 0 : workingDaysBetween(calendar, from < startsOn ? startsOn : from, to);
    return sum + (days ?? 0);
  }, 0);
