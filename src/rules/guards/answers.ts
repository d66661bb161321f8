// Guards on an answer that a table of the law gives for a situation – where somebody is admitted, who annuls – and on
// the length of a number.
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
  textFact,
} from './guard.ts';
import type { AnswerRow } from '../parameter.ts';
import { factName } from '../procedure.ts';

const answerArgs = z.strictObject({
  fact: factName,
  by: factName,
  /** how long the situation lasts, where the table tells by it */
  months: factName.optional(),
  parameter: z.string().min(1),
});
type AnswerArgs = z.infer<typeof answerArgs>;

const rowsFor = ({ by }: AnswerArgs, value: unknown, { facts }: Context): readonly AnswerRow[] =>
  (value as readonly AnswerRow[]).filter(({ situation }) => situation === facts[by]);

/** Of the rows of the situation the one with the most months that are reached. */
function rowOf(args: AnswerArgs, value: unknown, context: Context): AnswerRow | null {
  const months = args.months ? (numberFact(context.facts, args.months) ?? 0) : 0;
  const reached = rowsFor(args, value, context).filter((row) => row.from_months <= months);
  return reached.reduce<AnswerRow | null>((a, b) => (a && a.from_months > b.from_months ? a : b), null);
}

function judgeAnswer(args: AnswerArgs, context: Context): Finding {
  const { facts } = context;
  const resolved = context.resolve(args.parameter);
  const used = [args.fact, args.by, ...(args.months ? [args.months] : [])];
  const finding = compare({
    resolved,
    facts: Object.fromEntries(used.filter((one) => isHeld(facts, one)).map((one) => [one, facts[one]])),
    passes: (value) => rowOf(args, value, context)?.answer === facts[args.fact],
    threshold: (value) => rowOf(args, value, context)?.answer ?? null,
  });
  const silent = resolved.value !== null && rowOf(args, resolved.value, context) === null;
  return silent ? { ...finding, outcome: 'undetermined', threshold: null } : finding;
}

const answerBy = guardOf<AnswerArgs>({
  args: answerArgs,
  facts: ({ fact, by, months }) => [fact, by, ...(months ? [months] : [])],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => {
    const { facts } = context;
    const resolved = context.resolve(args.parameter);
    const asked = [args.fact, args.by].filter((one) => textFact(facts, one) === null);
    const counted =
      asked.length === 0 && resolved.value !== null
        ? rowsFor(args, resolved.value, context).some((row) => row.from_months > 0)
        : false;
    const untold = counted && args.months && !isHeld(facts, args.months) ? [args.months] : [];
    const missing = [...asked, ...untold];
    return missing.length > 0
      ? notHeld(missing, [args.parameter], resolved.citations)
      : judgeAnswer(args, context);
  },
});

/** So many digits and nothing else; blanks and points between them are only a way of writing. */
const digits = guardOf({
  args: z.strictObject({ fact: factName, parameter: z.string().min(1) }),
  facts: ({ fact }) => [fact],
  parameters: ({ parameter }) => [parameter],
  judge: ({ fact, parameter }, { facts, resolve }) => {
    const resolved = resolve(parameter);
    const written = textFact(facts, fact);
    if (written === null) return notHeld([fact], [parameter], resolved.citations);
    const bare = written.replace(/[\s.]/g, '');
    return compare({
      resolved,
      facts: { [fact]: written },
      passes: (count) => /^\d*$/.test(bare) && bare.length === Number(count),
    });
  },
});

export const answerGuards: Readonly<Record<string, Guard>> = { answer_by: answerBy, digits };
