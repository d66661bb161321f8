// Places and programmes over HTTP, as a commune, a province and a cell meet them.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { sql } from 'kysely';

let world: World;
let province = 0;
let commune = 0;
let cells: number[] = [];
let far = 0;
let board: Client;
let officer: Client;
let secretary: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  province = await world.unit({ name: 'Đảng bộ tỉnh Thử', kind: 'province', foundedOn: '1947-01-01' });
  commune = await world.unit({
    name: 'Đảng bộ xã Pha Long',
    kind: 'upper_base',
    parent: province,
    foundedOn: '1960-01-01',
  });
  far = await world.unit({
    name: 'Đảng bộ xã Xa',
    kind: 'upper_base',
    parent: province,
    foundedOn: '1960-01-01',
  });
  for (const name of ['Nì Xỉ 4', 'Lao Táo', 'Ghép 1'])
    cells.push(
      await world.unit({ name: `Chi bộ ${name}`, kind: 'cell', parent: commune, foundedOn: '1990-01-01' }),
    );
  board = await world.as('superior_board', province);
  officer = await world.as('base_officer', commune);
  secretary = await world.as('cell_secretary', cells[0] ?? 0);
});

const place = async (by: Client, unit: number, on = '') =>
  (await by.get(`/api/areas/${unit}${on && `?on=${on}`}`)).body;
async function tell(
  by: Client,
  part: string,
  { unit = commune, ...body }: { unit?: number | undefined; [said: string]: unknown },
) {
  const { version } = await place(by, unit);
  return by.post(`/api/areas/${unit}/${part}`, { clientId: newId(), version, ...body });
}

describe('marks', () => {
  test('a commune carries a mark from a day on, and its cells share it (S1-04, S4-27)', async () => {
    expect((await tell(officer, 'marks', { mark: 'border', on: '2019-01-01' })).status).toBe(200);
    expect(
      (await tell(officer, 'marks', { mark: 'highland', on: '2015-01-01', unit: cells[0] })).status,
    ).toBe(200);
    const cell = await place(secretary, cells[0] ?? 0);
    expect(cell.marks).toMatchObject([{ mark: 'highland', from: '2015-01-01', to: null }]);
    expect(cell.above).toEqual([{ mark: 'border', unitId: commune, unitName: 'Đảng bộ xã Pha Long' }]);
    expect((await place(secretary, cells[0] ?? 0, '2018-12-31')).above).toEqual([]);
    const { marks } = (await board.get('/api/areas')).body;
    expect(marks).toEqual([
      { mark: 'border', units: 1, cells: 3 },
      { mark: 'highland', units: 0, cells: 1 },
    ]);
  });

  test('the same mark twice, a day to come, a day before the unit: said, and nothing written', async () => {
    const again = await tell(officer, 'marks', { mark: 'border', on: '2020-01-01' });
    expect([again.status, again.body.error.code]).toEqual([400, 'areas.marked_already']);
    const later = await tell(officer, 'marks', { mark: 'hard', on: '2025-10-02' });
    expect([later.status, later.body.error.code]).toEqual([400, 'ledger.future_day']);
    const before = await tell(officer, 'marks', { mark: 'hard', on: '1959-12-31' });
    expect([before.status, before.body.error.code]).toEqual([400, 'areas.before_unit']);
    expect((await place(officer, commune)).marks).toHaveLength(1);
  });

  test('a second sending writes once, of two on one version the second is told', async () => {
    const { version } = await place(officer, commune);
    const body = { clientId: newId(), version, mark: 'remote', on: '2021-01-01' };
    const [one, two] = [
      await officer.post(`/api/areas/${commune}/marks`, body),
      await officer.post(`/api/areas/${commune}/marks`, body),
    ];
    expect([one.status, two.status, two.body.marks.length]).toEqual([200, 200, 2]);
    const stale = await officer.post(`/api/areas/${commune}/unmark`, {
      clientId: newId(),
      version,
      mark: 'remote',
      on: '2022-01-01',
    });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'ledger.changed_meanwhile']);
    expect((await tell(officer, 'unmark', { mark: 'remote', on: '2022-01-01' })).status).toBe(200);
    expect((await place(officer, commune, '2021-12-31')).marks).toHaveLength(2);
    expect((await place(officer, commune)).marks).toHaveLength(1);
  });

  test('the end of a mark is taken back, and the mark holds as before', async () => {
    const { ended } = await place(officer, commune);
    expect(ended.marks).toMatchObject([{ mark: 'remote', from: '2021-01-01', to: '2022-01-01' }]);
    expect((await place(officer, commune, '2021-12-31')).ended.marks).toEqual([]);
    const back = await tell(officer, 'withdraw', { entry: ended.marks[0].end });
    expect(back.body.ended.marks).toEqual([]);
    expect(back.body.marks.find(({ mark }: { mark: string }) => mark === 'remote')).toMatchObject({
      from: '2021-01-01',
      to: null,
    });
    expect((await tell(officer, 'unmark', { mark: 'remote', on: '2022-01-01' })).status).toBe(200);
  });

  test('who may not write, or may not see the unit, cannot', async () => {
    expect((await tell(secretary, 'marks', { mark: 'hard', on: '2020-01-01', unit: cells[0] })).status).toBe(
      403,
    );
    expect((await secretary.get(`/api/areas/${far}`)).status).toBe(404);
    expect((await officer.get(`/api/areas?unit=${far}`)).status).toBe(404);
  });
});

describe('villages', () => {
  const ids = new Map<string, string>();
  async function village(name: string) {
    const answer = await tell(officer, 'villages', { name, kind: 'thon', on: '2016-01-01' });
    const { id } = answer.body.villages.find((one: { name: string }) => one.name === name);
    ids.set(name, id);
  }
  const meets = (name: string, cellId: number | null, more: object = {}) =>
    tell(officer, 'meets', {
      villageId: ids.get(name),
      cellId,
      fullMembers: null,
      on: '2018-01-01',
      ...more,
    });

  test('villages with a cell of their own, sharing one, without one, and not told (S4-28, S4-30)', async () => {
    for (const name of ['Nì Xỉ 4', 'Lao Táo', 'Tả Lùng', 'Bản Mới', 'Sín Chải']) await village(name);
    await meets('Nì Xỉ 4', cells[0] ?? 0);
    await meets('Lao Táo', cells[2] ?? 0);
    await meets('Tả Lùng', cells[2] ?? 0, { fullMembers: 3 });
    await meets('Bản Mới', null);
    const { villages, least } = await place(officer, commune);
    expect(least).toBe(3);
    const said = villages.map((one: Record<string, unknown>) => [one.name, one.coverage, one.mayFound]);
    expect(said).toEqual([
      ['Nì Xỉ 4', 'own', false],
      ['Lao Táo', 'shared', false],
      ['Tả Lùng', 'shared', true],
      ['Bản Mới', 'none', false],
      ['Sín Chải', 'unknown', false],
    ]);
    const seen = (await board.get('/api/areas')).body;
    expect(seen.total).toEqual({ villages: 5, own: 1, shared: 2, none: 1, unknown: 1 });
    expect(seen.items.find(({ unitId }: { unitId: number }) => unitId === commune)).toMatchObject({
      tally: { villages: 5, shared: 2 },
      combined: 1,
    });
    expect(seen.items.find(({ unitId }: { unitId: number }) => unitId === far).tally.villages).toBe(0);
  });

  test('combined cells by year: the village that got its own cell is counted from then on (S4-34)', async () => {
    await meets('Tả Lùng', cells[1] ?? 0, { on: '2024-06-01' });
    const { years } = (await officer.get('/api/areas')).body;
    const told = years.map(({ year, combined, own }: Record<string, number>) => [year, combined, own]);
    expect(told).toEqual([
      [2021, 1, 1],
      [2022, 1, 1],
      [2023, 1, 1],
      [2024, 0, 3],
      [2025, 0, 3],
    ]);
  });

  test('a twin name, a cell of elsewhere, a day before the village: said in words', async () => {
    const twin = await tell(officer, 'villages', { name: 'Lao Táo', kind: 'ban', on: '2020-01-01' });
    expect([twin.status, twin.body.error.code]).toEqual([400, 'areas.same_village']);
    expect((await meets('Lao Táo', far)).status).toBe(404);
    expect((await meets('Lao Táo', commune)).body.error.code).toBe('areas.no_cell');
    expect((await meets('Lao Táo', null, { on: '2015-12-31' })).body.error.code).toBe('areas.before_village');
  });

  test('a cell that ended holds no village any more, and none can be put into it (S4-30)', async () => {
    const gone = await world.unit({
      name: 'Chi bộ Cũ',
      kind: 'cell',
      parent: commune,
      foundedOn: '2019-01-01',
    });
    const early = await meets('Sín Chải', gone, { on: '2018-12-31' });
    expect([early.status, early.body.error.code]).toEqual([400, 'areas.cell_not_there']);
    const { entry } = (await meets('Sín Chải', gone, { on: '2020-01-01' })).body.villages.at(-1).meets;
    const before = (await board.get('/api/areas')).body.total;
    const end = {
      clientId: newId(),
      act: 'end',
      happenedOn: '2025-01-01',
      decision: { number: '1', on: '2025-01-01', by: 'ĐU' },
    };
    const ended = await officer.post(`/api/units/${gone}/acts`, end);
    expect(ended.status, ended.text).toBe(200);
    const after = (await board.get('/api/areas')).body.total;
    expect(after).toEqual({ ...before, own: before.own - 1, unknown: before.unknown + 1 });
    expect((await board.get('/api/areas?on=2024-12-31')).body.total.own).toBe(before.own);
    const seen = (await place(officer, commune)).villages.at(-1);
    expect([seen.coverage, seen.meets.cell.name]).toEqual(['unknown', 'Chi bộ Cũ']);
    const late = await meets('Sín Chải', gone, { on: '2025-01-01' });
    expect([late.status, late.body.error.code]).toEqual([400, 'areas.cell_not_there']);
    expect((await tell(officer, 'withdraw', { entry })).status).toBe(200);
  });

  test('a village that ended by mistake comes back with its cell, unless its name was taken', async () => {
    const before = await place(officer, commune);
    const [{ id: villageId, name }] = before.villages;
    const gone = (await tell(officer, 'villages/end', { villageId, on: '2025-02-01' })).body;
    expect(gone.villages.map((one: { name: string }) => one.name)).not.toContain(name);
    expect(gone.ended.villages).toMatchObject([{ id: villageId, name, to: '2025-02-01' }]);
    const [{ end }] = gone.ended.villages;
    const twin = (await tell(officer, 'villages', { name, kind: 'thon', on: '2025-03-01' })).body.villages.at(
      -1,
    );
    const refused = await tell(officer, 'withdraw', { entry: end });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'areas.same_village']);
    expect((await tell(officer, 'withdraw', { entry: twin.entry })).status).toBe(200);
    const { villages, ended } = (await tell(officer, 'withdraw', { entry: end })).body;
    expect([villages, ended]).toEqual([before.villages, before.ended]);
  });

  test('something said by mistake is taken back; rebuild makes the same rows', async () => {
    const before = await place(officer, commune);
    await meets('Sín Chải', cells[0] ?? 0);
    const { entry } = (await place(officer, commune)).villages.at(-1).meets;
    expect((await tell(officer, 'withdraw', { entry })).status).toBe(200);
    expect((await place(officer, commune)).villages).toEqual(before.villages);
    const tables = ['unit_mark', 'village', 'village_cell', 'programme', 'programme_unit'];
    const rows = () =>
      Promise.all(
        tables.map(
          async (table) =>
            (await sql`select * from ${sql.table(table)} order by 1, 2, 3`.execute(world.db)).rows,
        ),
      );
    const standing = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(standing);
  });
});

describe('programmes', () => {
  const begin = (by: Client, more: object = {}) =>
    by.post('/api/programmes', {
      clientId: newId(),
      unitId: province,
      kind: 'pilot',
      name: 'Đảng viên biên phòng sinh hoạt tại chi bộ thôn',
      fromYear: 2019,
      toYear: null,
      documentId: null,
      ...more,
    });
  const tellProgramme = async (by: Client, id: string, part: string, body: object) => {
    const { version } = (await by.get(`/api/programmes/${id}`)).body;
    return by.post(`/api/programmes/${id}/${part}`, { clientId: newId(), version, ...body });
  };

  test('a pilot since 2019 spreads to more units, each with its state (S1-05, S1-39)', async () => {
    const { id } = (await begin(board)).body;
    await tellProgramme(board, id, 'units', {
      unitIds: [cells[0]],
      state: 'doing',
      on: '2019-05-01',
      plan: null,
    });
    await tellProgramme(board, id, 'units', {
      unitIds: cells,
      state: 'planned',
      on: '2019-03-01',
      plan: null,
    });
    await tellProgramme(board, id, 'units', {
      unitIds: [far],
      state: 'planned',
      on: '2020-03-01',
      plan: null,
    });
    const seen = (await board.get(`/api/programmes/${id}`)).body;
    // What happened later is how it stands, whenever it was recorded.
    expect(seen.parts.map((one: Record<string, unknown>) => [one.name, one.state])).toEqual([
      ['Chi bộ Nì Xỉ 4', 'doing'],
      ['Chi bộ Lao Táo', 'planned'],
      ['Chi bộ Ghép 1', 'planned'],
      ['Đảng bộ xã Xa', 'planned'],
    ]);
    const own = (await secretary.get(`/api/programmes/${id}`)).body;
    expect([own.parts.length, own.unseen, own.can]).toEqual([1, 3, []]);
    const [line] = (await officer.get('/api/programmes')).body.items;
    expect(line.parts).toEqual([
      { state: 'planned', units: 2 },
      { state: 'doing', units: 1 },
    ]);
  });

  test('who takes no part does not even see its name; the cells of a commune that does take part do', async () => {
    const { id } = (await begin(board, { name: 'Thí điểm số hóa hồ sơ ở xã Xa' })).body;
    const part = { state: 'doing', on: '2020-03-01', plan: null };
    await tellProgramme(board, id, 'units', { ...part, unitIds: [far] });
    const names = async (by: Client) =>
      (await by.get('/api/programmes')).body.items.map((one: { id: string }) => one.id);
    expect(await names(board)).toContain(id);
    for (const by of [officer, secretary]) {
      expect(await names(by)).not.toContain(id);
      expect((await by.get(`/api/programmes/${id}`)).status).toBe(404);
    }
    await tellProgramme(board, id, 'units', { ...part, unitIds: [commune] });
    for (const by of [officer, secretary]) expect(await names(by)).toContain(id);
    expect((await secretary.get(`/api/programmes/${id}`)).body).toMatchObject({ parts: [], unseen: 2 });
  });

  test('weak units stand on a list of the commune with what is planned (S1-34)', async () => {
    const name = 'Củng cố chi bộ yếu kém năm 2025';
    const { id } = (await begin(officer, { unitId: commune, kind: 'strengthen', name, fromYear: 2025 })).body;
    const plan = 'Phân công đồng chí Phó Bí thư dự sinh hoạt hằng tháng';
    await tellProgramme(officer, id, 'units', {
      unitIds: [cells[1]],
      state: 'doing',
      on: '2025-03-01',
      plan,
    });
    expect((await board.get(`/api/programmes/${id}`)).body.parts).toMatchObject([{ plan, state: 'doing' }]);
    const used = await tellProgramme(officer, id, 'withdraw', {});
    expect([used.status, used.body.error.code]).toEqual([400, 'areas.programme_used']);
    await tellProgramme(officer, id, 'leave', { unitId: cells[1] });
    // Whatever it was called since, it is gone as a whole.
    const renamed = { kind: 'strengthen', name: `${name} (sửa)`, fromYear: 2025, toYear: null };
    expect((await tellProgramme(officer, id, 'amend', renamed)).body.name).toBe(renamed.name);
    expect((await tellProgramme(officer, id, 'withdraw', {})).body).toEqual({ gone: true });
    expect((await officer.get(`/api/programmes/${id}`)).status).toBe(404);
  });

  test('units of others, years in the wrong order, a day to come, somebody without the right', async () => {
    const { id } = (await begin(officer, { unitId: commune, kind: 'model', name: 'Chi bộ bốn tốt' })).body;
    const other = await tellProgramme(officer, id, 'units', {
      unitIds: [far],
      state: 'planned',
      on: '2024-01-01',
      plan: null,
    });
    expect(other.status).toBe(404);
    expect((await begin(board, { toYear: 2018 })).body.error.code).toBe('areas.years_order');
    const early = await tellProgramme(officer, id, 'units', {
      unitIds: cells,
      state: 'done',
      on: '2018-01-01',
      plan: null,
    });
    expect(early.body.error.code).toBe('areas.before_programme');
    expect((await begin(secretary, { unitId: cells[0] })).status).toBe(403);
    expect((await begin(officer, { unitId: province })).status).toBe(404);
    const ended = await tellProgramme(officer, id, 'end', { endedOn: '2018-12-31' });
    expect(ended.body.error.code).toBe('areas.before_programme');
    expect((await tellProgramme(officer, id, 'end', { endedOn: '2025-09-30' })).body.endedOn).toBe(
      '2025-09-30',
    );
    expect((await tellProgramme(officer, id, 'end', { endedOn: '2025-09-30' })).status).toBe(409);
  });
});

describe('the tree of the day', () => {
  test('a moved cell carries the marks of then; a day before the unit is said', async () => {
    const moved = await world.unit({
      name: 'Chi bộ Dời',
      kind: 'cell',
      parent: far,
      foundedOn: '1990-01-01',
    });
    expect((await tell(board, 'marks', { mark: 'island', on: '2000-01-01', unit: far })).status).toBe(200);
    const village = { unit: far, name: 'Đảo', kind: 'thon', on: '2001-01-01' };
    expect((await tell(board, 'villages', village)).status).toBe(200);
    const on = '2025-07-01';
    const decision = { number: '2', on, by: 'TU' };
    const move = { clientId: newId(), act: 'move', happenedOn: on, decision, parentId: commune };
    const answer = await board.post(`/api/units/${moved}/acts`, move);
    expect(answer.status, answer.text).toBe(200);
    const above = async (on: string) =>
      (await place(board, moved, on)).above.map((one: { unitName: string }) => one.unitName);
    expect(await above('2025-06-30')).toEqual(['Đảng bộ xã Xa']);
    expect(await above('2025-07-01')).toEqual(['Đảng bộ xã Pha Long']);
    const cellsOf = async (unit: number, day: string) => {
      const { marks } = (await board.get(`/api/areas?unit=${unit}&on=${day}`)).body;
      return marks.map((one: { mark: string; cells: number }) => `${one.mark} ${one.cells}`);
    };
    expect(await cellsOf(far, '2025-06-30')).toEqual(['island 1']);
    expect(await cellsOf(far, on)).toEqual(['island 0']);
    expect(await cellsOf(commune, '2025-06-30')).toContain('border 3');
    expect(await cellsOf(commune, on)).toContain('border 4');
    expect((await board.get(`/api/areas?unit=${far}`)).body.total.villages).toBe(1);
    const early = await board.get(`/api/areas?unit=${far}&on=1950-01-01`);
    expect([early.status, early.body.error.code]).toEqual([400, 'areas.no_unit_then']);
  });
});
