// The check report on persons: who the members of a set are on its last day, beside what is published of Quảng Trị in 2018 (P) and
// assumed (A).
import type { Census, Counted } from './census.ts';
import { type Check, check, points, range, share } from './check.ts';
import { type Day, daysBetween, earliest } from '../../src/platform/day.ts';
import type { Options } from './settings.ts';

/** ± 1.5 points. */
const near = 1.5;

const occupations = [
  ['CCNN', 'state officials', 8.97],
  ['CCD', 'officials of the Party and mass organisations', 1.92],
  ['CBX', 'officials of communes', 7.79],
  ['KCT', 'part-time workers of villages', 7.29],
  ['VC', 'in public service', 18.05],
  ['DN', 'in enterprises', 5.74],
  ['ND', 'farmers, all members', 18.84],
  ['LLVT', 'army and police', 8.86],
  ['HSSV', 'students, all members', 0.04],
  ['KHAC', 'other work', 3.07],
  ['HUU', 'retired', 19.43],
] as const;

export const ageOf = (bornOn: string, today: Day): number => daysBetween(earliest(bornOn), today) / 365.25;

export function reportOfPeople(census: Census, { today, set }: Options): Check[] {
  const members = [...census.members.values()];
  const of = (fits: (one: Counted) => boolean) => share(members.filter(fits).length, members.length);
  const aged = (from: number, to: number) =>
    of(({ person }) => {
      const age = ageOf(person.bornOn, today);
      return age >= from && age < to + 1;
    });
  const works = (code: string) => of(({ person }) => person.occupation === code);
  const drawn = [
    check(
      'women',
      points('P', 36.1, near),
      of(({ person }) => person.sex === 'F'),
    ),
    check('aged 18 to 30', points('P', 19.1, near), aged(18, 30)),
    check('aged 31 to 35', points('P', 15.5, near), aged(31, 35)),
    check('aged 36 to 40', points('P', 13.3, near), aged(36, 40)),
    check('aged 61 and more', points('A', 16, 3), aged(61, 120)),
    check(
      'of the youth union, all members',
      range('P', '%', 21.9 - near, 28 + near),
      of(({ person }) => person.youthUnion),
    ),
    check(
      'on probation',
      points('P', 5.32, near),
      of(({ probation }) => probation),
    ),
    check(
      'exempt',
      points('P', 6.03, near),
      of(({ exempt }) => exempt),
    ),
    ...occupations.map(([code, what, expected]) => check(what, points('P', expected, near), works(code))),
  ];
  // The published figures are those of a province with uplands; of small sets chance is too strong for a verdict.
  const fits = set === 'M';
  return [
    check('what no ledger could hold', range('A', '', 0, 0), census.faults.length),
    ...drawn.map((one) => (fits ? one : { ...one, ok: null })),
  ];
}
