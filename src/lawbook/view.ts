// What the lawbook's routes accept and answer: what committees laid over the shipped rules, the calendar, what a
// change would do, the cases that prove a rule. One contract for server, pages and the description of the API.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { typedCode } from '../platform/entry.ts';
import { normalise } from '../platform/text.ts';
import { caseKinds } from '../worklist/due.ts';
import { provisionValue } from './provision.ts';

const day = z.string().refine(isDay, 'not a day');
const clientId = z.uuid();
const words = (most: number, least = 2) =>
  z.string().max(2000).transform(normalise).pipe(z.string().min(least).max(most));
const messageView = z.object({ vi: z.string(), en: z.string() });
const unitId = z.int().positive().max(2_147_483_647);

/** Number, day and body of a decision. */
const paperBody = z.object({ number: typedCode, on: day, by: words(200) });

export const provisionKinds = ['confirm', 'fill', 'stricter'] as const;

export const provisionBody = z.object({
  clientId,
  kind: z.enum(provisionKinds),
  parameter: z.string().max(80),
  unitId,
  fromOn: day,
  /** nothing for a confirmation */
  value: provisionValue.nullable().default(null),
  document: paperBody,
  clause: words(120, 1),
  decidedBy: words(200),
});
export const endBody = z.object({ clientId, fromOn: day, document: paperBody });

export const paperView = z.object({ number: z.string(), on: z.string(), by: z.string() });

/** coming = not yet begun; ended = over; void = ended before it ever held. */
export const provisionStates = ['coming', 'in_force', 'ended', 'void'] as const;

export const provisionView = z.object({
  id: z.uuid(),
  kind: z.enum(provisionKinds),
  parameter: z.string(),
  label: messageView,
  unitId: z.number(),
  unitName: z.string(),
  path: z.string(),
  fromOn: z.string(),
  /** last day in force, null while no end is set */
  untilOn: z.string().nullable(),
  value: z.unknown(),
  document: paperView,
  clause: z.string(),
  decidedBy: z.string(),
  state: z.enum(provisionStates),
  recordedAt: z.string(),
  /** null where the reader may not see the officers of that unit */
  recordedBy: z.string().nullable(),
  ended: z
    .object({
      /** first day without it */
      fromOn: z.string(),
      document: paperView,
      recordedAt: z.string(),
      recordedBy: z.string().nullable(),
    })
    .nullable(),
  /** 'end' */
  can: z.array(z.string()),
});
export const provisionList = z.object({
  items: z.array(provisionView),
  total: z.number(),
  asOf: z.string(),
  /** committees for which this reader may decide, highest first */
  committees: z.array(z.object({ id: z.number(), name: z.string() })),
});

export const effects = ['off', 'work', 'plain'] as const;
export const statuses = ['projection', 'announced'] as const;
const editFields = {
  date: day,
  effect: z.enum(effects),
  kind: z.string().regex(/^[a-z][a-z_]{1,30}$/),
  note: words(200),
  source: words(200),
  status: z.enum(statuses),
};
export const calendarBody = z.object({ clientId, ...editFields });
export const takeBackBody = z.object({ clientId, reason: words(300, 3) });

const calendarRow = z.object({
  date: z.string(),
  effect: z.enum(effects),
  kind: z.string(),
  note: z.string(),
  /** null where the shipped calendar names none */
  source: z.string().nullable(),
  status: z.string(),
});
export const calendarDay = calendarRow.extend({
  /** in the shipped file; reckoned from the law for years after it; laid over both by an entry */
  origin: z.enum(['shipped', 'reckoned', 'edit']),
  /** what is said of the day below an edit */
  below: calendarRow.nullable(),
  /** entry to take back; null for a row that is no edit */
  entry: z.string().nullable(),
  recordedAt: z.string().nullable(),
  recordedBy: z.string().nullable(),
  /** 'withdraw' */
  can: z.array(z.string()),
});
export const calendarYear = z.object({
  year: z.number(),
  /** null where the calendar does not reach */
  workingDays: z.number().nullable(),
  status: z.enum(['confirmed', 'recalled', 'projection']).nullable(),
  /** years that the calendar knows, and the last one of the shipped file */
  covers: z.object({ from: z.number(), to: z.number(), shippedTo: z.number() }),
  items: z.array(calendarDay),
  holidays: z.array(z.object({ date: z.string(), name: z.string() }).loose()),
  /** 'write' */
  can: z.array(z.string()),
});

export const valueDraft = z.object({
  parameter: z.string().max(80),
  value: provisionValue.nullable(),
  fromOn: day,
  unitId: unitId.nullable().default(null),
});
export const calendarDraft = z.object({ calendar: z.array(z.object(editFields)).min(1).max(60) });
export const whatIfBody = z.object({
  draft: z.union([valueDraft, calendarDraft]),
  /** under this name the asker may ask how far it is */
  ask: z.uuid().optional(),
});
export const whatIfAsk = z.object({ ask: z.uuid() });
/** Cases looked at, of how many; total null = not known yet, or nothing is asked under this name. */
export const howFarView = z.object({ looked: z.number(), total: z.number().nullable() });

const caseWords = {
  caseKind: z.enum(caseKinds),
  caseId: z.string(),
  title: z.string(),
  second: z.string().nullable(),
  href: z.string(),
  unitId: z.number(),
  unitName: z.string(),
};
const span = z.object({
  startsOn: z.string(),
  dueOn: z.string().nullable(),
  extendsTo: z.string().nullable(),
});
/** A line of the work list as it is and as it would be; null = there is none. */
export const changeView = z.object({
  ...caseWords,
  clock: z.string(),
  part: z.string(),
  label: messageView,
  before: span.nullable(),
  after: span.nullable(),
});
const nextStep = z.object({ step: z.string(), label: messageView, outcome: z.string() });
/** The next step of a case and its outcome today, as it is and as it would be. */
export const nextChangeView = z.object({
  ...caseWords,
  before: nextStep.nullable(),
  after: nextStep.nullable(),
});
export const whatIfView = z.object({
  /** what the draft would be: laid as a provision, or a change of the rule itself that no committee may lay */
  as: z.enum(['confirm', 'fill', 'stricter', 'amendment', 'calendar']),
  /** what stands in the way of recording it so */
  remarks: z.array(messageView),
  readings: z.object({ start: z.array(changeView), switch: z.array(changeView) }),
  next: z.array(nextChangeView),
  /** how many there are; the lists hold the first `limit` of each */
  totals: z.object({ start: z.number(), switch: z.number(), next: z.number() }),
  limit: z.number(),
  /** cases looked at */
  looked: z.number(),
  asOf: z.string(),
});

export const recomputeView = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** why the newest entries are not in force: the rules before them go on */
  fault: z.string().nullable(),
});

export const caseQuery = z.object({
  parameter: z.string().max(80).optional(),
  step: z.string().max(80).optional(),
});
export const caseView = z.object({
  id: z.string(),
  title: z.string(),
  file: z.string(),
  on: z.string(),
  step: z.string(),
  stepLabel: messageView.nullable(),
  /** what is given and what is expected, as the case file says it */
  facts: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
  cites: z.object({ document: z.string(), clause: z.string() }),
  arithmetic: z.string(),
  /** judged now by the shipped rules: as the case says, or not */
  agrees: z.boolean(),
  differences: z.array(z.string()),
});
export const caseList = z.object({ items: z.array(caseView), total: z.number(), agreeing: z.number() });

const said = z.object({
  outcome: z.string(),
  ruleSet: z.string(),
  passed: z.boolean().nullable(),
  leadsTo: z.string().nullable(),
});
export const rejudgedView = z.object({
  ...caseWords,
  entry: z.string(),
  step: z.string(),
  label: messageView,
  on: z.string(),
  recorded: said,
  now: said,
});
export const rejudgeList = z.object({
  items: z.array(rejudgedView),
  total: z.number(),
  /** acts judged again */
  looked: z.number(),
  asOf: z.string(),
});

export type ProvisionBody = z.output<typeof provisionBody>;
export type EndBody = z.output<typeof endBody>;
export type ProvisionView = z.infer<typeof provisionView>;
export type ProvisionList = z.infer<typeof provisionList>;
export type CalendarBody = z.output<typeof calendarBody>;
export type CalendarDay = z.infer<typeof calendarDay>;
export type CalendarYear = z.infer<typeof calendarYear>;
export type ValueDraft = z.output<typeof valueDraft>;
export type CalendarDraft = z.output<typeof calendarDraft>;
export type WhatIfBody = z.output<typeof whatIfBody>;
export type HowFarView = z.infer<typeof howFarView>;
export type WhatIfView = z.infer<typeof whatIfView>;
export type ChangeView = z.infer<typeof changeView>;
export type NextChangeView = z.infer<typeof nextChangeView>;
export type RecomputeView = z.infer<typeof recomputeView>;
export type CaseView = z.infer<typeof caseView>;
export type CaseList = z.infer<typeof caseList>;
export type RejudgedView = z.infer<typeof rejudgedView>;
export type RejudgeList = z.infer<typeof rejudgeList>;
