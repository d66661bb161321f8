// A provision in the ledger: what a committee laid over the shipped rules, from which day, on what paper, and the end
// that a later entry sets. Class-1 text only: documents and bodies, no persons.
import { z } from 'zod';
import { addDays, type Day } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, entryDay, publicText } from '../platform/entry.ts';

const code = z.string().regex(/^[\p{L}\p{N}._/ -]{1,60}$/u);
const plain = z.union([z.number(), z.boolean(), code]);
const cells = z.record(code, plain);
/** Any value a rule can have: numbers, codes, lists and tables of them. The rule itself says which of these fits. */
export const provisionValue = z.union([plain, z.array(plain).max(200), cells, z.array(cells).max(200)]);
export type ProvisionValue = z.output<typeof provisionValue>;

const paper = z.object({ number: entryCode, on: entryDay, by: publicText() });
export type Paper = z.output<typeof paper>;

export const provisionEntryKinds = {
  'provision.laid': z.object({
    kind: z.enum(['confirm', 'fill', 'stricter']),
    parameter: z.string().regex(/^[a-z0-9_.]{1,80}$/),
    value: provisionValue.nullable(),
    document: paper,
    clause: publicText(),
    decidedBy: publicText(),
  }),
  /** happenedOn = first day without it */
  'provision.ended': z.object({ document: paper }),
} satisfies Record<string, z.ZodType>;
type LaidData = z.output<(typeof provisionEntryKinds)['provision.laid']>;
type EndedData = z.output<(typeof provisionEntryKinds)['provision.ended']>;

export interface Stamp {
  recordedAt: string;
  recordedBy: string;
}

export interface LaidProvision extends LaidData, Stamp {
  id: string;
  unitId: number;
  fromOn: Day;
  ended: ({ fromOn: Day } & EndedData & Stamp) | null;
  version: number;
}

export const streamOf = (id: string): string => `provision:${id}`;

/** null where nothing stands any more. */
export function foldProvision(id: string, entries: readonly Entry[]): LaidProvision | null {
  const standing = effective(entries);
  const laid = standing.find((entry) => entry.kind === 'provision.laid');
  if (!laid || laid.unitId === null || laid.happenedOn === null) return null;
  // The end set last counts, whichever day it names.
  const end = standing
    .filter((entry) => entry.kind === 'provision.ended')
    .reduce<Entry | null>((a, b) => (a && a.position > b.position ? a : b), null);
  return {
    ...(laid.data as LaidData),
    id,
    unitId: laid.unitId,
    fromOn: laid.happenedOn,
    recordedAt: laid.recordedAt,
    recordedBy: laid.recordedBy,
    ended: end && {
      ...(end.data as EndedData),
      fromOn: end.happenedOn as Day,
      recordedAt: end.recordedAt,
      recordedBy: end.recordedBy,
    },
    version: entries.at(-1)?.version ?? 0,
  };
}

type Life = { fromOn: Day; toOn: Day | null };

/** Last day in force; null while no end is set. */
export const untilOf = (toOn: Day | null): Day | null => (toOn === null ? null : addDays(toOn, -1));

/** A provision whose end comes before or with its beginning never held. */
export const isVoid = ({ fromOn, toOn }: Life): boolean => toOn !== null && toOn <= fromOn;

export function stateOn({ fromOn, toOn }: Life, today: Day): 'coming' | 'in_force' | 'ended' | 'void' {
  if (isVoid({ fromOn, toOn })) return 'void';
  if (toOn !== null && toOn <= today) return 'ended';
  return fromOn > today ? 'coming' : 'in_force';
}
