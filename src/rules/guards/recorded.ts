// Guards on what is recorded: a step done, a flag, a code, a number.
import { z } from 'zod';
import { isHeld } from '../conditions.ts';
import {
  compare,
  type Context,
  type Finding,
  type Guard,
  guardOf,
  notHeld,
  numberFact,
  reachedAtTakeover,
  textFact,
} from './guard.ts';
import { factName } from '../procedure.ts';

const parameterName = z.string().min(1);

/** Something must have happened. What lies before the stage of a take-over need not be held. */
const done = guardOf({
  args: z.strictObject({ any_of: z.array(factName).min(1), stage: z.string(), parameter: parameterName }),
  facts: ({ any_of }) => any_of,
  parameters: ({ parameter }) => [parameter],
  judge: ({ any_of, stage, parameter }, context) => {
    const { facts } = context;
    const held = any_of.some((fact) => isHeld(facts, fact) && facts[fact] !== false);
    const denied = any_of.some((fact) => facts[fact] === false);
    const resolved = context.resolve(parameter);
    if (!held && !denied && reachedAtTakeover(context, stage))
      return notHeld(any_of, [parameter], resolved.citations);
    const used = Object.fromEntries(
      any_of.filter((fact) => isHeld(facts, fact)).map((fact) => [fact, facts[fact]]),
    );
    const finding = compare({ resolved, facts: used, passes: (value) => value === false || held });
    return held ? finding : { ...finding, missing: any_of };
  },
});

const flag = guardOf({
  args: z.strictObject({ fact: factName, is: z.boolean(), parameter: parameterName }),
  facts: ({ fact }) => [fact],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, is, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    if (!isHeld(facts, fact)) return notHeld([fact], [parameter], resolved.citations);
    const passes = (value: unknown) => value === false || facts[fact] === is;
    return compare({ resolved, facts: { [fact]: facts[fact] }, passes });
  },
});

const oneOf = guardOf({
  args: z.strictObject({ fact: factName, parameter: parameterName }),
  facts: ({ fact }) => [fact],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const code = textFact(facts, fact);
    if (code === null) return notHeld([fact], [parameter], resolved.citations);
    return compare({
      resolved,
      facts: { [fact]: code },
      passes: (value) => Array.isArray(value) && (value as readonly string[]).includes(code),
    });
  },
});

/** Every code of a list must be among those the law names. */
const subsetOf = guardOf({
  args: z.strictObject({ fact: factName, parameter: parameterName }),
  facts: ({ fact }) => [fact],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const codes = facts[fact];
    if (!Array.isArray(codes)) return notHeld([fact], [parameter], resolved.citations);
    const outside = (value: unknown) => codes.filter((code) => !(value as readonly string[]).includes(code));
    return compare({
      resolved,
      facts: { [fact]: resolved.value === null ? codes : outside(resolved.value) },
      passes: (value) => outside(value).length === 0,
    });
  },
});

/** The number asked for depends on a code, e.g. how many introducers by the way of introduction. */
const numberBy = guardOf({
  args: z.strictObject({ fact: factName, by: factName, parameter: parameterName }),
  facts: ({ fact, by }) => [fact, by],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, by, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const [count, code] = [numberFact(facts, fact), textFact(facts, by)];
    if (count === null || code === null)
      return notHeld(
        [fact, by].filter((one) => !isHeld(facts, one)),
        [parameter],
        resolved.citations,
      );
    const needed = (value: unknown): number => (value as Readonly<Record<string, number>>)[code] ?? 0;
    return compare({
      resolved,
      facts: { [fact]: count, [by]: code },
      passes: (value) => count >= needed(value),
      threshold: needed,
    });
  },
});

const limit = (passes: (fact: number, value: number) => boolean): Guard =>
  guardOf({
    args: z.strictObject({ fact: factName, parameter: parameterName }),
    facts: ({ fact }) => [fact],
    parameters: ({ parameter }) => [parameter],
    judge: ({ fact, parameter }, context) => judgeLimit(fact, parameter, context, passes),
  });

function judgeLimit(
  fact: string,
  parameter: string,
  { facts, resolve }: Context,
  passes: (fact: number, value: number) => boolean,
): Finding {
  const resolved = resolve(parameter);
  const count = numberFact(facts, fact);
  if (count === null) return notHeld([fact], [parameter], resolved.citations);
  return compare({ resolved, facts: { [fact]: count }, passes: (value) => passes(count, value as number) });
}

export const factGuards: Readonly<Record<string, Guard>> = {
  done,
  flag,
  one_of: oneOf,
  subset_of: subsetOf,
  number_by: numberBy,
  at_most: limit((count, value) => count <= value),
  at_least: limit((count, value) => count >= value),
  fewer_than: limit((count, value) => count < value),
};
