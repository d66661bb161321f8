// Guards on consents of a higher committee: that a written one is held, that it comes from a committee which may give
// it, and that it is not later than the act it must come before.
import { z } from 'zod';
import { earliest, isDay, latest } from '../../platform/day.ts';
import { isHeld } from '../conditions.ts';
import { compare, type Context, type Finding, type Guard, guardOf, notHeld, textFact } from './guard.ts';
import { factName } from '../procedure.ts';

const consentArgs = z.strictObject({
  consent: factName,
  /** which committee gave it */
  fact: factName,
  parameter: z.string().min(1),
});
type ConsentArgs = z.infer<typeof consentArgs>;

function judgeConsent({ consent, fact, parameter }: ConsentArgs, context: Context): Finding {
  const { facts } = context;
  const [held, giver] = [isHeld(facts, consent), textFact(facts, fact)];
  const given = Object.fromEntries(
    [fact, consent].filter((one) => isHeld(facts, one)).map((one) => [one, facts[one]]),
  );
  const finding = compare({
    resolved: context.resolve(parameter),
    breach: 'needs_consent',
    facts: given,
    // An empty list: by this reading of the law no consent is asked for.
    passes: (value) => {
      const givers = value as readonly string[];
      return givers.length === 0 || (held && giver !== null && givers.includes(giver));
    },
  });
  return held ? finding : { ...finding, missing: finding.outcome === 'allowed' ? [] : [consent] };
}

const consentBy = guardOf<ConsentArgs>({
  args: consentArgs,
  facts: ({ consent, fact }) => [consent, fact],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => {
    const { consent, fact, parameter } = args;
    const unnamed = isHeld(context.facts, consent) && !isHeld(context.facts, fact);
    if (unnamed) return notHeld([fact], [parameter], context.resolve(parameter).citations);
    return judgeConsent(args, context);
  },
});

/** A day known only in part is not held against another that lies within it. */
const notLater = guardOf({
  args: z.strictObject({ fact: factName, than: factName, parameter: z.string().min(1) }),
  facts: ({ fact, than }) => [fact, than],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, than, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const [first, second] = [textFact(facts, fact), textFact(facts, than)];
    if (first === null || second === null)
      return notHeld(
        [fact, than].filter((one) => !isHeld(facts, one)),
        [parameter],
        resolved.citations,
      );
    const unsure = earliest(first) <= latest(second) && latest(first) > earliest(second);
    if (unsure && !(isDay(first) && isDay(second))) return notHeld([fact], [parameter], resolved.citations);
    return compare({
      resolved,
      facts: { [fact]: first, [than]: second },
      passes: (value) => value === false || latest(first) <= earliest(second),
    });
  },
});

export const consentGuards: Readonly<Record<string, Guard>> = { consent_by: consentBy, not_later: notLater };
