// Pages “Quy định”: what held on a day, what differs between two days, a rule made stricter and ended again, what a
// change would do, and the calendar – in a browser, as those who answer for the rules use them.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { ballot } from '../road.ts';
import type { Client } from '../app.ts';
import { startTwoBases, takeOver } from '../lawbook.ts';
import { linesRenewed } from '../../src/lawbook/change.store.ts';
import { button, dialog, field, heading, link, openBrowser, type Reader, settled } from './browser.ts';
import { inLargeLetters, axe, noSidewaysScroll, pageTest, printed, walkTo as tabTo } from './quality.ts';
import { serve, withPages } from './site.ts';

const bases = await startTwoBases({ today: '2026-11-23', ...(await withPages()) });
const { here, there, admin, ward } = bases;
const site = await serve(bases.world);
const visits = await openBrowser(site);
await takeOver(bases, here, {
  name: 'Trần Thị Thu Hằng',
  stage: 'cell_voted',
  acts: [{ step: 'cell_vote', on: '2026-11-02', inputs: { ballot: ballot(9, 8) }, passed: true }],
});

function officeOf(client: Client): number {
  if (client.officeId === null) throw new Error('no office');
  return client.officeId;
}
const officer = () => visits.as(officeOf(here.officer));
const region = ({ page }: Reader, name: string) => page.getByRole('region', { name });
const table = ({ page }: Reader, name: string) => page.getByRole('table', { name });

test('what held on 20/6/2025, by which texts, and the rules that rest on one of them', async () => {
  const reader = await officer();
  await reader.open('/regulations?on=2025-06-20');
  const now = region(reader, 'Đang áp dụng ngày 20/06/2025');
  expect(await now.innerText()).toMatch(/232-QĐ\/TW[\s\S]*06-HD\/TW 2025[\s\S]*12-HD\/BTCTW 2022/);
  const sets = region(reader, 'Quy định thi hành Điều lệ Đảng').getByRole('listitem');
  expect((await sets.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual([
    '29-QĐ/TW',
    '24-QĐ/TW',
    '232-QĐ/TW',
    '294-QĐ/TW',
    '20-QĐ/TW',
    '208-QĐ/TW',
  ]);
  await link(now, '232-QĐ/TW').click();
  await heading(reader.page, '232-QĐ/TW').waitFor();
  const rule = table(reader, 'Quy tắc dựa vào văn bản này').getByRole('link', {
    name: 'Hạn quyết định kết nạp kể từ nghị quyết chi bộ',
  });
  await rule.first().click();
  await heading(reader.page, 'Hạn quyết định kết nạp kể từ nghị quyết chi bộ').waitFor();
  await settled(reader.page);
  // The page still speaks of the past day.
  expect(await region(reader, 'Đang áp dụng').innerText()).toMatch(/^60 ngày làm việc/);
  expect(await table(reader, 'Giá trị theo ngày').innerText()).toMatch(
    /45 ngày làm việc[\s\S]*294-QĐ\/TW, 4\.3\.1/,
  );
  expect(await table(reader, 'Dùng ở đâu').innerText()).toContain('Chi bộ biểu quyết đề nghị kết nạp');
  await reader.page.getByText(/^\d+\/\d+ ví dụ cho kết quả đúng/).waitFor();
  expect(await button(reader.page, 'Bổ sung giá trị').count()).toBe(0);
});

test('30/6/2025 and 1/7/2025 side by side, from a ready pair', async () => {
  const reader = await officer();
  await reader.open('/regulations/compare');
  await link(reader.page, '232-QĐ/TW → 294-QĐ/TW (01/07/2025)').click();
  await settled(reader.page);
  const rows = await table(reader, 'Mức đã thay đổi').getByRole('row').allInnerTexts();
  const row = rows.find((text) => text.includes('Hạn quyết định kết nạp'));
  expect(row).toMatch(/60 ngày làm việc\s+232-QĐ\/TW[\s\S]*45 ngày làm việc\s+294-QĐ\/TW/);
  expect(rows.join('\n')).not.toContain('Tuổi tối thiểu khi chi bộ xét');
  await field(reader.page, 'Ngày sau').fill('26/07/2026');
  await button(reader.page, 'So sánh').click();
  await heading(reader.page, 'Mức đã thay đổi').waitFor();
  await settled(reader.page);
  const ceremony = await table(reader, 'Mức đã thay đổi')
    .getByRole('row', { name: /Hạn tổ chức lễ tính từ/ })
    .innerText();
  expect(ceremony).toMatch(
    /ngày chi bộ nhận quyết định[\s\S]*ngày ban hành quyết định[\s\S]*chưa kiểm chứng/,
  );
});

test('a rule is found without accents; only what is not known; only what the committee set', async () => {
  const reader = await officer();
  await reader.open('/regulations/rules');
  await field(reader.page, 'Tìm').fill('han to chuc le');
  await reader.page.waitForURL(/q=/);
  await settled(reader.page);
  const found = (await reader.page.getByRole('row').allInnerTexts()).join('\n');
  expect(found).toContain('Hạn tổ chức lễ kết nạp');
  expect(found).not.toContain('Tuổi tối thiểu khi chi bộ xét');
  await reader.open('/regulations/rules?known=unknown');
  const known = await reader.page.getByRole('cell', { name: 'chưa biết', exact: true }).count();
  expect(known).toBeGreaterThan(0);
  expect(await reader.page.getByText('đã đối chiếu', { exact: true }).filter({ visible: true }).count()).toBe(
    0,
  );
  await reader.open('/regulations/rules?local=own');
  await reader.page.getByText('Không có quy tắc nào khớp điều kiện đang lọc').waitFor();
});

async function nameResolution(form: Locator): Promise<void> {
  await field(form, 'Tập thể quyết định').fill('Ban Chấp hành Đảng bộ Công ty');
  await field(form, 'Số văn bản').fill('15-NQ/ĐU');
  await field(form, 'Ngày văn bản').fill('20/11/2026');
  await field(form, 'Cơ quan ban hành').fill('Đảng ủy Công ty Kinh Bắc');
  await field(form, 'Điểm, khoản').fill('điểm 2');
}

const months = '/regulations/rules/introducer.months';

test('a committee asks for more, its cells see it, another base does not, and it ends again', {
  timeout: 90_000,
}, async () => {
  const reader = await officer();
  const { page } = reader;
  await reader.open(months);
  await button(page, 'Ghi quyết định của cấp ủy').click();
  await page.getByRole('menuitem', { name: 'Đặt mức cao hơn' }).click();
  const form = dialog(page);
  // Nothing is written without value, document and who decided.
  await button(form, 'Ghi quyết định').click();
  await form.getByText(/^Còn \d+ chỗ cần sửa trước khi ghi$/).waitFor();
  await field(form, 'Giá trị áp dụng (tháng)').fill('6');
  await nameResolution(form);
  // A looser value is refused with its reason, and what was typed stays.
  await reader.during(/^409 POST \/api\/provisions$/, async () => {
    await button(form, 'Ghi quyết định').click();
    await form
      .getByRole('alert')
      .getByText(/12 tháng/)
      .waitFor();
  });
  await field(form, 'Giá trị áp dụng (tháng)').fill('18');
  await region(reader, 'Nếu ghi, sẽ thay đổi')
    .getByText(/^Không có trường hợp đang mở nào liên quan/)
    .waitFor();
  await button(form, 'Ghi quyết định').click();
  await form.waitFor({ state: 'detached' });
  await linesRenewed();
  await settled(page);
  expect(await region(reader, 'Đang áp dụng').innerText()).toMatch(
    /^18 tháng[\s\S]*mức cao hơn của cấp ủy[\s\S]*15-NQ\/ĐU/,
  );
  const own = region(reader, 'Giá trị riêng của cấp ủy');
  expect(await own.innerText()).toMatch(
    /Đảng bộ Công ty Kinh Bắc[\s\S]*đang áp dụng[\s\S]*18 tháng[\s\S]*Ban Chấp hành Đảng bộ Công ty/,
  );

  const below = await visits.as(officeOf(here.secretary));
  await below.open(months);
  expect(await region(below, 'Đang áp dụng').innerText()).toMatch(/^18 tháng/);
  expect(await button(below.page, /Ghi quyết định|Ngừng áp dụng/).count()).toBe(0);
  const beside = await visits.as(officeOf(there.officer));
  await beside.open(months);
  expect(await region(beside, 'Đang áp dụng').innerText()).toMatch(/^12 tháng/);
  await beside.page.getByText('Chưa cấp ủy nào ghi giá trị riêng').waitFor();

  await button(own, 'Ngừng áp dụng từ ngày…').click();
  await field(form, 'Không áp dụng nữa từ ngày').fill('01/12/2026');
  await field(form, 'Số văn bản').fill('16-NQ/ĐU');
  await field(form, 'Ngày văn bản').fill('22/11/2026');
  await field(form, 'Cơ quan ban hành').fill('Đảng ủy Công ty Kinh Bắc');
  await button(form, 'Ghi ngừng áp dụng').click();
  await form.waitFor({ state: 'detached' });
  await linesRenewed();
  await own.getByText('từ 23/11/2026 đến hết 30/11/2026').waitFor();
  await reader.open(`${months}?on=2026-12-01`);
  expect(await region(reader, 'Đang áp dụng').innerText()).toMatch(/^12 tháng/);
});

test('where no text sets a value it is told what some places do, and a committee sets its own', async () => {
  const reader = await officer();
  const { page } = reader;
  await reader.open('/regulations/rules/assessment.months');
  const now = region(reader, 'Đang áp dụng');
  expect(await now.innerText()).toMatch(/sáu tháng một lần: 6 tháng[\s\S]*văn bản không nêu/);
  await button(page, 'Bổ sung giá trị').click();
  const form = dialog(page);
  await form.getByText(/một số nơi làm theo mức “6 tháng”/).waitFor();
  await nameResolution(form);
  await field(form, 'Giá trị áp dụng (tháng)').fill('12');
  await button(form, 'Ghi quyết định').click();
  await form.waitFor({ state: 'detached' });
  await linesRenewed();
  await settled(page);
  expect(await now.innerText()).toMatch(/^12 tháng[\s\S]*cấp ủy/);
});

test('what if the decision were due after 45 working days: the open case, from what to what, nothing written', async () => {
  const reader = await officer();
  const { page } = reader;
  await reader.open('/regulations/what-if');
  await field(page, 'Quy tắc').selectOption({ label: 'Hạn quyết định kết nạp kể từ nghị quyết chi bộ' });
  await page.getByText('Đang áp dụng: chưa biết').waitFor();
  await button(page, 'Xem sẽ đổi những gì').click();
  await page.getByText('Chưa ghi giá trị.').waitFor();
  await field(page, 'Giá trị áp dụng (ngày làm việc)').fill('45');
  await field(page, 'Giả sử từ ngày').fill('01/11/2026');
  await button(page, 'Xem sẽ đổi những gì').click();
  const rows = table(reader, 'Thời hạn giữ quy định của ngày bắt đầu');
  await rows.waitFor();
  const changed = rows.getByRole('row', { name: /Trần Thị Thu Hằng/ });
  expect(await changed.innerText()).toMatch(/chưa xác định được ngày[\s\S]*\d\d\/01\/2027/);
  // The address holds the question, so that it can be sent.
  await page.reload();
  await settled(page);
  await changed.getByRole('link').click();
  await heading(page, 'Trần Thị Thu Hằng').waitFor();
  const { items } = (await here.officer.get(`/api/provisions?unit=${here.base}`)).body;
  expect(items.map(({ parameter }: { parameter: string }) => parameter)).not.toContain('decide.days');
});

test('the calendar: a day off with its source, what it does to a limit, and back again', {
  timeout: 60_000,
}, async () => {
  const reader = await visits.as(officeOf(admin));
  const { page } = reader;
  await reader.open('/regulations/calendar?year=2026');
  const calculator = region(reader, 'Tính ngày làm việc');
  await field(calculator, 'Kể từ ngày').fill('23/11/2026');
  await field(calculator, 'Số ngày làm việc').fill('5');
  await calculator.getByText('hết vào thứ Hai, 30/11/2026').waitFor();
  await button(page, 'Ghi một ngày vào lịch').click();
  const form = dialog(page);
  await field(form, 'Ngày').fill('25/11/2026');
  await form.getByRole('radio', { name: 'ngày làm việc', exact: true }).check();
  await field(form, 'Tên, lý do').fill('Nghỉ hoán đổi');
  await field(form, 'Nguồn').fill('Thông báo số 12 ngày 20/11/2026');
  // A make-up day on a working Wednesday is refused.
  await reader.during(/^409 POST \/api\/calendar$/, async () => {
    await button(form, 'Ghi vào lịch').click();
    await form
      .getByRole('alert')
      .getByText(/vốn là ngày làm việc/)
      .waitFor();
  });
  await form.getByRole('radio', { name: 'ngày nghỉ', exact: true }).check();
  await field(form, 'Loại').selectOption({ label: 'nghỉ hoán đổi' });
  await button(form, 'Ghi vào lịch').click();
  await form.waitFor({ state: 'detached' });
  await linesRenewed();
  await calculator.getByText('hết vào thứ Ba, 01/12/2026').waitFor();
  await calculator.getByText('thứ Tư, 25/11/2026: ngày nghỉ, Nghỉ hoán đổi').waitFor();
  const row = table(reader, 'Ngày nghỉ và ngày làm bù').getByRole('row', { name: /25\/11\/2026/ });
  expect(await row.innerText()).toMatch(/17\/10 âm lịch[\s\S]*đã thông báo[\s\S]*Thông báo số 12/);

  const other = await visits.as(officeOf(here.secretary));
  await other.open('/regulations/calendar?year=2026');
  await table(other, 'Ngày nghỉ và ngày làm bù')
    .getByRole('row', { name: /25\/11\/2026/ })
    .waitFor();
  expect(await button(other.page, /Ghi một ngày|Thu hồi/).count()).toBe(0);

  await button(row, 'Thu hồi, 25/11/2026').click();
  await field(form, 'Lý do').fill('Ghi nhầm ngày');
  await button(form, 'Thu hồi').click();
  await form.waitFor({ state: 'detached' });
  await linesRenewed();
  await calculator.getByText('hết vào thứ Hai, 30/11/2026').waitFor();
});

const pages = [
  { address: '/regulations', primary: '294-QĐ/TW' },
  { address: '/regulations/294-Q%C4%90%2FTW', primary: 'Quy định' },
  { address: '/regulations/rules', primary: 'Tuổi tối thiểu khi chi bộ xét' },
  { address: '/regulations/rules/decide.competence', primary: 'Xác nhận giá trị này' },
  { address: '/regulations/rules/verification.exemptions', primary: /^Chọn cách hiểu|^Ghi quyết định/ },
  { address: '/regulations/compare?from=2025-06-30&to=2026-07-26', primary: 'So sánh' },
  {
    address: '/regulations/what-if?rule=decide.days&value=45&from=2026-11-01',
    primary: 'Xem sẽ đổi những gì',
  },
  { address: '/regulations/what-if?subject=day&date=2026-12-31&effect=off', primary: 'Xem sẽ đổi những gì' },
  { address: '/regulations/calendar?year=2030', primary: /Năm 2031/ },
  { address: '/regulations/calendar?year=2200' },
  { address: '/regulations/rules/khong.co' },
];

test.each(pages)('$address', pageTest, async ({ address, primary }) => {
  const reader = await officer();
  await reader.open(address);
  expect(await axe(reader.page)).toEqual([]);
  expect(await noSidewaysScroll(reader.page)).toEqual([]);
  expect(await inLargeLetters(reader.page)).toEqual([]);
  expect(await printed(reader.page)).toEqual([]);
  if (primary) expect(await tabTo(reader.page, primary, 160)).toEqual([]);
});

test('the forms: clean, within a phone, closed by Escape', { timeout: 60_000 }, async () => {
  const opened = [
    { address: '/regulations/rules/decide.days', name: 'Bổ sung giá trị', as: officeOf(here.officer) },
    {
      address: '/regulations/rules/decide.competence',
      name: 'Xác nhận giá trị này',
      as: officeOf(here.officer),
    },
    { address: '/regulations/calendar', name: 'Ghi một ngày vào lịch', as: officeOf(admin) },
  ];
  for (const { address, name, as } of opened) {
    const { page, open } = await visits.as(as);
    await open(address);
    await button(page, name).click();
    await settled(page);
    expect(await axe(page)).toEqual([]);
    expect(await noSidewaysScroll(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  }
});

test('a unit chosen in the top bar asks for the rules of that place', async () => {
  const reader = await visits.as(officeOf(bases.board));
  await reader.open(`${months}?unit=${there.base}`);
  await reader.page.getByText('Áp dụng ngày 23/11/2026 tại Đảng bộ Công ty Vũ Ninh.').waitFor();
  await reader.open(`${months}?unit=${ward}`);
  await reader.page.getByText('Áp dụng ngày 23/11/2026 tại Đảng bộ phường Kinh Bắc.').waitFor();
});
