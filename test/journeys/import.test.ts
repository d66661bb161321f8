// An office's own workbook: uploaded, looked at, a column corrected, a duplicate chosen, written, seen in the roll;
// the same file again changes nothing; undone, nothing of it is left.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Line, memberBook } from './books/office-book.ts';
import { button, dialog, heading, link, openBrowser, settled } from './browser.ts';
import { inLargeLetters, axe, noSidewaysScroll, printed } from './quality.ts';
import { startSite } from './site.ts';

const site = await startSite({ today: '2025-10-01', profile: 'B' });
const ward = await site.unit({ name: 'Đảng bộ phường Kinh Bắc', kind: 'base_organisation' });
const held = await site.unit({ name: 'Chi bộ khu phố 1', type: 'TDP', parent: ward });
await site.person({
  name: 'Nguyễn Thị Hòa',
  unit: held,
  kind: 'official',
  fields: { bornOn: '1970-03-05' },
});
const officer = await site.office({ kind: 'base_officer', unit: ward });
const visits = await openBrowser(site);

const cells: Record<string, Line[]> = {
  'Chi bộ khu phố 1': [
    // The one already held, with the other place of the tone mark and only the month of birth.
    { name: 'Nguyễn Thị Hoà', bornOn: '3/1970', sex: 'F', admittedOn: '19/5/1998', officialOn: '19/5/1999' },
    {
      name: 'Trần Văn Thủy',
      bornOn: new Date('1951-08-02T00:00:00Z'),
      sex: 'M',
      admittedOn: '3.2.1975',
      officialOn: '3.2.1976',
      exempt: true,
    },
    {
      name: 'Lê Quý Đôn',
      bornOn: 1988,
      sex: 'M',
      admittedOn: '02/09/2012',
      officialOn: '02/09/2013',
      reach: '0900 000 101',
    },
  ],
  'Chi bộ khu phố 2': [
    {
      name: 'Đặng Thuỳ Trâm',
      bornOn: '26/11/1990',
      sex: 'F',
      admittedOn: '19/05/2025',
      reach: '0900 000 102',
    },
    { name: 'Phạm Văn Mách', bornOn: '31/02/1979', sex: 'M', admittedOn: '7/2004', officialOn: '7/2005' },
  ],
};
const file = {
  name: 'DS dang vien Kinh Bac 9-2025.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await memberBook(cells),
};

async function upload(page: Page): Promise<void> {
  await page.goto('/imports');
  await settled(page);
  await page.getByLabel('Bảng tính của cơ quan').setInputFiles(file);
  await heading(page, file.name).waitFor();
  await page.getByText('chờ xem và ghi', { exact: true }).waitFor();
  await settled(page);
}

async function roll(page: Page): Promise<string[]> {
  await page.goto('/people');
  await settled(page);
  const rows = await page
    .getByRole('table', { name: 'Danh sách' })
    .or(page.getByRole('table'))
    .first()
    .getByRole('row')
    .all();
  return Promise.all(rows.slice(1).map(async (row) => (await row.innerText()).replaceAll(/\s+/g, ' ')));
}

test('a workbook in the layout of the office', { timeout: 120_000 }, async () => {
  const { page } = await visits.as(officer);
  await upload(page);
  expect(await axe(page)).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  expect(await inLargeLetters(page)).toEqual([]);
  expect(await printed(page)).toEqual([]);

  // What is understood, in words: three new, one to choose, and the impossible day named by its cell.
  const summary = page
    .getByRole('region', { name: 'Sẽ ghi những gì' })
    .or(page.locator('section').filter({ hasText: 'Sẽ ghi những gì' }))
    .first();
  await summary.getByText('chờ đồng chí chọn 1').waitFor();
  await page.getByText('Chi bộ khu phố 2').first().waitFor();
  await page.getByRole('tab', { name: /^Lưu ý/ }).click();
  await page
    .getByText(/31\/02\/1979/)
    .first()
    .waitFor();
  await page
    .getByText(/DS đảng viên!C\d+/)
    .first()
    .waitFor();

  // “Gọi qua số” is this office's own word for the telephone.
  await page.getByRole('tab', { name: /^Các cột/ }).click();
  const columns = page.getByRole('table', { name: /DS đảng viên/ });
  await columns.getByLabel(/Gọi qua số/).selectOption({ label: 'Điện thoại' });
  await page.getByLabel('Nhớ cách đọc này cho lần sau (tệp có cùng hàng tiêu đề)').check();
  await button(page, 'Đọc lại tệp theo cột đã chọn').click();
  await page.getByText('chờ xem và ghi', { exact: true }).waitFor();
  await settled(page);

  await page.getByRole('tab', { name: /^Chờ chọn/ }).click();
  await page.getByText(/cùng tháng, năm sinh/).waitFor();
  await page.getByRole('radio', { name: /^là Nguyễn Thị Hòa/ }).check();
  await button(page, 'Áp dụng 1 lựa chọn').click();
  await settled(page);
  await page.getByText('chờ xem và ghi', { exact: true }).waitFor();
  await page
    .getByText('chờ đồng chí chọn 0')
    .or(page.getByRole('tab', { name: /^Chờ chọn/ }))
    .first()
    .waitFor();

  await button(page, 'Ghi vào Nguồn').click();
  await dialog(page).getByText('Không ai bị xóa vì vắng tên trong tệp.').waitFor();
  await button(dialog(page), 'Ghi vào Nguồn').click();
  await page.getByText('đã ghi vào Nguồn', { exact: true }).waitFor();
  await settled(page);
  expect(await axe(page)).toEqual([]);
  await link(page, 'Xem danh sách đảng viên').click();
  await heading(page, /Đảng viên|đảng viên/)
    .first()
    .waitFor();

  const rows = await roll(page);
  // The line with the impossible day is left out, as the preview said.
  expect(rows).toHaveLength(4);
  expect(rows.find((row) => row.includes('Trần Văn Thủy'))).toContain('Chi bộ khu phố 1');
  expect(rows.find((row) => row.includes('Đặng Thùy Trâm') || row.includes('Đặng Thuỳ Trâm'))).toContain(
    'dự bị',
  );
  expect(rows.filter((row) => /Nguyễn Thị Ho[àa]|Nguyễn Thị Hòa/.test(row))).toHaveLength(1);
});

test('the same file again changes nothing', { timeout: 60_000 }, async () => {
  const { page } = await visits.as(officer);
  const before = await roll(page);
  await upload(page);
  await page.getByText('Không có gì mới để ghi').waitFor();
  expect(await button(page, 'Ghi vào Nguồn').count()).toBe(0);
  // Read the way it was remembered.
  await page.getByRole('tab', { name: /^Các cột/ }).click();
  await page.getByText('Đọc theo cách đã nhớ từ lần trước.').waitFor();
  await button(page, 'Bỏ tệp này').click();
  await button(dialog(page), 'Bỏ tệp này').click();
  await page.getByText('đã bỏ, chưa ghi gì', { exact: true }).waitFor();
  expect(await roll(page)).toEqual(before);
});

test('an import is undone as a whole, unless something later rests on it', { timeout: 60_000 }, async () => {
  const { page } = await visits.as(officer);
  await page.goto('/imports');
  await settled(page);
  await button(page, `Hoàn tác lần nhập “${file.name}”?`).click();
  await dialog(page)
    .getByText(/Thôi hiệu lực:/)
    .waitFor();
  await button(dialog(page), 'Hoàn tác').click();
  await page.getByText('đã hoàn tác', { exact: true }).waitFor();
  const left = await roll(page);
  expect(left).toHaveLength(1);
  expect(left[0]).toContain('Nguyễn Thị Hòa');
});
