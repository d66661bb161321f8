// What is done about a target: a measure with its owner, done from the list of work; an urging with its receipt and answer.
import { expect } from 'vitest';
import { button, dialog, field, heading, link, lookUp, settled } from '../browser.ts';
import { day } from '../steps.ts';
import { as, kinhBac, on, phone, province } from './province.ts';
import { sound } from './sheet.ts';

const what = 'Mở lớp bồi dưỡng nhận thức cho công nhân ngoài giờ làm việc.';

export async function measureDone(): Promise<void> {
  on('2026-04-02');
  const officer = await as('officer');
  await officer.open(`/plans/${kinhBac}?period=2026`);
  await button(officer.page, 'Thêm biện pháp').click();
  const form = dialog(officer.page);
  await field(form, 'Nội dung biện pháp').fill(what);
  const owner = form.getByRole('option', { name: /Nguyễn Văn An, Chi bộ khu phố 1$/ });
  await field(form, 'Chức trách phụ trách').selectOption((await owner.getAttribute('value')) ?? '');
  await day(form, 'Hạn hoàn thành', '2026-04-20');
  await button(form, 'Lưu biện pháp').click();
  await form.waitFor({ state: 'detached' });
  await officer.page.getByText('hạn 20/04/2026').first().waitFor();

  on('2026-04-16');
  const secretary = await as('secretary', phone);
  const { page, open } = secretary;
  await open('/worklist?kind=plan');
  const line = page.getByRole('listitem').filter({ hasText: 'Thực hiện biện pháp' }).last();
  expect(await line.innerText()).toContain('20/04/2026');
  await sound(secretary);
  await line.getByRole('button', { name: /^Ghi việc này/ }).click();
  await heading(page, what).first().waitFor();
  const result = dialog(page);
  await field(result, 'Kết quả').fill('Đã mở một lớp 12 buổi tối, 18 người học đủ.');
  await button(result, 'Ghi kết quả').click();
  await result.waitFor({ state: 'detached' });
  await settled(page);
  await page.getByText('đã làm 16/04/2026').first().waitFor();
  await sound(secretary);
  await open('/worklist?kind=plan');
  expect(await page.getByText('Thực hiện biện pháp').count()).toBe(0);
  await officer.open(`/plans/${kinhBac}?period=2026`);
  await officer.page.getByText('Đã mở một lớp 12 buổi tối, 18 người học đủ.').waitFor();
}

const words = 'Đề nghị rà soát nguồn và báo việc sẽ làm trong quý III.';
const reply = 'Mở thêm một lớp trong tháng 7, kết nạp 3 người trước 02/9.';

export async function urgedAndAnswered(): Promise<void> {
  on('2026-06-10');
  const board = await as('board');
  await board.open(`/plans/${province}?period=2026`);
  await button(board.page, 'Đôn đốc đơn vị…').click();
  const form = dialog(board.page);
  const choice = (name: string) => form.getByRole('checkbox', { name: new RegExp(`^${name}`) });
  expect(await choice('Đảng bộ xã Yên Phong').isChecked()).toBe(true);
  await choice('Đảng bộ phường Kinh Bắc').uncheck();
  await choice('Đảng bộ xã Hòa Long').uncheck();
  await form.getByText('Đã chọn 1 đơn vị').waitFor();
  await field(form, 'Nội dung đôn đốc').fill(words);
  await lookUp(form, 'Theo văn bản', '69-CV', 'Công văn 69-CV/BTC');
  await day(form, 'Hạn trả lời', '2026-06-30');
  await sound(board);
  await button(form, 'Gửi lời đôn đốc').click();
  await form.waitFor({ state: 'detached' });

  on('2026-06-12');
  await readAndAnswered();

  await board.open('/urgings?tab=from');
  const sent = board.page.getByRole('listitem').filter({ hasText: words }).last();
  const said = (await sent.innerText()).replaceAll(/\s+/g, ' ');
  expect(said).toMatch(/Công văn 69-CV\/BTC/);
  expect(said).toMatch(/Đảng bộ xã Yên Phong .*Nguyễn Văn base officer \(.*\) đã xem lúc \d\d\/\d\d\/\d{4}/);
  expect(said).toContain(reply);
  await sound(board);
}

/** The commune finds it among its work of today; nobody has to know where urgings are kept. */
async function readAndAnswered(): Promise<void> {
  const commune = await as('yenPhong', phone);
  const { page, open } = commune;
  await open('/');
  await link(page, /Lời đôn đốc chờ trả lời/).click();
  await heading(page, 'Đôn đốc thực hiện chỉ tiêu').waitFor();
  await settled(page);
  expect(await page.getByText(words).count()).toBe(0);
  await button(page, /^Mở xem/).click();
  await page.getByText(words).waitFor();
  await sound(commune);
  await button(page, /^Trả lời/).click();
  await field(dialog(page), 'Câu trả lời').fill(reply);
  await button(dialog(page), 'Gửi câu trả lời').click();
  await page.getByText('Đã gửi câu trả lời.').waitFor();
  await settled(page);
  await open('/');
  expect(await link(page, /Lời đôn đốc chờ trả lời/).count()).toBe(0);
}
