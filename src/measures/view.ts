// What the API of measures, urgings and yearly results accepts and answers, as pages and routes share it.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { typedCode } from '../platform/entry.ts';
import { normalise } from '../platform/text.ts';
import { periodKey } from '../plans/period.ts';
import { amountView, attainmentView, countView, statuses } from '../plans/view.ts';
import { findFigure } from '../statistics/figure.ts';
import { frozenLine, levels } from './rating.ts';
import { mostUrged } from './urging.ts';

const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
const id = z.coerce.number().int().positive().max(2_147_483_647);
const clientId = z.uuid();
/** A figure that targets are set for. */
const figureId = z.string().refine((code) => findFigure(code)?.target, 'figure');
const line = (least: number) =>
  z.string().max(2000).transform(normalise).pipe(z.string().min(least).max(300));
const message = z.object({ vi: z.string(), en: z.string() });
const paper = z.object({ id: z.string(), label: z.string() }).nullable();

// ---- measures: asked

export const measuresQuery = z.object({
  unit: id,
  period: periodKey.optional(),
  /** also of everything below */
  below: z.stringbool().default(false),
  open: z.stringbool().default(false),
});
export type MeasuresQuery = z.output<typeof measuresQuery>;
const given = {
  figure: figureId.nullable().default(null),
  what: line(3),
  officeId: z.int().positive(),
  dueOn: day,
  documentId: z.uuid().nullable().default(null),
};
export const measureBody = z.object({
  clientId,
  unitId: z.int().positive(),
  period: periodKey,
  happenedOn: day,
  ...given,
});
export type MeasureBody = z.output<typeof measureBody>;
export const changeBody = z.object({
  clientId,
  version: z.int(),
  reason: line(3).nullable().default(null),
  ...given,
});
export type ChangeBody = z.output<typeof changeBody>;
export const endBody = z.object({ clientId, happenedOn: day, outcome: line(3) });
export type EndBody = z.output<typeof endBody>;
export const plainBody = z.object({ clientId });

// ---- measures: answered

export const ownerView = z.object({
  officeId: z.int(),
  kind: z.string(),
  label: message,
  unitName: z.string(),
  /** who holds it; null where nobody does */
  holder: z.string().nullable(),
  /** false: the office has ended, the work is its successor’s until somebody gives it anew */
  inForce: z.boolean(),
});
export type OwnerView = z.output<typeof ownerView>;

export const measureView = z.object({
  id: z.string(),
  unitId: z.int(),
  unitName: z.string(),
  unitEndedOn: z.string().nullable(),
  period: z.string(),
  figure: z.string().nullable(),
  what: z.string(),
  owner: ownerView,
  plannedOn: z.string(),
  dueOn: z.string(),
  /** days by which an open one is behind */
  lateDays: z.int().nullable(),
  document: paper,
  state: z.enum(['open', 'done', 'dropped']),
  endedOn: z.string().nullable(),
  outcome: z.string().nullable(),
  version: z.int(),
  can: z.array(z.enum(['done', 'drop', 'change', 'reopen', 'withdraw'])),
});
export type MeasureView = z.output<typeof measureView>;

export const measureEvent = z.object({
  id: z.string(),
  kind: z.enum(['planned', 'changed', 'done', 'dropped', 'reopened']),
  on: z.string().nullable(),
  at: z.string(),
  by: z.string(),
  words: z.string().nullable(),
});
export const oneMeasure = measureView.extend({ history: z.array(measureEvent) });
export type OneMeasure = z.output<typeof oneMeasure>;

export const responsibleView = z.object({
  name: z.string(),
  /** the offices the person holds today, nearest first; empty: holds none any more */
  offices: z.array(z.object({ label: message, unitName: z.string() })),
});
export const measuresAnswer = z.object({
  items: z.array(measureView),
  total: z.int(),
  /** the unit has a plan for this period */
  plan: z.boolean(),
  /** who answers for it */
  responsible: responsibleView.nullable(),
  asOf: z.string(),
  can: z.array(z.enum(['plan'])),
});
export type MeasuresAnswer = z.output<typeof measuresAnswer>;
export const ownersAnswer = z.object({ items: z.array(ownerView) });

// ---- urgings

export const urgingsQuery = z.object({
  unit: id,
  /** written to this unit · written by it · within its branch, whoever wrote */
  box: z.enum(['to', 'from', 'branch']),
  period: periodKey.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
});
export type UrgingsQuery = z.output<typeof urgingsQuery>;
export const urgingBody = z.object({
  clientId,
  to: z.array(z.int().positive()).min(1).max(mostUrged),
  period: periodKey,
  figure: figureId.nullable().default(null),
  words: line(3),
  documentId: z.uuid().nullable().default(null),
  answerBy: day.nullable().default(null),
});
export type UrgingBody = z.output<typeof urgingBody>;
/** `over`: the answer that this one takes the place of, as its writer saw it */
export const answerBody = z.object({ clientId, words: line(2), over: z.uuid().nullable().default(null) });
export type AnswerBody = z.output<typeof answerBody>;
export const takeBackBody = z.object({ clientId, reason: line(3) });

export const urgedView = z.object({
  unitId: z.int(),
  unitName: z.string(),
  endedOn: z.string().nullable(),
  /** no office of this unit is in force today: nobody can open it */
  nobody: z.boolean(),
  receipts: z.array(z.object({ office: message, by: z.string(), at: z.string() })),
  answer: z
    .object({ entry: z.string(), words: z.string(), on: z.string().nullable(), by: z.string() })
    .nullable(),
  /** the day for the answer is past and there is none */
  late: z.boolean(),
  can: z.array(z.enum(['read', 'answer'])),
});
export type UrgedView = z.output<typeof urgedView>;
export const urgingView = z.object({
  id: z.string(),
  fromUnitId: z.int(),
  fromUnit: z.string(),
  from: z.string(),
  fromOffice: message.nullable(),
  period: z.string(),
  figure: z.string().nullable(),
  /** null: the reader is of the unit addressed and has not opened it */
  words: z.string().nullable(),
  document: paper,
  answerBy: z.string().nullable(),
  sentOn: z.string(),
  withdrawn: z.object({ on: z.string(), ground: z.string() }).nullable(),
  units: z.array(urgedView),
  can: z.array(z.enum(['take_back'])),
});
export type UrgingView = z.output<typeof urgingView>;
export const urgingsAnswer = z.object({
  items: z.array(urgingView),
  total: z.int(),
  next: z.string().nullable(),
  asOf: z.string(),
  can: z.array(z.enum(['urge'])),
});
export type UrgingsAnswer = z.output<typeof urgingsAnswer>;

export const suggestQuery = z.object({
  unit: id,
  period: periodKey,
  figure: figureId.default('admission'),
});
export const suggestedView = z.object({
  unitId: z.int(),
  name: z.string(),
  assigned: amountView.nullable(),
  done: countView,
  attainment: attainmentView,
  behind: z.boolean(),
  /** the unit itself, or directly below it */
  near: z.boolean(),
  lastUrgedOn: z.string().nullable(),
  nobody: z.boolean(),
});
export type Suggested = z.output<typeof suggestedView>;
export const suggestAnswer = z.object({ items: z.array(suggestedView), asOf: z.string() });

export const ruleBody = z
  .object({
    clientId,
    unitId: z.int().positive(),
    on: z.boolean(),
    figures: z.array(figureId).max(20).default(['admission']),
  })
  .refine(({ on, figures }) => !on || figures.length > 0, { path: ['figures'] });
export const ruleView = z.object({
  unitId: z.int(),
  on: z.boolean(),
  since: z.string().nullable(),
  figures: z.array(z.string()),
  can: z.array(z.enum(['set'])),
});
export type RuleView = z.output<typeof ruleView>;
export const autoView = z.object({
  items: z.array(
    z.object({
      figure: z.string(),
      by: z.object({ unitId: z.int(), name: z.string() }),
      assigned: amountView.nullable(),
      done: countView,
      attainment: attainmentView,
    }),
  ),
});
export type AutoView = z.output<typeof autoView>;

// ---- the result of a year

export const resultQuery = z.object({ year: z.coerce.number().int().min(1930).max(2100) });
export const resultLine = frozenLine.extend({ attainment: attainmentView });
export type ResultLine = z.output<typeof resultLine>;
const decisionView = z.object({
  number: z.string().nullable(),
  on: z.string().nullable(),
  by: z.string().nullable(),
});
export const ratingView = z.object({
  entry: z.string(),
  level: z.enum(levels),
  ratedOn: z.string(),
  asOf: z.string(),
  decision: decisionView,
  document: paper,
  lines: z.array(frozenLine),
  /** what would be counted today differs from what was frozen */
  differs: z.boolean(),
  can: z.array(z.enum(['withdraw'])),
});
export const qualityView = z
  .object({
    count: z.int(),
    women: z.int(),
    degree: z.int(),
    notRecognised: z.int(),
    removed: z.int(),
  })
  .nullable();
export const resultView = z.object({
  unitId: z.int(),
  name: z.string(),
  kind: z.string(),
  year: z.int(),
  /** last day counted: 31 December, or today while the year runs */
  asOf: z.string(),
  /** the year is over: nothing more happens in it */
  over: z.boolean(),
  lines: z.array(resultLine),
  /** names these numbers: sent with the rating, so that nobody rates on numbers that have changed since */
  seen: z.string(),
  quality: qualityView,
  measures: z.object({ done: z.int(), dropped: z.int(), open: z.int(), late: z.int() }),
  rating: ratingView.nullable(),
  can: z.array(z.enum(['rate'])),
});
export type ResultView = z.output<typeof resultView>;
export const rateBody = z.object({
  clientId,
  year: z.int().min(1930).max(2100),
  level: z.enum(levels),
  happenedOn: day,
  decision: z.object({
    number: typedCode.nullable().default(null),
    on: day.nullable().default(null),
    by: line(2).nullable().default(null),
  }),
  documentId: z.uuid().nullable().default(null),
  /** the rating that this one takes the place of; null = there was none */
  over: z.uuid().nullable().default(null),
  /** the numbers that the writer saw: where others have come since, nothing is written */
  seen: z.string().max(64),
});
export type RateBody = z.output<typeof rateBody>;

export const commendQuery = z.object({ unit: id, year: z.coerce.number().int().min(1930).max(2100) });
export const commendView = z.object({
  unitId: z.int(),
  name: z.string(),
  lines: z.array(
    z.object({
      figure: z.string(),
      assigned: amountView.nullable(),
      registered: amountView.nullable(),
      done: countView,
      status: z.enum(statuses),
      /** reached what it had registered itself; null: registered nothing that has a number */
      kept: z.boolean().nullable(),
    }),
  ),
  quality: qualityView,
  measures: z.object({ done: z.int(), dropped: z.int(), open: z.int(), late: z.int() }),
  level: z.enum(levels).nullable(),
  /** all it was given and all it had registered is reached, and nothing of quality speaks against */
  worthy: z.boolean(),
  /** what to look at first */
  remarks: z.array(z.enum(['behind', 'not_kept', 'not_recognised', 'removed', 'late_measures', 'no_target'])),
});
export type CommendView = z.output<typeof commendView>;
export const commendAnswer = z.object({
  year: z.int(),
  asOf: z.string(),
  items: z.array(commendView),
  total: z.int(),
});
