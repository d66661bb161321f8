// Each sees only their own: in the tree, the roll, the search, the exports, and by an address typed by hand; and an
// office that ends closes its doors at once.
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Client } from '../app.ts';
import { nominate, startWard, walkTo } from '../road.ts';
import {
  button,
  dialog,
  field,
  heading,
  link,
  openBrowser,
  type Reader,
  settled,
  signIn,
} from './browser.ts';
import { serve, withPages } from './site.ts';
import { choose, day } from './steps.ts';

const ward = await startWard({ today: '2026-03-20', ...(await withPages()) });
const site = await serve(ward.world);
const visits = await openBrowser(site);

const stranger = await ward.world.person({ name: 'Hồ Thị Ngoại', unit: ward.other, kind: 'official' });
const own = await nominate(ward, 'Nguyễn Thị Hồng Nhung');
await walkTo(ward, own, 'list');
const others = await ward.officer.post('/api/dossiers', {
  clientId: '018f4f6e-0000-7000-8000-000000000001',
  unitId: ward.other,
  happenedOn: '2026-01-10',
  person: { fullName: 'Đinh Văn Khác' },
  inputs: { proposerKind: 'member' },
  onBehalf: { number: '02-BB/CB', on: '2026-01-10' },
});
const foreign: string = others.body.id;
const union = await ward.world.unit({
  name: 'Đoàn phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: ward.ward,
});
const massOfficer = await ward.world.office({ kind: 'mass_officer', unit: union });
const secretary = officeOf(ward.secretary);

function officeOf(client: Client): number {
  if (client.officeId === null) throw new Error('no office');
  return client.officeId;
}

const names = async (page: Page): Promise<string[]> => {
  await settled(page);
  return page.getByRole('table').getByRole('link').allInnerTexts();
};
const rail = (page: Page) => page.getByRole('navigation', { name: 'Các phần việc' });

async function exported(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await link(page, /Excel/).click();
  const { sheets } = await readXlsx(readFileSync(await (await waiting).path()));
  return JSON.stringify(sheets.map(({ rows }) => rows));
}

async function search(page: Page, text: string): Promise<string> {
  await page.keyboard.press('/');
  await dialog(page).getByRole('combobox').fill(text);
  const answer = dialog(page).getByRole('status');
  await answer.filter({ hasText: /\S/ }).waitFor();
  const said = await dialog(page).innerText();
  await page.keyboard.press('Escape');
  return said;
}

test('a secretary sees the own cell only (S1-12)', { timeout: 60_000 }, async () => {
  const { page, open, during } = await visits.as(secretary);
  await open('/units');
  expect(await page.getByRole('treeitem').allInnerTexts()).toEqual([
    expect.stringContaining('Chi bộ khu phố 1'),
  ]);
  expect(await exported(page)).not.toContain('Chi bộ khu phố 2');

  await open('/people');
  const roll = await names(page);
  expect(roll).toContain('Nguyễn Văn An');
  expect(roll).not.toContain('Hồ Thị Ngoại');
  const file = await exported(page);
  expect(file).toContain('Nguyễn Văn An');
  expect(file).not.toContain('Hồ Thị Ngoại');
  await open('/people?q=ngoai');
  await page.getByText('Không có dòng nào khớp điều kiện đang lọc').waitFor();
  await during(/^404 GET \/api\/people$/, () => open(`/people?unit=${ward.other}`));
  expect(await page.getByRole('table').getByRole('link').count()).toBe(0);

  await open('/dossiers');
  expect(await names(page)).toEqual(['Nguyễn Thị Hồng Nhung']);
  expect(await exported(page)).not.toContain('Đinh Văn Khác');

  expect(await search(page, 'van an')).toContain('Nguyễn Văn An');
  expect(await search(page, 'ngoai')).toContain('Không tìm thấy ai');
  expect(await search(page, 'khu pho 2')).toContain('Không tìm thấy ai');
});

test('an address typed by hand tells nothing', { timeout: 60_000 }, async () => {
  const reader = await visits.as(secretary);
  for (const address of [
    `/people/${stranger}`,
    `/units/${ward.other}`,
    `/units/${ward.ward}`,
    `/dossiers/${foreign}`,
    `/dossiers/${foreign}?step=list`,
    `/dossiers/${foreign}/sheet/${own}`,
  ]) {
    await reader.during(/^404 GET \/api\//, () => reader.open(address));
    await reader.page.getByText('Không tìm thấy').first().waitFor();
    expect(await reader.page.getByRole('main').innerText()).not.toMatch(/Ngoại|Khác|khu phố 2/);
  }
});

test('an officer of a mass organisation sees the own nominees only', { timeout: 60_000 }, async () => {
  const { page, open } = await visits.as(massOfficer);
  await open('/');
  expect(await rail(page).innerText()).not.toMatch(/Đảng viên|Nhập/);
  expect(await page.getByRole('table').getByRole('link').count()).toBe(0);

  await open('/dossiers?new=1');
  await field(page, 'Họ và tên khai sinh').fill('Phan Thị Đoàn Viên');
  await field(page, 'Chi bộ theo dõi, bồi dưỡng').selectOption({ label: 'Chi bộ khu phố 1' });
  await day(page, 'Ngày giới thiệu', '2026-03-10');
  await choose(page, 'Nguồn giới thiệu', 'Đoàn thanh niên');
  await button(page, 'Giới thiệu').click();
  await heading(page, 'Phan Thị Đoàn Viên').waitFor();
  await open('/dossiers');
  expect(await names(page)).toEqual(['Phan Thị Đoàn Viên']);

  const forged = await visits.as(massOfficer);
  await forged.during(/^404 GET \/api\/dossiers\//, () => forged.open(`/dossiers/${own}`));
  await forged.page.getByText('Không tìm thấy').first().waitFor();
});

test('one person with two offices chooses the one acted in', { timeout: 60_000 }, async () => {
  const person = ward.members[3] as string;
  const first = await ward.world.office({ kind: 'base_officer', unit: ward.ward, person });
  await ward.world.office({ kind: 'cell_secretary', unit: ward.other, person });
  const { page } = await visits.come();
  await signIn(page, await site.accountOf(first));
  await settled(page);
  const switchTo = async (office: string) => {
    await button(page.getByRole('banner'), /Phạm Thị Dung/).click();
    await page.getByRole('menuitem', { name: new RegExp(office) }).click();
    await settled(page);
  };
  await switchTo('Bí thư chi bộ');
  await page.goto('/people');
  expect(await names(page)).toEqual(['Hồ Thị Ngoại']);
  await switchTo('Cán bộ phụ trách công tác đảng viên');
  await page.goto('/people');
  expect(await names(page)).toContain('Nguyễn Văn An');
});

async function endOffice(officer: Reader, holder: string): Promise<void> {
  const { page } = officer;
  await officer.open(`/units/${ward.other}`);
  await button(page, `Việc khác với ${holder}`).click();
  await page.getByRole('menuitem', { name: 'Ghi thôi giữ' }).click();
  await field(dialog(page), 'Ngày thôi giữ').fill('20/03/2026');
  await button(dialog(page), 'Ghi thôi giữ').click();
  await dialog(page).waitFor({ state: 'detached' });
}

test('an office that ends closes its access at once', { timeout: 60_000 }, async () => {
  const person = await ward.world.person({ name: 'Trịnh Văn Thôi', unit: ward.other, kind: 'official' });
  const office = await ward.world.office({ kind: 'cell_secretary', unit: ward.other, person });
  const leaving = await visits.as(office);
  await leaving.open('/people');
  expect(await names(leaving.page)).toContain('Hồ Thị Ngoại');

  await endOffice(await visits.as(officeOf(ward.officer)), 'Trịnh Văn Thôi');

  await leaving.during(/^403 GET \/api\/people$/, () => leaving.open('/people'));
  expect(await leaving.page.getByText('Hồ Thị Ngoại').count()).toBe(0);
  expect(
    await leaving.page
      .getByRole('navigation', { name: 'Các phần việc' })
      .getByRole('link', { name: 'Đảng viên' })
      .count(),
  ).toBe(0);
});
