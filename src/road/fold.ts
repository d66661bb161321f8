// A dossier as its standing entries make it: who, where, and the acts of the road in the order of their days.
// No rule is asked here; what the acts lead to is reckoned in standing.ts.
import type { PartialDay } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import type { Entry } from '../platform/entry.ts';
import { derivedId } from '../platform/ids.ts';
import type {
  ActData,
  DocumentData,
  EndedData,
  HandedOverData,
  Inputs,
  OpenedData,
  TakenOverAct,
  TakenOverData,
} from './dossier.ts';

export interface Act {
  /** client id of the entry that stands; of a taken-over act an id made from its take-over */
  entry: string;
  /** client id of the first entry of the act: what other acts refer to, however often it is corrected */
  root: string;
  step: string;
  on: PartialDay | null;
  inputs: Inputs;
  passed: boolean | null;
  takenOver: boolean;
  /** the cell that had the case then */
  unitId: number;
  /** what the entry holds beside; null for an act taken over */
  data: ActData | null;
  ruleset: string | null;
}

export interface TakeOver {
  entry: string;
  on: PartialDay;
  stage: string;
  stageOn: PartialDay | null;
  recordedBy: string;
  voucherId: string | null;
  paper: DocumentData | null;
}

/** From this day on, after so many of the acts, another cell has the case. */
export interface Handover {
  entry: string;
  on: PartialDay;
  fromUnitId: number;
  toUnitId: number;
  handoverId: string | null;
  /** the roll moved the member, and the case followed */
  roll: string | null;
  after: number;
}

/** The membership ended on the roll. */
export interface Ended {
  as: string;
  on: PartialDay;
}

export interface Dossier {
  id: string;
  personId: string;
  /** the cell that has the case now */
  unitId: number;
  handovers: Handover[];
  ended: Ended | null;
  procedure: string;
  procedureVersion: string;
  proposerUnitId: number | null;
  classUnitId: number | null;
  sourceKey: string | null;
  takenOver: TakeOver | null;
  acts: Act[];
  version: number;
}

export type DossierEntry = Pick<
  Entry,
  | 'clientId'
  | 'kind'
  | 'position'
  | 'version'
  | 'happenedOn'
  | 'names'
  | 'data'
  | 'unitId'
  | 'personId'
  | 'recordedBy'
  | 'ruleset'
>;

const beginnings = new Set(['dossier.opened', 'dossier.taken_over']);

/** null when the beginning was withdrawn. */
export function foldDossier(id: string, entries: readonly DossierEntry[]): Dossier | null {
  const standing = effective(entries);
  const first = standing.find((entry) => beginnings.has(entry.kind));
  if (!first?.personId || first.unitId === null) return null;
  const opening = first.data as OpenedData | TakenOverData;
  const walked = walk(first.unitId, first, standing, rootsOf(entries));
  return {
    id,
    personId: first.personId,
    unitId: walked.unitId,
    handovers: walked.handovers,
    ended: endedOf(standing),
    procedure: opening.procedure,
    procedureVersion: opening.procedureVersion,
    proposerUnitId: opening.proposerUnitId,
    classUnitId: lastClass(standing),
    sourceKey: opening.sourceKey,
    takenOver: first.kind === 'dossier.taken_over' ? takeOverOf(first) : null,
    acts: walked.acts,
    version: entries.at(-1)?.version ?? 0,
  };
}

const isAct = (entry: DossierEntry) => entry.kind === 'dossier.opened' || entry.kind === 'dossier.act';

/** Of each entry the first one that it corrects, directly or by others. */
function rootsOf(entries: readonly DossierEntry[]): ReadonlyMap<string, string> {
  const roots = new Map<string, string>();
  for (const { clientId, names } of entries)
    roots.set(clientId, names === null ? clientId : (roots.get(names) ?? names));
  return roots;
}

/** Acts and hand-overs in the order of their days: each act belongs to the cell that had the case then. */
function walk(
  firstUnit: number,
  first: DossierEntry,
  standing: readonly DossierEntry[],
  roots: ReadonlyMap<string, string>,
): Pick<Dossier, 'unitId' | 'handovers' | 'acts'> {
  const acts = takenOverActs(first, firstUnit);
  const handovers: Handover[] = [];
  let unitId = firstUnit;
  for (const entry of standing) {
    if (isAct(entry)) acts.push(actOf(entry, unitId, roots.get(entry.clientId) ?? entry.clientId));
    if (entry.kind !== 'dossier.handed_over') continue;
    const { toUnitId, handoverId, roll } = entry.data as HandedOverData;
    const on = entry.happenedOn ?? '';
    handovers.push({
      entry: entry.clientId,
      on,
      fromUnitId: unitId,
      toUnitId,
      handoverId,
      roll: roll ?? null,
      after: acts.length,
    });
    unitId = toUnitId;
  }
  return { unitId, handovers, acts };
}

function endedOf(standing: readonly DossierEntry[]): Ended | null {
  const last = standing.findLast(({ kind }) => kind === 'dossier.ended');
  return last ? { as: (last.data as EndedData).as, on: last.happenedOn ?? '' } : null;
}

/** The cell that had the case on a day; the day of a hand-over is the receiver's. */
export function unitOn({ unitId, handovers }: Pick<Dossier, 'unitId' | 'handovers'>, on: PartialDay): number {
  const last = handovers.findLast((one) => compare(one.on, on) <= 0);
  return last?.toUnitId ?? handovers[0]?.fromUnitId ?? unitId;
}

function actOf(entry: DossierEntry, unitId: number, root: string): Act {
  const data = entry.data as ActData;
  return {
    entry: entry.clientId,
    root,
    unitId,
    step: data.step,
    on: entry.happenedOn,
    inputs: data.inputs,
    passed: data.verdict.passed,
    takenOver: false,
    data,
    ruleset: entry.ruleset,
  };
}

function takeOverOf(entry: DossierEntry): TakeOver {
  const { stage, stageOn, voucherId, paper } = entry.data as TakenOverData;
  const on = entry.happenedOn ?? '';
  return { entry: entry.clientId, on, stage, stageOn, voucherId, paper, recordedBy: entry.recordedBy };
}

/** An act taken over has no entry of its own; its id is made from the take-over and its place in it. */
export const takenOverId = (takeOver: string, index: number): string => derivedId(takeOver, `act.${index}`);

function takenOverActs(entry: DossierEntry, unitId: number): Act[] {
  if (entry.kind !== 'dossier.taken_over') return [];
  const acts = (entry.data as TakenOverData).acts.map((act: TakenOverAct, index) => ({
    entry: takenOverId(entry.clientId, index),
    root: takenOverId(entry.clientId, index),
    unitId,
    ...act,
    takenOver: true,
    data: null,
    ruleset: null,
  }));
  return acts.sort((a, b) => compare(a.on, b.on));
}

/** Days that are not known come first: nothing is said to follow from them. */
const compare = (a: PartialDay | null, b: PartialDay | null): number => {
  const [first, second] = [a ?? '', b ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
};

function lastClass(standing: readonly DossierEntry[]): number | null {
  const named = standing.map(classNamed).filter((unit) => unit !== undefined);
  return named.at(-1) ?? null;
}

function classNamed(entry: DossierEntry): number | null | undefined {
  const { classUnitId } = entry.data as { classUnitId?: number | null };
  // An act that sends the case nowhere says nothing; only a naming may take the class back.
  if (entry.kind === 'dossier.class_named') return classUnitId ?? null;
  return classUnitId ?? undefined;
}

/** The acts that stood before something happened on this day: acts of the day itself count as earlier. */
export const actsUpTo = (acts: readonly Act[], on: PartialDay): Act[] =>
  acts.filter((act) => act.takenOver || compare(act.on, on) <= 0);
