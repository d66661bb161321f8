// The worked cases K1–K18 in an installation into which a set was loaded: the figures of the program give the numbers that stand in the
// requirements, and the tree of the set counts none of them.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startWorld } from '../../../test/app.ts';
import { golden } from '../golden.ts';
import { generateFlows, optionsOf } from '../generate.ts';
import { Observed } from '../observe.ts';
import { unitIdOf } from './ids.ts';
import { type Loaded, loadSet } from './load.ts';
import { sourceOf } from './source.ts';

const options = optionsOf({ set: 'S', seed: 1 });
const world = await startWorld({ fresh: true });
let loaded: Loaded;
beforeAll(async () => {
  loaded = await loadSet(world.db, sourceOf(options));
  world.setToday(options.today);
}, 300_000);

const idOf = (line: number) => unitIdOf(loaded.names, line);
const clients = new Map<number, Client>();
async function officeOf(line: number, kind = 'base_officer'): Promise<Client> {
  const found = clients.get(line) ?? (await world.as(kind, idOf(line)));
  clients.set(line, found);
  return found;
}
async function read(line: number, words: string, kind?: string) {
  const answer = await (await officeOf(line, kind)).get(`/api/${words}`);
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([200, expect.any(String)]);
  return answer.body;
}
const figure = (line: number, words: string, kind?: string) => read(line, `statistics/${words}`, kind);
const total = async (line: number, words: string, kind?: string): Promise<number> =>
  (await figure(line, words, kind)).total.count;

interface Row {
  key: string;
  count: number;
}
const counts = ({ rows }: { rows: Row[] }) => Object.fromEntries(rows.map(({ key, count }) => [key, count]));

test('nothing is left out', () => {
  expect([...loaded.left]).toEqual([]);
});

test('the set counts its own members only', async () => {
  const seen = new Observed();
  for (const flow of generateFlows(options)) seen.see(flow);
  expect(await total(1, 'members', 'superior_board')).toBe(seen.membersNow());
});

describe('Châu Hưng and Vĩnh Lợi 2021', () => {
  test('13 asked, 15 aimed at, 8 admitted by 9/7 (K1), 610 to 2025 (K2), the cells are given 13 (K17)', async () => {
    const { unit, items } = await read(
      golden.vinhLoi,
      `plans?unit=${idOf(golden.chauHung)}&period=2021&on=2021-07-09`,
      'superior_board',
    );
    expect([unit.done.value, unit.assigned.minimum, unit.aim.minimum]).toEqual([8, 13, 15]);
    expect(items.length).toBe(4);
    expect(unit.below.difference.assigned).toMatchObject({ state: 'even' });
    expect(await total(golden.chauHung, 'admission?from=2021-01-01&to=2021-07-09')).toBe(8);
    const { unit: district } = await read(golden.vinhLoi, 'plans?period=2021-2025&on=2021-07-09');
    expect(district.assigned.minimum).toBe(610);
  });

  test('16 struck off in half a year, by reason 16 (K13); the movement holds', async () => {
    const table = await figure(golden.chauHung, 'removed?period=2021-H1&by=reason');
    expect(table.total.count).toBe(16);
    expect(counts(table)).toMatchObject({ BOSH: 4, DIXA: 4, GIAMSUT: 4, TRATHE: 4 });
    const { bridge } = await figure(golden.chauHung, 'movement?period=2021-H1');
    expect(bridge).toMatchObject({ difference: 7 - 16, holds: true });
  });

  test('all eight who were due are recognised in time (K15)', async () => {
    const table = await figure(golden.chauHung, 'recognition_due?period=2022&by=outcome');
    expect(table.total.count).toBe(8);
    expect(counts(table)).toMatchObject({ in_time: 8 });
  });
});

test('Kinh Bắc: 8, 5 and 2 admitted (K3–K5), 463 members in 6 + 3 + 1 + 1 cells, 42,1 in each (K6)', async () => {
  const ward = golden.kinhBac;
  expect([
    await total(ward, 'admission?period=2016'),
    await total(ward, 'admission?period=2017'),
    await total(ward, 'admission?from=2018-01-01&to=2018-04-27'),
  ]).toEqual([8, 5, 2]);
  expect(await total(ward, 'members?on=2018-04-27')).toBe(463);
  expect(counts(await figure(ward, 'cells?by=cell_type'))).toMatchObject({
    TDP: 6,
    TRUONG: 3,
    YTE: 1,
    CA: 1,
  });
  const mean = (await figure(ward, 'members_per_cell?on=2018-04-27')).total;
  expect(mean.value.toFixed(1)).toBe('42.1');
  const { unit } = await read(ward, 'plans?period=2018&on=2018-04-27');
  expect([unit.assigned.minimum, unit.assigned.maximum, unit.done.value]).toEqual([3, 5, 2]);
});

test('Quảng Ninh: at least 2.070, of whom 145, 620 and 28 (K7)', async () => {
  const id = idOf(golden.quangNinh);
  const { figures } = await read(golden.quangNinh, `plans/${id}?period=2023&on=2023-09-30`, 'superior_board');
  const admission = figures.find((one: { figure: string }) => one.figure === 'admission');
  expect(admission.line.done).toEqual({ value: 2070, mark: 'at_least' });
  expect(admission.told[0].named.part).toBe(793);
});

test('Hải Hà: 36 organisations and 215 cells, 251 in all, 5,97 each (K8)', async () => {
  const { rows } = await figure(golden.haiHa, 'organisations', 'superior_board');
  expect(counts({ rows }).own).toBe(36);
  expect(await total(golden.haiHa, 'organisations')).toBe(251);
  expect((await figure(golden.haiHa, 'cells_per_base')).total.value.toFixed(2)).toBe('5.97');
});

test('Bình Liêu: guests are counted once (K9)', async () => {
  const on = async (words: string) => total(golden.binhLieu, words, 'superior_board');
  expect([await on('members?on=2021-02-28'), await on('members?on=2021-03-01')]).toEqual([105, 105]);
  expect([await on('guests?on=2021-02-28'), await on('guests?on=2021-03-01')]).toEqual([0, 2]);
});

test('Pha Long: eleven, six in villages (K10); Nì Xỉ 4: six members, two of them new, two in class (K11, K16)', async () => {
  const commune = golden.phaLong;
  const admitted = await figure(commune, 'admission?period=2021&by=cell_type');
  expect([admitted.total.count, counts(admitted).THON]).toEqual([11, 6]);
  const cell = `unit=${idOf(golden.niXi4)}`;
  expect(await total(commune, `members?${cell}&on=2021-12-31`)).toBe(6);
  expect(await total(commune, `admission?${cell}&period=2021`)).toBe(2);
  expect(await total(commune, `class?${cell}&period=2021`)).toBe(2);
});

test('Lào Cai: at least two thousand a year (K12)', async () => {
  const id = idOf(golden.laoCai);
  const words = `plans/${id}?period=2020&on=2020-12-31`;
  const { figures } = await read(golden.laoCai, words, 'superior_board');
  const admission = figures.find((one: { figure: string }) => one.figure === 'admission');
  expect(admission.line.done).toEqual({ value: 2000, mark: 'at_least' });
});

test('six official members and one on probation (K14)', async () => {
  const status = async (where: string) =>
    total(golden.nomination, `members?on=2021-10-05&where=kind:${where}`);
  expect([await status('official'), await status('probationary')]).toEqual([6, 1]);
});

test('Châu Hưng, Kinh Bắc and Pha Long bear their codes of today (K18)', async () => {
  const codes = [golden.chauHung, golden.kinhBac, golden.phaLong].map(idOf);
  const rows = await world.db
    .selectFrom('unit')
    .select(['id', 'place_code'])
    .where('id', 'in', codes)
    .execute();
  expect(codes.map((id) => rows.find((row) => row.id === id)?.place_code)).toEqual([
    '31900',
    '09187',
    '02752',
  ]);
});
