// Guards on the person: age by month, and a level of education with its exceptions.
import { z } from 'zod';
import { dayOf, type PartialDay } from '../../platform/day.ts';
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
import { type ExceptionRow, outcomeOfBreach } from '../parameter.ts';
import { factName } from '../procedure.ts';
import { type Reading, worst } from '../verdict.ts';

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

interface AgeArgs {
  born: string;
  min: string;
  max: string;
  consent: string;
}

/** Only years and months are compared: turning 18 in the month of the vote suffices, 60 in that month still counts. */
function judgeAge(args: AgeArgs, born: string, context: Context): Finding {
  const months = monthIndex(context.on) - monthIndex(born);
  const facts = { [args.born]: born, months };
  const turns = (years: unknown) =>
    dayOf(Number(born.slice(0, 4)) + Number(years), Number(born.slice(5, 7)), 1);
  const young = compare({
    resolved: context.resolve(args.min),
    facts,
    passes: (value) => months >= Number(value) * 12,
    threshold: (value) => ({ min: value }),
    earliestOn: turns,
  });
  const consented = isHeld(context.facts, args.consent);
  const old = compare({
    resolved: context.resolve(args.max),
    breach: 'needs_consent',
    facts,
    passes: (value) => months <= Number(value) * 12 || consented,
    threshold: (value) => ({ max: value }),
  });
  return join(young, old);
}

function join(young: Finding, old: Finding): Finding {
  const outcome = worst([young.outcome, old.outcome]);
  const shown = old.outcome === 'allowed' ? young : old;
  const bounds = { ...(young.threshold as object | null), ...(old.threshold as object | null) };
  const tooYoung = young.outcome !== 'allowed' && young.outcome === outcome;
  return {
    ...(tooYoung && outcome !== 'undetermined'
      ? { ...young, wayOut: { by: 'cell_secretary', code: 'wait' } }
      : shown),
    // Met is the whole span; what is breached is one bound of it.
    ...(outcome === 'allowed' ? { threshold: bounds } : {}),
    outcome,
    parameters: [...young.parameters, ...old.parameters],
    citations: [
      ...young.citations,
      ...old.citations.filter((one) => !young.citations.some((y) => same(y, one))),
    ],
    readings: young.readings.map((one, at) => bothReadings(one, old.readings[at])),
  };
}
/** One reading per text: it refuses when either bound does, and then its threshold is that bound alone. */
function bothReadings(a: Reading, b: Reading | undefined): Reading {
  if (a.outcome === 'refused' || !b) return a;
  if (b.outcome === 'refused') return b;
  return { ...a, threshold: { ...(a.threshold as object), ...(b.threshold as object) } };
}
const same = (a: { document: string; clause: string }, b: { document: string; clause: string }) =>
  a.document === b.document && a.clause === b.clause;

const ageByMonth = guardOf<AgeArgs>({
  args: z.strictObject({ born: factName, min: z.string(), max: z.string(), consent: factName }),
  facts: ({ born, consent }) => [born, consent],
  parameters: ({ min, max }) => [min, max],
  judge: (args, context) => {
    const born = textFact(context.facts, args.born) as PartialDay | null;
    if (born === null) return notHeld([args.born], [args.min, args.max], context.resolve(args.min).citations);
    return atBothEnds(born, (day) => judgeAge(args, day, context));
  },
});

const levelArgs = z.strictObject({
  fact: factName,
  ladder: z.string(),
  parameter: z.string(),
  exception: factName,
  exceptions: z.string(),
  consent: factName,
});
type LevelArgs = z.infer<typeof levelArgs>;

function judgeException(args: LevelArgs, context: Context, held: number): Finding | null {
  const code = textFact(context.facts, args.exception);
  const resolved = context.resolve(args.exceptions);
  const row = (resolved.value as readonly ExceptionRow[] | null)?.find((one) => one.exception === code);
  if (!row) return null;
  const finding = compare({
    resolved,
    facts: { [args.fact]: context.facts[args.fact], [args.exception]: code },
    passes: () => held >= context.ladder(args.ladder).indexOf(row.level),
    threshold: () => row.level,
  });
  const consentMissing = row.consent && !isHeld(context.facts, args.consent);
  if (finding.outcome !== 'allowed' || !consentMissing) return finding;
  return { ...finding, outcome: outcomeOfBreach(resolved, 'needs_consent'), missing: [args.consent] };
}

/** An exception that stands in no row refuses only as surely as the list itself is known. */
function unlisted(args: LevelArgs, context: Context, general: Finding): Finding {
  const code = textFact(context.facts, args.exception);
  if (code === null || code === 'none' || general.outcome !== 'refused') return general;
  const resolved = context.resolve(args.exceptions);
  return {
    ...general,
    outcome: outcomeOfBreach(resolved, 'refused'),
    facts: { ...general.facts, [args.exception]: code },
    citations: [...general.citations, ...resolved.citations],
  };
}

const levelAtLeast = guardOf<LevelArgs>({
  args: levelArgs,
  facts: ({ fact, exception, consent }) => [fact, exception, consent],
  parameters: ({ parameter, exceptions }) => [parameter, exceptions],
  judge: (args, context) => {
    const resolved = context.resolve(args.parameter);
    const ladder = context.ladder(args.ladder);
    const held = ladder.indexOf(textFact(context.facts, args.fact) ?? '');
    if (held < 0) return notHeld([args.fact], [args.parameter], resolved.citations);
    const general = compare({
      resolved,
      facts: { [args.fact]: context.facts[args.fact] },
      passes: (value) => held >= ladder.indexOf(String(value)),
    });
    if (general.outcome === 'allowed') return general;
    return judgeException(args, context, held) ?? unlisted(args, context, general);
  },
});

export const personGuards: Readonly<Record<string, Guard>> = {
  age_by_month: ageByMonth,
  level_at_least: levelAtLeast,
};
