// The shapes in which this room answers: one schema each, for the routes, the OpenAPI document and the pages.
import { z } from 'zod';

const day = z.string();
const message = z.object({ vi: z.string(), en: z.string() });
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), next: z.string().nullable(), asOf: day });

const count = z.int().nullable();
export const unitItem = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  /** null at the top of what the reader sees */
  parentId: z.int().nullable(),
  /** ids from the top of what the reader sees, /14/203/ */
  path: z.string(),
  code: z.string().nullable(),
  foundedOn: day.nullable(),
  endedOn: day.nullable(),
  external: z.boolean(),
  /** of the unit and all below it; null = not for this reader */
  members: count,
  probationers: count,
  candidates: count,
});
export type UnitItem = z.output<typeof unitItem>;
export const unitListAnswer = listOf(unitItem);
export type UnitList = z.output<typeof unitListAnswer>;

const reference = z.object({ id: z.int(), name: z.string() });
const decision = z.object({ number: z.string(), on: day, by: z.string().nullable() }).nullable();

export const officeItem = z.object({
  id: z.int(),
  kind: z.string(),
  title: z.string().nullable(),
  unitId: z.int(),
  unitName: z.string(),
  personId: z.string(),
  displayName: z.string(),
  fromOn: day.nullable(),
  toOn: day.nullable(),
  inForce: z.boolean(),
  namedUnits: z.array(reference),
  decision: z.object({ number: z.string().nullable(), on: day.nullable() }),
  version: z.int(),
  can: z.array(z.string()),
});
export type OfficeItem = z.output<typeof officeItem>;
export const officeListAnswer = listOf(officeItem);

export const unitEvent = z.object({
  entry: z.string(),
  kind: z.string(),
  happenedOn: day.nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  data: z.record(z.string(), z.unknown()),
  state: z.enum(['standing', 'corrected', 'withdrawn']),
  reason: z.string().nullable(),
  decision,
  /** the unit that the act points to: a new superior, or the one it merged into */
  other: reference.nullable(),
});
export type UnitEvent = z.output<typeof unitEvent>;

export const unitAnswer = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  parentId: z.int().nullable(),
  code: z.string().nullable(),
  placeCode: z.string().nullable(),
  path: z.string(),
  foundedOn: day.nullable(),
  endedOn: day.nullable(),
  external: z.boolean(),
  version: z.int(),
  /** from the top down; only those with `open` can be opened by this reader */
  above: z.array(reference.extend({ kind: z.string(), open: z.boolean() })),
  places: z.array(
    z.object({
      /** '' = since before anything is known */
      fromOn: day,
      toOn: day.nullable(),
      parentId: z.int().nullable(),
      parentName: z.string().nullable(),
      kind: z.string(),
      type: z.string().nullable(),
      name: z.string(),
    }),
  ),
  counts: z.object({ members: z.int(), probationers: z.int(), candidates: z.int() }).nullable(),
  children: z.array(unitItem),
  /** null = not for this reader */
  offices: z.array(officeItem).nullable(),
  history: z.array(unitEvent),
  warnings: z.array(z.object({ code: z.string(), message })),
  can: z.array(z.string()),
});
export type UnitView = z.output<typeof unitAnswer>;

export const accountItem = z.object({
  id: z.string(),
  userName: z.string(),
  displayName: z.string(),
  offices: z.array(
    z.object({ id: z.int(), kind: z.string(), title: z.string().nullable(), unitName: z.string() }),
  ),
  mustChange: z.boolean(),
  totp: z.boolean(),
  createdAt: z.string(),
  lastSeenAt: z.string().nullable(),
  closedOn: day.nullable(),
});
export type AccountItem = z.output<typeof accountItem>;

/** An office in force whose holder cannot sign in yet. */
export const waitingOffice = z.object({
  id: z.int(),
  kind: z.string(),
  title: z.string().nullable(),
  unitName: z.string(),
  displayName: z.string(),
});
export type WaitingOffice = z.output<typeof waitingOffice>;
export const accountListAnswer = listOf(accountItem).extend({ waiting: z.array(waitingOffice) });
export type AccountList = z.output<typeof accountListAnswer>;

export const slip = z.object({
  accountId: z.string(),
  userName: z.string(),
  /** only in the first answer; null when the same write is sent again */
  password: z.string().nullable(),
  displayName: z.string(),
  office: z.string(),
  unitName: z.string(),
});
export type Slip = z.output<typeof slip>;
export const slipsAnswer = z.object({ slips: z.array(slip) });

export const sessionOffice = z.object({
  id: z.int(),
  kind: z.string(),
  label: z.string(),
  unitId: z.int(),
  unitName: z.string(),
});
export const profileCode = z.enum(['A', 'B', 'C']);
export type Profile = z.output<typeof profileCode>;
export const trainingAccount = z.object({
  userName: z.string(),
  password: z.string(),
  /** who that is and in which office, in words */
  label: z.string(),
});
export type TrainingAccount = z.output<typeof trainingAccount>;
export const sessionAnswer = z.object({
  account: z
    .object({
      id: z.string(),
      userName: z.string(),
      displayName: z.string(),
      mustChange: z.boolean(),
      /** the person who signs in, to name oneself in an act */
      personId: z.string().nullable(),
      totp: z.boolean(),
    })
    .nullable(),
  offices: z.array(sessionOffice),
  office: z.int().nullable(),
  can: z.array(z.string()),
  profile: profileCode,
  today: day,
  version: z.string(),
  needsSetup: z.boolean(),
  trainingAccounts: z.array(trainingAccount).optional(),
});
export type SessionAnswer = z.output<typeof sessionAnswer>;
