// Whether an act can have happened: nobody dies twice, moves out who was not in, or is restored who never left.
// Only the impossible is refused here; what the regulations ask of an act is judged by src/rules.
import { earliest, latest, type PartialDay } from '../platform/day.ts';
import type { Params } from '../platform/messages.ts';
import { dataOf, type Decision, type PersonAct } from './acts.ts';
import { endings, isMember, type Standing } from './state.ts';

export interface Objection {
  code: string;
  params: Params;
}
type Objects = (standing: Standing, act: PersonAct) => string | null;

const notMember = (standing: Standing): string =>
  standing.endedAs ? `members.already.${standing.endedAs}` : 'members.not_member';
const member: Objects = (standing) => (isMember(standing) ? null : notMember(standing));
const noMember: Objects = (standing) =>
  isMember(standing) ? 'members.already_member' : standing.endedAs === 'died' ? 'members.already.died' : null;
const official: Objects = (standing) =>
  standing.status === 'official'
    ? null
    : standing.status === 'probationary'
      ? 'members.card_official_only'
      : notMember(standing);
const both =
  (...all: Objects[]): Objects =>
  (standing, act) => {
    for (const one of all) {
      const found = one(standing, act);
      if (found) return found;
    }
    return null;
  };
const when =
  (is: (standing: Standing) => boolean, code: string): Objects =>
  (standing) =>
    is(standing) ? code : null;

const isGone = (standing: Standing) => !isMember(standing) && !restorable.has(standing.endedAs ?? '');
const restorable = new Set<string>(['removed', 'expelled', 'annulled']);
const elsewhere: Objects = (standing, act) => {
  if (act.unitId === standing.unitId) return 'members.same_unit';
  return dataOf(act, 'member.moved').fromUnitId === standing.unitId ? null : 'members.moved_from_elsewhere';
};

/** What speaks against an act, given the standing just before it. */
const objections: Record<string, Objects> = {
  'member.taken_over': noMember,
  'member.admitted': noMember,
  'member.moved_in': noMember,
  'member.recognised': (standing) =>
    standing.status === 'probationary'
      ? null
      : standing.status === 'official'
        ? 'members.already_official'
        : notMember(standing),
  'member.moved': both(member, elsewhere),
  'member.restored': both(noMember, when(isGone, 'members.nothing_to_restore')),
  'member.card_issued': official,
  'member.exempted': both(
    member,
    when((standing) => standing.exempt, 'members.already_exempt'),
  ),
  'member.unexempted': both(
    member,
    when((standing) => !standing.exempt, 'members.not_exempt'),
  ),
  'member.temporary_began': both(
    member,
    when((standing) => standing.activity === 'away', 'members.already_away'),
    (standing, act) =>
      dataOf(act, 'member.temporary_began').toUnitId === standing.unitId ? 'members.same_unit' : null,
  ),
  'member.temporary_ended': both(
    member,
    when((standing) => standing.activity !== 'away', 'members.not_away'),
  ),
  'member.transfer_received': both(
    when((standing) => standing.endedAs !== 'moved_out', 'members.not_moved_out'),
    when((standing) => standing.receivedOn !== null, 'members.already_received'),
  ),
  'person.nominated': noMember,
  'person.released': when((standing) => standing.status !== 'nominee', 'members.not_nominee'),
  'person.placed': when(isMember, 'members.already_member'),
  'person.erased': when((standing) => standing.memberships.length > 0, 'members.erase_member'),
  ...Object.fromEntries(endings.map((ending) => [`member.${ending}`, member])),
};

/** Objections of this list do not undo the act: it is shown as resting on something that has changed. */
export const standsAnyway = new Set(['members.moved_from_elsewhere']);

export function findObjection(
  standing: Standing,
  act: PersonAct,
  bornOn: PartialDay | null,
): Objection | null {
  if (bornOn && daysOf(act).some((day) => latest(day) < earliest(bornOn)))
    return { code: 'members.before_birth', params: {} };
  const code = objections[act.kind]?.(standing, act) ?? null;
  return code ? { code, params: {} } : null;
}

/** All days that an act speaks of. */
const daysOf = ({ happenedOn, data }: PersonAct): PartialDay[] =>
  [happenedOn, data.admittedOn, data.decidedOn, data.officialOn, data.since].filter(
    (day) => typeof day === 'string',
  );

/** Order of the dates of the road; impossible ones are named by field. Unknown dates object to nothing. */
export function roadFaults(road: {
  admittedOn?: PartialDay | null | undefined;
  decidedOn?: PartialDay | null | undefined;
  officialOn?: PartialDay | null | undefined;
}): { field: string; code: string }[] {
  const after = (a?: PartialDay | null, b?: PartialDay | null) => Boolean(a && b && earliest(a) > latest(b));
  const faults: { field: string; code: string }[] = [];
  if (after(road.decidedOn, road.admittedOn))
    faults.push({ field: 'decidedOn', code: 'members.decided_after_ceremony' });
  if (after(road.admittedOn ?? road.decidedOn, road.officialOn))
    faults.push({ field: 'officialOn', code: 'members.official_before_admitted' });
  return faults;
}

/** Acts that stand on a decision of a committee; without its number and day they are not recorded. */
export const needsDecision = new Set(['member.removed', 'member.expelled', 'member.left', 'member.restored']);
export const lacksDecision = (kind: string, decision: Decision | null): boolean =>
  needsDecision.has(kind) && !(decision?.number && decision.on);
