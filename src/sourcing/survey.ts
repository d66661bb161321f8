// The survey of the source: how many people a cell counted in each group for a year, and which groups an organisation
// puts first. One person may stand in several groups, so the groups may sum to more than the people.
import { z } from 'zod';
import { effective } from '../platform/effective.ts';
import { type Entry, publicText } from '../platform/entry.ts';

/** A code of the catalogue candidate_source. */
export const groupCode = z.string().regex(/^[A-Z]{2,12}$/);
export const surveyYear = z.int().min(2000).max(2100);
const count = z.int().min(0).max(100_000);

/** What the ledger holds of surveys, by kind of entry; stream `survey:<unit id>`. */
export const surveyKinds = {
  'survey.recorded': z.object({
    year: surveyYear,
    groups: z.record(groupCode, count),
    people: count.nullable(),
  }),
  'survey.priority_set': z.object({ year: surveyYear, groups: z.array(groupCode).max(40) }),
  /** why a survey was corrected or taken back */
  'survey.ground': z.object({ of: z.uuid(), ground: publicText() }),
} satisfies Record<string, z.ZodType>;
export type SurveyData = z.output<(typeof surveyKinds)['survey.recorded']>;
export type PriorityData = z.output<(typeof surveyKinds)['survey.priority_set']>;

export const surveyStreamOf = (unitId: number | string): string => `survey:${unitId}`;

/** The newest standing entry of each year. */
function newest(entries: readonly Entry[], kind: string): Entry[] {
  const found = new Map<number, Entry>();
  for (const entry of effective(entries).toSorted((a, b) => a.position - b.position))
    if (entry.kind === kind) found.set((entry.data as { year: number }).year, entry);
  return [...found.values()];
}
export const standingSurveys = (entries: readonly Entry[]): Entry[] => newest(entries, 'survey.recorded');
export const standingPriorities = (entries: readonly Entry[]): Entry[] =>
  newest(entries, 'survey.priority_set');

export type Groups = Readonly<Record<string, number>>;
export const sumOf = (groups: Groups): number => Object.values(groups).reduce((sum, n) => sum + n, 0);

/** What cannot be: fewer people than the largest group, or more than all groups together. */
export function peopleFault(
  groups: Groups,
  people: number | null,
): 'sourcing.people_few' | 'sourcing.people_many' | null {
  if (people === null) return null;
  if (people < Math.max(0, ...Object.values(groups))) return 'sourcing.people_few';
  return people > sumOf(groups) ? 'sourcing.people_many' : null;
}

/** A survey is made for the year in which it is taken, or, at the end of a year, for the next one. */
export const isYearFor = (year: number, surveyedOn: string): boolean =>
  year === Number(surveyedOn.slice(0, 4)) || year === Number(surveyedOn.slice(0, 4)) + 1;

/** Priority groups first, in the order of the catalogue otherwise. */
export function inOrder(codes: readonly string[], first: ReadonlySet<string>): string[] {
  return [...codes.filter((code) => first.has(code)), ...codes.filter((code) => !first.has(code))];
}

/** Where somebody could be found: priority groups first, then the largest; groups without people say nothing. */
export function suggestionsOf(
  groups: Groups,
  first: ReadonlySet<string>,
  most = 3,
): { code: string; count: number }[] {
  return Object.entries(groups)
    .filter(([, n]) => n > 0)
    .map(([code, n]) => ({ code, count: n }))
    .toSorted((a, b) => Number(first.has(b.code)) - Number(first.has(a.code)) || b.count - a.count)
    .slice(0, most);
}
