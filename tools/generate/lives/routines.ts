// What happens month by month beside the road: people grow older, are away for a while, ask to be exempt, retire; cells meet, helpers
// write notes, officers open pages. Meetings, notes and pages opened are kept for the last twelve months only.
import { type DayNumber, dayOfNumber, openDayFrom, yearOf } from '../days.ts';
import { gamma, poisson, wholeNear } from '../draw.ts';
import type { AbsenceLine } from '../line.ts';
import { homes } from '../plan.ts';
import { care, routines } from './settings.ts';
import {
  ageOn,
  type Case,
  type Cell,
  isOfficial,
  isThere,
  type Life,
  type Member,
  type Seat,
} from './life.ts';
import { placeOf } from './moves.ts';
import { noteText } from './notes.ts';
import { committeeSize, reorganisation } from './committee.ts';
import { isFrail, retiresAt } from './roll.ts';

/** On the first of a month. */
export function beginMonth(life: Life): void {
  for (const cell of life.cells.values()) {
    for (const member of cell.members) grow(life, member);
    if (homes.has(cell.plan.type)) sendAway(life, cell);
    survey(life, cell);
  }
}

/** Looking back on the month that began on `from`: what was done by those who are still there. */
export function endMonth(life: Life, from: DayNumber): void {
  if (life.today <= life.recent) return;
  for (const cell of life.cells.values()) meet(life, cell, from);
  meetAsCommittee(life, from);
  for (const one of life.cases.values()) follow(life, one, from);
  openPages(life, from);
}

/** Some lead the union beyond thirty. */
const leavesUnion = 36;
const leavesSchool = 24;
const afterSchool = [
  ['ND', 5],
  ['KCT', 3],
  ['DN', 2],
] as const;

function grow(life: Life, member: Member): void {
  const age = ageOn(member, life.today);
  if (!member.exempt && isOfficial(member) && isFrail(member, life.today)) exempt(life, member, age);
  const leaves = member.youthUnion && age >= leavesUnion;
  const occupation = workAt(life, member, age);
  if (!leaves && occupation === member.occupation) return;
  const changes = {
    ...(leaves ? { youthUnion: 'false' } : {}),
    ...(occupation === member.occupation ? {} : { occupation }),
  };
  member.youthUnion = member.youthUnion && !leaves;
  member.occupation = occupation;
  const [personId, unitId, on] = [member.id, member.cell.id, dayOfNumber(life.today)];
  life.put({ line: 'profile', personId, unitId, on, changes });
}

function workAt({ chance }: Life, { occupation, sex }: Member, age: number): string {
  if (occupation === 'HUU') return occupation;
  if (age >= retiresAt(occupation, sex)) return 'HUU';
  return occupation === 'HSSV' && age >= leavesSchool
    ? chance.weighted(afterSchool, ([, weight]) => weight)[0]
    : occupation;
}

function exempt(life: Life, member: Member, age: number): void {
  member.exempt = true;
  const reason = age > 70 || life.chance.yes(0.7) ? 'age' : 'treatment';
  const [personId, unitId, on] = [member.id, member.cell.id, dayOfNumber(life.today)];
  life.put({ line: 'exempt', personId, unitId, on, reason });
}

function sendAway(life: Life, cell: Cell): void {
  const rate = routines.away / routines.awayMonths;
  for (let count = poisson(life.chance, rate * cell.members.length); count > 0; count -= 1) {
    const member = life.chance.pick(cell.members);
    if (!isOfficial(member) || !isThere(member, life.today) || member.seats.length > 0) continue;
    if (member.helping.length > 0) continue;
    const from = life.today + life.chance.int(0, 20);
    const to = from + 60 + Math.round(gamma(life.chance, 2, (routines.awayMonths - 2) * 15.2));
    member.away = to;
    if (from > life.last) continue;
    const line: AbsenceLine = {
      line: 'absence',
      personId: member.id,
      unitId: cell.id,
      fromOn: dayOfNumber(from),
      toOn: to > life.last ? null : dayOfNumber(to),
      toUnitId: null,
      place: placeOf(life),
    };
    member.absence = line;
    life.put(line, from);
  }
}

/** In the second month of the year, for the last years. */
function survey(life: Life, cell: Cell): void {
  const { chance, today } = life;
  const year = yearOf(today);
  if (new Date(today * 86_400_000).getUTCMonth() !== 1) return;
  if (year <= yearOf(life.last) - routines.surveys) return;
  const people = poisson(chance, 1 + cell.members.length * 0.25);
  const groups: Record<string, number> = homes.has(cell.plan.type)
    ? {
        DVTN: wholeNear(chance, people * 0.55),
        QCUT: wholeNear(chance, people * 0.3),
        PN: wholeNear(chance, people * 0.3),
      }
    : { DVTN: wholeNear(chance, people * 0.6), CNDN: wholeNear(chance, people * 0.5) };
  const counts = Object.values(groups);
  const sum = counts.reduce((all, one) => all + one, 0);
  const told = Math.min(sum, Math.max(people, ...counts));
  const on = openDayFrom(today + 9);
  if (on <= life.last)
    life.put({ line: 'survey', unitId: cell.id, year, on: dayOfNumber(on), people: told, groups }, on);
}

const within = (life: Life, day: DayNumber): boolean => day >= life.recent && day <= life.last;
const isSince = (line: { fromOn: string }, on: DayNumber): boolean => line.fromOn <= dayOfNumber(on);

function meet(life: Life, cell: Cell, from: DayNumber): void {
  const { chance } = life;
  const on = openDayFrom(from + cell.meets - 1);
  if (!within(life, on)) return;
  const expected = cell.members.filter((one) => isThere(one, on)).length;
  const [a, b] = routines.attendance;
  const [came, missed] = [gamma(chance, a, 1), gamma(chance, b, 1)];
  const share = came / (came + missed);
  const present = Math.max(Math.min(expected, Math.ceil(expected / 2)), wholeNear(chance, expected * share));
  const id = `${cell.id}-${dayOfNumber(on).slice(0, 7)}`;
  life.put(
    {
      line: 'meeting',
      id,
      unitId: cell.id,
      body: 'cell',
      on: dayOfNumber(on),
      expected,
      present: Math.min(expected, present),
    },
    on,
  );
}

function meetAsCommittee(life: Life, from: DayNumber): void {
  const { commune, committeeMeets } = life.setting;
  const on = openDayFrom(from + committeeMeets - 1);
  // Today's committee met only once there was one.
  if (!within(life, on) || (commune.placeCode !== null && on < reorganisation)) return;
  const expected = committeeSize(commune);
  const present = expected - Math.min(Math.floor(expected / 3), poisson(life.chance, expected * 0.06));
  const day = dayOfNumber(on);
  const id = `${commune.id}-${day.slice(0, 7)}`;
  life.put(
    { line: 'meeting', id, unitId: commune.id, body: 'base_committee', on: day, expected, present },
    on,
  );
}

/** A note each month, now and then none; sometimes a conversation. */
function follow(life: Life, one: Case, from: DayNumber): void {
  const { chance } = life;
  const helper = one.helperIs;
  if (!helper || !one.helper) return;
  const on = openDayFrom(from + one.cell.meets);
  if (within(life, on) && isSince(one.helper, on) && !chance.yes(care.notesMissing)) {
    const [caseId, helperId, month] = [one.id, helper.id, dayOfNumber(on).slice(0, 7)];
    const text = noteText(chance);
    life.put({ line: 'note', caseId, helperId, month, on: dayOfNumber(on), text }, on);
  }
  const talked = openDayFrom(from + chance.int(5, 20));
  if (within(life, talked) && isSince(one.helper, talked) && chance.yes(care.contacts))
    life.put({ line: 'contact', caseId: one.id, byId: helper.id, on: dayOfNumber(talked) }, talked);
}

function openPages(life: Life, from: DayNumber): void {
  const { chance } = life;
  for (const seat of life.seats) {
    if (seat.closed || !seat.line) continue;
    const often = seat.kind === 'cell_secretary' ? routines.opensSecretary : routines.opensOfficer;
    if (seat.kind === 'political_centre' || seat.kind === 'committee_member') continue;
    for (let count = poisson(chance, often * share(life)); count > 0; count -= 1) openPage(life, seat, from);
  }
}
/** Of the nation one opened page in a hundred is told. */
const share = (life: Life): number => (life.setting.options.set === 'L10' ? 0.01 : 1);

function openPage(life: Life, { from: cells, line }: Seat, from: DayNumber): void {
  const { chance } = life;
  const on = from + chance.int(0, 27);
  const cell = chance.pick(cells);
  const member = cell.members.length > 0 ? chance.pick(cell.members) : null;
  if (!line || !member || !within(life, on) || !isSince(line, on) || member.entered > on) return;
  const helped = member.helping[0];
  const [subject, subjectId] =
    helped && helped.introduced <= on && chance.yes(0.6)
      ? (['dossier', helped.id] as const)
      : (['person', member.id] as const);
  const at = chance.int(7 * 3600, 17 * 3600);
  life.put({ line: 'access', officeId: line.id, on: dayOfNumber(on), at, subject, subjectId }, on);
}
