// The monthly review of a cell: bulk by one resolution, once however often it is sent, taken back whole, printed.
import { beforeAll, describe, expect, it } from 'vitest';
import { startWard, nominate, type Ward } from '../../test/road.ts';
import type { Answer, Client } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';

let ward: Ward;
const people: Record<string, string> = {};
const told = { informedOn: '2026-09-01', agreed: true };
const paper = { number: '09-NQ/CB', on: '2026-11-20' };

beforeAll(async () => {
  ward = await startWard();
  const inputs = { proposerKind: 'member', ...told, informedBy: ward.members[0] };
  const add = async (name: string, more: object = {}) => {
    people[name] = await nominate(ward, name, { happenedOn: '2026-09-02', inputs, ...more });
  };
  await add('Đỗ Thị Hạnh');
  await add('Ngô Văn Khải');
  await add('Bùi Thị Lành');
  await add('Tạ Văn Mới', {
    inputs: { proposerKind: 'member' },
    person: { fullName: 'Tạ Văn Mới', bornOn: '1999' },
  });
});

const review = (by: Client, lines: object[], more: object = {}): Promise<Answer> =>
  by.post('/api/fostering/reviews', {
    clientId: newId(),
    unitId: ward.cell,
    resolution: paper,
    lines,
    ...more,
  });
const lineOf = (name: string, choice: 'list' | 'strike', reason?: string) => ({
  id: people[name],
  choice,
  ...(reason ? { reason } : {}),
});
const stages = async (): Promise<Record<string, string>> => {
  const { body } = await ward.secretary.get('/api/dossiers?limit=100');
  return Object.fromEntries(
    body.items.map((row: { fullName: string; stage: string }) => [row.fullName, row.stage]),
  );
};
interface Routine {
  step: string;
  withdrawn: object | null;
}
const routines = async () =>
  ((await ward.secretary.get(`/api/routines?unit=${ward.cell}`)).body.items as Routine[]).filter(
    ({ step, withdrawn }) => step === 'list_review' && withdrawn === null,
  );

describe('monthly review by resolution (S3-42, S4-24)', () => {
  it('starts from everybody who is proposed or on the list, and nobody of another cell', async () => {
    const { body } = await ward.secretary.get(`/api/fostering/reviews?unit=${ward.cell}`);
    expect(body.rows.map((row: { name: string }) => row.name)).toHaveLength(4);
    expect(body.can).toEqual(['review']);
    expect(body.reasons.length).toBeGreaterThan(1);
    const other = await ward.world.as('cell_secretary', ward.other);
    expect((await other.get(`/api/fostering/reviews?unit=${ward.cell}`)).status).toBe(404);
    expect((await review(other, [])).status).toBe(404);
  });

  it('says before writing who may not come on the list, and why', async () => {
    const lines = [lineOf('Đỗ Thị Hạnh', 'list'), lineOf('Tạ Văn Mới', 'list')];
    const body = { clientId: newId(), unitId: ward.cell, resolution: paper, lines };
    const { body: told } = await ward.secretary.post('/api/fostering/reviews/preview', body);
    expect(told.lines.map((line: { outcome: string }) => line.outcome)).toEqual(['allowed', 'refused']);
    expect(told.lines[1].why.vi).toMatch(/đồng ý|thông báo/);
    expect(told.already).toBe(false);
    expect((await stages())['Đỗ Thị Hạnh']).toBe('nominated');
  });

  it('puts on and takes off in one write, and covers the month', async () => {
    const clientId = newId();
    const lines = [
      lineOf('Đỗ Thị Hạnh', 'list'),
      lineOf('Ngô Văn Khải', 'list'),
      lineOf('Bùi Thị Lành', 'strike', 'lost_contact'),
      lineOf('Tạ Văn Mới', 'list'),
    ];
    const first = await review(ward.secretary, lines, { clientId });
    expect(first.body.done).toHaveLength(3);
    expect(first.body.left).toMatchObject([{ id: people['Tạ Văn Mới'], name: 'Tạ Văn Mới' }]);
    const again = await review(ward.secretary, lines, { clientId });
    expect(again.body.done).toHaveLength(3);
    expect(await stages()).toMatchObject({
      'Đỗ Thị Hạnh': 'listed',
      'Ngô Văn Khải': 'listed',
      'Bùi Thị Lành': 'closed',
      'Tạ Văn Mới': 'nominated',
    });
    expect(await routines()).toHaveLength(1);
  });

  it('takes a second resolution of the month without a second record of it', async () => {
    const resolution = { number: '10-NQ/CB', on: '2026-11-21' };
    const { body } = await review(ward.secretary, [lineOf('Ngô Văn Khải', 'strike', 'other')], {
      resolution,
    });
    expect(body.done).toHaveLength(1);
    expect(await routines()).toHaveLength(1);
  });

  it('prints who came, who went and why, and who stayed', async () => {
    const address = `/api/fostering/reviews/sheet?unit=${ward.cell}&number=10-NQ%2FCB&on=2026-11-21`;
    const { body } = await ward.secretary.get(address);
    expect(body.removed).toMatchObject([{ name: 'Ngô Văn Khải', reason: 'Lý do khác' }]);
    expect(body.added).toEqual([]);
    expect(body.kept).toMatchObject([{ name: 'Đỗ Thị Hạnh' }]);
    expect(body.superior).toBe('Đảng bộ phường Kinh Bắc');
    expect((await ward.secretary.get(address.replace('10-NQ', '99-NQ'))).status).toBe(404);
    const mass = await ward.world.as('mass_officer', ward.ward);
    expect((await mass.get(address)).status).toBe(403);
  });

  it('is taken back whole, and then the month is open again', async () => {
    const undo = (number: string, on: string) =>
      ward.secretary.post('/api/fostering/reviews/undo', {
        clientId: newId(),
        unitId: ward.cell,
        number,
        on,
        reason: 'Ghi nhầm số nghị quyết',
      });
    expect((await undo('10-NQ/CB', '2026-11-21')).body).toEqual({ done: 1, left: [] });
    expect((await stages())['Ngô Văn Khải']).toBe('listed');
    expect((await undo('09-NQ/CB', '2026-11-20')).body).toEqual({ done: 3, left: [] });
    expect(await stages()).toMatchObject({ 'Đỗ Thị Hạnh': 'nominated', 'Bùi Thị Lành': 'nominated' });
    expect(await routines()).toHaveLength(0);
  });

  it('leaves what was built upon, names it, and keeps the month', async () => {
    await review(ward.secretary, [lineOf('Đỗ Thị Hạnh', 'list')]);
    const { body: view } = await ward.officer.get(`/api/dossiers/${people['Đỗ Thị Hạnh']}`);
    const certificate = { number: '1/GCN', on: '2026-11-21', by: 'Trung tâm chính trị' };
    await ward.officer.post(`/api/dossiers/${view.id}/acts`, {
      clientId: newId(),
      version: view.version,
      step: 'class_certificate',
      happenedOn: '2026-11-21',
      inputs: { certificate },
    });
    const { body } = await ward.secretary.post('/api/fostering/reviews/undo', {
      clientId: newId(),
      unitId: ward.cell,
      ...paper,
      reason: 'Ghi nhầm số nghị quyết',
    });
    expect(body).toMatchObject({ done: 0, left: [{ name: 'Đỗ Thị Hạnh' }] });
    expect(await routines()).toHaveLength(1);
  });

  it('records a month in which nobody came or went', async () => {
    const resolution = { number: '08-NQ/CB', on: '2026-10-20' };
    expect((await review(ward.secretary, [], { resolution })).status).toBe(200);
    const { body } = await ward.secretary.get(`/api/fostering/reviews?unit=${ward.cell}`);
    expect(body.held).toContainEqual(
      expect.objectContaining({ number: '08-NQ/CB', on: '2026-10-20', added: 0, removed: 0 }),
    );
  });

  it('may be entered by the officer of the committee from the paper, and by nobody who only reads', async () => {
    const resolution = { number: '11-NQ/CB', on: '2026-11-21' };
    const { body } = await review(ward.officer, [lineOf('Bùi Thị Lành', 'list')], { resolution });
    expect(body.done).toHaveLength(1);
    const leader = await ward.world.as('committee_leader', ward.ward);
    expect((await review(leader, [])).status).toBe(403);
  });

  it('refuses people of another cell and the same person twice', async () => {
    const line = lineOf('Ngô Văn Khải', 'list');
    expect((await review(ward.secretary, [line, line])).body.error.code).toBe('fostering.named_twice');
    expect((await review(ward.officer, [line], { unitId: ward.other })).body.error.code).toBe(
      'fostering.of_another_cell',
    );
    expect((await review(ward.officer, [], { unitId: ward.ward })).body.error.code).toBe(
      'fostering.not_a_cell',
    );
  });
});
