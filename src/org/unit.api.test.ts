// The tree through its routes: what is listed to whom, acts in time, refusals, corrections.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { holding, untilWaiting } from '../../test/holding.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { takeTurn } from '../platform/write/turns.ts';

let world: World;
let administrator: Client;
let officer: Client;
let ward = 0;
const ids: Record<string, number> = {};
const decision = { number: '12-QĐ/ĐU', on: '2026-05-02', by: 'Đảng ủy phường Kinh Bắc' };
const clientId = newId;

async function found(name: string, kind: string, parentId: number, extra: object = {}) {
  const body = {
    clientId: clientId(),
    parentId,
    kind,
    name,
    happenedOn: '2026-01-10',
    decision: null,
    ...extra,
  };
  const answer = await officer.post('/api/units', body);
  expect(answer.status, answer.text).toBe(200);
  ids[name] = answer.body.id;
  return answer.body;
}

beforeAll(async () => {
  world = await startWorld({ today: '2026-11-20' });
  const province = await world.unit({ name: 'Tỉnh ủy Bắc Ninh', kind: 'province', external: true });
  ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation', parent: province });
  administrator = await world.as('administrator', ward);
  officer = await world.as('base_officer', ward);
  await found('Chi bộ khu phố 10', 'cell', ward, { type: 'TDP' });
  await found('Chi bộ khu phố 2', 'cell', ward, { type: 'TDP' });
  await found('Đoàn Thanh niên phường', 'mass_organisation', ward);
});

describe('the tree', () => {
  test('lists what the reader reaches, numbers in names by value, counts only for those who read persons', async () => {
    const list = (await officer.get('/api/units')).body;
    expect(list.items.map((item: { name: string }) => item.name)).toEqual([
      'Đảng bộ phường Kinh Bắc',
      'Chi bộ khu phố 2',
      'Chi bộ khu phố 10',
      'Đoàn Thanh niên phường',
    ]);
    expect(list.items[0]).toMatchObject({ parentId: null, members: 0, path: `/${ward}/` });
    expect(list.total).toBe(4);
    const told = (await administrator.get('/api/units')).body;
    expect(told.items.some((item: { name: string }) => item.name === 'Tỉnh ủy Bắc Ninh')).toBe(true);
    expect(told.items.every((item: { members: number | null }) => item.members === null)).toBe(true);
  });

  test('counts members and candidates up the branches of the day (S0-01, S2-02)', async () => {
    const cell = ids['Chi bộ khu phố 2'] as number;
    await world.person({
      name: 'Vũ Thị Hoa',
      unit: cell,
      kind: 'official',
      admittedOn: '2010-05-19',
      officialOn: '2011-05-19',
    });
    await world.person({
      name: 'Đỗ Văn Minh',
      unit: cell,
      kind: 'official',
      admittedOn: '2025-03-05',
      officialOn: '2026-03-05',
    });
    const candidate = await world.person({ name: 'Bùi Thị Lan', unit: cell });
    await sql`insert into dossier (id, province_id, person_id, unit_id, procedure, procedure_version, stage, phase, opened_on, state, version)
      values (${newId()}::uuid, '24', ${candidate}::uuid, ${cell}, 'admission', '1', 'helped', 'source', '2026-04-01', '{}', 1)`.execute(
      world.db,
    );
    const at = async (query: string) =>
      (await officer.get(`/api/units${query}`)).body.items.find((item: { id: number }) => item.id === ward);
    expect(await at('')).toMatchObject({ members: 2, probationers: 0, candidates: 1 });
    expect(await at('?on=2026-02-28')).toMatchObject({ members: 1, probationers: 1, candidates: 0 });
    const page = (await officer.get(`/api/units/${ward}`)).body;
    expect(page.counts).toEqual({ members: 2, probationers: 0, candidates: 1 });
    await sql`delete from dossier`.execute(world.db);
  });

  test('a unit out of reach is not found, by page, act or as a new superior (S1-12)', async () => {
    const cell = ids['Chi bộ khu phố 2'] as number;
    const secretary = await world.as('cell_secretary', cell);
    const seen = (await secretary.get('/api/units')).body;
    expect(seen.items.map((item: { id: number }) => item.id)).toEqual([cell]);
    expect(seen.total).toBe(1);
    const own = (await secretary.get(`/api/units/${cell}`)).body;
    expect(own.can).not.toContain('unit.write');
    expect(own.above.map((unit: { open: boolean }) => unit.open)).toEqual([false, false]);
    for (const url of [`/api/units/${ward}`, `/api/units/${ids['Chi bộ khu phố 10']}`, '/api/units/999999']) {
      const answer = await secretary.get(url);
      expect([answer.status, answer.body.error.code]).toEqual([404, 'access.missing']);
    }
    const act = { clientId: clientId(), act: 'rename', happenedOn: '2026-05-02', decision, name: 'Khác' };
    expect((await secretary.post(`/api/units/${cell}/acts`, act)).status).toBe(403);
    const superior = (await administrator.get('/api/units')).body.items[0].id;
    const move = {
      clientId: clientId(),
      act: 'move',
      happenedOn: '2026-05-02',
      decision,
      parentId: superior,
    };
    expect((await officer.post(`/api/units/${cell}/acts`, move)).status).toBe(404);
    expect((await world.outsider().get('/api/units')).status).toBe(401);
  });
});

describe('acts', () => {
  test('a rename holds from its day; the past keeps the old name; the same write twice is one (S1-37)', async () => {
    const made = await found('Chi bộ trường tiểu học', 'cell', ward, { foundedOn: '2019-09-01' });
    const act = {
      clientId: clientId(),
      act: 'rename',
      happenedOn: '2026-05-02',
      decision,
      name: 'Chi bộ Trường Tiểu học Kinh Bắc',
      version: made.version,
    };
    const first = await officer.post(`/api/units/${made.id}/acts`, act);
    const again = await officer.post(`/api/units/${made.id}/acts`, act);
    expect(first.status, first.text).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(first.body.history).toHaveLength(2);
    const nameOn = async (on: string) =>
      (await officer.get(`/api/units?on=${on}`)).body.items.find(
        (item: { id: number }) => item.id === made.id,
      )?.name;
    expect(await nameOn('2026-05-01')).toBe('Chi bộ trường tiểu học');
    expect(await nameOn('2026-05-02')).toBe('Chi bộ Trường Tiểu học Kinh Bắc');
    expect(await nameOn('2019-08-31')).toBeUndefined();
    const stale = await officer.post(`/api/units/${made.id}/acts`, {
      ...act,
      clientId: clientId(),
      name: 'Tên nữa',
    });
    expect([stale.status, stale.body.error.code]).toEqual([409, 'ledger.changed_meanwhile']);
  });

  test('a cell into which somebody is just coming does not end', async () => {
    const made = await found('Chi bộ sắp kết thúc', 'cell', ward);
    const nominate = (fullName: string) =>
      officer.post('/api/dossiers', {
        clientId: clientId(),
        unitId: made.id,
        happenedOn: '2026-05-01',
        person: { fullName },
        inputs: { proposerKind: 'youth_union' },
        onBehalf: { number: '1-BB/CB', on: '2026-05-01' },
      });
    const end = (more: object) =>
      officer.post(`/api/units/${made.id}/acts`, {
        clientId: clientId(),
        act: 'end',
        happenedOn: '2026-05-02',
        decision,
        ...more,
      });
    // Keeps the nomination in the middle: the cell has been read, nothing is written.
    const go = await holding(world.db, (tx) => takeTurn(tx, 'name:dang thi den'));
    const nominated = nominate('Đặng Thị Đến');
    await untilWaiting(world.db);
    const ended = end({});
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 300))]);
    await go();
    expect((await nominated).status).toBe(200);
    expect((await ended).body.error?.code).toBe('org.not_empty');
  });

  test('two at once: one is written, the other is told that the page is stale', async () => {
    const made = await found('Chi bộ trạm y tế', 'cell', ward);
    const write = (name: string) =>
      officer.post(`/api/units/${made.id}/acts`, {
        clientId: clientId(),
        act: 'rename',
        happenedOn: '2026-05-02',
        decision,
        name,
        version: made.version,
      });
    const answers = await Promise.all([write('Chi bộ Y tế A'), write('Chi bộ Y tế B')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  test('a move takes the whole branch along; nothing goes below itself, wherever two moves meet', async () => {
    const part = await found('Đảng bộ bộ phận Đông', 'sub_committee', ward);
    const cell = await found('Chi bộ khu phố 7', 'cell', ward);
    const group = await found('Tổ đảng 1', 'party_group', cell.id);
    const move = { clientId: clientId(), act: 'move', happenedOn: '2026-06-01', decision, parentId: part.id };
    const moved = await officer.post(`/api/units/${cell.id}/acts`, move);
    expect(moved.status, moved.text).toBe(200);
    const page = (await officer.get(`/api/units/${group.id}`)).body;
    expect(page.path.endsWith(`/${part.id}/${cell.id}/${group.id}/`)).toBe(true);
    const under = {
      clientId: clientId(),
      act: 'move',
      happenedOn: '2026-06-02',
      decision,
      parentId: group.id,
    };
    const refused = await officer.post(`/api/units/${part.id}/acts`, under);
    expect(refused.status).toBe(400);
    const before = (await officer.get('/api/units?on=2026-05-31')).body.items;
    expect(before.find((item: { id: number }) => item.id === cell.id).parentId).toBe(ward);
  });

  test('kinds, days and decisions are judged; nothing is half-written', async () => {
    const cell = ids['Chi bộ khu phố 10'] as number;
    const cases: [object, string][] = [
      [{ act: 'rename', happenedOn: '2026-11-21', decision, name: 'Ngày mai' }, 'ledger.future_day'],
      [
        { act: 'rename', happenedOn: '2026-05-02', decision: null, name: 'Không căn cứ' },
        'org.needs_decision',
      ],
      [{ act: 'rename', happenedOn: '2025-12-31', decision, name: 'Trước hiện trạng' }, 'org.before_known'],
      [
        { act: 'move', happenedOn: '2026-05-02', decision, parentId: ids['Đoàn Thanh niên phường'] },
        'org.child_kind',
      ],
      [{ act: 'change_kind', happenedOn: '2026-05-02', decision, kind: 'district' }, 'org.kind_is_past'],
      [{ act: 'change_kind', happenedOn: '2026-05-02', decision, kind: 'ward' }, 'org.no_such_kind'],
      [{ act: 'restore', happenedOn: '2026-05-02' }, 'org.not_ended'],
    ];
    const before = (await officer.get(`/api/units/${cell}`)).body;
    for (const [act, code] of cases) {
      const answer = await officer.post(`/api/units/${cell}/acts`, { clientId: clientId(), ...act });
      expect(answer.body.error?.code, JSON.stringify(act)).toBe(code);
    }
    expect((await officer.get(`/api/units/${cell}`)).body).toEqual(before);
  });

  test('the number of a decision is a code: pasted dashes are mended, words beside it are a fault of the field', async () => {
    const cell = await found('Chi bộ khu phố 77', 'cell', ward);
    const rename = (number: string) =>
      officer.post(`/api/units/${cell.id}/acts`, {
        clientId: clientId(),
        act: 'rename',
        name: 'Chi bộ khu phố 78',
        happenedOn: '2026-05-03',
        decision: { ...decision, number },
      });
    for (const number of ['12-QĐ/ĐU, bản sao', '<b>12</b>', '', 'x'.repeat(61)])
      expect([number, (await rename(number)).status]).toEqual([number, 400]);
    expect((await rename('12–QĐ/ĐU')).body.history[0].decision.number).toBe('12-QĐ/ĐU');
    const odd = {
      code: 'KB (01)',
      parentId: ward,
      kind: 'cell',
      name: 'Chi bộ mã lạ',
      happenedOn: '2026-05-03',
    };
    expect((await officer.post('/api/units', { clientId: clientId(), ...odd })).status).toBe(400);
  });

  test('a unit of the same name is told of only where it can be seen', async () => {
    const [one, two] = [
      await found('Chi bộ Song Sinh', 'cell', ward),
      await found('Chi bộ Song sinh', 'cell', ward),
    ];
    const secretary = await world.as('cell_secretary', one.id);
    expect((await officer.get(`/api/units/${two.id}`)).body.warnings).toMatchObject([
      { code: 'org.same_name' },
    ]);
    expect((await secretary.get(`/api/units/${one.id}`)).body.warnings).toEqual([]);
  });

  test('a unit ends only when it is empty, and the answer says what is left', async () => {
    const cell = await found('Chi bộ khu phố 9', 'cell', ward);
    const office = await world.office({ kind: 'cell_secretary', unit: cell.id });
    const end = { clientId: clientId(), act: 'end', happenedOn: '2026-07-01', decision };
    const refused = await officer.post(`/api/units/${cell.id}/acts`, end);
    expect(refused.body.error).toMatchObject({
      code: 'org.not_empty',
      details: {
        blocking: {
          children: [],
          members: 0,
          dossiers: 0,
          offices: [{ id: office, kind: 'cell_secretary' }],
        },
      },
    });
    await officer.post(`/api/offices/${office}/end`, { clientId: clientId(), toOn: '2026-06-30' });
    const ended = await officer.post(`/api/units/${cell.id}/acts`, { ...end, clientId: clientId() });
    expect(ended.status, ended.text).toBe(200);
    const listed = (await officer.get('/api/units')).body.items.map((item: { id: number }) => item.id);
    expect(listed).not.toContain(cell.id);
    const child = {
      clientId: clientId(),
      parentId: cell.id,
      kind: 'party_group',
      name: 'Tổ đảng 9',
      happenedOn: '2026-08-01',
    };
    expect((await officer.post('/api/units', child)).body.error.code).toBe('org.parent_ended');
    const back = await officer.post(`/api/units/${cell.id}/acts`, {
      clientId: clientId(),
      act: 'restore',
      happenedOn: '2026-08-01',
    });
    expect(back.body).toMatchObject({ endedOn: null });
    expect(back.body.places).toHaveLength(2);
  });

  test('each cell stands in the tree with its one type (S0-13, S1-31, S1-32, S1-38, S2-03, S4-28, S4-29)', async () => {
    const types: Record<string, string> = {
      'Chi bộ Quân sự phường': 'QS',
      'Chi bộ thôn Đồng Mai': 'THON',
      'Chi bộ ghép Đồng Mai – Đồng Sau': 'GHEP',
      'Chi bộ Công ty May Đồng Mai': 'DNNN',
    };
    for (const [name, type] of Object.entries(types)) await found(name, 'cell', ward, { type });
    const items: { name: string; type: string | null }[] = (await officer.get('/api/units')).body.items;
    const listed = items.filter(({ name }) => name in types).map(({ name, type }) => [name, type]);
    expect(Object.fromEntries(listed)).toEqual(types);
    expect(listed).toHaveLength(4);
  });

  test('merged into another, a cell keeps its past and is in no list from that day (S1-37)', async () => {
    const one = await found('Chi bộ thôn Thượng', 'cell', ward);
    const into = await found('Chi bộ thôn Hạ', 'cell', ward);
    const end = { act: 'end', as: 'merged', intoId: into.id, happenedOn: '2026-07-01', decision };
    const merged = await officer.post(`/api/units/${one.id}/acts`, { clientId: clientId(), ...end });
    expect(merged.status, merged.text).toBe(200);
    expect(merged.body.history[0]).toMatchObject({ other: { id: into.id } });
    const idsOn = async (on: string) =>
      (await officer.get(`/api/units?on=${on}`)).body.items.map((item: { id: number }) => item.id);
    expect(await idsOn('2026-06-30')).toContain(one.id);
    expect(await idsOn('2026-07-01')).not.toContain(one.id);
  });

  test('a correction and a withdrawal leave both entries in the history, with the reason', async () => {
    const cell = await found('Chi bộ công an', 'cell', ward);
    const url = `/api/units/${cell.id}/acts`;
    const act = { act: 'rename', happenedOn: '2026-05-02', decision };
    const written = (await officer.post(url, { ...act, clientId: clientId(), name: 'Chi bộ Công an phưòng' }))
      .body;
    const entry = written.history[0].entry;
    const correction = { ...act, clientId: clientId(), name: 'Chi bộ Công an phường', reason: 'Gõ sai dấu' };
    const corrected = (await officer.post(`${url}/${entry}/correct`, correction)).body;
    expect(corrected).toMatchObject({ name: 'Chi bộ Công an phường' });
    expect(corrected.history.find((item: { entry: string }) => item.entry === entry)).toMatchObject({
      state: 'corrected',
      reason: 'Gõ sai dấu',
    });
    const twice = await officer.post(`${url}/${entry}/correct`, { ...correction, clientId: clientId() });
    expect(twice.status).toBe(409);
    const newest = corrected.history.find(
      (item: { state: string; kind: string }) => item.kind === 'unit.renamed' && item.state === 'standing',
    );
    const withdrawal = { clientId: clientId(), reason: 'Quyết định chưa ban hành' };
    const back = (await officer.post(`${url}/${newest.entry}/withdraw`, withdrawal)).body;
    expect(back.name).toBe('Chi bộ công an');
    expect(back.history).toHaveLength(3);
    expect(back.history.find((item: { entry: string }) => item.entry === newest.entry)).toMatchObject({
      state: 'withdrawn',
      reason: withdrawal.reason,
    });
    const base = back.history.find((item: { kind: string }) => item.kind === 'unit.taken_over');
    const gone = await officer.post(`${url}/${base.entry}/withdraw`, {
      clientId: clientId(),
      reason: 'Nhập trùng',
    });
    expect(gone.body).toEqual({ gone: true });
    expect((await officer.get(`/api/units/${cell.id}`)).status).toBe(404);
  });

  test('rebuild gives identical rows', async () => {
    const rows = async () => {
      const tables = ['unit', 'unit_place', 'office', 'person'];
      return Promise.all(
        tables.map(
          async (table) =>
            (await sql`select * from ${sql.table(table)} order by 1, 2`.execute(world.db)).rows,
        ),
      );
    };
    const before = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(before);
  });
});
