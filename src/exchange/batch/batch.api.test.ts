// A workbook in an office's own layout, brought in, brought in again, corrected and undone – over HTTP, on a real database.
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../../test/app.ts';
import { memberList, order, sendFile, viewed } from '../../../test/importing.ts';
import { newId } from '../../platform/ids.ts';
import { rebuild } from '../../platform/ledger.ts';
import { settled } from './batch.store.ts';

let world: World;
let ward: number;
let officer: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  ward = await world.unit({ name: 'Đảng bộ phường Thử', kind: 'upper_base' });
  officer = await world.as('base_officer', ward);
});

const members = (rows: string[]) => memberList(...rows);
const three = [
  '1,Nguyễn Văn Hòa,05/03/1970,Nam,Chi bộ khu phố 1,19/05/1998,19/05/1999',
  '2,Trần Thị Thử,12/1985,Nữ,Chi bộ khu phố 1,03/02/2010,03/02/2011',
  '3,Lê Văn Mẫu,1990,Nam,Chi bộ khu phố 2,02/09/2015,02/09/2016',
];

const upload = (text: string, name?: string) => sendFile(world, officer, text, name);

async function run(id: string) {
  expect((await order(officer, id, 'run')).status).toBe(200);
  await settled(id);
  return viewed(officer, id);
}
const total = async () => (await officer.get('/api/people?status=members')).body.total;

test('a preview counts exactly and writes nothing', async () => {
  const { status, id } = await upload(members(three));
  expect(status).toBe(200);
  const { body } = await officer.get(`/api/imports/${id}`);
  expect(body.state).toBe('previewed');
  expect(body.preview.counts.members).toMatchObject({ create: 3, change: 0, same: 0, ask: 0, leave: 0 });
  expect(body.preview.writes).toMatchObject({ units: 2, people: 3 });
  expect(await total()).toBe(0);
  await officer.post(`/api/imports/${id}/cancel`, { clientId: newId() });
});

test('the same workbook again changes nothing, a changed line only itself', async () => {
  const first = await run((await upload(members(three))).id);
  expect(first).toMatchObject({ state: 'done', counts: { units: 2, people: 3 } });
  expect(await total()).toBe(3);
  const again = (await officer.get(`/api/imports/${(await upload(members(three))).id}`)).body;
  expect(again.preview.counts.members).toMatchObject({ create: 0, change: 0, same: 3 });
  const changed = three.with(1, '2,Trần Thị Thử,12/1985,Nữ,Chi bộ khu phố 1,03/02/2010,03/03/2011');
  const third = await run((await upload(members(changed))).id);
  expect(third.counts).toMatchObject({ people: 0, changed: 1 });
  const person = (await officer.get('/api/people?q=tran thi thu')).body.items[0];
  expect((await officer.get(`/api/people/${person.id}`)).body.officialOn ?? person.officialOn).toBe(
    '2011-03-03',
  );
  expect(await total()).toBe(3);
});

test('a list with years of birth only takes no whole day away', async () => {
  const years = ['1,Nguyễn Văn Hòa,1970,Nam,Chi bộ khu phố 1,19/05/1998,19/05/1999'];
  const { id } = await upload(members(years));
  const { body } = await officer.get(`/api/imports/${id}`);
  expect(body.preview.counts.members).toMatchObject({ create: 0, change: 0, same: 1, ask: 0 });
  await run(id);
  const person = (await officer.get('/api/people?q=nguyen van hoa')).body.items[0];
  expect(person.bornOn).toBe('1970-03-05');
});

test('remarks are counted by what they say and asked for one by one', async () => {
  const spaced = three.map((line) => line.replace('Văn ', 'Văn  ').replace('Thị ', 'Thị  '));
  const { id } = await upload(members([...spaced, '4,Trần 5,1990,Nam,Chi bộ khu phố 1,,']));
  const { preview } = (await officer.get(`/api/imports/${id}`)).body;
  expect(
    preview.remarks.map((remark: { code: string; count: number }) => [remark.code, remark.count]),
  ).toEqual(
    expect.arrayContaining([
      ['exchange.name_characters', 1],
      ['exchange.name_blanks', 3],
    ]),
  );
  const one = (await officer.get(`/api/imports/${id}?code=exchange.name_blanks`)).body.preview;
  expect(one.issuesTotal).toBe(3);
  expect(one.issues[0].change).toEqual({ before: 'Nguyễn Văn  Hòa', after: 'Nguyễn Văn Hòa' });
  const left = (await officer.get(`/api/imports/${id}?kind=members&action=create`)).body.preview;
  expect(left).toMatchObject({ lines: [], linesFound: 0 });
});

test('a kind chosen by hand has its columns recognised anew', async () => {
  const { id } = await upload(members(three.slice(0, 1)));
  const { preview } = (await officer.get(`/api/imports/${id}`)).body;
  const mapping = { ...preview.tables[0].mapping, kind: 'candidates', uses: [] };
  await officer.put(`/api/imports/${id}/mapping`, { mappings: [mapping], remember: true });
  await settled(id);
  const { body } = await officer.get(`/api/imports/${id}`);
  const read = body.preview.tables[0].mapping;
  expect(read.kind).toBe('candidates');
  expect(read.uses.map((use: { key: string | null }) => use.key)).toContain('bornOn');
  expect(body.mappings).toHaveLength(1);
  const again = (await officer.get(`/api/imports/${(await upload(members(three.slice(0, 1)))).id}`)).body;
  expect(again.preview.tables[0].mapping).toMatchObject({ kind: 'members' });
});

test('what is missing from the file is not deleted', async () => {
  const done = await run((await upload(members(three.slice(0, 1)))).id);
  expect(done.counts).toMatchObject({ people: 0, changed: 0 });
  expect(await total()).toBe(3);
});

test('an undo takes everything back by one entry and lists what stands in its way', async () => {
  const { id } = await upload(
    members(['1,Phạm Thị Mới,01/01/1991,Nữ,Chi bộ khu phố 9,02/09/2016,02/09/2017']),
  );
  await run(id);
  expect(await total()).toBe(4);
  const person = (await officer.get('/api/people?q=pham thi moi')).body.items[0];
  const act = { clientId: newId(), act: 'die', happenedOn: '2025-09-20' };
  expect((await officer.post(`/api/people/${person.id}/acts`, act)).status).toBe(200);
  const refused = await officer.post(`/api/imports/${id}/undo`, { clientId: newId() });
  expect(refused.status).toBe(400);
  expect(refused.body.error.code).toBe('exchange.undo_touched');
  expect(refused.body.error.details).toMatchObject([{ name: 'Phạm Thị Mới', personId: person.id }]);
  const other = await upload(members(['1,Đỗ Văn Tạm,02/02/1992,Nam,Chi bộ khu phố 8,02/09/2016,02/09/2017']));
  await run(other.id);
  const before = await ledgerSize();
  expect((await officer.post(`/api/imports/${other.id}/undo`, { clientId: newId() })).body.state).toBe(
    'undone',
  );
  expect(await ledgerSize()).toBe(before + 1);
  expect((await officer.get('/api/people?q=do van tam')).body.total).toBe(0);
  expect(
    (await officer.get('/api/units')).body.items.map((unit: { name: string }) => unit.name),
  ).not.toContain('Chi bộ khu phố 8');
});

const ledgerSize = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from ledger`.execute(world.db)).rows[0]?.n);

test('a name alike waits for a choice and shows the evidence', async () => {
  const { id } = await upload(
    members(['1,Nguyễn Văn Hoà,03/05/1970,Nam,Chi bộ khu phố 1,19/05/1998,19/05/1999']),
  );
  const { body } = await officer.get(`/api/imports/${id}`);
  expect(body.preview.counts.members).toMatchObject({ create: 0, ask: 1 });
  expect(body.preview.lines[0].alike[0].evidence).toContain('same_name');
  const line = body.preview.lines[0];
  const choices = { [`${line.sheet}!${line.line}`]: 'new' };
  const answer = await officer.put(`/api/imports/${id}/mapping`, { choices });
  expect(answer.status).toBe(200);
  await settled(id);
  expect((await officer.get(`/api/imports/${id}`)).body.preview.counts.members).toMatchObject({
    create: 1,
    ask: 0,
  });
});

test('candidates are taken over in whatever stage they are', async () => {
  const text = [
    'DANH SÁCH QUẦN CHÚNG ƯU TÚ',
    'STT,Họ và tên,Ngày sinh,Chi bộ,Ngày giới thiệu,Ngày cảm tình,Số GCN,Ngày cấp GCN,Đảng viên giúp đỡ',
    '1,Vũ Thị Nguồn,07/07/2000,Chi bộ khu phố 1,01/02/2024,05/03/2024,12/GCN,30/08/2024,Nguyễn Văn Hòa',
    '2,Bùi Văn Mầm,2001,Chi bộ khu phố 2,01/02/2025,,,,',
  ].join('\n');
  const done = await run((await upload(text)).id);
  expect(done.counts).toMatchObject({ people: 2, dossiers: 2 });
  const rows = await world.db
    .selectFrom('dossier')
    .select(['stage', 'taken_over'])
    .orderBy('stage')
    .execute();
  expect(rows).toEqual([
    { stage: 'helped', taken_over: true },
    { stage: 'nominated', taken_over: true },
  ]);
});

test('whom somebody nominated by hand a list leaves on the way', async () => {
  const { items } = (await officer.get('/api/units')).body;
  const unitId = items.find(({ name }: { name: string }) => name === 'Chi bộ khu phố 1').id;
  const [member] = (await officer.get('/api/people?status=official')).body.items;
  const nominated = await officer.post('/api/dossiers', {
    clientId: newId(),
    unitId,
    happenedOn: '2025-09-20',
    person: { fullName: 'Hoàng Thị Ghi Tay', bornOn: '2000-07-07' },
    inputs: { proposerKind: 'member', informedOn: '2025-09-01', agreed: true, informedBy: member.id },
    onBehalf: { number: '1-BB/CB', on: '2025-09-01' },
  });
  expect(nominated.status, nominated.text).toBe(200);
  const text = [
    'DANH SÁCH QUẦN CHÚNG ƯU TÚ',
    'STT,Họ và tên,Ngày sinh,Chi bộ,Ngày giới thiệu',
    '1,Hoàng Thị Ghi Tay,07/07/2000,Chi bộ khu phố 1,01/02/2024',
  ].join('\n');
  const { id } = await upload(text);
  const { preview } = (await officer.get(`/api/imports/${id}`)).body;
  expect(preview.issues).toContainEqual(expect.objectContaining({ code: 'exchange.later_acts' }));
  await run(id);
  const { total } = (await officer.get('/api/dossiers?q=hoang%20thi%20ghi%20tay')).body;
  expect(total).toBe(1);
});

test('places and persons of a verification are not taken for each other', async () => {
  const text = [
    'DANH SÁCH QUẦN CHÚNG ƯU TÚ',
    'STT,Họ và tên,Ngày sinh,Chi bộ,Ngày giới thiệu,Ngày gửi thẩm tra,Số nơi thẩm tra,Số người cần thẩm tra',
    '1,Đàm Thị Hai Nơi,07/07/2000,Chi bộ khu phố 1,01/02/2024,05/03/2025,2,3',
    '2,Đàm Văn Ba Người,2001,Chi bộ khu phố 2,01/02/2025,06/03/2025,,3',
    '3,Đàm Văn Không Người,2002,Chi bộ khu phố 2,01/02/2025,06/03/2025,,0',
  ].join('\n');
  await run((await upload(text)).id);
  const asked = async (name: string) => {
    const { items } = (await officer.get(`/api/dossiers?q=${encodeURIComponent(name)}`)).body;
    return (await officer.get(`/api/dossiers/${items[0].id}`)).body.verifications;
  };
  const one = { place: null, awaited: true };
  expect(await asked('dam thi hai noi')).toMatchObject([
    { ...one, persons: null, sentOn: '2025-03-05' },
    { ...one, persons: null },
  ]);
  expect(await asked('dam van ba nguoi')).toMatchObject([{ ...one, persons: 3, sentOn: '2025-03-06' }]);
  expect(await asked('dam van khong nguoi')).toMatchObject([{ ...one, persons: null }]);
});

test('what cannot be read is said and nothing is kept', async () => {
  const { id } = await upload('\u0000\u0001\u0002', 'x.xlsx');
  const { body } = await officer.get(`/api/imports/${id}`);
  expect(body.state).toBe('failed');
  expect(body.failure.vi.length).toBeGreaterThan(10);
});

test('a workbook of another ward is not found, and its rows are made again by rebuild', async () => {
  const elsewhere = await world.unit({ name: 'Đảng bộ phường Khác', kind: 'upper_base' });
  const stranger = await world.as('base_officer', elsewhere);
  const { id } = await upload(members(three));
  expect((await stranger.get(`/api/imports/${id}`)).status).toBe(404);
  expect((await stranger.get('/api/imports')).body.items).toEqual([]);
  const before = await rowsOf();
  await rebuild(world.db);
  expect(await rowsOf()).toEqual(before);
});

async function rowsOf() {
  const tables = ['unit', 'unit_place', 'person', 'person_word', 'membership', 'office', 'dossier', 'target'];
  return Promise.all(
    tables.map(async (table) => {
      const result = await sql<{
        row: string;
      }>`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(world.db);
      return result.rows;
    }),
  );
}
