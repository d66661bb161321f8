// The values of a rule by day: each with its last day, and runs of the same value told as one.
import { addDays, type Day } from '../../../platform/day.ts';
import type { Parameter } from '../../../rules/index.ts';
import type { ParameterEntry, ParameterValue } from '../../../rules/parameter.ts';
import { type Knowing, knowingOf } from '../../saying/known.ts';

export interface Span {
  entry: ParameterEntry;
  from: Day;
  /** last day; null for the newest */
  until: Day | null;
  knowing: Knowing;
}

export const spansOf = ({ values }: Parameter): Span[] =>
  values.map((entry, index) => {
    const next = values[index + 1];
    return {
      entry,
      from: entry.from,
      until: next ? addDays(next.from, -1) : null,
      knowing: knowingOfEntry(entry),
    };
  });

export const knowingOfEntry = (entry: ParameterEntry): Knowing =>
  knowingOf({
    value: entry.value as ParameterValue | null,
    readings: (entry.readings ?? []).map((one) => ({ label: '', value: one.value as ParameterValue })),
    confidence: entry.confidence,
    assumed: entry.assumed_continued,
    gap: entry.neighbours,
  });

/** What changed and when: neighbours that say the same are one. */
export function runsOf(spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && same(last, span)) runs[runs.length - 1] = { ...last, until: span.until };
    else runs.push(span);
  }
  return runs;
}

/** An unread text is never one with what stands before it. */
const same = (a: Span, b: Span): boolean =>
  sureness(a) === sureness(b) && JSON.stringify(said(a)) === JSON.stringify(said(b));
const said = ({ entry }: Span) => [entry.value, (entry.readings ?? []).map(({ value }) => value)];
const sureness = ({ knowing }: Span): boolean => knowing === 'sure';

export const holdsOn = ({ from, until }: Pick<Span, 'from' | 'until'>, on: Day): boolean =>
  from <= on && (until === null || on <= until);
