// The golden cases of the catalogue, over HTTP: places of the press with the numbers they told.
import { expect, test, vi } from 'vitest';
import { startWorld } from '../../../test/app.ts';
import { personEntry, removedEntry } from '../../members/person.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger.ts';
import { transact } from '../../platform/write/transaction.ts';

// Hundreds of people and units are entered one by one, as by hand.
vi.setConfig({ testTimeout: 120_000 });

const world = await startWorld({ today: '2026-11-21' });
const { db, by } = world;

interface Row {
  key: string;
  count: number;
  value: number | null;
  per: number | null;
  share: number | null;
  opens: Record<string, string> | null;
}
const countOf = (rows: Row[], key: string) => rows.find((row) => row.key === key)?.count;

test('Kinh Bắc: 463 members in 11 cells, 6 + 3 + 1 + 1, 42,1 members a cell (K6, S1-38, S2-02, S2-03)', async () => {
  const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
  const types = [...Array(6).fill('TDP'), ...Array(3).fill('TRUONG'), 'YTE', 'CA'] as string[];
  const cells: number[] = [];
  for (const [at, type] of types.entries())
    cells.push(await world.unit({ name: `Chi bộ số ${at + 1}`, type, parent: ward }));
  await enrol(cells, 463);
  const officer = await world.as('base_officer', ward);
  const cellsBy = await officer.get('/api/statistics/cells?by=cell_type');
  expect(cellsBy.status, cellsBy.text).toBe(200);
  const { rows, total, unknown, partition } = cellsBy.body;
  expect(total.count).toBe(11);
  expect([countOf(rows, 'TDP'), countOf(rows, 'TRUONG'), countOf(rows, 'YTE'), countOf(rows, 'CA')]).toEqual([
    6, 3, 1, 1,
  ]);
  expect(rows.reduce((sum: number, { count }: Row) => sum + count, 0)).toBe(11);
  expect([partition, unknown]).toEqual([true, null]);
  const mean = (await officer.get('/api/statistics/members_per_cell')).body.total;
  expect(mean).toMatchObject({ count: 463, per: 11 });
  expect(mean.value.toFixed(1)).toBe('42.1');

  // A cell without a type is never lost in the sum: it is a line of its own.
  await world.unit({ name: 'Chi bộ mới', type: null, parent: ward });
  const after = (await officer.get('/api/statistics/cells?by=cell_type')).body;
  expect([after.total.count, after.unknown?.count]).toEqual([12, 1]);
});

test('Hải Hà: 36 organisations directly below, 215 cells below them, 251 in all, 5,97 cells each (K8, S1-02, S1-03)', async () => {
  const district = await world.unit({ name: 'Đảng bộ huyện Hải Hà', kind: 'district' });
  const bases: number[] = [];
  for (let at = 0; at < 36; at += 1)
    bases.push(
      await world.unit({ name: `Đảng bộ cơ sở ${at + 1}`, kind: 'base_organisation', parent: district }),
    );
  for (let at = 0; at < 215; at += 1)
    await world.unit({ name: `Chi bộ ${at + 1}`, type: 'THON', parent: bases[at % 36] as number });
  const board = await world.as('superior_board', district);
  const { body } = await board.get('/api/statistics/organisations');
  expect(body.total.count).toBe(251);
  expect(countOf(body.rows, 'own')).toBe(36);
  expect(
    body.rows.filter(({ key }: Row) => key !== 'own').reduce((sum: number, { count }: Row) => sum + count, 0),
  ).toBe(215);
  const each = (await board.get('/api/statistics/cells_per_base')).body.total;
  expect(each).toMatchObject({ count: 215, per: 36 });
  expect(each.value.toFixed(2)).toBe('5.97');
  const records = await board.get('/api/statistics/organisations/records?own=1&limit=200');
  expect(records.body.total).toBe(36);
});

test('Bình Liêu: a guest is counted once in totals and listed in both cells (K9)', async () => {
  const district = await world.unit({ name: 'Đảng bộ huyện Bình Liêu', kind: 'district' });
  const guard = await world.unit({
    name: 'Chi bộ Đồn Biên phòng',
    kind: 'base_cell',
    type: 'QS',
    parent: district,
  });
  const commune = await world.unit({
    name: 'Đảng bộ xã Hoành Mô',
    kind: 'base_organisation',
    parent: district,
  });
  const villages: number[] = [];
  for (let at = 0; at < 21; at += 1)
    villages.push(await world.unit({ name: `Chi bộ bản ${at + 1}`, type: 'THON', parent: commune }));
  const guards = await enrol([guard], 21);
  await enrol(villages, 42);
  const board = await world.as('superior_board', district);
  const members = async () => (await board.get('/api/statistics/members')).body.total.count;
  expect(await members()).toBe(63);
  await transact(db, (tx) =>
    append(
      tx,
      by,
      guards.map((personId, at) =>
        personEntry(
          'member.temporary_began',
          { clientId: newId(), personId, unitId: guard, happenedOn: '2023-03-03' },
          { toUnitId: villages[at] as number },
        ),
      ),
    ),
  );
  expect(await members()).toBe(63);
  const guests = await board.get('/api/statistics/guests?by=child');
  expect(guests.body.total.count).toBe(21);
  expect((await board.get('/api/statistics/guests?on=2023-03-02')).body.total.count).toBe(0);
  // In both cells: at home as a member, in the village as a guest – the same person once each.
  const home = (await board.get(`/api/statistics/members/records?unit=${guard}`)).body;
  const away = (await board.get(`/api/statistics/guests/records?unit=${villages[4]}`)).body;
  expect([home.total, away.total]).toEqual([21, 1]);
  expect(home.items.map(({ subject }: { subject: { id: string } }) => subject.id)).toContain(
    away.items[0].subject.id,
  );
  expect(away.items[0].subject.id).toBe(guards[4]);
});

test('a guest whose home the host cell becomes is a guest no longer', async () => {
  const commune = await world.unit({ name: 'Đảng bộ xã Đồn Đạc', kind: 'base_organisation' });
  const [home, host, other] = await Promise.all(
    ['một', 'hai', 'ba'].map((nth) =>
      world.unit({ name: `Chi bộ thôn ${nth}`, type: 'THON', parent: commune }),
    ),
  );
  const [stays, goes] = await enrol([home as number], 2);
  const officer = await world.as('base_officer', commune);
  const act = (personId: string | undefined, on: string, toUnitId: number | undefined, moves: boolean) => {
    const about = { clientId: newId(), personId: personId as string, happenedOn: on };
    return moves
      ? personEntry('member.moved', { ...about, unitId: toUnitId as number }, { fromUnitId: home as number })
      : personEntry('member.temporary_began', { ...about, unitId: home as number }, { toUnitId });
  };
  await transact(db, (tx) =>
    append(tx, by, [
      act(stays, '2023-03-03', host, false),
      act(goes, '2023-03-03', host, false),
      act(stays, '2023-09-01', host, true),
      act(goes, '2023-09-01', other, true),
    ]),
  );
  const guests = async (on: string) =>
    (await officer.get(`/api/statistics/guests?unit=${host}&on=${on}`)).body.total.count;
  expect([await guests('2023-08-31'), await guests('2023-09-01')]).toEqual([2, 1]);
  const list = (await officer.get(`/api/people?unit=${host}`)).body.items;
  expect(list.map(({ id, guest }: { id: string; guest: boolean }) => [id, guest]).toSorted()).toEqual(
    [
      [stays, false],
      [goes, true],
    ].toSorted(),
  );
});

test('a unit that is a cell no longer is none without admissions; renamed it stays one', async () => {
  const town = await world.unit({
    name: 'Đảng bộ thành phố Uông Bí',
    kind: 'district',
    foundedOn: '2010-01-01',
  });
  const grown = await world.unit({
    name: 'Chi bộ Công ty than',
    kind: 'base_cell',
    type: 'DNNN',
    parent: town,
    foundedOn: '2015-01-01',
  });
  const board = await world.as('superior_board', town);
  const change = async (body: object) => {
    const { version } = (await board.get(`/api/units/${grown}`)).body;
    const decision = { number: '5-QĐ/TU', on: '2016-01-01', by: 'Tỉnh ủy' };
    const answer = await board.post(`/api/units/${grown}/acts`, {
      clientId: newId(),
      version,
      decision,
      ...body,
    });
    expect(answer.status, answer.text).toBe(200);
  };
  await change({ act: 'rename', happenedOn: '2018-03-01', name: 'Chi bộ Công ty than Uông Bí' });
  await change({ act: 'change_kind', happenedOn: '2020-07-01', kind: 'base_organisation', type: null });
  const counts = async (on: string) =>
    Promise.all(
      ['cells', 'cells_idle_1', 'cells_idle_2'].map(
        async (figure) => (await board.get(`/api/statistics/${figure}?on=${on}`)).body.total.count,
      ),
    );
  expect(await counts('2015-12-31')).toEqual([1, 0, 0]);
  expect(await counts('2016-01-01')).toEqual([1, 1, 0]);
  expect(await counts('2019-06-30')).toEqual([1, 1, 1]);
  expect(await counts('2020-06-30')).toEqual([1, 1, 1]);
  expect(await counts('2020-07-01')).toEqual([0, 0, 0]);
  const { items } = (await board.get('/api/statistics/cells_idle_2/records?on=2019-06-30')).body;
  expect(items.map(({ on }: { on: string }) => on)).toEqual(['2017-01-01']);
});

test('Vĩnh Lợi: 16 removed in the first half of 2021, by reason 16 (K13, S0-06, S0-34)', async () => {
  const district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district' });
  const town = await world.unit({
    name: 'Đảng bộ thị trấn Châu Hưng',
    kind: 'base_organisation',
    parent: district,
  });
  const cell = await world.unit({ name: 'Chi bộ ấp Thông Lưu', type: 'THON', parent: town });
  const people = await enrol([cell], 40);
  const reasons = [
    ...Array(7).fill('BOSH'),
    ...Array(5).fill('DIXA'),
    ...Array(3).fill('DPHI'),
    null,
  ] as const;
  const removed = reasons.map((reason, at) =>
    removedEntry(
      {
        clientId: newId(),
        personId: people[at] as string,
        unitId: cell,
        happenedOn: `2021-0${(at % 6) + 1}-15`,
      },
      { reason },
    ),
  );
  const later = removedEntry(
    { clientId: newId(), personId: people[39] as string, unitId: cell, happenedOn: '2021-07-01' },
    { reason: 'BOSH' },
  );
  await transact(db, (tx) => append(tx, by, [...removed, later]));
  const board = await world.as('superior_board', district);
  const { body } = await board.get('/api/statistics/removed?period=2021-H1&by=reason');
  expect(body.total.count).toBe(16);
  expect([countOf(body.rows, 'BOSH'), countOf(body.rows, 'DIXA'), countOf(body.rows, 'DPHI')]).toEqual([
    7, 5, 3,
  ]);
  expect(body.unknown.count).toBe(1);
  const sum = body.rows.reduce((all: number, { count }: Row) => all + count, 0) + body.unknown.count;
  expect(sum).toBe(16);
  const { body: moved } = await board.get('/api/statistics/movement?period=2021-H1');
  expect(moved.bridge).toMatchObject({ difference: -16, holds: true });
  expect(moved.bridge.said.vi).toBe('−16: 16 xóa tên');
});

test('due for recognition: 100 % only when every due member is recognised, else the list (K15, S3-03)', async () => {
  const base = await world.unit({ name: 'Đảng bộ xã Đến Hạn', kind: 'base_organisation' });
  const cell = await world.unit({ name: 'Chi bộ thôn Hạn', type: 'THON', parent: base });
  const admit = (name: string, admittedOn: string, officialOn?: string) =>
    world.person({
      name,
      unit: cell,
      kind: officialOn ? 'official' : 'probationary',
      admittedOn,
      ...(officialOn ? { officialOn } : {}),
    });
  for (let at = 0; at < 3; at += 1) await admit(`Đúng hạn ${at}`, '2023-03-10', '2024-03-10');
  const officer = await world.as('base_officer', base);
  const read = async (period: string) =>
    (await officer.get(`/api/statistics/recognition_due?period=${period}&by=outcome`)).body;
  const whole = await read('2024');
  expect(whole.total.count).toBe(3);
  expect(whole.rows.find(({ key }: Row) => key === 'in_time')).toMatchObject({ count: 3, share: 1 });
  await admit('Chậm', '2023-05-10', '2024-09-01');
  const waiting = await admit('Chờ', '2023-06');
  const some = await read('2024');
  expect(some.total.count).toBe(5);
  expect(['in_time', 'late', 'pending', 'not_recognised'].map((key) => countOf(some.rows, key))).toEqual([
    3, 1, 1, 0,
  ]);
  const pending = some.rows.find(({ key }: Row) => key === 'pending');
  const list = (
    await officer.get(`/api/statistics/recognition_due/records?${new URLSearchParams(pending.opens)}`)
  ).body;
  expect(list.total).toBe(1);
  expect(list.items[0].subject).toEqual({ id: waiting, name: 'Chờ' });
  expect(list.items[0].on).toBe('2024-06');
});

/** So many members, spread over the cells in turn. */
async function enrol(cells: readonly number[], count: number): Promise<string[]> {
  const made: string[] = [];
  for (let at = 0; at < count; at += 1)
    made.push(
      await world.person({
        name: `Đảng viên ${at + 1}`,
        unit: cells[at % cells.length] as number,
        kind: 'official',
      }),
    );
  return made;
}
