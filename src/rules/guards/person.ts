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

const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** `at`: the day on which the age counts, where that is not the day of the act. */
const bound = { born: factName, at: factName.optional() };
const ageArgs = z.union([
  z.strictObject({ ...bound, min: z.string() }),
  /** a written consent lets an older person pass */
  z.strictObject({ ...bound, max: z.string(), consent: factName }),
]);
type AgeArgs = z.infer<typeof ageArgs>;

/** Only years and months are compared: turning 18 in the month of the vote suffices, 60 in that month still counts. */
function judgeAge(args: AgeArgs, [born, at]: readonly [string, string], context: Context): Finding {
  const months = monthIndex(at) - monthIndex(born);
  const facts = { [args.born]: born, months };
  if ('min' in args)
    return compare({
      resolved: context.resolve(args.min),
      facts,
      passes: (value) => months >= Number(value) * 12,
      threshold: (value) => ({ min: value }),
      earliestOn: (years) => dayOf(Number(born.slice(0, 4)) + Number(years), Number(born.slice(5, 7)), 1),
    });
  const consented = isHeld(context.facts, args.consent);
  return compare({
    resolved: context.resolve(args.max),
    breach: 'needs_consent',
    facts,
    passes: (value) => months <= Number(value) * 12 || consented,
    threshold: (value) => ({ max: value }),
  });
}

const limitIn = (args: AgeArgs): string => ('min' in args ? args.min : args.max);
const said = (names: readonly (string | undefined)[]): string[] => names.filter((one) => one !== undefined);

const ageByMonth = guardOf<AgeArgs>({
  args: ageArgs,
  facts: (args) => said([args.born, args.at, 'consent' in args ? args.consent : undefined]),
  parameters: (args) => [limitIn(args)],
  judge: (args, context) => {
    const born = textFact(context.facts, args.born) as PartialDay | null;
    const at = args.at === undefined ? context.on : textFact(context.facts, args.at);
    if (born !== null && at !== null)
      return atBothEnds(at, (then) => atBothEnds(born, (day) => judgeAge(args, [day, then], context)));
    const missing = said([born === null ? args.born : undefined, at === null ? args.at : undefined]);
    return notHeld(missing, [limitIn(args)], context.resolve(limitIn(args)).citations);
  },
});

const levelArgs = z.strictObject({
  fact: factName,
  ladder: z.string(),
  parameter: z.string(),
  exception: factName,
  exceptions: z.string(),
  /** where a written consent is asked for: at the decision, not at the vote */
  consent: factName.optional(),
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
  const { consent } = args;
  const written = consent === undefined || isHeld(context.facts, consent);
  if (finding.outcome !== 'allowed' || !row.consent || written) return finding;
  return { ...finding, outcome: outcomeOfBreach(resolved, 'needs_consent'), missing: [consent] };
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
  facts: ({ fact, exception, consent }) => said([fact, exception, consent]),
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
