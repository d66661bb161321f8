// What the outlook answers: for units their chance and interval, for one unit why, and what would raise it. Groups of
// candidacies, steps and days; no number ever stands for one person.
import { z } from 'zod';
import { periodKey } from '../period.ts';
import { isDay } from '../../platform/day.ts';

const day = z.string().refine(isDay, 'day');
const unitId = z.coerce.number().int().positive().max(2_147_483_647);
const message = z.object({ vi: z.string(), en: z.string() });

const mostUnits = 300;
export const outlookQuery = z.object({
  /** the unit and those directly below it */
  unit: unitId.optional(),
  /** or these: '12,14,15' */
  units: z
    .string()
    .regex(/^\d{1,10}(,\d{1,10})*$/)
    .transform((text) => text.split(',').map(Number))
    .refine((list) => list.length <= mostUnits, 'most')
    .optional(),
  period: periodKey,
  figure: z.string().max(40).default('admission'),
  on: day.optional(),
});
export const outlookOfQuery = z.object({ period: periodKey, on: day.optional() });

/**
 * Why no probability is told. reckoning: ask again in a moment. Of the unit: over, future, few_admissions, early, little_history, few_cases, untested
 * (more candidacies than the forecast was proven for), told (results of the period were told, not counted). Of the target: no_target, unknown_target,
 * zero (nobody asked for), met. Of the figure: other_figure.
 */
export const whyNots = [
  'reckoning',
  'over',
  'future',
  'few_admissions',
  'early',
  'little_history',
  'few_cases',
  'untested',
  'told',
  'no_target',
  'unknown_target',
  'zero',
  'met',
  'other_figure',
] as const;

export const outlookLine = z.object({
  unitId: z.number(),
  done: z.number(),
  /** lower end of the target in force */
  target: z.number().nullable(),
  /** whole per cent, never 0 or 100: 1 stands for “hardly”, 99 for “nearly sure” */
  percent: z.number().nullable(),
  why: z.enum(whyNots).nullable(),
  /** the middle 80 % and the median of all admissions of the period; null where nothing may be told */
  low: z.number().nullable(),
  high: z.number().nullable(),
  median: z.number().nullable(),
  /** done ÷ share of the period gone */
  linear: z.number().nullable(),
});
export type OutlookLine = z.output<typeof outlookLine>;

export const outlookList = z.object({
  period: z.string(),
  figure: z.string(),
  on: z.string(),
  /** earliest days by the rules are known for all open candidacies; until then some bounds are missing */
  ready: z.boolean(),
  items: z.array(outlookLine),
  asOf: z.string(),
});
export type OutlookList = z.output<typeof outlookList>;

export const outlookGroup = z.object({
  stage: z.string(),
  label: message,
  /** open candidacies standing here, how many of them can still be admitted in the period by the rules */
  cases: z.number(),
  able: z.number(),
  /** paused by the cell: not counted */
  paused: z.number(),
  /** the step that comes next, and the first day it may be taken by one of them */
  next: z.object({ step: z.string(), label: message, earliestOn: z.string().nullable() }).nullable(),
  /** first day the rules allow a ceremony to one of them */
  earliestOn: z.string().nullable(),
  /** days that half of those admitted before needed from here to the ceremony */
  usualDays: z.number().nullable(),
});
export type OutlookGroup = z.output<typeof outlookGroup>;

export const outlookRaise = z.object({
  kind: z.enum(['class', 'reply', 'step']),
  step: z.string(),
  label: message,
  /** class or place asked */
  name: z.string().nullable(),
  on: z.string().nullable(),
  cases: z.number(),
  /** percentage points; null where so few are concerned that it would be a number about a person */
  points: z.number().nullable(),
  href: z.string(),
});
export type OutlookRaise = z.output<typeof outlookRaise>;

export const outlookView = z.object({
  period: z.object({ key: z.string(), from: z.string(), to: z.string() }),
  on: z.string(),
  elapsed: z.object({ days: z.number(), of: z.number(), share: z.number() }),
  line: outlookLine,
  groups: z.array(outlookGroup),
  /** expected by the end from persons who are on no list yet, rounded */
  comers: z.number().nullable(),
  raise: z.array(outlookRaise),
  learned: z.object({
    since: z.string().nullable(),
    until: z.string(),
    periods: z.number(),
    /** at least so many, in a round number: they are admissions of all units, many of them out of the reader’s reach */
    admissions: z.number(),
  }),
  ready: z.boolean(),
  asOf: z.string(),
});
export type OutlookView = z.output<typeof outlookView>;
