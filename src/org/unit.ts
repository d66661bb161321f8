// A unit: what happened to it (its ledger entries), and what it is and was – the fold of them. Acts are patches of
// its situation from their day on, so that an act recorded late still finds its place in time.
import { z } from 'zod';
import { type Day, earliest, type PartialDay } from '../platform/day.ts';
import { effective, withdrawal } from '../platform/effective.ts';
import { type Entry, entryCode, entryDay, publicText } from '../platform/entry.ts';

const unitRef = z.int().positive();
export const decisionData = z.object({
  number: entryCode,
  on: entryDay,
  by: publicText().nullable(),
});
export type Decision = z.output<typeof decisionData>;

const paper = { decision: decisionData.nullable(), reason: publicText().optional() };
const beginning = z.object({
  ...paper,
  provinceId: entryCode,
  parentId: unitRef.nullable(),
  unitKind: entryCode,
  type: entryCode.nullable(),
  name: publicText(),
  code: entryCode.nullable(),
  placeCode: entryCode.nullable(),
  foundedOn: entryDay.nullable(),
  external: z.boolean(),
  sourceKey: publicText().nullable(),
});
export type Beginning = z.output<typeof beginning>;

/** What the ledger holds of units, by kind of entry. */
export const unitKindsOfEntry = {
  'unit.founded': beginning,
  /** the state found when Nguồn began to keep this unit */
  'unit.taken_over': beginning,
  'unit.renamed': z.object({ ...paper, name: publicText() }),
  'unit.moved': z.object({ ...paper, parentId: unitRef }),
  'unit.kind_changed': z.object({ ...paper, unitKind: entryCode, type: entryCode.nullable() }),
  'unit.details': z.object({ ...paper, code: entryCode.nullable(), placeCode: entryCode.nullable() }),
  'unit.ended': z.object({ ...paper, as: z.enum(['dissolved', 'merged']), intoId: unitRef.nullable() }),
  'unit.restored': z.object(paper),
  /** why the named entry was withdrawn */
  'unit.reason': z.object({ of: z.uuid(), reason: publicText() }),
} satisfies Record<string, z.ZodType>;
export type UnitEntryKind = keyof typeof unitKindsOfEntry;

interface Situation {
  parentId: number | null;
  kind: string;
  type: string | null;
  name: string;
}
/** [fromOn, toOn); fromOn '' = since before anything is known. */
export interface UnitPlace extends Situation {
  fromOn: PartialDay | '';
  toOn: PartialDay | null;
}
export interface Unit extends Situation {
  id: number;
  provinceId: string;
  code: string | null;
  placeCode: string | null;
  external: boolean;
  sourceKey: string | null;
  foundedOn: PartialDay | null;
  endedOn: PartialDay | null;
  /** first day of which something else than the founding may be recorded */
  knownFrom: Day | '';
  places: UnitPlace[];
}

type UnitEntry = Pick<Entry, 'clientId' | 'kind' | 'position' | 'happenedOn' | 'names' | 'data'>;
const beginnings = new Set(['unit.founded', 'unit.taken_over']);
export const isBeginning = (entry: { kind: string }): boolean => beginnings.has(entry.kind);

/** The unit as its standing entries make it; null when its beginning was withdrawn. */
export function foldUnit(id: number, entries: readonly UnitEntry[]): Unit | null {
  const standing = effective(entries);
  const first = standing.find(isBeginning);
  if (!first) return null;
  const unit = beginWith(id, first);
  for (const entry of standing) if (entry !== first) applyAct(unit, entry);
  return unit;
}

function beginWith(id: number, entry: UnitEntry): Unit {
  const data = entry.data as Beginning;
  const from = data.foundedOn ?? (entry.kind === 'unit.founded' ? entry.happenedOn : null);
  const situation = { parentId: data.parentId, kind: data.unitKind, type: data.type, name: data.name };
  return {
    id,
    ...situation,
    provinceId: data.provinceId,
    code: data.code,
    placeCode: data.placeCode,
    external: data.external,
    sourceKey: data.sourceKey,
    foundedOn: from,
    endedOn: null,
    knownFrom: entry.happenedOn ? earliest(entry.happenedOn) : '',
    places: [{ ...situation, fromOn: from ?? '', toOn: null }],
  };
}

/** What each act changes of the situation. */
const patches: Record<string, (data: Record<string, unknown>) => Partial<Situation>> = {
  'unit.renamed': (data) => ({ name: data.name as string }),
  'unit.moved': (data) => ({ parentId: data.parentId as number }),
  'unit.kind_changed': (data) => ({ kind: data.unitKind as string, type: data.type as string | null }),
};

function applyAct(unit: Unit, entry: UnitEntry): void {
  const patch = patches[entry.kind];
  const on = entry.happenedOn ?? '';
  if (patch) changePlace(unit, patch(entry.data), on);
  else if (entry.kind === 'unit.details')
    Object.assign(unit, { code: entry.data.code, placeCode: entry.data.placeCode });
  else if (entry.kind === 'unit.ended') endOn(unit, on);
  else if (entry.kind === 'unit.restored') restoreOn(unit, on);
}

const lastPlace = (unit: Unit): UnitPlace => unit.places[unit.places.length - 1] as UnitPlace;
const situationOf = ({ parentId, kind, type, name }: Situation): Situation => ({
  parentId,
  kind,
  type,
  name,
});

function changePlace(unit: Unit, patch: Partial<Situation>, on: PartialDay): void {
  const last = lastPlace(unit);
  Object.assign(unit, patch);
  // A change on the first day of a place takes that place over: a day has one situation, its last.
  if (on <= last.fromOn) Object.assign(last, patch);
  else {
    const toOn = last.toOn;
    last.toOn = on;
    unit.places.push({ ...situationOf(unit), fromOn: on, toOn });
  }
}

function endOn(unit: Unit, on: PartialDay): void {
  unit.endedOn = on;
  lastPlace(unit).toOn = on;
}

function restoreOn(unit: Unit, on: PartialDay): void {
  unit.endedOn = null;
  const last = lastPlace(unit);
  if (last.toOn === on) last.toOn = null;
  else unit.places.push({ ...situationOf(unit), fromOn: on, toOn: null });
}

export interface UnitHistoryItem {
  entry: string;
  kind: string;
  happenedOn: PartialDay | null;
  recordedAt: string;
  recordedBy: string;
  data: Record<string, unknown>;
  state: 'standing' | 'corrected' | 'withdrawn';
  reason: string | null;
}

/** Everything that was recorded, newest act first; what no longer stands says so and why. */
export function unitHistory(entries: readonly Entry[]): UnitHistoryItem[] {
  const standing = new Set(effective(entries).map((entry) => entry.clientId));
  const withdrawn = new Set(entries.filter((e) => e.kind === withdrawal).map((e) => e.names));
  const reasons = new Map(
    entries
      .filter((e) => e.kind === 'unit.reason')
      .map((e) => [e.data.of as string, e.data.reason as string]),
  );
  const corrections = new Map(
    entries.filter((e) => e.names).map((e) => [e.names, e.data.reason as string | undefined]),
  );
  return entries
    .filter((entry) => entry.kind !== withdrawal && entry.kind !== 'unit.reason')
    .toReversed()
    .map((entry) => ({
      entry: entry.clientId,
      kind: entry.kind,
      happenedOn: entry.happenedOn,
      recordedAt: entry.recordedAt,
      recordedBy: entry.recordedBy,
      data: entry.data,
      state: standing.has(entry.clientId)
        ? ('standing' as const)
        : withdrawn.has(entry.clientId)
          ? ('withdrawn' as const)
          : ('corrected' as const),
      reason: reasons.get(entry.clientId) ?? corrections.get(entry.clientId) ?? null,
    }))
    .sort((a, b) =>
      (b.happenedOn ?? '') > (a.happenedOn ?? '') ? 1 : (b.happenedOn ?? '') < (a.happenedOn ?? '') ? -1 : 0,
    );
}
