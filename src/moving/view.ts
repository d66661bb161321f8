// What the routes of moving and of returns accept and answer: one contract for server, browser and the API description.
import { z } from 'zod';
import { typedCode } from '../platform/entry.ts';
import { isDay, isPartialDay } from '../platform/day.ts';
import { messageView } from '../road/verdict-view.ts';
import { arrivalStages, declineReasons, moveReasons, takeBackReasons } from './state.ts';

const uuid = z.uuid();
const clientId = uuid;
const day = z.string().refine(isDay, 'not a day');
const partialDay = z.string().refine(isPartialDay, 'not a day, month or year');
const unitId = z.coerce.number().int().positive().max(2_147_483_647);
const partial = z.string().nullable();
const paper = z.object({ number: typedCode, on: day });
const message = z.string().trim().max(2000).nullish();
const consent = z.object({ reason: z.string().trim().min(5).max(2000) }).nullish();
const place = z.string().trim().min(3).max(200);

export const proposeBody = z.object({
  clientId,
  dossierId: uuid,
  happenedOn: day,
  /** an organisation that keeps its book here, or the name of one that does not */
  to: z.union([z.object({ unitId: z.int().positive() }), z.object({ place })]),
  reason: z.enum(moveReasons),
  orderOn: day.nullish(),
  sentUp: z.boolean().nullish(),
  sameCommittee: z.boolean().nullish(),
  letter: paper.nullish(),
  message,
  consent,
});
export type ProposeBody = z.output<typeof proposeBody>;

export const acceptBody = z.object({
  clientId,
  happenedOn: day,
  /** cell that keeps the candidate, when the hand-over is addressed to the committee above it */
  unitId: z.int().positive().nullish(),
  receipt: paper,
  fileReceivedOn: day.nullish(),
  helper: z.object({ helper: uuid, resolution: paper, togetherSince: partialDay.nullish() }).nullish(),
  consent,
});
export type AcceptBody = z.output<typeof acceptBody>;

export const declineBody = z.object({ clientId, happenedOn: day, why: z.enum(declineReasons), message });
export type DeclineBody = z.output<typeof declineBody>;
export const takeBackBody = z.object({ clientId, happenedOn: day, why: z.enum(takeBackReasons), message });
export type TakeBackBody = z.output<typeof takeBackBody>;

export const arriveBody = z.object({
  clientId,
  happenedOn: day,
  unitId: z.int().positive(),
  person: z.object({
    fullName: z.string().max(80),
    bornOn: partialDay.nullish(),
    sex: z.string().max(10).nullish(),
  }),
  from: place,
  stage: z.enum(arrivalStages),
  sentUp: z.boolean().nullish(),
  certificateOn: partialDay.nullish(),
  helpedOn: partialDay.nullish(),
  letter: paper.nullish(),
  receipt: paper,
  fileReceivedOn: day.nullish(),
  /** the writer has looked at the alike persons and goes on */
  sure: z.boolean().optional(),
  consent,
});
export type ArriveBody = z.output<typeof arriveBody>;

export const sides = ['out', 'in', 'done'] as const;
export const listQuery = z.object({
  side: z.enum(sides).default('in'),
  unit: unitId.optional(),
  q: z.string().max(100).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListQuery = z.output<typeof listQuery>;

const end = z.object({ unitId: z.number().nullable(), name: z.string(), trail: z.string().nullable() });
const paperView = z.object({ number: z.string().nullable(), on: partial });

export const handoverRow = z.object({
  id: uuid,
  dossierId: uuid,
  /** null where the hand-over is over and the candidate never came here */
  fullName: z.string().nullable(),
  bornOn: partial,
  from: end,
  to: end,
  state: z.enum(['open', 'accepted', 'declined', 'taken_back', 'left', 'arrived']),
  reason: z.string(),
  stage: z.string(),
  months: z.number().nullable(),
  proposedOn: z.string(),
  answeredOn: partial,
  /** days for which an open one has waited */
  waitingDays: z.number().nullable(),
  /** the dossier lies within this reader's reach */
  opens: z.boolean(),
});
export type HandoverItem = z.infer<typeof handoverRow>;
export const handoverList = z.object({
  items: z.array(handoverRow),
  total: z.number(),
  next: z.string().nullable(),
  asOf: z.string(),
});

/** What both organisations see of one candidate while the hand-over is open; the dossier itself stays with its owner. */
export const sharedView = z.object({
  sex: partial,
  education: partial,
  residence: partial,
  workplace: partial,
  phone: partial,
  stage: z.string(),
  stageOn: partial,
  certificateOn: partial,
  certificateUntil: partial,
  helperName: partial,
  helpedOn: partial,
  steps: z.array(z.object({ label: messageView, on: partial })),
  papersHeld: z.number(),
  papersMissing: z.number(),
  owner: z.string(),
});
export type SharedView = z.infer<typeof sharedView>;

export const handoverView = handoverRow.extend({
  orderOn: partial,
  sentUp: z.boolean().nullable(),
  sameCommittee: z.boolean().nullable(),
  /** how far the file had come: which row of the rule applies */
  case: z.enum(['early', 'helped', 'resolved', 'sent_up', 'decided', 'probation']),
  letter: paperView.nullable(),
  message: partial,
  proposedBy: partial,
  answeredBy: partial,
  receipt: paperView.nullable(),
  helperName: partial,
  placedIn: partial,
  why: partial,
  answer: partial,
  shared: sharedView.nullable(),
  /** days that the rule sets, with their articles */
  deadlines: z.array(
    z.object({ label: messageView, startsOn: z.string(), dueOn: partial, lateDays: z.number().nullable() }),
  ),
  /** cells in which the candidate may be placed, when the hand-over is addressed to a committee */
  cells: z.array(z.object({ id: z.number(), name: z.string() })),
  /** the printed sheet of the act that went with it */
  sheet: partial,
  /** accept · decline · take_back */
  can: z.array(z.string()),
});
export type HandoverView = z.infer<typeof handoverView>;

const destination = z.object({
  id: z.number(),
  name: z.string(),
  trail: z.string(),
  /** somebody there can answer in Nguồn */
  answers: z.boolean(),
  cell: z.boolean(),
});
export type Destination = z.infer<typeof destination>;
export const destinationList = z.object({
  items: z.array(destination),
  total: z.number(),
  next: z.null(),
  asOf: z.string(),
});

/** What the dossier page shows of moving. */
export const aboutView = z.object({
  open: handoverView.nullable(),
  past: z.array(handoverRow),
  case: handoverView.shape.case,
  months: z.number().nullable(),
  workplace: partial,
  /** organisations outside that the workplace seems to be; empty = none keeps its book here */
  suggested: z.array(destination),
  /** the workplace names nothing near the cell */
  outside: z.boolean(),
  /** 'propose' */
  can: z.array(z.string()),
});
export type AboutView = z.infer<typeof aboutView>;

export const suggestionView = z.object({
  dossierId: uuid,
  fullName: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  workplace: z.string(),
  to: destination,
});
export type Suggestion = z.infer<typeof suggestionView>;

export const awayView = z.object({
  dossierId: uuid,
  fullName: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  reason: z.string().nullable(),
  since: partial,
  expected: partial,
  keptBy: z.string().nullable(),
  /** the expected return has passed */
  late: z.boolean(),
});
export type Away = z.infer<typeof awayView>;

export const countsView = z.object({
  out: z.number(),
  in: z.number(),
  away: z.number(),
  overdue: z.number(),
});
export type Counts = z.infer<typeof countsView>;

/** How often files come back, and why. */
export const returnsQuery = z.object({
  unit: unitId.optional(),
  from: day.optional(),
  to: day.optional(),
});
const cut = z.object({ id: z.string(), name: z.string(), returns: z.number(), files: z.number() });
export const returnsView = z.object({
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  /** returns in the period, files they hit, files that were handed up or opened within reach */
  returns: z.number(),
  files: z.number(),
  handled: z.number(),
  /** files that came back more than once since they were opened: above the target of at most one */
  above: z.number(),
  waiting: z.number(),
  medianDays: z.number().nullable(),
  what: z.array(z.object({ code: z.string(), label: messageView, returns: z.number() })),
  cells: z.array(cut),
  communes: z.array(cut),
  months: z.array(z.object({ month: z.string(), returns: z.number() })),
  items: z.array(
    z.object({
      dossierId: uuid,
      fullName: z.string(),
      unitName: z.string(),
      count: z.number(),
      lastOn: z.string(),
      back: partial,
      what: z.array(messageView),
    }),
  ),
});
export type ReturnsView = z.infer<typeof returnsView>;
