// Yearly targets of a unit as an office keeps them: assigned (one number or a range), the unit's own aim, and the
// results of years before Nguồn. A later setting of the same kind and year takes the place of the earlier one.
import { z } from 'zod';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, entryDay, type NewEntry, publicText } from '../platform/entry.ts';

export const targetKinds = ['admission', 'sourcing'] as const;
export type TargetKind = (typeof targetKinds)[number];

const count = z.int().min(0).max(1_000_000).nullable();

/** What the ledger holds of targets, by kind of entry; stream `target:<unit id>`. */
export const targetEntryKinds = {
  'target.set': z.object({
    year: z.int().min(1930).max(2100),
    of: z.enum(targetKinds),
    minimum: count,
    maximum: count,
    aim: count,
    /** known result of a year that Nguồn did not keep itself */
    done: count,
    decision: z
      .object({ number: entryCode.nullable(), on: entryDay.nullable(), by: publicText().nullable() })
      .nullable(),
  }),
} satisfies Record<string, z.ZodType>;
export type TargetData = z.output<(typeof targetEntryKinds)['target.set']>;

export interface Target extends TargetData {
  unitId: number;
}

export function targetEntry(
  unitId: number,
  about: { clientId: string; batch?: string | null },
  data: TargetData,
): NewEntry {
  return {
    clientId: about.clientId,
    stream: `target:${unitId}`,
    kind: 'target.set',
    happenedOn: null,
    unitId,
    batch: about.batch ?? null,
    data: { ...data },
  };
}

/** The targets in force, by year and kind. */
export function foldTargets(unitId: number, entries: readonly Entry[]): Target[] {
  const newest = new Map<string, Target>();
  for (const entry of effective(entries)) {
    const data = entry.data as TargetData;
    newest.set(`${data.year}/${data.of}`, { unitId, ...data });
  }
  return [...newest.values()].sort((a, b) => a.year - b.year || (a.of < b.of ? -1 : 1));
}
