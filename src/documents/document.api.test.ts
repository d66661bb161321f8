// The register over HTTP: the chain of a directive, its plan and its letter; who reads what; what cannot be; numbers used
// twice; how a document stands on a day.
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import type { Reach } from '../org/access.ts';
import { behind } from '../../test/holding.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { useCitingSources } from './cited.ts';
import { concernsSql, findDocuments } from './document.store.ts';
import { concerns } from './reach.ts';

let world: World;
let province: number;
let district: number;
let commune: number;
let cell: number;
let other: number;
let board: Client;
let officer: Client;
let secretary: Client;
let stranger: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2021-09-30' });
  province = await world.unit({ name: 'Đảng bộ tỉnh Bạc Liêu', kind: 'province' });
  district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district', parent: province });
  commune = await world.unit({
    name: 'Đảng bộ thị trấn Châu Hưng',
    kind: 'base_organisation',
    parent: district,
  });
  cell = await world.unit({ name: 'Chi bộ ấp Thông Lưu', kind: 'cell', parent: commune });
  other = await world.unit({ name: 'Đảng bộ xã Châu Thới', kind: 'base_organisation', parent: district });
  board = await world.as('superior_board', province);
  officer = await world.as('base_officer', commune);
  secretary = await world.as('cell_secretary', cell);
  stranger = await world.as('base_officer', other);
});

const facts = (more: object = {}) => ({
  clientId: newId(),
  type: 'chi_thi',
  number: '30-CT/TU',
  issuer: 'Ban Thường vụ Tỉnh ủy',
  subject: 'Về phát triển đảng viên',
  issuedOn: '2020-12-10',
  scopeUnitId: province,
  ...more,
});
async function register(client: Client, more: object = {}): Promise<string> {
  const answer = await client.post('/api/documents', facts(more));
  expect([answer.status, answer.body]).toMatchObject([200, { id: expect.any(String) }]);
  return answer.body.id;
}
const read = async (client: Client, id: string) => (await client.get(`/api/documents/${id}`)).body;
const shown = async (client: Client, query = '') =>
  (await client.get(`/api/documents${query}`)).body.items.map((row: { subject: string }) => row.subject);

describe('the chain of documents', () => {
  let directive: string;
  let plan: string;
  let letter: string;
  beforeAll(async () => {
    directive = await register(board, { to: '2025', issuerUnitId: province });
    plan = await register(board, {
      type: 'ke_hoach',
      number: '130-KH/HU',
      issuer: 'Huyện ủy Vĩnh Lợi',
      subject: 'Về kết nạp đảng viên giai đoạn 2021 - 2025',
      issuedOn: '2021-01-12',
      from: '2021',
      to: '2025',
      scopeUnitId: district,
      parentId: directive,
    });
    letter = await register(officer, {
      type: 'cong_van',
      number: '69-CV/ĐU',
      issuer: 'Đảng ủy thị trấn Châu Hưng',
      subject: 'Về đôn đốc thực hiện chỉ tiêu kết nạp',
      issuedOn: '2021-08',
      scopeUnitId: commune,
      parentId: plan,
    });
  });

  test('Chỉ thị 30, Kế hoạch 130, Công văn 69 stand under one another (S0-19, S0-20, S0-21, S4-13)', async () => {
    const list = await board.get('/api/documents');
    const rows = list.body.items.map((row: { id: string; depth: number }) => [row.id, row.depth]);
    expect(rows).toEqual([
      [directive, 0],
      [plan, 1],
      [letter, 2],
    ]);
    const view = await read(board, plan);
    expect(view).toMatchObject({
      label: 'Kế hoạch 130-KH/HU ngày 12/01/2021 của Huyện ủy Vĩnh Lợi',
      from: '2021',
      to: '2025',
      state: 'in_force',
      above: [{ id: directive, depth: 0 }],
      below: [
        { id: letter, depth: 1, label: 'Công văn 69-CV/ĐU tháng 08/2021 của Đảng ủy thị trấn Châu Hưng' },
      ],
    });
    const first = await read(board, directive);
    expect(first.below.map((row: { id: string; depth: number }) => [row.id, row.depth])).toEqual([
      [plan, 1],
      [letter, 2],
    ]);
  });

  test('what is issued above is read below; what is not on the line does not exist', async () => {
    expect(await shown(secretary)).toHaveLength(3);
    expect((await secretary.get(`/api/documents/${directive}`)).body.can).toEqual([]);
    expect((await stranger.get('/api/documents')).body.total).toBe(2);
    expect((await stranger.get(`/api/documents/${letter}`)).status).toBe(404);
    expect((await read(stranger, plan)).below).toEqual([]);
    expect(
      (
        await officer.post(`/api/documents/${plan}/end`, {
          clientId: newId(),
          version: 1,
          endedOn: '2021-09-01',
        })
      ).status,
    ).toBe(404);
    expect((await officer.post('/api/documents', facts({ number: '1', scopeUnitId: district }))).status).toBe(
      404,
    );
    const found = await findDocuments(world.db, await actorOf(stranger), [plan, letter, null]);
    expect([...found.keys()]).toEqual([plan]);
  });

  test('found by kind and number, without marks (S0-19)', async () => {
    expect(await shown(board, '?q=chi%20thi%2030')).toEqual(['Về phát triển đảng viên']);
    expect(await shown(board, '?q=cong%20van%2069')).toEqual(['Về đôn đốc thực hiện chỉ tiêu kết nạp']);
    expect(await shown(board, '?q=huyen%20uy%20vinh%20loi%202021')).toHaveLength(1);
    const row = (await board.get('/api/documents?q=130')).body.items[0];
    expect(row.parent).toEqual({ id: directive, name: 'Chỉ thị 30-CT/TU' });
    expect(await shown(board, '?type=cong_van')).toHaveLength(1);
    expect(await shown(board, `?issuer=${encodeURIComponent('ban thường vụ TỈNH ỦY')}`)).toHaveLength(1);
    expect(await shown(board, `?unit=${other}`)).toHaveLength(2);
    expect((await board.get('/api/documents/issuers?q=huyen')).body.items).toEqual(['Huyện ủy Vĩnh Lợi']);
  });

  test('a document cannot stand above itself, nor carry out what came later', async () => {
    const { version } = await read(board, directive);
    const circle = await board.post(`/api/documents/${directive}/amend`, {
      ...facts({ parentId: letter, issuedOn: null }),
      version,
    });
    expect([circle.status, circle.body.error.code]).toEqual([400, 'documents.circle']);
    const self = await board.post(`/api/documents/${directive}/amend`, {
      ...facts({ parentId: directive }),
      version,
    });
    expect(self.body.error.code).toBe('documents.names_itself');
    const later = await board.post(`/api/documents/${directive}/amend`, {
      ...facts({ parentId: plan }),
      version,
    });
    expect(later.body.error).toMatchObject({
      code: 'documents.link_later',
      details: { fields: ['parentId'] },
    });
    expect((await read(board, directive)).version).toBe(version);
  });

  test('pages of the tree come in order, with nothing twice and nothing left out', async () => {
    const ids: string[] = [];
    let cursor = '';
    for (let page = 0; page < 9; page += 1) {
      const { body } = await board.get(`/api/documents?limit=1${cursor}`);
      ids.push(...body.items.map((row: { id: string }) => row.id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    const all = (await board.get('/api/documents')).body.items.map((row: { id: string }) => row.id);
    expect(ids).toEqual(all);
    expect((await board.get('/api/documents?cursor=bm90')).status).toBe(400);
  });

  test('who cites it is told by the rooms that cite, within their right, and keeps it in the register', async () => {
    const id = await register(board, { number: '31-CT/TU', subject: 'Về đôn đốc' });
    const line = { id: 'a', label: 'Kế hoạch năm 2021', href: '/plans/1', on: '2021-02-01' };
    const source = {
      label: { vi: 'Kế hoạch', en: 'Plans' },
      list: async () => [line],
      count: async (_db: unknown, asked: string) => (asked === id ? 1 : 0),
    };
    useCitingSources([
      { ...source, id: 'plan', needs: 'plan.read' },
      { ...source, id: 'account', needs: 'account.write' },
    ]);
    const view = await read(board, id);
    expect(view.citing).toEqual([{ id: 'plan', label: source.label, items: [line] }]);
    expect(view.can).not.toContain('withdraw');
    const answer = await board.post(`/api/documents/${id}/withdraw`, {
      clientId: newId(),
      version: view.version,
      reason: 'Ghi nhầm',
    });
    expect([answer.status, answer.body.error.params]).toEqual([403, { count: 2 }]);
    useCitingSources([]);
    expect((await read(board, id)).can).toContain('withdraw');
  });
});

describe('numbers, days, ends', () => {
  test('a number this issuer used in that year is asked about, not forbidden (S4-17)', async () => {
    const first = await register(board, { number: '61-KH/TU', type: 'ke_hoach', issuer: 'Tỉnh ủy' });
    const again = facts({ number: '61 – KH/tu', type: 'ke_hoach', issuer: 'TỈNH ỦY' });
    const asked = await board.post('/api/documents', again);
    expect(asked.status).toBe(400);
    expect(asked.body.error).toMatchObject({
      code: 'documents.number_used',
      details: { alike: [{ id: first }] },
    });
    const sure = await board.post('/api/documents', { ...again, sure: true });
    expect(sure.status).toBe(200);
    expect(sure.body.id).not.toBe(first);
    // Whoever amends something else is not asked again.
    const { clientId: _, ...same } = again;
    const amended = await board.post(`/api/documents/${sure.body.id}/amend`, {
      ...same,
      clientId: newId(),
      version: 1,
      subject: 'Về công tác phát triển đảng viên',
    });
    expect(amended.status).toBe(200);
    // Another year, another issuer, or a bare number of another kind is nothing to ask about.
    await register(board, {
      number: '61-KH/TU',
      type: 'ke_hoach',
      issuer: 'Tỉnh ủy',
      issuedOn: '2017-06-01',
    });
    await register(board, { number: '61-KH/TU', type: 'ke_hoach', issuer: 'Tỉnh ủy Lào Cai' });
    await register(board, { number: '61', type: 'cong_van', issuer: 'Tỉnh ủy' });
    await register(board, { number: '61', type: 'thong_bao', issuer: 'Tỉnh ủy' });
  });

  test('a resolution of which neither number nor day is known (S4-16)', async () => {
    const id = await register(board, {
      type: 'nghi_quyet',
      number: null,
      issuer: 'Tỉnh ủy Lào Cai',
      subject: 'Về đẩy mạnh công tác phát triển đảng viên, xây dựng chi bộ thôn, bản, tổ dân phố',
      issuedOn: null,
      from: '2012',
      to: '2015',
    });
    const view = await read(board, id);
    expect(view.label).toBe(
      'Nghị quyết về đẩy mạnh công tác phát triển đảng viên, xây dựng chi bộ thôn, bản, tổ dân phố của Tỉnh ủy Lào Cai',
    );
    expect(view.state).toBe('over');
    expect((await board.get(`/api/documents/${id}?on=2013-05-01`)).body.state).toBe('in_force');
    expect((await board.get(`/api/documents/${id}?on=2011-12-31`)).body.state).toBe('coming');
    expect((await board.get(`/api/documents/${id}?on=2015-12-31`)).body.state).toBe('in_force');
  });

  test('kinds of the articles: nghị quyết chuyên đề, đề án, chương trình, chương trình hành động (S1-20, S1-21, S1-22, S1-23, S1-30)', async () => {
    for (const type of [
      'nghi_quyet_chuyen_de',
      'de_an',
      'chuong_trinh',
      'chuong_trinh_hanh_dong',
      'nghi_quyet',
    ])
      await register(board, {
        type,
        number: '21-NQ/TW',
        issuer: 'Ban Chấp hành Trung ương',
        issuedOn: '2020',
        sure: true,
      });
    expect(await shown(board, '?q=21-nq/tw')).toHaveLength(5);
  });

  test('replaced and ended documents are past from their day on, and can be reopened', async () => {
    const old = await register(board, { number: '10-QC/TU', type: 'quy_che', issuedOn: '2019-03-01' });
    await register(board, { number: '11-QC/TU', type: 'quy_che', issuedOn: '2021-05-01', replacesId: old });
    expect((await read(board, old)).state).toBe('replaced');
    expect((await read(board, old)).replacedBy).toHaveLength(1);
    expect((await board.get(`/api/documents/${old}?on=2021-04-30`)).body.state).toBe('in_force');
    const ids = async (query: string) =>
      (await board.get(`/api/documents?type=quy_che&${query}`)).body.items.map(
        (row: { id: string }) => row.id,
      );
    expect(await ids('state=valid')).not.toContain(old);
    expect(await ids('state=valid&on=2021-04-30')).toEqual([old]);
    expect(await ids('state=past')).toEqual([old]);

    const plan = await register(board, { number: '12', type: 'ke_hoach' });
    const end = { clientId: newId(), version: 1, endedOn: '2021-09-01', ground: 'Công văn 5' };
    expect(
      (await board.post(`/api/documents/${plan}/end`, { ...end, endedOn: '2020-01-01' })).body.error.code,
    ).toBe('documents.ends_before_issue');
    expect((await board.post(`/api/documents/${plan}/end`, end)).status).toBe(200);
    expect((await board.post(`/api/documents/${plan}/end`, end)).status).toBe(200);
    expect(await read(board, plan)).toMatchObject({
      state: 'ended',
      endedOn: '2021-09-01',
      ground: 'Công văn 5',
      version: 2,
    });
    const stale = await board.post(`/api/documents/${plan}/reopen`, { clientId: newId(), version: 1 });
    expect(stale.body.error.kind).toBe('Stale');
    expect(
      (await board.post(`/api/documents/${plan}/reopen`, { clientId: newId(), version: 2 })).status,
    ).toBe(200);
    const view = await read(board, plan);
    expect(view.state).toBe('in_force');
    expect(view.history.map((line: { act: string }) => line.act)).toEqual([
      'registered',
      'ended',
      'reopened',
    ]);
  });

  test('a future day and a period that ends before it begins are refused in words', async () => {
    const future = await board.post('/api/documents', facts({ number: '90', issuedOn: '2021-10-01' }));
    expect(future.body.error).toMatchObject({ code: 'ledger.future_day', details: { fields: ['issuedOn'] } });
    const back = await board.post('/api/documents', facts({ number: '91', from: '2025', to: '2021' }));
    expect(back.body.error).toMatchObject({ code: 'documents.period_order', details: { fields: ['to'] } });
  });

  test('sent twice it is one document; taken back it is gone, and rebuild makes the same rows', async () => {
    const body = facts({ number: '77-CT/TU', subject: 'Văn bản ghi nhầm' });
    const [one, two] = [await board.post('/api/documents', body), await board.post('/api/documents', body)];
    expect(two.body).toEqual(one.body);
    const id = one.body.id;
    const taking = { clientId: newId(), version: 1, reason: 'Ghi nhầm' };
    // Whoever is just making another document name it goes first.
    const answer = await behind(world.db, 'nguon.document_chain', () =>
      board.post(`/api/documents/${id}/withdraw`, taking),
    );
    expect(answer.body).toEqual({ gone: true });
    expect((await board.get(`/api/documents/${id}`)).status).toBe(404);
    const rows = () => world.db.selectFrom('document').selectAll().orderBy('id').execute();
    const before = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(before);
  });

  test('amended, the earlier facts stay in the history', async () => {
    const id = await register(board, { number: '40-CT/TU', subject: 'Về phát triên đảng viên' });
    const { version } = await read(board, id);
    const body = { ...facts({ number: '40-CT/TU', subject: 'Về phát triển đảng viên nữ' }), version };
    expect((await board.post(`/api/documents/${id}/amend`, body)).status).toBe(200);
    const view = await read(board, id);
    expect(view.subject).toBe('Về phát triển đảng viên nữ');
    expect(view.history.map((line: { act: string }) => line.act)).toEqual(['registered', 'amended']);
    expect(view.history[1].changes).toEqual([{ field: 'subject', before: 'Về phát triên đảng viên' }]);
    const stale = await board.post(`/api/documents/${id}/amend`, { ...body, clientId: newId() });
    expect(stale.status).toBe(409);
  });
});

test('the right to read as predicate and as SQL agree on random trees', async () => {
  const path = fc
    .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 })
    .map((ids) => `/${ids.join('/')}/`);
  const reach: fc.Arbitrary<Reach> = fc.oneof(
    fc.constant<Reach>({ kind: 'nothing' }),
    fc.constant<Reach>({ kind: 'everywhere' }),
    fc.array(path, { maxLength: 3 }).map((paths): Reach => ({ kind: 'paths', paths })),
  );
  await fc.assert(
    fc.asyncProperty(reach, fc.array(path, { minLength: 1, maxLength: 30 }), async (far, paths) => {
      const rows = JSON.stringify(paths.map((one, id) => ({ id, path: one })));
      const result = await sql<{ id: number }>`
        select id from jsonb_to_recordset(${rows}::jsonb) as scope(id int, path text)
        where ${concernsSql(far, sql<string>`scope.path`)} order by id`.execute(world.db);
      expect(result.rows.map((row) => row.id)).toEqual(
        paths.flatMap((one, id) => (concerns(far, one) ? [id] : [])),
      );
    }),
    { numRuns: 120 },
  );
});

async function actorOf(client: Client) {
  const { findActor } = world.rooms;
  const { openSession } = await import('../platform/session.ts');
  const token = await openSession(world.db, client.accountId, client.officeId, '127.0.0.1');
  const actor = await findActor(world.db, token);
  if (!actor) throw new Error('no actor');
  return actor;
}
