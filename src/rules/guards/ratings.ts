// Which yearly levels the points and the tasks of a member answer to. Never a rating: that is a vote. Between the bands
// of the text there are gaps, where no level follows.
import { z } from 'zod';
import { isHeld } from '../conditions.ts';
import { type Context, type Finding, type Guard, guardOf, notHeld, numberFact, textFact } from './guard.ts';
import { compareAll } from './joined.ts';
import { factName } from '../procedure.ts';

const parameterName = z.string().min(1);
const measures = ['score', 'done', 'above', 'late', 'failed'] as const;

const ratingArgs = z.strictObject({
  level: factName,
  score: factName,
  done: factName,
  above: factName,
  late: factName,
  failed: factName,
  mended: factName,
  special: factName,
  score_from: parameterName,
  score_below: parameterName,
  done_from: parameterName,
  above_from: parameterName,
  late_to: parameterName,
  failed_over: parameterName,
  levels: parameterName,
});
type RatingArgs = z.infer<typeof ratingArgs>;
type Map = Readonly<Record<string, number>>;

const values = [
  'levels',
  'score_from',
  'score_below',
  'done_from',
  'above_from',
  'late_to',
  'failed_over',
] as const;
type Bounds = Readonly<Record<(typeof values)[number], unknown>>;

type Holds = (bound: number, held: number) => boolean;
const tests: readonly [(typeof values)[number], (typeof measures)[number], Holds][] = [
  ['score_from', 'score', (bound, held) => held >= bound],
  ['score_below', 'score', (bound, held) => held < bound],
  ['done_from', 'done', (bound, held) => held >= bound],
  ['above_from', 'above', (bound, held) => held >= bound],
  ['late_to', 'late', (bound, held) => held <= bound],
];

/** true, false, or null when a fact the level hangs on is not held. */
function meets(level: string, bounds: Bounds, args: RatingArgs, context: Context): boolean | null {
  const falls = fallsTo(level, bounds, args, context);
  if (falls !== null) return falls;
  const all = [...measured(level, bounds, args, context), isMended(level, bounds, args, context)];
  return all.includes(false) ? false : all.includes(null) ? null : true;
}

/** The lowest level by its own ground, whatever the measures say; no other level where that ground is given. */
function fallsTo(level: string, bounds: Bounds, args: RatingArgs, { facts }: Context): boolean | null {
  const special = facts[args.special] === true;
  const over = (bounds.failed_over as Map)[level];
  const failed = numberFact(facts, args.failed);
  if (over === undefined) return special ? false : null;
  return special || (failed !== null && failed > over) ? true : null;
}

const measured = (level: string, bounds: Bounds, args: RatingArgs, { facts }: Context): (boolean | null)[] =>
  tests.flatMap(([name, measure, holds]) => {
    const bound = (bounds[name] as Map)[level];
    if (bound === undefined) return [];
    const held = numberFact(facts, args[measure]);
    return [held === null ? null : holds(bound, held)];
  });

function isMended(level: string, bounds: Bounds, args: RatingArgs, { facts }: Context): boolean | null {
  if ((bounds.above_from as Map)[level] === undefined) return true;
  return isHeld(facts, args.mended) ? facts[args.mended] === true : null;
}

function judgeRating(args: RatingArgs, context: Context): Finding {
  const names = [args.level, ...measures.map((one) => args[one]), args.mended, args.special];
  const { facts } = context;
  const proposed = textFact(facts, args.level);
  const fitting = (tuple: readonly unknown[]) => {
    const bounds = Object.fromEntries(values.map((name, at) => [name, tuple[at]])) as Bounds;
    const judged = (bounds.levels as readonly string[]).map((level) => ({
      level,
      meets: meets(level, bounds, args, context),
    }));
    return judged.filter((one) => one.meets !== false).map((one) => one.level);
  };
  const all = values.map((name) => context.resolve(args[name]));
  const known = all.every((one) => one.value !== null);
  const finding = compareAll(all, {
    facts: Object.fromEntries(names.filter((name) => isHeld(facts, name)).map((name) => [name, facts[name]])),
    passes: (tuple) => (proposed === null ? fitting(tuple).length > 0 : fitting(tuple).includes(proposed)),
    threshold: (tuple) => ({ levels: fitting(tuple) }),
  });
  const none = known && fitting(all.map((one) => one.value)).length === 0;
  return none
    ? { ...finding, threshold: null, outcome: 'undetermined', wayOut: { code: 'no_level_follows' } }
    : finding;
}

const ratingFits = guardOf<RatingArgs>({
  args: ratingArgs,
  facts: (args) => [args.level, ...measures.map((one) => args[one]), args.mended, args.special],
  parameters: (args) => values.map((name) => args[name]),
  judge: (args, context) =>
    isHeld(context.facts, args.score) || context.facts[args.special] === true
      ? judgeRating(args, context)
      : notHeld([args.score], [args.score_from], context.resolve(args.score_from).citations),
});

export const ratingGuards: Readonly<Record<string, Guard>> = { rating_fits: ratingFits };
