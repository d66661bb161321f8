// The rules that a question compares, each with the names in which it differs from the first: what these have in common need
// not be judged for each of them.
import { calendarName, type Provision } from '../../rules/index.ts';
import type { Version } from '../../worklist/source.ts';
import { type LoadedLaw, type Question, readings, type Sides } from './draft.ts';

export interface Compared {
  /** each once, however often it stands on a side */
  laws: readonly LoadedLaw[];
  /** in the same order */
  versions: readonly Version[];
}

export function comparedIn(sides: Question['sides']): Compared {
  const both = ({ before, after }: Sides) => [before, after];
  const laws = [...new Set(readings.flatMap((reading) => both(sides[reading])))];
  const versions = laws.map((law) => ({
    regulations: law.regulations,
    differsIn: namesBetween(laws[0] ?? law, law),
  }));
  return { laws, versions };
}

const ofValue = /^parameters\/(.+)\.yaml$/;

/** null when something else than a value, a local rule or a day off is another: then nothing is known to be the same. */
function namesBetween(a: LoadedLaw, b: LoadedLaw): ReadonlySet<string> | null {
  const paths = new Set([...Object.keys(a.files), ...Object.keys(b.files)]);
  const files = [...paths].filter((path) => a.files[path] !== b.files[path]);
  const values = files.map((path) => ofValue.exec(path)?.[1]);
  if (values.includes(undefined)) return null;
  const calendar = a.overlays.calendar === b.overlays.calendar ? [] : [calendarName];
  return new Set([...(values as string[]), ...laidOtherwise(a, b), ...calendar]);
}

function laidOtherwise(a: LoadedLaw, b: LoadedLaw): string[] {
  const [one, other] = [a.overlays.provisions, b.overlays.provisions];
  const without = (all: readonly Provision[], some: readonly Provision[]) =>
    all.filter((provision) => !some.includes(provision));
  return [...without(one, other), ...without(other, one)].map(({ parameter }) => parameter);
}
