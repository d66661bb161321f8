// Every page in every office that opens it: clean for axe in light and dark, 360 px without sideways scroll, whole at
// 200 % text, its primary action within reach of the keyboard, printable on A4.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import type { Client } from '../app.ts';
import { startWard, take, walkRecent, walkTo, wholeRoad, nominate, viewOf } from '../road.ts';
import { openBrowser, settled } from './browser.ts';
import { inLargeLetters, axe, noSidewaysScroll, pageTest, printed, walkTo as tabTo } from './quality.ts';
import { serve, withPages } from './site.ts';

const ward = await startWard({ today: '2026-03-20', ...(await withPages()) });
const site = await serve(ward.world);
const visits = await openBrowser(site);

const fresh = await nominate(ward, 'Nguyễn Thị Hồng Nhung');
const verified = await walkRecent(ward, 'Trần Quốc Toản', 'verify_conclude');
const recognised = await nominate(ward, 'Lê Thị Hòa Bình');
await walkTo(ward, recognised, 'issue_card');
const short = await walkRecent(ward, 'Phạm Văn Đồng Tâm', 'verify_conclude');
const vote = wholeRoad(ward).find(({ step }) => step === 'cell_vote');
if (vote)
  await take(ward, short, {
    ...vote,
    on: '2026-01-10',
    inputs: { ballot: { total: 6, base: 6, present: 6, yes: 3, no: 3, blank: 0, excluded: {} } },
  });
const sheet = (await viewOf(ward, recognised)).acts.find(({ step }) => step === 'cell_vote')?.entry ?? '';
const [member = ''] = ward.members;
const administrator = await ward.world.as('administrator', ward.ward);
const several = await ward.world.office({
  kind: 'base_officer',
  unit: ward.ward,
  person: ward.members[3] as string,
});
await ward.world.office({ kind: 'cell_secretary', unit: ward.other, person: ward.members[3] as string });

const officer = officeOf(ward.officer);
const secretary = officeOf(ward.secretary);
function officeOf(client: Client): number {
  if (client.officeId === null) throw new Error('no office');
  return client.officeId;
}

interface Case {
  name: string;
  office: number | null;
  address: string;
  /** what the keyboard must reach */
  primary?: string | RegExp;
}

const cases: Case[] = [
  { name: 'sign-in', office: null, address: '/', primary: 'Đăng nhập' },
  { name: 'sourcing', office: secretary, address: '/dossiers?phase=source', primary: /^Giới thiệu/ },
  { name: 'nomination', office: secretary, address: '/dossiers?new=1', primary: /^Giới thiệu|^Ghi/ },
  { name: 'dossiers', office: officer, address: '/dossiers', primary: /^Giới thiệu/ },
  { name: 'dossiers without any', office: officer, address: '/dossiers?q=khongcoai', primary: /^Giới thiệu/ },
  {
    name: 'dossier at its beginning',
    office: secretary,
    address: `/dossiers/${fresh}`,
    primary: 'Ghi việc này',
  },
  {
    name: 'dossier before the vote',
    office: secretary,
    address: `/dossiers/${verified}`,
    primary: /^Ghi|^Mở mẫu/,
  },
  {
    name: 'form of the vote',
    office: secretary,
    address: `/dossiers/${verified}?step=cell_vote`,
    primary: /^Ghi/,
  },
  { name: 'dossier after a failed vote', office: officer, address: `/dossiers/${short}` },
  { name: 'dossier at its end', office: officer, address: `/dossiers/${recognised}` },
  {
    name: 'sheet to print',
    office: officer,
    address: `/dossiers/${recognised}/sheet/${sheet}`,
    primary: 'In',
  },
  { name: 'roll', office: officer, address: '/people', primary: 'Thêm đảng viên' },
  { name: 'roll of a cell', office: secretary, address: '/people' },
  { name: 'roll of a past day', office: officer, address: '/people?on=2024-01-01' },
  { name: 'person', office: officer, address: `/people/${member}` },
  { name: 'tree', office: officer, address: '/units', primary: 'Thêm đơn vị' },
  { name: 'unit', office: officer, address: `/units/${ward.cell}`, primary: 'Ghi thay đổi' },
  { name: 'unit of a secretary', office: secretary, address: `/units/${ward.cell}` },
  { name: 'imports', office: officer, address: '/imports' },
  { name: 'regulations', office: secretary, address: '/regulations' },
  { name: 'regulation', office: secretary, address: '/regulations/294-Q%C4%90%2FTW' },
  { name: 'accounts', office: officeOf(administrator), address: '/admin' },
  { name: 'offices without account', office: officeOf(administrator), address: '/admin?tab=waiting' },
  {
    name: 'backups',
    office: officeOf(administrator),
    address: '/admin?tab=backups',
    primary: 'Sao lưu ngay',
  },
  { name: 'own account', office: several, address: '/account', primary: 'Đổi mật khẩu' },
  { name: 'help', office: secretary, address: '/help' },
  { name: 'no such page', office: secretary, address: '/khong-co' },
];

test.each(cases)('$name', pageTest, async ({ office, address, primary }) => {
  const reader = office === null ? await visits.come() : await visits.as(office);
  await reader.open(address);
  expect(await axe(reader.page)).toEqual([]);
  expect(await noSidewaysScroll(reader.page)).toEqual([]);
  expect(await inLargeLetters(reader.page)).toEqual([]);
  expect(await printed(reader.page)).toEqual([]);
  if (primary) expect(await tabTo(reader.page, primary)).toEqual([]);
});

interface Opened {
  name: string;
  address: string;
  open: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const pick = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true }).click();

const opened: Opened[] = [
  { name: 'adding a member', address: '/people', open: (page) => press(page, 'Thêm đảng viên') },
  { name: 'acts on a person', address: `/people/${member}`, open: (page) => press(page, 'Ghi biến động') },
  {
    name: 'renaming a unit',
    address: `/units/${ward.cell}`,
    open: async (page) => {
      await press(page, 'Ghi thay đổi');
      await pick(page, 'Đổi tên');
    },
  },
  {
    name: 'appointing',
    address: `/units/${ward.cell}`,
    open: (page) => press(page, 'Ghi người giữ chức trách'),
  },
  { name: 'the search', address: '/dossiers', open: (page) => page.keyboard.press('/') },
  { name: 'the switch of unit', address: '/dossiers', open: (page) => press(page, /^Đảng bộ phường/) },
  { name: 'the choice of a day', address: '/people', open: (page) => press(page, /^Hôm nay/) },
];

test.each(opened)('open: $name', pageTest, async ({ address, open }) => {
  const { page, open: go } = await visits.as(officer);
  await go(address);
  await open(page);
  await settled(page);
  expect(await axe(page)).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
  // Escape closes it, and the focus is not lost.
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement !== document.body);
});

test('a record out of reach', async () => {
  for (const address of [`/dossiers/${newId()}`, `/people/${newId()}`, '/units/999999']) {
    const reader = await visits.as(secretary);
    await reader.during(/^404 GET \/api\/(dossiers|people|units)\//, () => reader.open(address));
    await reader.page.getByText('Không tìm thấy').waitFor();
    expect(await axe(reader.page)).toEqual([]);
    expect(await noSidewaysScroll(reader.page)).toEqual([]);
  }
});

test('letters are as large as the phone has been set to', async () => {
  const { page, open } = await visits.as(secretary);
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setEmulatedOSTextScale', { scale: 1.5 });
  await open('/worklist');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
});

test.each([
  ['/worklist', 380, 70],
  ['/dossiers', 540, 90],
  ['/overview', 560, 70],
])('a first visit fits a slow line: %s in %i KB, %i files', async (address, most, files) => {
  const { page, open } = await visits.as(officer);
  const browser = await page.context().newCDPSession(page);
  const sizes: number[] = [];
  browser.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
  await browser.send('Network.enable');
  await open(address);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(most);
  expect(sizes.length).toBeLessThan(files);
});

/** Runs in the page, before its own scripts: takes away what a browser of early 2023 did not have. */
function grownOld(): void {
  const take = (from: object, ...names: string[]) =>
    names.forEach((name) => Reflect.deleteProperty(from, name));
  take(Array.prototype, 'toSorted', 'toReversed', 'toSpliced', 'with');
  take(Map, 'groupBy');
  take(Object, 'groupBy');
  take(Promise, 'withResolvers');
  take(Set.prototype, 'union', 'intersection', 'difference', 'symmetricDifference');
  take(Set.prototype, 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom');
  const helpers = 'map filter take drop flatMap reduce toArray forEach some every find'.split(' ');
  take(Object.getPrototypeOf(Object.getPrototypeOf([].values())), ...helpers);
  take(globalThis, 'Iterator');
  const supports = CSS.supports.bind(CSS) as (...words: string[]) => boolean;
  CSS.supports = (...words: string[]) => !words.join(' ').includes('color-mix') && supports(...words);
}

test.each([
  '/worklist',
  '/overview',
  `/dossiers/${verified}?step=cell_vote`,
  '/plans',
  '/statistics',
  '/regulations/rules',
  '/regulations/compare?from=2025-06-30&to=2025-07-01',
])('in a browser some years old: %s', async (address) => {
  const { page, open } = await visits.as(officer);
  await page.addInitScript(grownOld);
  await open(address);
  expect(await page.evaluate(() => 'withResolvers' in Promise)).toBe(true);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.locator('svg [fill^="color-mix"]').count()).toBe(0);
});

test('nothing goes by steps for a reader who asked for less motion', async () => {
  const { page, open } = await visits.as(officer);
  await open('/people');
  await page.evaluate(() => {
    document.addEventListener('transitionrun', () => (document.body.dataset.moved = 'yes'));
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await settled(page);
  expect(await page.locator('body').getAttribute('data-moved')).toBeNull();
});

test('the page speaks English when asked, and remembers it', async () => {
  const { page, open } = await visits.as(secretary);
  await open('/dossiers');
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /^[\x20-\x7e]+$/ })
    .waitFor();
  await page.reload();
  await settled(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await axe(page)).toEqual([]);
});
