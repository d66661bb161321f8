// What the pages of targets are told: the tree of a period and figure, the sheet of one unit, and what may be sent.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { marks } from './amount.ts';
import { periodKey } from './period.ts';

const day = z.string().refine(isDay, 'day');
const id = z.coerce.number().int().positive().max(2_147_483_647);
const mark = z.enum(marks);

// ---- asked

export const planQuery = z.object({
  period: periodKey.optional(),
  figure: z.string().max(40).optional(),
  unit: id.optional(),
  on: day.optional(),
  /** how far below the unit: its children, or every unit of the branch (tree order) */
  view: z.enum(['children', 'all']).default('children'),
});
export type PlanQuery = z.output<typeof planQuery>;

export const sheetQuery = z.object({
  period: periodKey.optional(),
  on: day.optional(),
  /** the years that are looked back on, for trend and totals; ten when nothing is said */
  since: z.coerce.number().int().min(1930).max(2100).optional(),
  until: z.coerce.number().int().min(1930).max(2100).optional(),
});
export type SheetQuery = z.output<typeof sheetQuery>;

// ---- answered: pieces

export const periodView = z.object({
  key: z.string(),
  kind: z.enum(['year', 'years', 'term']),
  from: z.string(),
  to: z.string(),
  years: z.array(z.number()),
});
export const amountView = z.object({
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  mark,
});
export const countView = z.object({ value: z.number(), mark });
export const elapsedView = z.object({ days: z.number(), of: z.number(), share: z.number() });
/** A number between two: the same twice where the target is one number. */
export const spanView = z.object({ minimum: z.number(), maximum: z.number() });
/** A share with the mark of what it was made of. */
export const ratioView = z.object({ part: z.number(), whole: z.number(), share: z.number(), mark });
export type RatioView = z.output<typeof ratioView>;

export const statuses = [
  'met',
  'exceeded',
  'not_begun',
  'on_pace',
  'behind',
  'missed',
  'unknown',
  'none',
] as const;
export type Status = (typeof statuses)[number];
export const verdicts = ['met', 'exceeded', 'missed'] as const;
export type Verdict = (typeof verdicts)[number];

/** Shares are parts of one (0.615 = 61,5 %); counts are persons. Null = cannot be said. */
export const attainmentView = z.object({
  status: z.enum(statuses),
  /** the verdict was told and no number stands behind it */
  told: z.boolean(),
  /** done ÷ target; of a range ÷ its lower end */
  progress: z.number().nullable(),
  /** done ÷ the upper end; only for ranges */
  progressOfMaximum: z.number().nullable(),
  /** persons above the target (of a range: above its upper end), below it negative; 0 within a range */
  surplus: z.number().nullable(),
  mark,
  elapsed: elapsedView,
  expected: spanView.nullable(),
  /** done − expected, to the lower and to the upper end */
  lead: spanView.nullable(),
  /** linear: done ÷ share of the period gone */
  forecast: z.number().nullable(),
  /** forecast ÷ target (lower end) */
  forecastShare: z.number().nullable(),
  left: z.number().nullable(),
  leftToMaximum: z.number().nullable(),
  leftToAim: z.number().nullable(),
  daysLeft: z.number(),
  neededPerMonth: z.number().nullable(),
  neededPerMonthForAim: z.number().nullable(),
  /** enough admissions and enough of the period for a forecast to say something */
  enough: z.boolean(),
});
export type AttainmentView = z.output<typeof attainmentView>;

/** What a sum below says against the unit's own number. */
export const differenceView = z.object({
  state: z.enum(['even', 'over', 'under', 'both', 'open', 'none']),
  /** giao thừa: persons above the upper end */
  over: z.number(),
  /** giao thiếu: persons below the lower end */
  under: z.number(),
  mark,
  /** how many below have a target without a number: the difference is not the last word */
  unknown: z.number(),
});
export type DifferenceView = z.output<typeof differenceView>;

export const belowView = z.object({
  /** units directly below, and how many of them have this target */
  units: z.number(),
  withTarget: z.number(),
  assigned: amountView.nullable(),
  registered: amountView.nullable(),
  aim: amountView.nullable(),
  difference: z.object({
    assigned: differenceView,
    registered: differenceView,
    aim: differenceView,
  }),
  /** units whose target has no number, by name */
  unknown: z.array(z.string()),
});

export const toldPartView = z.object({
  part: z.string(),
  label: z.string().nullable(),
  value: z.number().nullable(),
  /** per mille of the told number (“một nửa” = 500) */
  share: z.number().nullable(),
  mark,
  /** what whole persons the share can mean: 5 or 6 of 11 */
  whole: z.array(z.object({ value: z.number(), share: z.number() })),
  ratio: ratioView.nullable(),
});
export const toldView = z.object({
  id: z.string(),
  figure: z.string(),
  period: z.string(),
  asOf: z.string(),
  value: z.number().nullable(),
  mark,
  verdict: z.enum(verdicts).nullable(),
  parts: z.array(toldPartView),
  /** share of the told number that the named parts come to; they may overlap, so nothing is filled up to 100 % */
  named: ratioView.nullable(),
  overlap: z.boolean(),
  source: z.string().nullable(),
  documentId: z.string().nullable(),
  recordedAt: z.string(),
  can: z.array(z.string()),
});
export type ToldView = z.output<typeof toldView>;

export const lineView = z.object({
  unitId: z.number(),
  parentId: z.number().nullable(),
  name: z.string(),
  kind: z.string(),
  cell: z.boolean(),
  /** below the unit looked at: 0 itself, 1 its children … */
  depth: z.number(),
  endedOn: z.string().nullable(),
  assigned: amountView.nullable(),
  /** the day from which the assigned number is in force */
  since: z.string().nullable(),
  given: z.enum(['above', 'outside']).nullable(),
  registered: amountView.nullable(),
  aim: amountView.nullable(),
  done: countView,
  /** what Nguồn counted itself; less than `done` where a result was told */
  counted: z.number(),
  told: z
    .object({ value: z.number().nullable(), mark, asOf: z.string(), verdict: z.enum(verdicts).nullable() })
    .nullable(),
  attainment: attainmentView,
  below: belowView,
  survey: z.object({ people: z.number().nullable(), surveyed: z.number(), cells: z.number() }).nullable(),
  pool: z.object({ open: z.number(), paused: z.number(), chosen: z.number() }).nullable(),
  members: z.number(),
  plan: z.object({ id: z.string(), state: z.string() }).nullable(),
  /** the assigned number ÷ one even year of the longer target of the unit looked at (13 of 122 = 10,7 %) */
  shareOfEven: z.number().nullable(),
  /** units directly below */
  children: z.number(),
  can: z.array(z.string()),
});
export type Line = z.output<typeof lineView>;

const figureView = z.object({
  id: z.string(),
  label: z.object({ vi: z.string(), en: z.string() }),
  parts: z.array(z.string()),
});

export const planView = z.object({
  period: periodView,
  figure: z.string(),
  on: z.string(),
  elapsed: elapsedView,
  unit: lineView,
  items: z.array(lineView),
  hasBelow: z.boolean(),
  figures: z.array(figureView),
  /** periods that have a target in this branch, newest first; the year of the day is always one */
  periods: z.array(z.string()),
  /** the day whose tree this is: the last of the period that has come, or the day asked for a unit founded since */
  tree: z.string(),
  asOf: z.string(),
  can: z.array(z.string()),
});
export type PlanView = z.output<typeof planView>;

// ---- answered: the sheet of one unit

const decisionView = z
  .object({ number: z.string().nullable(), on: z.string().nullable(), by: z.string().nullable() })
  .nullable();
/** One saying of a number: each stands from its day until the next. */
export const saidView = z.object({
  id: z.string(),
  kind: z.enum(['assigned', 'registered', 'aim']),
  period: z.string(),
  figure: z.string(),
  part: z.string(),
  amount: amountView,
  share: z.number().nullable(),
  since: z.string(),
  /** first day on which another stands; null = still in force */
  until: z.string().nullable(),
  given: z.enum(['above', 'outside']).nullable(),
  revision: z.number().nullable(),
  plan: z.string().nullable(),
  decision: decisionView,
  documentId: z.string().nullable(),
  reason: z.string().nullable(),
  why: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  can: z.array(z.string()),
});
export type SaidView = z.output<typeof saidView>;

export const structureView = z.object({
  part: z.string(),
  target: amountView.nullable(),
  /** per mille of the unit's target or, without one, of what was done */
  share: z.number().nullable(),
  done: countView.nullable(),
  ratio: ratioView.nullable(),
  /** persons this comes to; two neighbours where the share gives no whole number */
  whole: z.array(z.object({ value: z.number(), share: z.number() })),
  progress: z.number().nullable(),
  left: z.number().nullable(),
  status: z.enum(statuses),
  /** so few persons that one more or less changes the share at once */
  few: z.boolean(),
});
export type StructureView = z.output<typeof structureView>;

/** As src/statistics/quality.ts says it of those admitted in the period. */
export const qualityView = z.object({
  count: z.number(),
  women: z.number(),
  sexKnown: z.number(),
  meanAge: z.number().nullable(),
  medianAge: z.number().nullable(),
  ageKnown: z.number(),
  degree: z.number(),
  professionKnown: z.number(),
  youthUnion: z.number(),
  due: z.number(),
  recognised: z.number(),
  notRecognised: z.number(),
  waiting: z.number(),
  removed: z.number(),
});
export type QualityView = z.output<typeof qualityView>;

export const yearView = z.object({
  year: z.number(),
  done: countView,
  counted: z.number(),
  assigned: amountView.nullable(),
  aim: amountView.nullable(),
  /** the year is not over on that day */
  partYear: z.boolean(),
  /** false: the unit did not stand yet; counted for the units that stand below it now */
  standing: z.boolean(),
  attainment: attainmentView,
  quality: qualityView.nullable(),
});
export type YearView = z.output<typeof yearView>;

export const figureSheetView = z.object({
  figure: z.string(),
  line: lineView,
  structure: z.array(structureView),
  /** parts of persons overlap: their shares do not add up to the whole */
  overlap: z.boolean(),
  history: z.array(saidView),
  told: z.array(toldView),
  years: z.array(yearView),
  /** change from the year before to this one, for whole years only */
  change: z.array(z.object({ year: z.number(), share: z.number() })),
  /** the yearly targets of a longer period against its own */
  ofYears: z
    .object({
      period: z.string(),
      target: amountView,
      /** an even share of one year */
      even: z.number().nullable(),
      assigned: amountView.nullable(),
      without: z.array(z.number()),
      done: countView,
      difference: differenceView,
    })
    .nullable(),
  /** longer periods and terms that hold the period asked for */
  within: z.array(
    z.object({
      period: periodView,
      target: amountView,
      done: countView,
      attainment: attainmentView,
      /** this year's target as a share of an even year of the period */
      shareOfYear: z.number().nullable(),
    }),
  ),
});
export type FigureSheet = z.output<typeof figureSheetView>;

export const sheetView = z.object({
  period: periodView,
  on: z.string(),
  asOf: z.string(),
  elapsed: elapsedView,
  unit: z.object({
    id: z.number(),
    name: z.string(),
    kind: z.string(),
    cell: z.boolean(),
    endedOn: z.string().nullable(),
    /** units above, from the top, within reach */
    above: z.array(z.object({ id: z.number(), name: z.string() })),
  }),
  figures: z.array(figureSheetView),
  quality: qualityView,
  members: z.object({
    count: countView,
    /** admitted in the period ÷ members on the day */
    admitted: ratioView.nullable(),
    /** members without those admitted in the period, and what they grew by */
    before: z.number().nullable(),
    growth: z.number().nullable(),
    /** told parts of the members (farmers …) */
    told: toldView.nullable(),
  }),
  /** candidates before admission, by stage */
  stages: z.array(z.object({ stage: z.string(), count: z.number() })),
  /** several years together */
  window: z.object({
    since: z.number(),
    until: z.number(),
    years: z.number(),
    total: countView,
    mean: z.number(),
    ofMembers: ratioView.nullable(),
    yearlyOfMembers: ratioView.nullable(),
  }),
  can: z.array(z.string()),
});
export type SheetView = z.output<typeof sheetView>;
