// One workbook brought in, as the ledger keeps it: what it wrote by counts, or that it was undone.
import { z } from 'zod';
import type { NewEntry } from '../../platform/entry.ts';

const count = z.int().min(0);

export const batchKinds = {
  'batch.imported': z.object({
    units: count,
    people: count,
    dossiers: count,
    offices: count,
    targets: count,
    acts: count,
    changed: count,
  }),
  /** names the batch; from here on none of its entries stands */
  'batch.undone': z.object({}),
} satisfies Record<string, z.ZodType>;

export const batchStates = [
  'reading',
  'previewed',
  'running',
  'done',
  'cancelled',
  'failed',
  'undone',
] as const;
export type BatchState = (typeof batchStates)[number];

export function batchEntry(
  kind: keyof typeof batchKinds,
  about: { clientId: string; batchId: string; unitId: number },
  data: Record<string, unknown>,
): NewEntry {
  return {
    clientId: about.clientId,
    stream: `batch:${about.batchId}`,
    kind,
    happenedOn: null,
    unitId: about.unitId,
    names: kind === 'batch.undone' ? about.batchId : null,
    data,
  };
}
