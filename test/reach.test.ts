// Reach, over all routes: for every office of a small nation, a record opens exactly when it stands in the office's list,
// and nothing of what is out of reach appears in any answer – pages, lists, counts, search and exports alike.
import { beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../src/workbook/read.ts';
import { newId } from '../src/platform/ids.ts';
import { type Client, startWorld, type World } from './app.ts';

let world: World;
const clients = new Map<string, Client>();
const people = new Map<string, { id: string; unit: number; name: string }>();
const units = new Map<string, number>();
const dossiers = new Map<string, string>();

const spoken: Record<string, string> = { '1': 'Một', '2': 'Hai', '3': 'Ba' };
const given = ['Sen', 'Đào', 'Mận', 'Trúc', 'Bách', 'Tùng', 'Liễu', 'Quế', 'Hồi', 'Ngô', 'Khoai', 'Vừng'];

beforeAll(async () => {
  world = await startWorld({ today: '2025-10-01', profile: 'A' });
  const province = await world.unit({ name: 'Đảng bộ tỉnh Thử', kind: 'province' });
  units.set('province', province);
  for (const ward of ['Bắc', 'Nam']) {
    const wardId = await world.unit({ name: `Đảng bộ phường ${ward}`, kind: 'upper_base', parent: province });
    units.set(ward, wardId);
    units.set(
      `${ward}/đoàn`,
      await world.unit({ name: `Đoàn phường ${ward}`, kind: 'mass_organisation', parent: wardId }),
    );
    units.set(
      `${ward}/tt`,
      await world.unit({ name: `Trung tâm chính trị ${ward}`, kind: 'political_centre', parent: wardId }),
    );
    for (const cell of ['1', '2', '3']) await makeCell(ward, cell, wardId);
  }
  await makeClients();
  for (const ward of ['Bắc', 'Nam']) for (const cell of ['1', '2']) await nominate(ward, cell);
});

async function makeCell(ward: string, cell: string, parent: number): Promise<void> {
  const unit = await world.unit({ name: `Chi bộ ${cell} ${ward}`, kind: 'cell', type: 'TDP', parent });
  units.set(`${ward}/${cell}`, unit);
  for (const kind of ['official', 'official', 'probationary'] as const) {
    const name = `Nguyễn Thị ${given[people.size % given.length]} ${ward} ${spoken[cell]}`;
    const id = await world.person({
      name,
      unit,
      kind,
      fields: { bornOn: '1980-01-01', cardNumber: String(10_000_000 + people.size) },
    });
    people.set(id, { id, unit, name });
  }
}

async function makeClients(): Promise<void> {
  const unit = (key: string) => units.get(key) as number;
  const open = async (key: string, kind: string, at: string, more = {}) =>
    clients.set(key, await world.as(kind, unit(at), more));
  await open('superior', 'superior_board', 'province');
  for (const ward of ['Bắc', 'Nam']) {
    await open(`officer ${ward}`, 'base_officer', ward);
    await open(`member ${ward}`, 'committee_member', ward, {
      namedUnits: [unit(`${ward}/1`), unit(`${ward}/3`)],
    });
    await open(`inspection ${ward}`, 'inspection', ward);
    await open(`đoàn ${ward}`, 'mass_officer', `${ward}/đoàn`);
    await open(`centre ${ward}`, 'political_centre', `${ward}/tt`);
    for (const cell of ['1', '2', '3'])
      await open(`secretary ${ward}${cell}`, 'cell_secretary', `${ward}/${cell}`);
  }
  await open('administrator', 'administrator', 'Bắc');
}

async function nominate(ward: string, cell: string): Promise<void> {
  const by = clients.get(cell === '1' ? `secretary ${ward}1` : `officer ${ward}`) as Client;
  const answer = await by.post('/api/dossiers', {
    clientId: newId(),
    person: { fullName: `Trần Văn Nguồn ${ward} ${spoken[cell]}`, bornOn: '2000-05-05', sex: 'M' },
    unitId: units.get(`${ward}/${cell}`),
    happenedOn: '2025-09-01',
    inputs: { proposerKind: 'member', informedOn: '2025-09-01', agreed: true },
    ...(cell === '1' ? {} : { onBehalf: { number: '09-BB/CB', on: '2025-09-01' } }),
  });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  dossiers.set(answer.body.id, `${ward}/${cell}`);
}

/** Every id of a list, page by page. */
async function idsOf(client: Client, url: string): Promise<Set<string> | null> {
  const ids = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer = await client.get(`${url}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    if (answer.status === 403) return null;
    expect(answer.status).toBe(200);
    for (const item of answer.body.items) ids.add(String(item.id));
    cursor = answer.body.next ?? null;
    if (cursor === null) expect(answer.body.total ?? ids.size).toBe(ids.size);
  }
  return ids;
}

const lists = [
  {
    list: '/api/people?status=all&limit=5',
    one: (id: string) => `/api/people/${id}`,
    all: () => allPeople(),
  },
  {
    list: '/api/dossiers?limit=2',
    one: (id: string) => `/api/dossiers/${id}`,
    all: () => [...dossiers.keys()],
  },
  {
    list: '/api/units?x=',
    one: (id: string) => `/api/units/${id}`,
    all: () => [...units.values()].map(String),
  },
];

let everybody: string[] = [];
const allPeople = () => everybody;

test('a record opens exactly when it stands in the list of the office', async () => {
  everybody = (await world.db.selectFrom('person').select('id').execute()).map((row) => row.id);
  for (const [who, client] of clients) {
    for (const { list, one, all } of lists) {
      const listed = await idsOf(client, list);
      for (const id of all()) {
        const { status } = await client.get(one(id));
        const expected = listed === null ? 403 : listed.has(id) ? 200 : 404;
        expect([who, one(id), status]).toEqual([who, one(id), expected]);
      }
    }
  }
}, 120_000);

test('a line stands in a work list exactly when its unit lies within reach', async () => {
  const due = await world.db.selectFrom('due').select(['line', 'unit_id', 'case_id', 'clock']).execute();
  expect(due.length).toBeGreaterThan(10);
  for (const [who, client] of clients) {
    const groups = ['overdue', 'week', 'month', 'later', 'others', 'unknown'];
    const answers = await Promise.all(
      groups.map((group) => client.get(`/api/worklist?limit=200&group=${group}`)),
    );
    if (answers[0]?.status === 403) {
      expect([who, /^(administrator|inspection|đoàn|centre)/.test(who)]).toEqual([who, true]);
      continue;
    }
    const units = new Set((await client.get('/api/units')).body.items.map((unit: { id: number }) => unit.id));
    const seen = answers.flatMap(({ body }) =>
      body.items.map((item: { caseId: string; clock: string }) => `${item.caseId}/${item.clock}`),
    );
    const expected = due.filter((row) => units.has(row.unit_id)).map((row) => `${row.case_id}/${row.clock}`);
    expect([who, seen.toSorted()]).toEqual([who, expected.toSorted()]);
  }
}, 120_000);

/** Names that an office must never meet: of cells neither at nor below where it reaches. */
function foreignNames(who: string): string[] {
  const own = /(Bắc|Nam)(\d?)$/.exec(who);
  if (!own) return [];
  const [, ward = '', cell = ''] = own;
  const mine = cell ? `${ward} ${spoken[cell]}` : ward;
  return [...people.values()].map((person) => person.name).filter((name) => !name.includes(mine));
}

const reading = [
  '/api/people?status=all&limit=200',
  '/api/people?status=all&q=nguyen',
  '/api/people?q=10000001',
  '/api/dossiers?limit=200',
  '/api/units',
  '/api/offices',
  '/api/plans?period=2025',
  '/api/plans?period=2025&figure=introduction&view=all',
  '/api/imports',
  '/api/session',
  '/api/people.xlsx?status=all',
  '/api/dossiers.xlsx',
  '/api/units.xlsx',
  '/api/worklist?limit=200',
  '/api/worklist?limit=200&group=others',
  '/api/worklist?limit=200&group=settled',
  '/api/worklist/counts',
  '/api/overview',
  '/api/overview.xlsx',
  '/api/statistics/members',
  '/api/statistics/members/records?limit=200',
];

/** A workbook is compressed: what it says must be read out of its cells. */
async function cellsOf(file: Buffer): Promise<string> {
  const book = await readWorkbook(file, 'x.xlsx');
  return JSON.stringify(book.sheets.map((sheet) => sheet.rows));
}

test('no answer names anybody out of reach', async () => {
  for (const [who, client] of clients) {
    const foreign = foreignNames(who);
    for (const url of reading) {
      const answer = await client.get(url);
      expect([who, url, [200, 403].includes(answer.status)]).toEqual([who, url, true]);
      const text = answer.status === 200 && url.includes('.xlsx') ? await cellsOf(answer.raw) : answer.text;
      expect([who, url, foreign.filter((name) => text.includes(name))]).toEqual([who, url, []]);
    }
  }
}, 120_000);

test('the administrator meets accounts and units, and no person’s data', async () => {
  const admin = clients.get('administrator') as Client;
  for (const url of [
    '/api/people',
    '/api/dossiers',
    '/api/imports',
    '/api/plans',
    '/api/people.xlsx',
    '/api/dossiers.xlsx',
  ])
    expect([url, (await admin.get(url)).status]).toEqual([url, 403]);
  expect((await admin.get('/api/accounts')).status).toBe(200);
});

test('a write out of reach is Missing and changes nothing', async () => {
  const north = clients.get('secretary Bắc1') as Client;
  const stranger = [...people.values()].find((person) => person.unit === units.get('Nam/1')) as {
    id: string;
  };
  const [foreignDossier] = [...dossiers].find(([, cell]) => cell === 'Nam/1') as [string, string];
  const before = await world.db
    .selectFrom('ledger')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const writes: [string, object][] = [
    [`/api/people/${stranger.id}/acts`, { clientId: newId(), act: 'die', happenedOn: '2025-09-20' }],
    [
      `/api/dossiers/${foreignDossier}/acts`,
      { clientId: newId(), version: 1, step: 'list', happenedOn: '2025-09-20', inputs: {} },
    ],
    [
      `/api/units/${units.get('Nam/1')}/acts`,
      {
        clientId: newId(),
        act: 'rename',
        happenedOn: '2025-09-20',
        name: 'X Y',
        decision: { number: '1', on: '2025-09-20' },
      },
    ],
  ];
  for (const [url, body] of writes)
    expect([url, [403, 404].includes((await north.post(url, body)).status)]).toEqual([url, true]);
  const after = await world.db
    .selectFrom('ledger')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(after.n).toBe(before.n);
});
