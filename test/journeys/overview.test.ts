// The overview as three offices see it: a number that stands out opened and back, one level down by the table of areas, a
// picture taken away; places and programmes written down by the ward; and every page clean for axe, on a phone, at 200 %
// text and on paper.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Client } from '../app.ts';
import { nominate, startWard, walkTo } from '../road.ts';
import { button, dialog, field, heading, link, openBrowser, settled } from './browser.ts';
import { inLargeLetters, axe, noSidewaysScroll, pageTest, printed } from './quality.ts';
import { serve, withPages } from './site.ts';

const ward = await startWard({ today: '2026-03-20', ...(await withPages()) });
const { world } = ward;
const born = ['1996', '1988', '1975', '1960', '1950'];
for (let at = 0; at < 9; at += 1)
  await world.person({
    name: `Lò Văn ${at}`,
    unit: ward.other,
    kind: 'official',
    admittedOn: `${2016 + (at % 3)}-03-02`,
    fields: { sex: at < 2 ? 'F' : 'M', bornOn: `${born[at % 5]}-05-01`, ethnicity: 'TAY' },
  });
await walkTo(ward, await nominate(ward, 'Nguyễn Thị Sen'), 'issue_card');
await walkTo(ward, await nominate(ward, 'Trần Thị Mận'), 'assign_helper');

const visits = await openBrowser(await serve(world));
const province = await world.as('superior_board', ward.province);
const officeOf = ({ officeId }: Client): number => officeId as number;

const follow = async (page: Page, name: string | RegExp): Promise<void> => {
  await link(page.getByRole('main'), name).first().click();
  await settled(page);
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the province: down the tree by the table beside the areas', async () => {
  const { page, open } = await visits.as(officeOf(province));
  await open('/');
  await link(page, 'Tổng quan').first().click();
  await settled(page);
  await follow(page, 'Xem chỉ tiêu');
  await page.goBack();
  await open(`/overview?unit=${ward.ward}`);
  await press(page, 'Xem bảng số: Các đơn vị trực thuộc: Tiến độ chỉ tiêu kết nạp');
  await follow(page, 'Chi bộ khu phố 2');
  expect(new URL(page.url()).searchParams.get('unit')).toBe(String(ward.other));
  await page.getByText('Chi bộ khu phố 2. Tình hình của đơn vị').waitFor();
});

test('the ward: what stands out opens to its list and comes back; a picture of it can be taken away', async () => {
  const { page, open } = await visits.as(officeOf(ward.officer));
  await open('/overview');
  await press(page, 'Xem các đơn vị: 1 chi bộ chưa có ai trong nguồn, trong 2 chi bộ');
  await link(page.getByRole('main'), 'Chi bộ khu phố 2').waitFor();
  await follow(page, /^Mở danh sách: chi bộ đã hai năm không kết nạp được ai/);
  await heading(page, 'Danh sách: Chi bộ 2 năm không kết nạp').waitFor();
  await follow(page, 'Trở lại bảng số liệu');
  await heading(page, 'Tổng quan').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Tải hình: Đảng viên theo tuổi và giới tính'),
  ]);
  expect(file.suggestedFilename()).toBe('Đảng viên theo tuổi và giới tính.svg');
  const picture = await readFile(await file.path(), 'utf8');
  expect(picture).toContain('<title>Đảng viên theo tuổi và giới tính</title>');
  expect(picture).toContain('Đảng bộ phường Kinh Bắc. Số liệu đến hết ngày 20/03/2026.');
  expect(picture).toContain('Nam 7');
  expect(picture).not.toMatch(/var\(|color-mix/);
  const faults = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length,
    picture,
  );
  expect(faults).toBe(0);
});

test('the province takes the same picture away without the ages of a few', async () => {
  const { page, open } = await visits.as(officeOf(province));
  await open(`/overview?unit=${ward.ward}`);
  await page.getByText('tuổi (tính vào ngày tổ chức lễ)').first().waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    press(page, 'Tải hình: Tuổi trung bình khi kết nạp'),
  ]);
  const picture = await readFile(await file.path(), 'utf8');
  expect(picture).toContain('Số dưới 5 của đơn vị khác không nêu.');
  expect(picture).not.toContain('tính vào ngày tổ chức lễ');
});

test('the cell: few things, who helps whom, and nothing of its neighbours', async () => {
  const reader = await visits.as(officeOf(ward.secretary));
  await reader.open('/overview');
  const { page } = reader;
  await heading(page, 'Ai giúp đỡ ai').waitFor();
  await link(page.getByRole('main'), 'Trần Thị Mận').waitFor();
  expect(await page.getByText('Các đơn vị trực thuộc').count()).toBe(0);
  await reader.during(/^404 GET \/api\/overview/, () => reader.open(`/overview?unit=${ward.other}`));
  await page.getByText('Không tìm thấy').first().waitFor();
});

const pages = ['/overview', '/overview?heat=idle', '/overview?on=2021-06-15', `/overview?unit=${ward.cell}`];
test.each(pages)('clean: %s', pageTest, async (address) => {
  const { page, open } = await visits.as(officeOf(ward.officer));
  await open(address);
  const tables = page.getByRole('button', { name: /^Xem bảng số/ });
  // A table that is open has another key.
  while ((await tables.count()) > 0) await tables.first().click();
  await clean(page);
});

const clean = async (page: Page, { width } = { width: 1280 }): Promise<void> => {
  expect(await axe(page)).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  if (width < 1280) return;
  expect(await inLargeLetters(page)).toEqual([]);
  expect(await printed(page)).toEqual([]);
};

const sizes = [
  { width: 1280, mark: 'biên giới', cell: 'Chi bộ khu phố 1' },
  { width: 360, mark: 'vùng cao', cell: 'Chi bộ khu phố 2' },
];

const pick = async (page: Page, label: string, name: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).fill(name);
  await page.getByRole('option', { name }).first().click();
};

test.each(sizes)('the ward writes down its place: $width', { timeout: 180_000 }, async (size) => {
  const { page, open } = await visits.as(officeOf(ward.officer), { width: size.width });
  const save = async () => {
    await button(dialog(page), 'Ghi').click();
    await dialog(page).waitFor({ state: 'hidden' });
    await settled(page);
  };
  await open(`/units/${ward.ward}`);
  await press(page, 'Ghi đặc điểm');
  await field(dialog(page), 'Đặc điểm địa bàn').selectOption({ label: size.mark });
  expect(await axe(page)).toEqual([]);
  await save();
  await press(page, 'Thêm thôn, bản');
  await field(dialog(page), 'Loại').selectOption({ label: 'Tổ dân phố' });
  await field(dialog(page), 'Tên thôn, bản, tổ dân phố').fill(`Số ${size.width}`);
  expect(await axe(page)).toEqual([]);
  await save();
  await press(page, `Việc với Số ${size.width}`);
  await page.getByRole('menuitem', { name: 'Ghi chi bộ' }).click();
  await pick(page, 'Đảng viên của thôn sinh hoạt ở chi bộ', size.cell);
  await field(dialog(page), 'Số đảng viên chính thức ở thôn').fill('6');
  expect(await axe(page)).toEqual([]);
  await save();
  await page.getByText('có chi bộ riêng').first().waitFor();
  await button(page, `Thôi áp dụng: ${size.mark}`).waitFor();
  await clean(page, size);
  await open('/areas');
  await page.getByText('2 chi bộ').first().waitFor();
  await clean(page, size);
});

test.each(sizes)('the ward begins a programme with two units: $width', { timeout: 180_000 }, async (size) => {
  const { page, open } = await visits.as(officeOf(ward.officer), { width: size.width });
  const name = `Chi bộ bốn tốt ${size.width}`;
  await open('/programmes');
  await press(page, 'Lập chương trình');
  await field(dialog(page), 'Tên').fill(name);
  expect(await axe(page)).toEqual([]);
  await button(dialog(page), 'Ghi').click();
  await heading(page, name).waitFor();
  await press(page, 'Ghi đơn vị, tình trạng');
  for (const { cell } of sizes) await pick(page, 'Đơn vị', cell);
  await page.keyboard.press('Escape');
  expect(await axe(page)).toEqual([]);
  await button(dialog(page), 'Ghi').click();
  await dialog(page).waitFor({ state: 'hidden' });
  for (const { cell } of sizes) await link(page.getByRole('main'), cell).waitFor();
  await clean(page, size);
  await open('/programmes');
  await page.getByText('2 đang thực hiện').first().waitFor();
  await clean(page, size);
});
