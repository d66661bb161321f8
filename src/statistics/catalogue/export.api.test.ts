// The workbook holds what the screen shows; small counts of persons are spared for everybody but the unit itself.
import { expect, test } from 'vitest';
import { startWard } from '../../../test/road.ts';
import { readWorkbook } from '../../workbook/read.ts';

const ward = await startWard();
const { person } = ward.world;
for (let at = 0; at < 9; at += 1)
  await person({
    name: `Người ${at}`,
    unit: ward.other,
    kind: 'official',
    fields: { sex: at < 2 ? 'F' : 'M', bornOn: '1980-01-01' },
  });

type Client = typeof ward.officer;
const cellsOf = async (client: Client, url: string): Promise<string[][]> => {
  const answer = await client.get(url);
  expect(answer.status, answer.text).toBe(200);
  const book = await readWorkbook(answer.raw, 'a.xlsx');
  return (book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
};

test('a table by sex, spared for the officer of the ward and whole for the cell itself', async () => {
  const url = `/api/statistics.xlsx?figure=members&by=sex&unit=${ward.other}`;
  const far = await cellsOf(ward.officer, url);
  expect(far.flat()).toContain('ĐẢNG VIÊN');
  expect(far.find((row) => row.includes('Nữ'))?.join('|')).toContain('Dưới 5 hoặc suy ra được');
  expect(far.find((row) => row.includes('Nam'))?.join('|')).toContain('Dưới 5 hoặc suy ra được');
  expect(far.find((row) => row.includes('Tổng số'))).toContain('9');
  const secretary = await ward.world.as('cell_secretary', ward.other);
  const own = await cellsOf(secretary, url);
  expect(own.find((row) => row.includes('Nữ'))).toContain('2');
  expect(own.find((row) => row.includes('Nam'))).toContain('7');
});

test('the movement of a ward, every unit a line and the ward the last', async () => {
  const rows = await cellsOf(ward.officer, '/api/statistics.xlsx?figure=movement&period=2026');
  expect(rows.at(-1)?.[0]).toBe('Toàn đơn vị');
  expect(rows.some((row) => row[0] === 'Chi bộ khu phố 2')).toBe(true);
});

test('a number of few chosen persons does not leave by its sum, nor by the empty rows', async () => {
  const url = `/api/statistics.xlsx?figure=members&unit=${ward.other}`;
  const women = await cellsOf(ward.officer, `${url}&where=sex:F&by=kind`);
  const hidden = 'Dưới 5 hoặc suy ra được';
  for (const label of ['Chính thức', 'Dự bị', 'Tổng số'])
    expect([label, women.find((row) => row.includes(label))?.includes(hidden)]).toEqual([label, true]);
  // The rest of the whole is as small as a small part.
  const parts = await cellsOf(ward.officer, `${url}&by=parts`);
  expect(parts.find((row) => row.includes('Nữ'))).toContain(hidden);
  const secretary = await ward.world.as('cell_secretary', ward.other);
  const own = await cellsOf(secretary, `${url}&where=sex:F&by=kind`);
  expect(own.find((row) => row.includes('Tổng số'))).toContain('2');
});

test('a number of chosen persons does not leave where the rest of all is small', async () => {
  const url = `/api/statistics.xlsx?figure=members&unit=${ward.ward}&by=child`;
  const hidden = 'Dưới 5 hoặc suy ra được';
  const board = await ward.world.as('superior_board', ward.province);
  const lines = async (more: string) => {
    const rows = await cellsOf(board, `${url}${more}`);
    return (label: string) => rows.find((row) => row.includes(label));
  };
  expect((await lines(''))('Chi bộ khu phố 2')).toContain('9');
  const men = await lines('&where=sex:M');
  expect(men('Chi bộ khu phố 2')).toContain(hidden);
  const alone = await cellsOf(
    board,
    `/api/statistics.xlsx?figure=members&unit=${ward.other}&where=sex:M&by=none`,
  );
  expect(alone.find((row) => row.includes('Tổng số'))).toContain(hidden);
  const secretary = await ward.world.as('cell_secretary', ward.other);
  const own = await cellsOf(secretary, `/api/statistics.xlsx?figure=members&where=sex:M&by=none`);
  expect(own.find((row) => row.includes('Tổng số'))).toContain('7');
});

test('the mean age of very few is not taken out of another unit', async () => {
  const cell = await ward.world.unit({ name: 'Chi bộ Một', kind: 'cell', parent: ward.ward });
  const fields = { sex: 'M', bornOn: '1990-01-01' };
  const admitted = { kind: 'official', admittedOn: '2024-01-05', fields } as const;
  for (let at = 0; at < 6; at += 1) await person({ ...admitted, name: `Lớp ${at}`, unit: ward.other });
  await person({ ...admitted, name: 'Một mình', unit: cell });
  const large = await ward.world.unit({ name: 'Chi bộ Đông', kind: 'cell', parent: ward.ward });
  for (let at = 0; at < 8; at += 1) await person({ ...admitted, name: `Đông ${at}`, unit: large });
  const query = `figure=admission_age&unit=${ward.ward}&from=2024-01-01&to=2024-12-31`;
  const far = await cellsOf(
    await ward.world.as('superior_board', ward.province),
    `/api/statistics.xlsx?${query}`,
  );
  expect(far.find((row) => row.includes('Chi bộ Một'))?.slice(2)).toEqual(['1', '1', '', '']);
  // From the mean of all and of the others it could be reckoned.
  expect(far.find((row) => row.includes('Chi bộ khu phố 2'))?.slice(2)).toEqual(['6', '6', '', '']);
  expect(far.find((row) => row.includes('Chi bộ Đông'))?.slice(2)).toEqual(['8', '8', '34', '34']);
  expect(far.find((row) => row.includes('Tổng số'))?.slice(2)).toEqual(['15', '15', '34', '34']);
});
