// A morning with “Việc hôm nay”: an officer does what is overdue from its line and stands in the list again, a secretary
// closes, records and takes back, a committee member follows the cells in charge – by mouse, by keyboard, on paper.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { nominate, startWard, walkRecent } from '../road.ts';
import { button, dialog, field, heading, link, openBrowser, type Reader, settled } from './browser.ts';
import { pageTest, printed, unfit, walkTo } from './quality.ts';
import { serve, withPages } from './site.ts';
import { choose, day, happened, record } from './steps.ts';

const ward = await startWard({ today: '2026-02-10', ...(await withPages()) });
const site = await serve(ward.world);
const visits = await openBrowser(site);

const asked = 'Trần Văn Lúa';
await walkRecent(ward, asked, 'verify_send', {
  list: '2024-02-03',
  class_certificate: '2024-06-20',
  assign_helper: '2024-07-03',
  permit: '2025-10-10',
  papers: '2025-11-15',
  verify_send: '2025-11-20',
});
await walkRecent(ward, 'Nguyễn Thị Hoa', 'base_vote');
await nominate(ward, 'Lê Thị Hòa Bình');
const away = ward.members[4] as string;
const left = await ward.officer.post(`/api/people/${away}/acts`, {
  clientId: newId(),
  act: 'begin_temporary',
  happenedOn: '2025-09-01',
  place: 'Chi bộ Công an huyện Yên Phong',
  until: '2026-02-05',
});
if (left.status !== 200) throw new Error(left.text);
const named = await ward.world.office({
  kind: 'committee_member',
  unit: ward.ward,
  namedUnits: [ward.other],
});

const officeOf = ({ officeId }: { officeId: number | null }): number => officeId ?? 0;
const officer = officeOf(ward.officer);
const secretary = officeOf(ward.secretary);

const lines = (page: Page, group: string): Locator => page.getByRole('list', { name: group, exact: true });
const line = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ hasText: text });
const countOf = async (page: Page, group: string): Promise<number> => {
  const tab = page
    .getByRole('navigation', { name: 'Nhóm việc' })
    .getByRole('link', { name: new RegExp(`^${group}`) });
  return Number((await tab.innerText()).replace(/\D+/g, ' ').trim().split(' ').at(-1));
};
const openGroup = async (page: Page, group: string): Promise<void> => {
  await page
    .getByRole('link', { name: new RegExp(`^${group}`) })
    .first()
    .click();
  await heading(page, group).waitFor();
  await settled(page);
};

test('an officer does what is overdue from its line and is brought back to the list', {
  timeout: 90_000,
}, async () => {
  const { page, open } = await visits.as(officer);
  await open('/');
  await heading(page, 'Việc hôm nay').waitFor();
  await settled(page);
  const before = await countOf(page, 'Quá hạn');
  const overdue = line(page, 'Trả lời thẩm tra').filter({ hasText: asked });
  expect(await overdue.innerText()).toMatch(
    /quá hạn \d+ ngày làm việc[\s\S]*Xã Hòa Long[\s\S]*30 ngày làm việc tính từ/,
  );
  // The article opens the rule and leads back by the browser's own key.
  await overdue
    .getByRole('link', { name: /HD\/TW|QĐ\/TW/ })
    .first()
    .click();
  await page.waitForURL(/\/regulations\//);
  await page.goBack();
  await settled(page);

  await button(page, new RegExp(`^Ghi việc này: Trả lời thẩm tra.*${asked}`)).click();
  await page.getByRole('heading', { name: 'Ghi kết quả thẩm tra', level: 2 }).waitFor();
  await link(page, 'Trở về danh sách việc').waitFor();
  expect(await field(page, 'Nơi thẩm tra').inputValue()).toBe('Xã Hòa Long');
  await happened(page, '2026-02-09');
  await choose(page, 'Kết quả', 'Đã xác nhận');
  await record(page);
  await heading(page, 'Việc hôm nay').waitFor();
  await page
    .getByText(new RegExp(`^${asked} – Đã ghi: ghi kết quả thẩm tra`))
    .first()
    .waitFor();
  await settled(page);
  expect(await line(page, 'Trả lời thẩm tra').filter({ hasText: asked }).count()).toBe(0);
  expect(await countOf(page, 'Quá hạn')).toBe(before - 1);
  await button(page, 'Đã rõ').click();
  expect(await page.getByText(`${asked} – Đã ghi`).count()).toBe(0);
});

test('a line about a member opens the very act, and its form leads back', {
  timeout: 90_000,
}, async () => {
  const { page, open } = await visits.as(officer);
  await open('/worklist?kind=person');
  const temporary = line(page, 'Hoàng Văn Em');
  expect(await temporary.innerText()).toMatch(/05\/02\/2026[\s\S]*sinh hoạt đảng tạm thời/);
  await temporary.getByRole('button', { name: /^Ghi việc này/ }).click();
  const form = dialog(page);
  await form.getByText('Hoàng Văn Em', { exact: false }).first().waitFor();
  await day(form, 'Ngày', '2026-02-06');
  await button(form, 'Ghi').click();
  await heading(page, 'Việc hôm nay').waitFor();
  await page.getByText('Hoàng Văn Em – Đã ghi.').first().waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('person');
  await settled(page);
  expect(await temporary.count()).toBe(0);
  // The same link once more: it was recorded meanwhile.
  await open(`/people/${away}?act=end_temporary`);
  await page.getByText('Việc này lúc này không ghi được').waitFor();
});

test('a secretary closes a line with a reason, finds it again and brings it back', {
  timeout: 90_000,
}, async () => {
  const { page, open } = await visits.as(secretary);
  await open('/worklist?group=overdue');
  const before = await countOf(page, 'Quá hạn');
  await button(page, /^Không áp dụng \/ đã làm ngoài hệ thống…: Kiểm tra thẻ đảng viên/).click();
  const form = dialog(page);
  // Nothing is ticked before, and without a choice and a reason nothing is sent.
  expect(await form.getByRole('radio', { checked: true }).count()).toBe(0);
  await button(form, 'Khép lại').click();
  await form.getByText('Còn 2 chỗ cần sửa trước khi ghi').waitFor();
  await form.getByRole('radio', { name: 'Đã làm ngoài hệ thống' }).check();
  await day(form, 'Ngày đã làm', '2026-01-15');
  await field(form, 'Lý do').fill('Biên bản kiểm tra thẻ ngày 15/01/2026, lưu sổ chi bộ.');
  await button(form, 'Khép lại').click();
  await form.waitFor({ state: 'detached' });
  await settled(page);
  expect(await countOf(page, 'Quá hạn')).toBe(before - 1);
  await openGroup(page, 'Đã khép lại');
  const closed = line(page, 'Kiểm tra thẻ đảng viên');
  expect(await closed.innerText()).toMatch(
    /Đã làm ngoài hệ thống ngày 15\/01\/2026[\s\S]*Biên bản kiểm tra thẻ/,
  );
  await closed.getByRole('button', { name: /^Đưa trở lại danh sách/ }).click();
  await field(dialog(page), 'Lý do').fill('Chi bộ kiểm tra lại vào tháng sau.');
  await button(dialog(page), 'Đưa trở lại danh sách').click();
  await page.getByText('Chưa có dòng nào được khép lại').waitFor();
  await settled(page);
  expect(await countOf(page, 'Quá hạn')).toBe(before);
});

test('routine work is recorded from its line; its next period comes, and it can be taken back', {
  timeout: 90_000,
}, async () => {
  const { page, open } = await visits.as(secretary);
  await open('/worklist');
  const review = line(page, 'Rà soát danh sách cảm tình Đảng');
  await review.filter({ hasText: 'tháng 9/2025' }).waitFor();
  await review.getByRole('button', { name: /^Ghi việc này/ }).click();
  const form = dialog(page);
  await form.getByText('Chi bộ khu phố 1 · tháng 9/2025').waitFor();
  expect(await form.getByRole('radio', { checked: true }).count()).toBe(0);
  await day(form, 'Ngày thực hiện', '2026-02-03');
  await field(form, 'Số').fill('02-NQ/CB');
  await field(form, 'Ngày').fill('03/02/2026');
  await button(form, 'Ghi').click();
  await form.waitFor({ state: 'detached' });
  await review.filter({ hasText: 'tháng 10/2025' }).waitFor();
  await settled(page);
  await openGroup(page, 'Đã khép lại');
  const done = page.getByRole('region', { name: 'Việc định kỳ đã ghi' });
  expect(await done.innerText()).toMatch(/03\/02\/2026[\s\S]*tháng 9\/2025[\s\S]*02-NQ\/CB/);
  await done.getByRole('button', { name: /^Rút lại/ }).click();
  await field(dialog(page), 'Lý do').fill('Ghi nhầm tháng.');
  await button(dialog(page), 'Rút lại').click();
  await done.getByText('Đã rút lại: Ghi nhầm tháng.').waitFor();
  await open('/worklist');
  await review.filter({ hasText: 'tháng 9/2025' }).waitFor();
});

test('filters are words of the address; the month goes by arrows and opens a day', {
  timeout: 90_000,
}, async () => {
  const { page, open } = await visits.as(officer);
  await open(`/worklist?group=others&unit=${ward.other}&q=khu+pho`);
  expect(await lines(page, 'Quá hạn').innerText()).toMatch(/Chi bộ khu phố 2/);
  expect(await lines(page, 'Quá hạn').innerText()).not.toMatch(/Chi bộ khu phố 1/);
  await page.getByLabel('Mảng việc').selectOption('Hồ sơ kết nạp');
  await page.getByText('Không có việc nào khớp điều kiện đang lọc').waitFor();
  expect(new URL(page.url()).searchParams.get('kind')).toBe('dossier');

  await open('/worklist');
  await link(page, 'Xem theo lịch').click();
  await page.getByRole('grid', { name: 'Lịch việc đến hạn, tháng 2 năm 2026' }).waitFor();
  await settled(page);
  // Tết Bính Ngọ is marked by its name; the weekend is off.
  const cell = (name: RegExp) => page.getByRole('gridcell').getByRole('button', { name });
  await cell(/^thứ Ba, 17\/02\/2026.*nghỉ.*Tết/).waitFor();
  expect(await walkTo(page, /^thứ Ba, 10\/02\/2026/)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe('2026-02-22');
  await button(page, 'Tháng trước').click();
  await button(page, 'Tháng trước').click();
  await settled(page);
  await cell(/^thứ Tư, 31\/12\/2025, \d+ việc/).click();
  await heading(page, 'thứ Tư, 31/12/2025').waitFor();
  await settled(page);
  expect(await lines(page, 'thứ Tư, 31/12/2025').getByRole('listitem').count()).toBeGreaterThan(0);
});

test('the sheet for the wall holds everything open of the cell, with boxes to tick', async () => {
  const { page, open } = await visits.as(officer);
  await open('/worklist');
  await link(page, 'In danh sách').click();
  await field(page, 'Tìm chi bộ, đơn vị').fill('khu pho 1');
  await page.getByRole('main').getByRole('link', { name: 'Chi bộ khu phố 1' }).click();
  await heading(page, 'DANH SÁCH VIỆC ĐẾN HẠN').waitFor();
  await settled(page);
  const sheet = await page.getByRole('article').innerText();
  expect(sheet).toMatch(/CHI BỘ KHU PHỐ 1[\s\S]*Các việc chưa xong tính đến thứ Ba, 10\/02\/2026/);
  expect(sheet).toMatch(
    /Rà soát danh sách cảm tình Đảng – tháng 9\/2025[\s\S]*38-HD\/BTCTW[\s\S]*Bí thư chi bộ/,
  );
  expect(await printed(page)).toEqual([]);
  await link(page, /^Tờ tiếp theo: Chi bộ khu phố 2/).click();
  await page.getByText('CHI BỘ KHU PHỐ 2', { exact: true }).waitFor();
});

test('a committee member follows exactly the cells in charge (S3-16, S3-59)', async () => {
  const { page, open } = await visits.as(named);
  await open('/');
  await page.getByText('Phạm vi: 1 chi bộ đồng chí được phân công phụ trách.').waitFor();
  await settled(page);
  const shown = await lines(page, 'Quá hạn').innerText();
  expect(shown).toMatch(/Chi bộ khu phố 2[\s\S]*Chờ bí thư chi bộ/);
  expect(shown).not.toMatch(/Chi bộ khu phố 1/);
  expect(await page.getByRole('button', { name: /^(Ghi việc này|Nhập thay|Không áp dụng)/ }).count()).toBe(0);
  expect(await page.getByRole('link', { name: /^Chờ nơi khác/ }).count()).toBe(0);
});

test('the calendar of a telephone is off, is shown once, names nobody and ends at once', async () => {
  const { page, open } = await visits.as(officer);
  await open('/worklist');
  await button(page, 'Lịch trên điện thoại').click();
  await dialog(page).getByText('Đang tắt.').waitFor();
  await button(page, 'Bật và lấy địa chỉ').click();
  const address = await field(page, 'Địa chỉ lịch').inputValue();
  const calendar = await (await page.request.get(address)).text();
  expect(calendar).toMatch(/BEGIN:VCALENDAR[\s\S]*Chi bộ khu phố 1/);
  for (const name of [asked, 'Nguyễn Thị Hoa', 'Hoàng Văn Em']) expect(calendar).not.toContain(name);
  await page.keyboard.press('Escape');
  await button(page, 'Lịch trên điện thoại').click();
  await button(page, 'Tạo địa chỉ mới').waitFor();
  expect(await field(page, 'Địa chỉ lịch').count()).toBe(0);
  await button(page, 'Tắt lịch').click();
  await dialog(page).getByText('Đang tắt.').waitFor();
  expect((await page.request.get(address)).status()).toBe(404);
});

interface View {
  name: string;
  office: number;
  address: string;
  primary?: RegExp;
  after?: (reader: Reader) => Promise<void>;
}

const views: View[] = [
  { name: 'the list of an officer', office: officer, address: '/worklist', primary: /^Ghi việc này/ },
  { name: 'the list of a secretary', office: secretary, address: '/worklist', primary: /^Ghi việc này/ },
  { name: 'the list of a committee member', office: named, address: '/worklist', primary: /^Mở xem/ },
  {
    name: 'what waits for others',
    office: officer,
    address: '/worklist?group=others',
    primary: /^Nhập thay/,
  },
  { name: 'a group without lines', office: officer, address: '/worklist?group=unknown' },
  {
    name: 'the month',
    office: officer,
    address: '/worklist?view=month&day=2026-02-28',
    primary: /^thứ Bảy, 28/,
  },
  { name: 'the sheet', office: secretary, address: '/worklist/print', primary: /^In$/ },
  { name: 'the choice of a cell', office: officer, address: '/worklist/print' },
  {
    name: 'the form of a routine',
    office: secretary,
    address: `/worklist?routine=${ward.cell}.list_review.2025-09`,
  },
  {
    name: 'closing a line',
    office: secretary,
    address: '/worklist',
    after: async ({ page }) => {
      await button(page, /^Không áp dụng/)
        .first()
        .click();
      await dialog(page).waitFor();
    },
  },
];

test.each(views)('fit for everybody: $name', pageTest, async (view) => {
  const reader = await visits.as(view.office);
  const { page } = reader;
  await reader.open(view.address);
  await view.after?.(reader);
  const paper = !view.after && !view.address.includes('routine');
  expect(await unfit(page, { primary: view.primary, stops: 80, paper })).toEqual([]);
});

test('what waits for an answer stands above the list and leads to where it is given', {
  timeout: 60_000,
}, async () => {
  const union = await ward.world.as('mass_officer', ward.cell);
  const introduced = await union.post('/api/dossiers', {
    clientId: newId(),
    unitId: ward.cell,
    happenedOn: '2026-02-01',
    person: { fullName: 'Đỗ Thị Ngân', bornOn: '1999' },
    inputs: { proposerKind: 'youth_union' },
  });
  expect([introduced.status, introduced.text.slice(0, 200)]).toEqual([200, expect.anything()]);
  const reader = await visits.as(secretary, { width: 360, height: 740 });
  await reader.open('/worklist');
  const strip = reader.page.getByRole('navigation', { name: 'Đang chờ trả lời' });
  await strip.waitFor();
  expect(await unfit(reader.page, {})).toEqual([]);
  await strip.getByRole('link').first().click();
  await settled(reader.page);
  await reader.page.getByText('Đỗ Thị Ngân').first().waitFor();

  // Whoever has no work list is told so, and is offered nothing that belongs to one.
  const outside = await visits.as(officeOf(union));
  await outside.open('/worklist');
  await heading(outside.page, 'Chức trách đang chọn không được xem phần này').waitFor();
  expect(await outside.page.getByRole('main').getByRole('link').count()).toBe(0);
});
