// One generated member with what an office's list says about a person. Numbers are plainly made up: identity
// numbers with province part 000, cards from 00, telephones 0900 000 xxx.
import { readFileSync } from 'node:fs';
import { addDays, addMonths } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import { workingUpTo } from './calendar.ts';
import type { Chance } from './random.ts';
import { decider } from './setting.ts';
import type { CellPlan } from './setting.ts';

export interface Leave {
  act: 'Từ trần' | 'Chuyển sinh hoạt đi' | 'Xóa tên' | 'Xin ra khỏi Đảng';
  on: Day;
  place: string | null;
  reason: string | null;
  decision: { number: string; on: Day; by: string } | null;
}
export interface Move {
  on: Day;
  from: string;
  to: string;
}
export interface Person {
  name: string;
  sex: 'M' | 'F';
  bornOn: Day;
  cellId: string;
  admittedOn: Day;
  decisionOn: Day;
  decisionNumber: string;
  officialOn: Day | null;
  arrivedOn: Day | null;
  arrivedFrom: string | null;
  left: Leave | null;
  moves: Move[];
  exemptOn: Day | null;
  schooling: string;
  profession: string;
  theory: string;
  occupation: string;
  workplace: string | null;
  ethnicity: string;
  nativePlace: string;
  residence: string;
  phone: string;
  identity: string;
  card: string | null;
  youthUnion: boolean;
  position: string | null;
}

const places = (file: string): string[][] =>
  readFileSync(new URL(`../../regulations/places/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));
const provinces = new Map(places('old-provinces.csv').map(([code = '', name = '']) => [code, name]));
const districts = new Map(
  places('old-districts.csv').map(([code = '', name = '', type = '', province = '']) => [
    code,
    { name, type, province },
  ]),
);
const communes = places('old-communes.csv');
const home = communes.filter(([, , , district = '']) => districts.get(district)?.province === '27');
const levels: Record<string, string> = {
  xa: 'xã',
  phuong: 'phường',
  thi_tran: 'thị trấn',
  huyen: 'huyện',
  thi_xa: 'thị xã',
  thanh_pho: 'thành phố',
  quan: 'quận',
};

/** Native places carry the names of their day: commune, district and province before July 2025. */
function nativePlace(chance: Chance): string {
  if (chance.yes(0.35)) return 'phường Kinh Bắc, thành phố Bắc Ninh, tỉnh Bắc Ninh';
  const [, name = '', type = '', code = ''] = chance.pick(chance.yes(0.75) ? home : communes);
  const district = districts.get(code)!;
  return `${levels[type] ?? ''} ${name}, ${levels[district.type] ?? ''} ${district.name}, ${provinces.get(district.province) ?? ''}`;
}

const centurySex = (sex: 'M' | 'F', year: number): number => (year < 2000 ? 0 : 2) + (sex === 'F' ? 1 : 0);

export function numbersOf(chance: Chance, sex: 'M' | 'F', bornOn: Day): { identity: string; phone: string } {
  const digits = String(chance.int(0, 999_999)).padStart(6, '0');
  return {
    identity: `000${centurySex(sex, Number(bornOn.slice(0, 4)))}${bornOn.slice(2, 4)}${digits}`,
    phone: `0900 000 ${String(chance.int(0, 999)).padStart(3, '0')}`,
  };
}

const ladder = (chance: Chance, steps: [string, number][]): string =>
  chance.weighted(steps, ([, weight]) => weight)[0];

function schooling(chance: Chance, bornYear: number): string {
  if (bornYear >= 1965) return '12/12';
  return ladder(chance, [
    ['10/10', 70],
    ['7/10', 22],
    ['12/12', 8],
  ]);
}

const professions: Record<CellPlan['type'], [string, number][]> = {
  TDP: [
    ['Đại học', 38],
    ['Cao đẳng', 12],
    ['Trung cấp', 24],
    ['Sơ cấp', 6],
    ['Chưa qua đào tạo', 16],
    ['Thạc sĩ', 4],
  ],
  TRUONG: [
    ['Đại học', 76],
    ['Cao đẳng', 14],
    ['Thạc sĩ', 10],
  ],
  YTE: [
    ['Đại học', 45],
    ['Cao đẳng', 30],
    ['Trung cấp', 25],
  ],
  CA: [
    ['Đại học', 70],
    ['Trung cấp', 27],
    ['Thạc sĩ', 3],
  ],
};

function occupation(chance: Chance, cell: CellPlan, age: number): string {
  if (cell.type === 'TRUONG' || cell.type === 'YTE') return 'Viên chức';
  if (cell.type === 'CA') return 'Công an';
  if (age >= 60) return 'Hưu trí';
  return ladder(chance, [
    ['Doanh nghiệp', 24],
    ['Cán bộ, công chức phường', 12],
    ['Công chức nhà nước', 26],
    ['Viên chức', 16],
    ['Không chuyên trách tổ dân phố', 10],
    ['Nghề khác', 12],
  ]);
}

const workplaces: Record<string, string> = {
  'Cán bộ, công chức phường': 'UBND phường Kinh Bắc',
  'Không chuyên trách tổ dân phố': 'Khu phố',
};

const ethnicity = (chance: Chance): string =>
  chance.yes(0.985) ? 'Kinh' : chance.pick(['Tày', 'Nùng', 'Mường', 'Sán Dìu']);

export interface Basis {
  name: string;
  sex: 'M' | 'F';
  bornOn: Day;
  cell: CellPlan;
  admittedOn: Day;
  serial: number;
}

function background(chance: Chance, { bornOn, cell }: Basis, today: Day) {
  const year = Number(bornOn.slice(0, 4));
  const age = Number(today.slice(0, 4)) - year;
  const work = occupation(chance, cell, age);
  const block = cell.id.startsWith('kp') ? cell.id.slice(2) : String(chance.int(1, 6));
  return {
    schooling: schooling(chance, year),
    profession: ladder(chance, professions[cell.type]),
    theory: ladder(chance, [
      ['', 38],
      ['Sơ cấp', 40],
      ['Trung cấp', 18],
      ['Cao cấp', 4],
    ]),
    occupation: work,
    workplace: cell.workplace ?? workplaces[work] ?? null,
    ethnicity: ethnicity(chance),
    nativePlace: nativePlace(chance),
    residence: `khu phố ${block}, phường Kinh Bắc, tỉnh Bắc Ninh`,
    youthUnion: age <= 30 && chance.yes(0.8),
  };
}

/** A member as admitted; official after twelve months. */
export function makePerson(chance: Chance, basis: Basis, today: Day): Person {
  const { admittedOn, cell } = basis;
  const decisionOn = workingUpTo(addDays(admittedOn, -chance.int(7, 20)));
  const officialOn = addMonths(admittedOn, 12);
  const number = `${chance.int(20, 480)}-${decider(decisionOn).mark}`;
  return {
    name: basis.name,
    sex: basis.sex,
    bornOn: basis.bornOn,
    cellId: cell.id,
    admittedOn,
    decisionOn,
    decisionNumber: number,
    officialOn: officialOn <= today ? officialOn : null,
    arrivedOn: null,
    arrivedFrom: null,
    left: null,
    moves: [],
    exemptOn: null,
    ...background(chance, basis, today),
    ...numbersOf(chance, basis.sex, basis.bornOn),
    card: addMonths(officialOn, 4) <= today ? `00${String(basis.serial).padStart(6, '0')}` : null,
    position: null,
  };
}

export const isOn = (person: Person, day: Day): boolean =>
  (person.arrivedOn ?? person.admittedOn) <= day && (person.left === null || person.left.on > day);

export const isOfficialOn = (person: Person, day: Day): boolean =>
  isOn(person, day) && person.officialOn !== null && person.officialOn <= day;

export function cellOn(person: Person, day: Day): string {
  return person.moves.filter((move) => move.on <= day).at(-1)?.to ?? person.cellId;
}

export function ageOn(person: { bornOn: Day }, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(person.bornOn.slice(0, 4));
  return person.bornOn.slice(5) <= day.slice(5) ? years : years - 1;
}
