// The result of a year over HTTP: counted to its last day against the targets in force that day, frozen with the rating,
// compared with what is known later; who may rate, and whom a commendation may be considered for.
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { rebuild } from '../platform/ledger.ts';
import { readRegulationFiles } from '../rules/files.store.ts';
import type { Client } from '../../test/app.ts';
import { startWard, type Ward } from '../../test/road.ts';
import { levels } from './rating.ts';

const place: { ward: Ward } = { ward: undefined as never };

const lineOf = (figure: string, minimum: number, maximum = minimum) => ({
  figure,
  part: '',
  minimum,
  maximum,
  mark: 'exact',
});
const given = { given: 'above', decision: { number: '02-KH/ĐU', on: '2025-01-10', by: 'Đảng ủy phường' } };
async function say(client: Client, path: string, minimum: number, more: object = {}) {
  const answer = await client.post(`/api/targets/${path}`, {
    clientId: newId(),
    period: '2025',
    happenedOn: '2025-01-10',
    lines: [lineOf('admission', minimum)],
    ...more,
  });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
}
const admit = (unit: number, day: string) =>
  place.ward.world.person({
    name: `Người kết nạp ${day}`,
    unit,
    kind: 'probationary',
    admittedOn: day,
    decidedOn: day,
  });

beforeAll(async () => {
  const ward = await startWard({ today: '2026-01-05' });
  place.ward = ward;
  await say(ward.officer, `${ward.cell}/assigned`, 3, given);
  await say(ward.secretary, `${ward.cell}/registered`, 4);
  for (const day of ['2025-02-03', '2025-05-19', '2025-09-02', '2025-11-28']) await admit(ward.cell, day);
  await say(ward.officer, `${ward.other}/assigned`, 2, given);
  await admit(ward.other, '2025-06-01');
});

const result = async (client: Client, unit: number, year = 2025) =>
  (await client.get(`/api/plans/${unit}/result?year=${year}`)).body;
const rating = (seen: string, more: object = {}) => ({
  clientId: newId(),
  year: 2025,
  level: 'httnv',
  happenedOn: '2026-01-05',
  decision: { number: '15-QĐ/ĐU', on: '2026-01-05', by: 'Ban Thường vụ Đảng ủy phường' },
  seen,
  ...more,
});
const rate = (client: Client, unit: number, body: object) => client.post(`/api/plans/${unit}/result`, body);

describe('the result of a year (S0-35, S1-26, S1-27, S2-37)', () => {
  it('counts to 31 December against the target in force that day, with its trace, and nobody retypes it (S0-35, S2-37)', async () => {
    const { officer, cell } = place.ward;
    await admit(cell, '2026-01-02');
    const seen = await result(officer, cell);
    expect(seen).toMatchObject({ asOf: '2025-12-31', over: true, can: ['rate'], rating: null });
    expect(seen.lines).toMatchObject([
      {
        figure: 'admission',
        assigned: { minimum: 3, maximum: 3 },
        registered: { minimum: 4 },
        since: '2025-01-10',
        done: { value: 4 },
        status: 'exceeded',
        counted: { cases: 4 },
      },
    ]);
    const trace = await place.ward.world.db
      .selectFrom('ledger')
      .select('kind')
      .where('client_id', 'in', seen.lines[0].said)
      .execute();
    expect(trace.map(({ kind }) => kind).toSorted()).toEqual(['target.assigned', 'target.registered']);
    expect((await result(officer, cell, 2026)).asOf).toBe('2026-01-05');
  });

  it('freezes the numbers with the rating, and says when later records differ (S0-35)', async () => {
    const { world, officer, secretary, cell } = place.ward;
    const { seen } = await result(officer, cell);
    const body = rating(seen);
    const [first, again] = await Promise.all([rate(officer, cell, body), rate(officer, cell, body)]);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(first.body.rating).toMatchObject({
      level: 'httnv',
      asOf: '2025-12-31',
      differs: false,
      lines: [{ done: { value: 4 }, assigned: { minimum: 3 }, registered: { minimum: 4 } }],
    });
    expect((await result(secretary, cell)).rating).toMatchObject({ level: 'httnv', can: [] });
    await admit(cell, '2025-12-20');
    const later = await result(officer, cell);
    expect(later.lines[0].done.value).toBe(5);
    expect(later.rating).toMatchObject({ differs: true, lines: [{ done: { value: 4 } }] });
    expect((await rate(officer, cell, rating(seen))).body.error.code).toBe('rating.changed_meanwhile');
    expect((await rate(officer, cell, rating(later.seen))).body.error.code).toBe('rating.rated_meanwhile');
    expect(
      (await rate(officer, cell, rating(later.seen, { level: 'htxsnv', over: later.rating.entry }))).body
        .rating,
    ).toMatchObject({
      level: 'htxsnv',
      differs: false,
    });
    const rows = () => world.db.selectFrom('unit_rating').selectAll().execute();
    const before = await rows();
    await rebuild(world.db);
    expect(await rows()).toEqual(before);
  });

  it('is recorded by the committee above only, and taken back by it (S4-11)', async () => {
    const { officer, secretary, board, cell, ward, other } = place.ward;
    const own = await result(officer, ward);
    expect(own.can).toEqual([]);
    expect((await rate(officer, ward, rating(own.seen))).status).toBe(403);
    const { seen } = await result(officer, other);
    expect((await rate(secretary, cell, rating(seen))).status).toBe(403);
    expect((await rate(secretary, other, rating(seen))).status).toBe(403);
    expect((await secretary.get(`/api/plans/${other}/result?year=2025`)).status).toBe(404);
    const done = await rate(board, ward, rating((await result(board, ward)).seen));
    expect(done.body.rating.level).toBe('httnv');
    const { entry } = done.body.rating;
    const back = await board.post(`/api/plans/${ward}/result/withdraw`, {
      clientId: newId(),
      year: 2025,
      entry,
    });
    expect(back.body.rating).toBeNull();
    const twice = await board.post(`/api/plans/${ward}/result/withdraw`, {
      clientId: newId(),
      year: 2025,
      entry,
    });
    expect(twice.body.error.code).toBe('rating.gone');
    expect(
      (await rate(board, ward, rating(back.body.seen, { happenedOn: '2024-12-30' }))).body.error.code,
    ).toBe('rating.before_year');
  });

  it('asks a unit without a superior here for the paper', async () => {
    const { world, province } = place.ward;
    const top = await world.as('superior_board', province);
    const { seen, can } = await result(top, province);
    expect(can).toEqual(['rate']);
    const bare = rating(seen, { decision: { number: null, on: null, by: null } });
    expect((await rate(top, province, bare)).body.error.code).toBe('rating.no_paper');
    expect((await rate(top, province, rating(seen))).status).toBe(200);
  });

  it('lists registered against achieved in the order of the tree, unranked, quality beside quantity (S1-26, S1-27, S1-40, S3-55, S3-58)', async () => {
    const { officer, ward, cell, other } = place.ward;
    const { body } = await officer.get(`/api/commendations?unit=${ward}&year=2025`);
    expect(body.items.map(({ unitId }: { unitId: number }) => unitId)).toEqual([cell, other]);
    expect(body.items[0]).toMatchObject({
      worthy: true,
      remarks: [],
      level: 'htxsnv',
      lines: [{ registered: { minimum: 4 }, done: { value: 5 }, kept: true }],
      quality: { count: 5, notRecognised: 0, removed: 0 },
    });
    expect(body.items[1]).toMatchObject({ worthy: false, remarks: ['behind'], lines: [{ kept: null }] });
    await say(officer, `${other}/assigned`, 1, { ...given, reason: 'other', why: 'Điều chỉnh theo nguồn' });
    const measure = await officer.post('/api/measures', {
      clientId: newId(),
      unitId: other,
      period: '2025',
      happenedOn: '2025-03-01',
      what: 'Tọa đàm với thanh niên',
      officeId: officer.officeId,
      dueOn: '2025-06-30',
    });
    expect(measure.status).toBe(200);
    const next = (await officer.get(`/api/commendations?unit=${ward}&year=2025`)).body.items[1];
    expect(next).toMatchObject({ worthy: false, remarks: ['late_measures'], measures: { open: 1, late: 1 } });
  });

  it('knows the levels of the procedure of the yearly rating', () => {
    const files = readRegulationFiles(new URL('../../regulations', import.meta.url).pathname);
    const text =
      files['procedures/evaluation.yaml'] ??
      Object.entries(files).find(([name]) => name.endsWith('evaluation.yaml'))?.[1] ??
      '';
    const block = text.slice(text.indexOf('&levels'), text.indexOf('id: score'));
    expect([...block.matchAll(/code: (\w+)/g)].map((match) => match[1])).toEqual([...levels]);
  });
});
