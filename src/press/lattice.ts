// Questions of one figure and day that are parts of one another: women among all, women of an age among the women and among
// that age. What no cell asks but follows all the same stands between them.
import { sectorOf, typesIn } from '../statistics/catalogue/dimension.ts';
import { belongsTo, valuesOfPart } from '../statistics/part.ts';
import { type Count, type Sum, wordsOf } from './sums.ts';

type Of = ReadonlyMap<string, string>;
/** Whoever has none of the values that the report names; of whom nothing is known is a value, the empty one. */
const others = '*';
/** More combinations of values than this are not laid out: what stands in the tables is then all that is set against itself. */
const mostTogether = 4000;

interface Lattice {
  family: string;
  counts: Map<string, Count>;
  /** the values that the report names */
  values: Map<string, Set<string>>;
  /** breakdowns that some cell asks together */
  together: string[][];
}

const emptyOf = (family: string): Lattice => ({
  family,
  counts: new Map(),
  values: new Map(),
  together: [],
});

export function latticeSums(asked: ReadonlySet<Count>): Sum[] {
  const lattices = new Map<string, Lattice>();
  for (const count of asked) {
    if (!count.asks) continue;
    const { family, of } = count.asks;
    const lattice = lattices.get(family) ?? emptyOf(family);
    lattices.set(family, lattice);
    lattice.counts.set(wordsOf(of), count);
    for (const [by, value] of of)
      lattice.values.set(by, (lattice.values.get(by) ?? new Set<string>()).add(value));
    const set = [...of.keys()];
    if (!lattice.together.some((one) => one.join() === set.join())) lattice.together.push(set);
  }
  return [...lattices.values()].flatMap(sumsIn);
}

function sumsIn(lattice: Lattice): Sum[] {
  const sums = new Map<string, Sum>();
  // From the whole down: that a breakdown leaves nobody over is known of every part of it.
  for (const set of joined(lattice).toSorted((a, b) => a.length - b.length))
    for (const subset of subsetsOf(set))
      for (const by of set.filter((one) => !subset.includes(one)))
        for (const of of combinations(lattice, subset)) {
          const key = `${wordsOf(of)} by ${by}`;
          if (!sums.has(key)) sums.set(key, sumOf(lattice, of, by));
        }
  for (const count of lattice.counts.values())
    if (count.value === null && isNobody(lattice, count)) tellNone(count);
  return [...sums.values()];
}

/** What is asked together, and besides what says something of each other, within whatever both are asked of. */
function joined({ together }: Lattice): string[][] {
  const sets = together.flatMap((one) =>
    one.flatMap((name) =>
      together.flatMap((other) =>
        other
          .filter((by) => saysOf(name, by, '') !== null || (name === 'sector' && by === 'cell_type'))
          .map((by) => [...new Set([name, by, ...one.filter((each) => other.includes(each))])]),
      ),
    ),
  );
  const sorted = [...together, ...sets].map((set) => set.toSorted((a, b) => a.localeCompare(b)));
  return [...new Map(sorted.map((set) => [set.join(), set])).values()];
}

const saysOf = (name: string, by: string, value: string): boolean | null =>
  name.startsWith('part:') && value !== others ? belongsTo(name.slice('part:'.length), by, value) : null;

/** In a part, and of a group that does not belong to it; or the other way round. */
const isContrary = (of: Of): boolean =>
  [...of].some(([name, place]) =>
    [...of].some(([by, value]) => {
      const belongs = saysOf(name, by, value);
      return belongs !== null && belongs !== (place === 'in');
    }),
  );

/** Of one value, and of another that it leaves no room for; or of what is not named, where all that could be meant is. */
function isElsewhere(of: Of, values: Lattice['values']): boolean {
  return [...of].some(([name, value]) =>
    [...of].some(([by, other]) => {
      const allowed = valuesWithin([name, value], by);
      if (allowed === null) return false;
      return other === others ? allowed.every((one) => values.get(by)?.has(one)) : !allowed.includes(other);
    }),
  );
}

/** Every value of a breakdown that somebody of another one may have; null where it says nothing, or they cannot be told. */
function valuesWithin([name, value]: [string, string], by: string): readonly string[] | null {
  if (value === others) return null;
  if (name === 'sector' && by === 'cell_type' && value !== '') return typesIn(value);
  if (name === 'cell_type' && by === 'sector') return [sectorOf[value] ?? ''];
  return name.startsWith('part:') ? valuesOfPart(name.slice('part:'.length), by) : null;
}

/** Of nobody every part is nobody. */
function isNobody({ counts }: Lattice, { asks }: Count): boolean {
  const of = [...(asks?.of ?? [])];
  return subsetsOf(of).some((subset) => counts.get(wordsOf(new Map(subset)))?.value === 0);
}
const tellNone = (count: Count): void => void Object.assign(count, { value: 0, known: true });

const subsetsOf = <T>(set: readonly T[]): T[][] =>
  set
    .reduce<T[][]>((all, one) => [...all, ...all.map((subset) => [...subset, one])], [[]])
    .toSorted((a, b) => a.length - b.length);

function combinations({ values }: Lattice, subset: readonly string[]): Of[] {
  let all: Of[] = [new Map()];
  for (const by of subset) {
    const each = [...(values.get(by) ?? []), others];
    if (all.length * each.length > mostTogether) return [];
    all = all.flatMap((of) => each.map((value) => new Map([...of, [by, value]])));
  }
  return all;
}

function sumOf(lattice: Lattice, of: Of, by: string): Sum {
  const whole = at(lattice, of);
  const parts = [...(lattice.values.get(by) ?? [])].map((value) => at(lattice, withOne(of, by, value)));
  const over = at(lattice, withOne(of, by, others));
  const named = parts.reduce<number | null>(
    (sum, { value }) => (sum === null || value === null ? null : sum + value),
    0,
  );
  // Everybody is named: that there are no others is no secret.
  const all = named !== null && named === whole.value;
  if (all || (by === 'sex' && parts.length > 1)) tellNone(over);
  return { parts: [...parts, over], whole };
}

const withOne = (of: Of, by: string, value: string): Of =>
  new Map([...of, [by, value] as const].toSorted(([a], [b]) => a.localeCompare(b)));

function at({ family, counts, values }: Lattice, of: Of): Count {
  const key = wordsOf(of);
  const known = counts.get(key);
  if (known) return known;
  const nobody = isContrary(of) || isElsewhere(of, values);
  const count = { value: nobody ? 0 : null, known: nobody, asks: { family, of } };
  counts.set(key, count);
  return count;
}
