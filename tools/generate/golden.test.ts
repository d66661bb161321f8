// The golden units carry the numbers of the worked cases, whatever the seed of the set around them.
import { describe, expect, it } from 'vitest';
import { golden, goldenLines } from './golden.ts';
import type { AdmissionLine, Line } from './line.ts';

const lines = [...goldenLines()];
const of = <Kind extends Line['line']>(kind: Kind) =>
  lines.filter((line): line is Extract<Line, { line: Kind }> => line.line === kind);
const units = of('unit');
const below = (top: number): Set<number> => {
  const found = new Set([top]);
  for (const unit of units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  return found;
};
const admitted = (top: number, from: string, to: string): AdmissionLine[] => {
  const own = below(top);
  return of('admission').filter(({ unitId, on }) => own.has(unitId) && on >= from && on <= to);
};
const target = (unitId: number, period: string) =>
  of('target').find((line) => line.unitId === unitId && line.period === period);

describe('golden units', () => {
  it('Châu Hưng 2021: 13 asked, 15 aimed at, 8 by 9/7 (K1)', () => {
    expect(target(golden.chauHung, '2021')).toMatchObject({ minimum: 13, maximum: 13, aim: 15 });
    expect(admitted(golden.chauHung, '2021-01-01', '2021-07-09')).toHaveLength(8);
  });

  it('Vĩnh Lợi: 610 to 2025, in years that sum to it (K2)', () => {
    const years = [2021, 2022, 2023, 2024, 2025].map(
      (year) => target(golden.vinhLoi, String(year))?.minimum ?? 0,
    );
    expect(years.reduce((sum, one) => sum + one, 0)).toBe(target(golden.vinhLoi, '2021-2025')?.minimum);
  });

  it('Kinh Bắc: 8 of 5, 5 of 5, 2 of 3–5 (K3, K4, K5)', () => {
    expect(admitted(golden.kinhBac, '2016-01-01', '2016-12-31')).toHaveLength(8);
    expect(admitted(golden.kinhBac, '2017-01-01', '2017-12-31')).toHaveLength(5);
    expect(admitted(golden.kinhBac, '2018-01-01', '2018-04-27')).toHaveLength(2);
    expect(target(golden.kinhBac, '2018')).toMatchObject({ minimum: 3, maximum: 5 });
  });

  it('Kinh Bắc: 463 members in eleven cells, 6 + 3 + 1 + 1 by type (K6)', () => {
    const own = below(golden.kinhBac);
    const cells = units.filter(({ id, kind }) => own.has(id) && kind === 'cell');
    expect(cells).toHaveLength(11);
    const types = Map.groupBy(cells, ({ type }) => type);
    expect([...types.values()].map((list) => list.length).toSorted()).toEqual([1, 1, 3, 6]);
    const stock = of('stock').filter(({ unitId }) => own.has(unitId));
    const came = admitted(golden.kinhBac, '2016-01-01', '2018-04-27').length;
    expect(stock.reduce((sum, one) => sum + one.members, 0) + came).toBe(463);
    expect(of('member').filter(({ unitId }) => own.has(unitId))).toHaveLength(463 - came);
  });

  it('Quảng Ninh and Hải Hà as reported (K7, K8)', () => {
    const told = of('told').filter(({ unitId }) => unitId === golden.quangNinh);
    expect(told.map(({ value, mark }) => [value, mark])).toEqual([
      [2070, 'at_least'],
      [145, 'exact'],
      [620, 'exact'],
      [28, 'exact'],
    ]);
    const direct = units.filter(({ parentId }) => parentId === golden.haiHa);
    expect([direct.length, below(golden.haiHa).size - 1]).toEqual([36, 251]);
  });

  it('Pha Long: eleven, met without a number, villages 6 of 11 (K10); Nì Xỉ 4: two new beside four, two in class (K11)', () => {
    const own = admitted(golden.phaLong, '2021-01-01', '2021-12-31');
    expect(own).toHaveLength(11);
    expect(target(golden.phaLong, '2021')).toMatchObject({ minimum: null, maximum: null });
    expect(of('told').find(({ unitId }) => unitId === golden.phaLong)?.verdict).toBe('met');
    const types = new Map(units.map(({ id, type }) => [id, type]));
    expect(own.filter(({ unitId }) => types.get(unitId) === 'THON')).toHaveLength(6);
    expect(own.filter(({ unitId }) => unitId === golden.niXi4)).toHaveLength(2);
    expect(of('member').filter(({ unitId }) => unitId === golden.niXi4)).toHaveLength(4);
    const held = of('attend').filter(({ classId }) => classId === 'g-sunday');
    const inClass = held.map(({ caseId }) => caseId);
    expect(inClass).toHaveLength(2);
    expect(of('admission').some(({ caseId }) => inClass.includes(caseId))).toBe(false);
  });

  it('Lào Cai: at least 2,000 a year for ten years, about 51,000 members (K12)', () => {
    const told = of('told').filter(({ unitId }) => unitId === golden.laoCai);
    const yearly = told.filter(({ figure }) => figure === 'admission');
    expect(yearly.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(20_000);
    expect(told.find(({ figure, part }) => figure === 'members' && part === null)).toMatchObject({
      value: 51_000,
      mark: 'about',
    });
  });

  it('Vĩnh Lợi: 16 struck off in half a year, by reason 16 (K13)', () => {
    const own = below(golden.vinhLoi);
    const struck = of('move').filter((line) => line.move === 'struck' && own.has(line.unitId));
    const half = struck.filter(({ on }) => on >= '2021-01-01' && on <= '2021-06-30');
    expect(half).toHaveLength(16);
    const byReason = Map.groupBy(half, ({ reason }) => reason);
    expect([...byReason].map(([reason, list]) => [reason, list.length]).toSorted()).toEqual([
      ['BOSH', 4],
      ['DIXA', 4],
      ['GIAMSUT', 4],
      ['TRATHE', 4],
    ]);
    // Sixteen people, each once, each a member until then.
    expect(new Set(half.map(({ personId }) => personId)).size).toBe(16);
  });

  it('every one of a cohort that was due is recognised (K15); a class on five Sundays (K16)', () => {
    const recognised = of('passage').filter(({ stage }) => stage === 'recognised');
    expect(recognised).toHaveLength(of('admission').length);
    const [sunday] = of('class');
    expect(sunday?.sessions.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay())).toEqual([0, 0, 0, 0, 0]);
  });

  it('the cells of Châu Hưng are given together what the town is given (K17); places carry their codes of today (K18)', () => {
    const cells = [1, 2, 3, 4].map((at) => target(golden.chauHung + at, '2021')?.minimum ?? 0);
    expect(cells.reduce((sum, one) => sum + one, 0)).toBe(13);
    const codes = units.filter(({ placeCode }) => placeCode !== null).map(({ placeCode }) => placeCode);
    expect(codes).toEqual(['31900', '09187', '02752']);
  });

  it('twenty-one border villages with guests who are counted at home only (K9)', () => {
    const own = below(golden.binhLieu);
    expect(units.filter(({ id, kind }) => own.has(id) && kind === 'cell')).toHaveLength(21);
    const guests = of('absence').filter(({ toUnitId }) => toUnitId !== null && own.has(toUnitId));
    expect(guests).toHaveLength(2);
    const homes = guests.map(({ personId }) => of('member').filter((line) => line.personId === personId));
    expect(homes.map((list) => list.length)).toEqual([1, 1]);
    for (const { unitId, toUnitId } of guests) expect(unitId).not.toBe(toUnitId);
  });

  it('six official members, of whom five and none were for those proposed; probation has no vote (K14)', () => {
    const own = below(golden.nomination);
    const ballots = of('passage').flatMap(({ unitId, stage, ballot }) =>
      own.has(unitId) && stage === 'nominated' && ballot ? [ballot] : [],
    );
    expect(ballots).toEqual([
      { base: 6, present: 6, yes: 5 },
      { base: 6, present: 6, yes: 0 },
    ]);
    const members = of('member').filter(({ unitId }) => own.has(unitId));
    expect(members.filter(({ officialOn }) => officialOn !== null)).toHaveLength(6);
    expect(admitted(golden.nomination, '2021-01-01', '2021-10-05')).toHaveLength(1);
  });
});

describe('rare cases', () => {
  const own = below(golden.edge);
  const cases = of('case').filter(({ unitId }) => own.has(unitId));

  it('a large cell, one without anybody on the road, a number of nought', () => {
    const stock = of('stock').filter(({ unitId }) => own.has(unitId));
    expect(stock.map(({ members }) => members).toSorted((a, b) => a - b)).toEqual([5, 8, 160]);
    const still = stock.find(({ members }) => members === 5);
    expect(cases.filter(({ unitId }) => unitId === still?.unitId)).toEqual([]);
    expect(target(golden.edge, '2024')).toMatchObject({ minimum: 0 });
  });

  it('two introductions of one person; somebody who goes to another cell and comes back', () => {
    const people = cases.map(({ personId }) => personId);
    expect(people.length - new Set(people).size).toBe(1);
    for (const id of people) expect(of('person').filter((line) => line.id === id)).toHaveLength(1);
    const moves = of('case_moved');
    expect(moves.map(({ toUnitId }) => toUnitId)).toEqual(
      moves.map(({ fromUnitId }) => fromUnitId).toReversed(),
    );
  });

  it('odd names and days: one word, five words, other orders, 29 February, a month, a year, New Year’s Day', () => {
    const names = of('person').map(({ fullName }) => fullName.normalize('NFC'));
    expect(names).toEqual(
      expect.arrayContaining([
        'Y Bhiu Niê',
        "H'Lan Ksor",
        'Rơ Châm Thuật',
        'Thanh',
        'Nguyễn Thị Hoàng Minh Châu',
      ]),
    );
    const born = of('person').map(({ bornOn }) => bornOn);
    expect(born).toEqual(expect.arrayContaining(['2000-02-29', '1958-07', '1961']));
    expect(of('admission').some(({ on }) => on === '2024-01-01')).toBe(true);
    expect(of('verification').some(({ addressee }) => addressee.includes('tỉnh Hà Giang'))).toBe(true);
  });

  it('whoever was struck off wrongly is restored', () => {
    const [struck, restored] = of('move').filter(({ unitId }) => own.has(unitId));
    expect([struck?.move, restored?.move]).toEqual(['struck', 'restored']);
    expect(struck?.personId).toBe(restored?.personId);
  });
});
