// Figures counted from real acts: what counts on which day, for which unit, in the tree of any day, before and after
// everything is made again.
import { sql } from 'kysely';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doc, nominate, startWard, take, walkTo, wholeRoad } from '../../test/road.ts';
import { treeOn } from '../org/tree.store.ts';
import { branchOf, childrenOf, rollUp } from '../org/tree.ts';
import { newId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';
import { law } from '../road/law.ts';
import { takeOverEntries } from '../road/take-over.ts';
import {
  type Asked,
  countByMonth,
  countByUnit,
  countByValue,
  countByYear,
  countPartsByUnit,
  listRecords,
  membersOn,
} from './count.store.ts';
import { breakdownIds, figures } from './figure.ts';
import { findPart, partIds } from './part.ts';
import { readPassages } from './passage.store.ts';
import { qualityOf } from './quality.store.ts';
import { isWithin } from './within.ts';

const ward = await startWard();
const { db, unit, person, as } = ward.world;
const ever = { from: '1900-01-01', to: '2026-11-21' } as const;
const union = await unit({ name: 'Đoàn phường Kinh Bắc', kind: 'mass_organisation', parent: ward.ward });
const second = await unit({
  name: 'Đảng bộ phường Võ Cường',
  kind: 'base_organisation',
  type: 'none',
  parent: ward.city,
});
const school = await unit({ name: 'Chi bộ Trường Tiểu học', type: 'TRUONG', parent: second });
const factory = await unit({ name: 'Chi bộ Công ty may', type: 'DNNN', parent: second });

const days = [
  '2019',
  '2020-02',
  '2020-02-29',
  '2021-02',
  '2021-07-09',
  '2021-12-31',
  '2022-01',
  '2022-01-01',
  '2022-06-15',
];
const people: Record<string, string>[] = [
  {
    sex: 'F',
    bornOn: '1995-03-08',
    occupation: 'ND',
    ethnicity: 'TAY',
    profession: 'DH',
    youthUnion: 'true',
  },
  { sex: 'M', bornOn: '1970', occupation: 'DN', ethnicity: 'KINH', profession: 'TC' },
  { sex: 'F', bornOn: '1991-07', occupation: 'HSSV' },
  {},
];
for (const [at, admittedOn] of days.entries())
  for (const [nth, fields] of people.entries())
    await person({
      name: `Người thứ ${at * 4 + nth}`,
      unit: [ward.cell, ward.other, school, factory][(at + nth) % 4] as number,
      kind: nth === 3 ? 'probationary' : 'official',
      admittedOn,
      officialOn: `${Number(admittedOn.slice(0, 4)) + 1}${admittedOn.slice(4).replace('02-29', '02-28')}`,
      fields,
    });

const total = (counts: ReadonlyMap<unknown, number>) =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);
const recordsOf = async (asked: Asked) => {
  const found: Awaited<ReturnType<typeof listRecords>> = [];
  for (;;) {
    const last = found.at(-1);
    const page = await listRecords(db, asked, {
      after: last && { on: last.on, recordId: last.recordId },
      limit: 7,
    });
    found.push(...page);
    if (page.length < 7) return found;
  }
};
const passagesOf = async (id: string) =>
  (
    await sql<{ stage: string; on: string; entered: boolean; closed_as: string | null }>`
      select stage, on_day as "on", entered, closed_as from passage where dossier_id = ${id} order by nth`.execute(
      db,
    )
  ).rows;

describe('what counts', () => {
  test('a case counts in each figure of the road on the day of its act, and at once (S0-03)', async () => {
    const asked = (figure: Asked['figure'], on: string) => ({ figure, from: on, to: on });
    const of = async (figure: Asked['figure'], on: string) =>
      (await countByUnit(db, asked(figure, on))).get(ward.cell) ?? 0;
    expect(await of('admission', '2021-02-03')).toBe(0);
    const id = await nominate(ward, 'Khổng Thị Đếm');
    await walkTo(ward, id, 'recognise');
    expect(await of('sourcing', '2019-02-03')).toBe(1);
    expect(await of('sourcing', '2019-02-04')).toBe(0);
    expect(await of('class', '2019-06-20')).toBe(1);
    expect(await of('admission', '2021-02-03')).toBe(1);
    expect(await of('recognition', '2022-02-03')).toBe(1);
    expect((await passagesOf(id)).map(({ stage, on }) => `${stage} ${on}`)).toEqual([
      'nominated 2019-01-10',
      'listed 2019-02-03',
      'class_certified 2019-06-20',
      'helped 2019-07-03',
      'permitted 2020-08-10',
      'papers_ready 2020-09-15',
      'verifying 2020-09-20',
      'verified 2020-11-01',
      'cell_voted 2020-12-03',
      'base_voted 2020-12-20',
      'decided 2021-01-15',
      'admitted 2021-02-03',
      'probation_reviewed 2022-02-05',
      'recognition_cell_voted 2022-02-10',
      'recognition_base_voted 2022-02-25',
      'recognised 2022-03-10',
    ]);
  });

  test('a certificate brought after the helper was named counts, and turns no case back', async () => {
    const id = await nominate(ward, 'Khổng Văn Muộn');
    const road = wholeRoad(ward);
    const step = (name: string) => road.find((one) => one.step === name) as (typeof road)[number];
    for (const taken of [step('list'), step('assign_helper')])
      expect((await take(ward, id, taken)).status).toBe(200);
    const late = await take(ward, id, {
      ...step('class_certificate'),
      on: '2020-05-06',
      inputs: { certificate: doc('9/GCN', '2020-05-06', 'Trung tâm chính trị') },
    });
    expect(late.status, late.text).toBe(200);
    expect((await passagesOf(id)).at(-1)).toMatchObject({ stage: 'class_certified', entered: false });
    expect(
      (await countByUnit(db, { figure: 'class', from: '2020-05-06', to: '2020-05-06' })).get(ward.cell),
    ).toBe(1);
    const entered = await readPassages(db, { until: ever.to });
    expect(entered.filter(({ caseId }) => caseId === id).map(({ stage }) => stage)).toEqual([
      'nominated',
      'listed',
      'helped',
    ]);
  });

  test('a case taken over has the stages whose days are known, in their order, and none beyond where it stands', async () => {
    const personId = await person({ name: 'Vừ Thị Dợ', unit: ward.cell });
    const dossierId = newId();
    const entries = takeOverEntries(
      {
        clientId: newId(),
        dossierId,
        personId,
        unitId: ward.cell,
        happenedOn: '2026-10-31',
        stage: 'permitted',
        stageOn: '2026-09',
        acts: [
          { step: 'list', on: '2025-03', inputs: {} },
          { step: 'class_certificate', on: '2025-06-20', inputs: { certificate: { on: '2025-06-20' } } },
          { step: 'assign_helper', on: null, inputs: {} },
        ],
      },
      { law: law(), profile: 'A', today: '2026-11-21' },
    );
    await transact(db, (tx) => append(tx, ward.world.by, entries));
    expect((await passagesOf(dossierId)).map(({ stage, on }) => `${stage} ${on}`)).toEqual([
      'listed 2025-03',
      'class_certified 2025-06-20',
      'permitted 2026-09',
    ]);
  });

  test('an introduction by a mass organisation is its own figure (S3-56)', async () => {
    const youth = await as('mass_officer', union);
    const sent = await youth.post('/api/dossiers', {
      clientId: newId(),
      happenedOn: '2026-05-19',
      unitId: ward.cell,
      person: { fullName: 'Vàng Thị Gấp', bornOn: '1999' },
      inputs: { proposerKind: 'youth_union' },
    });
    expect(sent.status, sent.text).toBe(200);
    const asked = { figure: 'introduction', from: '2026-05-01', to: '2026-05-31' } as const;
    expect(await countByUnit(db, asked)).toEqual(new Map([[union, 1]]));
    expect((await countPartsByUnit(db, asked, partIds)).get(union)).toMatchObject({
      women: 0,
      youth: 1,
      farmer: 0,
    });
  });

  test('a case that ends says how', async () => {
    const id = await nominate(ward, 'Khổng Thị Thôi');
    const step = { by: 'secretary' as const, step: 'stop', on: '2019-08-01', inputs: {} };
    const steps = law()
      .stepsFrom('nominated', '2019-08-01')
      .map((one) => one.step);
    const exit = steps.find((one) => one.leads_to.some(({ to }) => to === 'closed') && one.level === 'cell');
    const needed = Object.fromEntries(
      (exit?.inputs ?? [])
        .filter(({ required }) => required)
        .map((input) => [
          input.id,
          input.kind === 'document' ? doc('1-NQ/CB', '2019-08-01') : (input.choices?.[0]?.code ?? true),
        ]),
    );
    const answer = await take(ward, id, { ...step, step: exit?.id ?? '', inputs: needed });
    expect(answer.status, answer.text).toBe(200);
    expect((await passagesOf(id)).at(-1)).toMatchObject({
      stage: 'closed',
      on: '2019-08-01',
      closed_as: exit?.id,
    });
  });
});

const day = fc
  .integer({ min: 0, max: 2900 })
  .map((offset) => new Date(Date.UTC(2018, 11, 20) + offset * 86_400_000).toISOString().slice(0, 10));
const range = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const flows = figures.filter(({ nature }) => nature === 'flow').map(({ id }) => id);

describe('on any days', () => {
  test('records are the number, day by day as the rule says', async () => {
    const all = new Map(
      await Promise.all(flows.map(async (figure) => [figure, await recordsOf({ figure, ...ever })] as const)),
    );
    await fc.assert(
      fc.asyncProperty(range, fc.constantFrom(...flows), async (asked, figure) => {
        const within = (all.get(figure) ?? []).filter(({ on }) => isWithin(on, asked.from, asked.to));
        const counted = await countByUnit(db, { figure, ...asked });
        expect(total(counted)).toBe(within.length);
        for (const [unitId, count] of counted)
          expect(within.filter((one) => one.unitId === unitId).length).toBe(count);
        expect((await recordsOf({ figure, ...asked })).length).toBe(within.length);
      }),
      { numRuns: 60 },
    );
  });

  test('months sum to the year but for what is known by year only; years sum to the whole', async () => {
    for (const figure of flows)
      for (const year of [2019, 2020, 2021, 2022, 2026]) {
        const asked = { figure, from: `${year}-01-01`, to: `${year}-12-31` };
        const whole = total(await countByUnit(db, asked));
        const months = await countByMonth(db, asked);
        let sum = months.filter(({ when }) => when.length === 4).reduce((all, { count }) => all + count, 0);
        for (let month = 1; month <= 12; month += 1) {
          const [from, next] = [month, month + 1].map((m) => new Date(Date.UTC(year, m - 1, 1)));
          const to = new Date((next as Date).getTime() - 86_400_000).toISOString().slice(0, 10);
          const own = total(
            await countByUnit(db, { figure, from: (from as Date).toISOString().slice(0, 10), to }),
          );
          const key = `${year}-${String(month).padStart(2, '0')}`;
          const told = months.filter(({ when }) => when === key).reduce((all, { count }) => all + count, 0);
          expect([figure, key, own]).toEqual([figure, key, told]);
          sum += own;
        }
        expect([figure, year, sum]).toEqual([figure, year, whole]);
        const years = await countByYear(db, { figure, ...ever });
        const told = years
          .filter(({ when }) => when === String(year))
          .reduce((all, { count }) => all + count, 0);
        expect(told).toBe(whole);
      }
  });

  test('a part is never more than the whole; values of a breakdown are the whole; parts add up branch by branch (S1-10, S3-51)', async () => {
    await fc.assert(
      fc.asyncProperty(range, fc.constantFrom(...figures), async (asked, { id: figure, parts }) => {
        const counted = await countByUnit(db, { figure, ...asked });
        const byPart = await countPartsByUnit(db, { figure, ...asked }, partIds);
        for (const [unitId, counts] of byPart) {
          expect(Object.keys(counts).sort()).toEqual(
            parts.filter((part) => findPart(part)?.counted).toSorted(),
          );
          for (const count of Object.values(counts))
            expect(count).toBeLessThanOrEqual(counted.get(unitId) ?? 0);
          const cells = (counts.village ?? 0) + (counts.private_enterprise ?? 0) + (counts.military ?? 0);
          expect(cells).toBeLessThanOrEqual(counted.get(unitId) ?? 0);
        }
        for (const breakdown of breakdownIds)
          expect(total(await countByValue(db, { figure, ...asked }, breakdown))).toBe(total(counted));
      }),
      { numRuns: 25 },
    );
  });

  test('of a person every part is told as held on the day of the ceremony (S1-09, S1-33)', async () => {
    const asked = { figure: 'admission', from: '2021-07-09', to: '2021-07-09' } as const;
    const units = [ward.cell, ward.other, school, factory];
    const parts = await countPartsByUnit(db, asked, partIds);
    const of = (nth: number) => parts.get(units[(4 + nth) % 4] as number);
    expect(of(0)).toMatchObject({
      women: 1,
      youth_union: 1,
      youth: 1,
      minority: 1,
      farmer: 1,
      degree: 1,
      village: 1,
    });
    expect(of(1)).toMatchObject({ women: 0, youth: 0, minority: 0, worker: 1, degree: 0, village: 1 });
    // Born in July 1991: thirty at the earliest on 1 July, so perhaps still twenty-nine on the 9th.
    expect(of(2)).toMatchObject({
      women: 1,
      youth: 1,
      student: 1,
      minority: 0,
      village: 0,
      private_enterprise: 0,
    });
    expect(of(3)).toMatchObject({ women: 0, youth: 0, worker: 0, private_enterprise: 1 });
  });
});

describe('in the tree of any day', () => {
  const act = async (id: number, body: object) => {
    const { version } = (await ward.board.get(`/api/units/${id}`)).body;
    const decision = { number: '5-QĐ/TU', on: '2022-06-01', by: 'Thành ủy Bắc Ninh' };
    return ward.board.post(`/api/units/${id}/acts`, { clientId: newId(), version, decision, ...body });
  };

  test('a cell that moves takes its numbers along from that day on; children are the parent', async () => {
    const before = await treeOn(db, '2022-06-30');
    expect(before.byId.get(school)?.parentId).toBe(second);
    const moved = await act(school, { act: 'move', happenedOn: '2022-07-01', parentId: ward.ward });
    expect(moved.status, moved.text).toBe(200);
    expect((await treeOn(db, '2022-07-01')).byId.get(school)?.parentId).toBe(ward.ward);
    expect((await treeOn(db, '2022-06-30')).byId.get(school)?.parentId).toBe(second);
    await fc.assert(
      fc.asyncProperty(range, fc.constantFrom(...figures), async ({ from, to }, { id: figure }) => {
        const tree = await treeOn(db, to);
        const sums = rollUp(tree, await countByUnit(db, { figure, from, to }));
        for (const node of tree.nodes) {
          const branch = total(await countByUnit(db, { figure, from, to, unitIds: branchOf(tree, node.id) }));
          expect(sums[node.index]).toBe(branch);
          const below = childrenOf(tree, node.id).reduce((sum, { index }) => sum + (sums[index] ?? 0), 0);
          const own = total(await countByUnit(db, { figure, from, to, unitIds: [node.id] }));
          expect(below + own).toBe(branch);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('the kind of a cell is that of the day of the admission (S1-07, S1-08)', async () => {
    const asked = { figure: 'admission', from: '2022-06-15', to: '2022-06-15' } as const;
    const count = async () => (await countPartsByUnit(db, asked, ['private_enterprise'])).get(factory);
    expect(await count()).toEqual({ private_enterprise: 1 });
    const changed = await act(factory, {
      act: 'change_kind',
      happenedOn: '2023-01-01',
      kind: 'cell',
      type: 'DN',
    });
    expect(changed.status, changed.text).toBe(200);
    expect(await count()).toEqual({ private_enterprise: 1 });
  });
});

test('what became of those admitted, as of any day (S0-36, S3-61)', async () => {
  const year = { from: '2021-01-01', to: '2021-12-31', unitIds: [ward.cell, ward.other, school, factory] };
  const known = await qualityOf(db, { ...year, asOf: '2026-11-21' });
  const records = (await recordsOf({ figure: 'admission', ...year })).length;
  expect(known).toMatchObject({ count: records, removed: 0, notRecognised: 0 });
  expect(known.recognised + known.waiting).toBe(known.due);
  expect(known.due).toBe(records);
  const then = await qualityOf(db, year);
  expect(then).toMatchObject({ count: records, due: 0, recognised: 0 });
});

test('members at the end of a day', async () => {
  const before = total(await membersOn(db, '2021-07-08'));
  expect(total(await membersOn(db, '2021-07-09')) - before).toBe(4);
});
