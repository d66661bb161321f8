// A quarter is reported: the ward asks its cells, a cell sends its report with a difficulty, the ward reminds the other
// one and answers, and reports to the province; what is recorded afterwards stands beside what was reported.
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPdf, readWord } from '../papers.ts';
import { button, dialog, field, heading, link, settled } from './browser.ts';
import { inLargeLetters, printed } from './quality.ts';
import { as, cells, people, phone, site, sound, struckOffLate, ward } from './reports/ward.ts';
import { day } from './steps.ts';

const form = 'Báo cáo công tác phát triển đảng viên';
const difficulty = 'Phần lớn thanh niên đi làm ca, khó theo lớp bồi dưỡng ban ngày. Đề nghị mở lớp buổi tối.';
const answer = 'Mở lớp buổi tối tại nhà văn hóa phường từ ngày 20/4.';

const sheet = (page: Page) => page.getByRole('region', { name: 'Bản báo cáo', exact: true });
const rowOf = async (page: Page, table: string, label: string): Promise<string[]> => {
  const row = sheet(page)
    .getByRole('region', { name: `Bảng: ${table}` })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
  return (await row.first().innerText()).split(/\s*\t\s*/).map((word) => word.trim());
};

test('the ward asks its cells for the quarter: no day is filled in by itself (S3-06, S3-11)', {
  timeout: 90_000,
}, async () => {
  const officer = await as('officer');
  const { page, open } = officer;
  await open('/');
  await link(page, 'Báo cáo').first().click();
  await settled(page);
  await sound(officer);
  await button(page, 'Yêu cầu báo cáo').click();
  await heading(page, 'Yêu cầu cấp dưới báo cáo').waitFor();
  await settled(page);
  await page.getByRole('checkbox', { name: form }).check();
  await field(page, 'Kỳ báo cáo').selectOption({ label: 'Quý I năm 2026' });
  expect(await field(page, 'Ngày chốt số liệu').inputValue()).toBe('');
  expect(await field(page, 'Hạn gửi').inputValue()).toBe('');
  await button(page, 'Chốt hết kỳ, 31/03/2026').click();
  await page.getByText('Đã chọn 3 đơn vị').waitFor();
  await page.getByRole('checkbox', { name: 'Chi bộ khu phố 3' }).uncheck();
  await day(page, 'Hạn gửi', '2026-03-30');
  await button(page, 'Gửi yêu cầu').click();
  await link(page, /^Hạn gửi: /).waitFor();
  await day(page, 'Hạn gửi', '2026-04-05');
  await field(page, 'Lời dặn').fill('Nêu rõ việc khó ở từng khu phố.');
  await sound(officer);
  await button(page, 'Gửi yêu cầu').click();
  await page.getByText('Đã gửi yêu cầu báo cáo.').waitFor();
  await settled(page);
  await page.getByText('đã gửi 0/2').waitFor();
  await page.getByText('2 chưa gửi').waitFor();
  await sound(officer);
});

test('a cell finds it among its work, reads the sheet, writes, signs and sends – on a telephone (S4-35)', {
  timeout: 150_000,
}, async () => {
  site.setToday('2026-04-02');
  const secretary = await as('one', phone);
  const { page, open } = secretary;
  await open('/reports');
  await page.getByText('còn 3 ngày').waitFor();
  await page.getByText('Nêu rõ việc khó ở từng khu phố.').waitFor();
  await sound(secretary);
  await button(page, /^Lập báo cáo: Báo cáo công tác/).click();
  await heading(page, 'BÁO CÁO').waitFor();
  await settled(page);
  expect(await rowOf(page, 'Đảng viên trong kỳ', 'Cuối kỳ')).toEqual(['5', 'Cuối kỳ', '6']);
  expect(await page.getByText('Đầu kỳ + tăng − giảm + thay đổi tổ chức = cuối kỳ').count()).toBe(1);
  await sound(secretary);

  // A number opens its records and leads back.
  await link(sheet(page), 'Mở danh sách: Kết nạp đảng viên, Trong kỳ: 1').first().click();
  await page.getByText('1 trường hợp').waitFor();
  await page.goBack();
  await settled(page);

  await button(page, 'Gửi báo cáo').click();
  await page
    .getByText(/Phần này không để trống/)
    .first()
    .waitFor();
  await field(page, 'Kết quả nổi bật').fill('Kết nạp một đảng viên nữ.\nBồi dưỡng hai quần chúng ưu tú.');
  await field(page, 'Phương hướng, nhiệm vụ kỳ tới').fill('Kết nạp thêm hai đảng viên trước 02/9.');
  await field(page, 'Khó khăn, vướng mắc; kiến nghị').fill(difficulty);
  await page.getByRole('checkbox', { name: 'Gửi phần này lên cấp trên để được trả lời' }).check();
  await sheet(page).getByText('Bồi dưỡng hai quần chúng ưu tú.').waitFor();
  // The draft is kept on the device.
  await page.waitForTimeout(600);
  await page.reload();
  await settled(page);
  expect(await field(page, 'Khó khăn, vướng mắc; kiến nghị').inputValue()).toBe(difficulty);
  await field(page, 'Người ký').selectOption({ index: 1 });
  await field(page, 'Số báo cáo').fill('01-BC/CB');
  await sound(secretary);
  await button(page, 'Gửi báo cáo').click();
  await page.getByText('Đã gửi báo cáo.').waitFor();
  await settled(page);
  await sheet(page).getByText('Số 01-BC/CB').waitFor();
  await page.getByText('Tính đến 02/04/2026, mọi con số vẫn như đã báo cáo.').waitFor();
  await link(page, /^Phần lớn thanh niên/).waitFor();
  await sound(secretary);
  await open('/reports');
  await page.getByText('Không còn báo cáo nào phải nộp').waitFor();
});

test('the ward sees who has not sent, and reminds', { timeout: 90_000 }, async () => {
  site.setToday('2026-04-07');
  const officer = await as('officer');
  const { page, open } = officer;
  await open('/reports?tab=asked');
  await page.getByText('đã gửi 1/2').waitFor();
  await page.getByText('1 quá hạn').waitFor();
  await link(page, /Quý I/).first().click();
  await settled(page);
  const line = page.getByRole('row').filter({ hasText: 'Chi bộ khu phố 2' });
  expect((await line.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/quá hạn, chưa gửi chậm 2 ngày/);
  await button(page, 'Nhắc đơn vị chưa gửi').click();
  await dialog(page).getByText('Nhắc: Chi bộ khu phố 2').waitFor();
  await sound(officer);
  await button(dialog(page), 'Gửi lời nhắc').click();
  await page.getByText('Đã nhắc 1 đơn vị.').waitFor();
  await settled(page);
  expect((await line.innerText()).replaceAll(/\s+/g, ' ')).toContain('nhắc ngày 07/04/2026');
  const told = await as('two', phone);
  await told.open('/notices');
  await button(told.page, /^Mở xem lời đôn đốc/).click();
  await told.page
    .getByText(/Đề nghị gửi Báo cáo công tác phát triển đảng viên/)
    .first()
    .waitFor();
});

test('the difficulty is taken up and answered; the cell sees where it stands (S1-44, S3-64)', {
  timeout: 90_000,
}, async () => {
  const officer = await as('officer');
  await officer.open('/difficulties');
  const { page } = officer;
  await page.getByText(difficulty).waitFor();
  await button(page, /^Nhận xử lý: /).click();
  await field(dialog(page), 'Sẽ làm gì, bao giờ có trả lời').fill('Bàn với Trung tâm chính trị trong tuần.');
  await sound(officer);
  await button(dialog(page), 'Nhận xử lý').click();
  await page.getByText('Đã nhận xử lý.').waitFor();
  await settled(page);
  await button(page, /^Trả lời: /).click();
  await field(dialog(page), 'Câu trả lời').fill(answer);
  await button(dialog(page), 'Trả lời').click();
  await page.getByText('Đã gửi trả lời.').waitFor();
  await settled(page);
  const secretary = await as('one', phone);
  await secretary.open('/difficulties?box=own');
  await secretary.page.getByText(answer).first().waitFor();
  await secretary.page.getByText(/Đảng bộ phường Kinh Bắc trả lời ngày 07\/04\/2026/).waitFor();
  await sound(secretary);
});

test('the ward reports to the province beside what its cells have sent', { timeout: 120_000 }, async () => {
  site.setToday('2026-04-08');
  const officer = await as('officer');
  const { page, open } = officer;
  await open('/reports/draft');
  await field(page, 'Biểu mẫu').selectOption({ label: form });
  await field(page, 'Kỳ báo cáo').selectOption({ label: 'Quý I năm 2026' });
  await button(page, 'Chốt hết kỳ, 31/03/2026').click();
  await button(page, 'Xem báo cáo').click();
  await heading(page, 'So với báo cáo của cấp dưới').waitFor();
  await settled(page);
  await page.getByText('1/3 đơn vị đã gửi').waitFor();
  await page.getByText('Chưa gửi: Chi bộ khu phố 2, Chi bộ khu phố 3').waitFor();
  expect(await rowOf(page, 'Đảng viên trong kỳ', 'Cuối kỳ')).toEqual(['5', 'Cuối kỳ', '9']);
  expect(await inLargeLetters(page)).toEqual([]);
  expect(await printed(page)).toEqual([]);
  await field(page, 'Kết quả nổi bật').fill('Kết nạp một đảng viên.');
  await field(page, 'Phương hướng, nhiệm vụ kỳ tới').fill('Mở lớp buổi tối.');
  const signer = field(page, 'Người ký');
  if ((await signer.inputValue()) === '') await signer.selectOption({ index: 1 });
  await sound(officer);
  await button(page, 'Gửi báo cáo').click();
  await page.getByText('Đã gửi báo cáo.').waitFor();
});

test('what is recorded later stands beside what was reported, down to the person', {
  timeout: 90_000,
}, async () => {
  site.setToday('2026-04-15');
  await struckOffLate();
  const board = await as('board');
  const { page, open } = board;
  await open('/reports?tab=archive');
  await page
    .getByRole('row')
    .filter({ hasText: 'Đảng bộ phường Kinh Bắc' })
    .getByRole('link')
    .first()
    .click();
  await settled(page);
  expect((await rowOf(page, 'Đảng viên trong kỳ', 'Cuối kỳ')).join(' ')).toMatch(/^5 Cuối kỳ 9\s+nay 8$/);
  const now = page.getByRole('region', { name: 'Đến nay' });
  await now
    .getByText(/đã báo cáo 9, nay 8 \(−1\)/)
    .first()
    .waitFor();
  await sound(board);
  await now
    .getByRole('listitem')
    .filter({ hasText: 'Cuối kỳ' })
    .getByRole('button', { name: /^Xem từng trường hợp/ })
    .click();
  await dialog(page).getByText('Hoàng Văn Em').waitFor();
  await sound(board);
});

const kinds = { Word: 'docx', PDF: 'pdf', Excel: 'xlsx' } as const;
async function taken(page: Page, kind: keyof typeof kinds): Promise<Buffer> {
  await button(page, 'Tải báo cáo về').click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kinds[kind]}$`));
  return readFileSync(await download.path());
}

test('screen, Word, PDF and Excel hold the same numbers', { timeout: 120_000 }, async () => {
  const secretary = await as('one');
  const { page, open } = secretary;
  await open('/reports?tab=archive');
  await page.getByRole('row').filter({ hasText: 'Chi bộ khu phố 1' }).getByRole('link').first().click();
  await settled(page);
  const onScreen = await numbersOn(page);
  expect(onScreen.length).toBeGreaterThan(20);
  const { tables, paragraphs } = await readWord(await taken(page, 'Word'));
  const inWord = tables.slice(1, -1).flatMap((table) => table.slice(1).map((cells) => cells.join('|')));
  expect(inWord).toEqual(onScreen);
  expect(paragraphs).toContain('DỮ LIỆU MÔ PHỎNG');
  const pdf = readPdf(await taken(page, 'PDF'));
  if (pdf !== null) expect(pdf).toContain('Số 01-BC/CB');
  const { sheets } = await readXlsx(await taken(page, 'Excel'));
  const inExcel = (sheets[0]?.rows ?? []).map((row) =>
    row.map((cell) => String(cell ?? '').trim()).join('|'),
  );
  const counted = onScreen.filter((row) => !/[%–]/.test(row));
  expect(counted.length).toBeGreaterThan(20);
  expect(counted.filter((row) => !inExcel.some((line) => `${line}|`.startsWith(`${row}|`)))).toEqual([]);
});

/** Every row of every table of the sheet as its cells, without what was added since. */
function numbersOn(page: Page): Promise<string[]> {
  return sheet(page).evaluate((place) =>
    [...place.querySelectorAll('tbody tr')].map((row) =>
      [...row.children]
        .map((cell) => {
          const copy = cell.cloneNode(true) as HTMLElement;
          for (const later of copy.querySelectorAll('.no-print')) later.remove();
          return (copy.textContent ?? '').trim();
        })
        .join('|'),
    ),
  );
}

test('what is out of reach does not exist; the cell reads its own', { timeout: 60_000 }, async () => {
  const { body } = await people.board.get(`/api/reports?unit=${ward}&below=true`);
  const [report] = (body.items as { id: string; unitId: number }[]).filter(({ unitId }) => unitId === ward);
  expect((await people.two.get(`/api/reports/${report?.id}`)).status).toBe(404);
  const other = await as('two');
  await other.during(/^404 GET \/api\/reports/, () => other.open(`/reports/${report?.id}`));
  await other.page.getByText('Không tìm thấy').first().waitFor();
  expect((await people.two.get(`/api/reports?unit=${cells.one}`)).status).toBe(404);
});

test('forms tell on what they are based; a faulty one is refused with its line', {
  timeout: 60_000,
}, async () => {
  const officer = await as('officer');
  const { page, open } = officer;
  await open('/reports/forms');
  await page.getByText('biểu mẫu ví dụ').first().waitFor();
  await sound(officer);
  const add = button(page, 'Thêm biểu riêng');
  await add.click();
  await field(dialog(page), 'Nội dung biểu').fill('id: sai\ntitle: { vi: Sai, en: Wrong }\nsections: []\n');
  await officer.during(/^400 POST \/api\/reports\/forms$/, async () => {
    await button(dialog(page), 'Nhận biểu này').click();
    await dialog(page).getByText('Biểu chưa nhận được, các biểu đang dùng vẫn nguyên').waitFor();
  });
  await sound(officer);
});
