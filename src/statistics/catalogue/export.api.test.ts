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
