// The roll through the real application: search with and without accents, filters, pages by cursor.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld } from '../../test/app.ts';
import type { Actor } from '../platform/http.ts';
import { openSession } from '../platform/session.ts';
import { personRows } from './roll.store.ts';

const world = await startWorld();
let cells: [number, number];
let officer: Client;

beforeAll(async () => {
  const ward = await world.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
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

describe('search', () => {
  beforeAll(async () => {
    for (const name of [
      'Dương Thị Hòa',
      'Đường Thị Hoà',
      'Nguyễn Văn Đức',
      'Nguyễn Văn Bảo Đức',
      'Lê Nguyên Văn',
    ])
      await world.person({ name, unit: cells[1], kind: 'official' });
    await world.person({
      name: 'Tô Quý Tìm',
      unit: cells[1],
      kind: 'official',
      fields: { cardNumber: '12345678', fileNumber: '000017 BN' },
    });
  });
  const find = async (q: string, more = ''): Promise<string[]> => {
    const answer = await officer.get(
      `/api/people?unit=${cells[1]}&q=${encodeURIComponent(q)}&limit=200${more}`,
    );
    expect(answer.body.total).toBe(answer.body.items.length);
    return answer.body.items.map((item: { name: string }) => item.name);
  };

  test.each([
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
    ['12345678', ['Tô Quý Tìm']],
    ['000017 bn', ['Tô Quý Tìm']],
    ['99999999', []],
    ["%'; drop table person --", []],
  ])('%s', async (q, names) => {
    expect(new Set(await find(q))).toEqual(new Set(names));
    expect((await find(q))[0]).toBe(names[0]);
  });

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

  test('a search by number is logged as one', async () => {
    await find('12345678');
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

  test('an export gives the rows of the list in its order, and is logged before the first', async () => {
    const actor = await actorOf(officer);
    const rows = [];
    for await (const row of personRows(world.db, actor, { unit: cells[1], q: 'nguyen' })) rows.push(row.name);
    expect(rows).toEqual(await find('nguyen'));
    const logged = await world.db
      .selectFrom('access_log')
      .selectAll()
      .where('action', '=', 'export')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(logged).toMatchObject({
      account_id: officer.accountId,
      detail: { unit: cells[1], rows: rows.length },
    });
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
