// Guards on how long something lasts and by when it must come: a span between two days, an act within a time or after
// one, a day around a term, a start that may be read in more than one way.
import { z } from 'zod';
import { addDays, addMonths, type Day, earliest, type PartialDay } from '../../platform/day.ts';
import { isHeld } from '../conditions.ts';
import { firstDay } from './days.ts';
import {
  atBothEnds,
  compare,
  type Context,
  type Finding,
  fromDay,
  type Guard,
  guardOf,
  notHeld,
  textFact,
} from './guard.ts';
import { compareAll } from './joined.ts';
import type { Delay } from '../parameter.ts';
import { factName } from '../procedure.ts';
import { addWorkingDays } from '../../calendar/workdays.ts';

const parameterName = z.string().min(1);
const unheld = (facts: Context['facts'], names: readonly string[]): string[] =>
  names.filter((name) => !isHeld(facts, name));

const spanArgs = z.strictObject({
  from: factName,
  to: factName,
  parameter: parameterName,
  is: z.enum(['at_least', 'under', 'at_most']),
});
type SpanArgs = z.infer<typeof spanArgs>;

const fits: Record<SpanArgs['is'], (to: Day, mark: Day) => boolean> = {
  at_least: (to, mark) => to >= mark,
  under: (to, mark) => to < mark,
  at_most: (to, mark) => to <= mark,
};

function judgeSpan(args: SpanArgs, [from, to]: readonly [Day, Day], context: Context): Finding {
  const mark = (months: unknown) => addMonths(from, Number(months));
  return compare({
    resolved: context.resolve(args.parameter),
    facts: { [args.from]: context.facts[args.from] ?? from, [args.to]: context.facts[args.to] },
    passes: (months) => fits[args.is](to, mark(months)),
    threshold: (months) => ({ months, until: mark(months), to }),
  });
}

const span = guardOf<SpanArgs>({
  args: spanArgs,
  facts: ({ from, to }) => [from, to],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => {
    const missing = unheld(context.facts, [args.from, args.to]);
    if (missing.length > 0)
      return notHeld(missing, [args.parameter], context.resolve(args.parameter).citations);
    const days = [args.from, args.to].map((fact) => String(context.facts[fact])) as [PartialDay, PartialDay];
    return atBothEnds(days[0], (from) => atBothEnds(days[1], (to) => judgeSpan(args, [from, to], context)));
  },
});

const inTimeArgs = z.strictObject({
  start: factName,
  parameter: parameterName,
  unit: z.enum(['working_days', 'days', 'months']),
  excuse: factName.optional(),
});
type InTimeArgs = z.infer<typeof inTimeArgs>;

const lastDay: Record<InTimeArgs['unit'], (context: Context, start: Day, count: number) => Day | null> = {
  working_days: ({ calendar }, start, count) => addWorkingDays(calendar, start, count),
  days: (_, start, count) => addDays(start, count),
  months: (_, start, count) => addMonths(start, count),
};

/** The limit is that of the day it started; where an excuse is possible, being late asks for one. */
function judgeInTime(args: InTimeArgs, start: Day, context: Context): Finding {
  const { facts, on } = context;
  const until = (count: unknown) => lastDay[args.unit](context, start, Number(count));
  const excused = args.excuse !== undefined && isHeld(facts, args.excuse);
  return compare({
    resolved: context.resolve(args.parameter, start),
    breach: args.excuse === undefined ? 'refused' : 'needs_consent',
    facts: { [args.start]: facts[args.start], on },
    passes: (count) => {
      const last = until(count);
      return excused || last === null || on <= last;
    },
    threshold: (count) => ({ days: Number(count), until: until(count) }),
  });
}

const inTime = guardOf<InTimeArgs>({
  args: inTimeArgs,
  facts: ({ start, excuse }) => [start, ...(excuse ? [excuse] : [])],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => fromDay(args, context, (day) => judgeInTime(args, day, context)),
});

const leadArgs = z.strictObject({
  start: factName,
  parameter: parameterName,
  unit: z.enum(['working_days', 'days']),
});
type LeadArgs = z.infer<typeof leadArgs>;

/** So many days must lie between a day and the act. */
function judgeLead(args: LeadArgs, start: Day, context: Context): Finding {
  const from = (count: unknown) => lastDay[args.unit](context, start, Number(count));
  return compare({
    resolved: context.resolve(args.parameter),
    facts: { [args.start]: context.facts[args.start], on: context.on },
    passes: (count) => context.on >= (from(count) ?? start),
    threshold: (count) => ({ days: Number(count), from: from(count) }),
    earliestOn: from,
  });
}

const leadTime = guardOf<LeadArgs>({
  args: leadArgs,
  facts: ({ start }) => [start],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => fromDay(args, context, (day) => judgeLead(args, day, context)),
});

const byArgs = z.strictObject({ start: factName, by: factName, parameter: parameterName });
type ByArgs = z.infer<typeof byArgs>;
type Months = Readonly<Record<string, number>>;

function judgeMonthsBy(args: ByArgs, start: Day, context: Context): Finding {
  const { facts, on } = context;
  const code = textFact(facts, args.by) ?? '';
  const asked = context.resolve(args.parameter);
  const months = (value: unknown): number | undefined => (value as Months)[code];
  const known = asked.value === null || months(asked.value) !== undefined;
  const mark = (value: unknown) => addMonths(start, months(value) ?? 0);
  const finding = compare({
    resolved: known ? asked : { ...asked, value: null },
    facts: { [args.start]: facts[args.start], [args.by]: code, on },
    passes: (value) => months(value) === 0 || on >= mark(value),
    threshold: (value) => ({ months: months(value) ?? null, from: mark(value) }),
    earliestOn: mark,
  });
  const edge = known && asked.value !== null && months(asked.value) !== 0 && on === mark(asked.value);
  return edge ? onTheEdge(finding, on) : finding;
}

/** “Sau … tháng” does not say whether the day that completes the months counts: on that day both are shown. */
function onTheEdge(finding: Finding, on: Day): Finding {
  const { threshold } = finding;
  return {
    ...finding,
    outcome: 'undetermined',
    readings: [
      { label: 'edge_counted', threshold, outcome: 'allowed' },
      { label: 'edge_not_counted', threshold, outcome: 'refused' },
    ],
    earliestOn: addDays(on, 1),
  };
}

const monthsBy = guardOf<ByArgs>({
  args: byArgs,
  facts: ({ start, by }) => [start, by],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => {
    const missing = unheld(context.facts, [args.start, args.by]);
    if (missing.length > 0)
      return notHeld(missing, [args.parameter], context.resolve(args.parameter).citations);
    return atBothEnds(String(context.facts[args.start]), (day) => judgeMonthsBy(args, day, context));
  },
});

const aroundArgs = z.strictObject({ start: factName, parameter: parameterName, shift: parameterName });
type AroundArgs = z.infer<typeof aroundArgs>;

/** A term of so many months that may be held earlier or later by so many. */
function judgeAround(args: AroundArgs, start: Day, context: Context): Finding {
  const bounds = ([term, shift]: readonly unknown[]) => ({
    from: addMonths(start, Number(term) - Number(shift)),
    until: addMonths(start, Number(term) + Number(shift)),
  });
  return compareAll([context.resolve(args.parameter), context.resolve(args.shift)], {
    facts: { [args.start]: context.facts[args.start], on: context.on },
    passes: (values) => {
      const { from, until } = bounds(values);
      return from <= context.on && context.on <= until;
    },
    threshold: (values) => ({ months: values[0], shift: values[1], ...bounds(values) }),
  });
}

const around = guardOf<AroundArgs>({
  args: aroundArgs,
  facts: ({ start }) => [start],
  parameters: ({ parameter, shift }) => [parameter, shift],
  judge: (args, context) => {
    const start = textFact(context.facts, args.start) as PartialDay | null;
    if (start === null)
      return notHeld([args.start], [args.parameter, args.shift], context.resolve(args.parameter).citations);
    return atBothEnds(start, (day) => judgeAround(args, day, context));
  },
});

const eitherArgs = z.strictObject({
  starts: z.record(z.string(), factName),
  start_by: parameterName,
  ends: z.record(z.string(), factName).optional(),
  end_by: parameterName.optional(),
  parameter: parameterName,
});
type EitherArgs = z.infer<typeof eitherArgs>;

/** From which day to which day the months run is itself a value of the law; where the texts differ, each is judged. */
function judgeEither(args: EitherArgs, context: Context): Finding {
  const { facts, on } = context;
  const day = (names: Readonly<Record<string, string>>, code: unknown) =>
    earliest(String(facts[names[String(code)] ?? ''] ?? on));
  const from = ([delay, start]: readonly unknown[]) => firstDay(day(args.starts, start), delay as Delay);
  const to = ([, , end]: readonly unknown[]) => (args.ends ? day(args.ends, end) : on);
  const names = [...Object.values(args.starts), ...Object.values(args.ends ?? {})];
  const values = [args.parameter, args.start_by, ...(args.end_by ? [args.end_by] : [])];
  return compareAll(
    values.map((id) => context.resolve(id)),
    {
      facts: { ...Object.fromEntries(names.map((name) => [name, facts[name] ?? on])), on },
      passes: (all) => to(all) >= from(all),
      threshold: (all) => ({ months: (all[0] as Delay).months, from: from(all) }),
      earliestOn: from,
    },
  );
}

const sinceEither = guardOf<EitherArgs>({
  args: eitherArgs,
  facts: ({ starts, ends = {} }) => [...Object.values(starts), ...Object.values(ends)],
  parameters: ({ parameter, start_by, end_by }) => [parameter, start_by, ...(end_by ? [end_by] : [])],
  judge: (args, context) => {
    const wanted = [...Object.values(args.starts), ...Object.values(args.ends ?? {})];
    const missing = unheld(context.facts, wanted);
    if (missing.length > 0)
      return notHeld(missing, [args.parameter, args.start_by], context.resolve(args.parameter).citations);
    return judgeEither(args, context);
  },
});

export const spanGuards: Readonly<Record<string, Guard>> = {
  span,
  in_time: inTime,
  lead_time: leadTime,
  months_by: monthsBy,
  around,
  since_either: sinceEither,
};
