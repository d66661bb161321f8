// A guard that needs several values of the law at once: known when all are known, else every combination of their
// readings is judged. Readings that agree settle the matter; an unread rule set never does.
import { compare, type Finding, type Test } from './guard.ts';
import { outcomeOfBreach, type ParameterValue, type Resolved, type ResolvedReading } from '../parameter.ts';
import type { Citation, Confidence } from '../verdict.ts';

type Tuple = readonly ParameterValue[];
export interface TestOfAll {
  breach?: Test['breach'];
  facts: Test['facts'];
  passes: (values: Tuple) => boolean;
  threshold?: (values: Tuple) => unknown;
  earliestOn?: (values: Tuple) => string | null;
}

const strength: readonly Confidence[] = ['S', 'S2', 'L', 'K', '?'];
export const weakest = (all: readonly Confidence[]): Confidence =>
  all.reduce((a, b) => (strength.indexOf(a) >= strength.indexOf(b) ? a : b), 'S');

interface Combination {
  labels: readonly string[];
  /** the neighbouring rule set followed: two unread values are read by the same one */
  set: string | null;
  values: Tuple;
}

const choicesOf = ({ value, readings }: Resolved): readonly ResolvedReading[] =>
  value === null ? readings : [{ label: '', value }];

function combine(before: readonly Combination[], next: Resolved): Combination[] {
  return before.flatMap(({ labels, set, values }) =>
    choicesOf(next)
      .filter(({ label }) => !next.gap || set === null || set === label)
      .map(({ label, value }) => ({
        labels: label === '' || labels.includes(label) ? labels : [...labels, label],
        set: next.gap && label !== '' ? label : set,
        values: [...values, value],
      })),
  );
}

function joined(all: readonly Resolved[]): Resolved {
  const known = all.every((one) => one.value !== null);
  const start: Combination[] = [{ labels: [], set: null, values: [] }];
  const combinations = all.reduce(combine, start);
  return {
    ...all[0]!,
    value: known ? asValue(all.map((one) => one.value!)) : null,
    readings: known
      ? []
      : combinations.map(({ labels, values }) => ({ label: labels.join(' · '), value: asValue(values) })),
    gap: all.some((one) => one.gap),
    confidence: weakest(all.map((one) => one.confidence)),
    assumed: all.some((one) => one.assumed),
    citations: citationsOf(all),
  };
}
/** Only the functions of the same test see it again. */
const asValue = (values: Tuple): ParameterValue => values as unknown as ParameterValue;
const asTuple = (value: ParameterValue): Tuple => value as unknown as Tuple;

const citationsOf = (all: readonly Resolved[]): Citation[] => {
  const cited = all.flatMap((one) => one.citations);
  const key = (one: Citation) => `${one.document} ${one.clause}`;
  return cited.filter((one, at) => cited.findIndex((other) => key(other) === key(one)) === at);
};

export function compareAll(all: readonly Resolved[], test: TestOfAll): Finding {
  const resolved = joined(all);
  const finding = compare({
    resolved,
    facts: test.facts,
    passes: (value) => test.passes(asTuple(value)),
    ...(test.breach ? { breach: test.breach } : {}),
    threshold: (value) => test.threshold?.(asTuple(value)) ?? null,
    earliestOn: (value) => test.earliestOn?.(asTuple(value)) ?? null,
  });
  return { ...settled(finding, all, resolved, test.breach), parameters: all.map((one) => one.id) };
}

/** Every reading says the same: it is so, as sure as what is known of it. */
function settled(
  finding: Finding,
  all: readonly Resolved[],
  { value, gap, readings }: Resolved,
  breach: Test['breach'] = 'refused',
): Finding {
  if (value !== null || gap || readings.length === 0) return finding;
  const [first] = finding.readings;
  if (!first || finding.readings.some((one) => one.outcome !== first.outcome)) return finding;
  const { threshold } = first;
  if (first.outcome === 'allowed') return { ...finding, threshold };
  const sure = all.filter((one) => one.value !== null);
  const confidence = sure.length === 0 ? 'S2' : weakest(sure.map((one) => one.confidence));
  const assumed = sure.some((one) => one.assumed);
  return { ...finding, threshold, outcome: outcomeOfBreach({ ...all[0]!, confidence, assumed }, breach) };
}
