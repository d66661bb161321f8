// The closed vocabulary of clocks: from a day and a value of the law to the day by which something is due. A clock
// runs under the law of the day it starts; a value that is not known gives a clock without a due day.
import { z } from 'zod';
import { addMonths, type Day, earliest, isDay } from '../platform/day.ts';
import type { Context } from './guards/guard.ts';
import type { Resolved } from './parameter.ts';
import type { Due } from './procedure.ts';
import { factName } from './procedure.ts';
import type { Clock } from './verdict.ts';
import { addWorkingDays } from './workdays.ts';

interface ClockWord<A> {
  args: z.ZodType<A>;
  facts: (args: A) => string[];
  parameters: (args: A) => string[];
  run: (args: A, due: Due, context: Context) => Clock[];
}
export interface AnyClock {
  args: z.ZodType;
  facts: (args: never) => string[];
  parameters: (args: never) => string[];
  run: (args: never, due: Due, context: Context) => Clock[];
}
const clockOf = <A>(word: ClockWord<A>): AnyClock => word as unknown as AnyClock;

/** A day known only to the month starts a clock whose due day cannot be told. */
function startOf(context: Context, fact: string): { startsOn: Day; exact: boolean } | null {
  const value = context.facts[fact];
  return typeof value === 'string' ? { startsOn: earliest(value), exact: isDay(value) } : null;
}

interface Run {
  startsOn: Day;
  exact: boolean;
  value: Resolved;
  due: (limit: number) => Day | null;
  unit: Clock['unit'];
}

const clock = (due: Due, { startsOn, exact, value, due: dueOn, unit }: Run): Clock => ({
  id: due.id,
  label: due.label,
  startsOn,
  limit: typeof value.value === 'number' ? value.value : null,
  dueOn: exact && typeof value.value === 'number' ? dueOn(value.value) : null,
  unit,
  citations: value.citations,
  confidence: value.confidence,
  endsWith: due.ends_with,
});

const startAndParameter = z.strictObject({ start: factName, parameter: z.string() });

const months = clockOf({
  args: startAndParameter,
  facts: ({ start }) => [start],
  parameters: ({ parameter }) => [parameter],
  run: ({ start, parameter }, due, context) => {
    const begun = startOf(context, start);
    if (!begun) return [];
    const value = context.resolve(parameter, begun.startsOn);
    return [
      clock(due, { ...begun, value, due: (limit) => addMonths(begun.startsOn, limit), unit: 'months' }),
    ];
  },
});

const add = (a: Resolved, b: Resolved): Resolved => ({
  ...a,
  value: typeof a.value === 'number' && typeof b.value === 'number' ? a.value + b.value : null,
  citations: [...a.citations, ...b.citations],
});

const workingDays = clockOf({
  args: z.strictObject({ start: factName, parameter: z.string(), plus: z.string().optional() }),
  facts: ({ start }) => [start],
  parameters: ({ parameter, plus }) => [parameter, ...(plus ? [plus] : [])],
  run: ({ start, parameter, plus }, due, context) => {
    const begun = startOf(context, start);
    if (!begun) return [];
    const first = context.resolve(parameter, begun.startsOn);
    const value = plus ? add(first, context.resolve(plus, begun.startsOn)) : first;
    const dueOn = (limit: number) => addWorkingDays(context.calendar, begun.startsOn, limit);
    return [clock(due, { ...begun, value, due: dueOn, unit: 'working_days' })];
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
function runFrom(args: FromArgs, due: Due, context: Context): Clock[] {
  const governed = startOf(context, args.governed_by);
  if (!governed) return [];
  const [by, days] = [
    context.resolve(args.start_by, governed.startsOn),
    context.resolve(args.parameter, governed.startsOn),
  ];
  const choices =
    by.value === null
      ? by.readings.map((one) => ({ ...one, of: one.label }))
      : [{ label: '', value: by.value, of: '' }];
  return choices.flatMap(({ value, of }, at) => {
    const begun = startOf(context, args.starts[String(value)] ?? '');
    if (!begun) return [];
    const limit = days.value ?? days.readings[at]?.value ?? null;
    const resolved: Resolved = { ...days, value: limit, citations: [...by.citations, ...days.citations] };
    const dueOn = (count: number) => addWorkingDays(context.calendar, begun.startsOn, count);
    const made = clock(due, { ...begun, value: resolved, due: dueOn, unit: 'working_days' });
    const label =
      of === '' ? made.label : { vi: `${made.label.vi} (theo ${of})`, en: `${made.label.en} (as in ${of})` };
    return [{ ...made, label, confidence: by.value === null ? '?' : weaker(by, days) }];
  });
}
const weaker = (a: Resolved, b: Resolved): Resolved['confidence'] =>
  a.confidence === 'S' ? b.confidence : a.confidence;

const workingDaysFrom = clockOf<FromArgs>({
  args: fromArgs,
  facts: ({ starts, governed_by }) => [...Object.values(starts), governed_by],
  parameters: ({ start_by, parameter }) => [start_by, parameter],
  run: runFrom,
});

const monthsThenWorkingDays = clockOf({
  args: z.strictObject({ start: factName, months: z.string(), parameter: z.string() }),
  facts: ({ start }) => [start],
  parameters: ({ months: first, parameter }) => [first, parameter],
  run: ({ start, months: first, parameter }, due, context) => {
    const begun = startOf(context, start);
    const count = begun ? context.resolve(first, begun.startsOn).value : null;
    if (!begun || typeof count !== 'number') return [];
    const startsOn = addMonths(begun.startsOn, count);
    const value = context.resolve(parameter, startsOn);
    const dueOn = (limit: number) => addWorkingDays(context.calendar, startsOn, limit);
    return [clock(due, { startsOn, exact: begun.exact, value, due: dueOn, unit: 'working_days' })];
  },
});

export const clockWords: Readonly<Record<string, AnyClock>> = {
  months,
  working_days: workingDays,
  working_days_from: workingDaysFrom,
  months_then_working_days: monthsThenWorkingDays,
};

export function runClock(due: Due, context: Context): Clock[] {
  const word = clockWords[due.clock];
  if (!word) throw new Error(`unknown clock word: ${due.clock}`);
  return word.run(due.args as never, due, context);
}
