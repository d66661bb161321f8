// The first hour: set-up page → committee, profile, administrator → the first officer appointed → an account with a
// printed slip → the officer's first sign-in changes the password.
import { expect, test } from 'vitest';
import { button, dialog, field, heading, link, openBrowser, settled } from './browser.ts';
import { axe, noSidewaysScroll } from './quality.ts';
import { startSite } from './site.ts';

const site = await startSite({ fresh: true, today: '2025-10-01' });
const visits = await openBrowser(site);

test('a fresh installation leads from the set-up page to an officer who works', {
  timeout: 60_000,
}, async () => {
  const { page } = await visits.come();
  await page.goto('/');
  await heading(page, 'Thiết lập lần đầu').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);

  // What is missing is said, and nothing is sent.
  await button(page, 'Bắt đầu sử dụng').click();
  await page.getByText(/^Còn \d+ chỗ cần sửa trước khi ghi$/).waitFor();

  await field(page, 'Tên đảng bộ').fill('Đảng bộ phường Kinh Bắc');
  await field(page, 'Loại tổ chức').selectOption({ label: 'Đảng bộ cơ sở' });
  await field(page, 'Tỉnh, thành phố').selectOption({ label: 'Tỉnh Bắc Ninh' });
  await field(page, 'Ngày thành lập (nếu có)').fill('15/6/2003');
  await field(page, 'Cấp ủy cấp trên trực tiếp (nếu có)').fill('Đảng bộ tỉnh Bắc Ninh');
  expect(await page.getByRole('radio', { name: /^B –/ }).isChecked()).toBe(true);
  // No text says how long a failed candidacy is kept: the committee says it, on paper, or leaves it open.
  await field(page, 'Số tháng giữ hồ sơ (nếu đã quyết định)').fill('24');
  await field(page, 'Số văn bản của cấp ủy').fill('03-QĐ/ĐU');
  await field(page, 'Ngày văn bản').fill('30/9/2025');
  expect(await noSidewaysScroll(page)).toEqual([]);
  await field(page, 'Họ và tên').fill('Nguyễn Thị Quản');
  await field(page, 'Tên đăng nhập').fill('quantri');
  await field(page, 'Mật khẩu').fill('hoa sen tháng sáu');
  await field(page, 'Nhập lại mật khẩu').fill('hoa sen tháng bảy');
  await button(page, 'Bắt đầu sử dụng').click();
  await page.getByText('Hai lần nhập chưa giống nhau.').first().waitFor();
  await field(page, 'Nhập lại mật khẩu').fill('hoa sen tháng sáu');
  await button(page, 'Bắt đầu sử dụng').click();

  // The administrator keeps the tree and the accounts, and sees nobody's file.
  const rail = page.getByRole('navigation', { name: 'Các phần việc' });
  await rail.waitFor();
  expect(await rail.getByRole('link').allInnerTexts()).toEqual([
    'Nguồn',
    'Tổ chức đảng',
    'Quy định',
    'Quản trị hệ thống',
  ]);

  await link(rail, 'Tổ chức đảng').click();
  await page.getByRole('treeitem', { name: /Đảng bộ phường Kinh Bắc/ }).click();
  await heading(page, 'Đảng bộ phường Kinh Bắc').waitFor();
  await button(page, 'Ghi người giữ chức trách').click();
  const form = dialog(page);
  await field(form, 'Chức trách').selectOption({
    label: 'Cán bộ phụ trách công tác đảng viên của đảng ủy',
  });
  await field(form, 'Họ và tên').fill('Đỗ Thị Minh Nguyệt');
  await field(form, 'Từ ngày').fill('01/7/2025');
  await button(form, 'Ghi').click();
  await page.getByRole('row', { name: /Đỗ Thị Minh Nguyệt/ }).waitFor();

  await link(rail, 'Quản trị hệ thống').click();
  await page.getByRole('tab', { name: /Chưa có tài khoản/ }).click();
  await page.getByRole('checkbox', { name: 'Chọn Đỗ Thị Minh Nguyệt' }).check();
  await button(page, 'Cấp tài khoản cho 1 chức trách').click();
  await heading(page, 'Phiếu cấp tài khoản').waitFor();
  const slip = page.getByRole('listitem').filter({ hasText: 'PHIẾU CẤP TÀI KHOẢN' });
  const [userName = '', password = ''] = await slip.getByRole('definition').allInnerTexts();
  expect(password).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect(await axe(page)).toEqual([]);

  // The officer comes with the slip in her own browser.
  const officer = await visits.come();
  await officer.page.goto('/');
  await field(officer.page, 'Tên đăng nhập').fill(userName);
  await field(officer.page, 'Mật khẩu').fill('sai-mat-khau');
  await officer.during(/^401 POST \/api\/session$/, async () => {
    await button(officer.page, 'Đăng nhập').click();
    await officer.page.getByRole('alert').waitFor();
  });
  await field(officer.page, 'Mật khẩu').fill(password);
  await button(officer.page, 'Đăng nhập').click();
  await heading(officer.page, 'Đặt mật khẩu mới').waitFor();
  expect(await axe(officer.page)).toEqual([]);
  await field(officer.page, 'Mật khẩu trên phiếu').fill(password);
  await field(officer.page, 'Mật khẩu mới').fill('ngắn');
  await field(officer.page, 'Nhập lại mật khẩu mới').fill('ngắn');
  await button(officer.page, 'Đổi mật khẩu').click();
  await officer.page.getByText('Cần ít nhất 10 ký tự, mới có 4.').first().waitFor();
  await field(officer.page, 'Mật khẩu mới').fill('mùa sen nở rộ');
  await field(officer.page, 'Nhập lại mật khẩu mới').fill('mùa sen nở rộ');
  await button(officer.page, 'Đổi mật khẩu').click();
  await officer.page.getByRole('navigation', { name: 'Các phần việc' }).waitFor();
  await settled(officer.page);
  expect(await officer.page.getByRole('navigation', { name: 'Các phần việc' }).innerText()).toContain(
    'Nhập từ bảng tính',
  );
  // The profile stands on every page.
  expect(await officer.page.getByText('B – Có kết nối mạng').first().isVisible()).toBe(true);

  // The slip is used up.
  const later = await visits.come();
  await later.page.goto('/');
  await field(later.page, 'Tên đăng nhập').fill(userName);
  await field(later.page, 'Mật khẩu').fill(password);
  await later.during(/^401 POST \/api\/session$/, async () => {
    await button(later.page, 'Đăng nhập').click();
    await later.page.getByRole('alert').waitFor();
  });
});
