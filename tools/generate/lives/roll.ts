// Members who were not seen to be admitted: those of the first day, and those who come from elsewhere. Age, sex and work fit the
// cell they stand in.
import type { Chance } from '../draw.ts';
import { logNormal } from '../draw.ts';
import type { DayNumber } from '../days.ts';
import { homes } from '../plan.ts';
import { profiles } from '../places.ts';
import { exemptAt, stock } from './settings.ts';
import { ageOn, type Cell, type Life, type Member } from './life.ts';
import { enterPerson, groupOf, type Known } from './person.ts';

export function enterMember(life: Life, cell: Cell, comes: 'first' | 'in'): Member {
  const known = drawn(life, cell, comes);
  const member = enterPerson(life, known);
  member.admitted = admittedOf(life.chance, known.born, life.today);
  member.official = yearAfter(member.admitted);
  member.exempt = comes === 'first' && isFrail(member, life.today);
  cell.members.push(member);
  return member;
}

export const isFrail = (member: Member, day: DayNumber): boolean => {
  const age = ageOn(member, day);
  return member.frail < (exemptAt.find(([from]) => age >= from)?.[1] ?? 0);
};

export function yearAfter(day: DayNumber): DayNumber {
  const at = new Date(day * 86_400_000);
  const next = new Date(Date.UTC(at.getUTCFullYear() + 1, at.getUTCMonth(), at.getUTCDate()));
  // 29 February: the last day of that month.
  if (next.getUTCMonth() !== at.getUTCMonth()) next.setUTCDate(0);
  return next.getTime() / 86_400_000;
}

function drawn(life: Life, cell: Cell, comes: 'first' | 'in'): Known {
  const { chance, setting } = life;
  const { type } = cell.plan;
  const home = homes.has(type);
  const years = ageOf(chance, home, comes);
  const born = Math.floor(life.today - years * 365.25) - 1;
  const sex = chance.yes(stock.women[type] ?? 0.38) ? 'F' : 'M';
  const profile = profileOf(setting.commune.provinceCode);
  const occupation = workOf(chance, { type, years, sex });
  return {
    id: `${setting.commune.id}-m${life.next('member')}`,
    cell,
    sex,
    born,
    ethnicity: chance.yes(minorityOf(life, profile.minority)) ? groupOf(life) : 'KINH',
    religion: chance.yes(profile.religion) ? chance.pick(['01', '02', '08']) : null,
    youthUnion: years < 36 && chance.yes(stock.union),
    education: home ? chance.weighted(stock.education, ([, weight]) => weight)[0] : 'THPT',
    profession: professionOf(chance, occupation, years),
    politicalTheory: chance.weighted(stock.theory, ([, weight]) => weight)[0],
    occupation,
    exact: comes === 'in',
  };
}

const nobodys = { minority: 0.1, religion: 0.01 };
const profileOf = (province: string | null) => profiles.get(province ?? '') ?? nobodys;

function ageOf(chance: Chance, home: boolean, comes: 'first' | 'in'): number {
  const { ages } = stock;
  const [first, later] = home ? [ages.home, ages.inHome] : [ages.work, ages.inWork];
  const [from, to] = chance.weighted(comes === 'first' ? first : later, ([, , weight]) => weight);
  return from + chance.next() * (to + 1 - from);
}

/** Communes of uplands differ: in some nearly all are of one group, in others few. Blocks have fewer. */
const minorityOf = (life: Life, mean: number): number => {
  const { place } = life.setting.commune;
  const factor = place === 'block' ? 0.6 : place === 'phuong' ? 0.7 : 1.2;
  return Math.min(0.98, mean * factor);
};

interface Worker {
  type: string;
  years: number;
  sex: 'M' | 'F';
}
function workOf(chance: Chance, { type, years, sex }: Worker): string {
  const single = stock.single[type];
  const code =
    single ??
    chance.weighted(stock.occupations[type] ?? stock.occupations['THON'] ?? [], ([, weight]) => weight)[0];
  return years >= retiresAt(code, sex) ? 'HUU' : code;
}

export const retiresAt = (occupation: string, sex: 'M' | 'F'): number =>
  occupation === 'ND'
    ? stock.retires.farmer
    : occupation === 'LLVT'
      ? stock.retires.forces
      : stock.retires[sex];

const schooled: Record<string, number> = { ND: 0.08, KCT: 0.25, DN: 0.4, KHAC: 0.3, HUU: 0.3, LLVT: 0.6 };
function professionOf(chance: Chance, occupation: string, years: number): string {
  const share = (schooled[occupation] ?? 0.85) - Math.max(0, years - 35) * 0.006;
  if (chance.yes(share)) return chance.yes(0.3) ? 'CD' : chance.yes(0.05) ? 'ThS' : 'DH';
  return chance.yes(0.4) ? 'TC' : chance.yes(0.3) ? 'SC' : 'KHONG';
}

/** At the usual age, but so long ago that probation is over. */
function admittedOf(chance: Chance, born: DayNumber, today: DayNumber): DayNumber {
  const { median, sigma } = stock.admittedAt;
  const usual = Math.floor(born + Math.max(18.2, logNormal(chance, median, sigma)) * 365.25);
  const [first, last] = [Math.ceil(born + 18.05 * 365.25), today - 400];
  if (usual <= last) return usual;
  return Math.max(first, last - chance.int(0, Math.max(0, Math.min(1500, last - first))));
}
