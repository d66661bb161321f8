// Days that loading reckons for itself: when cards are handed out, and the later of two.
import { addDays, type Day } from '../../../src/platform/day.ts';

export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/** Cards are handed out at the four occasions of the year, some weeks after the decision at the earliest. */
const occasions = ['02-03', '05-19', '09-02', '11-07'];
const least = 20;

export function cardDayAfter(decidedOn: Day): Day {
  const ready = addDays(decidedOn, least);
  const year = Number(ready.slice(0, 4));
  const days = [year, year + 1].flatMap((one) => occasions.map((occasion) => `${one}-${occasion}`));
  return days.find((day) => day >= ready) ?? ready;
}
