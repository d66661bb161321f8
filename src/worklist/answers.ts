// The shapes in which this room answers, as schemas: for the routes and the description of the API. What they mean is
// said in view.ts, which the pages share; a shape that departs from it does not compile.
import { z } from 'zod';
import { caseKinds } from './due.ts';
import { settledHow } from './settlement.ts';
import {
  type Badge,
  type Feed,
  groups,
  type RoutineDone,
  type Waiting,
  type WorkDays,
  type WorkItem,
  type Worklist,
  type WorkSheet,
} from './view.ts';

const message = z.object({ vi: z.string(), en: z.string() });
const confidence = z.enum(['S', 'S2', 'L', 'K', '?']);
const day = z.string();

export const workItem = z.object({
  key: z.string(),
  caseKind: z.enum(caseKinds),
  caseId: z.string(),
  clock: z.string(),
  part: z.string(),
  startsOn: day,
  dueOn: day.nullable(),
  extendsTo: day.nullable(),
  label: message,
  title: z.string(),
  second: z.string().nullable(),
  unitId: z.int(),
  unitName: z.string(),
  href: z.string(),
  nature: z.enum(['duty', 'term']),
  workingDaysLeft: z.int().nullable(),
  lateDays: z.int().nullable(),
  limit: z.number().nullable(),
  unit: z.enum(['working_days', 'days', 'months']),
  citations: z.array(z.object({ document: z.string(), clause: z.string(), confidence })),
  confidence,
  consequence: message.nullable(),
  answers: z.array(z.string()),
  mine: z.boolean(),
  waitsFor: z.array(message),
  act: z.object({ step: z.string(), label: message, href: z.string() }).nullable(),
  settled: z
    .object({
      entry: z.string(),
      how: z.enum(settledHow),
      on: day,
      reason: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
  can: z.array(z.enum(['settle', 'remind'])),
}) satisfies z.ZodType<WorkItem>;

const counts = z.object(
  Object.fromEntries(groups.map((group) => [group, z.int()])) as Record<(typeof groups)[number], z.ZodInt>,
);

export const worklistAnswer = z.object({
  items: z.array(workItem),
  total: z.int(),
  next: z.string().nullable(),
  asOf: day,
  counts,
  works: z.array(z.object({ clock: z.string(), label: message, count: z.int() })),
}) satisfies z.ZodType<Worklist>;

export const daysAnswer = z.object({
  days: z.array(z.object({ on: day, count: z.int() })),
}) satisfies z.ZodType<WorkDays>;

export const badgeAnswer = z.object({ overdue: z.int(), week: z.int() }) satisfies z.ZodType<Badge>;

/** The line as it stands after a write; null where it is not on the list any more. */
export const lineAnswer = z.object({ item: workItem.nullable() });

const named = z.object({ id: z.int(), name: z.string() });
export const sheetAnswer = z.object({
  unit: named,
  superior: named.nullable(),
  place: z.string().nullable(),
  on: day,
  items: z.array(workItem),
  next: z.string().nullable(),
  watermark: message.nullable(),
}) satisfies z.ZodType<WorkSheet>;

export const routineDone = z.object({
  entry: z.string(),
  step: z.string(),
  label: message,
  period: z.string(),
  happenedOn: day,
  lines: z.array(z.object({ label: message, value: z.string() })),
  by: z.string(),
  at: z.string(),
  withdrawn: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  can: z.array(z.enum(['withdraw'])),
}) satisfies z.ZodType<RoutineDone>;
export const routinesAnswer = z.object({
  items: z.array(routineDone),
  total: z.int(),
  next: z.string().nullable(),
  asOf: day,
});

export const feedAnswer = z.object({
  on: z.boolean(),
  address: z.string().nullable(),
  createdAt: z.string().nullable(),
}) satisfies z.ZodType<Feed>;

export const waitingAnswer = z.object({
  items: z.array(z.object({ id: z.string(), label: message, href: z.string(), count: z.int() })),
}) satisfies z.ZodType<Waiting>;
