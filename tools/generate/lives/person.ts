// A person as the book gets to know them: name, origin and what is counted, drawn to fit what is already known of them.
import { type Chance, chanceOf } from '../draw.ts';
import { type DayNumber, dayOfNumber } from '../days.ts';
import type { CandidateFlow } from '../flow.ts';
import type { PersonLine } from '../line.ts';
import { oldAddress } from '../past.ts';
import { communeOf, oldCommunes, oldOfProvince, placesOf, provinces, spoken } from '../places.ts';
import { stock } from './settings.ts';
import { type Cell, type Life, type Member } from './life.ts';
import { nameOf, written } from './names.ts';

/** What is known before somebody is drawn in full. */
export interface Known {
  id: string;
  cell: Cell;
  sex: 'M' | 'F';
  born: DayNumber;
  ethnicity: string;
  religion: string | null;
  youthUnion: boolean;
  education: string;
  profession: string;
  politicalTheory: string;
  occupation: string;
  /** of the stock, some days of birth are known by month or year only */
  exact: boolean;
}

export const memberOf = (known: Known): Member => ({
  id: known.id,
  cell: known.cell,
  entered: 0,
  sex: known.sex,
  born: known.born,
  admitted: 0,
  official: null,
  exempt: false,
  frail: 1,
  away: 0,
  absence: null,
  acted: 0,
  leaving: false,
  helping: [],
  seats: [],
  occupation: known.occupation,
  youthUnion: known.youthUnion,
});

/** Puts the person's line and gives back who it is. */
export function enterPerson(life: Life, known: Known): Member {
  const chance = chanceOf(life.setting.options.seed, `person ${known.id}`);
  const { cell: _cell, exact, born, ...rest } = known;
  const bornOn = dayOfNumber(born);
  const year = Number(bornOn.slice(0, 4));
  const home = homeOf(chance, life);
  const line: PersonLine = {
    line: 'person',
    ...rest,
    fullName: written(chance, nameOf(chance, { ...known, year })),
    bornOn: exact ? bornOn : partOf(chance, bornOn),
    hometown: home.text,
    hometownCode: home.code,
    residence: residenceOf(chance, life),
    identityNumber: identityOf(life, known.sex, year),
    phone: `0900000${String(chance.int(0, 999)).padStart(3, '0')}`,
  };
  life.put(line);
  return { ...memberOf(known), entered: life.today, frail: chance.next() };
}

function partOf(chance: Chance, day: string): string {
  const drawn = chance.next();
  return drawn < stock.yearOnly
    ? day.slice(0, 4)
    : drawn < stock.yearOnly + stock.monthOnly
      ? day.slice(0, 7)
      : day;
}

/** Everybody was born before July 2025: native places have their old names. */
function homeOf(chance: Chance, life: Life): { text: string; code: string } {
  const { provinceCode } = life.setting.commune;
  const place = chance.pick(chance.yes(stock.sameProvince) ? oldOfProvince(provinceCode) : oldCommunes);
  return { text: oldAddress(place), code: place.code };
}

function residenceOf(chance: Chance, life: Life): string {
  const { placeCode, provinceCode } = life.setting.commune;
  const found = placeCode ? communeOf.get(placeCode) : chance.pick(placesOf(provinceCode ?? '01'));
  const province = provinces.get(found?.province ?? '');
  const part = found?.type === 'phuong' ? `Tổ ${chance.int(1, 30)}` : `Thôn ${chance.int(1, 20)}`;
  return [part, found && spoken(found), province && spoken(province)].filter(Boolean).join(', ');
}

/** 000, a digit for sex and century, two of the year, six that are given once. */
function identityOf(life: Life, sex: 'M' | 'F', year: number): string {
  const digit = (year < 2000 ? 0 : 2) + (sex === 'F' ? 1 : 0);
  const part = `000${digit}${String(year).slice(2)}`;
  const own = life.setting.commune.index * 250 + (life.next(`id ${part}`) % 250);
  return part + String(own % 1_000_000).padStart(6, '0');
}

export function knownOfCandidate(life: Life, flow: CandidateFlow, cell: Cell, born: DayNumber): Known {
  const { id, sex, religion, youthUnion, education, profession, occupation } = flow;
  const theory = life.chance.next();
  return {
    id,
    cell,
    sex,
    born,
    religion,
    youthUnion,
    education,
    profession,
    occupation,
    ethnicity: flow.minority ? groupOf(life) : 'KINH',
    politicalTheory: theory < 0.7 ? 'KHONG' : theory < 0.95 ? 'SC' : 'TC',
    exact: true,
  };
}

/** Two groups live in a commune, one of them larger. */
export const groupOf = (life: Life): string =>
  life.chance.yes(0.75) ? (life.groups[0] ?? 'TAY') : (life.groups[1] ?? 'NUNG');
