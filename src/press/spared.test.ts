// What a report leaves out cannot be reckoned from the rest of it, in whichever of its tables the rest stands.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Body, Cell, Row, TablePart } from './body.ts';
import { placeOf, sparedCells } from './spared.ts';

const least = 5;
const said = (vi: string) => ({ vi, en: vi });
interface Counted {
  value: number;
  where?: string;
  figure?: string;
  on?: string;
}
const cell = ({ value, where, figure = 'members', on = '2026-03-31' }: Counted): Cell => ({
  value,
  measure: 'count',
  why: null,
  opens: { figure, query: { unit: '7', on, ...(where ? { where } : {}) } },
});
const share = (value: number): Cell => ({ value, measure: 'share', why: null, opens: null });
const row = (id: string, cells: Cell[], { level = 0, whole = false } = {}): Row => ({
  id,
  mark: '',
  label: said(id),
  unitId: null,
  level,
  whole,
  cells,
});
const table = (id: string, rows: Row[], personal = true): TablePart => ({
  kind: 'table',
  id,
  title: said(id),
  label: said(''),
  columns: (rows[0]?.cells ?? []).map((_cell, at) => ({ id: `c${at}`, label: said(`c${at}`) })),
  rows,
  notes: [],
  personal,
});
const spared = (...parts: TablePart[]): string[] =>
  [
    ...sparedCells({ parts, unit: { id: 7, name: 'Đảng bộ' } } satisfies Pick<Body, 'parts' | 'unit'>, least),
  ].toSorted();

const all = (value: number) => row('all', [cell({ value })], { whole: true });

describe('small counts in the tables of one report', () => {
  test('a number left out of one table is left out of every other in which it stands', () => {
    const ages = table('ages', [
      all(60),
      row('young', [cell({ value: 3, where: 'age:18-30' })], { level: 1 }),
      row('old', [cell({ value: 57, where: 'age:31-60' })], { level: 1 }),
    ]);
    const people = table('people', [
      row('young', [cell({ value: 3, where: 'age:18-30' })]),
      row('tay', [cell({ value: 20, where: 'ethnicity:05' })]),
      row('mong', [cell({ value: 12, where: 'ethnicity:19' })]),
    ]);
    expect(spared(ages, people)).toEqual([
      placeOf('ages', 1, 0),
      placeOf('ages', 2, 0),
      placeOf('people', 0, 0),
      placeOf('people', 2, 0),
    ]);
  });

  test('parts that stand in two tables make one sum with the whole of a third', () => {
    const whole = table('whole', [all(60)], false);
    const women = table('women', [row('women', [cell({ value: 57, where: 'sex:F' })])]);
    // 60 − 57 would tell three men, who stand nowhere.
    expect(spared(whole, women)).toEqual([placeOf('women', 0, 0)]);
    const men = table('men', [row('men', [cell({ value: 3, where: 'sex:M' })])]);
    expect(spared(whole, women, men)).toEqual([placeOf('men', 0, 0), placeOf('women', 0, 0)]);
  });

  test('two that can only be one each are no secret', () => {
    const rows = [12, 1, 1, 40].map((value, at) =>
      row(`r${at}`, [cell({ value, where: `age:${at}` })], { level: 1 }),
    );
    expect(spared(table('ages', [all(54), ...rows]))).toEqual([1, 2, 3].map((at) => placeOf('ages', at, 0)));
  });

  test('of a small whole no part is told, not even the empty ones', () => {
    const rows = [3, 0].map((value, at) =>
      row(`r${at}`, [cell({ value, where: `age:${at}` })], { level: 1 }),
    );
    expect(spared(table('ages', [all(3), ...rows]))).toEqual([1, 2].map((at) => placeOf('ages', at, 0)));
  });

  test('a quotient in another row, and the mean age of the few, go with them', () => {
    const people = table('people', [
      all(40),
      row('women', [cell({ value: 4, where: 'sex:F' })]),
      row('men', [cell({ value: 36, where: 'sex:M' })]),
      row('share', [share(4 / 40)]),
      row('other', [share(0.33)]),
    ]);
    const mean: Cell = {
      ...cell({ value: 24.3, where: 'sex:F', figure: 'age' }),
      measure: 'mean',
    };
    expect(spared(people, table('age', [row('age', [mean])], false))).toEqual(
      [placeOf('age', 0, 0), ...[1, 2, 3].map((at) => placeOf('people', at, 0))].toSorted(),
    );
  });

  test('the same words on another day are another number', () => {
    const now = table('now', [
      row('a', [cell({ value: 3, where: 'age:1' })]),
      row('b', [cell({ value: 9, where: 'age:2' })]),
    ]);
    const then = table('then', [row('a', [cell({ value: 8, where: 'age:1', on: '2025-03-31' })])]);
    expect(spared(now, then)).toEqual([placeOf('now', 0, 0), placeOf('now', 1, 0)]);
  });
});

describe('what is known of the questions themselves', () => {
  const rowsOf = (by: string, told: Record<string, number>, level = 1) =>
    Object.entries(told).map(([value, count]) =>
      row(`${by}.${value}`, [cell({ value: count, where: `${by}:${value}` })], { level }),
    );

  test('those of whom nothing is known are a group as any other', () => {
    const groups = table('groups', [all(63), ...rowsOf('ethnicity', { KINH: 40, TAY: 20, '': 3 })]);
    expect(spared(groups)).toEqual([placeOf('groups', 2, 0), placeOf('groups', 3, 0)]);
    const apart = Object.entries({ KINH: 40, TAY: 3, '': 20 }).map(([value, count]) =>
      table(`t${value}`, rowsOf('ethnicity', { [value]: count })),
    );
    expect(spared(table('whole', [all(63)], false), ...apart)).toEqual([
      placeOf('t', 0, 0),
      placeOf('tTAY', 0, 0),
    ]);
  });

  test('a part that is made of groups is set against them', () => {
    const groups = table('groups', [all(48), ...rowsOf('ethnicity', { KINH: 20, TAY: 3, MONG: 25 })]);
    const minority = table('part', [row('minority', [cell({ value: 28, where: 'part:minority' })])]);
    // 28 of a minority, 25 of them Mông: three are Tày.
    const out = spared(groups, minority);
    expect(out).toContain(placeOf('groups', 2, 0));
    expect(out.includes(placeOf('groups', 3, 0)) || out.includes(placeOf('part', 0, 0))).toBe(true);
  });

  test('a sector is set against the types of cells in it', () => {
    const types = table('types', [all(60), ...rowsOf('cell_type', { THON: 17, TDP: 3, CQ: 40 })]);
    const sectors = table('sectors', rowsOf('sector', { residential: 20, offices: 40 }));
    // 20 in villages and street blocks, 17 of them in villages.
    const out = spared(types, sectors);
    expect(out).toContain(placeOf('types', 2, 0));
    const told = (table: string, at: number): boolean => !out.includes(placeOf(table, at, 0));
    expect(told('types', 1) && told('sectors', 0)).toBe(false);
    // Nor as what the offices leave of all.
    expect(told('types', 1) && told('sectors', 1)).toBe(false);
  });

  test('a part told by years is set against the ages that lie within and beyond it', () => {
    const ages = table('ages', [all(60), ...rowsOf('age', { '18-30': 40, '31-40': 20 })]);
    const young = table('part', [row('youth', [cell({ value: 38, where: 'part:youth' })])]);
    // 40 − 38 are thirty years old.
    expect(spared(ages, young)).not.toEqual([]);
  });
});

// ---- whoever solves the equations

/** Groups of persons that cannot be told apart any further, each by all that is true of it; and what may be asked of them. */
interface Crowd {
  groups: string[][];
  conditions: string[];
}
const sexes = [['sex:F', 'part:women'], ['sex:M']];
const crowdOf = (groups: readonly string[][], asked: readonly string[], each: readonly string[]): Crowd => ({
  groups: groups.flatMap((group) => sexes.map((sex) => [...group, ...sex])),
  conditions: ['', ...asked, ...each.flatMap((one) => [one, ...asked.map((of) => `${of},${one}`)])],
});
const ages = ['age:a', 'age:b', 'age:'];
/** Persons by sex and age, of some not known; nobody asks for the last age. */
const byAge = crowdOf([...ages.map((age) => [age]), ['age:d']], ages, ['sex:F', 'sex:M', 'part:women']);
const village = ['sector:residential', 'part:village'];
/** By type of cell and by sector, which says the same of the types in it; nobody asks for health stations or enterprises. */
const byPlace = crowdOf(
  [
    ['cell_type:THON', ...village],
    ['cell_type:TDP', ...village],
    ['cell_type:CQ', 'sector:offices'],
    ['cell_type:TRUONG', 'sector:public_service'],
    ['cell_type:YTE', 'sector:public_service'],
    ['cell_type:DN', 'sector:state'],
  ],
  [
    'cell_type:THON',
    'cell_type:TDP',
    'cell_type:CQ',
    'cell_type:TRUONG',
    'sector:residential',
    'sector:offices',
    'sector:public_service',
    'part:village',
  ],
  ['sex:F'],
);

/** Which of the groups a question counts. */
const vectorOf = ({ groups }: Crowd, where: string): number[] => {
  const asked = where === '' ? [] : where.split(',');
  return groups.map((group) => Number(asked.every((one) => group.includes(one))));
};

/** Whether a combination of the rows gives the vector. */
function follows(vector: readonly number[], rows: readonly number[][]): boolean {
  const { length } = vector;
  const rank = (given: readonly (readonly number[])[]): number => {
    const left = given.map((one) => [...one]);
    let found = 0;
    for (let column = 0; column < length; column += 1) {
      const at = left.findIndex((one, index) => index >= found && Math.abs(one[column] ?? 0) > 1e-9);
      const pivot = left[at];
      if (!pivot) continue;
      left.splice(at, 1);
      for (const one of left.slice(found)) {
        const times = (one[column] ?? 0) / (pivot[column] ?? 1);
        for (let each = 0; each < length; each += 1)
          one[each] = (one[each] ?? 0) - times * (pivot[each] ?? 0);
      }
      left.splice(found, 0, pivot);
      found += 1;
    }
    return found;
  };
  return rank([...rows, vector]) === rank(rows);
}

test.each([
  ['age and sex', byAge],
  ['type of cell and sector', byPlace],
])('whatever the tables ask by %s, no small count follows from what the report tells', (_by, crowd) => {
  const { groups, conditions } = crowd;
  const people = fc.array(fc.nat(14), { minLength: groups.length, maxLength: groups.length });
  const questions = fc.array(fc.array(fc.constantFrom(...conditions), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(people, questions, (many, asked) => {
      const valueOf = (where: string): number =>
        vectorOf(crowd, where).reduce((sum, times, at) => sum + times * (many[at] ?? 0), 0);
      const parts = asked.map((rows, at) =>
        table(
          `t${at}`,
          [...new Set(rows)].map((where) =>
            row(where || 'all', [cell({ value: valueOf(where), where })], { whole: where === '' }),
          ),
        ),
      );
      const out = new Set(spared(...parts));
      const told = parts.flatMap(({ id, rows }) =>
        rows.flatMap(({ id: where }, at) =>
          out.has(placeOf(id, at, 0)) ? [] : [where === 'all' ? '' : where],
        ),
      );
      const vectors = told.map((where) => vectorOf(crowd, where));
      for (const where of new Set(asked.flat().filter((one) => one !== ''))) {
        const value = valueOf(where);
        if (value > 0 && value < least) {
          expect(told).not.toContain(where);
          expect(follows(vectorOf(crowd, where), vectors), `${where} from ${told.join(' | ')}`).toBe(false);
        }
      }
    }),
    { numRuns: 600 },
  );
});
