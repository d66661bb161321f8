// Edges of reports over HTTP: units that come, go and change their place around the closing day, names as they were
// signed, what others may not see, difficulties after the tree has changed.
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import { here, raise, waiting } from '../../test/difficulties.ts';
import { ownForm } from '../../test/forms.ts';
import { removedEntry } from '../members/person.ts';
import { newId } from '../platform/ids.ts';
import { append, rebuild } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const world = await startWorld({ today: '2025-06-20' });
const { db, by } = world;
const decision = { number: '12-QĐ/TU', on: '2025-06-15', by: 'Ban Thường vụ Tỉnh ủy' };

interface Place {
  province: number;
  old: number;
  young: number;
  one: number;
  two: number;
  board: Client;
  oldOfficer: Client;
  youngOfficer: Client;
  first: Client;
  second: Client;
  firstPerson: string;
}
const place = {} as Place;

beforeAll(async () => {
  place.province = await world.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
  place.old = await world.unit({
    name: 'Đảng bộ xã Hòa Long',
    kind: 'base_organisation',
    parent: place.province,
  });
  place.one = await world.unit({ name: 'Chi bộ thôn Quả Cảm', type: 'THON', parent: place.old });
  place.two = await world.unit({ name: 'Chi bộ thôn Hữu Chấp', type: 'THON', parent: place.old });
  for (let at = 0; at < 8; at += 1)
    await world.person({
      name: `Đảng viên ${at + 1}`,
      unit: at % 2 === 0 ? place.one : place.two,
      kind: 'official',
    });
  place.firstPerson = await world.person({ name: 'Nguyễn Văn Bí', unit: place.one, kind: 'official' });
  place.board = await world.as('superior_board', place.province);
  place.oldOfficer = await world.as('base_officer', place.old);
  place.first = await world.as('cell_secretary', place.one, { person: place.firstPerson });
  place.second = await world.as('cell_secretary', place.two);
});

const words = (more: object) => new URLSearchParams(more as Record<string, string>).toString();
const half = { form: 'bieu-1-tctw', period: '2025-H1', closesOn: '2025-06-30' };
const draft = (client: Client, asked: object) => client.get(`/api/reports/draft?${words(asked)}`);

async function bodyFor(client: Client, unitId: number, asked: object = half, more: object = {}) {
  const { body, status, text } = await draft(client, { unit: unitId, ...asked });
  expect(status, text).toBe(200);
  return {
    clientId: newId(),
    unitId,
    ...asked,
    words: [],
    signatory: { officeId: body.signers[0]?.officeId, capacity: '' },
    number: null,
    signedOn: '2025-07-10',
    print: body.print,
    ...more,
  };
}
const numbers = (body: { parts: { id: string; rows: { id: string; cells: { value: number }[] }[] }[] }) =>
  Object.fromEntries(
    (body.parts.find(({ id }) => id === 'movement')?.rows ?? []).map(({ id, cells }) => [
      id,
      cells[0]?.value ?? null,
    ]),
  );
const act = async (unit: number, body: object) => {
  const answer = await place.board.post(`/api/units/${unit}/acts`, { clientId: newId(), decision, ...body });
  expect(answer.status, answer.text).toBe(200);
};

describe('units around 1 July 2025', () => {
  test('why another unit was given time is not told', async () => {
    const asked = {
      clientId: newId(),
      unitId: place.old,
      ...half,
      forms: [half.form],
      dueOn: '2025-07-10',
      to: [place.one, place.two],
    };
    const [id] = (await place.oldOfficer.post('/api/reports/rounds', asked)).body.ids;
    const extended = await place.oldOfficer.post(`/api/reports/rounds/${id}/extend`, {
      clientId: newId(),
      dueOn: '2025-07-20',
      units: [place.two],
      reason: 'Bí thư chi bộ nghỉ ốm',
    });
    expect(extended.status, extended.text).toBe(200);
    expect((await place.second.get(`/api/reports/rounds/${id}`)).body.extensions).toHaveLength(1);
    const others = await place.first.get(`/api/reports/rounds/${id}`);
    expect([others.body.extensions, others.text.includes('nghỉ ốm')]).toEqual([[], false]);
  });

  test('a difficulty goes along with its unit, and is counted where it is listed', async () => {
    const id = await raise(place.first, place.one, 'Nhà sinh hoạt cộng đồng xuống cấp, khó họp chi bộ.');
    expect([await waiting(place.oldOfficer), await here(place.oldOfficer)]).toEqual([1, 1]);
    world.setToday('2025-07-05');
    place.young = await world.unit({
      name: 'Đảng bộ phường Kinh Bắc',
      kind: 'base_organisation',
      parent: place.province,
      foundedOn: '2025-07-01',
    });
    place.youngOfficer = await world.as('base_officer', place.young);
    await act(place.one, { act: 'move', happenedOn: '2025-07-01', parentId: place.young });
    expect([await waiting(place.oldOfficer), await here(place.oldOfficer)]).toEqual([0, 0]);
    expect([await waiting(place.youngOfficer), await here(place.youngOfficer)]).toEqual([1, 1]);
    const mine = (await place.first.get(`/api/difficulties/${id}`)).body.item;
    expect(mine.at.name).toBe('Đảng bộ phường Kinh Bắc');
    const answer = { clientId: newId(), version: mine.version, words: 'Phường bố trí phòng họp tạm.' };
    expect((await place.oldOfficer.post(`/api/difficulties/${id}/answer`, answer)).status).toBe(404);
    const given = await place.youngOfficer.post(`/api/difficulties/${id}/answer`, answer);
    expect(given.body.item).toMatchObject({
      state: 'answered',
      answer: { unitName: 'Đảng bộ phường Kinh Bắc' },
    });
    expect(await waiting(place.youngOfficer)).toBe(0);
  });

  test('a level without an office that answers is passed over', async () => {
    const part = await world.unit({
      name: 'Đảng bộ bộ phận thôn',
      kind: 'sub_committee',
      parent: place.young,
    });
    const cell = await world.unit({ name: 'Chi bộ thôn Đoài', type: 'THON', parent: part });
    await raise(
      await world.as('cell_secretary', cell),
      cell,
      'Chi bộ chưa có chi ủy viên làm công tác nguồn.',
    );
    expect([await waiting(place.youngOfficer), await here(place.youngOfficer)]).toEqual([1, 1]);
  });

  test('the half-year is the tree of its last day: a cell moved since counts where it stood, and reports by itself', async () => {
    world.setToday('2025-07-10');
    const old = (await draft(place.oldOfficer, { unit: place.old, ...half })).body;
    expect([numbers(old.body).end, old.body.units]).toEqual([9, 3]);
    const own = (await draft(place.first, { unit: place.one, ...half })).body.body;
    expect([numbers(own).end, own.superior]).toEqual([5, 'Đảng bộ xã Hòa Long']);
    // The new ward was not there on that day.
    const early = await draft(place.youngOfficer, { unit: place.young, ...half });
    expect([early.status, early.body.error.code]).toEqual([400, 'statistics.not_founded']);
  });

  test('of a unit founded in the year the identity holds, with what came along with its cells', async () => {
    world.setToday('2025-12-31');
    const year = { form: 'bieu-1-tctw', period: '2025', closesOn: '2025-12-31' };
    const { body, status, text } = await draft(place.youngOfficer, { unit: place.young, ...year });
    expect(status, text).toBe(200);
    expect(numbers(body.body)).toMatchObject({ start: 0, shift: 5, end: 5 });
    expect(body.body.checks.map(({ holds }: { holds: boolean }) => holds)).toEqual([true, true]);
    world.setToday('2025-07-10');
  });

  test('what was closed stays when its unit moves, is renamed and ends', async () => {
    const sent = await place.second.post('/api/reports', await bodyFor(place.second, place.two));
    expect(sent.status, sent.text).toBe(200);
    const parent = await place.oldOfficer.post('/api/reports', await bodyFor(place.oldOfficer, place.old));
    expect(parent.status, parent.text).toBe(200);
    const { id } = sent.body;
    const before = (await place.board.get(`/api/reports/${id}`)).body;
    const above = (await place.board.get(`/api/reports/${parent.body.id}`)).body;
    world.setToday('2025-07-15');
    await act(place.two, { act: 'rename', happenedOn: '2025-07-11', name: 'Chi bộ khu phố Hữu Chấp' });
    await act(place.two, { act: 'move', happenedOn: '2025-07-12', parentId: place.young });
    const office = `/api/offices/${place.oldOfficer.officeId}/end`;
    const left = await place.board.post(office, {
      clientId: newId(),
      happenedOn: '2025-07-13',
      toOn: '2025-07-13',
    });
    expect(left.status, left.text).toBe(200);
    await act(place.old, { act: 'end', happenedOn: '2025-07-14' });
    const after = (await place.board.get(`/api/reports/${id}`)).body;
    expect(after.body).toEqual(before.body);
    expect((await place.board.get(`/api/reports/${parent.body.id}`)).body).toEqual(above);
    expect((await place.board.get(`/api/reports/${parent.body.id}/now`)).body).toMatchObject({
      cells: [],
      units: { come: [], gone: [] },
    });
    await rebuild(db);
    expect((await place.board.get(`/api/reports/${parent.body.id}`)).body).toEqual(above);
    // Under its new ward it is there; for the cell beside it and all that belongs to it do not exist.
    expect((await place.youngOfficer.get(`/api/reports/${id}`)).status).toBe(200);
    for (const rest of [
      '',
      '/now',
      '/children',
      '/paper.xlsx',
      '/paper.pdf',
      '/now/records?section=movement&row=end&column=count',
    ])
      expect([rest, (await place.first.get(`/api/reports/${id}${rest}`)).status]).toEqual([rest, 404]);
    const foreign = await place.first.get(`/api/statistics/members/reported?unit=${place.two}`);
    expect(foreign.status).toBe(404);
    expect((await place.first.get('/api/reports?below=true')).body.total).toBe(0);
  });

  test('a closed report beside those below: what came after it was closed is said to be so', async () => {
    const list = (await place.board.get(`/api/reports?unit=${place.old}`)).body;
    const one = await db
      .selectFrom('person')
      .select('id')
      .where('full_name', '=', 'Đảng viên 2')
      .executeTakeFirstOrThrow();
    await transact(db, (tx) =>
      append(tx, by, [
        removedEntry(
          { clientId: newId(), personId: one.id, unitId: place.two, happenedOn: '2025-06-10' },
          { reason: 'DIXA' },
        ),
      ]),
    );
    const { cells } = (await place.board.get(`/api/reports/${list.items[0].id}/children`)).body;
    const end = cells.find(
      ({ row, column }: { row: string; column: string }) => row === 'end' && column === 'count',
    );
    expect(end).toMatchObject({ own: 9, sum: 4, difference: 5 });
    expect(end.said.vi).toBe(
      '+5: +5 của 1 đơn vị chưa báo cáo, −1 ghi sau khi Chi bộ thôn Hữu Chấp báo cáo, ' +
        '+1 ghi sau khi báo cáo này đã chốt, chưa tính vào đây',
    );
    const removed = cells.find(
      ({ row, column, section }: { row: string; column: string; section: string }) =>
        section === 'movement' && row === 'removed' && column === 'count',
    );
    expect(removed).toMatchObject({ own: 0, sum: 0, difference: 0 });
    expect(removed.said.vi).toBe(
      'Khớp với tổng báo cáo của cấp dưới, các chênh lệch bù trừ nhau: +1 ghi sau khi Chi bộ thôn Hữu Chấp báo cáo, ' +
        '−1 ghi sau khi báo cáo này đã chốt, chưa tính vào đây',
    );
  });
});

describe('two at once', () => {
  test('a round asked while its very report is being sent leaves no line behind', async () => {
    const q3 = { form: 'phat-trien-dang-vien', period: '2025-06', closesOn: '2025-06-30' };
    const told = ['results', 'ahead'].map((section) => ({ section, text: 'Đã làm theo kế hoạch.' }));
    const sending = await bodyFor(place.first, place.one, q3, { words: told });
    const id = newId();
    let sent: Promise<Awaited<ReturnType<Client['post']>>> | null = null;
    await transact(db, async (tx) => {
      await append(tx, by, [
        {
          clientId: newId(),
          stream: `report_round:${id}`,
          kind: 'report_round.asked',
          happenedOn: '2025-07-15',
          unitId: place.young,
          data: {
            ...q3,
            formTitle: { vi: 'Báo cáo tháng', en: 'Monthly report' },
            dueOn: '2025-07-20',
            to: [place.one],
            words: '',
            documentId: null,
          },
        },
      ]);
      sent = place.first.post('/api/reports', sending);
      await Promise.race([sent, sleep(1500)]);
    });
    expect((await (sent as unknown as Promise<{ status: number }>)).status).toBe(200);
    const lines = await db.selectFrom('due').select('part').where('case_id', '=', id).execute();
    expect(lines).toEqual([]);
    expect((await place.first.get(`/api/reports/rounds/${id}`)).body.units).toMatchObject([
      { state: 'submitted', nobody: false },
    ]);
  });
});

describe('who signs, who reads', () => {
  test('the name is the one borne when it was signed, a withdrawn correction aside', async () => {
    const person = `/api/people/${place.firstPerson}`;
    const wrong = await place.board.post(`${person}/details`, {
      clientId: newId(),
      fields: { fullName: 'Nguyễn Văn Sai' },
    });
    expect(wrong.status, wrong.text).toBe(200);
    const entry = await db
      .selectFrom('ledger')
      .select('client_id')
      .where('person_id', '=', place.firstPerson)
      .orderBy('position', 'desc')
      .executeTakeFirstOrThrow();
    const back = await place.board.post(`${person}/acts/${entry.client_id}/withdraw`, {
      clientId: newId(),
      reason: 'Ghi nhầm người',
    });
    expect(back.status, back.text).toBe(200);
    const sent = await place.first.post('/api/reports', await bodyFor(place.first, place.one));
    expect(sent.status, sent.text).toBe(200);
    const name = async () => (await place.first.get(`/api/reports/${sent.body.id}`)).body.signatory.name;
    expect(await name()).toBe('Nguyễn Văn Bí');
    await place.board.post(`${person}/details`, {
      clientId: newId(),
      fields: { fullName: 'Nguyễn Văn Bính' },
    });
    await rebuild(db);
    expect(await name()).toBe('Nguyễn Văn Bí');
  });

  test('whoever reads the persons behind a difference is noted', async () => {
    const count = async () =>
      (
        await db
          .selectFrom('access_log')
          .select('id')
          .where('subject', '=', 'statistics')
          .where('action', '=', 'list')
          .execute()
      ).length;
    const before = await count();
    const list = (await place.board.get(`/api/reports?unit=${place.two}`)).body;
    const asked = words({ section: 'movement', row: 'end', column: 'count' });
    const answer = await place.board.get(`/api/reports/${list.items[0].id}/now/records?${asked}`);
    expect([answer.status, answer.body.items.length]).toEqual([200, 1]);
    expect(await count()).toBe(before + 1);
  });

  test('a mass organisation is asked for no report, and a title must fit on paper', async () => {
    const youth = await world.unit({
      name: 'Đoàn phường Kinh Bắc',
      kind: 'mass_organisation',
      parent: place.young,
    });
    const asked = {
      clientId: newId(),
      unitId: place.young,
      ...half,
      forms: [half.form],
      dueOn: '2025-07-20',
      to: [youth],
    };
    expect((await place.youngOfficer.post('/api/reports/rounds', asked)).body.error.code).toBe(
      'report.form_kind',
    );
    const text = (title: string, row?: string) =>
      ownForm({ id: 'ten-dai', title, periods: 'half', ...(row ? { row } : {}) });
    const adopt = (written: string) =>
      place.youngOfficer.post('/api/reports/forms', {
        clientId: newId(),
        unitId: place.young,
        text: written,
      });
    for (const written of [text('A'.repeat(301)), text('Báo cáo riêng', 'A'.repeat(2001))]) {
      const answer = await adopt(written);
      expect([answer.status, answer.body.error.code]).toEqual([400, 'forms.faulty']);
    }
    expect((await adopt(text('Báo cáo riêng'))).status).toBe(200);
  });
});
