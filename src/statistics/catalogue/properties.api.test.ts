// What must hold of every figure on any day, in any branch: the records are the number, children are the parent, the
// movement is the difference, the arrays are the database, and everything is the same after it is made again.
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { told } from '../../../test/columns.ts';
import { doc, nominate, startWard, walkTo } from '../../../test/road.ts';
import { personEntry, removedEntry } from '../../members/person.ts';
import { newId } from '../../platform/ids.ts';
import { append, rebuild } from '../../platform/ledger.ts';
import { transact } from '../../platform/write/transaction.ts';
import { figures as planned } from '../figure.ts';
import { countByUnit } from '../count.store.ts';
import { catalogue } from './catalogue.ts';
import { byUnit } from './held/ask.ts';
import { columnsFor, readColumns } from './held/columns.store.ts';
import { unpacking } from '../../columns/pack.ts';
import { breathing } from '../../platform/behind/breathe.ts';
import { type SourceId, sources } from './source.ts';
import type { BridgeView, MovementView, RecordsView, Row, TableView } from './view.ts';

const ward = await startWard();
const { db, by, unit, person } = ward.world;
const second = await unit({
  name: 'Đảng bộ phường Võ Cường',
  kind: 'base_organisation',
  type: 'none',
  parent: ward.city,
});
const school = await unit({ name: 'Chi bộ Trường Tiểu học', type: 'TRUONG', parent: second });
const factory = await unit({
  name: 'Chi bộ Công ty may',
  type: 'DNNN',
  parent: second,
  foundedOn: '2019-07-01',
});
const annex = await unit({ name: 'Chi bộ Trạm Y tế cũ', type: 'none', parent: second });
const cells = [ward.cell, ward.other, school, factory];
const board = await ward.world.as('superior_board', ward.province);

const get = async <T>(url: string): Promise<T> => {
  const answer = await board.get(`/api/statistics/${url}`);
  expect(answer.status, `${url} ${answer.text}`).toBe(200);
  return answer.body as T;
};
const words = (given: Record<string, string>) => new URLSearchParams(given).toString();

const fields: Record<string, string>[] = [
  {
    sex: 'F',
    bornOn: '1995-03-08',
    occupation: 'ND',
    ethnicity: 'TAY',
    profession: 'DH',
    youthUnion: 'true',
  },
  { sex: 'M', bornOn: '1970', occupation: 'DN', ethnicity: 'KINH', profession: 'TC', politicalTheory: 'TC' },
  { sex: 'F', bornOn: '1991-07', occupation: 'HSSV', education: 'THPT' },
  {},
];
const admittedOn = ['2019', '2020-02', '2020-02-29', '2021-07-09', '2021-12-31', '2022-01', '2022-06-15'];

beforeAll(async () => {
  const people: { id: string; unit: number }[] = [];
  for (const [at, on] of admittedOn.entries())
    for (const [nth, own] of fields.entries()) {
      const place = cells[(at + nth) % 4] as number;
      const id = await person({
        name: `Người thứ ${at * 4 + nth}`,
        unit: place,
        kind: nth === 3 ? 'probationary' : 'official',
        admittedOn: on,
        officialOn: `${Number(on.slice(0, 4)) + 1}${on.slice(4).replace('02-29', '02-28')}`,
        fields: own,
      });
      people.push({ id, unit: place });
    }
  const clerk = await person({ name: 'Người trạm cũ', unit: annex, kind: 'official', admittedOn: '2018' });
  const of = (nth: number, happenedOn: string, unitId?: number) => {
    const one = people[nth] as (typeof people)[number];
    return { clientId: newId(), personId: one.id, unitId: unitId ?? one.unit, happenedOn };
  };
  const next = (nth: number) =>
    cells[(cells.indexOf((people[nth] as { unit: number }).unit) + 1) % 4] as number;
  const move = (nth: number, on: string) =>
    personEntry('member.moved', of(nth, on, next(nth)), {
      fromUnitId: (people[nth] as { unit: number }).unit,
    });
  await transact(db, (tx) =>
    append(tx, by, [
      move(0, '2023-02-01'),
      move(1, '2023-05'),
      move(5, '2023-05-10'),
      personEntry('member.moved_out', of(2, '2023-06-01'), {}),
      personEntry('member.died', of(6, '2023-06-02'), {}),
      personEntry('member.expelled', of(9, '2023-07'), {}),
      removedEntry(of(10, '2023-08-01'), { reason: 'DIXA' }),
      removedEntry(of(13, '2023-08-01'), { reason: null }),
      personEntry('member.left', of(14, '2023-09-09'), {}),
      personEntry('member.annulled', of(15, '2023-10-01'), {}),
      personEntry('member.temporary_began', of(17, '2023-01-01'), { toUnitId: school }),
    ]),
  );
  await transact(db, (tx) =>
    append(tx, by, [personEntry('member.restored', of(9, '2024-02-01'), { kind: 'official' })]),
  );
  await walkTo(ward, await nominate(ward, 'Khổng Thị Bước'), 'recognise');
  await walkTo(ward, await nominate(ward, 'Khổng Văn Dừng'), 'permit');
  await change(school, { act: 'move', happenedOn: '2023-04-01', parentId: ward.ward });
  await transact(db, (tx) =>
    append(tx, by, [
      personEntry(
        'member.moved',
        { clientId: newId(), personId: clerk, unitId: ward.cell, happenedOn: '2022-09-01' },
        { fromUnitId: annex },
      ),
    ]),
  );
  await change(annex, { act: 'move', happenedOn: '2022-05-01', parentId: ward.ward });
  await change(annex, { act: 'end', happenedOn: '2022-09-30' });
  await change(factory, { act: 'change_kind', happenedOn: '2023-03-01', kind: 'cell', type: 'DN' });
}, 120_000);

async function change(id: number, body: object): Promise<void> {
  const { version } = (await ward.board.get(`/api/units/${id}`)).body;
  const decision = doc('5-QĐ/TU', '2023-01-01', 'Thành ủy Bắc Ninh');
  const answer = await ward.board.post(`/api/units/${id}/acts`, {
    clientId: newId(),
    version,
    decision,
    ...body,
  });
  expect(answer.status, answer.text).toBe(200);
}

const day = fc
  .integer({ min: 0, max: 2800 })
  .map((offset) => new Date(Date.UTC(2019, 0, 5) + offset * 86_400_000).toISOString().slice(0, 10));
const range = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const place = fc.constantFrom(ward.province, ward.city, ward.ward, second, ward.cell, school);
const counted = catalogue.filter(({ identity }) => !identity);

interface Asked {
  figure: (typeof catalogue)[number];
  unit: number;
  span: { from: string; to: string };
}
const asked: fc.Arbitrary<Asked> = fc.record({
  figure: fc.constantFrom(...counted),
  unit: place,
  span: range,
});
const stock = ({ figure }: Asked) => sources[figure.source].nature === 'stock';
const query = (one: Asked, more: Record<string, string> = {}) =>
  words({
    unit: String(one.unit),
    ...(stock(one) ? { on: one.span.to } : one.span),
    ...more,
  });

/** All pages of a list. */
async function recordsOf(figure: string, given: Record<string, string>): Promise<RecordsView['items']> {
  const found: RecordsView['items'] = [];
  for (let cursor = ''; ; ) {
    const page = await get<RecordsView>(
      `${figure}/records?${words({ ...given, limit: '7', ...(cursor ? { cursor } : {}) })}`,
    );
    found.push(...page.items);
    if (page.next === null) {
      expect(found.length).toBe(page.total);
      return found;
    }
    cursor = page.next;
  }
}

describe('every figure, any unit, any days', () => {
  test('the records are the number, row by row, and no record is shown twice', async () => {
    const wanted = fc.tuple(asked, fc.nat());
    await fc.assert(
      fc.asyncProperty(wanted, async ([one, pick]) => {
        const ways = ['child', ...one.figure.by, 'month', 'year', ...(one.figure.parts ? ['parts'] : [])];
        const way = ways[pick % ways.length] as string;
        const near = { from: `${one.span.to.slice(0, 4)}-01-01`, to: one.span.to };
        const span = way === 'month' || way === 'year' ? near : one.span;
        const table = await get<TableView>(`${one.figure.id}?${query({ ...one, span }, { by: way })}`);
        const rows = [table.total, ...table.rows, ...(table.unknown ? [table.unknown] : [])];
        const any = pick % rows.length;
        const looked = (key: string, at: number) => at < 3 || at === any || key === '';
        for (const row of rows.filter(({ opens, key }, at) => opens && looked(key, at))) {
          const records = await recordsOf(one.figure.id, row.opens as Record<string, string>);
          expect([one.figure.id, way, row.key, records.length]).toEqual([
            one.figure.id,
            way,
            row.key,
            row.count,
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('rows of a partition sum to the total, with what is not known as its own line (S4-08)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(asked, fc.nat()), async ([one, pick]) => {
        const flow = stock(one) || one.figure.years ? [] : ['month', 'year'];
        const ways = ['child', ...flow, ...one.figure.by];
        const table = await get<TableView>(
          `${one.figure.id}?${query(one, { by: ways[pick % ways.length] as string })}`,
        );
        expect(table.partition).toBe(true);
        const sum = table.rows.reduce((all, { count }) => all + count, table.unknown?.count ?? 0);
        expect([one.figure.id, table.by, sum]).toEqual([one.figure.id, table.by, table.total.count]);
      }),
      { numRuns: 80 },
    );
  });

  test('children are the parent in the tree of the day: each child asked by itself gives its row', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (one) => {
        const table = await get<TableView>(`${one.figure.id}?${query(one)}`);
        for (const { unitId, count } of table.rows)
          if (unitId !== null) {
            const own = await get<TableView>(`${one.figure.id}?${query({ ...one, unit: unitId })}`);
            expect([one.figure.id, unitId, own.total.count]).toEqual([one.figure.id, unitId, count]);
          }
      }),
      { numRuns: 40 },
    );
  });
});

const standing = counted.filter(({ source, per }) => sources[source].nature === 'stock' && !per);

describe('between two days of any figure that stands', () => {
  test('start + came + joined − went − parted = end, and every term opens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...standing), place, range, async (figure, unitId, { from, to }) => {
        fc.pre(from < to);
        const unit = String(unitId);
        const bridge = await get<BridgeView>(`${figure.id}/bridge?${words({ unit, from, to })}`);
        const told = [figure.id, unitId, from, to];
        expect([...told, bridge.holds]).toEqual([...told, true]);
        const count = async (on: string) =>
          (await get<TableView>(`${figure.id}?${words({ unit, on, by: 'none' })}`)).total.count;
        expect([...told, bridge.end.count]).toEqual([...told, await count(to)]);
        if (bridge.start.there) expect([...told, bridge.start.count]).toEqual([...told, await count(from)]);
        for (const { id, count: number, figure: asked, opens } of bridge.terms)
          if (asked && opens && number > 0)
            expect([...told, id, (await recordsOf(asked, opens)).length]).toEqual([...told, id, number]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('movement', () => {
  test('start + … = end for every unit and any days, and every term opens', async () => {
    await fc.assert(
      fc.asyncProperty(place, range, async (unitId, { from, to }) => {
        const movement = await get<MovementView>(`movement?${words({ unit: String(unitId), from, to })}`);
        const bridge = movement.bridge as BridgeView;
        expect([unitId, from, to, bridge.holds]).toEqual([unitId, from, to, true]);
        expect(movement.rows.filter(({ holds }) => !holds)).toEqual([]);
        const members = async (on: string) =>
          (await get<TableView>(`members?${words({ unit: String(unitId), on })}`)).total.count;
        expect(await members(to)).toBe(bridge.end.count);
        if (bridge.start.there) expect(await members(bridge.start.on)).toBe(bridge.start.count);
        for (const { count, figure, opens } of bridge.terms)
          if (figure && opens) expect((await recordsOf(figure, opens)).length).toBe(count);
      }),
      { numRuns: 40 },
    );
  });

  test('a cell that changed its place comes and goes as a whole, in words', async () => {
    const bridge = async (id: number) =>
      get<BridgeView>(`members/bridge?${words({ unit: String(id), from: '2023-03-31', to: '2023-04-01' })}`);
    const members = (await get<TableView>(`members?unit=${school}&on=2023-03-31`)).total.count;
    expect(members).toBeGreaterThan(0);
    expect((await bridge(ward.ward)).said.vi).toBe(
      `+${members}: ${members} cùng Chi bộ Trường Tiểu học chuyển về`,
    );
    expect((await bridge(second)).said.vi).toBe(
      `−${members}: ${members} cùng Chi bộ Trường Tiểu học tách đi`,
    );
    expect((await bridge(ward.city)).said.vi).toBe('Không có biến động');
  });

  test('a cell that came and was merged away since opens as a whole, too', async () => {
    const span = { from: '2022-04-30', to: '2022-12-31' };
    const { terms, holds } = await get<BridgeView>(
      `members/bridge?${words({ unit: String(ward.ward), ...span })}`,
    );
    const term = terms.find(({ id }) => id === `gained:${annex}`);
    expect([holds, term?.count]).toEqual([true, 1]);
    const records = await recordsOf('members', term?.opens as Record<string, string>);
    expect(records.map(({ subject }) => subject?.name)).toEqual(['Người trạm cũ']);
  });

  test('a year in words: what came and what went', async () => {
    const { said, terms, inside } = await get<BridgeView>(
      `members/bridge?${words({ unit: String(ward.city), from: '2022-12-31', to: '2023-12-31' })}`,
    );
    expect(said.vi).toBe(
      '−7: 1 chuyển đi, 1 từ trần, 1 khai trừ, 2 xóa tên, 1 xin ra khỏi Đảng, 1 hủy quyết định kết nạp',
    );
    expect(inside).toBe(3);
    expect(terms.find(({ id }) => id === 'moved_in')?.count).toBe(0);
  });
});

describe('the arrays', () => {
  test('count as the database does, for every figure that both have', async () => {
    const same = planned.map(({ id }) => [id, id === 'members' ? 'member' : id] as [typeof id, SourceId]);
    await fc.assert(
      fc.asyncProperty(range, fc.constantFrom(...same), async (span, [figure, source]) => {
        const held = byUnit(await columnsFor(db, source), { span, tests: [] });
        expect(new Map([...held].toSorted())).toEqual(
          new Map([...(await countByUnit(db, { figure, ...span }))].toSorted()),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('follow every write at once, and are the same read anew and after everything is made again', async () => {
    const before = (await get<TableView>(`members?unit=${ward.cell}`)).total.count;
    await person({ name: 'Người mới đến', unit: ward.cell, kind: 'official' });
    expect((await get<TableView>(`members?unit=${ward.cell}`)).total.count).toBe(before + 1);
    const ids = Object.keys(sources) as SourceId[];
    const held = (await Promise.all(ids.map((id) => columnsFor(db, id)))).map(told);
    expect(held.filter((rows) => rows.length > 0).length).toBeGreaterThan(10);
    const anew = async () => (await Promise.all(ids.map((id) => readColumns(db, id)))).map(told);
    expect(await anew()).toEqual(held);
    await rebuild(db);
    expect(await anew()).toEqual(held);
  });

  test('candidates of today are the open cases before admission', async () => {
    const today = await get<TableView>('candidates?by=stage');
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from stat_candidate`.execute(
      db,
    );
    expect(today.total.count).toBe(rows[0]?.count);
  });

  test('an empty view is no number but a note', async () => {
    expect((await breathing(unpacking(sources.member, { rows: 0, codes: {} }))).length).toBe(0);
  });
});

describe('reach', () => {
  test('a secretary sees the own cell; a unit beside it does not exist; who keeps no people sees no figures', async () => {
    const own = await ward.secretary.get('/api/statistics/members');
    expect(own.body.unit.id).toBe(ward.cell);
    expect((await ward.secretary.get(`/api/statistics/members?unit=${ward.other}`)).status).toBe(404);
    expect((await (await ward.world.as('administrator', ward.city)).get('/api/statistics')).status).toBe(403);
  });

  test('who has moved out of reach counts where he was, without a name', async () => {
    const { body } = await ward.secretary.get(
      '/api/statistics/moved_out/records?from=2023-01-01&to=2023-12-31',
    );
    const gone = (body as RecordsView).items.filter(({ subject }) => subject === null);
    expect(body.total).toBeGreaterThan(0);
    expect(gone.length).toBeGreaterThan(0);
  });

  test('several named cells: each a row, no unit above them', async () => {
    const member = await ward.world.as('committee_member', ward.ward, {
      namedUnits: [ward.cell, ward.other],
    });
    const table = (await member.get('/api/statistics/members')).body as TableView;
    expect(table.unit).toBe(null);
    expect(table.rows.map(({ unitId }: Row) => unitId).toSorted()).toEqual(
      [ward.cell, ward.other].toSorted(),
    );
    expect((await member.get('/api/statistics/movement')).body.bridge).toBe(null);
  });
});

test('ages at admission: mean and median of those whose birth is known (S0-43)', async () => {
  const { total } = await get<TableView>(`admission_age?${words({ unit: String(second), period: '2021' })}`);
  // Born 8 March 1995, admitted 9 July 2021; born in July 1991, admitted on the last day of 2021; two nobody knows.
  expect(total).toMatchObject({ count: 4, known: 2, mean: (26 + 30) / 2, median: 28, share: null });
  const years = await get<TableView>(
    `admission_age?${words({ unit: String(second), from: '2019-01-01', to: '2022-12-31', by: 'year' })}`,
  );
  expect(years.rows.map(({ key }) => key)).toEqual(['2019', '2020', '2021', '2022']);
});
