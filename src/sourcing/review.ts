// A review round: the mass organisations below a committee go through the lists of their members by a day and confirm
// how many there were, how many there are, and how many of them are worth introducing.
import { z } from 'zod';
import { effective } from '../platform/effective.ts';
import { type Entry, entryDay } from '../platform/entry.ts';
import { surveyYear } from './survey.ts';

const count = z.int().min(0).max(1_000_000);

/** Stream `review:<uuid>`. */
export const reviewKinds = {
  'review.opened': z.object({ year: surveyYear, dueOn: entryDay }),
  'review.confirmed': z.object({
    massUnitId: z.int().positive(),
    before: count,
    after: count,
    promising: count,
  }),
  'review.closed': z.object({}),
} satisfies Record<string, z.ZodType>;

export interface ReviewAnswer {
  unitId: number;
  entry: string;
  confirmedOn: string;
  before: number;
  after: number;
  promising: number;
}
export interface Review {
  id: string;
  unitId: number;
  year: number;
  openedOn: string;
  dueOn: string;
  closedOn: string | null;
  answers: ReviewAnswer[];
  version: number;
}

export const reviewStreamOf = (id: string): string => `review:${id}`;

/** null when its opening was withdrawn; a later confirmation of one organisation takes the place of the earlier. */
export function foldReview(id: string, entries: readonly Entry[]): Review | null {
  const standing = effective(entries);
  const opened = standing.find((entry) => entry.kind === 'review.opened');
  if (!opened || opened.unitId === null) return null;
  const answers = new Map<number, ReviewAnswer>();
  for (const entry of standing.filter(({ kind }) => kind === 'review.confirmed').map(answerOf))
    answers.set(entry.unitId, entry);
  const { year, dueOn } = opened.data as { year: number; dueOn: string };
  return {
    id,
    unitId: opened.unitId,
    year,
    dueOn,
    openedOn: opened.happenedOn ?? '',
    closedOn: standing.find((entry) => entry.kind === 'review.closed')?.happenedOn ?? null,
    answers: [...answers.values()],
    version: entries.at(-1)?.version ?? 0,
  };
}

function answerOf(entry: Entry): ReviewAnswer {
  const { massUnitId, before, after, promising } = entry.data as Record<string, number>;
  return {
    unitId: massUnitId ?? 0,
    entry: entry.clientId,
    confirmedOn: entry.happenedOn ?? '',
    before: before ?? 0,
    after: after ?? 0,
    promising: promising ?? 0,
  };
}
