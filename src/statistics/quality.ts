// What kind of people were admitted and what became of them: beside the number, never instead of it. Somebody whose
// birth or education is not known stands in no mean and no share of it; how many are known is told with each.
import { addMonths, type Day, earliest, latest, monthsBetween, type PartialDay } from '../platform/day.ts';
import { partCodes } from './part.ts';

/** Months of probation after which recognition is due: Party Charter, Article 5. */
export const probationMonths = 12;

export interface AdmittedPerson {
  on: PartialDay;
  sex: string | null;
  bornOn: PartialDay | null;
  profession: string | null;
  youthUnion: boolean | null;
  officialOn: PartialDay | null;
  endedAs: string | null;
  endedOn: PartialDay | null;
}

export interface Quality {
  count: number;
  women: number;
  sexKnown: number;
  /** whole years on the day of the ceremony */
  meanAge: number | null;
  medianAge: number | null;
  ageKnown: number;
  degree: number;
  professionKnown: number;
  youthUnion: number;
  /** the twelve months were over by that day, and the person was still here */
  due: number;
  recognised: number;
  /** due, but left without recognition: removed, annulled, expelled, left */
  notRecognised: number;
  /** due, still on probation */
  waiting: number;
  /** at any time after the admission: removed, expelled or annulled */
  removed: number;
}

const lost = new Set(['removed', 'expelled', 'annulled']);
const until = (day: PartialDay | null, on: Day): boolean => day !== null && earliest(day) <= on;

/** As known now of what had happened by the end of that day. */
export function qualityOf(admitted: readonly AdmittedPerson[], on: Day): Quality {
  const known = admitted.map((one) => asOf(one, on));
  const ages = known.flatMap((one) => ageOf(one) ?? []).sort((a, b) => a - b);
  const due = known.filter((one) => isDue(one, on));
  const count = (test: (one: AdmittedPerson) => boolean) => known.filter(test).length;
  return {
    count: known.length,
    women: count(({ sex }) => sex === 'F'),
    sexKnown: count(({ sex }) => sex !== null),
    meanAge: ages.length > 0 ? ages.reduce((sum, age) => sum + age, 0) / ages.length : null,
    medianAge: medianOf(ages),
    ageKnown: ages.length,
    degree: count(({ profession }) => (partCodes.degree as readonly (string | null)[]).includes(profession)),
    professionKnown: count(({ profession }) => profession !== null),
    youthUnion: count(({ youthUnion }) => youthUnion === true),
    due: due.length,
    recognised: due.filter(({ officialOn }) => officialOn !== null).length,
    notRecognised: due.filter(({ officialOn, endedAs }) => officialOn === null && endedAs !== null).length,
    waiting: due.filter(({ officialOn, endedAs }) => officialOn === null && endedAs === null).length,
    removed: count(({ endedAs }) => endedAs !== null && lost.has(endedAs)),
  };
}

/** What had not happened yet on that day is not known of it. */
function asOf(one: AdmittedPerson, on: Day): AdmittedPerson {
  const ended = until(one.endedOn, on);
  return {
    ...one,
    officialOn: until(one.officialOn, on) ? one.officialOn : null,
    endedAs: ended ? one.endedAs : null,
    endedOn: ended ? one.endedOn : null,
  };
}

/** Whoever moved away or died before the end of probation is not asked for here. */
function isDue({ on: admittedOn, officialOn, endedAs }: AdmittedPerson, on: Day): boolean {
  if (officialOn !== null) return true;
  if (endedAs === 'moved_out' || endedAs === 'died') return false;
  return endedAs !== null || addMonths(latest(admittedOn), probationMonths) <= on;
}

function ageOf({ bornOn, on }: AdmittedPerson): number | null {
  return bornOn === null ? null : Math.floor(monthsBetween(latest(bornOn), earliest(on)) / 12);
}

function medianOf(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  if (!Number.isInteger(middle)) return sorted[Math.floor(middle)] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
