// Guards on Party seniority: full years from the day it starts, less the time outside the Party, and the milestones of
// the badge with what may be granted early.
import { z } from 'zod';
import { addDays, addMonths, type Day, isDay, latest } from '../../platform/day.ts';
import { isHeld } from '../conditions.ts';
import {
  atBothEnds,
  compare,
  type Context,
  type Finding,
  fromDay,
  type Guard,
  guardOf,
  notHeld,
  numberFact,
  textFact,
} from './guard.ts';
import { compareAll } from './joined.ts';
import { factName } from '../procedure.ts';

const parameterName = z.string().min(1);
export const gapArgs = {
  /** days outside the Party that do not count */
  gap: factName.optional(),
  /** put out wrongly and restored: then the time counts, when the law says so */
  restored: factName.optional(),
  continuous: parameterName.optional(),
};
interface GapArgs {
  gap?: string | undefined;
  restored?: string | undefined;
  continuous?: string | undefined;
}

export function gapDays({ gap, restored, continuous }: GapArgs, { facts, resolve }: Context): number {
  const days = gap ? (numberFact(facts, gap) ?? 0) : 0;
  const counts = restored && facts[restored] === true && continuous && resolve(continuous).value === true;
  return counts ? 0 : days;
}

/** The day on which so many months of seniority are complete. */
export const completeOn = (start: Day, months: number, gap: number): Day =>
  addDays(addMonths(start, months), gap);

const namesOf = ({ gap, restored }: GapArgs): string[] => [gap, restored].filter((one) => one !== undefined);

const yearsArgs = z.strictObject({ start: factName, ...gapArgs, parameter: parameterName });
type YearsArgs = z.infer<typeof yearsArgs>;

const judgeYears = (args: YearsArgs, start: Day, context: Context): Finding => {
  const from = (years: unknown) => completeOn(start, Number(years) * 12, gapDays(args, context));
  return compare({
    resolved: context.resolve(args.parameter),
    facts: { [args.start]: context.facts[args.start], on: context.on },
    passes: (years) => context.on >= from(years),
    threshold: (years) => ({ years, from: from(years) }),
    earliestOn: from,
  });
};

const seniorityYears = guardOf<YearsArgs>({
  args: yearsArgs,
  facts: (args) => [args.start, ...namesOf(args)],
  parameters: ({ parameter, continuous }) => [parameter, ...(continuous ? [continuous] : [])],
  judge: (args, context) => fromDay(args, context, (day) => judgeYears(args, day, context)),
});

const milestoneArgs = z.strictObject({
  start: factName,
  ...gapArgs,
  years: factName,
  /** the day of the badge; without it the day of the act */
  awarded: factName.optional(),
  milestones: parameterName,
  /** months before the milestone at which it may be given: a number, or one for each milestone */
  early: parameterName.optional(),
  /** the day whose law says how early, such as the day of death */
  governed_by: factName.optional(),
});
type MilestoneArgs = z.infer<typeof milestoneArgs>;

const dayHeld = ({ facts, on }: Context, fact: string | undefined): Day => {
  const day = fact ? textFact(facts, fact) : null;
  return day === null ? on : isDay(day) ? day : latest(day);
};

function judgeMilestone(args: MilestoneArgs, start: Day, context: Context): Finding {
  const years = numberFact(context.facts, args.years) ?? 0;
  const awarded = dayHeld(context, args.awarded);
  const months = (early: unknown): number =>
    typeof early === 'number' ? early : ((early as Readonly<Record<string, number>>)?.[String(years)] ?? 0);
  const from = ([, early]: readonly unknown[]) =>
    completeOn(start, years * 12 - (early === undefined ? 0 : months(early)), gapDays(args, context));
  const listed = ([milestones]: readonly unknown[]) =>
    (milestones as readonly string[]).includes(String(years));
  const early = args.early ? [context.resolve(args.early, dayHeld(context, args.governed_by))] : [];
  return compareAll([context.resolve(args.milestones, awarded), ...early], {
    facts: { [args.start]: context.facts[args.start], [args.years]: years, on: awarded },
    passes: (values) => listed(values) && awarded >= from(values),
    threshold: (values) => ({ years, listed: listed(values), from: listed(values) ? from(values) : null }),
    earliestOn: (values) => (listed(values) && !args.governed_by ? from(values) : null),
  });
}

const milestone = guardOf<MilestoneArgs>({
  args: milestoneArgs,
  facts: (args) => [
    args.start,
    args.years,
    ...namesOf(args),
    ...[args.awarded, args.governed_by].filter((one) => one !== undefined),
  ],
  parameters: ({ milestones, early, continuous }) =>
    [milestones, early, continuous].filter((one) => one !== undefined),
  judge: (args, context) => {
    const missing = [args.start, args.years].filter((fact) => !isHeld(context.facts, fact));
    if (missing.length > 0)
      return notHeld(missing, [args.milestones], context.resolve(args.milestones).citations);
    return atBothEnds(String(context.facts[args.start]), (day) => judgeMilestone(args, day, context));
  },
});

export const seniorityGuards: Readonly<Record<string, Guard>> = {
  seniority_years: seniorityYears,
  milestone,
};
