// Reports over HTTP: live figures in the form, closed when they are sent, never changed after; what is recorded later is
// shown beside as a bridge; parent beside children; faulty questions told clearly.
import { createHash } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import { personEntry, removedEntry } from '../members/person.ts';
import { newId } from '../platform/ids.ts';
import { append, project, rebuild } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';
import type { Cell, DraftView, NowView, ReportView } from './view.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const world = await startWorld({ today: '2021-07-05' });
const { db, by } = world;

interface Place {
  district: number;
  town: number;
  cell: number;
  other: number;
  people: string[];
  board: Client;
  officer: Client;
  secretary: Client;
}
const place = {} as Place;
const half = { form: 'bieu-1-tctw', period: '2021-H1', closesOn: '2021-06-30' };

beforeAll(async () => {
  place.district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district' });
  place.town = await world.unit({
    name: 'Đảng bộ thị trấn Châu Hưng',
    kind: 'base_organisation',
    parent: place.district,
  });
  place.cell = await world.unit({ name: 'Chi bộ ấp Thông Lưu', type: 'THON', parent: place.town });
  place.other = await world.unit({ name: 'Chi bộ ấp Chợ', type: 'THON', parent: place.town });
  place.people = [];
  for (let at = 0; at < 30; at += 1)
    place.people.push(
      await world.person({
        name: `Đảng viên ${at + 1}`,
        unit: at % 3 === 0 ? place.other : place.cell,
        kind: 'official',
        fields: { sex: at % 2 === 0 ? 'F' : 'M' },
      }),
    );
  place.board = await world.as('superior_board', place.district);
  place.officer = await world.as('base_officer', place.town);
  place.secretary = await world.as('cell_secretary', place.cell);
  await record(
    Array.from({ length: 16 }, (_, at) => removal(at, reasons[at] ?? null, `2021-0${(at % 6) + 1}-15`)),
  );
});

const reasons = [...Array(7).fill('BOSH'), ...Array(5).fill('DIXA'), ...Array(3).fill('DPHI')] as const;
const unitOf = (at: number): number => (at % 3 === 0 ? place.other : place.cell);
const about = (at: number, happenedOn: string) => ({
  clientId: newId(),
  personId: place.people[at] as string,
  unitId: unitOf(at),
  happenedOn,
});
const removal = (at: number, reason: (typeof reasons)[number] | null, on: string) =>
  removedEntry(about(at, on), { reason });
const record = (entries: Parameters<typeof append>[2]) => transact(db, (tx) => append(tx, by, entries));

const words = (more: object = {}) => new URLSearchParams({ ...more } as Record<string, string>).toString();
async function draft(client: Client, asked: object): Promise<DraftView> {
  const answer = await client.get(`/api/reports/draft?${words(asked)}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}
const texts = [{ section: 'remarks', text: 'Rà soát, đưa ra khỏi Đảng\nđảng viên không đủ tư cách' }];

async function bodyFor(client: Client, unitId: number, more: object = {}) {
  const asked = { ...half, ...more } as typeof half & { round?: string };
  const { print, signers } = await draft(client, { unit: unitId, ...asked });
  return {
    clientId: newId(),
    unitId,
    ...asked,
    words: texts,
    signatory: { officeId: signers[0]?.officeId, capacity: 'T/M CHI BỘ' },
    number: 'Số 05-BC/CB',
    signedOn: '2021-07-05',
    print,
  };
}
async function submit(client: Client, unitId: number, more: object = {}): Promise<string> {
  const answer = await client.post('/api/reports', await bodyFor(client, unitId, more));
  expect(answer.status, answer.text).toBe(200);
  return answer.body.id;
}

function numbers(body: DraftView['body'], section: string, column = 0): Record<string, number | null> {
  const part = body.parts.find(({ id }) => id === section);
  if (part?.kind !== 'table') throw new Error(section);
  return Object.fromEntries(part.rows.map(({ id, cells }) => [id, cells[column]?.value ?? null]));
}

test('K13: 16 struck off in the half-year, by reason 16, and the movement identity holds (S0-06, S0-28)', async () => {
  const { body, can } = await draft(place.board, half);
  expect(body.periodLabel.vi).toBe('6 tháng đầu năm 2021');
  const movement = numbers(body, 'movement');
  expect([movement.start, movement.removed, movement.down, movement.end]).toEqual([30, 16, 16, 14]);
  const removals = numbers(body, 'removals');
  expect(removals).toMatchObject({ all: 16, 'reasons.BOSH': 7, 'reasons.DIXA': 5, 'reasons.DPHI': 3 });
  expect(removals['reasons.unknown']).toBe(1);
  expect(body.checks.map(({ id, holds }) => [id, holds])).toEqual([
    ['movement', true],
    ['reasons', true],
  ]);
  expect(body.checks[0]?.said).toBe('30 + 0 − 16 + 0 = 14');
  const women = numbers(body, 'movement', 1);
  expect([women.start, women.removed, women.end]).toEqual([15, 8, 7]);
  expect(can).toEqual(['submit']);
  expect(body.units).toBe(4);
});

test('every number opens to as many records as it says', async () => {
  const { body } = await draft(place.board, half);
  const cells: Cell[] = body.parts.flatMap((part) =>
    part.kind === 'table' ? part.rows.flatMap((row) => row.cells) : [],
  );
  const opened = cells.filter(({ opens, measure }) => opens && measure === 'count');
  expect(opened.length).toBeGreaterThan(20);
  for (const { opens, value } of opened) {
    const answer = await place.board.get(`/api/statistics/${opens?.figure}/records?${words(opens?.query)}`);
    expect([opens, answer.body.total]).toEqual([opens, value]);
  }
});

test('closed when sent: byte for byte the same after corrections, undo and rebuild; the bridge tells why (S3-06)', async () => {
  const body = await bodyFor(place.secretary, place.cell);
  const first = await place.secretary.post('/api/reports', body);
  expect(first.status, first.text).toBe(200);
  const { id } = first.body;
  const again = await place.secretary.post('/api/reports', body);
  expect([again.status, again.body.id]).toEqual([200, id]);
  const closed = async () => {
    const answer = await place.secretary.get(`/api/reports/${id}`);
    expect(answer.status, answer.text).toBe(200);
    return createHash('sha256').update(JSON.stringify(answer.body)).digest('hex');
  };
  const before = await closed();
  const report: ReportView = (await place.board.get(`/api/reports/${id}`)).body;
  expect(report.signatory).toMatchObject({ capacity: 'T/M CHI BỘ', title: 'Bí thư chi bộ' });
  expect(report.signatory.name).not.toBe('');
  expect((await place.secretary.get(`/api/reports/${id}/now`)).body.cells).toEqual([]);

  // 20 stood in the cell, 10 of them were struck off: two more are recorded late, one is withdrawn.
  const late = [removal(17, 'BOSH', '2021-06-20'), removal(19, 'DIXA', '2021-06-21')];
  await record(late);
  const withdrawnPerson = place.people[1] as string;
  const [entry] = await db
    .selectFrom('ledger')
    .select('client_id')
    .where('stream', '=', `person:${withdrawnPerson}`)
    .where('kind', '=', 'member.removed')
    .execute();
  await record([
    {
      clientId: newId(),
      stream: `person:${withdrawnPerson}`,
      kind: 'act.withdrawn',
      happenedOn: '2021-07-05',
      unitId: place.cell,
      personId: withdrawnPerson,
      names: entry?.client_id ?? null,
      data: {},
    },
  ]);
  const now: NowView = (await place.secretary.get(`/api/reports/${id}/now`)).body;
  const end = now.cells.find(({ row, column }) => row === 'end' && column === 'count');
  expect(end).toMatchObject({ reported: 10, now: 9, records: 3 });
  expect(end?.said.vi).toBe(
    'đã báo cáo 10, nay 9 (−1), do ghi sau khi chốt: +1 rút lại việc đã ghi, −2 xóa tên',
  );
  const cell = words({ section: 'movement', row: 'end', column: 'count' });
  const records = (await place.secretary.get(`/api/reports/${id}/now/records?${cell}`)).body.items;
  expect(records.map((item: { sign: number; name: string }) => [item.sign, item.name]).toSorted()).toEqual([
    [-1, 'Đảng viên 18'],
    [-1, 'Đảng viên 20'],
    [1, 'Đảng viên 2'],
  ]);
  expect(await closed()).toBe(before);
  await rebuild(db);
  expect(await closed()).toBe(before);
  expect((await place.secretary.get(`/api/reports/${id}/now`)).body).toEqual(now);
  const reported = await place.secretary.get(
    `/api/statistics/removed/reported?unit=${place.cell}&from=2021-01-01&to=2021-06-30`,
  );
  const said = 'đã báo cáo 10, nay 11 (+1), do ghi sau khi chốt: +2 xóa tên, −1 rút lại việc đã ghi';
  expect(reported.body.items).toMatchObject([{ value: 10, to: '2021-06-30', now: 11, said: { vi: said } }]);
});

test('sent again only after the level above gave it back with a reason; both stay', async () => {
  const list = (await place.secretary.get('/api/reports')).body;
  expect(list.total).toBe(1);
  const { id } = list.items[0];
  const body = await bodyFor(place.secretary, place.cell);
  const stale = await place.secretary.post('/api/reports', body);
  expect([stale.status, stale.body.error.code]).toEqual([409, 'report.stands']);
  const reason = 'Xem lại số xóa tên tháng 6';
  const own = await place.secretary.post(`/api/reports/${id}/return`, { clientId: newId(), reason });
  expect(own.status).toBe(403);
  const given = await place.officer.post(`/api/reports/${id}/return`, { clientId: newId(), reason });
  expect([given.status, given.body.state]).toEqual([200, 'returned']);
  const twice = await place.officer.post(`/api/reports/${id}/return`, { clientId: newId(), reason });
  expect(twice.body.error.code).toBe('report.returned_already');
  const before = await draft(place.secretary, { unit: place.cell, ...half });
  expect(before).toMatchObject({ before: texts, returned: { reason }, can: ['submit'] });
  expect(await submit(place.secretary, place.cell)).toBe(id);
  const second: ReportView = (await place.secretary.get(`/api/reports/${id}`)).body;
  expect([second.number, second.submissions.length]).toEqual([2, 2]);
  expect(numbers(second.body, 'movement').end).toBe(9);
  const first: ReportView = (await place.secretary.get(`/api/reports/${id}?number=1`)).body;
  expect([numbers(first.body, 'movement').end, first.returned?.reason]).toEqual([10, reason]);
  expect((await place.secretary.get(`/api/reports/${id}?number=3`)).status).toBe(404);
});

test('a parent beside its children: who has not reported, what came since, in words', async () => {
  const answer = await place.officer.get(
    `/api/reports/draft/children?${words({ ...half, unit: place.town })}`,
  );
  expect(answer.status, answer.text).toBe(200);
  const end = answer.body.cells.find(
    ({ row, column, section }: { row: string; column: string; section: string }) =>
      section === 'movement' && row === 'end' && column === 'count',
  );
  expect(end).toMatchObject({ own: 13, sum: 9, difference: 4 });
  expect(end.said.vi).toBe('+4: +4 của 1 đơn vị chưa báo cáo');
  await submit(await world.as('cell_secretary', place.other), place.other);
  await record([removal(21, 'BOSH', '2021-06-25')]);
  const after = await place.officer.get(
    `/api/reports/draft/children?${words({ ...half, unit: place.town })}`,
  );
  const now = after.body.cells.find(
    ({ row, column }: { row: string; column: string }) => row === 'end' && column === 'count',
  );
  expect(now.said.vi).toBe('−1: −1 ghi sau khi Chi bộ ấp Chợ báo cáo');
});

test('bad questions are told clearly, and nothing is written', async () => {
  const code = async (asked: object, client = place.officer) => {
    const answer = await client.get(`/api/reports/draft?${words({ unit: place.town, ...half, ...asked })}`);
    return [answer.status, answer.body.error?.code];
  };
  expect(await code({ form: 'khong-co' })).toEqual([404, 'forms.unknown']);
  expect(await code({ period: '2021-Q1', closesOn: '2021-03-31' })).toEqual([400, 'report.form_period']);
  expect(await code({ closesOn: '2021-07-01' })).toEqual([400, 'report.closing_outside']);
  expect(await code({ period: '2021-H2', closesOn: '2021-12-31' })).toEqual([200, undefined]);
  expect(await code({ period: '2022', closesOn: '2022-12-31' })).toEqual([400, 'report.ahead']);
  expect(await code({ period: '2021-13' })).toEqual([400, 'http.bad_fields']);
  const ahead = await bodyFor(place.officer, place.town, { period: '2021-H2', closesOn: '2021-12-31' });
  expect((await place.officer.post('/api/reports', ahead)).body.error.code).toBe('report.not_closed');
  const out = await place.secretary.get(`/api/reports/draft?${words({ unit: place.other, ...half })}`);
  expect(out.status).toBe(404);

  const body = await bodyFor(place.officer, place.town);
  await record([removal(22, 'BOSH', '2021-06-28')]);
  const changed = await place.officer.post('/api/reports', body);
  expect([changed.status, changed.body.error.code]).toEqual([409, 'report.changed']);
  const fresh = await bodyFor(place.officer, place.town);
  const nobody = { ...fresh, clientId: newId(), signatory: { officeId: 999_999, capacity: '' } };
  expect((await place.officer.post('/api/reports', nobody)).body.error.code).toBe('report.no_signer');
  const stray = { ...fresh, clientId: newId(), words: [{ section: 'x', text: 'x' }] };
  expect((await place.officer.post('/api/reports', stray)).body.error.code).toBe('report.words_unknown');
  const early = { ...fresh, clientId: newId(), signedOn: '2021-06-29' };
  expect((await place.officer.post('/api/reports', early)).body.error.code).toBe('report.signed_before');
  const both = await Promise.all([
    place.officer.post('/api/reports', { ...fresh, clientId: newId() }),
    place.board.post('/api/reports', { ...fresh, clientId: newId() }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('a unit that was not there at the start has nobody then; one not yet founded has no report', async () => {
  const young = await world.unit({
    name: 'Chi bộ Trường Tiểu học Châu Hưng',
    type: 'TRUONG',
    parent: place.town,
    foundedOn: '2021-03-01',
  });
  const { body } = await draft(place.officer, { unit: young, ...half });
  expect(numbers(body, 'movement')).toMatchObject({ start: 0, end: 0 });
  const early = await place.officer.get(
    `/api/reports/draft?${words({ unit: young, form: half.form, period: '2020', closesOn: '2020-12-31' })}`,
  );
  expect([early.status, early.body.error.code]).toEqual([400, 'statistics.not_founded']);
});

test('files say what the screen says, and small counts are spared for others', async () => {
  const { id } = (await place.officer.get(`/api/reports?unit=${place.other}`)).body.items[0];
  const xlsx = await place.officer.get(`/api/reports/${id}/paper.xlsx`);
  expect(xlsx.status, xlsx.text.slice(0, 200)).toBe(200);
  expect(String(xlsx.headers['content-disposition'])).toContain('xlsx');
  const logged = await db.selectFrom('access_log').selectAll().where('subject', '=', 'report').execute();
  expect(logged.map(({ action }) => action)).toEqual(['export']);
  const asked = words({ unit: place.town, ...half });
  expect((await place.officer.get(`/api/reports/draft/paper.xlsx?${asked}`)).status).toBe(200);
  const word = await place.officer.get(`/api/reports/${id}/paper.docx`);
  expect([word.status, word.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  const pdf = await place.officer.get(`/api/reports/${id}/paper.pdf`);
  expect([pdf.status, pdf.raw.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
});

test('moves inside, corrections of days and every other act keep the identity', async () => {
  const mover = about(23, '2021-05-05');
  await record([
    personEntry('member.moved', { ...mover, unitId: place.other }, { fromUnitId: unitOf(23) }),
    personEntry('member.died', about(25, '2021-02-02'), {}),
  ]);
  for (const [client, unit] of [
    [place.board, place.district],
    [place.officer, place.town],
    [place.officer, place.cell],
    [place.officer, place.other],
  ] as const) {
    const { body } = await draft(client, { unit, ...half });
    expect([unit, body.checks.map(({ holds }) => holds)]).toEqual([unit, [true, true]]);
    const { moved_in: came, moved_out: went } = numbers(body, 'movement');
    expect([came, went]).toEqual(unit === place.other ? [1, 0] : unit === place.cell ? [0, 1] : [0, 0]);
  }
});

test('an import undone later shows as such, and takes nothing out of the closed report', async () => {
  const batch = newId();
  const reason = 'BOSH' as const;
  const brought = [
    { ...removedEntry(about(26, '2021-06-11'), { reason }), batch },
    { ...removedEntry(about(28, '2021-06-12'), { reason }), batch },
  ];
  await record(brought);
  const id = await submit(place.board, place.district);
  const before = (await place.board.get(`/api/reports/${id}`)).body;
  const undone = {
    clientId: newId(),
    stream: `batch:${batch}`,
    kind: 'batch.undone',
    names: batch,
    data: {},
  };
  await transact(db, async (tx) => {
    await append(tx, by, [{ ...undone, happenedOn: null, unitId: place.district }]);
    await project(
      tx,
      brought.map(({ stream }) => stream),
    );
  });
  const now: NowView = (await place.board.get(`/api/reports/${id}/now`)).body;
  const removed = now.cells.find(({ row, column }) => row === 'removed' && column === 'count');
  expect(removed?.reasons).toEqual([
    { id: 'batch.undone', label: { vi: 'hủy lần nhập từ tệp', en: 'an import undone' }, sign: -1, count: 2 },
  ]);
  expect((await place.board.get(`/api/reports/${id}`)).body).toEqual(before);
});

test('a committee adopts a form of its own; a faulty one is refused by line, and those in use stay', async () => {
  const text = `id: bao-cao-rieng
title: { vi: Báo cáo riêng, en: Own report }
about: { vi: Số chi bộ và đảng viên, en: Cells and members }
basis: [{ document: Kế hoạch 12-KH/HU, confidence: '?' }]
periods: [half]
sections:
  - id: units
    kind: table
    title: { vi: Theo đơn vị, en: By unit }
    columns:
      - { id: start, label: { vi: Đầu kỳ, en: Start }, of: { when: start } }
      - { id: end, label: { vi: Cuối kỳ, en: End }, of: { when: end } }
      - { id: share, label: { vi: Tỷ lệ, en: Share }, share: { of: { column: end }, by: { row: all, column: end } } }
    rows:
      - { id: all, whole: true, label: { vi: Tổng số, en: All }, of: { figure: members } }
      - { id: below, level: 1, each: child, of: { figure: members } }
`;
  const adopt = (written: string, client = place.board, unitId = place.district) =>
    client.post('/api/reports/forms', { clientId: newId(), unitId, text: written });
  const faulty = await adopt(
    text.replace(
      'of: { figure: members } }\n      - { id: below',
      'of: { figure: khong } }\n      - { id: below',
    ),
  );
  expect([faulty.status, faulty.body.error.code]).toEqual([400, 'forms.faulty']);
  expect(faulty.body.error.details[0]).toMatchObject({ line: 15 });
  expect((await adopt(text.replace('bao-cao-rieng', 'bieu-1-tctw'))).body.error.code).toBe('forms.taken');
  expect((await adopt(text)).status).toBe(200);
  expect((await adopt(text, place.officer, place.town)).body.error.code).toBe('forms.taken');
  expect((await place.secretary.get('/api/reports/forms')).text).toContain('bao-cao-rieng');
  const { body } = await draft(place.board, { ...half, form: 'bao-cao-rieng' });
  const own = numbers(body, 'units', 1);
  expect(own.all).toBe(own[`below.${place.town}`]);
  const drop = await place.board.post('/api/reports/forms/bao-cao-rieng/drop', { clientId: newId() });
  expect(drop.status, drop.text).toBe(200);
  const gone = await place.board.get(`/api/reports/draft?${words({ ...half, form: 'bao-cao-rieng' })}`);
  expect(gone.body.error.code).toBe('forms.unknown');
});
