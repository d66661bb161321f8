// What happens at once: two people at one cascade, and an admission that is seen at every level when it is recorded.
import { expect } from 'vitest';
import { button, dialog, field, heading } from '../browser.ts';
import { happened, openStep, record } from '../steps.ts';
import { as, candidate, cells, hoaLong, kinhBac, on, people, province } from './province.ts';
import { gapOf, save, sound, type, values } from './sheet.ts';

export async function twoAtOnce(): Promise<void> {
  const address = `/plans/${hoaLong}/cascade?period=2026`;
  const [first, second] = [await as('hoaLong'), await as('deputy')];
  await first.open(address);
  await second.open(address);
  const [dauHan, quaCam] = ['Chi bộ thôn Đẩu Hàn', 'Chi bộ thôn Quả Cảm'] as const;
  await type(first.page, 'Kết nạp', { [dauHan]: '7' });
  await save(first.page, 1);
  const { page } = second;
  await type(page, 'Kết nạp', { [dauHan]: '6', [quaCam]: '5' });
  await second.during(/^409 POST \/api\/plans\/\d+\/cascade\/draft$/, async () => {
    await button(page, 'Lưu dự thảo').click();
    await heading(page, 'Người khác vừa lưu số khác').waitFor();
  });
  const choice = field(dialog(page), `${dauHan} – Kết nạp`);
  expect(await choice.getByRole('option').allInnerTexts()).toEqual([
    'Giữ số của tôi: 6',
    'Lấy số của Nguyễn Văn base officer: 7',
  ]);
  await sound(second);
  await choice.selectOption({ index: 1 });
  await button(page, 'Lưu theo lựa chọn').click();
  await page.getByText('Đã lưu 1 ô vào dự thảo.').waitFor();
  expect(await values(page, 'Kết nạp', [dauHan, quaCam])).toEqual(['7', '5']);
  // Typed and not saved: it is there again when the page comes back, and is said.
  await type(page, 'Kết nạp', { [quaCam]: '6' });
  await page.waitForTimeout(600);
  await second.open(address);
  await page.getByText(/^Có số nhập dở từ .* giữ trên máy này và chưa lưu\.$/).waitFor();
  expect(await values(page, 'Kết nạp', [dauHan, quaCam])).toEqual(['7', '6']);
  await save(page, 1);
  expect(await gapOf(page, 'Kết nạp')).toMatch(/được giao 13 · đã chia 13 .*khớp/);
}

export async function admissionSeen(): Promise<void> {
  on('2026-03-20');
  const id = await candidate('Nguyễn Thị Xuân');
  const secretary = await as('secretary');
  await openStep(secretary.page, id, 'Tổ chức lễ kết nạp');
  await happened(secretary.page, '2026-03-18');
  await record(secretary.page);
  const recorded = performance.now();
  const levels = [cells.one, kinhBac, province];
  const answers = await Promise.all(
    levels.map((unit) => people.board.get(`/api/plans?unit=${unit}&period=2026`)),
  );
  expect(answers.map(({ body }) => body.unit.done.value)).toEqual([1, 1, 1]);
  expect(performance.now() - recorded).toBeLessThan(2000);
  for (const [who, progress] of [
    ['secretary', '1/9 · 11,1%'],
    ['officer', '1/20 · 5%'],
    ['board', '1/40 · 2,5%'],
  ] as const) {
    const reader = await as(who);
    await reader.open('/plans?period=2026');
    await reader.page.getByText(progress).first().waitFor();
    await sound(reader);
  }
}
