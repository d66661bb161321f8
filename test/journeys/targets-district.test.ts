// The targets of a district of 2021, when districts still were: 610 to 2025, 13 for the town of Châu Hưng, shared out among
// its cells – and what the screen of 09/07/2021 says of the eight who were admitted by then.
import { expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { button, dialog, field, link, settled } from './browser.ts';
import { day } from './steps.ts';
import { as, board, broughtIn, cellNames, cells, commune, district, on, town } from './targets/district.ts';
import { register } from './targets/documents.ts';
import { boxes, says } from './targets/sayings.ts';
import { approve, discuss, gapOf, rowOf, save, sound, type } from './targets/sheet.ts';

const [traBan, military, school] = cellNames;
const exactly = (count: number) => ({ minimum: count, maximum: count, mark: 'exact' });

/** The district’s own number of a later year, in the words of its plan. */
async function given(period: string, count: number): Promise<void> {
  const answer = await board.post(`/api/targets/${district}/assigned`, {
    clientId: newId(),
    period,
    happenedOn: '2021-01-10',
    lines: [{ figure: 'admission', part: '', ...exactly(count) }],
    decision: { number: '130-KH/HU', on: '2021-01-08', by: 'Huyện ủy Vĩnh Lợi' },
  });
  expect(answer.status, answer.text).toBe(200);
}

test('610 to 2025 is 122 a year; years that come to 600 are shown to be 10 short (K2, S0-02, S0-19, S0-20)', {
  timeout: 120_000,
}, async () => {
  const reader = await as('board');
  const { page, open } = reader;
  const directive = { type: 'Chỉ thị', issuer: 'Ban Thường vụ Tỉnh ủy Bạc Liêu', on: '2020-12-15' };
  await register(reader, {
    ...directive,
    number: '30-CT/TU',
    subject: 'Về phát triển đảng viên đến năm 2025',
  });
  await register(reader, {
    type: 'Kế hoạch',
    number: '130-KH/HU',
    issuer: 'Huyện ủy Vĩnh Lợi',
    subject: 'Phát triển mới 610 đảng viên đến năm 2025',
    on: '2021-01-08',
    parent: ['30-CT', 'Chỉ thị 30-CT/TU'],
  });
  await open(`/plans/${district}/cascade?period=2021-2025`);
  await button(page, 'Ghi số cấp trên giao').first().click();
  const form = dialog(page);
  await field(form, 'Số').fill('610');
  await day(form, 'Có hiệu lực từ ngày', '2021-01-08');
  await field(form, 'Số văn bản giao').fill('30-CT/TU');
  await button(form, 'Ghi').click();
  await page.getByText('Đã ghi chỉ tiêu của đơn vị.').waitFor();
  await page.getByText('Chia đều mỗi năm 122').waitFor();
  for (const year of ['2021', '2022', '2023', '2024', '2025']) await given(year, 120);
  await open(`/plans/${district}/cascade?period=2021-2025`);
  const years = page.getByRole('region', { name: 'Các năm của giai đoạn' });
  const sum = years.getByRole('row', { name: /^Cộng các năm/ });
  expect((await sum.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^Cộng các năm 600 .*giao thiếu 10/);
  await sound(reader);
  await given('2025', 130);
  await open(`/plans/${district}/cascade?period=2021-2025`);
  expect((await sum.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^Cộng các năm 610 .*khớp/);
  await open(`/plans/${district}?period=2021-2025&part=course`);
  await page.getByText('Cộng các năm với chỉ tiêu cả giai đoạn').waitFor();
  await sound(reader);
});

test('13 go to the town; what is not given on yet is said, not filled up (S0-07, K17)', {
  timeout: 120_000,
}, async () => {
  on('2021-01-18');
  const reader = await as('board');
  const { page, open } = reader;
  await open(`/plans/${district}/cascade?period=2021-2025`);
  await link(page, 'Giao chỉ tiêu năm 2021').click();
  await settled(page);
  await type(page, 'Kết nạp', { 'Đảng bộ thị trấn Châu Hưng': '13', 'Đảng bộ xã Vĩnh Hưng': '20' });
  expect(await gapOf(page, 'Kết nạp')).toMatch(/được giao 120 · đã chia 33 .*giao thiếu 87/);
  await save(page, 2);
  await approve(page, { on: '2021-01-15', document: ['130-KH', /Kế hoạch 130-KH\/HU/] });
  await sound(reader);
  await open('/plans?period=2021');
  expect((await rowOf(page, /thị trấn Châu Hưng/)).join(' | ')).toMatch(/3 đơn vị.* \| 13/);
  await page.getByText(/33 trên 120 · 2\/2 đơn vị có chỉ tiêu · giao thiếu 87/).waitFor();
  await sound(reader);
});

test('the town aims at 15 and shares its 13 out among the cells, to the last (S0-05, S0-07, S3-45)', {
  timeout: 120_000,
}, async () => {
  on('2021-01-25');
  const reader = await as('officer', { width: 360, height: 740 });
  const { page, open } = reader;
  await says(reader, `/plans/${town}?period=2021`, { 'Kết nạp – Phấn đấu': '15' });
  expect(await boxes(page)).toMatch(/Chỉ tiêu 13 có hiệu lực từ 15\/01\/2021 cấp trên giao phấn đấu 15/);
  await open(`/plans/${town}/cascade?period=2021`);
  await type(page, 'Kết nạp', { [traBan]: '5', [military]: '5', [school]: '2' });
  expect(await gapOf(page, 'Kết nạp')).toMatch(/12\/13 · giao thiếu 1/);
  await type(page, 'Kết nạp', { [school]: '3' });
  expect(await gapOf(page, 'Kết nạp')).toMatch(/13\/13 · khớp/);
  await save(page, 3);
  await discuss(page, '2021-01-20', 'Hội nghị Ban Chấp hành');
  await approve(page, { on: '2021-01-22', number: '02-NQ/ĐU' });
  await sound(reader);
  const { body } = await board.get(`/api/plans?unit=${town}&period=2021`);
  expect(body.items.map((item: { assigned: { minimum: number } }) => item.assigned.minimum)).toEqual([
    5, 5, 3,
  ]);
  expect(body.unit.below.difference.assigned.state).toBe('even');
});

test('on 09/07/2021 eight of 13 is 61,5%, 1,2 ahead of the pace, and leads to 15,4 (K1, S0-03, S0-04, S0-05)', {
  timeout: 150_000,
}, async () => {
  on('2021-12-31');
  const reader = await as('officer');
  const { page, open } = reader;
  await broughtIn(page);
  await open(`/plans/${town}?period=2021&on=2021-07-09`);
  await page.getByText('Đã qua 190/365 ngày (52,1%), tính cả ngày 09/07/2021').waitFor();
  const said = await boxes(page);
  expect(said).toMatch(/Chỉ tiêu 13 .*phấn đấu 15 .*kết quả 8 đúng tiến độ/);
  expect(said).toMatch(/Còn phải 5 trước hết ngày 31\/12\/2021 – còn 175 ngày .*đến mức phấn đấu: 7/);
  expect(said).toMatch(/8\/13 · 61,5% · nhanh hơn tiến độ 1,2/);
  expect(said).toMatch(/Mức cần có đến nay: 6,8 .*được khoảng 15,4 \(118,2% chỉ tiêu\)/);
  expect(said).not.toContain('chưa đủ dữ liệu');
  await sound(reader);
  for (const part of ['course', 'who', 'given']) {
    await open(`/plans/${town}?period=2021&on=2021-07-09&part=${part}`);
    await sound(reader);
  }
});

test('the same eight stand in the district’s line and in the lines of the cells; the next day there are nine (S0-01, S0-03, S3-60)', {
  timeout: 120_000,
}, async () => {
  const reader = await as('board');
  const { page, open } = reader;
  await open('/plans?period=2021&on=2021-07-09');
  expect((await rowOf(page, /thị trấn Châu Hưng/)).join(' | ')).toMatch(
    /8\/13 · 61,5% · nhanh hơn tiến độ 1,2/,
  );
  await button(page, 'Mở các đơn vị của Đảng bộ thị trấn Châu Hưng').click();
  expect((await rowOf(page, new RegExp(traBan))).join(' | ')).toMatch(/3\/5 · 60%/);
  expect((await rowOf(page, new RegExp(military))).join(' | ')).toMatch(/3\/5 · 60%/);
  expect((await rowOf(page, new RegExp(school))).join(' | ')).toMatch(/2\/3 · 66,7%/);
  await sound(reader);
  const doneOn = async (unit: number, on: string) =>
    (await board.get(`/api/plans?unit=${unit}&period=2021&on=${on}`)).body.unit.done.value;
  const levels = [cells[1] as number, town, commune, district];
  expect(await Promise.all(levels.map((unit) => doneOn(unit, '2021-07-09')))).toEqual([3, 8, 0, 8]);
  expect(await Promise.all(levels.map((unit) => doneOn(unit, '2021-07-10')))).toEqual([4, 9, 0, 9]);
  await open(`/plans/${town}?period=2021`);
  expect(await boxes(page)).toMatch(/9\/13 · 69,2% · thiếu 4/);
});
