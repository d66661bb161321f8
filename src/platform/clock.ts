// The one clock. NGUON_TODAY pins the day in tests and in the training profile; nothing else reads the time of day
// to decide what is due.
import { type Day, dayAt, isDay } from './day.ts';

let pinned: Day | null = null;

export function pinToday(day: Day | null): void {
  if (day !== null && !isDay(day)) throw new RangeError(`NGUON_TODAY is not a day: ${day}`);
  pinned = day;
}

/** Today in Vietnam. */
export const today = (): Day => pinned ?? dayAt(new Date());

/** Does the work as if it were that day, then goes back to the day it was: how the training ward tells of days past. */
export async function onDay<T>(day: Day, work: () => Promise<T>): Promise<T> {
  const before = pinned;
  pinToday(day);
  try {
    return await work();
  } finally {
    pinned = before;
  }
}
