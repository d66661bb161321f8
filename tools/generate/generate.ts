// A whole set, line by line: the plan, the classes, each commune in turn, and what the province adds up to. A commune can be
// lived alone: it needs the plan and the seed, no other commune.
import { classesOf, classLine, type PlannedClass } from './classes.ts';
import { liveCommune } from './commune.ts';
import type { Line } from './line.ts';
import { communeUnits, type Plan, planOf, provinceLine } from './plan.ts';
import { beginsOn, defaultToday, noShift, type Options } from './settings.ts';
import { ProvinceTargets } from './targets.ts';

export const optionsOf = (given: Partial<Options> = {}): Options => ({
  set: 'M',
  seed: 1,
  today: defaultToday,
  shift: noShift,
  shiftFrom: 0,
  ...given,
});

const yearsOf = ({ today }: Options): number[] => {
  const [first, last] = [Number(beginsOn.slice(0, 4)), Number(today.slice(0, 4))];
  return Array.from({ length: last - first + 2 }, (_, at) => first + at);
};

/** Classes of the area a commune belongs to. */
export const classesFor = (plan: Plan, area: number, options: Options): PlannedClass[] =>
  classesOf(plan, area, options, yearsOf(options));

export function* generateCommune(plan: Plan, index: number, options: Options): Generator<Line> {
  const commune = plan.communes[index];
  if (!commune) return;
  yield* communeUnits(commune);
  yield* liveCommune(commune, options, classesFor(plan, commune.area, options));
}

export function* generate(options: Options): Generator<Line> {
  const plan = planOf(options);
  const sums = new ProvinceTargets(plan);
  yield provinceLine(plan);
  for (const area of new Set(plan.communes.map((commune) => commune.area)))
    for (const one of classesFor(plan, area, options))
      if ((classLine(one).sessions[0] ?? '') <= options.today) yield classLine(one);
  for (const { index } of plan.communes)
    for (const line of generateCommune(plan, index, options)) {
      if (line.line === 'target') sums.see(line);
      yield line;
    }
  yield* sums.lines();
}
