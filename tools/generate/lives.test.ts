// Persons of made-up sets keep what records must keep, on several seeds: everybody comes before they act, cells have who they need,
// helpers are of the cell, offices pass on without a gap, papers fall on days on which offices work, the tree is that of its day.
import { describe, expect, it } from 'vitest';
import { addMonths, type Day, earliest, latest } from '../../src/platform/day.ts';
import { Census } from './census.ts';
import { isOfficeDay, numberOf } from './days.ts';
import { generate, generateCommune, optionsOf } from './generate.ts';
import type { Line, LineKind, OfficeLine } from './line.ts';
import { planOf } from './plan.ts';
import { type Options, sizes } from './settings.ts';

type Of<Kind extends LineKind> = Extract<Line, { line: Kind }>;
const pick = <Kind extends LineKind>(lines: readonly Line[], kind: Kind): Of<Kind>[] =>
  lines.filter((line): line is Of<Kind> => line.line === kind);

const seeds = [1, 2, 3, 4, 5];
const worlds = [
  ...seeds.map((seed): [string, Options] => [`S, seed ${seed}`, optionsOf({ set: 'S', seed })]),
  ['S2, seed 1', optionsOf({ set: 'S2', seed: 1 })] as [string, Options],
].map(([name, options]) => ({ name, options, lines: [...generate(options)] }));

/** Where everybody stood on each day: the newest first day at or before it. */
class Roll {
  readonly #stays = new Map<string, { unitId: number | null; on: Day; official: Day | null }[]>();
  readonly #official = new Map<string, Day>();

  constructor(lines: readonly Line[]) {
    for (const line of lines) {
      if (line.line === 'member') this.#stand(line.personId, line.unitId, line.on, line.officialOn);
      if (line.line === 'admission') this.#stand(line.caseId, line.unitId, line.on, null);
      if (line.line === 'recognition') this.#official.set(line.personId, line.decidedOn);
      if (line.line !== 'move') continue;
      if (line.move === 'in') this.#stand(line.personId, line.unitId, line.on, line.officialOn);
      else if (line.move === 'cell_in') this.#stand(line.personId, line.unitId, line.on, null);
      else if (line.move !== 'cell_out') this.#stand(line.personId, null, line.on, null);
    }
  }
  #stand(id: string, unitId: number | null, on: Day, officialOn: Day | null): void {
    this.#stays.set(id, [...(this.#stays.get(id) ?? []), { unitId, on, official: officialOn }]);
    if (officialOn !== null) this.#official.set(id, officialOn);
  }
  unitOf(id: string, on: Day): number | null {
    return this.#stays.get(id)?.findLast((stay) => stay.on <= on)?.unitId ?? null;
  }
  isOfficial(id: string, on: Day): boolean {
    return (this.#official.get(id) ?? '9') <= on;
  }
  officialIn(on: Day): Map<number, number> {
    const counts = new Map<number, number>();
    for (const id of this.#stays.keys()) {
      const unit = this.unitOf(id, on);
      if (unit !== null && this.isOfficial(id, on)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    return counts;
  }
}

describe.each(worlds)('people of $name', ({ lines, options }) => {
  const roll = new Roll(lines);
  const people = new Map(pick(lines, 'person').map((line) => [line.id, line]));

  it('come before they act, go from where they were, and are entered once', () => {
    const census = new Census();
    for (const line of lines) census.see(line);
    expect(census.faults).toEqual([]);
    expect(people.size).toBe(pick(lines, 'person').length);
    expect(census.members.size).toBeGreaterThan(sizes[options.set].members * 0.75);
  });

  it('stock + admitted + came − went = members at the end, cell by cell (S1-01)', () => {
    const counts = new Map<number, number>();
    const add = (unit: number, by: number) => counts.set(unit, (counts.get(unit) ?? 0) + by);
    for (const { unitId, members } of pick(lines, 'stock')) add(unitId, members);
    for (const { unitId } of pick(lines, 'admission')) add(unitId, 1);
    for (const { unitId, move } of pick(lines, 'move'))
      add(unitId, move === 'in' || move === 'cell_in' ? 1 : -1);
    const standing = Map.groupBy(people.keys(), (id) => roll.unitOf(id, options.today));
    for (const [unit, count] of counts)
      expect([unit, standing.get(unit)?.length ?? 0]).toEqual([unit, count]);
  });

  it('leave no cell below three official members, at the end of any year', () => {
    const cells = planOf(options).communes.flatMap((commune) => commune.cells);
    for (const year of [2016, 2019, 2022, 2025]) {
      const counts = roll.officialIn(`${year}-12-31`);
      expect(cells.filter(({ id }) => (counts.get(id) ?? 0) < 3)).toEqual([]);
    }
  });

  it('were eighteen when they were introduced, and became official a year after the ceremony', () => {
    for (const { caseId, on } of pick(lines, 'passage').filter(({ stage }) => stage === 'nominated'))
      expect(addMonths(earliest(people.get(caseId)?.bornOn ?? '9999'), 216) <= on).toBe(true);
    const ceremonies = new Map(pick(lines, 'admission').map(({ caseId, on }) => [caseId, on]));
    const recognised = pick(lines, 'recognition');
    expect(recognised.length).toBeGreaterThan(50);
    for (const { caseId, officialOn, decidedOn } of recognised) {
      expect(officialOn).toBe(addMonths(ceremonies.get(caseId) ?? '', 12));
      expect(decidedOn > officialOn).toBe(true);
      expect(isOfficeDay(numberOf(decidedOn))).toBe(true);
    }
    for (const { personId, admittedOn } of pick(lines, 'member'))
      expect(addMonths(earliest(people.get(personId)?.bornOn ?? '9999'), 216) <= latest(admittedOn)).toBe(
        true,
      );
  });

  it('have numbers of nobody, each once', () => {
    const numbers = [...people.values()].map(({ identityNumber }) => identityNumber);
    expect(numbers.filter((number) => !/^000[0-3]\d{8}$/.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect([...people.values()].filter(({ phone }) => !/^0900000\d{3}$/.test(phone))).toEqual([]);
  });

  it('are helped by official members of their cell, none of whom helps more than three at once', () => {
    const helpers = pick(lines, 'helper');
    expect(helpers.length).toBeGreaterThan(50);
    const cellOf = cellsOfCases(lines);
    for (const { caseId, personId, fromOn } of helpers) {
      expect([personId, roll.unitOf(personId, fromOn)]).toEqual([personId, cellOf(caseId, fromOn)]);
      expect(roll.isOfficial(personId, fromOn)).toBe(true);
      expect(personId).not.toBe(caseId);
    }
    for (const own of Map.groupBy(helpers, ({ personId }) => personId).values())
      for (const { fromOn } of own)
        expect(own.filter((one) => one.fromOn <= fromOn && (one.toOn ?? '9') > fromOn).length).toBeLessThan(
          4,
        );
  });

  it('are introduced by somebody else, an official member of the cell', () => {
    for (const { personId, introducerId, introducedBy, unitId, caseId } of pick(lines, 'case')) {
      expect(introducerId === null).toBe(introducedBy !== 'member');
      if (introducerId === null) continue;
      const on = pick(lines, 'passage').find((line) => line.caseId === caseId)?.on ?? '';
      expect(introducerId).not.toBe(personId);
      expect(roll.unitOf(introducerId, on)).toBe(unitId);
    }
  });

  it('lead every cell without a gap; who goes leaves the office the same day', () => {
    const offices = Map.groupBy(pick(lines, 'office'), ({ id }) => id.replace(/-\d+$/, ''));
    const begins = sizes[options.set].begins;
    for (const own of offices.values()) {
      const terms = own.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
      const ends = terms.slice(0, -1).map(({ toOn }) => toOn);
      expect(ends).toEqual(terms.slice(1).map(({ fromOn }) => fromOn));
      if (terms[0]?.kind !== 'cell_secretary') continue;
      expect([terms[0].fromOn, terms.at(-1)?.toOn]).toEqual([begins, null]);
      for (const term of terms) expect(held(term)).toEqual([true, term.unitId, term.unitId]);
    }
    const cells = planOf(options).communes.flatMap((commune) => commune.cells);
    const led = pick(lines, 'office').filter(({ kind, toOn }) => kind === 'cell_secretary' && toOn === null);
    expect(led.map(({ unitId }) => unitId).toSorted()).toEqual(cells.map(({ id }) => id).toSorted());
  });
  /** Whether the holder was official, and where they stood on the first and, of today's, on the last day. */
  const held = ({ personId, fromOn, toOn, unitId }: OfficeLine) => [
    roll.isOfficial(personId, fromOn),
    roll.unitOf(personId, fromOn),
    toOn === null ? roll.unitOf(personId, options.today) : unitId,
  ];

  it('voted as they could: no more for it than there, two thirds of all', () => {
    const ballots = pick(lines, 'passage').flatMap(({ ballot }) => (ballot ? [ballot] : []));
    expect(ballots.length).toBeGreaterThan(100);
    for (const { base, present, yes } of ballots) {
      expect(base >= present && present >= yes).toBe(true);
      expect(yes / base).toBeGreaterThanOrEqual(2 / 3);
    }
  });

  it('meet, write and are looked at in the last twelve months only', () => {
    const from = addMonths(options.today, -12);
    for (const kind of ['meeting', 'note', 'contact', 'access'] as const) {
      const days = pick(lines, kind).map(({ on }) => on);
      expect(days.length).toBeGreaterThan(20);
      expect(days.filter((day) => day <= from || day > options.today)).toEqual([]);
    }
    expect(pick(lines, 'meeting').filter(({ present, expected }) => present > expected)).toEqual([]);
    const missing = notesMissing(lines);
    expect(missing).toBeGreaterThan(0.02);
    expect(missing).toBeLessThan(0.3);
  });

  it('stood in districts and old communes until 30/6/2025, and in today’s since', () => {
    const units = new Map(pick(lines, 'unit').map((line) => [line.id, line]));
    const acts = pick(lines, 'unit_act');
    const cells = [...units.values()].filter(({ kind, id }) => kind === 'cell' && id % 1000 >= 100);
    for (const cell of cells) {
      const old = units.get(cell.parentId ?? 0);
      expect([old?.kind, units.get(old?.parentId ?? 0)?.kind]).toEqual(['base_organisation', 'district']);
      const move = acts.find((line) => line.unitId === cell.id && line.act === 'move');
      expect(move?.on).toBe('2025-07-01');
    }
    const ended = acts.filter(({ act }) => act === 'end').map(({ unitId }) => unitId);
    const gone = [...units.values()].filter(({ kind, placeCode, parentId }) =>
      kind === 'district' ? true : placeCode !== null && units.get(parentId ?? 0)?.kind === 'district',
    );
    expect(ended.toSorted()).toEqual(gone.map(({ id }) => id).toSorted());
  });
});

/** Cell of a case on a day. */
function cellsOfCases(lines: readonly Line[]): (caseId: string, on: Day) => number | null {
  const began = new Map(pick(lines, 'case').map(({ caseId, unitId }) => [caseId, unitId]));
  const moved = Map.groupBy(pick(lines, 'case_moved'), ({ caseId }) => caseId);
  return (caseId, on) =>
    moved.get(caseId)?.findLast((line) => line.on <= on)?.toUnitId ?? began.get(caseId) ?? null;
}

/** Of full months in which a helper followed somebody, those without a note. */
function notesMissing(lines: readonly Line[]): number {
  const said = new Set(pick(lines, 'note').map(({ caseId, month }) => `${caseId} ${month}`));
  const months = ['2025-09', '2025-10', '2025-11', '2026-02', '2026-03', '2026-04'];
  const owed = pick(lines, 'helper').flatMap(({ caseId, fromOn, toOn }) =>
    months
      .filter((month) => fromOn < `${month}-01` && (toOn ?? '9') > `${month}-31`)
      .map((month) => `${caseId} ${month}`),
  );
  return owed.filter((one) => !said.has(one)).length / owed.length;
}

describe('a tenth of the nation', () => {
  const options = optionsOf({ set: 'L10', seed: 1 });
  const plan = planOf(options);

  it('has all provinces and communes, 29,000 cells, and bodies that are no provinces', () => {
    expect(plan.communes.filter(({ placeCode }) => placeCode !== null)).toHaveLength(3321);
    expect(plan.provinces.filter(({ code }) => code !== null)).toHaveLength(34);
    expect(plan.provinces.filter(({ code }) => code === null)).toHaveLength(6);
    const cells = plan.communes.reduce((sum, { cells: own }) => sum + own.length, 0);
    expect(Math.abs(cells - 29_000)).toBeLessThan(30);
    expect(new Set(plan.communes.flatMap(({ cells: own }) => own.map(({ id }) => id))).size).toBe(cells);
  });

  it('keeps acts of three years: a roll on the first day, what is older only of open cases', () => {
    const lines = generateCommune(options, 700);
    const { kept } = sizes.L10;
    expect(new Set(pick(lines, 'member').map(({ on }) => on))).toEqual(new Set([kept]));
    const old = new Set(
      pick(lines, 'passage')
        .filter(({ on }) => on < kept)
        .map(({ caseId }) => caseId),
    );
    const later = new Set(
      pick(lines, 'passage')
        .filter(({ on }) => on >= kept)
        .map(({ caseId }) => caseId),
    );
    expect([...old].filter((id) => !later.has(id) && !isOpen(lines, id))).toEqual([]);
    expect(pick(lines, 'move').filter(({ on }) => on < kept)).toEqual([]);
    expect(pick(lines, 'told').map(({ period }) => period)).toEqual(
      Array.from({ length: 10 }, (_, at) => String(2013 + at)),
    );
    const census = new Census();
    for (const line of lines) census.see(line);
    expect(census.faults).toEqual([]);
  });
});

const isOpen = (lines: readonly Line[], id: string): boolean =>
  !pick(lines, 'passage').some(
    ({ caseId, stage }) => caseId === id && (stage === 'closed' || stage === 'recognised'),
  );
