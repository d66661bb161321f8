// Rules that tell what was asked of them. Other rules, known to differ from these in some names alone, would have answered the
// same wherever none of those names was asked for.
import type { Calendar } from '../calendar/workdays.ts';
import { askingOf, type Hear } from './in-force.ts';
import type { Regulations } from './content.ts';

/** Stands among the names of quantities for whatever is asked of the calendar. */
export const calendarName = 'calendar';

export interface Overheard {
  regulations: Regulations;
  /** what the work gives, and the names that it asked for */
  during: <T>(work: () => T) => { given: T; names: ReadonlySet<string> };
}

/** The same rules, which say what they are asked for. */
export function overhear(regulations: Regulations): Overheard {
  let names = new Set<string>();
  const hear: Hear = (name) => names.add(name);
  const content = { ...regulations, calendar: watched(regulations.calendar, hear) };
  return {
    regulations: { ...content, ...askingOf(content, regulations.overlays, hear) },
    during: (work) => {
      const own = new Set<string>();
      names = own;
      const given = work();
      names = new Set();
      return { given, names: own };
    },
  };
}

/** Handing it on is no question; looking into it is. */
const watched = (calendar: Calendar, hear: Hear): Calendar =>
  new Proxy(calendar, {
    get: (target, key) => {
      hear(calendarName);
      return Reflect.get(target, key);
    },
  });
