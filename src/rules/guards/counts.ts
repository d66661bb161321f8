// Guards on numbers of people, months and years that may be counted in more than one way. Shares are exact: integers
// are multiplied, and rounding is itself a value of the law.
import { z } from 'zod';
import { isHeld } from '../conditions.ts';
import { compare, type Context, type Finding, type Guard, guardOf, notHeld, numberFact } from './guard.ts';
import { compareAll } from './joined.ts';
import type { Share } from '../parameter.ts';
import { factName } from '../procedure.ts';

const parameterName = z.string().min(1);
const unheld = (facts: Context['facts'], names: readonly string[]): string[] =>
  names.filter((name) => !isHeld(facts, name));

/** The code must not be among those the law names. */
const noneOf = guardOf({
  args: z.strictObject({ fact: factName, parameter: parameterName }),
  facts: ({ fact }) => [fact],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const code = facts[fact];
    if (typeof code !== 'string') return notHeld([fact], [parameter], resolved.citations);
    return compare({
      resolved,
      facts: { [fact]: code },
      passes: (value) => !(value as readonly string[]).includes(code),
    });
  },
});

const comparisons: Readonly<Record<string, (count: number, mark: number) => boolean>> = {
  at_least: (count, mark) => count >= mark,
  at_most: (count, mark) => count <= mark,
  more_than: (count, mark) => count > mark,
  fewer_than: (count, mark) => count < mark,
};

/** A number against a mark; where a superior may consent, the wrong side asks for that consent. */
const compared = guardOf({
  args: z.strictObject({
    fact: factName,
    is: z.enum(['at_least', 'at_most', 'more_than', 'fewer_than']),
    parameter: parameterName,
    consent: factName.optional(),
  }),
  facts: ({ fact, consent }) => [fact, ...(consent ? [consent] : [])],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, is, parameter, consent }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const count = numberFact(facts, fact);
    if (count === null) return notHeld([fact], [parameter], resolved.citations);
    const consented = consent !== undefined && isHeld(facts, consent);
    return compare({
      resolved,
      breach: consent === undefined ? 'refused' : 'needs_consent',
      facts: { [fact]: count },
      passes: (mark) => consented || (comparisons[is]?.(count, Number(mark)) ?? false),
    });
  },
});

const countedArgs = z.strictObject({
  counts: z.record(z.string(), factName),
  by: parameterName,
  parameter: parameterName,
});
type CountedArgs = z.infer<typeof countedArgs>;

function judgeCounted(args: CountedArgs, context: Context): Finding {
  const { facts } = context;
  const count = (code: unknown) => numberFact(facts, args.counts[String(code)] ?? '') ?? 0;
  const names = Object.values(args.counts);
  return compareAll([context.resolve(args.parameter), context.resolve(args.by)], {
    facts: Object.fromEntries(names.map((name) => [name, facts[name]])),
    passes: ([needed, code]) => count(code) >= Number(needed),
    threshold: ([needed, code]) => ({ needed, counted: count(code), by: code }),
  });
}

/** So many at least – counted in the way the law says, or in every way it may be read. */
const countedBy = guardOf<CountedArgs>({
  args: countedArgs,
  facts: ({ counts }) => Object.values(counts),
  parameters: ({ by, parameter }) => [parameter, by],
  judge: (args, context) => {
    const missing = unheld(context.facts, Object.values(args.counts));
    const { citations } = context.resolve(args.parameter);
    return missing.length > 0
      ? notHeld(missing, [args.parameter, args.by], citations)
      : judgeCounted(args, context);
  },
});

const capArgs = z.strictObject({
  part: factName,
  rest: factName,
  parameter: parameterName,
  base_by: parameterName,
  rounding: parameterName,
});
type CapArgs = z.infer<typeof capArgs>;

const rounded: Readonly<Record<string, (numerator: number, denominator: number) => number>> = {
  down: (a, b) => Math.floor(a / b),
  nearest: (a, b) => Math.floor((2 * a + b) / (2 * b)),
  up: (a, b) => Math.floor((a + b - 1) / b),
};

function judgeCap(args: CapArgs, [part, rest]: readonly [number, number], context: Context): Finding {
  const base = (by: unknown) => (by === 'rest_and_part' ? rest + part : rest);
  const cap = ([share, by, rounding]: readonly unknown[]) => {
    const { numerator, denominator } = share as Share;
    return rounded[String(rounding)]?.(numerator * base(by), denominator) ?? 0;
  };
  const all = [args.parameter, args.base_by, args.rounding].map((id) => context.resolve(id));
  return compareAll(all, {
    facts: { [args.part]: part, [args.rest]: rest },
    passes: (values) => part <= cap(values),
    threshold: (values) => ({ needed: cap(values), cap: cap(values), base: base(values[1]) }),
  });
}

/** A part may not be more than a share of a base; whether the base holds the part itself is a value of the law. */
const capShare = guardOf<CapArgs>({
  args: capArgs,
  facts: ({ part, rest }) => [part, rest],
  parameters: ({ parameter, base_by, rounding }) => [parameter, base_by, rounding],
  judge: (args, context) => {
    const missing = unheld(context.facts, [args.part, args.rest]);
    if (missing.length > 0)
      return notHeld(missing, [args.parameter], context.resolve(args.parameter).citations);
    const [part, rest] = [numberFact(context.facts, args.part), numberFact(context.facts, args.rest)];
    return judgeCap(args, [part ?? 0, rest ?? 0], context);
  },
});

/** `more_than` in the share: the part must stay below it; else it may reach it. */
const atMostShare = guardOf({
  args: z.strictObject({ part: factName, whole: factName, parameter: parameterName }),
  facts: ({ part, whole }) => [part, whole],
  parameters: ({ parameter }) => [parameter],
  judge: ({ part, whole, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const [some, all] = [numberFact(facts, part), numberFact(facts, whole)];
    if (some === null || all === null)
      return notHeld(unheld(facts, [part, whole]), [parameter], resolved.citations);
    const within = ({ numerator, denominator, more_than }: Share) =>
      more_than ? denominator * some < numerator * all : denominator * some <= numerator * all;
    const most = ({ numerator, denominator, more_than }: Share) =>
      more_than
        ? Math.floor((numerator * all - 1) / denominator)
        : Math.floor((numerator * all) / denominator);
    return compare({
      resolved,
      facts: { [part]: some, [whole]: all },
      passes: (value) => within(value as Share),
      threshold: (value) => ({ most: most(value as Share), whole: all }),
    });
  },
});

export const countGuards: Readonly<Record<string, Guard>> = {
  none_of: noneOf,
  compared,
  counted_by: countedBy,
  cap_share: capShare,
  at_most_share: atMostShare,
};
