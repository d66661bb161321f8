// Guards on days: how long since, not before, still valid, within a number of working days.
import { z } from 'zod';
import { addDays, addMonths, type Day, earliest } from '../../platform/day.ts';
import { isHeld } from '../conditions.ts';
import {
  compare,
  type Context,
  type Finding,
  fromDay,
  type Guard,
  guardOf,
  notHeld,
  reachedAtTakeover,
  textFact,
} from './guard.ts';
import type { Delay, ParameterValue, Resolved } from '../parameter.ts';
import { factName } from '../procedure.ts';
import { addWorkingDays } from '../../calendar/workdays.ts';

const span = z.strictObject({ start: factName, parameter: z.string() });
type Span = z.infer<typeof span>;

interface SpanRule {
  passes: (start: Day, on: Day, value: ParameterValue) => boolean;
  threshold: (start: Day, value: ParameterValue) => unknown;
  earliestOn?: (start: Day, value: ParameterValue) => Day;
}

const spanGuard = (rule: SpanRule): Guard =>
  guardOf<Span>({
    args: span,
    facts: ({ start }) => [start],
    parameters: ({ parameter }) => [parameter],
    judge: (args, context) => fromDay(args, context, (day) => judgeSpan(args, day, context, rule)),
  });

function judgeSpan(args: Span, start: Day, context: Context, rule: SpanRule): Finding {
  return compare({
    resolved: context.resolve(args.parameter),
    facts: { [args.start]: context.facts[args.start], on: context.on },
    passes: (value) => rule.passes(start, context.on, value),
    threshold: (value) => rule.threshold(start, value),
    earliestOn: (value) => rule.earliestOn?.(start, value) ?? null,
  });
}

const monthsAtLeast = spanGuard({
  passes: (start, on, months) => addMonths(start, Number(months)) <= on,
  threshold: (start, months) => ({ months, from: addMonths(start, Number(months)) }),
  earliestOn: (start, months) => addMonths(start, Number(months)),
});

const validFor = spanGuard({
  passes: (start, on, months) => on <= addMonths(start, Number(months)),
  threshold: (start, months) => ({ months, until: addMonths(start, Number(months)) }),
});

export const firstDay = (start: Day, delay: Delay): Day => {
  const end = addMonths(start, delay.months);
  return delay.after_day ? addDays(end, 1) : end;
};

const notBefore = spanGuard({
  passes: (start, on, value) => on >= firstDay(start, value as Delay),
  threshold: (start, value) => ({ months: (value as Delay).months, from: firstDay(start, value as Delay) }),
  earliestOn: (start, value) => firstDay(start, value as Delay),
});

const freshArgs = z.strictObject({
  start: factName,
  renewed: z.array(factName).min(1),
  parameter: z.string(),
  stage: z.string(),
});
type FreshArgs = z.infer<typeof freshArgs>;

/** A dossier grown old is mended by papers made anew: each dated one must itself lie within the months. */
function judgeFresh(args: FreshArgs, start: Day, context: Context): Finding {
  const { on, facts } = context;
  const dated = args.renewed.filter((fact) => isHeld(facts, fact));
  const fresh = (day: Day, months: ParameterValue) => on <= addMonths(day, Number(months));
  const finding = compare({
    resolved: context.resolve(args.parameter),
    facts: {
      [args.start]: facts[args.start],
      on,
      ...Object.fromEntries(dated.map((fact) => [fact, facts[fact]])),
    },
    passes: (months) =>
      fresh(start, months) ||
      (dated.length > 0 && dated.every((fact) => fresh(earliest(String(facts[fact])), months))),
    threshold: (months) => ({ months, until: addMonths(start, Number(months)) }),
  });
  const unknown =
    finding.outcome !== 'allowed' && dated.length === 0 && reachedAtTakeover(context, args.stage);
  return unknown ? notHeld(args.renewed, [args.parameter], finding.citations) : finding;
}

const fresh = guardOf<FreshArgs>({
  args: freshArgs,
  facts: ({ start, renewed }) => [start, ...renewed],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => fromDay(args, context, (day) => judgeFresh(args, day, context)),
});

const withinArgs = z.strictObject({
  start_by: z.string(),
  starts: z.record(z.string(), factName),
  governed_by: factName,
  parameter: z.string(),
  consent: factName,
});
type WithinArgs = z.infer<typeof withinArgs>;

/** Which day starts the clock is itself a value of the law, taken on the day that governs it. */
function judgeWithin(args: WithinArgs, governed: Day, context: Context): Finding {
  const [start, days] = [context.resolve(args.start_by, governed), context.resolve(args.parameter, governed)];
  const consented = isHeld(context.facts, args.consent);
  const due = (code: unknown, limit: unknown) => {
    const day = textFact(context.facts, args.starts[String(code)] ?? '');
    return day?.length === 10 ? addWorkingDays(context.calendar, day, Number(limit)) : null;
  };
  const both = pair(start, days);
  const missing = startsOf(start)
    .flatMap((code) => args.starts[code] ?? [])
    .filter((fact) => !isHeld(context.facts, fact));
  if (missing.length > 0) return notHeld(missing, [args.start_by, args.parameter], both.citations);
  const used = Object.values(args.starts).filter((fact) => isHeld(context.facts, fact));
  const finding = compare({
    resolved: both,
    breach: 'needs_consent',
    facts: { on: context.on, ...Object.fromEntries(used.map((fact) => [fact, context.facts[fact]])) },
    passes: (value) => {
      const [code, limit] = value as readonly string[];
      const last = due(code, limit);
      return consented || last === null || context.on <= last;
    },
    threshold: (value) => {
      const [code, limit] = value as readonly string[];
      return { from: code, days: Number(limit), until: due(code, limit) };
    },
  });
  return { ...finding, parameters: [args.start_by, args.parameter] };
}
const startsOf = (start: Resolved): string[] =>
  start.value === null ? start.readings.map((one) => String(one.value)) : [String(start.value)];

/** Two values that belong together become one, so that each reading keeps its own start and its own limit. */
function pair(start: Resolved, days: Resolved): Resolved {
  const join = (a: unknown, b: unknown): string[] => [String(a), String(b)];
  const known = start.value !== null && days.value !== null;
  return {
    ...days,
    value: known ? join(start.value, days.value) : null,
    readings: start.readings.map(({ label, value }, at) => ({
      label,
      value: join(value, days.readings[at]?.value ?? days.value),
    })),
    gap: start.gap || days.gap,
  };
}

const withinDays = guardOf<WithinArgs>({
  args: withinArgs,
  facts: ({ starts, governed_by, consent }) => [...Object.values(starts), governed_by, consent],
  parameters: ({ start_by, parameter }) => [start_by, parameter],
  judge: (args, context) => {
    const governed = textFact(context.facts, args.governed_by);
    if (governed?.length !== 10) return notHeld([args.governed_by], [args.start_by, args.parameter]);
    return judgeWithin(args, governed, context);
  },
});

export const dayGuards: Readonly<Record<string, Guard>> = {
  months_at_least: monthsAtLeast,
  valid_for: validFor,
  not_before: notBefore,
  fresh,
  within_days: withinDays,
};
