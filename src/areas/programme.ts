// Programmes of a committee: pilots, models, schemes, and the strengthening of weak units – with the units that take part and
// how far each has come. What the ledger holds of them, and how that folds.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryDay, publicText } from '../platform/entry.ts';
import { idsOf, type Message } from '../platform/messages.ts';

export const programmeKinds = {
  pilot: { vi: 'Thí điểm', en: 'Pilot' },
  model: { vi: 'Mô hình', en: 'Model' },
  scheme: { vi: 'Đề án, chương trình', en: 'Scheme' },
  strengthen: { vi: 'Củng cố tổ chức yếu kém', en: 'Strengthening of weak units' },
} as const satisfies Record<string, Message>;
export type ProgrammeKind = keyof typeof programmeKinds;
export const programmeKindIds = idsOf(programmeKinds);

export const partStates = {
  planned: { vi: 'dự kiến', en: 'planned' },
  doing: { vi: 'đang thực hiện', en: 'under way' },
  done: { vi: 'đã hoàn thành', en: 'completed' },
  stopped: { vi: 'đã dừng', en: 'stopped' },
} as const satisfies Record<string, Message>;
export type PartState = keyof typeof partStates;
export const partStateIds = idsOf(partStates);

const year = z.int().min(1930).max(2100);
const programmeData = z.object({
  kind: z.enum(programmeKindIds),
  name: publicText(),
  documentId: z.uuid().nullable(),
  fromYear: year,
  toYear: year.nullable(),
});
export type ProgrammeData = z.output<typeof programmeData>;

/** Stream `programme:<uuid>`. */
export const programmeEntryKinds = {
  'programme.begun': programmeData,
  /** names what it takes the place of */
  'programme.amended': programmeData,
  'programme.unit': z.object({
    unitId: z.int().positive(),
    state: z.enum(partStateIds),
    plan: publicText().nullable(),
  }),
  /** a unit put in by mistake */
  'programme.unit_left': z.object({ unitId: z.int().positive() }),
  'programme.ended': z.object({ endedOn: entryDay }),
} satisfies Record<string, z.ZodType>;

export const programmeStreamOf = (id: string): string => `programme:${id}`;

export interface Part {
  unitId: number;
  state: PartState;
  on: Day;
  plan: string | null;
  entry: string;
}
export interface Programme extends ProgrammeData {
  id: string;
  entry: string;
  unitId: number;
  endedOn: Day | null;
  parts: Part[];
  version: number;
}

/** null once it was taken back. */
export function foldProgramme(id: string, entries: readonly Entry[]): Programme | null {
  const standing = effective(entries).toSorted((a, b) => a.position - b.position);
  const begun = standing.find(({ kind }) => kind === 'programme.begun' || kind === 'programme.amended');
  if (!begun || begun.unitId === null) return null;
  const ended = standing.findLast(({ kind }) => kind === 'programme.ended');
  return {
    ...(begun.data as ProgrammeData),
    id,
    entry: begun.clientId,
    unitId: begun.unitId,
    endedOn: ended ? (ended.data as { endedOn: Day }).endedOn : null,
    parts: partsOf(standing),
    version: Math.max(0, ...entries.map(({ version }) => version)),
  };
}

/** Of each unit what happened last; of two things on one day the one recorded later. */
function partsOf(standing: readonly Entry[]): Part[] {
  const parts = new Map<number, Part>();
  for (const { kind, clientId, happenedOn, data } of standing) {
    const { unitId } = data as { unitId: number };
    if (kind === 'programme.unit_left') parts.delete(unitId);
    if (kind !== 'programme.unit' || happenedOn === null) continue;
    const { state, plan } = data as { state: PartState; plan: string | null };
    if ((parts.get(unitId)?.on ?? '') > happenedOn) continue;
    parts.set(unitId, { unitId, state, on: happenedOn, plan, entry: clientId });
  }
  return [...parts.values()];
}
