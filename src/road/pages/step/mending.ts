// A consent or an exception is asked for only when a guard that it would mend holds the act back: of a person of
// thirty nobody asks for the consent on age.
import type { Input, Step } from '../../../rules/index.ts';
import type { Verdict } from '../../../rules/verdict.ts';
import { isAgreed } from '../verdict/read.ts';
import { isAnswered, nameOf, type Values } from './values.ts';

/** Arguments of guards that name a paper or an exception which lifts them. */
const mendingArgs = ['consent', 'exception'] as const;

export function isUseful(
  input: Input,
  step: Pick<Step, 'requires'>,
  verdict: Verdict | null,
  values: Values,
): boolean {
  const guards = step.requires.filter(({ args }) => mendingArgs.some((name) => isPartOf(args[name], input)));
  if (input.required || guards.length === 0) return true;
  if (isAnswered(input, values[nameOf(input)] ?? null)) return true;
  return (
    verdict?.reasons.some(
      (reason) =>
        reason.outcome !== 'allowed' &&
        !isAgreed(reason) &&
        guards.some(({ guard }) => guard === reason.guard),
    ) ?? false
  );
}

/** 'age.consent.on' is a part of the input whose fact is 'age.consent'. */
const isPartOf = (fact: unknown, input: Input): boolean =>
  typeof fact === 'string' &&
  input.fact !== undefined &&
  (fact === input.fact || fact.startsWith(`${input.fact}.`));
