// What the class routes answer and accept: one contract for server, browser and the description of the API.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { typedCode } from '../platform/entry.ts';
import { normalise } from '../platform/text.ts';
import { absences, completion, leavings, marks, results, session, sorts } from './class.ts';

const uuid = z.uuid();
const day = z.string().refine(isDay, 'not a day');
const partial = z.string().nullable();
const message = z.object({ vi: z.string(), en: z.string() });
const line = (most: number) => z.string().max(most).transform(normalise);
const optionalLine = (most: number) =>
  line(most)
    .nullable()
    .default(null)
    .transform((text) => text || null);

export const classStates = ['coming', 'running', 'finished', 'called_off'] as const;
export type ClassState = (typeof classStates)[number];
export const personStates = ['proposed', 'sent', 'waiting', 'enrolled', 'left'] as const;

export const classRow = z.object({
  id: uuid,
  sort: z.enum(sorts),
  label: z.string(),
  centreId: z.number(),
  centreName: z.string(),
  state: z.enum(classStates),
  seats: z.number(),
  enrolled: z.number(),
  waiting: z.number(),
  /** of the reader's reach: proposed and not yet sent, sent and not yet enrolled */
  proposed: z.number(),
  sent: z.number(),
  sessions: z.number(),
  firstOn: z.string(),
  lastOn: z.string(),
  sundays: z.boolean(),
});
export const classList = z.object({
  items: z.array(classRow),
  total: z.number(),
  next: z.string().nullable(),
  asOf: z.string(),
});

export const sessionView = session.extend({
  speaker: z.string().nullable(),
  /** holiday or make-up day, in the calendar's words */
  warning: message.nullable(),
  marked: z.number(),
  present: z.number(),
});

export const classView = classRow.extend({
  plan: z.object({
    topics: z.array(z.string()),
    cost: z.number().nullable(),
    completion,
    /** sessions that complete the class, regulations included */
    needed: z.number(),
  }),
  sessionList: z.array(sessionView),
  calledOffOn: partial,
  /** present among all marks so far; null before the first */
  rate: z.number().nullable(),
  absences: z.array(z.object({ why: z.string(), count: z.number() })),
  certified: z.number(),
  /** first number that is free this year, made after the last one given */
  nextNumber: z.string().nullable(),
  can: z.array(z.enum(['change', 'propose', 'send', 'enrol', 'attend', 'certify'])),
  version: z.number(),
});

export const personRow = z.object({
  dossierId: uuid,
  fullName: z.string(),
  bornOn: partial,
  unitName: z.string(),
  state: z.enum(personStates),
  proposedOn: partial,
  sentOn: partial,
  letter: z.object({ number: z.string(), on: z.string() }).nullable(),
  enrolledOn: partial,
  leftOn: partial,
  why: z.string().nullable(),
  /** place among those who wait */
  turn: z.number().nullable(),
  result: z.enum(results).nullable(),
  present: z.number(),
  excused: z.number(),
  absent: z.number(),
  done: z.boolean(),
  lacks: message.nullable(),
  certificate: z.object({ number: z.string(), on: z.string(), until: z.string().nullable() }).nullable(),
});
export const peopleView = z.object({ items: z.array(personRow), total: z.number(), asOf: z.string() });

export const rollView = z.object({
  session: sessionView,
  items: z.array(
    z.object({
      dossierId: uuid,
      fullName: z.string(),
      bornOn: partial,
      unitName: z.string(),
      mark: z.enum(marks).nullable(),
      why: z.enum(absences).nullable(),
    }),
  ),
});

/** What became of each of those chosen; nobody is dropped without a word. */
export const doneView = z.object({
  done: z.number(),
  waiting: z.number(),
  left: z.array(z.object({ dossierId: uuid, fullName: z.string(), why: message })),
});

export const candidateRow = z.object({
  dossierId: uuid,
  fullName: z.string(),
  bornOn: partial,
  unitName: z.string(),
  stage: z.string(),
  /** of a certificate that ends too early */
  certificateUntil: partial,
});
export const candidateList = z.object({
  items: z.array(candidateRow),
  total: z.number(),
  next: z.string().nullable(),
  asOf: z.string(),
});

export const needRow = candidateRow.extend({
  /** earliest day that the rules allow for the goal if the class ended today; null: something else stands in the way */
  reachedOn: partial,
  standing: z.enum(['in_time', 'too_late', 'stopped']),
  /** last day of the certificate with which this year is still reached */
  lastOn: partial,
  /** a class whose last session is early enough */
  fits: z.object({ id: uuid, label: z.string(), lastOn: z.string(), free: z.number() }).nullable(),
  stoppedBy: message.nullable(),
});
export const needList = z.object({
  items: z.array(needRow),
  total: z.number(),
  /** already on a class, and therefore not among the items */
  onClass: z.number(),
  next: z.string().nullable(),
  asOf: z.string(),
});

export const classPrint = z.object({
  class: classView,
  centre: z.object({ name: z.string(), superior: z.string().nullable(), place: z.string() }),
  people: z.array(personRow),
  watermark: message.nullable(),
});

const clientId = uuid;
export const planBody = z.object({
  clientId,
  sort: z.enum(sorts),
  label: line(200).pipe(z.string().min(3)),
  seats: z.int().min(1).max(2000),
  sessions: z
    .array(
      z.object({
        id: z.int().min(1).max(999).nullish(),
        on: day,
        from: session.shape.from.default(null),
        to: session.shape.to.default(null),
        room: optionalLine(200),
        topic: optionalLine(300),
        speaker: optionalLine(120),
      }),
    )
    .min(1)
    .max(120),
  topics: z
    .array(line(300).pipe(z.string().min(1)))
    .max(40)
    .default([]),
  cost: z.int().min(0).max(1_000_000_000_000).nullable().default(null),
  completion,
});
export const changeBody = planBody.extend({ version: z.int() });
const dossiers = z.array(uuid).min(1).max(1000);
export const proposeBody = z.object({ clientId, dossiers });
export const sendBody = z.object({
  clientId,
  dossiers,
  letter: z.object({ number: typedCode, on: day }).nullable().default(null),
});
export const leaveBody = z.object({ clientId, dossiers, why: z.enum(leavings) });
export const attendBody = z.object({
  clientId,
  marks: z
    .array(z.object({ dossierId: uuid, mark: z.enum(marks), why: z.enum(absences).nullable().default(null) }))
    .min(1)
    .max(2000),
});
export const assessBody = z.object({
  clientId,
  results: z
    .array(z.object({ dossierId: uuid, result: z.enum(results).nullable() }))
    .min(1)
    .max(2000),
});
export const certifyBody = z.object({
  clientId,
  on: day,
  items: z
    .array(z.object({ dossierId: uuid, number: typedCode }))
    .min(1)
    .max(1000),
});

const page = {
  q: z.string().max(100).optional(),
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const classQuery = z.object({
  ...page,
  state: z.enum(classStates).optional(),
  kind: z.enum(sorts).optional(),
  sundays: z.enum(['yes']).optional(),
});
export const needQuery = z.object({ ...page, kind: z.enum(sorts).default('awareness') });
export const candidateQuery = z.object(page);

export type ClassRow = z.infer<typeof classRow>;
export type ClassView = z.infer<typeof classView>;
export type SessionView = z.infer<typeof sessionView>;
export type PersonRow = z.infer<typeof personRow>;
export type PeopleView = z.infer<typeof peopleView>;
export type RollView = z.infer<typeof rollView>;
export type DoneView = z.infer<typeof doneView>;
export type NeedRow = z.infer<typeof needRow>;
export type NeedList = z.infer<typeof needList>;
export type CandidateRow = z.infer<typeof candidateRow>;
export type ClassPrint = z.infer<typeof classPrint>;
export type PlanBody = z.output<typeof planBody>;
export type ClassQuery = z.output<typeof classQuery>;
export type NeedQuery = z.output<typeof needQuery>;
export type CandidateQuery = z.output<typeof candidateQuery>;
