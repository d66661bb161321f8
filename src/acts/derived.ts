// Facts that follow from several acts of a dossier together, each by a rule that the declared fact names: what is still
// open, how often, how far, which codes were told.
import { latest } from '../platform/day.ts';
import type { ActRecord, FactSources } from './facts.ts';
import type { Derivation } from '../rules/procedure.ts';
import type { FactValue } from '../rules/verdict.ts';

interface Acts {
  earlier: readonly ActRecord[];
  /** with the act that is judged */
  all: readonly ActRecord[];
  findStep: FactSources['findStep'];
}
type Rule<Name extends string> = Extract<Derivation, Record<Name, unknown>>[Name];

export function derived(rule: Derivation, acts: Acts): FactValue | undefined {
  const { earlier, all } = acts;
  if ('first_day_of' in rule) return all.find((act) => act.step === rule.first_day_of)?.on ?? undefined;
  if ('open_places' in rule) return openPlaces(rule.open_places, all);
  if ('times_since' in rule) return timesSince(rule.times_since, earlier);
  if ('failed_days' in rule) return failedDays(rule.failed_days, acts);
  return ofState(rule, acts);
}

type StateRule = Exclude<
  Derivation,
  { first_day_of: unknown } | { open_places: unknown } | { times_since: unknown } | { failed_days: unknown }
>;

/** What is open or unanswered is asked before the act that is judged; how far something came, with it. */
function ofState(rule: StateRule, { earlier, all }: Acts): FactValue | undefined {
  if ('open_since' in rule) return isOpen(rule.open_since, earlier);
  if ('unanswered' in rule) return unanswered(rule.unanswered, earlier);
  if ('latest_of' in rule) return latestOf(rule.latest_of, all);
  if ('latest_half' in rule) return latestHalf(rule.latest_half, all);
  return allCodes(rule.all_codes, all);
}

function failedDays(tally: string, { earlier, findStep }: Acts): number {
  const failed = earlier.filter((act) => act.passed === false && findStep(act.step)?.tally === tally);
  return new Set(failed.map((act) => act.on)).size;
}

function timesSince({ step, since }: Rule<'times_since'>, acts: readonly ActRecord[]): number {
  const start = acts.findLastIndex((act) => act.step === since);
  return acts.slice(start + 1).filter((act) => act.step === step).length;
}

/** Unknown (undefined) when nothing was sent: then there is nothing to wait for on record. */
function openPlaces(rule: Rule<'open_places'>, acts: readonly ActRecord[]): number | undefined {
  const open = new Set<string>();
  const placesOf = (act: ActRecord) =>
    [act.inputs[rule.input]]
      .flat()
      .filter((one) => one !== undefined)
      .map(keyOf);
  for (const act of acts) {
    if (act.step === rule.sent) for (const place of placesOf(act)) open.add(place);
    const settled = act.step === rule.answered && act.inputs[rule.settled.input] === rule.settled.is;
    if (settled) for (const place of placesOf(act)) open.delete(place);
  }
  return acts.some((act) => act.step === rule.sent) ? open.size : undefined;
}
const keyOf = (place: unknown): string => (typeof place === 'string' ? place : JSON.stringify(place));

const isOpen = ({ step, until }: Rule<'open_since'>, acts: readonly ActRecord[]): boolean =>
  acts.findLastIndex((act) => act.step === step) > acts.findLastIndex((act) => act.step === until);

/** An answer that names no act – of a case taken over – answers one of them all the same. */
function unanswered({ step, by, input }: Rule<'unanswered'>, acts: readonly ActRecord[]): number {
  const asked = acts.filter((act) => act.step === step).length;
  const answers = acts.filter((act) => act.step === by).map(({ inputs }) => inputs[input] ?? {});
  return Math.max(0, asked - new Set(answers).size);
}

const told = (step: string, acts: readonly ActRecord[]) => acts.filter((act) => act.step === step);

function latestOf({ step, input }: Rule<'latest_of'>, acts: readonly ActRecord[]): string | undefined {
  const days = told(step, acts).map(({ inputs }) => inputs[input]);
  return lastOf(days.filter((day): day is string => typeof day === 'string').map(latest));
}

/** The last day of the latest half-year told. */
function latestHalf(
  { step, year, half }: Rule<'latest_half'>,
  acts: readonly ActRecord[],
): string | undefined {
  const ends = told(step, acts)
    .filter(({ inputs }) => typeof inputs[year] === 'number')
    .map(({ inputs }) => `${inputs[year]}${inputs[half] === 'h1' ? '-06-30' : '-12-31'}`);
  return lastOf(ends);
}

const lastOf = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

function allCodes({ step, input }: Rule<'all_codes'>, acts: readonly ActRecord[]): string[] | undefined {
  const codes = told(step, acts).flatMap(({ inputs }) => (inputs[input] ?? []) as string[]);
  return codes.length > 0 ? [...new Set(codes)] : undefined;
}
