// Rules that nobody has checked against the original do not stop the competent office: it goes on with one written
// reason, kept with the act. On days whose regulation is not known both neighbours are shown and nothing is blocked.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, field, heading, openBrowser } from './browser.ts';
import { startSite } from './site.ts';
import { choose, day, happened, openStep, paper, person, record, rules } from './steps.ts';

const site = await startSite({ today: '2026-11-21', profile: 'B' });
const province = await site.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
const college = await site.unit({
  name: 'Đảng bộ Trường Cao đẳng Kinh Bắc',
  kind: 'base_organisation',
  parent: province,
});
const cell = await site.unit({ name: 'Chi bộ Sinh viên', type: 'TRUONG', parent: college });
const helper = 'Nguyễn Văn Trỗi';
const second = 'Võ Thị Sáu';
for (const name of [helper, second]) await site.person({ name, unit: cell, kind: 'official' });
const officerOffice = await site.office({ kind: 'base_officer', unit: college });
const secretaryOffice = await site.office({ kind: 'cell_secretary', unit: cell });
const visits = await openBrowser(site);

test('under rules nobody has checked the competent office goes on with a written reason', {
  timeout: 90_000,
}, async () => {
  const secretary = await visits.as(secretaryOffice);
  const { page } = secretary;
  await secretary.open('/dossiers?new=1');
  await field(page, 'Họ và tên khai sinh').fill('Trần Thị Lý');
  await day(page, 'Ngày giới thiệu', '2026-05-04');
  await choose(page, 'Nguồn giới thiệu', 'Đảng viên trong chi bộ');
  await day(page, 'Ngày đã trao đổi với quần chúng', '2026-05-01');
  await choose(page, 'Quần chúng đồng ý', 'Có');
  await field(page, 'Ngày sinh').fill('08/03/2000');
  await button(page, 'Giới thiệu').click();
  await heading(page, 'Trần Thị Lý').waitFor();
  const road = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await openStep(page, road, 'Đưa vào danh sách cảm tình Đảng');
  await happened(page, '2026-05-05');
  await paper(page, 'Nghị quyết chi bộ', { number: '09-NQ/CB', on: '2026-05-05' });
  await record(page);
  await openStep(page, road, 'Ghi giấy chứng nhận lớp nhận thức về Đảng');
  await happened(page, '2026-05-15');
  await paper(page, 'Giấy chứng nhận', { number: '120/GCN', on: '2026-05-15' });
  await record(page);

  // In the days of a regulation whose text is not known, both neighbours are shown.
  await openStep(page, road, 'Phân công đảng viên giúp đỡ');
  await happened(page, '2026-06-01');
  await paper(page, 'Nghị quyết chi bộ', { number: '10-NQ/CB', on: '2026-06-01' });
  await person(page, 'Đảng viên được phân công giúp đỡ', helper);
  await day(page, 'Cùng công tác, lao động, học tập hoặc cư trú từ', '2026-01');
  await rules(page).getByText('Chưa xác định được – xem cả hai cách hiểu').waitFor();
  const readings = rules(page).getByRole('list', { name: 'Các cách hiểu' }).first();
  expect(await readings.innerText()).toMatch(/294-QĐ\/TW[\s\S]*208-QĐ\/TW/);

  await happened(page, '2026-09-01');
  await goOnWith(page, 'Chi bộ đã cử người biết rõ quần chúng từ nơi ở cũ.');
  const officer = await visits.as(officerOffice);
  await openStep(officer.page, road, 'Cho lập hồ sơ kết nạp');
  await happened(officer.page, '2026-10-05');
  await paper(officer.page, 'Văn bản cho lập hồ sơ', { number: '21-CV/ĐU', on: '2026-10-05' });
  await choose(officer.page, 'Cách giới thiệu vào Đảng', 'Hai đảng viên chính thức');
  await person(officer.page, 'Thêm một người', second);
  await day(
    officer.page,
    'Cùng công tác, lao động, học tập hoặc cư trú từ (người biết muộn nhất)',
    '2020-09',
  );
  await goOnWith(officer.page, 'Đảng viên thứ hai giới thiệu bằng văn bản, đang chờ bản giấy.');
});

/** Without the written reason nothing is written; with it the act stands and keeps the reason. */
async function goOnWith(page: Page, reason: string): Promise<void> {
  await rules(page).getByText('Chưa kiểm chứng – cần ghi lý do').waitFor();
  await rules(page).getByText('chưa kiểm chứng', { exact: true }).first().waitFor();
  await button(page, 'Ghi').last().click();
  await page.getByText(/^Còn \d+ chỗ cần sửa trước khi ghi$/).waitFor();
  await field(page, 'Lý do cấp có thẩm quyền vẫn cho làm').fill(reason);
  await record(page);
  await page.getByText(`Lý do cho làm: ${reason}`).waitFor();
}
