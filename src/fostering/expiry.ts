// When what is known of a failed candidate must go: so many months after the end as the committee has set, with a
// warning before. Nothing is erased by itself.
import { addDays, addMonths, type Day, latest, type PartialDay } from '../platform/day.ts';

export interface Term {
  months: number | null;
  warningDays: number | null;
}
export interface Expiry {
  expiresOn: Day;
  due: boolean;
}

/** null while nothing has been set, or the time is further away than the warning. */
export function expiryOf(closedOn: PartialDay, { months, warningDays }: Term, today: Day): Expiry | null {
  if (months === null) return null;
  const expiresOn = addMonths(latest(closedOn), months);
  if (addDays(today, warningDays ?? 0) < expiresOn) return null;
  return { expiresOn, due: expiresOn <= today };
}
