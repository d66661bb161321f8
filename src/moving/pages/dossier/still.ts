// What a return does to the time for the decision, by both readings: it stands still until the file is handed in again, or
// it runs on (parameter return.stops_clock).
import { addWorkingDays, workingDaysBetween } from '../../../calendar/workdays.ts';
import type { Day } from '../../../platform/day.ts';
import type { Book } from '../../../road/pages/book.ts';
import type { DossierView } from '../../../road/view.ts';

export interface Still {
  rule: 'stops' | 'runs' | null;
  since: Day;
  runsTo: Day;
  /** if it were handed in again today */
  stopsTo: Day;
  /** working days since the return */
  days: number;
}

const clocks = new Set(['decide', 'decide_moved']);

export function stillTime({ returned, clocks: own, today, unit }: DossierView, book: Book): Still | null {
  const clock = own.find(({ id, endedOn }) => clocks.has(id) && endedOn === null);
  const since = returned?.on;
  if (!since || !clock?.dueOn) return null;
  const { calendar } = book.regulations;
  const days = workingDaysBetween(calendar, since, today) ?? 0;
  const value = book.regulations.inForce(since, { path: unit.path }).value('return.stops_clock').value;
  const rule = value === 'stops' || value === 'runs' ? value : null;
  const stopsTo = addWorkingDays(calendar, clock.dueOn, days) ?? clock.dueOn;
  return { rule, since, runsTo: clock.dueOn, stopsTo, days };
}
