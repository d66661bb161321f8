// What must not happen to a workbook: written twice, undone from under somebody, read by the wrong office, kept for ever.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../../test/app.ts';
import { holding, untilWaiting } from '../../../test/holding.ts';
import {
  bringIn,
  heading,
  memberLine as line,
  memberList as list,
  order as ordered,
  upload as uploaded,
  viewed as seen,
} from '../../../test/importing.ts';
import { newId } from '../../platform/ids.ts';
import { takeTurn } from '../../platform/write/turns.ts';
import { putAwayOld, settled } from './batch.store.ts';

let world: World;
let province: number;
let ward: number;
let officer: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  province = await world.unit({ name: 'Đảng bộ tỉnh Thử', kind: 'province' });
  ward = await world.unit({ name: 'Đảng bộ phường Thử', kind: 'upper_base', parent: province });
  officer = await world.as('base_officer', ward);
});

const upload = (text: string, as = officer) => uploaded(world, as, text);
const order = (id: string, verb: 'run' | 'cancel' | 'undo', as = officer) => ordered(as, id, verb);
const viewed = (id: string, as = officer) => seen(as, id);
const run = (text: string, as = officer) => bringIn(world, as, text);

const found = async (name: string) =>
  (await officer.get(`/api/people?status=all&q=${encodeURIComponent(name)}`)).body.items;
const refusedBy = async (id: string) => {
  const answer = await order(id, 'undo');
  expect([answer.status, answer.body.error?.code]).toEqual([400, 'exchange.undo_touched']);
  return answer.body.error.details.map((touch: { kind: string }) => touch.kind);
};
const kept = async (id: string) => {
  const result = await sql<{ file: Buffer | null; preview: string | null }>`
    select file, preview::text as preview from batch where id = ${id}::uuid`.execute(world.db);
  return result.rows[0] as { file: Buffer | null; preview: string | null };
};

test('the same list twice at once is written once', async () => {
  const text = list(line('Lê Văn Hai Lần', 'Chi bộ Một Lúc'), line('Lê Văn Một Thể', 'Chi bộ Một Lúc'));
  const ids = [await upload(text), await upload(text)];
  await Promise.all(ids.map((id) => order(id, 'run')));
  for (const id of ids) await settled(id);
  expect((await found('le van hai lan')).length).toBe(1);
  const states = await Promise.all(ids.map(async (id) => (await viewed(id)).state));
  expect(states).toEqual(['done', 'done']);
});

test('a double click on run, correct and cancel finds it under way; nothing is written and then called a failure', async () => {
  const id = await upload(list(line('Lê Văn Bấm Nhanh', 'Chi bộ Một Lúc')));
  const answers = await Promise.all([
    order(id, 'run'),
    officer.put(`/api/imports/${id}/mapping`, { choices: {} }),
    order(id, 'run'),
    officer.put(`/api/imports/${id}/mapping`, { choices: {} }),
  ]);
  expect(answers.every((answer) => [200, 400].includes(answer.status))).toBe(true);
  await settled(id);
  const { state } = await viewed(id);
  const people = (await found('le van bam nhanh')).length;
  expect([state, people]).toEqual(state === 'done' ? ['done', 1] : ['previewed', 0]);
});

test('an undo waits for the account, the helper, the meeting, the target that came after', async () => {
  const names = ['Phạm Thị Tài Khoản', 'Phạm Thị Giúp Đỡ', 'Phạm Thị Chi Bộ'];
  const id = await run(list(...names.map((name) => line(name, 'Chi bộ Dựa Vào'))));
  const [account, helper] = [
    (await found('pham thi tai khoan'))[0].id,
    (await found('pham thi giup do'))[0].id,
  ];
  const { items } = (await officer.get('/api/units')).body;
  const cell = items.find((unit: { name: string }) => unit.name === 'Chi bộ Dựa Vào').id;
  const office = await world.office({
    kind: 'mass_officer',
    unit: ward,
    person: account,
    toOn: '2025-09-01',
  });
  await world.signIn(office);
  expect(await refusedBy(id)).toEqual(expect.arrayContaining(['account.opened', 'office.appointed']));
  const other = await run(list(line('Vũ Văn Nơi Khác', 'Chi bộ Nơi Khác')));
  expect(other).toBeTruthy();
  const elsewhere = (await officer.get('/api/units')).body.items.find(
    (unit: { name: string }) => unit.name === 'Chi bộ Nơi Khác',
  ).id;
  const nominated = await officer.post('/api/dossiers', {
    clientId: newId(),
    unitId: elsewhere,
    happenedOn: '2025-09-01',
    person: { fullName: 'Đỗ Thị Nguồn' },
    inputs: { proposerKind: 'member', informedOn: '2025-09-01', agreed: true, informedBy: helper },
    onBehalf: { number: '1-BB/CB', on: '2025-09-01' },
  });
  expect(nominated.status, nominated.text).toBe(200);
  expect(await refusedBy(id)).toContain('dossier.opened');
  const target = `CHỈ TIÊU NĂM 2025\n\nĐơn vị,Năm,Chỉ tiêu kết nạp\nChi bộ Dựa Vào,2025,3`;
  const later = await run(target);
  expect((await refusedBy(id)).filter((kind: string) => kind === 'unit.in_use').length).toBeGreaterThan(0);
  expect(cell).toBeGreaterThan(0);
  expect((await order(later, 'undo')).body.state).toBe('undone');
});

test('an undo waits for whoever is recording something about one of its persons, and finds it', async () => {
  const id = await run(list(line('Phạm Thị Đang Ghi', 'Chi bộ Đang Ghi')));
  const person = (await found('pham thi dang ghi'))[0].id;
  // Keeps the act in the middle: the person has been read, nothing is written.
  const end = await holding(world.db, (tx) => takeTurn(tx, 'card:33335555'));
  const card = { clientId: newId(), act: 'issue_card', happenedOn: '2025-09-01', cardNumber: '33335555' };
  const act = officer.post(`/api/people/${person}/acts`, card);
  await untilWaiting(world.db);
  const undone = refusedBy(id);
  await Promise.race([undone.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 300))]);
  await end();
  expect((await act).status).toBe(200);
  expect(await undone).toEqual(['member.card_issued']);
});

test('what was itself undone no longer stands in the way', async () => {
  const text = list(line('Hồ Văn Trước Sau', 'Chi bộ Trước Sau'));
  const first = await run(text);
  const second = await run(text.replace('19/05/1999', '20/05/1999'));
  expect(await refusedBy(first)).toContain('member.taken_over');
  expect((await order(second, 'undo')).body.state).toBe('undone');
  expect((await order(first, 'undo')).body.state).toBe('undone');
  expect(await found('ho van truoc sau')).toEqual([]);
  expect((await order(first, 'undo')).body.error?.code).toBe('exchange.not_now');
});

test('of a value that goes the one before stands again, and in a database kept before values named their import', async () => {
  const told = (native: string) => [
    'DANH SÁCH ĐẢNG VIÊN',
    '',
    `${heading},Quê quán`,
    `${line('Lưu Thị Giá', 'Chi bộ khu phố 3')},${native}`,
  ];
  await run(told('Bắc Ninh').join('\n'));
  const second = await run(told('Hà Nội').join('\n'));
  const { id } = (await found('Lưu Thị Giá'))[0];
  const native = async () => [
    (await officer.get(`/api/people/${id}`)).body.fields.nativePlace,
    (await world.db.selectFrom('person').select('native_place').where('id', '=', id).executeTakeFirst())
      ?.native_place,
  ];
  expect(await native()).toEqual(['Hà Nội', 'Hà Nội']);
  expect((await order(second, 'undo')).status).toBe(200);
  expect(await native()).toEqual(['Bắc Ninh', 'Bắc Ninh']);
  const brought = () =>
    sql`select entry, batch from vault_field where person_id = ${id}::uuid order by id`.execute(world.db);
  const { rows } = await brought();
  expect(rows.at(-1)).toMatchObject({ batch: second });
  await sql`alter table vault_field drop column batch`.execute(world.db);
  const step = path.join(import.meta.dirname, '../../../migrations/0031_vault_batch.sql');
  await sql.raw(readFileSync(step, 'utf8')).execute(world.db);
  expect((await brought()).rows).toEqual(rows);
  expect(await native()).toEqual(['Bắc Ninh', 'Bắc Ninh']);
});

test('the workbook waits sealed and goes when it is written, put aside or undone', async () => {
  const text = list(line('Trần Văn Giữ Kín', 'Chi bộ Giữ Kín'));
  const waiting = await upload(text);
  expect((await kept(waiting)).file?.includes('Trần Văn Giữ Kín')).toBe(false);
  await order(waiting, 'cancel');
  expect(await kept(waiting)).toEqual({ file: null, preview: null });
  const done = await run(text);
  expect((await kept(done)).file).toBeNull();
  await order(done, 'undo');
  expect(await kept(done)).toEqual({ file: null, preview: null });
  const unreadable = await upload('%PDF-1.4 không phải bảng tính');
  expect(await viewed(unreadable)).toMatchObject({ state: 'failed', preview: null });
});

test('a workbook nobody came back to is put aside after a month', async () => {
  const id = await upload(list(line('Trần Văn Bỏ Quên', 'Chi bộ Giữ Kín')));
  const done = await run(list(line('Trần Văn Xong Rồi', 'Chi bộ Giữ Kín')));
  await putAwayOld(world.db);
  expect((await viewed(id)).state).toBe('previewed');
  await sql`update batch set created_at = now() - interval '31 days' where id in (${id}::uuid, ${done}::uuid)`.execute(
    world.db,
  );
  await putAwayOld(world.db);
  expect((await viewed(id)).state).toBe('cancelled');
  expect([await kept(id), await kept(done)]).toEqual([
    { file: null, preview: null },
    { file: null, preview: null },
  ]);
  expect(await viewed(done)).toMatchObject({ state: 'done', can: ['undo'] });
});

test('what stands in a column of class 3 or 4 is in no preview', async () => {
  const text = [
    'DANH SÁCH ĐẢNG VIÊN',
    '',
    `${heading},Tôn giáo,Hoàn cảnh gia đình,Lịch sử chính trị`,
    `${line('Ngô Văn Lý Lịch', 'Chi bộ Giữ Kín')},Đạo Lạ Lùng,Vợ  làm   ruộng bí-mật-1,<b>bí-mật-2</b>`,
  ].join('\n');
  const id = await upload(text);
  const { preview } = await viewed(id);
  expect(preview.remarks.map((remark: { code: string }) => remark.code)).toEqual(
    expect.arrayContaining(['exchange.text_tidied', 'exchange.markup', 'exchange.value_unknown']),
  );
  const stored = (await kept(id)).preview ?? '';
  for (const secret of ['bí-mật-1', 'bí-mật-2', 'Lạ Lùng'])
    expect([secret, stored.includes(secret)]).toEqual([secret, false]);
});

test('a line that could not be taken is asked again by the next file, and not counted', async () => {
  const acts = (name: string) =>
    `BIẾN ĐỘNG ĐẢNG VIÊN\n\nHọ và tên,Chi bộ,Loại biến động,Ngày\n${name},Chi bộ Giữ Kín,Từ trần,01/09/2025`;
  const person = (await found('tran van xong roi'))[0].id;
  const restored = { clientId: newId(), act: 'move_out', happenedOn: '2025-08-01', place: 'Đảng bộ xã Xa' };
  expect((await officer.post(`/api/people/${person}/acts`, restored)).status).toBe(200);
  const id = await upload(acts('Trần Văn Xong Rồi'));
  expect((await viewed(id)).preview).toMatchObject({
    writes: { acts: 0 },
    counts: { acts: { leave: 1, create: 0 } },
  });
  await order(id, 'run');
  await settled(id);
  expect((await viewed(id)).counts).toMatchObject({ acts: 0 });
  const { history } = (await officer.get(`/api/people/${person}`)).body;
  const out = history.find((item: { kind: string }) => item.kind === 'member.moved_out').entry;
  const back = { clientId: newId(), reason: 'Ghi nhầm người.' };
  expect((await officer.post(`/api/people/${person}/acts/${out}/withdraw`, back)).status).toBe(200);
  const again = await run(acts('Trần Văn Xong Rồi'));
  expect((await viewed(again)).counts).toMatchObject({ acts: 1 });
});

test('what the records cannot hold as it is written is an error of its line, not a fault of the run', async () => {
  const units = [
    'DANH SÁCH TỔ CHỨC ĐẢNG',
    '',
    'Tên tổ chức đảng,Loại tổ chức,Mã tổ chức,Ngày thành lập,Số quyết định,Ngày quyết định',
    'Chi bộ Mã Đúng,Chi bộ trực thuộc,KB-77,01/02/2020,12–QĐ/ĐU,01/02/2020',
    'Chi bộ Mã Lạ,Chi bộ trực thuộc,KB (78),01/02/2020,"12-QĐ/ĐU, bản sao",01/02/2020',
    `Chi bộ ${'Dài '.repeat(80)},Chi bộ trực thuộc,KB-79,01/02/2020,,`,
  ].join('\n');
  const id = await upload(units);
  const { preview } = await viewed(id);
  expect(preview.counts.units).toMatchObject({ create: 1, leave: 2 });
  await order(id, 'run');
  await settled(id);
  expect(await viewed(id)).toMatchObject({ state: 'done', counts: { units: 1 } });
});

test('a cell that still holds somebody does not end by a list; with everybody moved away in the same list it does', async () => {
  await run(list(line('Mai Văn Ở Lại', 'Chi bộ Sắp Hết'), line('Mai Văn Nơi Mới', 'Chi bộ Nơi Mới')));
  const heading = 'BIẾN ĐỘNG\n\nHọ và tên,Chi bộ,Loại biến động,Ngày,Nơi đến,Số quyết định,Ngày quyết định';
  const end = ',Chi bộ Sắp Hết,Giải thể,01/09/2025,,9-QĐ/ĐU,01/09/2025';
  const alone = await viewed(await upload(`${heading}\n${end}`));
  expect(alone.preview.remarks.map((remark: { code: string }) => remark.code)).toContain(
    'exchange.unit_holds_people',
  );
  expect(alone.preview.writes.acts).toBe(0);
  const move = 'Mai Văn Ở Lại,Chi bộ Sắp Hết,Chuyển chi bộ trong đảng bộ,01/09/2025,Chi bộ Nơi Mới,,';
  const id = await run(`${heading}\n${end}\n${move}`);
  expect((await viewed(id)).counts).toMatchObject({ acts: 2 });
  const names = (await officer.get('/api/units')).body.items.map((unit: { name: string }) => unit.name);
  expect(names).not.toContain('Chi bộ Sắp Hết');
});

test('the office above sees and undoes what a ward brought, but does not run it as its own', async () => {
  const board = await world.as('superior_board', province);
  const id = await upload(list(line('Bùi Văn Của Phường', 'Chi bộ Giữ Kín')));
  expect((await viewed(id, board)).can).toEqual(['cancel']);
  expect((await order(id, 'run', board)).body.error?.code).toBe('exchange.other_unit');
  await order(id, 'run');
  await settled(id);
  expect((await viewed(id, board)).can).toEqual(['undo']);
});

test('lines of another ward whose cells have the same names are not taken for one’s own', async () => {
  const far = await world.unit({ name: 'Đảng bộ phường Khác', kind: 'upper_base', parent: province });
  const stranger = await world.as('base_officer', far);
  const target = 'CHỈ TIÊU NĂM 2024\n\nĐơn vị,Năm,Chỉ tiêu kết nạp\nChi bộ 1,2024,3';
  await world.unit({ name: 'Chi bộ 1', kind: 'cell', parent: far });
  await world.unit({ name: 'Chi bộ 1', kind: 'cell', parent: ward });
  await run(target);
  const theirs = await run(target, stranger);
  expect((await viewed(theirs, stranger)).counts).toMatchObject({ targets: 1 });
});

test('somebody alike out of reach is told without a place, and the look is logged', async () => {
  const far = await world.unit({ name: 'Đảng bộ phường Xa', kind: 'upper_base', parent: province });
  const cell = await world.unit({ name: 'Chi bộ Xa', kind: 'cell', parent: far });
  const hidden = await world.person({
    name: 'Quách Thị Ẩn',
    unit: cell,
    kind: 'official',
    fields: { bornOn: '1970-03-05' },
  });
  const id = await upload(list(line('Quách Thị Ẩn', 'Chi bộ Giữ Kín')));
  const { preview } = await viewed(id);
  expect(preview.remarks.map((remark: { code: string }) => remark.code)).toContain('exchange.alike_outside');
  expect(JSON.stringify(preview)).not.toContain('Xa');
  const logged = await world.db
    .selectFrom('access_log')
    .select('account_id')
    .where('subject_id', '=', hidden)
    .execute();
  expect(logged).toEqual([{ account_id: officer.accountId }]);
});
