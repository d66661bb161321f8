// Who holds which office today: only official members, under 70 for what is done day by day. The committee has
// fifteen members; eight of them are in charge of the eleven cells.
import type { Day } from '../../src/platform/day.ts';
import { ageOn, cellOn, isOfficialOn } from './person.ts';
import type { Person } from './person.ts';
import { chanceOf } from './random.ts';
import type { Chance } from './random.ts';
import type { Roll } from './roll.ts';
import { cells, cellTermFrom, committee, committeeTermFrom, nameOf, organisations } from './setting.ts';

export interface Office {
  person: Person;
  title: string;
  unit: string;
  fromOn: Day;
  namedUnits: string[];
  decisionNumber: string | null;
  group: string;
}

interface Choosing {
  chance: Chance;
  today: Day;
  free: Person[];
}

/** Takes somebody fit who holds nothing yet; a cell's own people first where a cell is named. */
function take(choosing: Choosing, fits: (person: Person) => boolean): Person {
  const fit = choosing.free.filter(fits);
  const person = choosing.chance.pick(fit.length ? fit : choosing.free);
  choosing.free = choosing.free.filter((other) => other !== person);
  return person;
}

const since = (person: Person, term: Day): Day => {
  const grown = person.officialOn ?? term;
  const there = person.arrivedOn ?? grown;
  return [term, grown, there].toSorted().at(-1)!;
};

function cellOffices(choosing: Choosing): Office[] {
  const { today } = choosing;
  const term = cellTermFrom(today);
  return cells.flatMap((cell) => {
    const own = (person: Person) => cellOn(person, today) === cell.id;
    const fit = (person: Person) =>
      own(person) && ageOn(person, today) >= 32 && ageOn(person, today) <= 70 && since(person, term) === term;
    const titles =
      cell.type === 'YTE' ? ['Bí thư chi bộ'] : ['Bí thư chi bộ', 'Phó bí thư chi bộ', 'Chi ủy viên'];
    return titles.map((title) => {
      const person = take(choosing, choosing.free.some(fit) ? fit : own);
      person.position = title;
      return {
        person,
        title,
        unit: cell.name,
        fromOn: since(person, term),
        namedUnits: [],
        decisionNumber: null,
        group: 'cells',
      };
    });
  });
}

const heads = [
  'Bí thư Đảng ủy',
  'Phó bí thư Thường trực Đảng ủy',
  'Phó bí thư Đảng ủy, Chủ tịch UBND phường',
  'Ủy viên Ban Thường vụ Đảng ủy',
  'Ủy viên Ban Thường vụ Đảng ủy',
];

/** Eleven cells shared out among eight members in charge. */
function chargeOf(at: number): string[] {
  return cells.filter((_, index) => index % 8 === at).map((cell) => cell.name);
}

function committeeOffices(choosing: Choosing, secretary: Person): Office[] {
  const { today } = choosing;
  const term = committeeTermFrom(today);
  const fit = (person: Person) => {
    const age = ageOn(person, today);
    return age >= 33 && age <= 59 && since(person, term) === term && person.occupation !== 'Nghề khác';
  };
  const titles = [...heads, ...Array.from({ length: 10 }, () => 'Đảng ủy viên')];
  return titles.map((title, at) => {
    const member = at - heads.length;
    // One of them is secretary of a cell as well: two offices, one person.
    const person = member === 3 ? secretary : take(choosing, fit);
    person.position = member === 3 ? `${title}, ${person.position ?? ''}` : title;
    const namedUnits = member >= 0 ? chargeOf(member) : [];
    const fromOn = since(person, term);
    return {
      person,
      title,
      unit: committee.name,
      fromOn,
      namedUnits,
      decisionNumber: '15-NQ/ĐH',
      group: 'committee',
    };
  });
}

const others: [title: string, unit: string, ages: [number, number], sex: 'M' | 'F' | null][] = [
  ['Chủ nhiệm Ủy ban Kiểm tra Đảng ủy', committee.name, [36, 60], null],
  ['Bí thư Đoàn phường', organisations[0].name, [24, 37], null],
  ['Chủ tịch Công đoàn phường', organisations[1].name, [34, 58], null],
  ['Chủ tịch Hội Liên hiệp Phụ nữ phường', organisations[2].name, [33, 57], 'F'],
  ['Chủ tịch Hội Cựu chiến binh phường', organisations[3].name, [45, 68], 'M'],
  ['Giám đốc Trung tâm chính trị', organisations[4].name, [36, 59], null],
];

function otherOffices(choosing: Choosing): Office[] {
  const { today } = choosing;
  const term = committeeTermFrom(today);
  return others.map(([title, unit, [low, high], sex]) => {
    const person = take(choosing, (p) => {
      const age = ageOn(p, today);
      return age >= low && age <= high && (sex === null || p.sex === sex) && since(p, term) === term;
    });
    person.position = title;
    const on = since(person, term);
    return {
      person,
      title,
      unit,
      fromOn: on,
      namedUnits: [],
      decisionNumber: `${choosing.chance.int(10, 90)}-QĐ/ĐU`,
      group: 'others',
    };
  });
}

export function makeOffices(roll: Roll, seed: number): Office[] {
  const { today } = roll;
  const free = roll.people.filter((p) => isOfficialOn(p, today) && p.exemptOn === null && p.left === null);
  const choosing: Choosing = { chance: chanceOf(seed, 'offices'), today, free };
  const below = cellOffices(choosing);
  const secretary = below.find((office) => office.unit === nameOf('kp4'))!.person;
  return [...committeeOffices(choosing, secretary), ...otherOffices(choosing), ...below];
}

/** Who is in charge of a cell, for the guide. */
export const inChargeOf = (offices: Office[], cellId: string): Person | undefined =>
  offices.find((office) => office.namedUnits.includes(nameOf(cellId)))?.person;
