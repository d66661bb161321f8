// Where a person stands on the roll, and how each act changes it. Acts come in the order of their days.
import { type PartialDay } from '../platform/day.ts';
import { dataOf, type PersonAct } from './acts.ts';

export type MemberKind = 'probationary' | 'official';
export type Status = 'nominee' | MemberKind | 'former' | 'outside';
export const endings = ['moved_out', 'died', 'removed', 'expelled', 'left', 'annulled'] as const;
export type Ending = (typeof endings)[number];

/** [fromOn, toOn); month- or year-only where no more is known. */
export interface Membership {
  unitId: number;
  kind: MemberKind;
  fromOn: PartialDay;
  toOn: PartialDay | null;
  beganAs: string;
  endedAs: string | null;
}

/** One ceremony of admission, and what became of the membership that began with it. */
export interface Admission {
  on: PartialDay;
  unitId: number;
  decidedOn: PartialDay | null;
  beganAs: 'admitted' | 'taken_over';
  /** after an earlier membership known here */
  again: boolean;
  officialOn: PartialDay | null;
  endedAs: Ending | null;
  endedOn: PartialDay | null;
}

export interface Standing {
  unitId: number;
  status: Status;
  endedAs: Ending | null;
  endedOn: PartialDay | null;
  admittedOn: PartialDay | null;
  decidedOn: PartialDay | null;
  officialOn: PartialDay | null;
  /** day of the latest card; its number stands in the vault */
  cardOn: PartialDay | null;
  exempt: boolean;
  activity: 'regular' | 'away';
  activityUnitId: number | null;
  /** day on which the place moved to said that it has taken the member in */
  receivedOn: PartialDay | null;
  /** seniority ran on since decidedOn without a gap */
  unbroken: boolean;
  erased: boolean;
  memberships: Membership[];
  admissions: Admission[];
}

export const newStanding = (unitId: number, status: Status): Standing => ({
  unitId,
  status,
  endedAs: null,
  endedOn: null,
  admittedOn: null,
  decidedOn: null,
  officialOn: null,
  cardOn: null,
  exempt: false,
  activity: 'regular',
  activityUnitId: null,
  receivedOn: null,
  unbroken: true,
  erased: false,
  memberships: [],
  admissions: [],
});

export const isMember = (standing: Standing): boolean =>
  standing.status === 'probationary' || standing.status === 'official';

const openRow = (standing: Standing): Membership | undefined =>
  standing.memberships.find((row) => row.toOn === null);

function close(standing: Standing, on: PartialDay, endedAs: string): void {
  const row = openRow(standing);
  if (!row) return;
  // A row that would end on the day it began says nothing.
  if (row.fromOn >= on) standing.memberships = standing.memberships.filter((other) => other !== row);
  else Object.assign(row, { toOn: on, endedAs });
}

function begin(standing: Standing, on: PartialDay, kind: MemberKind, beganAs: string): void {
  standing.memberships.push({
    unitId: standing.unitId,
    kind,
    fromOn: on,
    toOn: null,
    beganAs,
    endedAs: null,
  });
  Object.assign(standing, { status: kind, endedAs: null, endedOn: null });
}

function admit(standing: Standing, one: Pick<Admission, 'on' | 'beganAs'>): void {
  const { unitId, decidedOn, officialOn, endedAs } = standing;
  const again = endedAs !== null;
  standing.admissions.push({ ...one, unitId, decidedOn, again, officialOn, ...stillThere });
}

/** What becomes of the latest admission, unless another membership has followed it. */
function become(standing: Standing, change: Partial<Admission>, after: Ending | null = null): void {
  const last = standing.admissions.at(-1);
  if (last?.endedAs === after) Object.assign(last, change);
}
const atHome = { activity: 'regular', activityUnitId: null } as const;
const stillThere = { endedAs: null, endedOn: null };

function end(standing: Standing, on: PartialDay, endedAs: Ending): void {
  become(standing, { endedAs, endedOn: on });
  close(standing, on, endedAs);
  Object.assign(standing, { status: 'former', endedAs, endedOn: on, exempt: false });
  Object.assign(standing, { ...atHome, receivedOn: null });
  if (endedAs !== 'moved_out' && endedAs !== 'died') standing.unbroken = false;
}

type Apply = (standing: Standing, act: PersonAct) => void;
const dayOf = (act: PersonAct): PartialDay => act.happenedOn ?? '';
const enter = (standing: Standing, act: PersonAct): void => {
  standing.unitId = act.unitId ?? standing.unitId;
};
const ending =
  (endedAs: Ending): Apply =>
  (standing, act) =>
    end(standing, dayOf(act), endedAs);

interface Road {
  admittedOn: PartialDay | null;
  decidedOn: PartialDay | null;
  officialOn: PartialDay | null;
}
function knowRoad(standing: Standing, road: Road): void {
  standing.admittedOn = road.admittedOn ?? standing.admittedOn;
  standing.decidedOn = road.decidedOn ?? standing.decidedOn;
  standing.officialOn = road.officialOn ?? standing.officialOn;
}

/** The first day of which a taken-over state speaks: known in this unit since, or on the road since, or the list. */
export function takenOverFrom(act: PersonAct): PartialDay {
  const data = dataOf(act, 'member.taken_over');
  if (data.since) return data.since;
  return data.admittedOn ?? data.decidedOn ?? data.officialOn ?? dayOf(act);
}

function takeOver(standing: Standing, act: PersonAct): void {
  const data = dataOf(act, 'member.taken_over');
  const from = takenOverFrom(act);
  enter(standing, act);
  knowRoad(standing, data);
  standing.exempt = data.exempt;
  // Where somebody was admitted before he came to this unit is not known.
  if (data.admittedOn && data.admittedOn === from) admit(standing, { on: from, beganAs: 'taken_over' });
  const grew = data.kind === 'official' && data.admittedOn && data.officialOn && data.officialOn > from;
  if (!grew || !data.officialOn) return begin(standing, from, data.kind, 'taken_over');
  begin(standing, from, 'probationary', 'taken_over');
  close(standing, data.officialOn, 'recognised');
  begin(standing, data.officialOn, 'official', 'recognised');
}

function restore(standing: Standing, act: PersonAct): void {
  const { kind, continuous } = dataOf(act, 'member.restored');
  enter(standing, act);
  if (continuous) standing.unbroken = true;
  become(standing, stillThere, standing.admissions.at(-1)?.endedAs);
  begin(standing, dayOf(act), kind, 'restored');
}

function move(standing: Standing, act: PersonAct): void {
  const row = openRow(standing);
  close(standing, dayOf(act), 'moved');
  enter(standing, act);
  if (row) begin(standing, dayOf(act), row.kind, 'moved');
  // Where the member was a guest is home now.
  if (standing.activityUnitId === standing.unitId) Object.assign(standing, atHome);
}

/** How each kind of act changes the standing; kinds that change nothing here are absent. */
export const changes: Record<string, Apply> = {
  'person.placed': enter,
  'person.nominated': (standing) => {
    standing.status = 'nominee';
  },
  'person.released': (standing) => {
    standing.status = standing.endedAs ? 'former' : 'outside';
  },
  'person.erased': (standing) => {
    standing.erased = true;
  },
  'member.taken_over': takeOver,
  'member.admitted': (standing, act) => {
    enter(standing, act);
    // Readmission is a new road; the first decision keeps counting for seniority only without a gap.
    const decidedOn = dataOf(act, 'member.admitted').decidedOn;
    Object.assign(standing, { admittedOn: dayOf(act), decidedOn, officialOn: null, cardOn: null });
    admit(standing, { on: dayOf(act), beganAs: 'admitted' });
    begin(standing, dayOf(act), 'probationary', 'admitted');
  },
  'member.recognised': (standing, act) => {
    close(standing, dayOf(act), 'recognised');
    standing.officialOn = dayOf(act);
    become(standing, { officialOn: dayOf(act) });
    begin(standing, dayOf(act), 'official', 'recognised');
  },
  'member.moved_in': (standing, act) => {
    const data = dataOf(act, 'member.moved_in');
    enter(standing, act);
    knowRoad(standing, data);
    become(standing, stillThere, 'moved_out');
    begin(standing, dayOf(act), data.kind, 'moved_in');
  },
  'member.moved': move,
  'member.restored': restore,
  'member.moved_out': ending('moved_out'),
  'member.died': ending('died'),
  'member.removed': ending('removed'),
  'member.expelled': ending('expelled'),
  'member.left': ending('left'),
  'member.annulled': ending('annulled'),
  'member.card_issued': (standing, act) => {
    standing.cardOn = dayOf(act);
  },
  'member.exempted': (standing) => {
    standing.exempt = true;
  },
  'member.unexempted': (standing) => {
    standing.exempt = false;
  },
  'member.temporary_began': (standing, act) => {
    Object.assign(standing, {
      activity: 'away',
      activityUnitId: dataOf(act, 'member.temporary_began').toUnitId,
    });
  },
  'member.temporary_ended': (standing) => {
    Object.assign(standing, atHome);
  },
  'member.transfer_received': (standing, act) => {
    standing.receivedOn = dayOf(act);
  },
};
