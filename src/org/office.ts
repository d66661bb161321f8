// An office: who holds which office in which unit from when to when, and the cells named in it.
import { z } from 'zod';
import { type Day, earliest, formatDay, latest, type PartialDay } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, entryDay, type NewEntry, publicText } from '../platform/entry.ts';
import { Invalid } from '../platform/errors.ts';
import { normalise } from '../platform/text.ts';
import { findOfficeKind } from './organisation.ts';
import { decisionData } from './unit.ts';
import { decideDay, decisionInput, partialDay, reasonInput } from './unit-acts.ts';

const unitRefs = z.array(z.int().positive()).max(500);
const paper = { decision: decisionData.nullable(), reason: publicText().optional() };
export const officeKindsOfEntry = {
  'office.appointed': z.object({
    ...paper,
    personId: z.uuid(),
    unitId: z.int().positive(),
    officeKind: entryCode,
    title: publicText().nullable(),
    toOn: entryDay.nullable(),
    namedUnits: unitRefs,
    sourceKey: publicText().nullable(),
  }),
  /** the cells in charge from this day on */
  'office.cells_named': z.object({ ...paper, namedUnits: unitRefs }),
  /** toOn = first day without the office */
  'office.ended': z.object({ ...paper, toOn: entryDay }),
  'office.reason': z.object({ of: z.uuid(), reason: publicText() }),
} satisfies Record<string, z.ZodType>;

export interface Office {
  id: number;
  unitId: number;
  personId: string;
  kind: string;
  title: string | null;
  fromOn: PartialDay | null;
  toOn: PartialDay | null;
  namedUnits: number[];
  decisionNumber: string | null;
  decisionOn: PartialDay | null;
  sourceKey: string | null;
}
type OfficeEntry = Pick<Entry, 'clientId' | 'kind' | 'position' | 'happenedOn' | 'names' | 'data'>;

/** The office as its standing entries make it; null when the appointment was withdrawn. */
export function foldOffice(id: number, entries: readonly OfficeEntry[]): Office | null {
  const standing = effective(entries);
  const first = standing.find((entry) => entry.kind === 'office.appointed');
  if (!first) return null;
  const office = appointedAs(id, first);
  for (const entry of standing) {
    if (entry.kind === 'office.cells_named') office.namedUnits = entry.data.namedUnits as number[];
    if (entry.kind === 'office.ended') office.toOn = entry.data.toOn as string;
  }
  return office;
}

function appointedAs(id: number, entry: OfficeEntry): Office {
  const data = entry.data as z.output<(typeof officeKindsOfEntry)['office.appointed']>;
  return {
    id,
    unitId: data.unitId,
    personId: data.personId,
    kind: data.officeKind,
    title: data.title,
    fromOn: entry.happenedOn,
    toOn: data.toOn,
    namedUnits: data.namedUnits,
    decisionNumber: data.decision?.number ?? null,
    decisionOn: data.decision?.on ?? null,
    sourceKey: data.sourceKey,
  };
}

/** In force on the day: [fromOn, toOn), an unknown start counts as begun. */
export const inForceOn = (office: Pick<Office, 'fromOn' | 'toOn'>, day: Day): boolean =>
  (office.fromOn === null || earliest(office.fromOn) <= day) &&
  (office.toOn === null || earliest(office.toOn) > day);

const title = z.string().transform(normalise).pipe(z.string().max(120));
export const appointInput = z.object({
  clientId: z.uuid(),
  kind: z.string(),
  unitId: z.int().positive(),
  /** a person on the roll or holding another office; null = somebody new to Nguồn, by name */
  personId: z.uuid().nullable(),
  holderName: z.string().transform(normalise).pipe(z.string().min(2).max(120)).nullable().default(null),
  title: title.nullable().default(null),
  fromOn: partialDay,
  toOn: partialDay.nullable().default(null),
  decision: decisionInput.nullable().default(null),
  namedUnits: unitRefs.default([]),
});
export type AppointInput = z.output<typeof appointInput>;
export const endInput = z.object({
  clientId: z.uuid(),
  toOn: partialDay,
  decision: decisionInput.nullable().default(null),
  version: z.int().optional(),
});
export type EndInput = z.output<typeof endInput>;
export const nameCellsInput = z.object({
  clientId: z.uuid(),
  happenedOn: partialDay,
  namedUnits: unitRefs,
  decision: decisionInput.nullable().default(null),
  version: z.int().optional(),
});
export const correctOfficeInput = z.object({
  clientId: z.uuid(),
  reason: reasonInput,
  title: title.nullable(),
  fromOn: partialDay,
  toOn: partialDay.nullable(),
  decision: decisionInput.nullable(),
  namedUnits: unitRefs,
  version: z.int().optional(),
});

export type AppointedData = Omit<Office, 'id' | 'fromOn' | 'decisionNumber' | 'decisionOn'> & {
  decision: z.output<typeof decisionData> | null;
  reason?: string;
};

export function appointedEntry(
  id: number,
  { kind, ...data }: AppointedData,
  write: { clientId: string; happenedOn: PartialDay | null; names?: string },
): NewEntry {
  return {
    clientId: write.clientId,
    stream: `office:${id}`,
    kind: 'office.appointed',
    happenedOn: write.happenedOn,
    unitId: data.unitId,
    personId: data.personId,
    names: write.names ?? null,
    data: { ...data, officeKind: kind },
  };
}

/** Whether such an office can be held in such a unit at such a time. */
export function decideOffice(
  office: Pick<Office, 'kind' | 'fromOn' | 'toOn' | 'namedUnits'>,
  unit: { kind: string; name: string; endedOn: PartialDay | null; foundedOn: PartialDay | null },
  today: Day,
): void {
  const kind = findOfficeKind(office.kind);
  if (!kind) throw new Invalid('org.no_such_office_kind');
  const words = { office: kind.label.vi, officeEn: kind.label.en };
  if (!kind.held_at.includes(unit.kind))
    throw new Invalid('org.office_not_here', { ...words, unit: unit.name }, { heldAt: kind.held_at });
  if (unit.endedOn) throw new Invalid('org.has_ended', { day: formatDay(unit.endedOn) });
  const named = Object.values(kind.may).includes('named_units');
  if (!named && office.namedUnits.length > 0) throw new Invalid('org.no_named_cells', words);
  if (office.fromOn) decideDay(office.fromOn, today);
  decideSpan(office.fromOn, office.toOn);
}

export function decideSpan(fromOn: PartialDay | null, toOn: PartialDay | null): void {
  if (fromOn && toOn && latest(toOn) <= earliest(fromOn))
    throw new Invalid('org.span_backwards', { from: formatDay(fromOn), to: formatDay(toOn) });
}
