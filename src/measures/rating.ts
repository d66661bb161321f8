// The yearly rating of an organisation as far as targets speak in it: the level that people decided, and the result of
// the year – assigned, registered, aimed at, done – frozen with its day and with the entries it was counted from.
import { z } from 'zod';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, entryDay, publicText } from '../platform/entry.ts';
import type { Day } from '../platform/day.ts';
import { marks } from '../plans/amount.ts';
import { statuses } from '../plans/view.ts';
import { figureCode } from './measure.ts';

/** The levels of regulations/procedures/evaluation.yaml; a test holds the two together. */
export const levels = ['htxsnv', 'httnv', 'htnv', 'khtnv'] as const;
export type Level = (typeof levels)[number];
export const levelLabels = {
  htxsnv: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' },
  httnv: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' },
  htnv: { vi: 'Hoàn thành nhiệm vụ', en: 'Fulfilled' },
  khtnv: { vi: 'Không hoàn thành nhiệm vụ', en: 'Not fulfilled' },
} satisfies Record<Level, { vi: string; en: string }>;

const amount = z
  .object({ minimum: z.int().nullable(), maximum: z.int().nullable(), mark: z.enum(marks) })
  .nullable();
export const frozenLine = z.object({
  figure: figureCode,
  assigned: amount,
  since: entryDay.nullable(),
  registered: amount,
  aim: amount,
  done: z.object({ value: z.int(), mark: z.enum(marks) }),
  status: z.enum(statuses),
  /** entries that said the numbers: targets in force on the day, and results that were told */
  said: z.array(z.uuid()).max(20),
  /** how many cases were counted, and the sum over their names in order: whoever counts again can compare */
  counted: z.object({ cases: z.int(), sum: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type FrozenLine = z.output<typeof frozenLine>;

/** Stream `unit_rating:<unit>`. */
export const ratingKinds = {
  'unit_rating.recorded': z.object({
    year: z.int().min(1930).max(2100),
    level: z.enum(levels),
    decision: z.object({
      number: entryCode.nullable(),
      on: entryDay.nullable(),
      by: publicText().nullable(),
    }),
    documentId: z.uuid().nullable(),
    /** last day counted */
    asOf: entryDay,
    lines: z.array(frozenLine).max(20),
  }),
} satisfies Record<string, z.ZodType>;
export type RatingData = z.output<(typeof ratingKinds)['unit_rating.recorded']>;

export const ratingStreamOf = (unit: number | string): string => `unit_rating:${unit}`;
export interface Rating extends RatingData {
  entry: string;
  ratedOn: Day;
  version: number;
}

/** The rating that stands, year by year. */
export function foldRatings(entries: readonly Entry[]): Rating[] {
  const byYear = new Map<number, Rating>();
  const version = entries.at(-1)?.version ?? 0;
  for (const entry of effective(entries).toSorted((a, b) => a.position - b.position)) {
    const data = entry.data as RatingData;
    byYear.set(data.year, { ...data, entry: entry.clientId, ratedOn: entry.happenedOn ?? '', version });
  }
  return [...byYear.values()].toSorted((a, b) => a.year - b.year);
}

export const lastDayOf = (year: number): Day => `${year}-12-31`;

/** What speaks against rating this year on that day; null when nothing does. */
export function rateFault({ year, on }: { year: number; on: Day }, today: Day): string | null {
  if (on > today) return 'ledger.future_day';
  return on < `${year}-01-01` ? 'rating.before_year' : null;
}

/** Whether what was frozen and what would be counted today say the same. */
export const sameResult = (a: readonly FrozenLine[], b: readonly FrozenLine[]): boolean =>
  JSON.stringify(a.map(bare)) === JSON.stringify(b.map(bare));
const bare = ({ figure, assigned, registered, aim, done, status }: FrozenLine) => [
  figure,
  assigned && [assigned.minimum, assigned.maximum, assigned.mark],
  registered && [registered.minimum, registered.maximum, registered.mark],
  aim && [aim.minimum, aim.maximum, aim.mark],
  done.value,
  done.mark,
  status,
];
