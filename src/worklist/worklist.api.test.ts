// The work list over HTTP: what stands where for which office, settling and putting back, and what must not appear.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import type { Client } from '../../test/app.ts';
import { startWard, viewOf, walkRecent, type Ward } from '../../test/road.ts';
import { groupOf, isMine } from './due.ts';
import { hasBegun } from './lines/begun.store.ts';
import { recompute } from './recompute.store.ts';
import { regulations } from './in-force.ts';
import { readWhole } from './pages/sheet.ts';
import type { WorkItem, Worklist } from './view.ts';

let ward: Ward;
let voted: string;
let verifying: string;
let stranger: Client;

beforeAll(async () => {
  ward = await startWard({ today: '2026-02-10' });
  voted = await walkRecent(ward, 'Nguyễn Thị Hoa', 'base_vote');
  verifying = await walkRecent(ward, 'Trần Văn Lúa', 'verify_send', {
    list: '2024-02-03',
    class_certificate: '2024-06-20',
    assign_helper: '2024-07-03',
    permit: '2025-10-10',
    papers: '2025-11-15',
    verify_send: '2025-11-20',
  });
  stranger = await ward.world.as('cell_secretary', ward.other);
}, 120_000);

const list = async (client: Client, query = ''): Promise<Worklist> => {
  const answer = await client.get(`/api/worklist?limit=200${query}`);
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.body;
};
const everything = async (client: Client): Promise<WorkItem[]> => {
  const groups = ['overdue', 'week', 'month', 'later', 'others', 'unknown'];
  return (await Promise.all(groups.map((group) => list(client, `&group=${group}`)))).flatMap(
    ({ items }) => items,
  );
};
const find = async (client: Client, caseId: string, clock: string): Promise<WorkItem | undefined> =>
  (await everything(client)).find((item) => item.caseId === caseId && item.clock === clock);

test('a line says what, whose, by when, why, and which form does it', async () => {
  const line = (await find(ward.board, voted, 'decide')) as WorkItem;
  expect(line).toMatchObject({
    title: 'Nguyễn Thị Hoa',
    second: '08/03/1995',
    unitName: 'Chi bộ khu phố 1',
    href: `/dossiers/${voted}`,
    mine: true,
    nature: 'duty',
    settled: null,
    act: { step: 'decide', label: expect.anything(), href: `/dossiers/${voted}?step=decide` },
  });
  const clock = (await viewOf(ward, voted)).clocks.find(({ id }) => id === 'decide');
  expect(line.dueOn).toBe(clock?.dueOn);
  expect(line.citations.length).toBeGreaterThan(0);
  expect(line.waitsFor.map(({ vi }) => vi)).toContain('Ban tổ chức cấp ủy cấp trên');
});

test('what another office must answer stands under “others”, without its button', async () => {
  const { items } = await list(ward.secretary, '&group=others');
  const line = items.find((item) => item.caseId === voted && item.clock === 'decide');
  expect(line).toMatchObject({ mine: false, act: null, can: [] });
  expect(
    (await list(ward.secretary)).items.some((item) => item.caseId === voted && item.clock === 'decide'),
  ).toBe(false);
});

test('a reply that is awaited stands once for each place', async () => {
  const lines = (await everything(ward.officer)).filter(
    (item) => item.caseId === verifying && item.clock === 'verify_reply',
  );
  expect(lines.map(({ part }) => part)).toEqual(['Xã Hòa Long']);
});

test('an act takes its line off, and taking the act back brings it again', async () => {
  expect(await find(ward.officer, verifying, 'verify_reply')).toBeDefined();
  const replied = await ward.officer.post(`/api/dossiers/${verifying}/acts`, {
    clientId: newId(),
    version: (await viewOf(ward, verifying)).version,
    step: 'verify_reply',
    happenedOn: '2026-01-05',
    inputs: { place: 'Xã Hòa Long', result: 'confirmed' },
  });
  expect(replied.status, replied.text).toBe(200);
  expect(await find(ward.officer, verifying, 'verify_reply')).toBeUndefined();
  const { acts } = await viewOf(ward, verifying);
  const entry = acts.find((act) => act.step === 'verify_reply')?.entry;
  const { version } = await viewOf(ward, verifying);
  const back = await ward.officer.post(`/api/dossiers/${verifying}/acts/${entry}/withdraw`, {
    clientId: newId(),
    version,
    reason: 'Ghi nhầm hồ sơ',
  });
  expect(back.status, back.text).toBe(200);
  expect(await find(ward.officer, verifying, 'verify_reply')).toBeDefined();
});

const named = ({ caseKind, caseId, clock, part, startsOn }: WorkItem) => ({
  caseKind,
  caseId,
  clock,
  part,
  startsOn,
});
const settle = (client: Client, line: WorkItem, more: object = {}) =>
  client.post('/api/worklist/settlements', {
    clientId: newId(),
    ...named(line),
    how: 'not_applicable',
    on: '2026-02-09',
    reason: 'Đã trả lời qua điện thoại',
    ...more,
  });

test('a settled line leaves the list, stands under “settled” with its reason, and comes back', async () => {
  const line = (await find(ward.officer, verifying, 'verify_reply')) as WorkItem;
  const before = (await list(ward.officer)).counts;
  const clientId = newId();
  const made = await settle(ward.officer, line, { clientId });
  expect(made.status, made.text).toBe(200);
  expect(made.body.item.settled).toMatchObject({
    how: 'not_applicable',
    reason: 'Đã trả lời qua điện thoại',
  });
  expect((await settle(ward.officer, line, { clientId })).status).toBe(200);
  const after = (await list(ward.officer)).counts;
  expect(after.settled).toBe(before.settled + 1);
  expect(await find(ward.officer, verifying, 'verify_reply')).toBeUndefined();
  const [settled] = (await list(ward.officer, '&group=settled')).items as [WorkItem];
  expect(settled).toMatchObject({ key: line.key, act: null, can: ['settle'] });
  const again = await settle(ward.officer, line);
  expect([again.status, again.body.error.code]).toEqual([409, 'worklist.already_settled']);
  const back = await ward.officer.post(`/api/worklist/settlements/${settled.settled?.entry}/withdraw`, {
    clientId: newId(),
    reason: 'Ghi nhầm',
  });
  expect(back.status, back.text).toBe(200);
  expect(back.body.item).toMatchObject({ key: line.key, settled: null });
  expect((await list(ward.officer)).counts).toEqual(before);
});

test('the reason about a person lies in the vault, not in the ledger', async () => {
  const line = (await find(ward.officer, verifying, 'verify_reply')) as WorkItem;
  const made = await settle(ward.officer, line, { reason: 'Người này đã chuyển đi' });
  const entry = made.body.item.settled.entry;
  const rows = await ward.world.db
    .selectFrom('ledger')
    .select('data')
    .where('client_id', '=', entry)
    .execute();
  expect(JSON.stringify(rows)).not.toContain('chuyển đi');
  const seen = await ward.secretary.get('/api/worklist?group=settled');
  expect(seen.body.items[0].settled.reason).toBe('Người này đã chuyển đi');
  await ward.officer.post(`/api/worklist/settlements/${entry}/withdraw`, {
    clientId: newId(),
    reason: 'Ghi nhầm',
  });
});

test.each([
  ['a day to come', { on: '2026-02-11' }, 400, 'ledger.future_day'],
  ['done before it began', { how: 'done_outside', on: '2025-01-01' }, 400, 'worklist.done_before_start'],
  ['another start', { startsOn: '2025-01-01' }, 409, 'worklist.line_moved'],
  ['a clock that does not run', { clock: 'decide' }, 404, 'access.missing'],
  ['another place', { part: 'Xã Khác' }, 404, 'access.missing'],
  ['no such case', { caseId: newId() }, 404, 'access.missing'],
  ['a reason too short', { reason: 'a' }, 400, 'http.bad_fields'],
])('settling is refused: %s', async (_, more, status, code) => {
  const line = (await find(ward.officer, verifying, 'verify_reply')) as WorkItem;
  const answer = await settle(ward.officer, line, more);
  expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
});

test('nobody takes a duty off the list of a level above', async () => {
  for (const [client, line] of [
    [ward.secretary, await find(ward.secretary, voted, 'decide')],
    [ward.secretary, await find(ward.secretary, verifying, 'verify_reply')],
  ] as const) {
    const answer = await settle(client, line as WorkItem);
    expect([answer.status, answer.body.error?.code]).toEqual([403, 'worklist.not_your_line']);
  }
});

test('two clients at once: one settles, the other is told', async () => {
  const line = (await find(ward.officer, verifying, 'verify_reply')) as WorkItem;
  const answers = await Promise.all([settle(ward.officer, line), settle(ward.officer, line)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const entry = answers.find(({ status }) => status === 200)?.body.item.settled.entry;
  const taken = [1, 2].map(() =>
    ward.officer.post(`/api/worklist/settlements/${entry}/withdraw`, {
      clientId: newId(),
      reason: 'Ghi nhầm',
    }),
  );
  expect((await Promise.all(taken)).map(({ status }) => [200, 404, 409].includes(status))).toEqual([
    true,
    true,
  ]);
  expect(await find(ward.officer, verifying, 'verify_reply')).toBeDefined();
});

test('a line out of reach does not exist', async () => {
  const line = (await find(ward.officer, verifying, 'verify_reply')) as WorkItem;
  expect((await list(stranger)).items.every((item) => item.unitId === ward.other)).toBe(true);
  expect(await everything(stranger)).not.toContainEqual(expect.objectContaining({ caseId: verifying }));
  expect((await settle(stranger, line)).status).toBe(404);
  expect((await stranger.get(`/api/worklist/sheet?unit=${ward.cell}`)).status).toBe(404);
  expect((await stranger.get(`/api/routines?unit=${ward.cell}`)).status).toBe(404);
  expect((await list(stranger, `&unit=${ward.cell}`)).total).toBe(0);
});

test('offices without a work list have none', async () => {
  for (const kind of ['mass_officer', 'political_centre', 'inspection', 'administrator']) {
    const client = await ward.world.as(kind, ward.ward);
    for (const url of ['/api/worklist', '/api/worklist/counts', '/api/worklist/feed'])
      expect([kind, url, (await client.get(url)).status]).toEqual([kind, url, 403]);
  }
  const leader = await ward.world.as('committee_leader', ward.ward);
  // Who takes nothing off the list has no work of its own here, and follows all of it by day.
  const { counts, items } = await list(leader);
  expect(counts.others).toBe(0);
  const [line] = items as [WorkItem];
  expect(line).toMatchObject({ mine: true, act: null, can: ['remind'] });
  expect((await settle(leader, line)).status).toBe(403);
});

test('filters narrow the list: case, kind of work, unit, days, words without accents', async () => {
  const all = await everything(ward.officer);
  const by = async (query: string) =>
    (
      await Promise.all(
        ['overdue', 'week', 'month', 'later', 'others', 'unknown'].map((group) =>
          list(ward.officer, `&group=${group}${query}`),
        ),
      )
    ).flatMap(({ items }) => items.map(({ key }) => key));
  const keys = (wanted: (item: WorkItem) => boolean) => all.filter(wanted).map(({ key }) => key);
  expect((await by('&kind=unit')).toSorted()).toEqual(keys((item) => item.caseKind === 'unit').toSorted());
  expect((await by('&clock=decide')).toSorted()).toEqual(keys((item) => item.clock === 'decide').toSorted());
  expect((await by(`&unit=${ward.other}`)).toSorted()).toEqual(
    keys((item) => item.unitId === ward.other).toSorted(),
  );
  expect((await by('&q=tran%20van%20lua')).toSorted()).toEqual(
    keys((item) => item.caseId === verifying).toSorted(),
  );
  expect((await by('&q=khu%20pho%202')).toSorted()).toEqual(
    keys((item) => item.unitId === ward.other).toSorted(),
  );
  expect(await by('&q=khong-co-ai')).toEqual([]);
  expect((await by('&q=%25')).toSorted()).toEqual([]);
  const days = keys(
    (item) => item.dueOn !== null && item.dueOn >= '2026-02-01' && item.dueOn <= '2026-03-31',
  );
  expect((await by('&from=2026-02-01&to=2026-03-31')).toSorted()).toEqual(days.toSorted());
});

test('the page after page is the whole list, in order of due day', async () => {
  const seen: WorkItem[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Worklist = (
      await ward.officer.get(`/api/worklist?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    ).body;
    seen.push(...page.items);
    cursor = page.next;
  }
  const whole = await list(ward.officer);
  expect(seen.map(({ key }) => key)).toEqual(whole.items.map(({ key }) => key));
  expect(whole.total).toBe(seen.length);
  const days = seen.map(({ dueOn }) => dueOn ?? '9999');
  expect(days).toEqual(days.toSorted());
  expect((await ward.officer.get('/api/worklist?cursor=xyz')).status).toBe(400);
});

test('counts of any day equal the lines counted one by one', async () => {
  const lines = (await ward.world.db.selectFrom('due').selectAll().execute()).map((row) => ({
    dueOn: row.due_on,
    answers: row.answers,
    unitId: row.unit_id,
    caseKind: row.case_kind,
    clock: row.clock,
    startsOn: row.starts_on,
  }));
  expect(lines.length).toBeGreaterThan(5);
  const readers = [
    { client: ward.officer, office: 'base_officer', sees: () => true },
    { client: ward.secretary, office: 'cell_secretary', sees: (unit: number) => unit === ward.cell },
    { client: ward.board, office: 'superior_board', sees: () => true },
  ];
  const day = fc.integer({ min: -900, max: 700 });
  await fc.assert(
    fc.asyncProperty(day, fc.constantFrom(...readers), async (away, { client, office, sees }) => {
      const today = new Date(Date.UTC(2026, 1, 10 + away)).toISOString().slice(0, 10);
      ward.world.setToday(today);
      const { counts } = (await client.get('/api/worklist?limit=1')).body as Worklist;
      const expected = { overdue: 0, week: 0, month: 0, later: 0, others: 0, unknown: 0 };
      for (const { dueOn, answers } of lines.filter((line) => sees(line.unitId) && hasBegun(line, today)))
        expected[groupOf({ dueOn, mine: isMine(answers, office) }, today)] += 1;
      expect(counts).toMatchObject(expected);
      const badge = (await client.get('/api/worklist/counts')).body;
      expect(badge).toEqual({ overdue: expected.overdue, week: expected.week });
    }),
    { numRuns: 40 },
  );
  ward.world.setToday('2026-02-10');
}, 60_000);

test('days of a range carry as many lines as the list has', async () => {
  const { days } = (await ward.officer.get('/api/worklist/days?from=2026-01-01&to=2026-12-31')).body;
  const { items } = await list(ward.officer, '&from=2026-01-01&to=2026-12-31');
  const counted = Map.groupBy(items, ({ dueOn }) => dueOn);
  expect(days).toEqual([...counted].map(([on, lines]) => ({ on, count: lines.length })));
});

test('the sheet of a cell holds everything open, whoever must answer, and is logged', async () => {
  const sheet = (await ward.secretary.get(`/api/worklist/sheet?unit=${ward.cell}`)).body;
  expect(sheet).toMatchObject({ unit: { id: ward.cell }, place: 'Kinh Bắc', superior: { id: ward.ward } });
  expect(sheet.items.map(({ key }: WorkItem) => key).toSorted()).toEqual(
    (await everything(ward.secretary)).map(({ key }) => key).toSorted(),
  );
  expect(sheet.next).toBeNull();
  // A long one comes in pages, which together are the same sheet.
  const read = async (cursor: string | null) => {
    const words = cursor === null ? '' : `&cursor=${cursor}`;
    return (await ward.secretary.get(`/api/worklist/sheet?unit=${ward.cell}&limit=2${words}`)).body;
  };
  const whole = await readWhole(read);
  expect(whole.items.length).toBeGreaterThan(4);
  expect(whole.items.map(({ key }) => key)).toEqual(sheet.items.map(({ key }: WorkItem) => key));
  expect((await read(null)).items).toHaveLength(2);
  const log = await ward.world.db
    .selectFrom('access_log')
    .selectAll()
    .where('action', '=', 'print')
    .execute();
  expect(log.at(-1)).toMatchObject({ subject: 'worklist', subject_id: String(ward.cell) });
});

const stored = async () => {
  const { db } = ward.world;
  const rows = await db
    .selectFrom('due')
    .selectAll()
    .orderBy('case_id')
    .orderBy('clock')
    .orderBy('part')
    .execute();
  const settled = await db.selectFrom('settlement').selectAll().orderBy('id').execute();
  return { rows, settled, dossiers: await db.selectFrom('dossier').selectAll().orderBy('id').execute() };
};

test('rebuild gives the same lines', async () => {
  const line = (await find(ward.officer, verifying, 'verify_reply')) as WorkItem;
  await settle(ward.officer, line);
  const before = await stored();
  expect(before.settled).toHaveLength(1);
  await rebuild(ward.world.db);
  expect(await stored()).toEqual(before);
});

test('making all lines again changes nothing that was right, mends what was not, and loses no act', async () => {
  const before = await stored();
  await ward.world.db.deleteFrom('due').where('case_kind', '=', 'dossier').execute();
  const told: [number, number][] = [];
  const again = recompute(ward.world.db, regulations(), (done, total) => told.push([done, total]));
  const acts = ['Lê Thị Sen', 'Phạm Văn Đào', 'Vũ Thị Mận'].map((name) =>
    walkRecent(ward, name, 'class_certificate'),
  );
  const made = await Promise.all(acts);
  await again;
  const after = await stored();
  expect(after.rows.filter((row) => !made.includes(row.case_id))).toEqual(before.rows);
  for (const id of made) expect(after.rows.filter((row) => row.case_id === id)).toHaveLength(1);
  expect(told[0]?.[0]).toBe(0);
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
}, 60_000);
