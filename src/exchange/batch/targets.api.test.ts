// Targets by workbook: figures, ranges, approximate and unknown numbers, periods, results told, the document that they
// follow; the same file again, a changed number, and undoing it – over HTTP.
import { beforeAll, expect, test } from 'vitest';
import { type Client, startWorld, type World } from '../../../test/app.ts';
import { order as ordered, upload, viewed } from '../../../test/importing.ts';
import { newId } from '../../platform/ids.ts';
import { foldTargets } from '../../plans/target.ts';
import { entriesOf } from '../../platform/ledger.ts';
import { settled } from './batch.store.ts';

let world: World;
let district: number;
let commune: number;
let cell: number;
let officer: Client;

beforeAll(async () => {
  world = await startWorld({ today: '2021-09-30' });
  district = await world.unit({ name: 'Đảng bộ huyện Vĩnh Lợi', kind: 'district' });
  commune = await world.unit({
    name: 'Đảng bộ thị trấn Châu Hưng',
    kind: 'base_organisation',
    parent: district,
  });
  cell = await world.unit({ name: 'Chi bộ ấp Thông Lưu', kind: 'cell', parent: commune });
  officer = await world.as('superior_board', district);
});

async function bring(text: string) {
  const id = await upload(world, officer, text);
  return { id, ...(await viewed(officer, id)) };
}
async function order(id: string, verb: 'run' | 'undo') {
  const answer = await ordered(officer, id, verb);
  expect([verb, answer.status]).toEqual([verb, 200]);
  await settled(id);
  return viewed(officer, id);
}

async function standing(unitId: number) {
  const stream = `target:${unitId}`;
  const { said, told } = foldTargets((await entriesOf(world.db, [stream])).get(stream) ?? []);
  const numbers = said.map((one) => [
    one.kind,
    one.period,
    one.figure,
    one.minimum,
    one.maximum,
    one.mark,
    one.since,
  ]);
  return { numbers: numbers.toSorted(), told, said };
}
const assignedBy = async (unitId: number) => {
  const stream = `target:${unitId}`;
  const entries = (await entriesOf(world.db, [stream])).get(stream) ?? [];
  return entries.filter(({ kind }) => kind === 'target.assigned').map(({ data }) => data);
};

const heading =
  'Đơn vị,"Năm, giai đoạn",Chỉ tiêu kết nạp,Đăng ký,Phấn đấu,Chỉ tiêu tạo nguồn,Chỉ tiêu bồi dưỡng nhận thức,Chỉ tiêu giới thiệu,Kết quả kết nạp,Đánh giá kết quả,Giao từ ngày,Theo văn bản số,Ngày văn bản';
const file = (...rows: string[]) => ['CHỈ TIÊU', '', heading, ...rows].join('\n');

test('every figure of a line, for a year and for a period, by the document of the register (S0-02, S0-05, S0-20, S2-07)', async () => {
  const plan = await officer.post('/api/documents', {
    clientId: newId(),
    type: 'ke_hoach',
    number: '130-KH/HU',
    issuer: 'Huyện ủy Vĩnh Lợi',
    subject: 'Về kết nạp đảng viên giai đoạn 2021 - 2025',
    issuedOn: '2021-01-12',
    scopeUnitId: district,
  });
  const text = file(
    'Đảng bộ huyện Vĩnh Lợi,2021-2025,610,,,,,,,,,130-KH/HU,12/01/2021',
    'Đảng bộ thị trấn Châu Hưng,2021,13,13-15,15,20,chưa rõ số,4,≥ 8,,,130 – kh/hu,',
    'Chi bộ ấp Thông Lưu,2021,3-5,,,,,,2,vượt,,77-KH/ĐU,01/02/2021',
  );
  const first = await bring(text);
  expect(first.preview.issues.map((issue: { code: string }) => issue.code)).toEqual([
    'exchange.document_unknown',
  ]);
  const done = await order(first.id, 'run');
  expect([done.state, done.counts.targets]).toEqual(['done', 7]);

  expect((await standing(district)).numbers).toEqual([
    ['assigned', '2021-2025', 'admission', 610, 610, 'exact', '2021-01-12'],
  ]);
  expect((await assignedBy(district))[0]).toMatchObject({
    given: 'outside',
    documentId: plan.body.id,
    decision: null,
  });
  const town = await standing(commune);
  expect(town.numbers).toEqual([
    ['aim', '2021', 'admission', 15, 15, 'exact', '2021-01-01'],
    ['assigned', '2021', 'admission', 13, 13, 'exact', '2021-01-01'],
    ['assigned', '2021', 'class', null, null, 'exact', '2021-01-01'],
    ['assigned', '2021', 'introduction', 4, 4, 'exact', '2021-01-01'],
    ['assigned', '2021', 'sourcing', 20, 20, 'exact', '2021-01-01'],
    ['registered', '2021', 'admission', 13, 15, 'exact', '2021-01-01'],
  ]);
  expect(town.told).toMatchObject([{ value: 8, mark: 'at_least', asOf: '2021-09-30', verdict: null }]);
  expect((await assignedBy(commune))[0]).toMatchObject({ given: 'above', documentId: plan.body.id });
  const own = await standing(cell);
  expect(own.numbers).toEqual([['assigned', '2021', 'admission', 3, 5, 'exact', '2021-02-01']]);
  expect(own.told).toMatchObject([{ value: 2, verdict: 'exceeded' }]);
  expect((await assignedBy(cell))[0]).toMatchObject({
    documentId: null,
    decision: { number: '77-KH/ĐU', on: '2021-02-01', by: null },
  });

  const { citing, can } = (await officer.get(`/api/documents/${plan.body.id}`)).body;
  expect(citing).toMatchObject([
    {
      id: 'targets',
      items: [
        { label: 'Đảng bộ thị trấn Châu Hưng', second: '2021', on: null },
        { label: 'Đảng bộ huyện Vĩnh Lợi', second: '2021–2025', on: '2021-01-12' },
      ],
    },
  ]);
  expect(can).not.toContain('withdraw');

  // The same file again brings nothing; a document registered since is linked by it.
  const again = await bring(text);
  expect(again.preview.writes.targets).toBe(0);
  await officer.post('/api/documents', {
    clientId: newId(),
    type: 'ke_hoach',
    number: '77-KH/ĐU',
    issuer: 'Đảng ủy thị trấn Châu Hưng',
    subject: 'Về kết nạp đảng viên năm 2021',
    issuedOn: '2021-02-01',
    scopeUnitId: commune,
  });
  const linked = await bring(text);
  expect([linked.preview.writes.targets, linked.preview.issues]).toEqual([1, []]);
});

test('a number changed from a day on stands from that day; undone, the earlier one stands again (S0-05)', async () => {
  const before = (await standing(cell)).numbers;
  const changed = await bring(file('Chi bộ ấp Thông Lưu,2021,6,,,,,,2,vượt,01/07/2021,77-KH/ĐU,01/02/2021'));
  await order(changed.id, 'run');
  const { said } = await standing(cell);
  expect(said.map(({ since, until, minimum }) => [since, until, minimum])).toEqual([
    ['2021-02-01', '2021-07-01', 3],
    ['2021-07-01', null, 6],
  ]);
  expect((await order(changed.id, 'undo')).state).toBe('undone');
  expect((await standing(cell)).numbers).toEqual(before);
});

test('negative, fractional and unreadable numbers, a period that is none and a unit out of reach are named; the rest is taken', async () => {
  const { id, preview } = await bring(
    file(
      'Đảng bộ thị trấn Châu Hưng,2022,-3,,,,,,,,,,',
      'Đảng bộ thị trấn Châu Hưng,2023,"2,5",,,,,,,,,,',
      'Đảng bộ thị trấn Châu Hưng,quý I,3,,,,,,,,,,',
      'Đảng bộ xã Lạ,2022,3,,,,,,,,,,',
      'Chi bộ ấp Thông Lưu,2022,2,,,,,,,,,,',
    ),
  );
  const said = preview.issues.map((issue: { code: string; place: string }) => [
    issue.code,
    issue.place.split('!')[1],
  ]);
  expect(said).toEqual([
    ['exchange.number_unreadable', 'C4'],
    ['exchange.number_unreadable', 'C5'],
    ['exchange.year_unreadable', 'B6'],
    ['exchange.unit_outside', 'A7'],
    ['exchange.unit_unknown', 'A7'],
  ]);
  expect(preview.writes.targets).toBe(1);
  expect((await order(id, 'run')).counts.targets).toBe(1);
});
