// Members admitted in the last years with the way they came, as an office that keeps its lists would have it: forecasts
// learn from it how long each step takes here.
import { addDays, addMonths, type Day } from '../../src/platform/day.ts';
import { workingUpTo } from './calendar.ts';
import { road } from './candidates.ts';
import type { Person } from './person.ts';
import { chanceOf } from './random.ts';
import type { Roll } from './roll.ts';
import { described } from './setting.ts';

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/** Whoever came in the last five years, after the day of the article, and still is where he was admitted. */
const isKnown = (person: Person, today: Day): boolean =>
  person.arrivedOn === null &&
  person.left === null &&
  person.moves.length === 0 &&
  person.officialOn !== null &&
  person.officialOn <= today &&
  person.admittedOn > laterOf(described, addMonths(today, -60));

export const pastAdmissions = (roll: Roll): Person[] =>
  roll.people
    .filter((person) => isKnown(person, roll.today))
    .toSorted((a, b) => (a.admittedOn < b.admittedOn ? -1 : a.admittedOn > b.admittedOn ? 1 : 0));

const beforeDecision = road.slice(
  0,
  road.findIndex(([fact]) => fact === 'decisionOn'),
);
const decided = road.find(([fact]) => fact === 'decisionOn')?.[1] ?? 0;

/** Some are quick and some are slow; nobody’s steps change places. */
export function daysBefore(person: Person, seed: number): Record<string, Day> {
  const chance = chanceOf(seed, `way ${person.name} ${person.admittedOn}`);
  const pace = chance.int(75, 145) / 100;
  return Object.fromEntries(
    beforeDecision.map(([fact, month]) => [
      fact,
      workingUpTo(addDays(person.decisionOn, -Math.round((decided - month) * 30.4 * pace))),
    ]),
  );
}
