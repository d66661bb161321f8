// A round of reports: what a committee asks of units below it – form, period, closing day, day due – with every
// extension, and its taking back. No day is invented: the committee says them.
import { z } from 'zod';
import type { Day, PartialDay } from '../../platform/day.ts';
import { type Entry, entryCode, entryDay, publicText } from '../../platform/entry.ts';
import { mostAsked, type OwingState } from '../round-view.ts';

const unitId = z.int().positive();
const text = publicText();

/** What is asked, by whatever form. */
export const askedFields = {
  period: entryCode,
  closesOn: entryDay,
  dueOn: entryDay,
  to: z.array(unitId).min(1).max(mostAsked),
  words: text,
  documentId: z.uuid().nullable(),
};

/** Stream `report_round:<uuid>`; the committee stands in the entry’s own column. */
export const roundKinds = {
  'report_round.asked': z.object({
    form: entryCode,
    formTitle: z.object({ vi: text, en: text }),
    ...askedFields,
  }),
  /** no units = all of them */
  'report_round.extended': z.object({ units: z.array(unitId).max(mostAsked), dueOn: entryDay, ground: text }),
  'report_round.taken_back': z.object({ ground: text }),
} satisfies Record<string, z.ZodType>;
export type AskedData = z.output<(typeof roundKinds)['report_round.asked']>;
type ExtendedData = z.output<(typeof roundKinds)['report_round.extended']>;

export const roundStreamOf = (id: string): string => `report_round:${id}`;
export const reportClock = 'report_submit';
export const submitStep = 'report_submit';

export interface Extension {
  on: Day;
  dueOn: Day;
  units: number[];
  reason: string;
}
export interface Round extends Omit<AskedData, 'to'> {
  id: string;
  entry: string;
  unitId: number;
  askedOn: Day;
  takenBackOn: Day | null;
  ground: string | null;
  units: { unitId: number; dueOn: Day }[];
  extensions: Extension[];
  version: number;
}

export function foldRound(id: string, entries: readonly Entry[]): Round | null {
  const asked = entries.find(({ kind }) => kind === 'report_round.asked');
  if (!asked || asked.unitId === null) return null;
  const { to, ...data } = asked.data as AskedData;
  const back = entries.find(({ kind }) => kind === 'report_round.taken_back');
  const extensions = entries.filter(({ kind }) => kind === 'report_round.extended').map(extensionOf);
  return {
    id,
    entry: asked.clientId,
    unitId: asked.unitId,
    ...data,
    askedOn: asked.happenedOn ?? '',
    takenBackOn: back?.happenedOn ?? null,
    ground: (back?.data.ground as string | undefined) ?? null,
    units: to.map((unit) => ({ unitId: unit, dueOn: dueOf(unit, data.dueOn, extensions) })),
    extensions,
    version: entries.at(-1)?.version ?? 0,
  };
}

function extensionOf({ happenedOn, data }: Entry): Extension {
  const { units, dueOn, ground } = data as ExtendedData;
  return { on: happenedOn ?? '', dueOn, units, reason: ground };
}

const dueOf = (unit: number, first: Day, extensions: readonly Extension[]): Day =>
  extensions.findLast(({ units }) => units.length === 0 || units.includes(unit))?.dueOn ?? first;

export interface Owing {
  /** of the report, where there is one */
  reportState: 'submitted' | 'returned' | null;
  dueOn: Day;
  /** of the unit that is asked */
  endedOn: PartialDay | null;
}

/** What was asked stays asked, whatever becomes of the unit; only of one that has ended nothing more is expected. */
export function stateOf({ reportState, dueOn, endedOn }: Owing, today: Day): OwingState {
  if (reportState === 'submitted') return reportState;
  if (endedOn !== null) return 'ended';
  return reportState ?? (dueOn < today ? 'late' : 'owing');
}
