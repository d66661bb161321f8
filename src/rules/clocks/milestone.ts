// The clock of the badge: the first milestone of seniority not yet reached on the day of the act.
import { z } from 'zod';
import { earliest, isDay } from '../../platform/day.ts';
import type { AnyClock } from './words.ts';
import type { Start } from './run.ts';
import { factName } from '../procedure.ts';
import type { Context } from '../guards/guard.ts';
import { completeOn, gapArgs, gapDays } from '../guards/seniority.ts';

const args = z.strictObject({ start: factName, ...gapArgs, parameter: z.string().min(1) });
type Args = z.infer<typeof args>;

function startsOf(given: Args, context: Context): Start[] {
  const since = context.facts[given.start];
  if (typeof since !== 'string') return [];
  const startsOn = earliest(since);
  const milestones = context.resolve(given.parameter).value;
  const gap = gapDays(given, context);
  const days = (Array.isArray(milestones) ? milestones : [])
    .map((years) => completeOn(startsOn, Number(years) * 12, gap))
    .filter((day) => day > context.on)
    .sort();
  const [next] = days;
  if (next === undefined) return [];
  const due = () => next;
  return [
    {
      startsOn,
      exact: isDay(since),
      lawOn: context.on,
      parameter: given.parameter,
      unit: 'days',
      due,
      agreed: true,
    },
  ];
}

export const nextMilestone: AnyClock = {
  args,
  facts: (given: Args) => [given.start, given.gap, given.restored].filter((one) => one !== undefined),
  parameters: (given: Args) => [given.parameter, given.continuous].filter((one) => one !== undefined),
  starts: startsOf,
} as unknown as AnyClock;
