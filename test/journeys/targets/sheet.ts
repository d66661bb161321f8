// The sheet of a cascade and the pages of targets as somebody works on them: cells by their names, the gap at the foot,
// saving, discussing, approving; and what every page must pass at both widths.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, dialog, field, type Reader, settled } from '../browser.ts';
import { axe, noSidewaysScroll } from '../quality.ts';
import { day } from '../steps.ts';

/** The number that a unit is to be given: 'Kết nạp' of 'Chi bộ khu phố 1'. */
export const given = (page: Page, figure: string, unit: string): Locator =>
  field(page, `${figure}, giao cho ${unit}`);

export async function type(page: Page, figure: string, numbers: Record<string, string>): Promise<void> {
  for (const [unit, text] of Object.entries(numbers)) await given(page, figure, unit).fill(text);
}

export async function values(page: Page, figure: string, units: readonly string[]): Promise<string[]> {
  return Promise.all(units.map((unit) => given(page, figure, unit).inputValue()));
}

/** What stands at the foot about a figure: given, shared out, the gap. */
export async function gapOf(page: Page, figure: string): Promise<string> {
  const line = page.getByRole('listitem').filter({ hasText: new RegExp(`^${figure}:`) });
  return (await line.last().innerText()).replaceAll(/\s+/g, ' ');
}

export async function save(page: Page, count: number): Promise<void> {
  await button(page, 'Lưu dự thảo').click();
  await page.getByText(`Đã lưu ${count} ô vào dự thảo.`).waitFor();
  await settled(page);
}

export async function discuss(page: Page, on: string, body: string): Promise<void> {
  await button(page, 'Ghi cuộc họp bàn').click();
  const form = dialog(page);
  await day(form, 'Ngày họp', on);
  await field(form, 'Cuộc họp').fill(body);
  await field(form, 'Kết luận về chỉ tiêu').fill('Thống nhất chỉ tiêu tạo nguồn và kết nạp.');
  await button(form, 'Ghi').click();
  await form.waitFor({ state: 'detached' });
  await settled(page);
}

/** Somebody of the unit answers for the plan. */
export async function answersFor(page: Page): Promise<void> {
  await button(page, 'Soạn nội dung').click();
  const form = dialog(page);
  await field(form, 'Mục tiêu').fill('Kết nạp 20 đảng viên, ưu tiên công nhân và giáo viên trẻ.');
  await field(form, 'Người chịu trách nhiệm').selectOption({ index: 1 });
  await button(form, 'Ghi nội dung').click();
  await page.getByText('Đã ghi nội dung kế hoạch.').waitFor();
  await settled(page);
}

interface Approval {
  on: string;
  number?: string;
  /** typed, and the label that is chosen */
  document?: [string, RegExp];
  opens?: string;
}

/** Gives the numbers that change, as the dialog lists them: unit, target, from, to. */
export async function approve(
  page: Page,
  { on, number, document, opens = 'Duyệt kế hoạch' }: Approval,
): Promise<string[][]> {
  await button(page, opens).click();
  const form = dialog(page);
  await form.getByText('Đối chiếu với chỉ tiêu của đơn vị').waitFor();
  const rows = await form.getByRole('row').all();
  const changes = await Promise.all(
    rows.slice(1).map(async (row) => (await row.innerText()).split(/\s*\t\s*/).map((word) => word.trim())),
  );
  await day(form, 'Ngày họp duyệt', on);
  if (number) await field(form, 'Số nghị quyết, kế hoạch').fill(number);
  if (document) {
    const [typed, label] = document;
    await field(form, 'Văn bản đã có trong Nguồn').fill(typed);
    await form.getByRole('option', { name: label }).first().click();
  }
  await button(form, 'Duyệt và giao').click();
  await page.getByText('Đã duyệt. Chỉ tiêu có hiệu lực từ ngày họp.').waitFor();
  await settled(page);
  return changes;
}

/** axe and no sideways scroll as on a desk and on a telephone. */
export async function sound({ page }: Pick<Reader, 'page'>): Promise<void> {
  await settled(page);
  const usual = page.viewportSize();
  const faults: string[] = [];
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await settled(page);
    faults.push(...(await noSidewaysScroll(page, width)), ...(await axe(page)));
  }
  if (usual) await page.setViewportSize(usual);
  expect(faults, page.url()).toEqual([]);
}

/** The words of one row of a table, cell by cell. */
export async function rowOf(page: Page, name: string | RegExp): Promise<string[]> {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .first();
  return (await row.innerText()).split(/\s*\t\s*/).map((cell) => cell.replaceAll(/\s*\n\s*/g, ' · ').trim());
}
