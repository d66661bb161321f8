// The closed vocabulary of clocks: from a day and a value of the law to the day by which something is due. A clock
// runs under the law of the day it starts; a value that is not known gives a clock without a due day.
import { z } from 'zod';
import { addDays, addMonths, type Day, dayOf, earliest, isDay, latest } from '../../platform/day.ts';
import { nextMilestone } from './milestone.ts';
import { reckon, type Start } from './run.ts';
import type { Context } from '../guards/guard.ts';
import type { Resolved } from '../parameter.ts';
import type { Due } from '../procedure.ts';
import { factName } from '../procedure.ts';
import type { Clock } from '../verdict.ts';
import { addWorkingDays } from '../../calendar/workdays.ts';

interface ClockWord<A> {
  args: z.ZodType<A>;
  facts: (args: A) => string[];
  parameters: (args: A) => string[];
  /** nothing when the day it starts from is not known */
  starts: (args: A, context: Context) => Start[];
}
export interface AnyClock {
  args: z.ZodType;
  facts: (args: never) => string[];
  parameters: (args: never) => string[];
  starts: (args: never, context: Context) => Start[];
}
const clockOf = <A>(word: ClockWord<A>): AnyClock => word as unknown as AnyClock;

/** A day known only to the month starts a clock whose due day cannot be told. */
function startOf(context: Context, fact: string): { startsOn: Day; exact: boolean; lawOn: Day } | null {
  const value = context.facts[fact];
  if (typeof value !== 'string') return null;
  return { startsOn: earliest(value), lawOn: earliest(value), exact: isDay(value) };
}

const counted: Record<Clock['unit'], (context: Context, start: Day, limit: number) => Day | null> = {
  working_days: ({ calendar }, start, limit) => addWorkingDays(calendar, start, limit),
  days: (_, start, limit) => addDays(start, limit),
  months: (_, start, limit) => addMonths(start, limit),
};

const startAndParameter = z.strictObject({ start: factName, parameter: z.string() });

const countedFrom = (unit: Clock['unit']): AnyClock =>
  clockOf({
    args: startAndParameter,
    facts: ({ start }) => [start],
    parameters: ({ parameter }) => [parameter],
    starts: ({ start, parameter }, context) => {
      const begun = startOf(context, start);
      if (!begun) return [];
      const due = (limit: number) => counted[unit](context, begun.startsOn, limit);
      return [{ ...begun, parameter, unit, due }];
    },
  });

const fromArgs = z.strictObject({
  start_by: z.string(),
  starts: z.record(z.string(), factName),
  governed_by: factName,
  parameter: z.string(),
});
type FromArgs = z.infer<typeof fromArgs>;

/** Where the law itself says which day starts the clock; an unread law gives one clock for each neighbour. */
function startsByLaw(args: FromArgs, context: Context): Start[] {
  const governed = startOf(context, args.governed_by);
  if (!governed) return [];
  const by = context.resolve(args.start_by, governed.lawOn);
  const choices =
    by.value === null
      ? by.readings.map(({ label, value }, at) => ({ code: String(value), reading: { label, at } }))
      : [{ code: String(by.value), reading: null }];
  return choices.flatMap(({ code, reading }) => {
    const begun = startOf(context, args.starts[code] ?? '');
    if (!begun) return [];
    const due = (limit: number) => addWorkingDays(context.calendar, begun.startsOn, limit);
    const start: Start = {
      ...begun,
      lawOn: governed.lawOn,
      parameter: args.parameter,
      unit: 'working_days',
      due,
      startedBy: by,
    };
    return [reading ? { ...start, reading: reading.label, read: readingAt(reading.at) } : start];
  });
}

/** Each reading of the start keeps its own limit. */
const readingAt =
  (at: number) =>
  (resolved: Resolved): Resolved => ({
    ...resolved,
    value: resolved.value ?? resolved.readings[at]?.value ?? null,
  });

const workingDaysFrom = clockOf<FromArgs>({
  args: fromArgs,
  facts: ({ starts, governed_by }) => [...Object.values(starts), governed_by],
  parameters: ({ start_by, parameter }) => [start_by, parameter],
  starts: startsByLaw,
});

const monthsThenWorkingDays = clockOf({
  args: z.strictObject({ start: factName, months: z.string(), parameter: z.string() }),
  facts: ({ start }) => [start],
  parameters: ({ months: first, parameter }) => [first, parameter],
  starts: ({ start, months, parameter }, context) => {
    const begun = startOf(context, start);
    const count = begun ? context.resolve(months, begun.lawOn).value : null;
    if (!begun || typeof count !== 'number') return [];
    const startsOn = addMonths(begun.startsOn, count);
    const due = (limit: number) => addWorkingDays(context.calendar, startsOn, limit);
    return [{ startsOn, exact: begun.exact, lawOn: startsOn, parameter, unit: 'working_days', due }];
  },
});

/** A day that was agreed beforehand, as the end of a temporary activity; the parameter is the rule it rests on. */
const untilDay = clockOf({
  args: z.strictObject({ start: factName, day: factName, parameter: z.string() }),
  facts: ({ start, day }) => [start, day],
  parameters: ({ parameter }) => [parameter],
  starts: ({ start, day, parameter }, context) => {
    const begun = startOf(context, start);
    const end = context.facts[day];
    if (!begun || typeof end !== 'string') return [];
    return [{ ...begun, exact: isDay(end), parameter, unit: 'days', due: () => end, agreed: true }];
  },
});

const periodArgs = z.strictObject({ done: factName, since: factName, parameter: z.string() });
type PeriodArgs = z.infer<typeof periodArgs>;

const monthIndex = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOfMonth = (index: number): Day => dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
/** Calendar periods of one length follow one another from January: months, quarters, halves, years. */
const periodFirst = (day: Day, months: number): Day =>
  firstOfMonth(monthIndex(day) - (monthIndex(day) % months));
const periodLast = (day: Day, months: number): Day =>
  addDays(addMonths(periodFirst(day, months), months), -1);

/** The day from which nothing is covered yet. */
function uncoveredFrom({ done, since, parameter }: PeriodArgs, context: Context): Day | null {
  const [last, kept] = [context.facts[done], context.facts[since]];
  const from = typeof kept === 'string' ? earliest(kept) : null;
  if (typeof last !== 'string') return from;
  const covered = latest(last);
  const months = context.resolve(parameter, covered).value;
  const next = addDays(typeof months === 'number' ? periodLast(covered, months) : covered, 1);
  return from !== null && from > next ? from : next;
}

const nextPeriod = clockOf<PeriodArgs>({
  args: periodArgs,
  facts: ({ done, since }) => [done, since],
  parameters: ({ parameter }) => [parameter],
  starts: (args, context) => {
    const from = uncoveredFrom(args, context);
    if (from === null) return [];
    const months = context.resolve(args.parameter, from).value;
    const startsOn = typeof months === 'number' ? periodFirst(from, months) : from;
    const due = (limit: number) => periodLast(startsOn, limit);
    return [{ startsOn, exact: true, lawOn: from, parameter: args.parameter, unit: 'months', due }];
  },
});

export const clockWords: Readonly<Record<string, AnyClock>> = {
  months: countedFrom('months'),
  days: countedFrom('days'),
  working_days: countedFrom('working_days'),
  working_days_from: workingDaysFrom,
  months_then_working_days: monthsThenWorkingDays,
  until_day: untilDay,
  next_period: nextPeriod,
  next_milestone: nextMilestone,
};

export function runClock(due: Due, context: Context): Clock[] {
  const word = clockWords[due.clock];
  if (!word) throw new Error(`unknown clock word: ${due.clock}`);
  return word.starts(due.args as never, context).map((start) => reckon(due, start, context));
}
