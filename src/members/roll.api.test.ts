// The roll through the real application: search with and without accents, filters, pages by cursor.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import { fewUnits } from '../org/access.store.ts';
import type { Actor } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { openSession } from '../platform/session.ts';
import { personRows } from './roll.store.ts';

const world = await startWorld();
let province: number;
let cells: [number, number];
let officer: Client;
let above: Client;

beforeAll(async () => {
  province = await world.unit({ name: 'Đảng bộ tỉnh', kind: 'province' });
  above = await world.as('base_officer', province);
  const kind = 'base_organisation';
  const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind, parent: province });
  const one = await world.unit({ name: 'Chi bộ khu phố 1', parent: ward });
  cells = [one, await world.unit({ name: 'Chi bộ khu phố 2', parent: ward })];
  officer = await world.as('base_officer', ward);
  await world.person({ name: 'Nguyễn Thị Lan', unit: one, kind: 'official' });
});

/** The officer as the rooms see one. */
async function actorOf(client: Client): Promise<Actor> {
  const token = await openSession(world.db, client.accountId, client.officeId, '127.0.0.1');
  const actor = await world.rooms.findActor(world.db, token);
  if (!actor) throw new Error('no actor');
  return actor;
}

interface Place {
  unit: number;
  cell: number;
  officer: Client;
}

/** More units than a list asks for by number. */
async function wardOfMany(): Promise<Place> {
  const kind = 'base_organisation';
  const unit = await world.unit({ name: 'Đảng bộ xã nhiều chi bộ', kind, parent: province });
  const cell = await world.unit({ name: 'Chi bộ thôn 0', parent: unit });
  for (let at = 1; at <= fewUnits; at += 1) await world.unit({ name: `Chi bộ thôn ${at}`, parent: unit });
  return { unit, cell, officer: await world.as('base_officer', unit) };
}

const places: [string, () => Promise<Place>][] = [
  ['a cell', async () => ({ unit: cells[1], cell: cells[1], officer })],
  ['a ward of many units', wardOfMany],
];

describe.each(places)('search in %s', (_, make) => {
  let place: Place;
  beforeAll(async () => {
    place = await make();
    for (const name of [
      'Dương Thị Hòa',
      'Đường Thị Hoà',
      'Nguyễn Văn Đức',
      'Nguyễn Văn Bảo Đức',
      'Lê Nguyên Văn',
      'Hà Văn Hà',
    ])
      await world.person({ name, unit: place.cell, kind: 'official' });
    await world.person({
      name: 'Tô Quý Tìm',
      unit: place.cell,
      kind: 'official',
      fields: place.cell === cells[1] ? { cardNumber: '12345678', fileNumber: '000017 BN' } : {},
    });
  }, 60_000);
  const ask = async (words: string) =>
    (await place.officer.get(`/api/people?unit=${place.unit}&${words}`)).body as {
      items: { id: string; name: string }[];
      total: number;
      next: string | null;
    };
  const find = async (q: string, more = ''): Promise<string[]> => {
    const { items, total } = await ask(`q=${encodeURIComponent(q)}&limit=200${more}`);
    expect(total).toBe(items.length);
    return items.map(({ name }) => name);
  };

  test.each([
    ['ha', ['Hà Văn Hà']],
    ['nguyen van', ['Nguyễn Văn Đức', 'Nguyễn Văn Bảo Đức', 'Lê Nguyên Văn']],
    ['NGUYỄN VĂN', ['Nguyễn Văn Đức', 'Nguyễn Văn Bảo Đức', 'Lê Nguyên Văn']],
    ['Nguyễn Văn'.normalize('NFD'), ['Nguyễn Văn Đức', 'Nguyễn Văn Bảo Đức', 'Lê Nguyên Văn']],
    ['nguyên v', ['Lê Nguyên Văn', 'Nguyễn Văn Bảo Đức', 'Nguyễn Văn Đức']],
    ['đường', ['Đường Thị Hoà', 'Dương Thị Hòa']],
    ['dương', ['Dương Thị Hòa', 'Đường Thị Hoà']],
    ['hòa', ['Dương Thị Hòa', 'Đường Thị Hoà']],
    ['hoà', ['Dương Thị Hòa', 'Đường Thị Hoà']],
    ['nguyen duc', ['Nguyễn Văn Đức', 'Nguyễn Văn Bảo Đức']],
    ['uong thi', []],
    ['99999999', []],
    ["%'; drop table person --", []],
  ])('%s', async (q, names) => {
    expect(new Set(await find(q))).toEqual(new Set(names));
    expect((await find(q))[0]).toBe(names[0]);
  });

  test('who moves or ends is found where and as what one is now, page by page', async () => {
    const id = await world.person({ name: 'Phan Thị Chuyển', unit: place.cell, kind: 'official' });
    const names = await find('thi');
    expect(names).toContain('Phan Thị Chuyển');
    expect(await find('thi', '&sort=-name')).toEqual(names.toReversed());
    const pages = [await ask('q=thi&limit=1')];
    for (let last = pages[0]; last?.next; last = pages.at(-1))
      pages.push(await ask(`q=thi&limit=1&cursor=${last.next}`));
    expect(pages.flatMap(({ items }) => items.map(({ name }) => name))).toEqual(names);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([names.length]));
    const left = await place.officer.post(`/api/people/${id}/acts`, {
      clientId: newId(),
      act: 'move_out',
      happenedOn: '2025-09-02',
      place: 'Đảng bộ tỉnh khác',
      decision: { number: '7-GTr/ĐU', on: '2025-09-02', by: 'Đảng ủy' },
    });
    expect(left.status).toBe(200);
    expect(await find('thi')).toEqual(names.filter((name) => name !== 'Phan Thị Chuyển'));
    expect(await find('phan thi', '&status=former')).toEqual(['Phan Thị Chuyển']);
    expect(await find('chuyen phan', '&status=all')).toEqual(['Phan Thị Chuyển']);
  });

  test('a guest is found among those who belong here, on their page and counted once, until the stay ends', async () => {
    const id = await world.person({ name: 'Khách Thị Sen', unit: cells[0], kind: 'official' });
    const act = (body: object) => above.post(`/api/people/${id}/acts`, { clientId: newId(), ...body });
    const names = await find('thi');
    const stay = { happenedOn: '2025-09-11', toUnitId: place.cell, until: '2026-03' };
    expect((await act({ act: 'begin_temporary', ...stay })).status).toBe(200);
    expect((await find('thi')).toSorted()).toEqual([...names, 'Khách Thị Sen'].toSorted());
    expect(await find('sen khach')).toEqual(['Khách Thị Sen']);
    const first = await ask('q=thi&limit=1&sort=-name');
    expect(first).toMatchObject({ total: names.length + 1 });
    expect((await act({ act: 'end_temporary', happenedOn: '2025-09-20' })).status).toBe(200);
    expect(await find('thi')).toEqual(names);
  });

  test('an export gives the rows of the list in its order, and is logged before the first', async () => {
    const actor = await actorOf(place.officer);
    const rows = [];
    for await (const row of personRows(world.db, actor, { unit: place.unit, q: 'nguyen' }))
      rows.push(row.name);
    expect(rows).toEqual(await find('nguyen'));
    const logged = await world.db
      .selectFrom('access_log')
      .selectAll()
      .where('action', '=', 'export')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(logged).toMatchObject({
      account_id: place.officer.accountId,
      detail: { unit: place.unit, rows: rows.length },
    });
  });
});

describe('the roll', () => {
  test('a name without family, middle and given part is found with and without marks (S4-10)', async () => {
    const cell = cells[0];
    for (const name of ['Giàng Seo Lử', 'H’Ÿ Niê Kđăm'])
      await world.person({ name, unit: cell, kind: 'official' });
    const names = async (q: string): Promise<string[]> =>
      (await officer.get(`/api/people?unit=${cell}&q=${encodeURIComponent(q)}`)).body.items.map(
        (item: { name: string }) => item.name,
      );
    for (const q of ['Giàng Seo Lử', 'giang seo lu', 'seo lử'])
      expect(await names(q)).toEqual(['Giàng Seo Lử']);
    expect(await names('nie kdam')).toEqual(['H’Ÿ Niê Kđăm']);
  });

  test.each(['12345678', '000017 bn'])('%s is looked for as a number, and logged as such', async (q) => {
    const found = await officer.get(`/api/people?q=${encodeURIComponent(q)}`);
    expect(found.body.items.map((item: { name: string }) => item.name)).toEqual(['Tô Quý Tìm']);
    const last = await world.db
      .selectFrom('access_log')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(last).toMatchObject({ action: 'search_number', account_id: officer.accountId });
  });

  test('pages by cursor: every row once, in the order of the whole, true total', async () => {
    for (const sort of ['', '&sort=-bornOn', '&sort=unit', '&q=nguyen']) {
      const whole = await officer.get(`/api/people?limit=200${sort}`);
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { body: { items: { id: string }[]; next: string | null; total: number } } =
          await officer.get(`/api/people?limit=3${sort}&cursor=${cursor}`);
        expect(page.body.total).toBe(whole.body.total);
        seen.push(...page.body.items.map((item) => item.id));
        cursor = page.body.next;
      }
      expect(seen).toEqual(whole.body.items.map((item: { id: string }) => item.id));
      expect(new Set(seen).size).toBe(whole.body.total);
    }
  });

  test('filters', async () => {
    await world.person({
      name: 'Cao Tuổi Một',
      unit: cells[1],
      kind: 'official',
      fields: { sex: 'F', bornOn: '1940' },
    });
    await world.person({
      name: 'Cao Tuổi Hai',
      unit: cells[1],
      kind: 'probationary',
      fields: { sex: 'M', bornOn: '1995-10-01' },
    });
    const names = async (words: string) =>
      (await officer.get(`/api/people?unit=${cells[1]}&q=cao+tuoi&${words}`)).body.items.map(
        (item: { name: string }) => item.name,
      );
    expect(await names('sex=F')).toEqual(['Cao Tuổi Một']);
    expect(await names('status=probationary')).toEqual(['Cao Tuổi Hai']);
    expect(await names('age=61-')).toEqual(['Cao Tuổi Một']);
    expect(await names('age=30-30')).toEqual(['Cao Tuổi Hai']);
    expect(await names('age=18-29')).toEqual([]);
    expect(await names('exempt=yes')).toEqual([]);
    expect(await names('status=')).toHaveLength(2);
    expect((await officer.get('/api/people?sort=full_name')).status).toBe(400);
    expect((await officer.get('/api/people?cursor=abc')).status).toBe(200);
  });
});
