// A guard on money: what is due for a month by the group a member belongs to, under the table of the month paid for.
// Rates are in ten-thousandths, so the sum is exact; nothing is rounded, since no text says how.
import { z } from 'zod';
import { earliest, type PartialDay } from '../../platform/day.ts';
import { isHeld } from '../conditions.ts';
import { type Context, type Finding, type Guard, guardOf, notHeld, numberFact, textFact } from './guard.ts';
import { compareAll } from './joined.ts';
import type { ParameterValue, Resolved } from '../parameter.ts';
import { factName } from '../procedure.ts';

const parameterName = z.string().min(1);
/** One summand: an amount of the law, an entry of its table, or a fact – as a whole or at a rate. */
const term = z
  .strictObject({
    amount: parameterName.optional(),
    table: parameterName.optional(),
    by: factName.optional(),
    of: factName.optional(),
    rate: parameterName.optional(),
  })
  .refine(({ amount, table, of }) => [amount, table, of].filter((one) => one !== undefined).length === 1, {
    message: 'one of amount, table, of',
  });
type Term = z.infer<typeof term>;

const amountArgs = z.strictObject({
  month: factName,
  group: factName,
  /** the groups the law of that month knows */
  known: parameterName,
  groups: z.record(z.string(), z.array(term).min(1)),
  paid: factName,
});
type AmountArgs = z.infer<typeof amountArgs>;

const whole = 10_000;
const parametersOf = ({ amount, table, rate }: Term): string[] =>
  [amount, table, rate].filter((one) => one !== undefined);
const factsOf = ({ by, of }: Term): string[] => [by, of].filter((one) => one !== undefined);

type ValueOf = (id: string) => unknown;

/** In ten-thousandths of a đồng; null when the table has no such entry. */
function sumOf(terms: readonly Term[], value: ValueOf, facts: Context['facts']): number | null {
  let sum = 0;
  for (const term of terms) {
    const base = baseOf(term, value, facts);
    const share = term.rate ? value(term.rate) : whole;
    if (typeof base !== 'number' || typeof share !== 'number') return null;
    sum += base * share;
  }
  return sum;
}

/** The amount itself, the entry of a table for this code, or what a fact says. */
function baseOf({ amount, table, by, of }: Term, value: ValueOf, facts: Context['facts']): unknown {
  if (amount) return value(amount);
  if (!table) return numberFact(facts, of ?? '');
  const entries = value(table) as Readonly<Record<string, number>> | null;
  return entries?.[String(facts[by ?? ''] ?? '')];
}

function judgeAmount(
  args: AmountArgs,
  terms: readonly Term[],
  { facts, resolve }: Context,
  day: string,
): Finding {
  const ids = terms.flatMap(parametersOf);
  const all = ids.map((id) => resolve(id, day));
  const sum = (values: readonly ParameterValue[]) =>
    sumOf(terms, (id) => values[ids.indexOf(id)] ?? null, facts);
  const paid = numberFact(facts, args.paid);
  const named = [args.month, args.group, args.paid, ...terms.flatMap(factsOf)];
  const finding = compareAll(withEntries(all, terms, ids, facts), {
    facts: Object.fromEntries(named.filter((name) => isHeld(facts, name)).map((name) => [name, facts[name]])),
    passes: (values) => {
      const due = sum(values);
      return due !== null && (paid === null || paid * whole >= due);
    },
    threshold: (values) => {
      const amount = (sum(values) ?? 0) / whole;
      return { needed: amount, amount, paid };
    },
  });
  return finding.outcome === 'undetermined' ? { ...finding, wayOut: { code: 'ask_amount' } } : finding;
}

/** A table without this entry is a value nobody knows. */
const withEntries = (
  all: readonly Resolved[],
  terms: readonly Term[],
  ids: readonly string[],
  facts: Context['facts'],
): Resolved[] =>
  all.map((resolved, at) => {
    const { by } = terms.find(({ table }) => table === ids[at]) ?? {};
    const entry = by && (resolved.value as Readonly<Record<string, number>> | null)?.[String(facts[by])];
    return by && entry === undefined ? { ...resolved, value: null, confidence: '?' } : resolved;
  });

/** The group must be one the law of the month knows. */
function judgeGroup(args: AmountArgs, group: string, context: Context, day: string): Finding {
  const finding = compareAll([context.resolve(args.known, day)], {
    facts: { [args.group]: group, [args.month]: context.facts[args.month] },
    passes: ([known]) => (known as readonly string[]).includes(group),
  });
  return finding.outcome === 'allowed' ? finding : { ...finding, wayOut: { code: 'choose_group' } };
}

const amountBy = guardOf<AmountArgs>({
  args: amountArgs,
  facts: ({ month, group, groups, paid }) => [
    month,
    group,
    paid,
    ...Object.values(groups).flat().flatMap(factsOf),
  ],
  parameters: ({ known, groups }) => [known, ...Object.values(groups).flat().flatMap(parametersOf)],
  judge: (args, context) => {
    const { facts } = context;
    const [month, group] = [textFact(facts, args.month) as PartialDay | null, textFact(facts, args.group)];
    if (month === null || group === null)
      return notHeld(
        [args.month, args.group].filter((one) => !isHeld(facts, one)),
        [args.known],
      );
    const day = earliest(month);
    const terms = args.groups[group];
    const judged = judgeGroup(args, group, context, day);
    if (judged.outcome !== 'allowed' || !terms) return judged;
    const missing = terms.flatMap(factsOf).filter((name) => !isHeld(facts, name));
    if (missing.length > 0) return notHeld(missing, [args.known], judged.citations);
    return judgeAmount(args, terms, context, day);
  },
});

export const amountGuards: Readonly<Record<string, Guard>> = { amount_by: amountBy };
