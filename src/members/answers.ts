// What the routes of this room answer; the API description is made from these.
import { z } from 'zod';
import { endings } from './state.ts';

const day = z.string().meta({ description: 'YYYY-MM-DD, or YYYY-MM, or YYYY' });
const text = z.string().nullable();
const maybeDay = day.nullable();
const message = z.object({ vi: z.string(), en: z.string() });
const status = z.enum(['nominee', 'probationary', 'official', 'former', 'outside']);
const ending = z.enum(endings).nullable();
const decision = z.object({ number: text, on: maybeDay, by: text }).nullable();

export const rollItem = z.object({
  id: z.uuid(),
  name: z.string(),
  status,
  endedAs: text,
  endedOn: maybeDay,
  unitId: z.int(),
  unitName: z.string(),
  sex: text,
  bornOn: maybeDay,
  admittedOn: maybeDay,
  officialOn: maybeDay,
  occupation: text,
  position: text,
  exempt: z.boolean(),
  activity: z.string(),
  /** takes part here for the time being; belongs to `unitName` and is counted there */
  guest: z.boolean(),
});
export type RollItem = z.output<typeof rollItem>;
export const rollCounts = z.object({
  official: z.int(),
  probationary: z.int(),
  nominee: z.int(),
  former: z.int(),
  exempt: z.int(),
  away: z.int(),
});
export type RollCounts = z.output<typeof rollCounts>;
export const rollAnswer = z.object({
  items: z.array(rollItem),
  total: z.int(),
  next: text,
  asOf: day,
  /** by status in the unit asked for, whatever the filters say; null on later pages */
  counts: rollCounts.nullable(),
});
export type RollAnswer = z.output<typeof rollAnswer>;

const remark = z.object({ recordedBy: z.string(), recordedAt: z.string(), note: text });
export const personEvent = z.object({
  entry: z.uuid(),
  kind: z.string(),
  happenedOn: maybeDay,
  recordedAt: z.string(),
  recordedBy: z.string(),
  state: z.enum(['stands', 'corrected', 'withdrawn']),
  unitId: z.int().nullable(),
  unitName: text,
  fromUnitName: text,
  toUnitId: z.int().nullable(),
  toUnitName: text,
  decision,
  onBehalf: z.object({ unitId: z.int(), unitName: text, number: z.string(), on: day }).nullable(),
  memberKind: text,
  place: text,
  reason: text,
  until: maybeDay,
  admittedOn: maybeDay,
  decidedOn: maybeDay,
  officialOn: maybeDay,
  dossierId: text,
  batch: text,
  fields: z.array(z.string()),
  note: text,
  ended: remark.nullable(),
  contested: z.array(remark),
  objection: message.nullable(),
});
export type PersonEvent = z.output<typeof personEvent>;

const rejudged = z.array(
  z.object({ entry: z.uuid(), kind: z.string(), happenedOn: maybeDay, code: z.string(), message }),
);

export const personAnswer = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  status,
  endedAs: ending,
  endedOn: maybeDay,
  unit: z.object({ id: z.int(), name: z.string(), path: z.string() }),
  activity: z.enum(['regular', 'away']),
  activityUnit: z.object({ id: z.int(), name: z.string() }).nullable(),
  exempt: z.boolean(),
  admittedOn: maybeDay,
  decidedOn: maybeDay,
  officialOn: maybeDay,
  cardOn: maybeDay,
  age: z.int().nullable(),
  seniority: z.int().nullable(),
  fields: z.record(z.string(), z.string()),
  memberships: z.array(
    z.object({
      unitId: z.int(),
      unitName: z.string(),
      kind: z.enum(['probationary', 'official']),
      fromOn: day,
      toOn: maybeDay,
      beganAs: z.string(),
      endedAs: text,
    }),
  ),
  offices: z.array(
    z.object({
      id: z.int(),
      kind: z.string(),
      title: text,
      unitId: z.int(),
      unitName: z.string(),
      fromOn: maybeDay,
      toOn: maybeDay,
    }),
  ),
  history: z.array(personEvent),
  can: z.array(z.string()),
});
export type PersonAnswer = z.output<typeof personAnswer>;

/** After a write: the person, and which other acts no longer hold. */
export const writtenAnswer = personAnswer.extend({ rejudged });
export type WrittenAnswer = z.output<typeof writtenAnswer>;
export const goneAnswer = z.object({ gone: z.literal(true) });

export const sensitiveAnswer = z.object({
  id: z.uuid(),
  class: z.union([z.literal(3), z.literal(4)]),
  fields: z.record(z.string(), text),
});

export const accessesAnswer = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      displayName: z.string(),
      office: z.object({ kind: z.string(), title: text, unitName: z.string() }).nullable(),
      action: z.string(),
      purpose: text,
    }),
  ),
  total: z.int(),
  next: z.null(),
  asOf: day,
});
export type AccessesAnswer = z.output<typeof accessesAnswer>;
