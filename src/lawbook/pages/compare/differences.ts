// What the page tells of two days: rules whose value changed, rules that nobody knows on one of the days, rules where
// only the text changed; and the pairs of days on which a text begins.
import { addDays, type Day } from '../../../platform/day.ts';
import { type Document, type Regulations, type Resolved } from '../../../rules/index.ts';
import { differencesBetween } from '../../differences.ts';
import { knowingOf } from '../../saying/known.ts';

type ValueChange = ReturnType<typeof differencesBetween>['values'][number];

/** value: what is asked changed · lost: on one day nobody knows · article: only the text or the certainty changed */
export type Manner = 'value' | 'lost' | 'article';
export type Difference = ValueChange & { manner: Manner };

export const differencesOf = (law: Regulations, from: Day, to: Day, path: string): Difference[] =>
  differencesBetween(law, from, to, { path }).values.map((one) => ({ ...one, manner: mannerOf(one) }));

/** A rule that did not exist yet and a rule whose text was not seen are different things. */
function mannerOf({ before, after, changed }: ValueChange): Manner {
  if (isGap(before) && isGap(after)) return 'article';
  if (isGap(before) || isGap(after)) return 'lost';
  return changed.includes('value') ? 'value' : 'article';
}
const isGap = (one: Resolved): boolean => one.since !== null && knowingOf(one) === 'unknown';

export interface Pick {
  document: string;
  /** the text that it took the place of, or the last one that could be read */
  before: string;
  from: Day;
  to: Day;
}

/**
 * The last day of the text before and the day on which a text begins, newest first. A text that nobody has read tells
 * nothing of what changed: the next one is held against the last that was read.
 */
export function picksOf(
  documents: readonly Document[],
  kind: 'rule_set' | 'guidance' | 'working_guidance',
): Pick[] {
  const chain = documents
    .filter((one) => one.kind === kind)
    .toSorted((a, b) => (a.in_force_from < b.in_force_from ? -1 : 1));
  return chain
    .flatMap(({ id, in_force_from: to, confidence }, at) => {
      const earlier = chain.slice(0, at);
      const before = earlier.findLast((one) => confidence === '?' || one.confidence !== '?');
      return before ? [{ document: id, before: before.id, from: lastDay(before, to), to }] : [];
    })
    .toReversed();
}
const lastDay = ({ in_force_until: until }: Document, next: Day): Day => until ?? addDays(next, -1);

/** The newest change of the implementing regulation that can be told. */
export const newestPick = (documents: readonly Document[], today: Day): Pick | undefined =>
  picksOf(documents, 'rule_set').find(
    ({ document, to }) => to <= today && documents.find(({ id }) => id === document)?.confidence !== '?',
  );
