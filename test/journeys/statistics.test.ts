// A figure of the province opened down to one person and back, as three offices; and every page of statistics clean for
// axe, on a phone, at 200 % text and on paper.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { personEntry, removedEntry } from '../../src/members/person.ts';
import { newId } from '../../src/platform/ids.ts';
import { append } from '../../src/platform/ledger.ts';
import { transact } from '../../src/platform/write/transaction.ts';
import type { Client } from '../app.ts';
import { startWard } from '../road.ts';
import { heading, link, openBrowser, settled } from './browser.ts';
import { inLargeLetters, axe, noSidewaysScroll, pageTest, printed } from './quality.ts';
import { serve, withPages } from './site.ts';

const ward = await startWard({ today: '2026-03-20', ...(await withPages()) });
const { world, members } = ward;
const fields = { sex: 'F', bornOn: '1990-05-01', ethnicity: 'TAY', occupation: 'ND' };
await world.person({ name: 'Lò Thị Mỷ', unit: ward.other, kind: 'official', fields });
const about = (at: number, happenedOn: string) => ({
  clientId: newId(),
  personId: members[at] as string,
  unitId: ward.cell,
  happenedOn,
});
await transact(world.db, (tx) =>
  append(tx, world.by, [
    removedEntry(about(4, '2025-08-01'), { reason: 'DIXA' }),
    personEntry('member.moved', { ...about(5, '2025-09-01'), unitId: ward.other }, { fromUnitId: ward.cell }),
  ]),
);
const site = await serve(world);
const visits = await openBrowser(site);

const province = await world.as('superior_board', ward.province);
const officeOf = ({ officeId }: Client): number => officeId as number;

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).selectOption({ label: option });
  await settled(page);
};
const follow = async (page: Page, name: string | RegExp): Promise<void> => {
  await link(page.getByRole('main'), name).first().click();
  await settled(page);
};

test('the province: down to one member and back', async () => {
  const { page, open } = await visits.as(officeOf(province));
  await open('/');
  await link(page, 'Thống kê').first().click();
  await settled(page);
  await follow(page, 'Đảng viên');
  for (const unit of ['Thành ủy Bắc Ninh', 'Đảng bộ phường Kinh Bắc']) await follow(page, unit);
  await choose(page, 'Tách theo', 'Dân tộc');
  await follow(page, /^Mở danh sách: Tày/);
  await heading(page, 'Danh sách: Đảng viên').waitFor();
  await page.getByText('1 trường hợp').waitFor();
  await follow(page, 'Lò Thị Mỷ');
  await heading(page, 'Lò Thị Mỷ').waitFor();
  await page.goBack();
  await settled(page);
  await follow(page, 'Trở lại bảng số liệu');
  expect(await page.getByLabel('Tách theo', { exact: true }).inputValue()).toBe('ethnicity');
  expect(new URL(page.url()).searchParams.get('unit')).toBe(String(ward.ward));
});

test('the ward: why the number changed, and who was removed', async () => {
  const { page, open } = await visits.as(officeOf(ward.officer));
  await open('/statistics/movement?period=2025');
  await page.getByText('−1: 1 xóa tên').waitFor();
  await page.getByText(/1 lượt chuyển trong nội bộ/).waitFor();
  await follow(page, /^Mở danh sách: Giảm: xóa tên/);
  await page.getByText('Đi làm ăn xa không báo cáo').waitFor();
  await follow(page, /^Hoàng Văn Em/);
  await heading(page, /Hoàng Văn Em/).waitFor();
  await page.goBack();
  await settled(page);
  await follow(page, 'Trở lại bảng số liệu');
  expect(new URL(page.url()).pathname).toBe('/statistics/movement');
});

test('the ward: down to one member and back; the committee above does not exist', async () => {
  const { page, open, during } = await visits.as(officeOf(ward.officer));
  await open('/statistics/members');
  await heading(page, 'Đảng bộ phường Kinh Bắc').waitFor();
  await follow(page, 'Chi bộ khu phố 2');
  await choose(page, 'Tách theo', 'Giới tính');
  await follow(page, /^Mở danh sách: Nữ/);
  await page.getByText('1 trường hợp').waitFor();
  await follow(page, 'Lò Thị Mỷ');
  await heading(page, 'Lò Thị Mỷ').waitFor();
  await page.goBack();
  await settled(page);
  await follow(page, 'Trở lại bảng số liệu');
  expect(new URL(page.url()).searchParams.get('unit')).toBe(String(ward.other));
  await during(/^404 GET \/api\/statistics/, () => open(`/statistics/members?unit=${ward.city}`));
  await page.getByText('Không tìm thấy').first().waitFor();
});

test('the ward: cells year by year, and why their number differs', async () => {
  const { page, open } = await visits.as(officeOf(ward.officer));
  await open('/statistics/cells?since=2009-12-31');
  await page.getByText('+2: 2 mới lập hoặc đổi loại').waitFor();
  await choose(page, 'Tách theo', 'Năm');
  await page.getByText('Năm 2026 (đến 20/03/2026)').first().waitFor();
});

test('the cell: its own figures, and nothing beside it', async () => {
  const reader = await visits.as(officeOf(ward.secretary));
  await reader.open('/statistics/members');
  await heading(reader.page, 'Chi bộ khu phố 1').waitFor();
  await follow(reader.page, /^Mở danh sách: Tổng số/);
  await follow(reader.page, 'Nguyễn Văn An');
  await heading(reader.page, 'Nguyễn Văn An').waitFor();
  await reader.page.goBack();
  await settled(reader.page);
  await follow(reader.page, 'Trở lại bảng số liệu');
  await reader.during(/^404 GET \/api\/statistics/, () =>
    reader.open(`/statistics/members?unit=${ward.other}`),
  );
  await reader.page.getByText('Không tìm thấy').first().waitFor();
});

const pages = [
  '/statistics',
  '/statistics/members',
  '/statistics/members?by=sex',
  '/statistics/movement?period=2025',
  '/statistics/admission?period=2025&by=month',
  '/statistics/admission_age?by=year&period=2010-01-01..2026-03-20',
  `/statistics/members/records?unit=${ward.ward}`,
  '/statistics/members?by=year',
  '/statistics/candidates',
  '/statistics/members?print=a4&by=age',
];
test.each(pages)('clean: %s', pageTest, async (address) => {
  const { page, open } = await visits.as(officeOf(ward.officer));
  await open(address);
  expect(await axe(page)).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  expect(await inLargeLetters(page)).toEqual([]);
  expect(await printed(page)).toEqual([]);
});
