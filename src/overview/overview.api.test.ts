// The overview over HTTP: every number is the one the other rooms give, opens to as many records, stays within reach, and
// holds on any day.
import { beforeAll, expect, test } from 'vitest';
import { personEntry } from '../members/person.ts';
import { newId } from '../platform/ids.ts';
import { append } from '../platform/ledger.ts';
import { transact } from '../platform/write/transaction.ts';
import { readWorkbook } from '../workbook/read.ts';
import { nominate, startWard, walkTo, type Ward } from '../../test/road.ts';
import type { Client } from '../../test/app.ts';
import type { OverviewView, Standout } from './view.ts';

let ward: Ward;
let helped = '';
const today = '2026-11-21';

beforeAll(async () => {
  ward = await startWard({ today });
  const { world, other } = ward;
  await walkTo(ward, await nominate(ward, 'Nguyễn Thị Sen'), 'issue_card');
  helped = await nominate(ward, 'Trần Thị Mận');
  await walkTo(ward, helped, 'assign_helper');
  const born = [1996, 1988, 1975, 1960, 1950];
  for (let at = 0; at < 9; at += 1)
    await world.person({
      name: `Người ${at}`,
      unit: other,
      kind: 'official',
      admittedOn: `${2016 + Math.floor(at / 4)}-03-02`,
      fields: { sex: at < 2 ? 'F' : 'M', bornOn: `${born[at % 5]}-05-01` },
    });
});

const read = async (client: Client, words = ''): Promise<OverviewView> => {
  const answer = await client.get(`/api/overview${words}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as OverviewView;
};
const totalAt = async (client: Client, href: string): Promise<number> => {
  const answer = await client.get(`/api${href}`);
  expect(answer.status, `${href} ${answer.text}`).toBe(200);
  return (answer.body as { total: number }).total;
};
const found = (view: OverviewView, id: Standout['id']) => view.standouts.find((one) => one.id === id);

test('numbers of members and source open to lists as long as they are', async () => {
  const view = await read(ward.officer);
  expect(view.unit).toMatchObject({ id: ward.ward, name: 'Đảng bộ phường Kinh Bắc', cell: false });
  expect(view.people.total.count).toBe(16);
  const { total, official, probationary, bands, parts, unknown } = view.people;
  expect(official.count + probationary.count).toBe(total.count);
  const sides = bands.flatMap(({ men, women }) => [men, women]);
  expect(sides.reduce((sum, { count }) => sum + count, unknown)).toBe(total.count);
  const opened = [total, official, probationary, ...sides, ...parts, view.source.total].filter(
    ({ href }) => href,
  );
  expect(opened.length).toBeGreaterThan(8);
  for (const { count, href } of opened)
    expect([href, await totalAt(ward.officer, href as string)]).toEqual([href, count]);
  expect(view.source).toMatchObject({ total: { count: 1 }, parts: { fostered: 1, found: 0 }, paused: 0 });
});

test('what stands out names its cells and opens as long as it says (S2-39)', async () => {
  const view = await read(ward.officer);
  const idle = found(view, 'idle');
  expect(idle?.units.map(({ name }) => name)).toEqual(['Chi bộ khu phố 1', 'Chi bộ khu phố 2']);
  expect(await totalAt(ward.officer, idle?.href ?? '')).toBe(idle?.count);
  expect(found(view, 'thin')).toMatchObject({ count: 2, params: { least: 10 } });
  expect(found(view, 'no_source')?.units.map(({ name }) => name)).toEqual(['Chi bộ khu phố 2']);
  expect(found(view, 'behind')).toBeUndefined();
});

test('the units below have what the tree of targets says of them', async () => {
  const { units, cells, target } = await read(ward.officer);
  const plan = (await ward.officer.get('/api/plans?figure=admission')).body;
  expect(units.map(({ id, members, done }) => [id, members, done])).toEqual(
    plan.items.map((line: { unitId: number; members: number; done: { value: number } }) => [
      line.unitId,
      line.members,
      line.done.value,
    ]),
  );
  expect([cells, units.map(({ idle }) => idle)]).toEqual([2, [1, 1]]);
  expect(target.done).toEqual(plan.unit.done);
});

test('those introduced in a year, as far as they came by a day', async () => {
  expect((await read(ward.officer)).funnel).toEqual([]);
  const { funnel } = await read(ward.officer, '?on=2021-06-01');
  expect(funnel).toEqual([{ cohort: '2019', reached: [2, 2, 2, 1, 1, 1], open: 1 }]);
  const early = await read(ward.officer, '?on=2019-02-10');
  expect(early.funnel).toEqual([{ cohort: '2019', reached: [2, 2, 0, 0, 0, 0], open: 2 }]);
});

test('a past day is that day: members, years, and nothing that nobody knows any more', async () => {
  const view = await read(ward.officer, '?on=2018-04-27');
  expect(view).toMatchObject({ on: '2018-04-27', year: 2018, source: { total: { count: 0 }, paused: null } });
  expect(view.years.at(-1)).toMatchObject({ year: 2018, part: true });
  expect(view.years.slice(0, -1).every(({ part }) => !part)).toBe(true);
  expect(found(view, 'no_source')).toBeUndefined();
  expect(view.helps).toBe(false);
  for (const one of view.years)
    if (one.admitted?.href) expect(await totalAt(ward.officer, one.admitted.href)).toBe(one.admitted.count);
});

test('months of the year sum to the year, and what has not come is not nought', async () => {
  const view = await read(ward.officer, '?on=2021-06-15');
  const sum = view.months.reduce((all, { count }) => all + (count ?? 0), view.undated);
  expect(sum).toBe(view.years.at(-1)?.admitted?.count);
  expect(sum).toBe(1);
  expect(view.months.slice(6).map(({ count }) => count)).toEqual(Array(6).fill(null));
  expect(view.months.filter(({ part }) => part).map(({ month }) => month)).toEqual([6]);
});

test('an answer of before is dropped when something is written', async () => {
  const before = await read(ward.officer);
  const personId = ward.members[5] as string;
  await transact(ward.world.db, (tx) =>
    append(tx, ward.world.by, [
      personEntry(
        'member.moved',
        { clientId: newId(), personId, unitId: ward.other, happenedOn: '2026-11-01' },
        { fromUnitId: ward.cell },
      ),
    ]),
  );
  const after = await read(ward.officer);
  const members = (view: OverviewView) => view.units.map((unit) => unit.members);
  expect(members(before)).toEqual([7, 9]);
  expect(members(after)).toEqual([6, 10]);
});

test('an answer of before is dropped at midnight', async () => {
  await read(ward.officer);
  ward.world.setToday('2026-11-22');
  try {
    expect(await read(ward.officer)).toMatchObject({ on: '2026-11-22', asOf: '2026-11-22' });
    expect(await read(ward.officer, `?on=${today}`)).toMatchObject({ on: today, asOf: '2026-11-22' });
  } finally {
    ward.world.setToday(today);
  }
});

test('readers of one unit share what it is made of, and nothing of who they are', async () => {
  const named = await ward.world.as('committee_member', ward.ward, { namedUnits: [ward.cell] });
  const inspector = await ward.world.as('inspection', ward.ward);
  for (const client of [ward.secretary, named, ward.secretary, inspector]) {
    const view = await read(client, `?unit=${ward.cell}`);
    expect([view.unit?.id, view.own]).toEqual([ward.cell, client === ward.secretary]);
  }
  // Who helps only for whoever may read it.
  const may = async (client: Client) =>
    (await client.get(`/api/fostering/helpers?unit=${ward.cell}`)).status === 200;
  for (const client of [named, inspector])
    expect((await read(client, `?unit=${ward.cell}`)).helps).toBe(await may(client));
});

test('the cell: itself without a name; who helps whom is in the list of helpers, where the look is noted', async () => {
  const looks = async () =>
    (await ward.world.db.selectFrom('access_log').select('id').where('action', '=', 'list').execute()).length;
  const before = await looks();
  const view = await read(ward.secretary);
  expect(view).toMatchObject({ unit: { id: ward.cell, cell: true }, own: true, units: [], helps: true });
  expect(JSON.stringify(view)).not.toContain('Trần Thị Bình');
  expect(await looks()).toBe(before);
  const { items } = (await ward.secretary.get(`/api/fostering/helpers?unit=${ward.cell}&limit=50`)).body;
  expect(items).toMatchObject([{ name: 'Trần Thị Bình', people: [{ id: helped }] }]);
  expect(await looks()).toBe(before + 1);
  expect((await read(ward.officer)).helps).toBe(false);
});

test('out of reach does not exist; who has no statistics has no overview; a wrong day is said', async () => {
  expect((await ward.secretary.get(`/api/overview?unit=${ward.other}`)).status).toBe(404);
  expect((await ward.world.outsider().get('/api/overview')).status).toBe(401);
  const member = await ward.world.as('member', ward.cell);
  expect((await member.get('/api/overview')).status).toBe(403);
  expect((await ward.officer.get('/api/overview?on=2027-01-01')).body.error.code).toBe('ledger.future_day');
  expect((await ward.officer.get('/api/overview?on=2009-01-01')).status).toBe(400);
  expect((await ward.officer.get('/api/overview?on=xyz')).status).toBe(400);
});

test('the officer in charge of two cells sees them side by side, and no other', async () => {
  const third = await ward.world.unit({ name: 'Chi bộ khu phố 3', type: 'TDP', parent: ward.ward });
  const named = await ward.world.as('committee_member', ward.ward, { namedUnits: [ward.cell, ward.other] });
  const view = await read(named);
  expect(view.unit).toBeNull();
  expect(view.units.map(({ id }) => id)).toEqual([ward.cell, ward.other]);
  expect(JSON.stringify(view)).not.toContain('khu phố 3');
  expect((await read(ward.officer)).units.map(({ id }) => id)).toContain(third);
});

test('the workbook holds the same numbers; small counts of another unit are spared', async () => {
  const sheetsOf = async (client: Client, words: string) => {
    const answer = await client.get(`/api/overview.xlsx${words}`);
    expect(answer.status, answer.text).toBe(200);
    const { sheets } = await readWorkbook(answer.raw, 'a.xlsx');
    return new Map(
      sheets.map(({ name, rows }) => [name, rows.map((row) => row.map((cell) => String(cell ?? '')))]),
    );
  };
  const far = await sheetsOf(ward.officer, `?unit=${ward.other}`);
  const parts = far.get('Thành phần đảng viên') ?? [];
  expect(parts.find(([name]) => name === 'Nữ')?.slice(0, 2)).toEqual(['Nữ', 'không nêu']);
  // Two women only: no ages at all.
  expect(far.has('Tuổi và giới tính')).toBe(false);
  const secretary = await ward.world.as('cell_secretary', ward.other);
  const own = await sheetsOf(secretary, '');
  expect(own.get('Thành phần đảng viên')?.find(([name]) => name === 'Nữ')?.[1]).toBe('2');
  expect(own.has('Tuổi và giới tính')).toBe(true);
});
