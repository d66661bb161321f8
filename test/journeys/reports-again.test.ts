// Reports asked again every quarter: two forms at once, the next round found prepared among the work and sent with one
// press; a form dropped meanwhile; the figure beside what was reported; and the whole withdrawn and begun anew.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { newId } from '../../src/platform/ids.ts';
import { ownForm } from '../forms.ts';
import { button, dialog, field, heading, link, settled } from './browser.ts';
import { as, cells, people, phone, site, sound, struckOffLate, ward } from './reports/ward.ts';
import { day } from './steps.ts';

const form = 'Báo cáo công tác phát triển đảng viên';
const forms = (page: Page) => page.getByRole('group', { name: 'Biểu mẫu' });

test('two forms are asked at once, and again every quarter', { timeout: 90_000 }, async () => {
  const adopted = await people.officer.post('/api/reports/forms', {
    clientId: newId(),
    unitId: ward,
    text: ownForm({ id: 'bieu-rieng', title: 'Biểu riêng của phường' }),
  });
  expect(adopted.status, adopted.text).toBe(200);
  const officer = await as('officer');
  const { page, open } = officer;
  await open('/reports/new');
  await button(page, 'Gửi yêu cầu').click();
  await page.getByText('Chọn ít nhất một biểu.').first().waitFor();
  await page.getByRole('checkbox', { name: 'Biểu 2-TCTW: Đảng viên mới kết nạp' }).check();
  await page.getByRole('checkbox', { name: 'Biểu riêng của phường' }).check();
  await forms(page).getByText('Các biểu đã chọn không có kỳ nào chung').waitFor();
  await page.getByRole('checkbox', { name: 'Biểu 2-TCTW: Đảng viên mới kết nạp' }).uncheck();
  await page.getByRole('checkbox', { name: form }).check();
  await field(page, 'Kỳ báo cáo').selectOption({ label: 'Quý I năm 2026' });
  await button(page, 'Chốt hết kỳ, 31/03/2026').click();
  await day(page, 'Hạn gửi', '2026-04-05');
  await page.getByRole('checkbox', { name: 'Lặp lại mỗi quý, cho đến khi thôi' }).check();
  await sound(officer);
  await button(page, 'Gửi yêu cầu').click();
  await page.getByText('Đã gửi 2 yêu cầu báo cáo.').waitFor();
  await settled(page);
  await page.getByText('kỳ tới: Quý II năm 2026').waitFor();
  expect(await page.getByText('đã gửi 0/3').count()).toBe(2);
  await sound(officer);
});

test('the next quarter stands among the work of the ward, and is sent with one press', {
  timeout: 120_000,
}, async () => {
  site.setToday('2026-06-10');
  const officer = await as('officer', phone);
  const { page, open } = officer;
  await open('/worklist?group=month');
  await page.getByText('Gửi yêu cầu báo cáo kỳ tới').first().waitFor();
  await sound(officer);
  await link(page, `${form}; Biểu riêng của phường`).first().click();
  await heading(page, /^Yêu cầu lặp lại: /).waitFor();
  await settled(page);
  await page.getByText('thứ Ba, 30/06/2026').waitFor();
  await page.getByText('Chủ Nhật, 05/07/2026').waitFor();
  await sound(officer);
  await button(page, 'Gửi yêu cầu: Quý II năm 2026').click();
  await page.getByText('Đã gửi yêu cầu báo cáo: Quý II năm 2026.').waitFor();
  await heading(page, 'Kỳ tới: Quý III năm 2026').waitFor();
  await button(page, 'Việc khác').click();
  await page.getByRole('menuitem', { name: 'Bỏ qua kỳ này' }).click();
  await field(dialog(page), 'Lý do').fill('Quý III đã có báo cáo chuyên đề');
  await sound(officer);
  await button(dialog(page), 'Bỏ qua kỳ này').click();
  await heading(page, 'Kỳ tới: Quý IV năm 2026').waitFor();
  await page.getByText('gửi được từ ngày 01/09/2026').waitFor();
  expect(await button(page, /^Gửi yêu cầu/).count()).toBe(0);
  await sound(officer);
  await button(page, 'Khôi phục kỳ này: Quý III năm 2026').click();
  await heading(page, 'Kỳ tới: Quý III năm 2026').waitFor();
  await button(page, 'Gửi yêu cầu: Quý III năm 2026').waitFor();
  expect(await button(page, /^Khôi phục kỳ/).count()).toBe(0);
  await sound(officer);
});

test('a form dropped while it is asked is said wherever it is met, with the way out', {
  timeout: 120_000,
}, async () => {
  const dropped = await people.officer.post('/api/reports/forms/bieu-rieng/drop', { clientId: newId() });
  expect(dropped.status, dropped.text).toBe(200);
  const secretary = await as('one', phone);
  await secretary.open('/reports');
  await secretary.page.getByText('Biểu này đã thôi dùng nên không lập được').first().waitFor();
  await sound(secretary);
  const officer = await as('officer');
  const { page, open } = officer;
  await open('/reports?tab=asked');
  expect(await page.getByText('Biểu này đã thôi dùng').count()).toBe(2);
  await link(page, 'Biểu riêng của phường · Quý II năm 2026').click();
  await page.getByText('Đơn vị chưa gửi không lập được báo cáo này nữa').waitFor();
  expect(await button(page, 'Nhắc đơn vị chưa gửi').count()).toBe(0);
  await sound(officer);
  await button(page, 'Rút lại yêu cầu').click();
  await field(dialog(page), 'Lý do').fill('Biểu đã thôi dùng');
  await button(dialog(page), 'Rút lại yêu cầu').click();
  await page.getByText('Đã rút lại yêu cầu.').waitFor();
});

test('a figure stands beside what was reported, with the difference in words', {
  timeout: 120_000,
}, async () => {
  const officer = await as('officer');
  const { page, open } = officer;
  await open(`/statistics/members?unit=${cells.one}`);
  await page.getByText('Chưa có báo cáo nào nêu số này').waitFor();
  const asked = {
    unit: String(cells.one),
    form: 'phat-trien-dang-vien',
    period: '2026-Q1',
    closesOn: '2026-03-31',
  };
  const { signers, print } = (await people.one.get(`/api/reports/draft?${new URLSearchParams(asked)}`)).body;
  const { unit: _unit, ...named } = asked;
  const sent = await people.one.post('/api/reports', {
    clientId: newId(),
    unitId: cells.one,
    ...named,
    round: null,
    words: ['results', 'ahead'].map((section) => ({ section, text: 'Đã làm theo kế hoạch.' })),
    signatory: { officeId: signers[0].officeId, capacity: '' },
    number: null,
    signedOn: '2026-06-10',
    print,
  });
  expect(sent.status, sent.text).toBe(200);
  await struckOffLate();
  await open(`/statistics/members?unit=${cells.one}`);
  await page.getByText('đã báo cáo 6, nay 5 (−1), do ghi sau khi chốt: −1 xóa tên').waitFor();
  await sound(officer);
  await link(page, `${form} · Quý I năm 2026`).first().click();
  await page.getByText('Chi bộ khu phố 1 gửi ngày 10/06/2026').first().waitFor();
});

test('withdrawn it shows what it was, since when and by whom, and can be begun anew', {
  timeout: 120_000,
}, async () => {
  const officer = await as('officer', phone);
  const { page, open } = officer;
  await open('/reports?tab=asked');
  await link(page, `${form}; Biểu riêng của phường`).first().click();
  await button(page, 'Việc khác').click();
  await page.getByRole('menuitem', { name: 'Thôi lặp lại' }).click();
  await field(dialog(page), 'Lý do').fill('Gộp vào báo cáo tháng');
  await button(dialog(page), 'Thôi lặp lại').click();
  await page
    .getByText(/^Đã thôi lặp lại từ ngày 10\/06\/2026 \(.+ ghi\)\. Lý do: Gộp vào báo cáo tháng$/)
    .waitFor();
  await heading(page, 'Nội dung đã đặt').waitFor();
  await page.getByText('thứ Ba, 31/03/2026').waitFor();
  expect(await button(page, 'Việc khác').count()).toBe(0);
  await sound(officer);
  const shown = new URL(page.url());
  await open(`/reports/new?unit=${ward}&schedule=${shown.pathname.split('/').at(-1)}`);
  await page.getByText('Yêu cầu lặp lại này đã thôi từ ngày 10/06/2026').waitFor();
  expect(await button(page, 'Gửi yêu cầu').count()).toBe(0);
  await sound(officer);
  await link(page, 'Xem nội dung đã đặt').click();
  await button(page, 'Yêu cầu như trước').click();
  await heading(page, 'Yêu cầu báo cáo như trước').waitFor();
  await settled(page);
  expect(await page.getByRole('checkbox', { name: form }).isChecked()).toBe(true);
  await page.getByText('Đã chọn 3 đơn vị').waitFor();
  await field(page, 'Kỳ báo cáo').selectOption({ label: 'Tháng 6 năm 2026' });
  expect(await page.getByRole('checkbox', { name: 'Lặp lại mỗi tháng, cho đến khi thôi' }).isChecked()).toBe(
    true,
  );
  await button(page, 'Chốt hết kỳ, 30/06/2026').click();
  await day(page, 'Hạn gửi', '2026-07-03');
  await sound(officer);
  await button(page, 'Gửi yêu cầu').click();
  await page.getByText('Đã gửi yêu cầu báo cáo.').waitFor();
  await page.getByText('kỳ tới: Tháng 7 năm 2026').waitFor();
});
