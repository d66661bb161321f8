// What is recorded by hand while a workbook is compared and written: of the two the second knows of the first, or nothing of it stands.
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Client, startWorld, type World } from '../../../test/app.ts';
import { holding, untilWaiting } from '../../../test/holding.ts';
import { bringIn, heading, memberLine, memberList, order, upload, viewed } from '../../../test/importing.ts';
import { newId } from '../../platform/ids.ts';
import { goBeside } from '../../platform/write/turns.ts';
import { settled } from './batch.store.ts';

let world: World;
let officer: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  const ward = await world.unit({ name: 'Đảng bộ phường Thử', kind: 'upper_base' });
  officer = await world.as('base_officer', ward);
});

const found = async (name: string) =>
  (await officer.get(`/api/people?status=all&q=${encodeURIComponent(name)}`)).body.items;

/** A cell in which somebody is held. */
async function cellOf(name: string, cell: string): Promise<number> {
  await bringIn(world, officer, memberList(memberLine(name, cell)));
  const { items } = (await officer.get('/api/units')).body;
  return items.find((unit: { name: string }) => unit.name === cell).id;
}

/** Keeps a workbook waiting at a table while it is written, does the rest meanwhile, and gives how the workbook ended. */
async function whileWriting(id: string, table: 'vault_field' | 'batch_row', meanwhile: () => Promise<void>) {
  const end = await holding(world.db, (tx) => sql`lock table ${sql.table(table)} in share mode`.execute(tx));
  try {
    await order(officer, id, 'run');
    await untilWaiting(world.db);
    await meanwhile();
  } finally {
    await end();
  }
  await settled(id);
  return viewed(officer, id);
}

/** Until somebody waits for what another has written and not ended. */
const untilBehind = () =>
  vi.waitUntil(async () => {
    const { rows } = await sql`
      select from pg_locks join pg_stat_activity as who using (pid)
      where not granted and locktype = 'transactionid' and who.datname = current_database()`.execute(
      world.db,
    );
    return rows.length > 0;
  });

const recorded = {
  state: 'failed',
  failure: { code: 'exchange.recorded_meanwhile', vi: expect.stringContaining('Chưa ghi gì từ tệp') },
};
/** An act by hand about somebody who is held. */
function exempt(person: string) {
  const decision = { number: '12-QĐ/ĐU', on: '2025-09-01', by: 'Ban Thường vụ' };
  const act = { clientId: newId(), act: 'exempt', happenedOn: '2025-09-01', ground: 'age', decision };
  return officer.post(`/api/people/${person}/acts`, act);
}
/** A member list of one line with one more column. */
const withColumn = (name: string, line: string, value: string) =>
  ['DANH SÁCH ĐẢNG VIÊN', '', `${heading},${name}`, `${line},${value}`].join('\n');

test('an act about somebody whom a workbook changes is not written over', async () => {
  await cellOf('Cao Thị Đang Sửa', 'Chi bộ Đang Sửa');
  const { id: person } = (await found('cao thi dang sua'))[0];
  const line = memberLine('Cao Thị Đang Sửa', 'Chi bộ Đang Sửa');
  const id = await upload(world, officer, withColumn('Quê quán', line, 'Bắc Ninh'));
  const ended = await whileWriting(id, 'vault_field', async () => {
    expect((await exempt(person)).status).toBe(200);
  });
  expect(ended).toMatchObject(recorded);
  expect((await officer.get(`/api/people/${person}`)).body).toMatchObject({ exempt: true, fields: {} });
  // Read again it is compared with the act, and may be written.
  expect((await officer.put(`/api/imports/${id}/mapping`, { choices: {} })).status).toBe(200);
  await settled(id);
  expect((await order(officer, id, 'run')).status).toBe(200);
  await settled(id);
  expect(await viewed(officer, id)).toMatchObject({ state: 'done' });
  expect((await officer.get(`/api/people/${person}`)).body.fields.nativePlace).toBe('Bắc Ninh');
});

test('acts about others are no reason to stop a workbook', async () => {
  await cellOf('Cao Thị Bên Cạnh', 'Chi bộ Bên Cạnh');
  const { id: person } = (await found('cao thi ben canh'))[0];
  const both = memberList(
    memberLine('Cao Thị Bên Cạnh', 'Chi bộ Bên Cạnh'),
    memberLine('Cao Thị Mới Tới', 'Chi bộ Bên Cạnh'),
  );
  const id = await upload(world, officer, both);
  const ended = await whileWriting(id, 'vault_field', async () => {
    expect((await exempt(person)).status).toBe(200);
  });
  expect(ended).toMatchObject({ state: 'done' });
});

test('a card that a workbook brings is not given to somebody else meanwhile', async () => {
  await cellOf('Cao Thị Nhận Thẻ', 'Chi bộ Nhận Thẻ');
  const { id: person } = (await found('cao thi nhan the'))[0];
  const line = memberLine('Cao Thị Thẻ Kia', 'Chi bộ Nhận Thẻ');
  const id = await upload(world, officer, withColumn('Số thẻ', line, '55556666'));
  const ended = await whileWriting(id, 'batch_row', async () => {
    const act = { clientId: newId(), act: 'issue_card', happenedOn: '2025-09-01', cardNumber: '5555 6666' };
    expect((await officer.post(`/api/people/${person}/acts`, act)).status).toBe(200);
  });
  expect(ended).toMatchObject(recorded);
  expect(await found('cao thi the kia')).toEqual([]);
});

test('a card is left where it is when the workbook is read again, and said whose it is', async () => {
  await cellOf('Cao Thị Giữ Thẻ', 'Chi bộ Giữ Thẻ');
  const { id: person } = (await found('cao thi giu the'))[0];
  const line = memberLine('Cao Thị Đã Biết', 'Chi bộ Giữ Thẻ');
  await bringIn(world, officer, memberList(line));
  const { id: known } = (await found('cao thi da biet'))[0];
  const id = await upload(world, officer, withColumn('Số thẻ', line, '66667777'));
  const ended = await whileWriting(id, 'batch_row', async () => {
    const act = { clientId: newId(), act: 'issue_card', happenedOn: '2025-09-01', cardNumber: '66667777' };
    expect((await officer.post(`/api/people/${person}/acts`, act)).status).toBe(200);
  });
  expect(ended).toMatchObject(recorded);
  await officer.put(`/api/imports/${id}/mapping`, { choices: {} });
  await settled(id);
  const said = {
    code: 'exchange.card_held',
    message: expect.objectContaining({ vi: expect.stringContaining('đang là của Cao Thị Giữ Thẻ') }),
  };
  expect((await viewed(officer, id)).preview.issues).toContainEqual(expect.objectContaining(said));
  expect((await order(officer, id, 'run')).status).toBe(200);
  await settled(id);
  expect(await viewed(officer, id)).toMatchObject({ state: 'done' });
  expect((await officer.get(`/api/people/${known}`)).body.fields).not.toHaveProperty('cardNumber');
});

test('nor is it given to somebody whom a list knew, when who has it now was entered meanwhile', async () => {
  const cell = await cellOf('Cao Thị Quen Tên', 'Chi bộ Quen Tên');
  const line = memberLine('Cao Thị Quen Tên', 'Chi bộ Quen Tên');
  const id = await upload(world, officer, withColumn('Số thẻ', line, '77778888'));
  const ended = await whileWriting(id, 'batch_row', async () => {
    const fields = { fullName: 'Lường Văn Vừa Nhập', bornOn: '1971-02-03', cardNumber: '77778888' };
    const entered = { as: 'taken_over', kind: 'official', happenedOn: '2025-09-30', fields };
    expect((await officer.post('/api/people', { clientId: newId(), unitId: cell, ...entered })).status).toBe(
      200,
    );
  });
  expect(ended).toMatchObject(recorded);
});

test('of an act and a workbook that write about one person in the same moment one stands', async () => {
  await cellOf('Cao Thị Cùng Ghi', 'Chi bộ Cùng Ghi');
  const { id: person } = (await found('cao thi cung ghi'))[0];
  const line = memberLine('Cao Thị Cùng Ghi', 'Chi bộ Cùng Ghi');
  const id = await upload(world, officer, withColumn('Quê quán', line, 'Hà Nam'));
  // Keeps the act in the middle: it is written, and its transaction not ended.
  const end = await holding(world.db, (tx) => sql`lock table person in share mode`.execute(tx));
  const acted = exempt(person);
  await untilWaiting(world.db);
  await order(officer, id, 'run');
  await untilBehind();
  await end();
  expect((await acted).status).toBe(200);
  await settled(id);
  expect(await viewed(officer, id)).toMatchObject(recorded);
});

test('nobody whom a workbook brings is entered by hand while it is written, nor the other way round', async () => {
  const cell = await cellOf('Vũ Văn Đứng Sẵn', 'Chi bộ Cùng Lúc');
  const byHand = (fullName: string) =>
    officer.post('/api/people', {
      clientId: newId(),
      unitId: cell,
      as: 'taken_over',
      kind: 'official',
      happenedOn: '2025-09-30',
      fields: { fullName, bornOn: '1970-03-05' },
    });
  const text = (name: string) => memberList(memberLine(name, 'Chi bộ Cùng Lúc'));
  const failure = {
    code: 'exchange.entered_meanwhile',
    vi: expect.stringContaining('trùng thông tin với người trong tệp'),
  };
  // Compared, and some of it written: the person is entered by hand now.
  const late = await upload(world, officer, text('Vũ Văn Ghi Sau'));
  const ended = await whileWriting(late, 'batch_row', async () => {
    expect((await byHand('Vũ Văn Ghi Sau')).status).toBe(200);
  });
  expect(ended).toMatchObject({ state: 'failed', failure });
  expect(await found('vu van ghi sau')).toHaveLength(1);
  const early = await upload(world, officer, text('Vũ Văn Ghi Trước'));
  // Read again, it finds the person; whoever comes when all is written finds what it brought.
  expect((await officer.put(`/api/imports/${late}/mapping`, { choices: {} })).status).toBe(200);
  await settled(late);
  expect(await viewed(officer, late)).toMatchObject({ state: 'previewed' });
  const ending = await holding(world.db, (tx) => goBeside(tx, 'nguon.entering'));
  await order(officer, early, 'run');
  await untilWaiting(world.db);
  const second = byHand('Vũ Văn Ghi Trước');
  await untilWaiting(world.db, 2);
  await ending();
  expect((await second).body.error?.code).toBe('members.alike');
  await settled(early);
  expect(await viewed(officer, early)).toMatchObject({ state: 'done' });
});
