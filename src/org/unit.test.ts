// The fold of a unit and the judgments of the tree, as tables, without a database.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freeUserName } from './account.store.ts';
import { foldOffice, inForceOn } from './office.ts';
import { childKinds, parentKinds, useOrganisation } from './organisation.ts';
import { foldUnit } from './unit.ts';
import { sameNamed } from './unit-acts.ts';
import { inTreeOrder, matching, unitColumns, unitRows } from './unit-tree.ts';

useOrganisation(
  parse(readFileSync(path.join(import.meta.dirname, '../../regulations/organisation.yaml'), 'utf8')),
);

let position = 0;
const entry = (kind: string, happenedOn: string | null, data: object, names: string | null = null) => {
  position += 1;
  return { clientId: `e${position}`, kind, happenedOn, data: { ...data }, names, position };
};
const beginning = (happenedOn: string, foundedOn: string | null) =>
  entry(foundedOn ? 'unit.founded' : 'unit.taken_over', happenedOn, {
    provinceId: '24',
    parentId: 1,
    unitKind: 'cell',
    type: 'TDP',
    name: 'Chi bộ khu 3',
    code: null,
    placeCode: null,
    foundedOn,
    external: false,
    sourceKey: null,
    decision: null,
  });
const spans = (unit: ReturnType<typeof foldUnit>) =>
  unit?.places.map((p) => [p.fromOn, p.toOn, p.name, p.parentId]);

describe('a unit in time', () => {
  test('each change opens a place from its day; recorded late it still finds its day (S1-37, S4-36)', () => {
    const unit = foldUnit(7, [
      beginning('2015-01-01', '2015-01-01'),
      entry('unit.renamed', '2020-05-01', { name: 'Chi bộ khu phố 3' }),
      entry('unit.moved', '2018', { parentId: 2 }),
    ]);
    expect(spans(unit)).toEqual([
      ['2015-01-01', '2018', 'Chi bộ khu 3', 1],
      ['2018', '2020-05-01', 'Chi bộ khu 3', 2],
      ['2020-05-01', null, 'Chi bộ khu phố 3', 2],
    ]);
    expect(unit).toMatchObject({
      name: 'Chi bộ khu phố 3',
      parentId: 2,
      foundedOn: '2015-01-01',
      endedOn: null,
    });
  });

  test('two changes of one day make one place; what is before the take-over is as it was found', () => {
    const unit = foldUnit(7, [
      beginning('2018-04-27', null),
      entry('unit.renamed', '2020-05-01', { name: 'A' }),
      entry('unit.moved', '2020-05-01', { parentId: 3 }),
    ]);
    expect(spans(unit)).toEqual([
      ['', '2020-05-01', 'Chi bộ khu 3', 1],
      ['2020-05-01', null, 'A', 3],
    ]);
    expect(unit).toMatchObject({ foundedOn: null, knownFrom: '2018-04-27' });
  });

  test('an ended unit keeps its places; restored on the day it ended it never ended (S2-11, S4-36)', () => {
    const base = beginning('2015', '2015');
    const ended = entry('unit.ended', '2020-07-01', { as: 'dissolved', intoId: null });
    expect(foldUnit(7, [base, ended])).toMatchObject({ endedOn: '2020-07-01' });
    expect(spans(foldUnit(7, [base, ended, entry('unit.restored', '2020-07-01', {})]))).toHaveLength(1);
    expect(spans(foldUnit(7, [base, ended, entry('unit.restored', '2021-01-01', {})]))).toEqual([
      ['2015', '2020-07-01', 'Chi bộ khu 3', 1],
      ['2021-01-01', null, 'Chi bộ khu 3', 1],
    ]);
  });

  test('a correction takes the place of its entry; without its beginning there is no unit', () => {
    const base = beginning('2015', '2015');
    const renamed = entry('unit.renamed', '2020-05-01', { name: 'Sai' });
    const right = entry('unit.renamed', '2020-06-01', { name: 'Đúng' }, renamed.clientId);
    expect(spans(foldUnit(7, [base, renamed, right]))).toEqual([
      ['2015', '2020-06-01', 'Chi bộ khu 3', 1],
      ['2020-06-01', null, 'Đúng', 1],
    ]);
    expect(foldUnit(7, [base, entry('act.withdrawn', '2015', {}, base.clientId)])).toBeNull();
  });

  test('places never overlap and never leave a gap, whatever order acts are recorded in', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, fc.boolean(), fc.integer({ min: 2, max: 9 })), { maxLength: 12 }),
        (acts) => {
          const unit = foldUnit(7, [
            beginning('2015-01-01', '2015-01-01'),
            ...acts.map(([on, move, n]) =>
              move
                ? entry('unit.moved', on, { parentId: n })
                : entry('unit.renamed', on, { name: `Chi bộ ${n}` }),
            ),
          ]);
          const places = unit?.places ?? [];
          expect(places[0]?.fromOn).toBe('2015-01-01');
          expect(places.at(-1)?.toOn).toBeNull();
          for (const [index, place] of places.slice(1).entries())
            expect(place.fromOn).toBe(places[index]?.toOn);
          expect(new Set(places.map((place) => place.fromOn)).size).toBe(places.length);
        },
      ),
    );
  });
});

describe('offices', () => {
  const appointed = entry('office.appointed', '2020-01', {
    unitId: 1,
    personId: 'p',
    officeKind: 'cell_secretary',
    title: null,
    toOn: null,
    namedUnits: [3],
    sourceKey: null,
    decision: null,
  });
  test.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('[from, to) on %s: %s', (day, expected) => {
    const office = foldOffice(1, [
      appointed,
      entry('office.ended', '2025-07-01', { toOn: '2025-07-01', decision: null }),
    ]);
    expect(office && inForceOn(office, day)).toBe(expected);
  });
  test('an unknown start counts as begun', () => {
    expect(inForceOn({ fromOn: null, toOn: null }, '2020-01-01')).toBe(true);
  });
});

describe('the tree in words', () => {
  test('kinds below and above come from the regulations (S0-09, S0-11, S1-15, S1-19)', () => {
    expect(childKinds('base_cell')).toEqual(['party_group']);
    expect(childKinds('nowhere')).toEqual([]);
    expect(parentKinds('sub_committee')).toEqual(['base_organisation']);
    expect(parentKinds('province')).toEqual([]);
    expect(parentKinds('base_cell')).toContain('district');
    expect(childKinds('district')).toEqual(
      expect.arrayContaining(['upper_base', 'base_organisation', 'base_cell']),
    );
  });
  test('siblings by number, children after their parent', () => {
    const unit = (id: number, parentId: number | null, name: string) => ({ id, parentId, name, code: null });
    const listed = [
      unit(4, 1, 'Chi bộ khu phố 10'),
      unit(3, 1, 'Chi bộ khu phố 2'),
      unit(5, 3, 'Tổ đảng 1'),
      unit(1, null, 'Đảng bộ'),
    ];
    expect(inTreeOrder(listed).map((item) => item.id)).toEqual([1, 3, 5, 4]);
    expect(matching(listed, 'khu pho').map((item) => item.id)).toEqual([4, 3]);
    expect(sameNamed('CHI BỘ  khu phố 2', [{ id: 3, name: 'Chi bộ khu phố 2', kind: 'cell' }])).toHaveLength(
      1,
    );
  });
  test('rows of the workbook have a cell for each heading', () => {
    const item = {
      id: 1,
      name: 'Chi bộ A',
      kind: 'cell',
      type: 'TDP',
      parentId: null,
      path: '/1/',
      code: null,
      foundedOn: '2018-04',
      endedOn: null,
      external: false,
      members: 12,
      probationers: 0,
      candidates: null,
    };
    expect(unitRows([item])).toEqual([['Chi bộ A', 'Chi bộ', 'TDP', null, null, '04/2018', 12, 0, null]]);
    expect(unitRows([item])[0]).toHaveLength(unitColumns.length);
  });
  test.each([
    ['Nguyễn Văn An', [], 'nguyen.van.an'],
    ['Giàng Seo Lử', ['giang.seo.lu', 'giang.seo.lu2'], 'giang.seo.lu3'],
    ["H'Ÿ Niê Kđăm", [], 'h.y.nie.kdam'],
    ['…', [], 'tai.khoan'],
  ])('user name of %s', (name, taken, expected) => {
    expect(freeUserName(name, new Set(taken))).toBe(expected);
  });
});
