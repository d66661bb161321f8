// The register of members: 463 on the day of the article, then month by month deaths, departures, arrivals and
// admissions up to today, so that every status is the result of something that happened.
import { addDays, addMonths } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import { workingFrom, workingUpTo } from './calendar.ts';
import { ageOn, cellOn, isOfficialOn, isOn, makePerson } from './person.ts';
import type { Leave, Person } from './person.ts';
import { chanceOf } from './random.ts';
import type { Chance } from './random.ts';
import { cells, decider, described, knownAdmissions, laterIn2018 } from './setting.ts';
import type { CellPlan } from './setting.ts';

export interface Roll {
  people: Person[];
  newName: (sex: 'M' | 'F', year: number) => string;
  today: Day;
}

interface Making {
  chance: Chance;
  newName: Roll['newName'];
  today: Day;
  serial: number;
}

const womenShare: Record<CellPlan['type'], number> = { TDP: 0.33, TRUONG: 0.78, YTE: 0.68, CA: 0.14 };

/** Age in 2018: street blocks hold the retired, schools and police people at work. */
function ageIn2018(chance: Chance, cell: CellPlan): number {
  if (cell.type === 'CA') return chance.int(24, 52);
  if (cell.type !== 'TDP') return chance.int(26, 57);
  return chance.weighted(
    [chance.int(23, 38), chance.int(39, 59), chance.int(60, 74), chance.int(75, 91)],
    (age) => (age < 39 ? 12 : age < 60 ? 30 : age < 75 ? 42 : 16),
  );
}

function bornFor(chance: Chance, ageAt: Day, age: number): Day {
  return addDays(addMonths(ageAt, -12 * age), -chance.int(1, 364));
}

/** A day of admission between 18½ and 45 years of age and not after `last`. */
function admittedFor(chance: Chance, bornOn: Day, last: Day): Day {
  const first = addMonths(bornOn, 222);
  const age = 20 + Math.floor((chance.next() + chance.next() + chance.next()) * 8);
  const wanted = addDays(addMonths(bornOn, 12 * age), chance.int(0, 300));
  const day = wanted < first ? first : wanted;
  return workingUpTo(day > last ? chance.day(first > last ? last : first, last) : day);
}

function add(making: Making, cell: CellPlan, bornOn: Day, admittedOn: Day): Person {
  const { chance } = making;
  const sex = chance.yes(womenShare[cell.type]) ? 'F' : 'M';
  making.serial += chance.int(1, 9);
  const name = making.newName(sex, Number(bornOn.slice(0, 4)));
  return makePerson(chance, { name, sex, bornOn, cell, admittedOn, serial: making.serial }, making.today);
}

const cellsOfAdmissions = [
  'kp1',
  'thcs',
  'kp3',
  'kp2',
  'ca',
  'kp5',
  'th',
  'kp4',
  'kp6',
  'mn',
  'kp1',
  'yte',
  'kp2',
  'kp3',
  'thcs',
];
const cellOf = (id: string): CellPlan => cells.find((cell) => cell.id === id)!;

/** Somebody young enough to be admitted on that day. */
const admitted = (making: Making, cellId: string, on: Day): Person =>
  add(making, cellOf(cellId), bornFor(making.chance, on, making.chance.int(20, 37)), on);

function stock2018(making: Making): Person[] {
  const recent = knownAdmissions.map((on, at) => admitted(making, cellsOfAdmissions[at]!, on));
  const older = cells.flatMap((cell) => {
    const count = cell.members2018 - recent.filter((person) => person.cellId === cell.id).length;
    return Array.from({ length: count }, () => {
      const bornOn = bornFor(making.chance, described, ageIn2018(making.chance, cell));
      return add(making, cell, bornOn, admittedFor(making.chance, bornOn, '2015-12-15'));
    });
  });
  return [...older, ...recent];
}

/** Yearly chance of dying by age. */
const mortality = (age: number): number =>
  age < 50 ? 0.001 : age < 60 ? 0.003 : age < 70 ? 0.008 : age < 80 ? 0.022 : age < 90 ? 0.065 : 0.16;
const mobility: Record<CellPlan['type'], number> = { TDP: 0.013, TRUONG: 0.03, YTE: 0.03, CA: 0.09 };

const neighbours = [
  'Đảng bộ phường Võ Cường',
  'Đảng bộ phường Vũ Ninh',
  'Đảng bộ phường Hạp Lĩnh',
  'Đảng bộ phường Nam Sơn',
  'Đảng bộ phường Từ Sơn',
  'Đảng bộ xã Tiên Du',
  'Đảng bộ Công an tỉnh Bắc Ninh',
  'Đảng bộ phường Phù Khê',
];

const decisionFor = (chance: Chance, on: Day) => ({
  number: `${chance.int(10, 300)}-${decider(on).mark}`,
  on: workingUpTo(addDays(on, -chance.int(3, 12))),
  by: decider(on).by,
});

const die = (on: Day): Leave => ({ act: 'Từ trần', on, place: null, reason: null, decision: null });

const moveOut = (chance: Chance, on: Day): Leave => ({
  act: 'Chuyển sinh hoạt đi',
  on,
  place: chance.pick(neighbours),
  reason: null,
  decision: null,
});

const remove = (chance: Chance, on: Day): Leave => ({
  act: 'Xóa tên',
  on,
  place: null,
  reason: chance.pick(['Đi làm ăn xa không báo cáo', 'Không đóng đảng phí']),
  decision: decisionFor(chance, on),
});

/** Work ends and the member goes on in the street block: at 57 to 61. */
const retirement = (person: Person): number => (person.sex === 'F' ? 57 : 61);

/** In order: death, the end of work, a move elsewhere, removal; a month's chance of each. */
function leaveFor(chance: Chance, person: Person, on: Day): Leave | null {
  const type = cellOf(cellOn(person, on)).type;
  const age = ageOn(person, on);
  const day = workingFrom(on);
  const causes: [number, () => Leave][] = [
    [mortality(age) / 12, () => die(on)],
    [type !== 'TDP' && age >= retirement(person) ? 0.06 : 0, () => moveOut(chance, day)],
    [age < 62 ? mobility[type] / 12 : 0, () => moveOut(chance, day)],
    [age < 55 && type === 'TDP' ? 0.0035 / 12 : 0, () => remove(chance, day)],
  ];
  return causes.find(([share]) => chance.yes(share))?.[1]() ?? null;
}

/** Members who are official leave; somebody on probation stays until the road is walked. */
function departures(people: Person[], chance: Chance, from: Day, until: Day): void {
  for (const person of people) {
    if (!isOfficialOn(person, from)) continue;
    const leave = leaveFor(chance, person, chance.day(from, until));
    if (leave && leave.on <= until) person.left = leave;
  }
}

/** Retired from school, health station or police: most join the cell of their street block; a few others move house. */
function wantsToMove(person: Person, chance: Chance, from: Day): boolean {
  const retired = cellOf(cellOn(person, from)).type !== 'TDP' && ageOn(person, from) >= retirement(person);
  return chance.yes(retired ? 0.2 : cellOf(cellOn(person, from)).type === 'TDP' ? 0.004 / 12 : 0);
}

function movesWithin(people: Person[], chance: Chance, from: Day, until: Day): void {
  for (const person of people) {
    const on = workingUpTo(until);
    const settled = isOfficialOn(person, on) && isOfficialOn(person, until);
    if (!wantsToMove(person, chance, from) || !settled || on <= (person.arrivedOn ?? person.admittedOn))
      continue;
    const here = cellOn(person, on);
    const to = chance.pick(cells.filter((cell) => cell.type === 'TDP' && cell.id !== here));
    person.moves.push({ on, from: here, to: to.id });
  }
}

function neediest(people: Person[], on: Day): CellPlan {
  const shortage = (cell: CellPlan): number =>
    cell.members2018 / (1 + people.filter((p) => isOn(p, on) && cellOn(p, on) === cell.id).length);
  return cells.reduce((best, cell) => (shortage(cell) > shortage(best) ? cell : best));
}

function arrive(making: Making, people: Person[], on: Day): Person {
  const { chance } = making;
  const cell = neediest(people, on);
  const bornOn = bornFor(chance, on, cell.type === 'TDP' ? chance.int(38, 66) : chance.int(27, 48));
  const person = add(making, cell, bornOn, admittedFor(chance, bornOn, addMonths(on, -26)));
  return { ...person, arrivedOn: on, arrivedFrom: chance.pick(neighbours) };
}

const feasts = ['02-03', '03-26', '05-19', '08-30', '11-07', '12-22'];

/** Days of admission in a year: five to eight of some 465, near the days on which such ceremonies are held. */
function admissionDays(chance: Chance, year: number, count: number): Day[] {
  return Array.from({ length: count }, () => {
    const feast = `${year}-${chance.pick(feasts)}`;
    return workingUpTo(addDays(feast, -chance.int(0, 6)));
  }).sort();
}

/** In the last year the candidates on probation make up the rest. */
const countFor = (chance: Chance, year: number, until: Day): number =>
  until.startsWith(String(year)) ? chance.int(2, 4) : chance.int(5, 8);

function laterAdmissions(making: Making, until: Day): Person[] {
  const years = Array.from({ length: Math.max(0, Number(until.slice(0, 4)) - 2018) }, (_, at) => 2019 + at);
  const days = [
    ...laterIn2018,
    ...years.flatMap((year) => admissionDays(making.chance, year, countFor(making.chance, year, until))),
  ];
  const ids = cells.flatMap((cell) => (cell.type === 'TDP' ? [cell.id, cell.id] : [cell.id]));
  return days.filter((day) => day <= until).map((day) => admitted(making, making.chance.pick(ids), day));
}

/** Members rise slowly; arrivals make up for what is lost. */
const wanted = (month: number): number => 463 + Math.floor(month / 6);

function grow(making: Making, people: Person[]): void {
  const { chance, today } = making;
  for (let from = addDays(described, 1), month = 0; from <= today; from = addMonths(from, 1), month += 1) {
    const until = addDays(addMonths(from, 1), -1) < today ? addDays(addMonths(from, 1), -1) : today;
    departures(people, chance, from, until);
    movesWithin(people, chance, from, until);
    const count = people.filter((person) => isOn(person, until)).length;
    const missing = Math.min(3, wanted(month) - count);
    for (let n = 0; n < missing; n++) people.push(arrive(making, people, workingUpTo(until)));
  }
}

const exemptShare = (age: number): number => (age > 80 ? 0.85 : age > 70 ? 0.45 : age > 60 ? 0.06 : 0);

/** Old age brings exemption; the older, the more. */
function exempt(people: Person[], chance: Chance, today: Day): void {
  for (const person of people) {
    const age = ageOn(person, today);
    if (person.left || !chance.yes(exemptShare(age))) continue;
    const from = addMonths(person.bornOn, 12 * Math.max(61, age - 6));
    const day = workingFrom(chance.day(from < today ? from : addMonths(today, -6), addMonths(today, -1)));
    if (day > (person.arrivedOn ?? person.admittedOn) && day <= today) person.exemptOn = day;
  }
}

/** `admissionsUntil`: after that day the candidates on probation are the admissions. */
export function makeRoll(seed: number, today: Day, admissionsUntil: Day, newName: Roll['newName']): Roll {
  const making: Making = { chance: chanceOf(seed, 'roll'), newName, today, serial: 1200 };
  const people = stock2018(making);
  people.push(...laterAdmissions({ ...making, chance: chanceOf(seed, 'admissions') }, admissionsUntil));
  grow({ ...making, chance: chanceOf(seed, 'flows') }, people);
  exempt(people, chanceOf(seed, 'exempt'), today);
  return { people, newName, today };
}
