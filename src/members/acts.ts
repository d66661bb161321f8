// What happens to a person on the roll, as the ledger keeps it: ids, codes, days and numbers of decisions only.
// Names, reasons in words and notes stand in the vault. Other rooms make their entries with the builders below.
import { z } from 'zod';
import { type Entry, entryCode, entryDay, type NewEntry, publicText } from '../platform/entry.ts';
import { fieldNames, type FieldName } from './fields.ts';

const unitId = z.int().positive();
const day = entryDay.nullable().default(null);
export const decisionData = z.object({
  number: entryCode.nullable().default(null),
  on: day,
  by: publicText().nullable().default(null),
});
export type Decision = z.output<typeof decisionData>;
/** Typed by an officer from the minutes of the unit that decided: number and day of the minutes. */
export const behalfData = z.object({ unitId, number: entryCode, on: entryDay });
export type OnBehalf = z.output<typeof behalfData>;

const act = {
  decision: decisionData.nullable().default(null),
  onBehalf: behalfData.nullable().default(null),
  dossierId: z.uuid().nullable().default(null),
};
const memberKind = z.enum(['probationary', 'official']);
const road = { admittedOn: day, decidedOn: day, officialOn: day };
const fields = z.array(z.enum(fieldNames as [FieldName, ...FieldName[]]));
const simple = z.object(act);

export const exemptReasons = [
  'age',
  'treatment',
  'abroad',
  'remote',
  'mobile',
  'pre_retirement',
  'maternity',
] as const;
export const removalReasons = [
  'BOSH',
  'DIXA',
  'DPHI',
  'TRATHE',
  'GIAMSUT',
  'TUCACH',
  'TCCT',
  'DUBI',
] as const;

/** Schema of the data of each kind of entry of the stream `person`. */
export const personKinds = {
  'person.registered': z.object({
    provinceId: entryCode,
    as: z.enum(['outside', 'nominee']),
    sourceKey: publicText().nullable().default(null),
    fields: fields.default([]),
  }),
  'person.corrected': z.object({ fields }),
  'person.placed': z.object({ onBehalf: act.onBehalf, dossierId: act.dossierId }),
  'person.nominated': z.object({ dossierId: act.dossierId }),
  'person.released': z.object({ dossierId: act.dossierId }),
  'person.contested': z.object({ entry: z.uuid() }),
  'person.erased': z.object({}),
  /** the state found when Nguồn began to keep this person (ghi nhận hiện trạng), with who vouches for it */
  'member.taken_over': z.object({
    kind: memberKind,
    ...road,
    /** known to belong to this unit since */
    since: day,
    exempt: z.boolean().default(false),
    vouchedBy: z.object({ officeId: z.int().nullable(), paper: entryCode.nullable().default(null) }),
    ...act,
  }),
  'member.admitted': z.object({ decidedOn: day, ...act }),
  'member.recognised': simple,
  'member.moved': z.object({ fromUnitId: unitId, ...act }),
  'member.moved_out': z.object({ place: publicText().nullable().default(null), ...act }),
  'member.moved_in': z.object({
    kind: memberKind,
    place: publicText().nullable().default(null),
    ...road,
    ...act,
  }),
  'member.died': simple,
  'member.removed': z.object({ reason: z.enum(removalReasons).nullable().default(null), ...act }),
  'member.expelled': simple,
  'member.left': simple,
  'member.annulled': simple,
  /** continuous: seniority is not interrupted (a wrong decision put right) */
  'member.restored': z.object({ kind: memberKind, continuous: z.boolean().default(false), ...act }),
  'member.card_issued': simple,
  'member.exempted': z.object({
    reason: z.enum(exemptReasons).nullable().default(null),
    until: day,
    ...act,
  }),
  'member.unexempted': simple,
  'member.temporary_began': z.object({
    toUnitId: unitId.nullable().default(null),
    place: publicText().nullable().default(null),
    until: day,
    ...act,
  }),
  'member.temporary_ended': simple,
  /** the place to which the member moved has sent back its slip; `decision` is the slip */
  'member.transfer_received': simple,
} satisfies Record<string, z.ZodType>;

export type PersonKind = keyof typeof personKinds;
export type ActData<K extends PersonKind> = z.output<(typeof personKinds)[K]>;
export type ActInput<K extends PersonKind> = z.input<(typeof personKinds)[K]>;

/** What folding and judging need of an entry. */
export type PersonAct = Pick<
  Entry,
  'clientId' | 'kind' | 'happenedOn' | 'unitId' | 'position' | 'names' | 'data'
>;
export const dataOf = <K extends PersonKind>(entry: Pick<PersonAct, 'data'>, _kind: K): ActData<K> =>
  entry.data as ActData<K>;

export interface About {
  clientId: string;
  personId: string;
  /** where the person stands after the act */
  unitId: number;
  happenedOn: string | null;
  ruleset?: string | null;
  names?: string | null;
  batch?: string | null;
}

export const personStreamOf = (personId: string): string => `person:${personId}`;

/** One entry of a person's stream. */
export function personEntry<K extends PersonKind>(kind: K, about: About, data: ActInput<K>): NewEntry {
  return {
    clientId: about.clientId,
    stream: personStreamOf(about.personId),
    kind,
    happenedOn: about.happenedOn,
    unitId: about.unitId,
    personId: about.personId,
    ruleset: about.ruleset ?? null,
    names: about.names ?? null,
    batch: about.batch ?? null,
    // Parsed here too, so that an entry just made folds like one read back.
    data: personKinds[kind].parse(data) as Record<string, unknown>,
  };
}

const builder =
  <K extends PersonKind>(kind: K) =>
  (about: About, data: ActInput<K>): NewEntry =>
    personEntry(kind, about, data);

/** A person enters the book: nominee of a unit, or from outside (holds an office, or is about to be taken over). */
export const registeredEntry = builder('person.registered');
export const correctedEntry = builder('person.corrected');
/** Somebody already in the book becomes a nominee (again). */
export const nominatedEntry = builder('person.nominated');
/** A candidacy ended without admission. */
export const releasedEntry = builder('person.released');
/** Ghi nhận hiện trạng: a member found on the roll; happenedOn = the day of the list. */
export const takenOverEntry = builder('member.taken_over');
/** happenedOn = day of the ceremony, decidedOn = day of the decision. */
export const admittedEntry = builder('member.admitted');
/** happenedOn = the day from which the member is official. */
export const recognisedEntry = builder('member.recognised');
export const annulledEntry = builder('member.annulled');
export const removedEntry = builder('member.removed');
