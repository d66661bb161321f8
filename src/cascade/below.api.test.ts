// Who may see and write a cascade, and how numbers go further down the tree as drafts of those below.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, startWorld, type World } from '../../test/app.ts';
import { newId } from '../platform/ids.ts';

let world: World;
let district: number;
let town: number;
const cells: number[] = [];

beforeAll(async () => {
  world = await startWorld({ today: '2022-05-10' });
  district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district' });
  town = await world.unit({
    name: 'Đảng bộ thị trấn Châu Hưng',
    kind: 'base_organisation',
    parent: district,
  });
  for (let at = 1; at <= 2; at += 1) cells.push(await world.unit({ name: `Chi bộ ấp ${at}`, parent: town }));
  const officer = await world.as('base_officer', town);
  await officer.post(at('open'), { clientId: newId(), period: '2022' });
});

const at = (path: string, unit = town) => `/api/plans/${unit}/cascade/${path}`;
const line = (unitId: number, number: number) => ({
  unitId,
  figure: 'admission',
  amount: { minimum: number, maximum: number, mark: 'exact' },
});
const look = async (by: Client, unit = town) => (await by.get(`/api/plans/${unit}/cascade?period=2022`)).body;
interface Row {
  unitId: number;
  cells: { figure: string; assigned: object | null; draft: { amount: { minimum: number } } | null }[];
}

describe('who sees and does what', () => {
  it('a cell has a plan in words, no units below, and sees nothing of its neighbours (S2-13, S2-19, S3-26)', async () => {
    const secretary = await world.as('cell_secretary', cells[1] as number);
    const view = await look(secretary, cells[1]);
    expect([view.rows, view.can]).toEqual([[], ['write', 'propose']]);
    expect((await secretary.get(`/api/plans/${town}/cascade?period=2022`)).status).toBe(404);
    expect((await secretary.get(`/api/plans/${cells[0]}/cascade?period=2022`)).status).toBe(404);
    const own = { clientId: newId(), period: '2022', version: 0, goals: 'Kết nạp 2 đồng chí' };
    expect((await secretary.post(at('describe', cells[1]), own)).body.state).toBe('draft');
    const assign = await secretary.post(at('draft', cells[1]), {
      clientId: newId(),
      period: '2022',
      lines: [],
    });
    expect(assign.status).toBe(403);
  });

  it('who only reads cannot write', async () => {
    const reader = await world.as('inspection', town);
    expect((await look(reader)).can).toEqual([]);
    expect((await reader.post(at('open'), { clientId: newId(), period: '2022' })).status).toBe(403);
  });
});

describe('further down (S3-60)', () => {
  it('shares out level by level as drafts of the committees below, and leaves alone who has begun', async () => {
    const board = await world.as('superior_board', district);
    const second = await world.unit({
      name: 'Đảng bộ xã Châu Thới',
      kind: 'base_organisation',
      parent: district,
    });
    const part = await world.unit({ name: 'Đảng bộ bộ phận', kind: 'sub_committee', parent: second });
    const low = await world.unit({ name: 'Chi bộ 1', parent: part });
    await world.unit({ name: 'Chi bộ 2', parent: second });
    const lines = [line(town, 13), line(second, 4)];
    expect(
      (await board.post(at('draft', district), { clientId: newId(), period: '2022', lines })).status,
    ).toBe(200);
    const body = { clientId: newId(), period: '2022', figures: ['admission'], method: 'equal' };
    const answer = await board.post(at('below', district), body);
    expect(answer.body.left).toMatchObject([{ unitId: town, why: 'has_plan' }]);
    expect(answer.body.made.map((one: { unitId: number }) => one.unitId)).toEqual([second, part]);
    const again = await board.post(at('below', district), body);
    expect(again.body.made).toEqual(answer.body.made);
    const below = await world.as('base_officer', second);
    const view = await look(below, second);
    expect(view.plan).toMatchObject({ state: 'draft', prepared: 'above' });
    expect(view.own.find(({ figure }: { figure: string }) => figure === 'admission')).toMatchObject({
      assigned: null,
      expected: { amount: { minimum: 4 } },
    });
    expect(view.rows.map((row: Row) => row.cells[0]?.draft?.amount?.minimum)).toEqual([2, 2]);
    expect((await look(below, part)).rows[0]).toMatchObject({
      unitId: low,
      cells: [{ draft: { amount: { minimum: 2 } } }, {}, {}, {}],
    });
    // Nobody was assigned anything by it.
    expect(view.rows.map((row: Row) => row.cells[0]?.assigned)).toEqual([null, null]);
  });
});

describe('the paper of a plan (S0-20)', () => {
  it('approved by the district with its document, which stands with the targets and plans below (S2-18, S3-30, S4-12)', async () => {
    const board = await world.as('superior_board', district);
    const paper = {
      clientId: newId(),
      type: 'ke_hoach',
      number: '130-KH/HU',
      issuer: 'Huyện ủy Vĩnh Lợi',
      subject: 'Về phát triển đảng viên năm 2022',
      issuedOn: '2022-01-20',
      scopeUnitId: district,
    };
    const documentId = (await board.post('/api/documents', paper)).body.id;
    const { version } = (await look(board, district)).plan;
    const approval = { clientId: newId(), period: '2022', on: '2022-02-01', version, documentId };
    expect((await board.post(at('approve', district), approval)).body.state).toBe('approved');
    const sheet = (await board.get(`/api/plans/${town}?period=2022`)).body;
    expect(sheet.figures[0].history).toMatchObject([
      { amount: { minimum: 13 }, since: '2022-02-01', documentId },
    ]);

    // A cell that carries it out says so in its own plan, and opens the document.
    const secretary = await world.as('cell_secretary', cells[0] as number);
    const own = { clientId: newId(), period: '2022', version: 0, documents: [documentId] };
    expect((await secretary.post(at('describe', cells[0]), own)).status).toBe(200);
    const { plan } = await look(secretary, cells[0]);
    expect(plan.documents).toEqual([{ id: documentId, label: expect.stringContaining('130-KH/HU') }]);
    expect((await secretary.get(`/api/documents/${documentId}`)).status).toBe(200);
    const cited = (await board.get(`/api/documents/${documentId}`)).body.citing;
    const plans = cited.flatMap(({ items }: { items: { label: string }[] }) => items);
    expect(plans.map(({ label }: { label: string }) => label).join(' · ')).toMatch(
      /Vĩnh Lợi.*ấp 1|ấp 1.*Vĩnh Lợi/,
    );
  });
});
