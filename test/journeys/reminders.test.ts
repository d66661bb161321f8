// Nothing is missed: an officer reminds a secretary, who reads it, and sees the receipt; the office reminds by itself;
// one’s own address and the settings; and the time line of a dossier – drawn, as a table, on a phone, on paper.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookOnce } from '../../src/reminders/watch.store.ts';
import { startWard, walkRecent } from '../road.ts';
import { button, dialog, field, heading, link, openBrowser, type Reader, settled } from './browser.ts';
import { pageTest, unfit } from './quality.ts';
import { serve, withPages } from './site.ts';
import { day, happened, paper, record } from './steps.ts';

const ward = await startWard({ today: '2026-02-10', ...(await withPages()) });
const site = await serve(ward.world);
const visits = await openBrowser(site);
const voted = await walkRecent(ward, 'Nguyễn Thị Hoa', 'cell_vote');
const keeper = await ward.world.as('administrator', ward.ward);

const officeOf = ({ officeId }: { officeId: number | null }): number => officeId ?? 0;
const officer = officeOf(ward.officer);
const secretary = officeOf(ward.secretary);
const administrator = officeOf(keeper);

const words = 'Đề nghị chi bộ rà soát danh sách tháng 9 trước ngày 20/02.';
const review = 'Rà soát danh sách cảm tình Đảng';
const bell = (page: Page, name: string | RegExp): Locator => link(page, name);
const line = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ hasText: text });
const timeLine = (page: Page): Locator => page.getByRole('region', { name: 'Dòng thời gian' });

test('an officer reminds a secretary, who reads it; the officer sees the receipt', {
  timeout: 90_000,
}, async () => {
  const sender = await visits.as(officer);
  const list = `/worklist?group=others&unit=${ward.cell}`;
  await sender.open(list);
  await button(sender.page, new RegExp(`^Đôn đốc…: ${review}`)).click();
  const form = dialog(sender.page);
  await form.getByText('Gửi đến: bí thư chi bộ, Chi bộ khu phố 1.').waitFor();
  // Without words nothing is sent.
  await button(form, 'Gửi lời đôn đốc').click();
  await form.getByText('Còn 1 chỗ cần sửa trước khi ghi').waitFor();
  await field(form, 'Nội dung đôn đốc').fill(words);
  await field(form, 'Số').fill('15-CV/ĐU');
  await day(form, 'Ngày', '2026-02-09');
  await field(form, 'Nơi ban hành').fill('Đảng ủy phường Kinh Bắc');
  await button(form, 'Gửi lời đôn đốc').click();
  await form.waitFor({ state: 'detached' });
  await sender.page.getByText('Đã gửi lời đôn đốc.', { exact: false }).waitFor();

  const { page, open } = await visits.as(secretary);
  await open('/worklist');
  // One’s own work is not reminded of by oneself.
  expect(await button(page, /^Đôn đốc/).count()).toBe(0);
  await bell(page, 'Nhắc việc, 1 chưa đọc').click();
  await heading(page, 'Nhắc việc').waitFor();
  const notice = line(page, review);
  expect(await notice.innerText()).toMatch(
    /chưa đọc[\s\S]*Lời đôn đốc[\s\S]*tháng 9\/2025[\s\S]*Hạn thứ Ba, 30\/09\/2025/,
  );
  expect(await notice.innerText()).not.toContain(words);
  await notice.getByRole('button', { name: /^Mở xem lời đôn đốc/ }).click();
  await notice.getByText(words).waitFor();
  expect(await notice.innerText()).toMatch(
    /Văn bản: số 15-CV\/ĐU ngày 09\/02\/2026 của Đảng ủy phường Kinh Bắc[\s\S]*Đã báo nhận lúc \d\d\/\d\d\/\d{4} \d\d:\d\d/,
  );
  await bell(page, 'Nhắc việc').waitFor();
  await notice.getByRole('link', { name: /^Đến việc này/ }).click();
  await dialog(page).getByText('Chi bộ khu phố 1 · tháng 9/2025').waitFor();

  await sender.open(list);
  await button(sender.page, new RegExp(`^Đôn đốc…: ${review}`)).click();
  const before = dialog(sender.page).getByRole('region', { name: 'Đã đôn đốc trước đây' });
  await before.getByText(words).waitFor();
  expect(await before.innerText()).toMatch(/Chi bộ khu phố 1: Nguyễn Văn An đã xem lúc \d\d\/\d\d/);
});

test('the office reminds by itself; opening leads to the form, what is done is quiet', {
  timeout: 90_000,
}, async () => {
  await lookOnce(ward.world.db, null);
  const { page, open } = await visits.as(secretary);
  await open('/notices?unread=true');
  const late = line(page, review).filter({ hasText: 'Quá hạn' });
  expect(await late.innerText()).toMatch(/Hạn thứ Ba, 30\/09\/2025 – đã quá 133 ngày/);
  const unread = await page.getByText('chưa đọc', { exact: true }).count();
  await bell(page, `Nhắc việc, ${unread} chưa đọc`).waitFor();
  await late.getByRole('link', { name: review }).click();
  const form = dialog(page);
  await form.getByText('Chi bộ khu phố 1 · tháng 9/2025').waitFor();
  await day(form, 'Ngày thực hiện', '2026-02-03');
  await field(form, 'Số').fill('02-NQ/CB');
  await day(form, 'Ngày', '2026-02-03');
  await button(form, 'Ghi').click();
  await form.waitFor({ state: 'detached' });

  await open('/notices');
  expect(await line(page, review).first().innerText()).toMatch(/việc này đã xong/);
  await button(page, 'Đánh dấu đã đọc tất cả').click();
  await bell(page, 'Nhắc việc').waitFor();
  await expect.poll(() => page.getByText('chưa đọc', { exact: true }).count()).toBe(0);
  await link(page, 'Chưa đọc').click();
  await page.getByText('Đã đọc hết').waitFor();
});

test('one’s own address is given and taken back; without a mail server the page says so', async () => {
  const { page, open } = await visits.as(secretary);
  await open('/account');
  const part = page.getByRole('region', { name: 'Nhận nhắc việc qua thư điện tử' });
  await part.getByText('Bản Nguồn này chưa nối với máy chủ thư', { exact: false }).waitFor();
  await field(part, 'Địa chỉ thư điện tử').fill('bithu@kinhbac.vn');
  await button(part, 'Lưu địa chỉ').click();
  await part.getByText('bithu@kinhbac.vn').waitFor();
  await button(part, 'Rút lại địa chỉ').click();
  await field(part, 'Địa chỉ thư điện tử').waitFor();
});

test('the settings belong to those who keep the installation', { timeout: 60_000 }, async () => {
  const { page, open } = await visits.as(officer);
  await open('/notices');
  await link(page, 'Cài đặt nhắc việc').click();
  await field(page, 'Nhắc trước hạn (số ngày)').fill('14 ngày');
  await button(page, 'Lưu cài đặt').click();
  await page.getByText('Còn 1 chỗ cần sửa trước khi ghi').waitFor();
  await field(page, 'Nhắc trước hạn (số ngày)').fill('3, 14');
  await page.getByLabel('Báo cấp trên khi cấp dưới để quá hạn').uncheck();
  await button(page, 'Lưu cài đặt').click();
  await page.getByText('Đã lưu cài đặt nhắc việc.').waitFor();
  expect(await field(page, 'Nhắc trước hạn (số ngày)').inputValue()).toBe('14, 3');

  const other = await visits.as(administrator);
  await other.open('/admin?tab=reminders');
  expect(await field(other.page, 'Nhắc trước hạn (số ngày)').inputValue()).toBe('14, 3');
  expect(await other.page.getByRole('region', { name: 'Tình trạng gửi thư' }).innerText()).toMatch(
    /chưa nối, không gửi thư cho ai/,
  );
  expect(await bell(other.page, /^Nhắc việc/).count()).toBe(0);
});

test('a dossier shows its time line, and a clock is prolonged from it', { timeout: 90_000 }, async () => {
  const { page, open } = await visits.as(officer);
  await open(`/dossiers/${voted}`);
  const shown = timeLine(page);
  expect(await shown.innerText()).toMatch(/Kết nạp: không điều nào buộc phải chờ thêm/);
  const clock = line(page, 'Hạn cấp có thẩm quyền xem xét quyết định').first();
  const text = await clock.innerText();
  expect(text).toMatch(/còn \d+ ngày làm việc[\s\S]*45 ngày làm việc, tính từ 10\/01\/2026/);
  expect(text).toMatch(/có thể gia hạn đến (\d\d\/){2}2026[\s\S]*294-QĐ\/TW, 4\.3/);
  const until = /có thể gia hạn đến (\S+)/.exec(text)?.[1];
  // The table is one key away and says the same in the order of the days.
  await button(shown, 'Xem dạng bảng').focus();
  await page.keyboard.press('Enter');
  const rows = await shown.getByRole('row').allInnerTexts();
  const at = (what: RegExp) => rows.findIndex((row) => what.test(row));
  expect(rows[at(/Chi bộ biểu quyết đề nghị kết nạp/)]).toMatch(/10\/01\/2026[\s\S]*Đã ghi[\s\S]*294-QĐ\/TW/);
  const order = [
    /Giới thiệu/,
    /294-QĐ\/TW có hiệu lực/,
    /Chi bộ biểu quyết/,
    /Hôm nay/,
    /Từ hôm nay/,
    /Hạn cấp/,
  ];
  const places = order.map(at);
  expect(places).not.toContain(-1);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);

  await button(shown, /^Ghi gia hạn/).click();
  await heading(page, 'Gia hạn thời gian quyết định kết nạp').waitFor();
  await happened(page, '2026-02-09');
  await paper(page, 'Văn bản gia hạn', { number: '12-CV/TU', on: '2026-02-09' });
  await record(page);
  await timeLine(page).getByText(`đã gia hạn đến ${until}`).first().waitFor();
  expect(await button(page, /^Ghi gia hạn/).count()).toBe(0);
});

test('on a phone the time line stands one thing under another', { timeout: 60_000 }, async () => {
  const { page, open } = await visits.as(officer, { width: 360, height: 740 });
  await open(`/dossiers/${voted}`);
  const entries = timeLine(page).getByRole('list', { name: 'Dòng thời gian' });
  const shown = await entries.getByRole('listitem').allInnerTexts();
  expect(shown.at(-1)).toMatch(/Hạn cấp có thẩm quyền/);
  await button(timeLine(page), /^Xem cả \d+ việc đã ghi$/).click();
  expect(await entries.getByRole('listitem').count()).toBeGreaterThan(shown.length);
  expect(await timeLine(page).getByRole('button', { name: 'Xem dạng bảng' }).count()).toBe(0);
});

interface View {
  name: string;
  office: number;
  address: string;
  primary: RegExp;
  after?: (reader: Reader) => Promise<void>;
}

const views: View[] = [
  { name: 'the reminders of a secretary', office: secretary, address: '/notices', primary: /^Đến việc này/ },
  { name: 'the reminders of an officer', office: officer, address: '/notices', primary: /^Cài đặt/ },
  { name: 'the settings', office: officer, address: '/notices/settings', primary: /^Lưu cài đặt/ },
  {
    name: 'the settings of an administrator',
    office: administrator,
    address: '/admin?tab=reminders',
    primary: /^Lưu cài đặt/,
  },
  { name: 'the account', office: secretary, address: '/account', primary: /^Lưu địa chỉ/ },
  { name: 'a dossier', office: officer, address: `/dossiers/${voted}`, primary: /^Xem dạng bảng/ },
  {
    name: 'a dossier as a table',
    office: officer,
    address: `/dossiers/${voted}`,
    primary: /^Xem dạng hình/,
    after: async ({ page }) => {
      await button(page, 'Xem dạng bảng').click();
      await settled(page);
    },
  },
  {
    name: 'reminding',
    office: officer,
    address: `/worklist?group=others&unit=${ward.cell}`,
    primary: /^Gửi lời đôn đốc/,
    after: async ({ page }) => {
      await button(page, /^Đôn đốc…/)
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
  const paper = view.name !== 'reminding';
  expect(await unfit(page, { primary: view.primary, paper })).toEqual([]);
});
