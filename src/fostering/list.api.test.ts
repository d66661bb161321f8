// The list of sympathisers with its marks, the yearly choice, assessments and consents: who sees what, and what is
// written once.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../test/app.ts';
import { doc, nominate, startWard, take, walkRecent, type Ward } from '../../test/road.ts';
import { newId } from '../platform/ids.ts';
import { chosenFor } from './followed.store.ts';

let ward: Ward;
const ids: Record<string, string> = {};

beforeAll(async () => {
  ward = await startWard();
  ids.hanh = await walkRecent(ward, 'Đỗ Thị Hạnh', 'assign_helper');
  ids.khai = await walkRecent(ward, 'Ngô Văn Khải', 'list');
  ids.moi = await nominate(ward, 'Tạ Văn Mới', {
    happenedOn: '2026-11-01',
    inputs: { proposerKind: 'member' },
    person: { fullName: 'Tạ Văn Mới', bornOn: '1999' },
  });
});

const act = (
  [by, id = '']: [Client, string | undefined],
  step: string,
  inputs: object,
  happenedOn = '2026-11-20',
) => by.post(`/api/fostering/${id}/acts`, { clientId: newId(), step, happenedOn, inputs });
const listed = async (query = '', by = ward.secretary) => (await by.get(`/api/fostering${query}`)).body;
const names = async (query = '', by = ward.secretary): Promise<string[]> =>
  (await listed(query, by)).items.map(({ fullName }: { fullName: string }) => fullName);

describe('the list of sympathisers (S3-42, S3-49)', () => {
  it('holds those on the list; the newly nominated are another group (S3-36)', async () => {
    expect(await names()).toEqual(['Đỗ Thị Hạnh', 'Ngô Văn Khải', 'Tạ Văn Mới']);
    expect(await names('?group=list')).toEqual(['Đỗ Thị Hạnh', 'Ngô Văn Khải']);
    expect(await names('?group=nominated')).toEqual(['Tạ Văn Mới']);
    expect((await listed()).counts.groups).toEqual({ list: 2, nominated: 1, probation: 0 });
  });

  it('is filtered by stage, helper and name', async () => {
    expect(await names('?stage=helped')).toEqual(['Đỗ Thị Hạnh']);
    expect(await names(`?helper=${ward.members[1]}`)).toEqual(['Đỗ Thị Hạnh']);
    expect(await names('?q=khai')).toEqual(['Ngô Văn Khải']);
    expect(await names('?group=list&sort=-name')).toEqual(['Ngô Văn Khải', 'Đỗ Thị Hạnh']);
  });

  it('goes on where the page ended, in the same order', async () => {
    const first = await listed('?group=list&limit=1');
    expect(first).toMatchObject({ total: 2, items: [{ fullName: 'Đỗ Thị Hạnh' }] });
    const second = await listed(`?group=list&limit=1&cursor=${first.next}`);
    expect(second.items).toMatchObject([{ fullName: 'Ngô Văn Khải' }]);
    expect(second.next).toBeNull();
    expect((await ward.secretary.get('/api/fostering?cursor=abc')).status).toBe(400);
  });

  it('is not there for another cell, and closed to those who only follow their own', async () => {
    const other = await ward.world.as('cell_secretary', ward.other);
    expect(await listed('', other)).toMatchObject({ items: [], total: 0, helpers: [] });
    for (const kind of ['mass_officer', 'political_centre', 'administrator', 'member'])
      expect((await (await ward.world.as(kind, ward.ward)).get('/api/fostering')).status).toBe(403);
    expect((await ward.world.outsider().get('/api/fostering')).status).toBe(401);
  });
});

describe('who was not met for long (S2-44)', () => {
  it('is marked after the days of the parameter, not on the day itself', async () => {
    await act([ward.secretary, ids.hanh], 'contact', { kind: 'meeting' }, '2026-10-22');
    expect(await names('?mark=stale')).toEqual(['Ngô Văn Khải']);
    ward.world.setToday('2026-11-22');
    const marked = await listed('?mark=stale');
    expect(marked.items[0]).toMatchObject({ fullName: 'Đỗ Thị Hạnh', contactDays: 30, stale: true });
    expect(marked.counts.marks.stale).toBe(2);
    ward.world.setToday('2026-11-21');
  });

  it('is not waited for while paused, and again afterwards', async () => {
    const { khai = '' } = ids;
    await act([ward.secretary, khai], 'pause', { reason: 'study' }, '2026-11-01');
    expect(await names('?mark=stale')).toEqual([]);
    expect(await names('?mark=paused')).toEqual(['Ngô Văn Khải']);
    await act([ward.secretary, khai], 'resume', { returnedOn: '2026-11-10' }, '2026-11-10');
    expect(await names('?mark=paused')).toEqual([]);
  });
});

describe('the yearly choice (S3-08, S3-36)', () => {
  const body = (year: number) => ({
    clientId: newId(),
    step: 'choose_for_year',
    happenedOn: '2026-11-20',
    inputs: { year, resolution: { number: '12-NQ/CB', on: '2026-11-20' } },
    ids: [ids.hanh, ids.khai, ids.moi],
  });

  it('is written for those on the list, and counted for the cell and all above it', async () => {
    const { body: out } = await ward.secretary.post('/api/dossiers/bulk', body(2027));
    expect(out.done).toHaveLength(2);
    expect(out.left).toMatchObject([{ name: 'Tạ Văn Mới' }]);
    expect(await names('?mark=chosen')).toEqual(['Đỗ Thị Hạnh', 'Ngô Văn Khải']);
    expect(await chosenFor(ward.world.db, 2027, ward.cell)).toBe(2);
    expect(await chosenFor(ward.world.db, 2027, ward.ward)).toBe(2);
    expect(await chosenFor(ward.world.db, 2027, ward.other)).toBe(0);
    expect(await chosenFor(ward.world.db, 2026, ward.cell)).toBe(0);
  });

  it('is not counted any more once it is taken back', async () => {
    const asked = body(2028);
    await ward.secretary.post('/api/dossiers/bulk', asked);
    expect(await chosenFor(ward.world.db, 2028, ward.cell)).toBe(2);
    const undo = { clientId: newId(), reason: 'Ghi nhầm năm' };
    await ward.secretary.post(`/api/dossiers/bulk/${asked.clientId}/undo`, undo);
    expect(await chosenFor(ward.world.db, 2028, ward.cell)).toBe(0);
  });

  it('counts nobody whose candidacy failed', async () => {
    await take(ward, ids.khai ?? '', {
      by: 'secretary',
      step: 'strike',
      on: '2026-11-21',
      inputs: { reason: 'other', resolution: doc('13-NQ/CB', '2026-11-21') },
    });
    expect(await chosenFor(ward.world.db, 2027, ward.cell)).toBe(1);
  });
});

describe('the half-yearly assessment (S3-42, S3-44)', () => {
  const degrees = { motive: 'clear', striving: 'clear', achievement: 'partly', recognised: 'clear' };
  const read = async (year: number, half: string) =>
    (await ward.secretary.get(`/api/fostering/assessments?year=${year}&half=${half}`)).body;

  it('lists who is not assessed, and afterwards what was said in words', async () => {
    expect(await read(2026, 'h2')).toMatchObject({ total: 1, missing: 1 });
    const inputs = { year: 2026, half: 'h2', ...degrees, words: 'Cần mạnh dạn hơn' };
    expect((await act([ward.secretary, ids.hanh], 'assess', inputs)).status).toBe(200);
    expect(await read(2026, 'h2')).toMatchObject({ missing: 0, items: [{ assessment: degrees }] });
    expect(await read(2027, 'h1')).toMatchObject({
      missing: 1,
      items: [{ assessment: null, before: { year: 2026, half: 'h2', achievement: 'partly' } }],
    });
  });

  it('asks for all four criteria, and gives no number for a person', async () => {
    const { motive } = degrees;
    const answer = await act([ward.secretary, ids.hanh], 'assess', { year: 2026, half: 'h1', motive });
    expect(answer.status).toBe(400);
    const [row] = (await read(2026, 'h2')).items;
    expect(Object.keys(row)).toEqual(expect.not.arrayContaining(['points', 'score', 'rank']));
  });

  it('is not for the helper or another office to write', async () => {
    const leader = await ward.world.as('committee_leader', ward.ward);
    expect((await act([leader, ids.hanh], 'assess', { year: 2026, half: 'h2', ...degrees })).status).toBe(
      403,
    );
  });
});

describe('notice and consent', () => {
  it('lists who was told by whom, and who is missing', async () => {
    const { body } = await ward.secretary.get('/api/fostering/consents');
    expect(body.missing).toBe(1);
    expect(body.items).toContainEqual(
      expect.objectContaining({ name: 'Đỗ Thị Hạnh', informedOn: '2024-01-05', informedBy: 'Nguyễn Văn An' }),
    );
    const missing = (await ward.secretary.get('/api/fostering/consents?missing=true')).body;
    expect(missing.items.map(({ name }: { name: string }) => name)).toEqual(['Tạ Văn Mới']);
    expect(missing.total).toBe(1);
  });

  it('stands in the way of the list until it is there', async () => {
    expect(await names('?group=nominated&mark=untold')).toEqual(['Tạ Văn Mới']);
  });
});
