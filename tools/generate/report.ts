// The check report: what a set came to beside what is published (P), reckoned from it (D) or assumed (A).
import { addMonths, type Day, daysBetween } from '../../src/platform/day.ts';
import type { CandidateFlow } from './flow.ts';
import type { AdmissionLine } from './line.ts';
import type { Observed } from './observe.ts';
import { type Check, check, mean, median, points, range, share } from './check.ts';
import { type Options, sizes } from './settings.ts';

const yearsOf = ({ today, set }: Options): string[] =>
  Array.from({ length: Math.max(1, Number(today.slice(0, 4)) - sizes[set].fullFrom) }, (_, at) =>
    String(sizes[set].fullFrom + at),
  );
/** Where chance is too strong for a verdict, or the cells are none that a province has. */
const isSmall = ({ set }: Options): boolean => set === 'S' || set === 'S2' || set === 'M-stress';

export function reportOf(seen: Observed, options: Options): Check[] {
  const years = yearsOf(options);
  const drawn = [
    ...checkFlows(seen, years),
    ...checkDecade(seen, options),
    ...checkPeople(seen, years, options.set),
    ...checkRoad(seen, options),
    ...checkTargets(seen, years).map((one) => (options.set === 'L10' ? { ...one, ok: null } : one)),
  ];
  const small = isSmall(options);
  return [...checkUnits(seen, options), ...drawn.map((one) => (small ? { ...one, ok: null } : one))];
}

function checkUnits(seen: Observed, { set }: Options): Check[] {
  const of = (kinds: readonly string[]) =>
    [...seen.units.values()].filter(({ kind }) => kinds.includes(kind));
  const cells = of(['cell', 'base_cell']).length;
  const size = sizes[set];
  const now = seen.membersNow();
  const near = set === 'S' || set === 'S2' ? 0.25 : 0.04;
  const bases = range('D', '', size.bases * 0.9, size.bases * 1.1);
  return [
    check('cells', range('D', '', size.cells * 0.999, size.cells * 1.001), cells),
    check('members', range('P', '', size.members * (1 - near), size.members * (1 + near)), now),
    check('members in a cell', range('D', '', ...size.cellSize), now / cells),
    check('grassroots organisations', bases, of(['base_organisation', 'base_cell']).length),
    check('cells below three full members', range('A', '', 0, 0), belowThree(seen)),
    check('admitted younger than 18', range('P', '', 0, 0), tooYoung(seen)),
    ...(set === 'L10' ? checkProvinces(seen) : []),
  ];
}
/** A tenth of what is published of two merged provinces, within a fifth. */
function checkProvinces(seen: Observed): Check[] {
  return publishedProvinces.map(([name, members]) => {
    const top = [...seen.units.values()].find((unit) => unit.name.includes(name) && unit.kind === 'province');
    const own = top ? seen.membersBelow(top.id) : Number.NaN;
    return check(`members of ${name}`, range('P', '', members * 0.08, members * 0.12), own);
  });
}
const publishedProvinces = [
  ['Lào Cai', 119_000],
  ['Phú Thọ', 256_000],
] as const;

const belowThree = (seen: Observed): number =>
  [...seen.members.counts.values()].filter((count) => count < 3).length;

const tooYoung = (seen: Observed): number =>
  seen.admissions.filter(({ caseId, on }) => ageOf(seen, caseId, on) < 18).length;
const ageOf = (seen: Observed, caseId: string, on: Day): number =>
  daysBetween(seen.people.get(caseId)?.bornOn ?? on, on) / 365.25;

function checkFlows(seen: Observed, years: readonly string[]): Check[] {
  const start = seen.stock;
  const now = seen.membersNow();
  const usual = (start + now) / 2;
  const recent = years.slice(-3);
  const admitted = seen.admissions.filter(({ on }) => recent.includes(on.slice(0, 4))).length;
  const yearly = (move: string) => share(mean(years.map((year) => seen.moves.of(`${year} ${move}`))), usual);
  const with1 = (kinds: readonly string[]) =>
    mean(
      years.map((year) => {
        const units = [...seen.units.values()].filter(({ kind }) => kinds.includes(kind));
        return share(units.filter(({ id }) => seen.admittedIn.of(`${year} ${id}`) > 0).length, units.length);
      }),
    );
  return [
    check('admitted a year, of members', range('P', '%', 3.4, 4.4), share(admitted / recent.length, now)),
    check('cells with an admission in a year', range('A', '%', 30, 45), with1(['cell', 'base_cell'])),
    check(
      'grassroots organisations with one',
      range('P', '%', 50, 79),
      with1(['base_organisation', 'base_cell']),
    ),
    check(
      'struck off, expelled, left',
      range('P', '%', 0.12, 0.19),
      yearly('struck') + yearly('expelled') + yearly('left'),
    ),
    check('died', range('A', '%', 0.75, 1.05), yearly('died')),
    check('moved out', range('P', '%', 1, 4), yearly('out')),
    check('moved in', range('P', '%', 1, 4), yearly('in')),
  ];
}

/** P: two thousand a year, twenty thousand in ten years, of 51,000 members (seed 004, K12). */
function checkDecade(seen: Observed, { today, set }: Options): Check[] {
  const { begins, members } = sizes[set];
  const since = addMonths(today, -120);
  if (begins > since) return [];
  const expected = (20_000 * members) / 51_000;
  const held = seen.admissions.filter(({ on }) => on > since).length;
  return [check('admitted in ten years', range('P', '', expected * 0.95, expected * 1.1), held)];
}

function checkPeople(seen: Observed, years: readonly string[], set: Options['set']): Check[] {
  const own = seen.admissions.filter(({ on }) => years.includes(on.slice(0, 4)));
  const of = (fits: (person: CandidateFlow) => boolean) =>
    share(own.filter(({ caseId }) => fits(seen.people.get(caseId) as CandidateFlow)).length, own.length);
  const ages = own.map(({ caseId, on }) => ageOf(seen, caseId, on));
  return [
    check(
      'women among the admitted',
      range('P', '%', 37.9, 54),
      of(({ sex }) => sex === 'F'),
    ),
    check(
      'of the youth union',
      range('P', '%', 62, 79),
      of(({ youthUnion }) => youthUnion),
    ),
    check(
      'ethnic minorities',
      set === 'L10' ? points('P', 12.9, 0.3) : points('P', 32.1, 2),
      of(({ minority }) => minority),
    ),
    check(
      'with a religion',
      range('P', '%', 0, 2.6),
      of(({ religion }) => religion !== null),
    ),
    check('aged 18 to 30', points('P', 64, 6), share(ages.filter((age) => age < 31).length, ages.length)),
    check('mean age at admission', range('P', 'years', 27.5, 32.4), mean(ages)),
    check(
      'upper secondary and more',
      points('P', 96),
      of(({ education }) => education === 'THPT'),
    ),
    check(
      'farmers',
      range('P', '%', 15, 23),
      of(({ occupation }) => occupation === 'ND'),
    ),
    check(
      'students',
      range('P', '%', 0.9, 2.4),
      of(({ occupation }) => occupation === 'HSSV'),
    ),
    ...(years[0] === '2016'
      ? [check('college and more, 2016–2018', range('P', '%', 55, 68), college(seen, '2019'))]
      : []),
    ...checkPlaces(seen, own),
  ];
}

function checkPlaces(seen: Observed, own: readonly AdmissionLine[]): Check[] {
  const of = (fits: (at: AdmissionLine) => boolean) => share(own.filter(fits).length, own.length);
  const typeOf = ({ unitId }: AdmissionLine) => seen.units.get(unitId)?.type ?? '';
  const home = of((at) => ['THON', 'GHEP', 'TDP'].includes(typeOf(at)));
  return [
    check('in villages and street blocks', range('P', '%', 28.5, 51.5), home),
    check(
      'in non-state enterprises',
      range('P', '%', 1.5, 7),
      of((at) => typeOf(at) === 'DNNN'),
    ),
    check(
      'in the first quarter',
      range('P', '%', 9, 34),
      of(({ on }) => on.slice(5, 7) < '04'),
    ),
  ];
}

function college(seen: Observed, before: string): number {
  const some = seen.admissions.filter(({ on }) => on >= String(2016) && on < before);
  const has = (caseId: string) =>
    ['CD', 'DH', 'ThS', 'TS'].includes(seen.people.get(caseId)?.profession ?? '');
  return share(some.filter(({ caseId }) => has(caseId)).length, some.length);
}

function checkRoad(seen: Observed, { today }: Options): Check[] {
  const settled = addMonths(today, -36);
  const ways = [...seen.ways.values()].filter(({ at }) => {
    const from = at.get('nominated') ?? '';
    return from >= '2016' && from < settled;
  });
  const reached = (stage: string) => share(ways.filter(({ at }) => at.has(stage)).length, ways.length);
  const months = (from: string, to: string) =>
    median(
      ways
        .filter(({ at }) => at.has(from) && at.has(to))
        .map(({ at }) => daysBetween(at.get(from) ?? '', at.get(to) ?? '') / 30.4),
    );
  const lost = (reason: string) => share(ways.filter((way) => way.closedAs === reason).length, ways.length);
  const sent = ways.filter(({ at }) => at.has('papers_ready'));
  const back = (least: number, most: number) =>
    share(sent.filter(({ returns }) => returns >= least && returns <= most).length, sent.length);
  const days = seen.replies.map((reply) => reply.days);
  return [
    check('introduced who finish the class', points('P', 79.8, 3), reached('certificate')),
    check('introduced who are admitted', points('P', 66.8, 3), reached('admitted')),
    check('lost: moved away', points('A', 12, 2.5), lost('moved_away')),
    check('lost: withdrew', points('A', 8, 2.5), lost('withdrew')),
    check('lost: not approved', points('A', 5, 2.5), lost('not_approved')),
    check('lost: over age or other', points('A', 8, 2.5), lost('over_age_or_other')),
    check('introduction to class, median', range('A', 'months', 4, 6), months('nominated', 'certificate')),
    check('class to file, median', range('A', 'months', 2, 4), months('certificate', 'permitted')),
    check('file and verification, median', range('A', 'months', 2, 4), months('permitted', 'verified')),
    check('approval, median', range('A', 'months', 1, 2.2), months('verified', 'decided')),
    check('introduction to admission, median', range('A', 'months', 12, 18), months('nominated', 'admitted')),
    check('files never returned', points('A', 45, 2), back(0, 0)),
    check('files returned once', points('A', 35, 2), back(1, 1)),
    check('reply of a verification, median', range('A', 'days', 18, 23), median(days)),
    check(
      'replies after more than 60 days',
      points('A', 8, 2),
      share(days.filter((day) => day > 60).length, days.length),
    ),
    check('seats in a class', range('P', '', 60, 110), mean(seen.classSeats)),
    check('recognised when it was due', points('A', 99, 1), recognised(seen, addMonths(today, -15))),
  ];
}

function recognised(seen: Observed, before: Day): number {
  const due = [...seen.ways.values()].filter(({ at }) => (at.get('admitted') ?? '9') < before);
  return share(due.filter(({ at }) => at.has('recognised')).length, due.length);
}

/** A: how communes ended their years. */
function checkTargets(seen: Observed, years: readonly string[]): Check[] {
  const kinds = new Map([...seen.units.values()].map(({ id, kind }) => [id, kind]));
  const own = seen.targets.filter(
    ({ unitId, period, minimum }) =>
      kinds.get(unitId) === 'upper_base' && years.includes(period) && minimum !== null && minimum > 0,
  );
  const ratio = own.map(
    ({ unitId, period, minimum }) => seen.admittedIn.of(`${period} ${unitId}`) / (minimum ?? 1),
  );
  const of = (fits: (value: number) => boolean) => share(ratio.filter(fits).length, ratio.length);
  return [
    check(
      'communes below half of their number',
      range('A', '%', 1, 12),
      of((value) => value < 0.5),
    ),
    check(
      'communes between half and all',
      range('A', '%', 17, 40),
      of((value) => value >= 0.5 && value < 1),
    ),
    check(
      'communes with exactly their number',
      range('A', '%', 14, 40),
      of((value) => value === 1),
    ),
    check(
      'communes above it',
      range('A', '%', 30, 50),
      of((value) => value > 1),
    ),
  ];
}
