// What this room answers and accepts: one contract for server, pages and the description of the API.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { groupCode, surveyYear } from './survey.ts';
import { taskKinds } from './task.ts';

const uuid = z.uuid();
const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
const partial = z.string().nullable();
const unitId = z.coerce.number().int().positive().max(2_147_483_647);
const groups = z.record(groupCode, z.int().min(0).max(100_000));
const reason = z.string().trim().min(5).max(300);
const page = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const listed = { total: z.int(), next: z.string().nullable(), asOf: z.string() };

// Survey

export const surveyQuery = z.object({ year: z.coerce.number().pipe(surveyYear), unit: unitId.optional() });
const targetLine = z
  .object({ minimum: z.int().nullable(), maximum: z.int().nullable(), aim: z.int().nullable() })
  .nullable();
export const surveyRow = z.object({
  unitId: z.int(),
  unitName: z.string(),
  unitKind: z.string(),
  /** a cell counts for itself; everything above sums its cells */
  cell: z.boolean(),
  cells: z.int(),
  surveyed: z.int(),
  groups,
  /** different people, of the cells that counted them; null where none did */
  people: z.int().nullable(),
  /** admission target of the year: the unit's own, and the lowest that its cells sum to */
  target: targetLine,
  targetBelow: z.int().nullable(),
  /** open candidacies before the ceremony */
  candidates: z.int(),
  /** cells without any of them */
  without: z.int(),
  own: z
    .object({
      entry: uuid,
      surveyedOn: z.string(),
      recordedAt: z.string(),
      recordedBy: z.string().nullable(),
    })
    .nullable(),
  /** 'record' a survey of this unit, 'withdraw' the one that stands */
  can: z.array(z.string()),
});
export const surveyAnswer = z.object({
  year: z.int(),
  unit: z.object({ id: z.int(), name: z.string(), kind: z.string(), cell: z.boolean() }),
  items: z.array(surveyRow),
  total: surveyRow.omit({ own: true, can: true, target: true }).extend({ target: targetLine }),
  /** groups put first here: by this unit and by those above it */
  priorities: z.array(z.object({ unitId: z.int(), unitName: z.string(), groups: z.array(z.string()) })),
  asOf: z.string(),
  /** 'prioritise' */
  can: z.array(z.string()),
});
export const surveyBody = z.object({
  clientId: uuid,
  unitId: z.int().positive(),
  year: surveyYear,
  happenedOn: day,
  groups,
  people: z.int().min(0).max(100_000).nullable(),
  /** the survey that stands and is corrected by this one; absent: there is none yet */
  replaces: uuid.nullish(),
});
export const withdrawBody = z.object({ clientId: uuid, reason });
export const priorityBody = z.object({
  clientId: uuid,
  unitId: z.int().positive(),
  year: surveyYear,
  groups: z.array(groupCode).max(40),
});
export const writtenView = z.object({ ok: z.literal(true), id: uuid });

// Introductions

export const nominationStates = ['waiting', 'accepted', 'returned', 'quiet'] as const;
export const nominationQuery = z.object({
  state: z.enum(nominationStates).optional(),
  unit: unitId.optional(),
  source: groupCode.optional(),
  q: z.string().max(100).optional(),
  ...page,
});
const introduction = z.object({
  kind: z.enum(['discovery', 'charter']),
  proposerKind: z.string().nullable(),
  personName: z.string().nullable(),
  unitName: z.string().nullable(),
  on: partial,
});
export const nominationRow = z.object({
  dossierId: uuid,
  version: z.int(),
  fullName: z.string(),
  bornOn: partial,
  unitId: z.int(),
  unitName: z.string(),
  source: z.string().nullable(),
  openedOn: z.string(),
  stage: z.string(),
  state: z.enum(['waiting', 'accepted', 'returned', 'ended']),
  reason: z.string().nullable(),
  lastTouchOn: partial,
  introductions: z.array(introduction),
  can: z.array(z.string()),
});
export const nominationList = z.object({
  items: z.array(nominationRow),
  ...listed,
  counts: z.object({ waiting: z.int(), accepted: z.int(), returned: z.int(), quiet: z.int() }),
});

export const mineRow = z.object({
  id: uuid,
  fullName: z.string(),
  unitName: z.string(),
  on: partial,
  stage: z.string(),
  state: nominationRow.shape.state,
  reason: z.string().nullable(),
  /** the introduction of the Charter was written, too */
  charter: z.boolean(),
});
export const mineList = z.object({ items: z.array(mineRow), ...listed });

export const rateQuery = z.object({ year: z.coerce.number().pipe(surveyYear), unit: unitId.optional() });
const rates = {
  introduced: z.int(),
  waiting: z.int(),
  accepted: z.int(),
  returned: z.int(),
  /** returned of those answered; null while none is */
  share: z.number().nullable(),
};
export const rateAnswer = z.object({
  items: z.array(
    z.object({
      unitId: z.int(),
      unitName: z.string(),
      ...rates,
      reasons: z.record(z.string(), z.int()),
    }),
  ),
  bodies: z.array(z.object({ kind: z.string(), ...rates, admitted: z.int() })),
  /** share of persons whom some body beside the Youth Union introduced; one person may have several */
  beyondYouth: z.object({ part: z.int(), whole: z.int() }),
  year: z.int(),
  asOf: z.string(),
});

// Members

export const memberQuery = z.object({
  year: z.coerce.number().pipe(surveyYear),
  unit: unitId.optional(),
  ...page,
});
export const memberRow = z.object({
  personId: uuid,
  fullName: z.string(),
  unitId: z.int(),
  unitName: z.string(),
  task: z.object({ id: uuid, givenOn: z.string(), dueOn: z.string(), late: z.boolean() }).nullable(),
});
export const memberList = z.object({
  items: z.array(memberRow),
  ...listed,
  year: z.int(),
  /** official members on the day, and how many of them introduced somebody in the year */
  officials: z.int(),
  nominated: z.int(),
  share: z.number().nullable(),
  rule: z.object({
    /** persons a year; null where no committee has set it */
    value: z.number().nullable(),
    confidence: z.string(),
    citations: z.array(z.object({ document: z.string(), clause: z.string(), confidence: z.string() })),
  }),
  can: z.array(z.string()),
});

// Tasks

export const taskBody = z
  .object({
    clientId: uuid,
    kind: z.enum(taskKinds),
    unitId: z.int().positive(),
    personIds: z.array(uuid).max(200).default([]),
    toUnitId: z.int().positive().nullish(),
    dossierId: uuid.nullish(),
    happenedOn: day,
    dueOn: day,
    document: z
      .object({
        number: z.string().trim().min(1).max(60),
        on: day,
        by: z.string().trim().max(200).nullish(),
      })
      .nullish(),
  })
  .refine(
    ({ kind, personIds, toUnitId }) => (kind === 'introduce' ? personIds.length > 0 : Boolean(toUnitId)),
    'to whom?',
  );
export const taskRow = z.object({
  id: uuid,
  kind: z.enum(taskKinds),
  unitId: z.int(),
  unitName: z.string(),
  /** the member, or the organisation */
  to: z.string(),
  candidate: z.string().nullable(),
  givenOn: z.string(),
  dueOn: z.string(),
  document: z.string().nullable(),
  /** day of the introduction that answers it, or of the report */
  doneOn: partial,
  late: z.boolean(),
  can: z.array(z.string()),
});
export const taskList = z.object({ items: z.array(taskRow), ...listed });
export const taskQuery = z.object({ unit: unitId.optional(), open: z.enum(['1', '0']).optional() });
export const doneBody = z.object({ clientId: uuid, happenedOn: day });
export const takeBackBody = z.object({ clientId: uuid });

// Review rounds

export const reviewBody = z.object({
  clientId: uuid,
  unitId: z.int().positive(),
  year: surveyYear,
  happenedOn: day,
  dueOn: day,
});
export const confirmBody = z.object({
  clientId: uuid,
  massUnitId: z.int().positive(),
  happenedOn: day,
  before: z.int().min(0).max(1_000_000),
  after: z.int().min(0).max(1_000_000),
  promising: z.int().min(0).max(1_000_000),
});
export const reviewView = z.object({
  id: uuid,
  unitId: z.int(),
  unitName: z.string(),
  year: z.int(),
  openedOn: z.string(),
  dueOn: z.string(),
  closedOn: partial,
  late: z.boolean(),
  answers: z.array(
    z.object({
      unitId: z.int(),
      unitName: z.string(),
      confirmedOn: partial,
      before: z.int().nullable(),
      after: z.int().nullable(),
      promising: z.int().nullable(),
      can: z.array(z.string()),
    }),
  ),
  confirmed: z.int(),
  can: z.array(z.string()),
});
export const reviewList = z.object({
  items: z.array(reviewView),
  ...listed,
  /** committees for which this office may open a round */
  committees: z.array(z.object({ id: z.int(), name: z.string() })),
});

export type SurveyAnswer = z.infer<typeof surveyAnswer>;
export type SurveyRow = z.infer<typeof surveyRow>;
export type SurveyBody = z.output<typeof surveyBody>;
export type PriorityBody = z.output<typeof priorityBody>;
export type WithdrawBody = z.output<typeof withdrawBody>;
export type NominationQuery = z.output<typeof nominationQuery>;
export type NominationRow = z.infer<typeof nominationRow>;
export type NominationList = z.infer<typeof nominationList>;
export type MineList = z.infer<typeof mineList>;
export type MineRow = z.infer<typeof mineRow>;
export type RateAnswer = z.infer<typeof rateAnswer>;
export type MemberQuery = z.output<typeof memberQuery>;
export type MemberList = z.infer<typeof memberList>;
export type MemberRow = z.infer<typeof memberRow>;
export type TaskBody = z.output<typeof taskBody>;
export type TaskList = z.infer<typeof taskList>;
export type TaskRow = z.infer<typeof taskRow>;
export type ReviewBody = z.output<typeof reviewBody>;
export type ConfirmBody = z.output<typeof confirmBody>;
export type ReviewView = z.infer<typeof reviewView>;
export type ReviewList = z.infer<typeof reviewList>;
