// What the ledger holds of a class of a political centre: the plan, who was proposed, sent, enrolled, who came, and the
// certificates. Ids, codes, days and counts; who speaks at a session lies in the vault.
import { z } from 'zod';
import { entryCode, entryDay, publicText } from '../platform/entry.ts';

/** Two kinds of class; each ends with the step of the road that its certificate is recorded by. */
export const sorts = ['awareness', 'new_members'] as const;
export type Sort = (typeof sorts)[number];
export const stepOf: Record<Sort, string> = {
  awareness: 'class_certificate',
  new_members: 'new_member_class',
};

export const marks = ['present', 'excused', 'absent'] as const;
export type Mark = (typeof marks)[number];
export const absences = ['work', 'ill', 'family', 'away', 'unknown', 'other'] as const;
export type Absence = (typeof absences)[number];
export const leavings = [
  'withdrew',
  'work',
  'ill',
  'moved',
  'not_fit',
  'not_completed',
  'mistake',
  'other',
] as const;
export type Leaving = (typeof leavings)[number];
export const results = ['passed', 'failed'] as const;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const session = z.object({
  id: z.int().min(1).max(999),
  on: entryDay,
  from: time.nullable(),
  to: time.nullable(),
  room: publicText().nullable(),
  topic: publicText().nullable(),
});
export type Session = z.output<typeof session>;

export const completion = z.object({
  /** sessions to be attended at least; null = all */
  least: z.int().min(1).max(200).nullable(),
  /** an excused absence counts as attended */
  excused: z.boolean(),
  /** a paper is written and marked at the end */
  paper: z.boolean(),
});
export type Completion = z.output<typeof completion>;

export const plan = z.object({
  sort: z.enum(sorts),
  label: publicText(),
  centreId: z.int().positive(),
  seats: z.int().min(1).max(2000),
  sessions: z.array(session).min(1).max(120),
  topics: z.array(publicText()).max(40),
  cost: z.int().min(0).max(1_000_000_000_000).nullable(),
  completion,
});
export type Plan = z.output<typeof plan>;

const dossierId = z.uuid();

export const classKinds = {
  'class.planned': plan,
  'class.changed': plan,
  'class.called_off': z.object({}),
  'class.proposed': z.object({ dossierId }),
  'class.sent': z.object({
    dossierId,
    letter: z.object({ number: entryCode, on: entryDay }).nullable(),
  }),
  'class.enrolled': z.object({ dossierId, seat: z.enum(['enrolled', 'waiting']) }),
  'class.left': z.object({ dossierId, why: z.enum(leavings) }),
  'class.attended': z.object({
    session: z.int(),
    marks: z.array(z.object({ dossierId, mark: z.enum(marks), why: z.enum(absences).nullable() })).max(2000),
  }),
  'class.assessed': z.object({
    results: z.array(z.object({ dossierId, result: z.enum(results).nullable() })).max(2000),
  }),
  'class.certified': z.object({
    dossierId,
    number: entryCode,
    on: entryDay,
    until: entryDay.nullable(),
  }),
} satisfies Record<string, z.ZodType>;
export type ClassKind = keyof typeof classKinds;
export type DataOf<K extends ClassKind> = z.output<(typeof classKinds)[K]>;

export const classStreamOf = (id: string): string => `class:${id}`;
/** Vault field of who speaks at a session, under the id of the class. */
export const speakerField = (planEntry: string, sessionId: number): string =>
  `note.${planEntry}.${sessionId}`;

/** One number is one number, however it was typed. */
export const numberKey = (number: string): string => number.replace(/\s+/g, '').toLocaleUpperCase('vi');
