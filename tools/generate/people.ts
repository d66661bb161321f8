// What is counted of a person who is introduced: drawn from the cell's kind by the published structure of admissions.
import { type Chance, normal } from './draw.ts';
import { type DayNumber, dayOfNumber, yearOf } from './days.ts';
import type { CandidateFlow } from './flow.ts';
import { profiles } from './places.ts';

interface Kind {
  /** share of women, before all kinds are weighed together */
  women: number;
  occupations: readonly (readonly [code: string, weight: number])[];
  union: number;
  began: string;
}

const village: Kind = {
  women: 0.37,
  union: 0.66,
  began: 'QCUT',
  occupations: [
    ['ND', 47],
    ['KCT', 22],
    ['CBX', 11],
    ['DN', 7],
    ['HSSV', 3.5],
    ['KHAC', 9.5],
  ],
};
const only = (women: number, code: string, began: string, union = 0.72): Kind => ({
  women,
  union,
  began,
  occupations: [[code, 1]],
});
const kinds: Record<string, Kind> = {
  THON: village,
  GHEP: village,
  TDP: {
    ...village,
    women: 0.42,
    occupations: [
      ['DN', 16],
      ['KCT', 20],
      ['CBX', 8],
      ['KHAC', 34],
      ['HSSV', 7],
      ['ND', 15],
    ],
  },
  TRUONG: only(0.72, 'VC', 'GV'),
  YTE: only(0.64, 'VC', 'DC'),
  CQ: {
    ...only(0.48, 'CCNN', 'DC'),
    occupations: [
      ['CCNN', 62],
      ['CBX', 26],
      ['CCD', 12],
    ],
  },
  CA: only(0.16, 'LLVT', 'DVTN', 0.9),
  QS: only(0.08, 'LLVT', 'DVTN', 0.92),
  DN: only(0.4, 'DN', 'CNDN'),
  DNNN: only(0.46, 'DN', 'CNDN'),
  HTX: {
    ...only(0.44, 'DN', 'HTX'),
    occupations: [
      ['ND', 50],
      ['DN', 50],
    ],
  },
};

/** A log-normal of mean 29 and deviation 6 at admission, some fifteen months before it. */
const age = { median: 27.3, sigma: 0.215, least: 18.1, most: 59 };

interface Origin {
  id: string;
  newMinority: number;
  type: string;
  provinceCode: string | null;
}
const nobodys = { minority: 0.1, religion: 0.01 };

export function personOf(
  chance: Chance,
  { id, type, provinceCode, newMinority }: Origin,
  on: DayNumber,
): CandidateFlow {
  const { minority, religion } = profiles.get(provinceCode ?? '') ?? nobodys;
  const kind = kinds[type] ?? village;
  const years = Math.min(age.most, Math.max(age.least, age.median * Math.exp(age.sigma * normal(chance))));
  const bornOn = dayOfNumber(Math.floor(on - years * 365.25) - chance.int(0, 20));
  const occupation = chance.weighted(kind.occupations, ([, weight]) => weight)[0];
  const union = years < 33 && chance.yes(kind.union * 1.12);
  return {
    line: 'candidate',
    id,
    sex: chance.yes(kind.women) ? 'F' : 'M',
    bornOn,
    minority: chance.yes(minority * newMinority),
    religion: chance.yes(religion) ? chance.pick(['01', '02', '08']) : null,
    youthUnion: union,
    education: chance.yes(0.96) ? 'THPT' : 'THCS',
    profession: professionOf(chance, occupation, yearOf(on)),
    occupation,
  };
}

/** P: 57 % college and more about 2016, A: 1.2 points more each year; A: by what people do. */
const schooled: Record<string, number> = { ND: 0.2, KCT: 0.42, DN: 0.52, KHAC: 0.46, HSSV: 0.12, LLVT: 0.72 };
function professionOf(chance: Chance, occupation: string, year: number): string {
  const share = (schooled[occupation] ?? 0.9) + 0.012 * (year - 2018);
  if (chance.yes(Math.min(0.98, share))) return chance.yes(0.28) ? 'CD' : chance.yes(0.06) ? 'ThS' : 'DH';
  return chance.yes(0.55) ? 'TC' : 'KHONG';
}

export const beganOf = (type: string, person: CandidateFlow): string =>
  person.youthUnion && (kinds[type] ?? village).began === 'QCUT' ? 'DVTN' : (kinds[type] ?? village).began;
