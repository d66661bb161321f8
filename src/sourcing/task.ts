// Work given so that names come: a member is asked to introduce somebody, a mass organisation to learn what its members
// think or to help a candidate. What a member was asked is done by introducing; what an organisation was asked it reports.
import { z } from 'zod';
import { effective } from '../platform/effective.ts';
import { type Entry, entryDay, publicText } from '../platform/entry.ts';

export const taskKinds = ['introduce', 'understand', 'educate'] as const;
export type TaskKind = (typeof taskKinds)[number];

const documentData = z
  .object({ number: publicText().nullable(), on: entryDay.nullable(), by: publicText().nullable() })
  .nullable();

/** Stream `sourcing_task:<uuid>`; the member stands in the entry’s own column. */
export const taskEntryKinds = {
  'task.given': z.object({
    of: z.enum(taskKinds),
    toUnitId: z.int().positive().nullable(),
    dossierId: z.uuid().nullable(),
    dueOn: entryDay,
    document: documentData,
  }),
  'task.done': z.object({}),
} satisfies Record<string, z.ZodType>;
type GivenData = z.output<(typeof taskEntryKinds)['task.given']>;

export interface Task {
  id: string;
  kind: TaskKind;
  unitId: number;
  personId: string | null;
  toUnitId: number | null;
  dossierId: string | null;
  givenOn: string;
  dueOn: string;
  document: GivenData['document'];
  doneOn: string | null;
  version: number;
}

export const taskStreamOf = (id: string): string => `sourcing_task:${id}`;

export function foldTask(id: string, entries: readonly Entry[]): Task | null {
  const standing = effective(entries);
  const given = standing.find((entry) => entry.kind === 'task.given');
  if (!given || given.unitId === null) return null;
  const { of, ...data } = given.data as GivenData;
  return {
    id,
    kind: of,
    ...data,
    unitId: given.unitId,
    personId: given.personId,
    givenOn: given.happenedOn ?? '',
    doneOn: standing.find((entry) => entry.kind === 'task.done')?.happenedOn ?? null,
    version: entries.at(-1)?.version ?? 0,
  };
}
