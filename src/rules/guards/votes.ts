// Guards on votes and on who decides. Shares are exact: integers are multiplied, nothing is rounded.
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
import type { CompetenceRow, Resolved, Share } from '../parameter.ts';
import { factName } from '../procedure.ts';

export const reaches = (share: Share, yes: number, base: number): boolean =>
  share.more_than
    ? share.denominator * yes > share.numerator * base
    : share.denominator * yes >= share.numerator * base;

/** The smallest number of votes in favour that carries. */
export function votesNeeded(share: Share, base: number): number {
  const product = share.numerator * base;
  return share.more_than
    ? Math.floor(product / share.denominator) + 1
    : Math.floor((product + share.denominator - 1) / share.denominator);
}

const shareArgs = z.strictObject({
  yes: factName,
  base: factName,
  excused: factName,
  parameter: z.string().optional(),
  by: factName.optional(),
  parameters: z.record(z.string(), z.string()).optional(),
  keep_excused: z.string(),
});
type ShareArgs = z.infer<typeof shareArgs>;

const parameterOf = (args: ShareArgs, { facts }: Context): string | null =>
  args.parameter ?? args.parameters?.[textFact(facts, args.by ?? '') ?? ''] ?? null;

function judgeShare(args: ShareArgs, resolved: Resolved, context: Context): Finding {
  const { facts } = context;
  const [yes, base] = [numberFact(facts, args.yes) ?? 0, numberFact(facts, args.base) ?? 0];
  const passes = (value: unknown) => reaches(value as Share, yes, base);
  const threshold = (value: unknown) => ({ ...(value as Share), needed: votesNeeded(value as Share, base) });
  const finding = compare({ resolved, facts: { [args.yes]: yes, [args.base]: base }, passes, threshold });
  const passed =
    resolved.value === null
      ? finding.readings.length === 0 || finding.readings.some((one) => one.outcome === 'allowed')
      : passes(resolved.value);
  return { ...withExcused(args, finding, resolved, context), passed };
}

/** The texts exclude excused absentees only at an assembly: when that decides the vote, both counts are shown. */
function withExcused(args: ShareArgs, finding: Finding, resolved: Resolved, context: Context): Finding {
  const excused = numberFact(context.facts, args.excused) ?? 0;
  const share = resolved.value as Share | null;
  if (excused === 0 || share === null) return finding;
  const [yes, base] = [numberFact(context.facts, args.yes) ?? 0, numberFact(context.facts, args.base) ?? 0];
  const kept = context.resolve(args.keep_excused);
  // A committee that has chosen one reading has settled it for its part of the tree.
  if (!kept.open && kept.confidence === 'S') return finding;
  const other = kept.value === false ? base + excused : base - excused;
  if (reaches(share, yes, base) === reaches(share, yes, other)) return finding;
  const reading = (count: number) => ({
    label: count > Math.min(base, other) ? 'excused_counted' : 'excused_not_counted',
    threshold: { ...share, needed: votesNeeded(share, count), base: count },
    outcome: reaches(share, yes, count) ? ('allowed' as const) : ('refused' as const),
  });
  return {
    ...finding,
    outcome: 'undetermined',
    facts: { ...finding.facts, [args.excused]: excused },
    parameters: [...finding.parameters, args.keep_excused],
    citations: [...finding.citations, ...kept.citations],
    readings: [reading(base), reading(other)],
  };
}

const share = guardOf<ShareArgs>({
  args: shareArgs,
  facts: ({ yes, base, excused, by }) => [yes, base, excused, ...(by ? [by] : [])],
  parameters: ({ parameter, parameters, keep_excused }) => [
    ...(parameter ? [parameter] : []),
    ...Object.values(parameters ?? {}),
    keep_excused,
  ],
  judge: (args, context) => {
    const id = parameterOf(args, context);
    if (id === null) return { ...notHeld([args.by ?? args.yes], []), passed: null };
    const resolved = context.resolve(id);
    const missing = [args.yes, args.base].filter((fact) => numberFact(context.facts, fact) === null);
    if (missing.length > 0) return { ...notHeld(missing, [id], resolved.citations), passed: null };
    return judgeShare(args, resolved, context);
  },
});

const competentArgs = z.strictObject({
  body: factName,
  base_vote: factName,
  base_vote_step: z.string(),
  kind: factName,
  type: factName,
  above: factName,
  powers: factName,
  parameter: z.string(),
  stage: z.string(),
});
type CompetentArgs = z.infer<typeof competentArgs>;

const columns = ['kind', 'type', 'above', 'powers'] as const;

/** The first row that fits; 'missing' when a fact decides between rows and is not held; null when no row fits. */
function rowFor(args: CompetentArgs, rows: readonly CompetenceRow[], context: Context) {
  for (const row of rows) {
    const asked = columns.filter((column) => row[column] !== 'any');
    const unheld = asked.filter((column) => !isHeld(context.facts, args[column]));
    const differs = asked.some(
      (column) => isHeld(context.facts, args[column]) && context.facts[args[column]] !== row[column],
    );
    if (differs) continue;
    if (unheld.length > 0) return { missing: unheld.map((column) => args[column]) };
    return { row };
  }
  return null;
}

type Found = ReturnType<typeof rowFor>;
const rowOf = (found: Found): CompetenceRow | null => (found && 'row' in found ? (found.row ?? null) : null);

/** What the table says on these facts: the row, whether the body is right, whether the base vote is still missing. */
function lookUp(args: CompetentArgs, value: unknown, context: Context) {
  const { facts } = context;
  const row = rowOf(rowFor(args, value as readonly CompetenceRow[], context));
  const voted = facts[args.base_vote] === true;
  const unheld = !isHeld(facts, args.base_vote) && reachedAtTakeover(context, args.stage);
  return {
    row,
    rightBody: row !== null && row.body === facts[args.body],
    voteMissing: row?.base_vote === 'required' && !voted && !unheld,
    voteInDoubt: row?.base_vote === 'unknown' && !voted,
  };
}

function judgeCompetence(args: CompetentArgs, resolved: Resolved, context: Context): Finding {
  const { facts } = context;
  const used = [args.body, ...columns.map((column) => args[column]), args.base_vote];
  const finding = compare({
    resolved,
    facts: Object.fromEntries(used.filter((fact) => isHeld(facts, fact)).map((fact) => [fact, facts[fact]])),
    passes: (value) => {
      const { rightBody, voteMissing } = lookUp(args, value, context);
      return rightBody && !voteMissing;
    },
    threshold: (value) => {
      const { row } = lookUp(args, value, context);
      return row && { body: row.body, baseVote: row.base_vote };
    },
  });
  return resolved.value === null ? finding : refine(args, finding, lookUp(args, resolved.value, context));
}

/** A pair in no row, or a row that leaves the base vote open, is not known; a missing base vote has its own way out. */
function refine(args: CompetentArgs, finding: Finding, found: ReturnType<typeof lookUp>): Finding {
  if (found.row === null) return { ...finding, outcome: 'undetermined', threshold: null };
  if (!found.rightBody) return finding;
  if (found.voteInDoubt) return { ...finding, outcome: 'undetermined' };
  return found.voteMissing
    ? { ...finding, wayOut: { step: args.base_vote_step, code: 'base_vote_first' } }
    : finding;
}

const competent = guardOf<CompetentArgs>({
  args: competentArgs,
  facts: ({ body, base_vote, kind, type, above, powers }) => [body, base_vote, kind, type, above, powers],
  parameters: ({ parameter }) => [parameter],
  judge: (args, context) => {
    const resolved = context.resolve(args.parameter);
    const rows = (resolved.value ?? []) as readonly CompetenceRow[];
    const found = rowFor(args, rows, context);
    const missing = !isHeld(context.facts, args.body)
      ? [args.body]
      : found && 'missing' in found
        ? found.missing
        : [];
    if (missing && missing.length > 0) return notHeld(missing, [args.parameter], resolved.citations);
    return judgeCompetence(args, resolved, context);
  },
});

export const voteGuards: Readonly<Record<string, Guard>> = { share, competent };
