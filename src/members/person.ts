// A person of the roll: the fold of what happened (state.ts) and of the newest values of the fields (fields.ts).
// The doors of this noun for the other rooms; entries are made with acts.ts.
import {
  addMonths,
  earliest,
  formatDay,
  latest,
  monthsBetween,
  type Day,
  type PartialDay,
} from '../platform/day.ts';
import { effective, withdrawal } from '../platform/effective.ts';
import { dataOf, type PersonAct } from './acts.ts';
import { findObjection, type Objection, standsAnyway } from './decide.ts';
import { changes, newStanding, type Standing, takenOverFrom } from './state.ts';

export * from './acts.ts';
export { findObjection, lacksDecision, type Objection, roadFaults } from './decide.ts';
export {
  type FieldName,
  fieldClass,
  fieldNames,
  noteOf,
  personFields,
  readFields,
  sensitiveFields,
} from './fields.ts';
export {
  type Admission,
  type Ending,
  endings,
  isMember,
  type MemberKind,
  type Membership,
  type Standing,
  type Status,
} from './state.ts';

/** An act that could not have happened as the others now stand. */
export interface Judged extends Objection {
  clientId: string;
  kind: string;
  happenedOn: PartialDay | null;
}

export interface Folded extends Standing {
  provinceId: string;
  sourceKey: string | null;
  /** acts that rest on something that no longer stands */
  objections: Judged[];
}

/** Acts of one day come in this order, so that the order of typing does not matter. */
const ranks: Record<string, number> = {
  'person.registered': 0,
  'person.corrected': 0,
  'person.nominated': 1,
  'member.taken_over': 2,
  'member.admitted': 2,
  'member.moved_in': 2,
  'member.restored': 3,
  'member.recognised': 4,
  'member.temporary_ended': 5,
  'member.unexempted': 5,
  'member.moved': 6,
};
const lastRanks: Record<string, number> = {
  'person.released': 8,
  'member.transfer_received': 9.5,
  'person.erased': 10,
};
const rankOf = (kind: string): number => ranks[kind] ?? lastRanks[kind] ?? (isEnding(kind) ? 9 : 7);
const isEnding = (kind: string): boolean =>
  /^member\.(moved_out|died|removed|expelled|left|annulled)$/.test(kind);

function sortDay(act: PersonAct): string {
  if (act.kind === 'member.taken_over') return takenOverFrom(act);
  // What has no day of its own: details before everything, an erasure after it.
  return rankOf(act.kind) === 0 ? '' : (act.happenedOn ?? '9999');
}

/** The acts in force in the order in which they happened. */
export function actsInOrder<A extends PersonAct>(entries: readonly A[]): A[] {
  const keyed = effective(entries).map((act) => ({ act, day: sortDay(act), rank: rankOf(act.kind) }));
  keyed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.rank - b.rank));
  return keyed.map(({ act }) => act);
}

/** The same up to and including a day. */
export const foldUntil = (entries: readonly PersonAct[], on: PartialDay): Folded | null =>
  foldPerson(
    actsInOrder(entries)
      .filter((act) => sortDay(act) <= on)
      .map((act) => ({ ...act, names: null })),
  );

/** Where the person stands as the entries have it; null when the registration was withdrawn. */
export function foldPerson(entries: readonly PersonAct[], bornOn: PartialDay | null = null): Folded | null {
  const acts = actsInOrder(entries);
  const first = acts.find((act) => act.kind === 'person.registered');
  if (!first || first.unitId === null) return null;
  const { provinceId, as, sourceKey } = dataOf(first, 'person.registered');
  const standing = newStanding(first.unitId, as);
  const judged: Judged[] = [];
  for (const act of acts) {
    const objection = findObjection(standing, act, bornOn);
    if (objection)
      judged.push({ ...objection, clientId: act.clientId, kind: act.kind, happenedOn: act.happenedOn });
    if (!objection || standsAnyway.has(objection.code)) changes[act.kind]?.(standing, act);
  }
  return { ...standing, provinceId, sourceKey, objections: explain(standing, judged) };
}

/** “Not a member” before the first day of membership is a matter of the day: say so. */
function explain(standing: Standing, judged: Judged[]): Judged[] {
  const first = standing.memberships[0];
  return judged.map((item) =>
    item.code === 'members.not_member' && first && item.happenedOn && item.happenedOn < first.fromOn
      ? { ...item, code: 'members.before_membership', params: { on: formatDay(first.fromOn) } }
      : item,
  );
}

export interface Judgement {
  /** why the new acts themselves cannot be */
  refusal: Judged | null;
  /** earlier recorded acts that could no longer have happened */
  broken: Judged[];
  after: Folded | null;
}

/** Judges new entries (acts, corrections, withdrawals) against what is recorded. */
export function decideAct(
  entries: readonly PersonAct[],
  added: readonly Omit<PersonAct, 'position'>[],
  bornOn: PartialDay | null = null,
): Judgement {
  const top = entries.reduce((highest, entry) => Math.max(highest, entry.position), 0);
  const fresh = added.map((act, index) => ({ ...act, position: top + 1 + index }));
  const before = new Set(foldPerson(entries, bornOn)?.objections.map((item) => item.clientId));
  const after = foldPerson([...entries, ...fresh], bornOn);
  const mine = new Set(fresh.map((act) => act.clientId));
  const found = after?.objections ?? [];
  return {
    refusal: found.find((item) => mine.has(item.clientId)) ?? null,
    broken: found.filter((item) => !mine.has(item.clientId) && !before.has(item.clientId)),
    after,
  };
}

export type EntryState = 'stands' | 'corrected' | 'withdrawn';
/** What became of each entry: withdrawn, replaced by a correction, or in force. */
export function stateOf(entries: readonly PersonAct[]): (clientId: string) => EntryState {
  const standing = new Set(effective(entries).map((entry) => entry.clientId));
  const corrections = new Map(
    entries.filter((e) => e.names && e.kind !== withdrawal).map((e) => [e.names, e.clientId]),
  );
  const state = (id: string): EntryState => {
    if (standing.has(id)) return 'stands';
    const by = corrections.get(id);
    // A correction that was itself withdrawn takes the act it corrected with it.
    return by && state(by) !== 'withdrawn' ? 'corrected' : 'withdrawn';
  };
  return state;
}

/** Age in whole years on a day; null where the birth is not known, the youngest age it may be where only in part. */
export const ageOn = (bornOn: PartialDay | null, on: Day): number | null =>
  bornOn ? Math.floor(monthsBetween(latest(bornOn), on) / 12) : null;

/** Years of seniority (tuổi đảng): from the day of the admission decision; null when there was a gap to be judged. */
export function seniorityOn(
  standing: Pick<Standing, 'decidedOn' | 'admittedOn' | 'unbroken'>,
  on: Day,
): number | null {
  const from = standing.decidedOn ?? standing.admittedOn;
  if (!from || !standing.unbroken || earliest(from) > on) return null;
  return Math.floor(monthsBetween(latest(from) > on ? earliest(from) : latest(from), on) / 12);
}

/** Born on or before this day = at least `years` old on `on`. */
export const bornBy = (on: Day, years: number): Day => addMonths(on, -12 * years);
