// What may be taken away: the lists as seen, cut to the reader's reach, with no cell that a program would run.
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { sessionCookie } from '../platform/app.ts';
import { newId } from '../platform/ids.ts';
import { openSession } from '../platform/session.ts';
import { accessTable, setAccessTable } from '../org/access.ts';
import { readWorkbook } from '../workbook/read.ts';

let world: World;
let ward: number;
let cells: [number, number];
let youth: number;
let officer: Client;

const decided = '2024-03-01';

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'C' });
  ward = await world.unit({ name: 'Đảng bộ phường Thử', kind: 'upper_base' });
  cells = [
    await world.unit({ name: 'Chi bộ khu phố 1', parent: ward, type: 'TDP' }),
    await world.unit({ name: 'Chi bộ khu phố 2', parent: ward, foundedOn: '2012-07-05' }),
  ];
  youth = await world.unit({ name: 'Đoàn phường Thử', kind: 'mass_organisation', parent: ward });
  officer = await world.as('base_officer', ward);
  await world.person({ name: 'Nguyễn Văn Hòa', unit: cells[0], kind: 'official' });
  await world.person({ name: 'Lê Thị Khác', unit: cells[1], kind: 'probationary', admittedOn: decided });
  await world.person({
    name: '=HYPERLINK("http://x")',
    unit: cells[0],
    kind: 'official',
    fields: { position: '+84 tổ trưởng', bornOn: '1970-05-03', sex: 'F' },
  });
  await bringCandidates();
});

async function bringCandidates(): Promise<void> {
  const [secretary, delegate] = [
    await world.as('cell_secretary', cells[1]),
    await world.as('mass_officer', youth),
  ];
  const nominate = (as: Client, name: string, unitId: number) =>
    as.post('/api/dossiers', {
      clientId: newId(),
      person: { fullName: name, bornOn: '2001' },
      unitId,
      happenedOn: '2025-09-01',
      inputs: { proposerKind: as === delegate ? 'youth_union' : 'member' },
    });
  expect((await nominate(secretary, 'Vũ Thị Nguồn', cells[1])).status).toBe(200);
  expect((await nominate(delegate, 'Bùi Văn Đoàn', cells[0])).status).toBe(200);
}

interface Sheet {
  status: number;
  fileName: string;
  type: string;
  cells: unknown[][];
}

/** The file as its reader sees it, cell by cell. */
async function open(client: Client, url: string): Promise<Sheet> {
  const token = await openSession(world.db, client.accountId, client.officeId, '127.0.0.1');
  const response = await world.app.inject({
    method: 'GET',
    url,
    headers: { cookie: `${sessionCookie}=${token}` },
  });
  const { statusCode: status, headers } = response;
  const place = decodeURIComponent(String(headers['content-disposition'] ?? ''));
  const about = { status, fileName: place.split("''")[1] ?? '', type: String(headers['content-type']) };
  if (status !== 200) return { ...about, cells: [] };
  const book = await readWorkbook(response.rawPayload, 'x.xlsx');
  return { ...about, cells: book.sheets.at(-1)?.rows ?? [] };
}
/** A cell that Excel knows to be a day, not a text. */
const aDay = (day: string) => expect.objectContaining({ day });
const texts = (sheet: Sheet) => sheet.cells.flat().map(String);
const rowOf = (sheet: Sheet, name: string) =>
  sheet.cells.find((row) => typeof row[0] === 'number' && row.includes(name)) ?? [];

test('the roll goes out as seen, marked as made up in training', async () => {
  const sheet = await open(officer, '/api/people.xlsx');
  expect(sheet).toMatchObject({ status: 200, fileName: 'Danh sách đảng viên 01-10-2025.xlsx' });
  expect(sheet.type).toContain('spreadsheetml');
  expect(sheet.cells[0]?.[0]).toBe('DỮ LIỆU MÔ PHỎNG');
  expect(texts(sheet)).toContain('Tính đến ngày 01/10/2025 · 3 dòng');
  expect(rowOf(sheet, 'Lê Thị Khác').slice(1)).toEqual(
    expect.arrayContaining(['Lê Thị Khác', 'Chi bộ khu phố 2', 'Dự bị', aDay('2024-03-01')]),
  );
  const one = await open(officer, '/api/people.xlsx?q=le thi khac');
  expect(texts(one)).not.toContain('Nguyễn Văn Hòa');
  expect(texts(one)).toContain('Lê Thị Khác');
});

test('outside training no sheet calls itself made up', async () => {
  const other = await startWorld({ today: '2025-10-01', profile: 'A' });
  const unit = await other.unit({ name: 'Đảng bộ phường Thật', kind: 'upper_base' });
  const client = await other.as('base_officer', unit);
  const answer = await other.app.inject({
    method: 'GET',
    url: '/api/units.xlsx',
    headers: {
      cookie: `${sessionCookie}=${await openSession(other.db, client.accountId, client.officeId, '127.0.0.1')}`,
    },
  });
  const book = await readWorkbook(answer.rawPayload, 'x.xlsx');
  expect(book.sheets[0]?.rows[0]?.[0]).toBe('TỔ CHỨC ĐẢNG');
});

test('no cell that leaves begins a formula', async () => {
  const sheet = await open(officer, '/api/people.xlsx');
  const row = rowOf(sheet, `'=HYPERLINK("http://x")`);
  expect(row).toContain(`'+84 tổ trưởng`);
  expect(row).toContain('Nữ');
  for (const text of texts(sheet)) expect(text).not.toMatch(/^[=+\-@](?!$)/);
});

test('what is out of reach is in no export, by whatever filter it is asked for', async () => {
  const secretary = await world.as('cell_secretary', cells[0]);
  for (const url of [
    '/api/people.xlsx',
    '/api/people.xlsx?status=all',
    '/api/dossiers.xlsx',
    '/api/units.xlsx',
  ])
    expect([url, texts(await open(secretary, url)).join('|')]).toEqual([
      url,
      expect.not.stringMatching(/Lê Thị Khác|Vũ Thị Nguồn|khu phố 2/),
    ]);
  expect((await open(secretary, `/api/people.xlsx?unit=${cells[1]}`)).status).toBe(404);
  expect((await open(secretary, `/api/dossiers.xlsx?unit=${cells[1]}`)).status).toBe(404);
  expect((await open(secretary, `/api/units.xlsx?unit=${cells[1]}`)).status).toBe(404);
  const own = await open(secretary, '/api/people.xlsx');
  expect(texts(own)).toContain('Nguyễn Văn Hòa');
});

test('a committee member takes away the cells in charge and no others', async () => {
  const member = await world.as('committee_member', ward, { namedUnits: [cells[1]] });
  const people = texts(await open(member, '/api/people.xlsx'));
  expect(people).toContain('Lê Thị Khác');
  expect(people).not.toContain('Nguyễn Văn Hòa');
  const road = texts(await open(member, '/api/dossiers.xlsx'));
  expect(road).toContain('Vũ Thị Nguồn');
  expect(road).not.toContain('Bùi Văn Đoàn');
});

test('who may not export persons takes none; were a mass organisation allowed to, only its own nominees', async () => {
  const delegate = await world.as('mass_officer', youth);
  expect((await open(delegate, '/api/people.xlsx')).status).toBe(403);
  expect((await open(delegate, '/api/dossiers.xlsx')).status).toBe(403);
  expect((await open(await world.as('inspection', ward), '/api/dossiers.xlsx')).status).toBe(403);
  const table = accessTable();
  const wider = { ...table.mass_officer, 'person.export': 'own_nominees' as const };
  setAccessTable({ ...table, mass_officer: wider });
  try {
    const road = texts(await open(delegate, '/api/dossiers.xlsx'));
    expect(road).toContain('Bùi Văn Đoàn');
    expect(road).not.toContain('Vũ Thị Nguồn');
    expect(texts(await open(delegate, '/api/people.xlsx?status=all'))).not.toContain('Lê Thị Khác');
  } finally {
    setAccessTable(table);
  }
});

test('the tree goes out in words with real days, cut to one branch when asked', async () => {
  const sheet = await open(officer, '/api/units.xlsx');
  expect(rowOf(sheet, 'Chi bộ khu phố 1')).toEqual(
    expect.arrayContaining(['Chi bộ', 'Chi bộ tổ dân phố, khu phố', 'Đảng bộ phường Thử', 2, 0, 1]),
  );
  expect(rowOf(sheet, 'Chi bộ khu phố 2')).toContainEqual(aDay('2012-07-05'));
  const branch = await open(officer, `/api/units.xlsx?unit=${cells[1]}`);
  expect(texts(branch)).not.toContain('Chi bộ khu phố 1');
  expect(rowOf(branch, 'Chi bộ khu phố 2')).toContain('Đảng bộ phường Thử');
});

test('an export is in the access log before it leaves, without names', async () => {
  await open(officer, '/api/people.xlsx?q=le thi khac&status=members');
  await open(officer, '/api/dossiers.xlsx?q=vu thi nguon');
  const lines = await world.db
    .selectFrom('access_log')
    .select(['subject', 'detail'])
    .where('action', '=', 'export')
    .where('account_id', '=', officer.accountId)
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
  expect(lines.map((line) => line.subject)).toEqual(['dossier', 'person']);
  expect(lines.map((line) => (line.detail as { rows: number }).rows)).toEqual([1, 1]);
  expect(JSON.stringify(lines).toLowerCase()).not.toMatch(/khac|nguon/);
});

test('a template is offered for every kind, filled with headings only', async () => {
  const sheet = await open(officer, '/api/imports/templates/members.xlsx');
  expect(sheet).toMatchObject({ status: 200, fileName: 'Mẫu đảng viên.xlsx' });
  expect(texts(sheet)).toEqual(expect.arrayContaining(['DANH SÁCH ĐẢNG VIÊN', 'Họ và tên', 'Ngày vào Đảng']));
  expect((await open(officer, '/api/imports/templates/all.xlsx')).status).toBe(200);
  expect((await open(officer, '/api/imports/templates/nothing.xlsx')).status).toBe(400);
  expect(
    (await open(await world.as('cell_secretary', cells[0]), '/api/imports/templates/all.xlsx')).status,
  ).toBe(403);
});
