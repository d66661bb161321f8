// The relatives of a candidate for whom verification may be needed (profile A): a list in the vault, and from it – by the
// law of the day – who must be verified where, who is exempt, and under which of two conflicting readings.
import { z } from 'zod';
import { effective } from '../platform/effective.ts';
import { type Entry, entryDay } from '../platform/entry.ts';

/** Codes of verification.persons, and two groups that no rule names. */
export const relations = [
  'candidate',
  'parents',
  'foster',
  'spouse',
  'parents_in_law',
  'spouse_foster',
  'children',
  'grandparents',
  'siblings',
] as const;
/** Codes of verification.exemptions. */
export const grounds = ['own_relative_member', 'spouse_relative_member', 'local_family'] as const;

const line = z.object({
  id: z.string().max(40),
  relation: z.enum(relations),
  fullName: z.string().trim().min(1).max(80),
  bornOn: z.string().max(10).nullable(),
  /** place as written for the dossier */
  place: z.string().trim().min(1).max(200),
  placeCode: z.string().max(10).nullable(),
  oldCode: z.string().max(10).nullable(),
  abroad: z.boolean(),
  exempt: z.enum(grounds).nullable(),
});
export const kinList = z.array(line).max(50);
export type KinLine = z.output<typeof line>;

/** Under this name the list lies in the vault: class 3, sealed, gone with the person's key. */
export const kinField = (entry: string): string => `assessment.${entry}.kin`;
export const personsField = (entry: string): string => `assessment.${entry}.persons`;

const exemptedData = z.object({
  ground: z.enum(grounds),
  persons: z.int().min(1).max(50),
  /** place of the chosen reading; null where the law has one value */
  reading: z.int().min(0).nullable(),
});
export const kinKinds = {
  'kin.listed': z.object({ dossierId: z.uuid(), persons: z.int().min(0).max(50), on: entryDay }),
  'kin.exempted': exemptedData.extend({ dossierId: z.uuid() }),
} satisfies Record<string, z.ZodType>;
export type ExemptedData = z.output<typeof exemptedData>;

export const kinStreamOf = (dossier: string): string => `kin:${dossier}`;

export interface Kin {
  dossierId: string;
  personId: string;
  /** entry of the newest list */
  entry: string | null;
  persons: number | null;
  listedOn: string | null;
  exemption: (ExemptedData & { entry: string; on: string }) | null;
  version: number;
}

type KinEntry = Pick<
  Entry,
  'clientId' | 'kind' | 'position' | 'version' | 'happenedOn' | 'names' | 'data' | 'personId'
>;

export function foldKin(dossierId: string, entries: readonly KinEntry[]): Kin | null {
  const standing = effective(entries).toSorted((a, b) => a.position - b.position);
  const personId = standing[0]?.personId;
  if (!personId) return null;
  return {
    dossierId,
    personId,
    ...listOf(standing),
    exemption: exemptionOf(standing),
    version: versionOf(entries),
  };
}

const versionOf = (entries: readonly KinEntry[]): number => entries.at(-1)?.version ?? 0;

function listOf(standing: readonly KinEntry[]): Pick<Kin, 'entry' | 'persons' | 'listedOn'> {
  const list = standing.findLast(({ kind }) => kind === 'kin.listed');
  if (!list) return { entry: null, persons: null, listedOn: null };
  const { persons } = kinKinds['kin.listed'].parse(list.data);
  return { entry: list.clientId, persons, listedOn: list.happenedOn };
}

function exemptionOf(standing: readonly KinEntry[]): Kin['exemption'] {
  const chosen = standing.findLast(({ kind }) => kind === 'kin.exempted');
  if (!chosen) return null;
  return { ...exemptedData.parse(chosen.data), entry: chosen.clientId, on: chosen.happenedOn ?? '' };
}

/** What holds on the day: whom the rule names, and whom it exempts – one value, or the readings of two texts. */
export interface Rules {
  persons: string[];
  exemptions: string[] | null;
  readings: { label: string; value: string[] }[];
}

export interface Needed {
  line: KinLine;
  /** the rule names this relative */
  named: boolean;
  /** by reading: exempt or not; one entry where the law has one value */
  exempt: boolean[];
  /** what follows; null while the office has not chosen between readings that differ */
  verify: boolean | null;
}

/** Each relative by the rules of the day and the reading that the office follows. */
export function judgeKin(list: readonly KinLine[], rules: Rules, reading: number | null): Needed[] {
  const values = rules.exemptions ? [rules.exemptions] : rules.readings.map(({ value }) => value);
  return list.map((one) => {
    const named = rules.persons.includes(one.relation);
    const exempt = values.map((value) => one.exempt !== null && value.includes(one.exempt));
    return { line: one, named, exempt, verify: verdictOf(named, exempt, reading) };
  });
}

function verdictOf(named: boolean, exempt: readonly boolean[], reading: number | null): boolean | null {
  if (!named) return false;
  const chosen = reading === null ? undefined : exempt[reading];
  if (chosen !== undefined) return !chosen;
  return new Set(exempt).size <= 1 ? exempt[0] !== true : null;
}

export interface Group {
  place: string;
  placeCode: string | null;
  oldCode: string | null;
  abroad: boolean;
  people: KinLine[];
}

/** Those who must be verified, by place: one request each. */
export function groupsOf(needed: readonly Needed[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { line: one, verify } of needed) {
    if (!verify) continue;
    const { place, placeCode, oldCode, abroad } = one;
    const group = groups.get(place) ?? { place, placeCode, oldCode, abroad, people: [] };
    group.people.push(one);
    groups.set(place, group);
  }
  return [...groups.values()];
}
