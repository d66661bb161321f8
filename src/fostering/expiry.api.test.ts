// Failed candidacies run out only where a committee has said so; an entitled officer erases; counts do not change and
// nobody with something open is touched.
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { lay } from '../../test/lawbook.ts';
import { doc, nominate, startWard, take, type Ward } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';

let ward: Ward;
const people: Record<string, string> = {};

/** Nominated in 2024, struck off on this day. */
async function fail(name: string, on: string): Promise<string> {
  const id = await nominate(ward, name, {
    happenedOn: '2024-01-10',
    inputs: { proposerKind: 'member', informedOn: '2024-01-05', agreed: true },
  });
  const inputs = { reason: 'lost_contact', resolution: doc('02-NQ/CB', on), note: 'Đi làm xa, mất liên lạc' };
  await take(ward, id, { by: 'secretary', step: 'strike', on, inputs });
  const { body } = await ward.officer.get(`/api/dossiers/${id}`);
  people[name] = body.person.id;
  return id;
}

beforeAll(async () => {
  ward = await startWard();
  await fail('Cù Thị Cũ', '2025-10-01');
  await fail('Mạc Văn Gần', '2025-12-10');
  await fail('Từ Thị Xa', '2026-06-01');
  await fail('Vi Văn Lại', '2025-09-01');
  await nominate(ward, 'Vi Văn Lại', {
    happenedOn: '2026-10-01',
    personId: people['Vi Văn Lại'],
    person: undefined,
    inputs: { proposerKind: 'member', informedOn: '2026-10-01', agreed: true },
  });
});

interface Row {
  name: string;
  due: boolean;
  expiresOn: string;
  kept: { vi: string } | null;
}
const listed = async (by = ward.officer): Promise<Row[]> =>
  (await by.get('/api/fostering/expiring')).body.items;
const erase = (by: Ward['officer'], names: string[], clientId = newId()) =>
  by.post('/api/fostering/expiring/erase', { clientId, ids: names.map((name) => people[name]) });

interface Counted {
  stage: string;
  closed_as: string | null;
  count: number;
}
async function counts(): Promise<Counted[]> {
  const result = await sql<Counted>`
    select stage, closed_as, count(*) as count from dossier group by stage, closed_as order by stage`.execute(
    ward.world.db,
  );
  return result.rows;
}

describe('before a committee has said how long', () => {
  it('nothing runs out and nothing can be erased', async () => {
    const { body } = await ward.officer.get('/api/fostering/expiring');
    expect(body).toMatchObject({ items: [], months: null, due: 0, soon: 0 });
    const { body: out } = await erase(ward.officer, ['Cù Thị Cũ']);
    expect(out).toMatchObject({ done: 0, left: [{ id: people['Cù Thị Cũ'] }] });
  });
});

describe('after the committee of the ward has set twelve months', () => {
  beforeAll(async () => {
    const draft = { kind: 'fill' as const, parameter: 'candidacy.expiry_months', value: 12 };
    const laid = await lay(ward.officer, { ...draft, fromOn: '2026-11-21', unitId: ward.ward });
    expect(laid.status).toBe(200);
  });

  it('lists what is due, and what will be within thirty days', async () => {
    expect((await listed()).map(({ name, due, expiresOn }) => [name, due, expiresOn])).toEqual([
      ['Cù Thị Cũ', true, '2026-10-01'],
      ['Mạc Văn Gần', false, '2026-12-10'],
    ]);
  });

  it('leaves out whoever has another candidacy open: nothing of them runs', async () => {
    const [row] = (await erase(ward.officer, ['Vi Văn Lại'])).body.left;
    expect(row.why.vi).toMatch(/hồ sơ mở/);
    expect((await listed()).map(({ name }) => name)).not.toContain('Vi Văn Lại');
  });

  it('waits for the officer who may erase, and for nobody else', async () => {
    const waiting = async (by: Ward['officer']) =>
      ((await by.get('/api/waiting')).body.items as { id: string; count: number }[]).find(
        ({ id }) => id === 'fostering.expired',
      );
    expect(await waiting(ward.officer)).toMatchObject({ count: 1 });
    expect(await waiting(ward.secretary)).toBeUndefined();
  });

  it('is erased by nobody of the cell, of another ward or without the office', async () => {
    expect((await erase(ward.secretary, ['Cù Thị Cũ'])).status).toBe(403);
    const elsewhere = await ward.world.unit({
      name: 'Đảng bộ phường Võ Cường',
      kind: 'base_organisation',
      parent: ward.city,
    });
    const stranger = await ward.world.as('base_officer', elsewhere);
    expect((await erase(stranger, ['Cù Thị Cũ'])).body).toMatchObject({ done: 0, left: [{}] });
    expect(await listed(stranger)).toEqual([]);
    expect((await listed()).map(({ name }) => name)).toContain('Cù Thị Cũ');
  });

  it('is not erased a day too early', async () => {
    const { body } = await erase(ward.officer, ['Mạc Văn Gần']);
    expect(body).toMatchObject({ done: 0, left: [{ why: { vi: expect.stringContaining('Chưa hết') } }] });
  });

  it('erases once: name, words and key go, every count stays, and a rebuild changes nothing', async () => {
    const before = await counts();
    const clientId = newId();
    expect((await erase(ward.officer, ['Cù Thị Cũ'], clientId)).body).toEqual({ done: 1, left: [] });
    expect((await erase(ward.officer, ['Cù Thị Cũ'], clientId)).body).toEqual({ done: 1, left: [] });
    expect(await counts()).toEqual(before);
    const id = people['Cù Thị Cũ'] ?? '';
    const left = await sql`
      select person_id from vault_field where person_id = ${id}::uuid
      union all select person_id from vault_key where person_id = ${id}::uuid
      union all select id from person where id = ${id}::uuid`.execute(ward.world.db);
    expect(left.rows).toEqual([]);
    expect((await listed()).map(({ name }) => name)).not.toContain('Cù Thị Cũ');
    await rebuild(ward.world.db);
    expect(await counts()).toEqual(before);
  });

  it('shows the erased one on the sheet of the resolution without a name', async () => {
    const address = `/api/fostering/reviews/sheet?unit=${ward.cell}&number=02-NQ%2FCB&on=2025-10-01`;
    const { body } = await ward.secretary.get(address);
    expect(body.removed).toEqual([
      { name: '(đã xóa dữ liệu cá nhân)', bornOn: null, reason: expect.any(String) },
    ]);
  });
});
