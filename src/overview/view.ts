// What GET /api/overview answers: one unit on one day – who it is, what stands out, how it has gone over the years, its
// units, its members. Numbers that open carry the address of their own list.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { lineView, statuses } from '../plans/view.ts';
import { parts } from '../pool/pool.ts';
import { milestones } from './funnel.ts';
import { standoutIds } from './standout.ts';

const empty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const overviewQuery = z.object({
  unit: empty(z.coerce.number().int().positive().max(2_147_483_647)),
  on: empty(z.string().refine(isDay, 'day')),
});
export type OverviewQuery = z.output<typeof overviewQuery>;

const words = z.object({ vi: z.string(), en: z.string() });
/** A count and where its records are listed; null: there is nothing to list. */
const opened = z.object({ count: z.number(), href: z.string().nullable() });
export type Opened = z.output<typeof opened>;
const unit = z.object({ id: z.number(), name: z.string() });

const people = z.object({
  total: opened,
  official: opened,
  probationary: opened,
  /** by age: both sexes; whoever’s sex or birth is not known stands in `unknown` */
  bands: z.array(z.object({ code: z.string(), label: words, men: opened, women: opened })),
  unknown: z.number(),
  /** parts of the members, which overlap */
  parts: z.array(z.object({ id: z.string(), label: words, count: z.number(), href: z.string().nullable() })),
});

const year = z.object({
  year: z.number(),
  /** the year is not over on that day */
  part: z.boolean(),
  /** null: before the first day of which anything is known */
  admitted: opened.nullable(),
  /** of those admitted, on the day of the ceremony; `aged` = of how many the age is known */
  mean: z.number().nullable(),
  median: z.number().nullable(),
  aged: z.number(),
  /** at the end of the year, or of the day; null: the unit did not stand yet */
  cells: z.number().nullable(),
  combined: z.number().nullable(),
});
const month = z.object({
  /** 1 … 12 */
  month: z.number(),
  /** null: has not come */
  count: z.number().nullable(),
  /** of the same month of the year before */
  before: z.number().nullable(),
  part: z.boolean(),
});

const below = z.object({
  id: z.number(),
  name: z.string(),
  cell: z.boolean(),
  members: z.number(),
  done: z.number(),
  target: z.number().nullable(),
  progress: z.number().nullable(),
  status: z.enum(statuses),
  /** admitted in the year for a hundred members */
  perHundred: z.number().nullable(),
  cells: z.number(),
  /** of its cells: two years without an admission */
  idle: z.number(),
});
export type Below = z.output<typeof below>;

export const overviewView = z.object({
  unit: unit.extend({ kind: z.string(), cell: z.boolean() }).nullable(),
  on: z.string(),
  asOf: z.string(),
  year: z.number(),
  /** the reader stands for this unit: nothing is spared in what is taken away */
  own: z.boolean(),
  /** the least count of persons shown of another unit in what is taken away */
  least: z.number(),
  people,
  cells: z.number(),
  target: lineView.pick({ done: true, assigned: true, registered: true, aim: true, attainment: true }),
  source: z.object({
    total: opened,
    parts: z.record(z.enum(parts), z.number()),
    /** of them paused by the cell; null on a past day: nobody knows it any more */
    paused: z.number().nullable(),
  }),
  standouts: z.array(
    z.object({
      id: z.enum(standoutIds),
      tone: z.enum(['act', 'wait']),
      count: z.number(),
      /** whatever else the sentence says */
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      href: z.string().nullable(),
      /** the first of the units that are meant */
      units: z.array(unit),
      more: z.number(),
    }),
  ),
  years: z.array(year),
  months: z.array(month),
  /** admissions of this year of which the month is not known */
  undated: z.number(),
  funnel: z.array(
    z.object({
      cohort: z.string(),
      /** at each milestone: how many came at least so far */
      reached: z.array(z.number()).length(milestones.length),
      open: z.number(),
    }),
  ),
  units: z.array(below),
  /** of a cell, today: who helps whom is for this reader, in the list of helpers */
  helps: z.boolean(),
});
export type OverviewView = z.output<typeof overviewView>;
export type Standout = OverviewView['standouts'][number];
export type YearRow = z.output<typeof year>;
export type MonthRow = z.output<typeof month>;
export type FunnelRow = OverviewView['funnel'][number];
