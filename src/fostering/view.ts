// What the routes of fostering answer and accept: one contract for server, browser and the description of the API.
import { z } from 'zod';
import { day, partialDay } from '../road/view.ts';
import { fosteringSteps } from './fostering.ts';

const uuid = z.uuid();
const partial = z.string().nullable();
const unit = z.coerce.number().int().positive().max(2_147_483_647).optional();
const flag = z
  .enum(['true', 'false', '1', '0'])
  .optional()
  .transform((value) => value === 'true' || value === '1');
const paging = {
  unit,
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const listed = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number(), next: z.string().nullable(), asOf: z.string() });

export const groups = ['list', 'nominated', 'probation'] as const;
export type Group = (typeof groups)[number];
export const marks = ['stale', 'paused', 'chosen', 'unassessed', 'untold'] as const;
export type Mark = (typeof marks)[number];

/** A person on the list of a cell. */
export const followedRow = z.object({
  id: uuid,
  version: z.number(),
  fullName: z.string(),
  bornOn: partial,
  unitId: z.number(),
  unitName: z.string(),
  stage: z.string(),
  stageOn: partial,
  helperId: uuid.nullable(),
  helperName: z.string().nullable(),
  lastTouchOn: partial,
  /** more days than the committee allows since anybody met this person */
  stale: z.boolean(),
  contactDays: z.number().nullable(),
  pausedOn: partial,
  /** newest year the cell chose this person for */
  chosenYear: z.number().nullable(),
  /** the assessment of this half-year is written, or none is due at this stage */
  assessed: z.boolean(),
  informedOn: partial,
});
export const followedQuery = z.object({
  ...paging,
  group: z.enum(groups).optional(),
  stage: z.string().max(40).optional(),
  mark: z.enum(marks).optional(),
  helper: uuid.optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(['name', '-name', 'touch', '-touch']).optional(),
});
export const followedList = listed(followedRow).extend({
  counts: z.object({ groups: z.record(z.string(), z.number()), marks: z.record(z.string(), z.number()) }),
  helpers: z.array(z.object({ id: uuid, name: z.string() })),
});

/** One act of fostering, taken without having seen the newest state: it adds, it changes nothing. */
export const fosterBody = z.object({
  clientId: uuid,
  step: z.enum(fosteringSteps),
  happenedOn: day,
  inputs: z.record(z.string().max(60), z.unknown()),
  onBehalf: z.object({ number: z.string().trim().min(1).max(60), on: day }).nullish(),
});
export const fosterDone = z.object({ id: uuid, entry: uuid });

const document = z.object({
  number: z.string().trim().min(1).max(60),
  on: day,
  by: z.string().trim().max(200).nullish(),
});

export const outcomeLine = z.object({
  id: uuid,
  name: z.string(),
  step: z.string(),
  outcome: z.enum(['allowed', 'refused', 'needs_consent', 'unverified', 'undetermined']),
  /** why it would not be written; null when it would */
  why: z.object({ vi: z.string(), en: z.string() }).nullable(),
});
export const manyView = z.object({
  done: z.array(outcomeLine),
  left: z.array(outcomeLine),
});
export const previewView = z.object({ lines: z.array(outcomeLine), already: z.boolean() });

export const reviewChoices = ['list', 'keep', 'strike'] as const;
/** The monthly review: who goes on, who goes off, by one resolution. */
export const reviewBody = z.object({
  clientId: uuid,
  unitId: z.int().positive(),
  resolution: document,
  lines: z
    .array(
      z.object({
        id: uuid,
        choice: z.enum(['list', 'strike']),
        reason: z.string().max(40).nullish(),
        parentOpinion: z.boolean().optional(),
      }),
    )
    .max(500),
});
export const reviewRow = z.object({
  id: uuid,
  name: z.string(),
  bornOn: partial,
  stage: z.string(),
  stageOn: partial,
  helperName: z.string().nullable(),
  lastTouchOn: partial,
  informedOn: partial,
  pausedOn: partial,
});
export const reviewPage = z.object({
  unit: z.object({ id: z.number(), name: z.string() }),
  rows: z.array(reviewRow),
  /** the period that is still to be reviewed, 'YYYY-MM'; null when no period is open */
  period: z.string().nullable(),
  reasons: z.array(z.object({ code: z.string(), label: z.object({ vi: z.string(), en: z.string() }) })),
  held: z.array(
    z.object({
      number: z.string(),
      on: z.string(),
      added: z.number(),
      removed: z.number(),
      routine: uuid.nullable(),
    }),
  ),
  can: z.array(z.string()),
});
export const undoBody = z.object({
  clientId: uuid,
  unitId: z.int().positive(),
  number: z.string().max(60),
  on: day,
  reason: z.string().trim().min(5).max(2000),
});
export const undoneView = z.object({
  done: z.number(),
  left: z.array(z.object({ id: uuid, name: z.string(), why: z.object({ vi: z.string(), en: z.string() }) })),
});
export const sheetQuery = z.object({
  unit: z.coerce.number().int().positive(),
  number: z.string().max(60),
  on: day,
});
export const sheetPerson = z.object({ name: z.string(), bornOn: partial, reason: z.string().nullable() });
export const reviewSheet = z.object({
  unit: z.string(),
  superior: z.string().nullable(),
  place: z.string().nullable(),
  number: z.string(),
  on: z.string(),
  added: z.array(sheetPerson),
  removed: z.array(sheetPerson),
  kept: z.array(sheetPerson),
  watermark: z.object({ vi: z.string(), en: z.string() }).nullable(),
});

export const assessQuery = z.object({
  unit,
  year: z.coerce.number().int().min(2000).max(2100),
  half: z.enum(['h1', 'h2']),
});
const words = z.string().nullable();
export const assessRow = z.object({
  id: uuid,
  name: z.string(),
  unitName: z.string(),
  stage: z.string(),
  helperName: z.string().nullable(),
  assessment: z
    .object({ assessedOn: partial, motive: words, striving: words, achievement: words, recognised: words })
    .nullable(),
  /** the newest assessment before this half-year */
  before: z
    .object({
      year: z.number(),
      half: z.string(),
      motive: words,
      striving: words,
      achievement: words,
      recognised: words,
    })
    .nullable(),
  notes: z.number(),
  tasks: z.number(),
});
export const assessList = z.object({ items: z.array(assessRow), total: z.number(), missing: z.number() });

export const consentRow = z.object({
  id: uuid,
  name: z.string(),
  unitName: z.string(),
  stage: z.string(),
  informedOn: partial,
  informedBy: z.string().nullable(),
  agreed: z.boolean().nullable(),
});
export const consentList = listed(consentRow).extend({ missing: z.number() });
export const consentQuery = z.object({ ...paging, missing: flag });

/** What a helper sees on the phone. */
export const taskView = z.object({
  entry: uuid,
  givenOn: partial,
  untilOn: partial,
  kind: words,
  words: words,
  result: words,
  doneOn: partial,
  late: z.boolean(),
});
export const myCharge = z.object({
  id: uuid,
  name: z.string(),
  unitName: z.string(),
  stage: z.string(),
  since: partial,
  lastTouchOn: partial,
  pausedOn: partial,
  /** months without a note since the charge began, newest first, at most twelve */
  missing: z.array(z.string()),
  notes: z.array(z.object({ month: z.string(), state: words, notedOn: partial, did: words, needs: words })),
  tasks: z.array(taskView),
  mayNote: z.boolean(),
});
export const myCharges = z.object({
  me: z.object({ id: uuid, name: z.string() }).nullable(),
  items: z.array(myCharge),
  profile: z.enum(['A', 'B', 'C']),
  today: z.string(),
});

export const missingNote = z.object({
  id: uuid,
  name: z.string(),
  unitName: z.string(),
  helperId: uuid,
  helperName: z.string(),
  lastMonth: z.string().nullable(),
});
export const missingList = listed(missingNote).extend({ month: z.string(), expected: z.number() });
export const missingQuery = z.object({
  ...paging,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});

export const helperLoad = z.object({
  helperId: uuid,
  name: z.string(),
  unitName: z.string(),
  charges: z.number(),
  most: z.number().nullable(),
  over: z.boolean(),
  people: z.array(z.object({ id: uuid, name: z.string(), stage: z.string(), since: partial })),
  missing: z.number(),
});
export const loadList = listed(helperLoad);
export const loadQuery = z.object(paging);
/** A helper who left, and whose hand-over note is not written. */
export const handOverRow = z.object({
  id: uuid,
  name: z.string(),
  unitName: z.string(),
  helperId: uuid,
  helperName: z.string(),
  fromOn: partial,
  replacedOn: z.string(),
});
export const handOverList = z.object({ items: z.array(handOverRow), total: z.number() });

export const chargeHistory = z.object({
  helper: z.object({ id: uuid, name: z.string() }),
  items: z.array(
    z.object({
      id: uuid,
      name: z.string().nullable(),
      fromOn: partial,
      toOn: partial,
      state: z.enum(['open', 'replaced', 'recognised', 'not_recognised', 'closed', 'erased']),
      notes: z.number(),
    }),
  ),
});
/** Somebody admitted whose probation ended without recognition, and who had helped. */
export const unrecognisedRow = z.object({
  helperId: uuid,
  helperName: z.string(),
  unitName: z.string(),
  id: uuid,
  name: z.string().nullable(),
  fromOn: partial,
  toOn: partial,
  closedOn: partial,
  closedAs: z.string(),
});
export const unrecognisedList = listed(unrecognisedRow);

export const expiryRow = z.object({
  id: uuid,
  personId: uuid,
  name: z.string(),
  unitName: z.string(),
  closedAs: z.string(),
  closedOn: z.string(),
  expiresOn: z.string(),
  due: z.boolean(),
  /** what stands in the way of erasing; null when nothing does */
  kept: z.object({ vi: z.string(), en: z.string() }).nullable(),
});
export const expiryList = z.object({
  items: z.array(expiryRow),
  due: z.number(),
  soon: z.number(),
  /** months set by the committee of the reader; null when none has set it */
  months: z.number().nullable(),
  warningDays: z.number().nullable(),
  can: z.array(z.string()),
});
export const eraseBody = z.object({ clientId: uuid, ids: z.array(uuid).min(1).max(200) });
export const erasedView = z.object({
  done: z.number(),
  left: z.array(z.object({ id: uuid, why: z.object({ vi: z.string(), en: z.string() }) })),
});

export { partialDay };
export type FollowedRow = z.infer<typeof followedRow>;
export type FollowedQuery = z.output<typeof followedQuery>;
export type FollowedList = z.infer<typeof followedList>;
export type FosterBody = z.output<typeof fosterBody>;
export type OutcomeLine = z.infer<typeof outcomeLine>;
export type ManyView = z.infer<typeof manyView>;
export type PreviewView = z.infer<typeof previewView>;
export type ReviewBody = z.output<typeof reviewBody>;
export type ReviewPage = z.infer<typeof reviewPage>;
export type ReviewRow = z.infer<typeof reviewRow>;
export type ReviewSheet = z.infer<typeof reviewSheet>;
export type UndoBody = z.output<typeof undoBody>;
export type UndoneView = z.infer<typeof undoneView>;
export type AssessList = z.infer<typeof assessList>;
export type AssessRow = z.infer<typeof assessRow>;
export type ConsentRow = z.infer<typeof consentRow>;
export type ConsentList = z.infer<typeof consentList>;
export type MyCharge = z.infer<typeof myCharge>;
export type MyCharges = z.infer<typeof myCharges>;
export type TaskView = z.infer<typeof taskView>;
export type MissingNote = z.infer<typeof missingNote>;
export type MissingList = z.infer<typeof missingList>;
export type HelperLoad = z.infer<typeof helperLoad>;
export type HandOverRow = z.infer<typeof handOverRow>;
export type ChargeHistory = z.infer<typeof chargeHistory>;
export type UnrecognisedRow = z.infer<typeof unrecognisedRow>;
export type UnrecognisedList = z.infer<typeof unrecognisedList>;
export type ExpiryRow = z.infer<typeof expiryRow>;
export type ExpiryList = z.infer<typeof expiryList>;
export type ErasedView = z.infer<typeof erasedView>;
