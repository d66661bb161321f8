// Guards on intervals: months since a day where their number depends on a code, and one day within so many working
// days of another.
import { z } from 'zod';
import { addMonths, type Day, isDay, type PartialDay } from '../../platform/day.ts';
import { isHeld } from '../conditions.ts';
import {
  atBothEnds,
  compare,
  type Context,
  type Finding,
  type Guard,
  guardOf,
  notHeld,
  textFact,
} from './guard.ts';
import { factName } from '../procedure.ts';
import { addWorkingDays } from '../../calendar/workdays.ts';

const byArgs = z.strictObject({ start: factName, by: factName, parameter: z.string().min(1) });
type ByArgs = z.infer<typeof byArgs>;

function judgeMonths({ start, by, parameter }: ByArgs, day: Day, context: Context): Finding {
  const code = String(context.facts[by]);
  const months = (value: unknown): number | undefined => (value as Readonly<Record<string, number>>)[code];
  const complete = (value: unknown) => addMonths(day, months(value) ?? 0);
  const finding = compare({
    resolved: context.resolve(parameter),
    facts: { [start]: context.facts[start], [by]: code, on: context.on },
    passes: (value) => complete(value) <= context.on,
    threshold: (value) => ({ months: months(value), from: complete(value) }),
    earliestOn: complete,
  });
  const { value } = context.resolve(parameter);
  // A code the law does not name: nobody knows how long.
  return value !== null && months(value) === undefined
    ? { ...finding, outcome: 'undetermined', threshold: null, earliestOn: null }
    : finding;
}

const monthsAtLeastBy = guardOf<ByArgs>({
  args: byArgs,
  facts: ({ start, by }) => [start, by],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => {
    const missing = [args.start, args.by].filter((fact) => textFact(context.facts, fact) === null);
    if (missing.length > 0)
      return notHeld(missing, [args.parameter], context.resolve(args.parameter).citations);
    const started = context.facts[args.start] as PartialDay;
    return atBothEnds(started, (day) => judgeMonths(args, day, context));
  },
});

const apartArgs = z.strictObject({ start: factName, end: factName, parameter: z.string().min(1) });
type ApartArgs = z.infer<typeof apartArgs>;

/** The law of the day on which the time starts; outside the years of the calendar nothing is said. */
function judgeApart(
  { start, end, parameter }: ApartArgs,
  days: readonly [Day, Day],
  context: Context,
): Finding {
  const [from, to] = days;
  const last = (limit: unknown) => addWorkingDays(context.calendar, from, Number(limit));
  return compare({
    resolved: context.resolve(parameter, from),
    facts: { [start]: from, [end]: to },
    passes: (limit) => to <= (last(limit) ?? to),
    threshold: (limit) => ({ days: limit, until: last(limit) }),
  });
}

const withinWorkingDays = guardOf<ApartArgs>({
  args: apartArgs,
  facts: ({ start, end }) => [start, end],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => {
    const { facts } = context;
    const [from, to] = [facts[args.start], facts[args.end]];
    if (isDay(from) && isDay(to)) return judgeApart(args, [from, to], context);
    const unsure = [args.start, args.end].filter((fact) => !isHeld(facts, fact) || !isDay(facts[fact]));
    return notHeld(unsure, [args.parameter], context.resolve(args.parameter).citations);
  },
});

export const intervalGuards: Readonly<Record<string, Guard>> = {
  months_at_least_by: monthsAtLeastBy,
  within_working_days: withinWorkingDays,
};
