// Taking a step on a dossier as a person does: opening its form by name, answering by label, reading what the rules
// say beside it, and pressing the button.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, dayText, field, lookUp, type Place, type Reader, settled } from './browser.ts';

export interface Doc {
  number: string;
  on: string;
  by?: string;
}
export interface Votes {
  total: number;
  present: number;
  yes: number;
  no: number;
  /** ground as the form names it → how many */
  excluded?: Record<string, number>;
}
export interface Refusal {
  article: RegExp;
  fact: RegExp;
  threshold: RegExp;
  way: RegExp;
}

const next = (page: Page) => page.getByRole('region', { name: 'Việc tiếp theo' });
export const rules = (page: Page): Locator => page.getByRole('region', { name: 'Xét theo quy định' });
const group = (place: Place, label: string) => place.getByRole('group', { name: new RegExp(`^${label}`) });

/** Opens the form of a step from the page of the dossier. */
export async function openStep(page: Page, dossier: string, label: string): Promise<void> {
  await page.goto(`/dossiers/${dossier}`);
  await settled(page);
  const named = button(next(page), `Ghi: ${label}`);
  const later = next(page).locator('summary');
  if (!(await named.isVisible()) && (await later.isVisible())) await later.click();
  if (await named.isVisible()) await named.click();
  else await firstButton(page, label);
  await page.getByRole('heading', { name: label, level: 2 }).waitFor();
}

/** The step that is next has no name on its button: it is the name. */
async function firstButton(page: Page, label: string): Promise<void> {
  await next(page).getByText(label, { exact: true }).first().waitFor();
  await button(next(page), /^(Ghi việc này|Nhập thay chi bộ|Mở mẫu)/).click();
}

export const day = (place: Place, label: string, on: string): Promise<void> =>
  field(place, label).fill(dayText(on));
export const happened = (place: Place, on: string): Promise<void> => day(place, 'Ngày diễn ra', on);
export const choose = (page: Page, label: string, answer: string): Promise<void> =>
  page
    .getByRole('radiogroup', { name: new RegExp(`^${label}`) })
    .getByRole('radio', { name: answer, exact: true })
    .check();

export async function paper(place: Place, label: string, { number, on, by }: Doc): Promise<void> {
  const own = group(place, label);
  await field(own, 'Số').fill(number);
  await field(own, 'Ngày').fill(dayText(on));
  if (by) await field(own, 'Nơi ban hành').fill(by);
}

export async function votes(page: Page, who: string, count: Votes): Promise<void> {
  await field(page, who).fill(String(count.total));
  for (const [ground, number] of Object.entries(count.excluded ?? {})) {
    const place = field(page, ground);
    if (!(await place.isVisible())) await page.getByText('Không tính vào tổng số', { exact: true }).click();
    await place.fill(String(number));
  }
  await field(page, 'Có mặt').fill(String(count.present));
  await field(page, 'Tán thành').fill(String(count.yes));
  await field(page, 'Không tán thành').fill(String(count.no));
  await field(page, 'Trắng, không hợp lệ').fill('0');
}

export const person = (page: Page, label: string, name: string): Promise<void> => lookUp(page, label, name);

/** Every paper of the dossier: held, dated that day – but for those named. */
export async function papersHeld(page: Page, on: string, others: Record<string, string> = {}): Promise<void> {
  const names = [
    'Giấy chứng nhận lớp nhận thức về Đảng',
    'Đơn xin vào Đảng',
    'Lý lịch của người xin vào Đảng',
    'Giấy giới thiệu người vào Đảng',
    'Tổng hợp ý kiến nhận xét của đoàn thể và chi ủy nơi cư trú',
    'Nghị quyết giới thiệu của Đoàn thanh niên hoặc công đoàn',
    'Giấy tờ thẩm tra lý lịch',
  ];
  for (const name of names) {
    const place = group(page, name);
    const state = others[name] ?? 'có';
    await place.getByRole('radio', { name: state, exact: true }).check();
    if (state === 'có') await field(place, 'Ngày').fill(dayText(on));
  }
}

/** Presses the button of the form; the form closes when the act is written. */
export async function record(
  page: Page,
  submit: string | RegExp = /^Ghi( kết quả biểu quyết)?$/,
): Promise<void> {
  await button(page, submit).last().click();
  await rules(page).waitFor({ state: 'detached' });
  await settled(page);
}

/** The rules refuse: the card names article, facts, threshold and way out, and the server writes nothing either. */
export async function refused(reader: Reader, expected: Refusal): Promise<void> {
  const { page } = reader;
  await rules(page).getByText('Chưa ghi được', { exact: true }).first().waitFor();
  const cards = await rules(page).getByRole('region').allInnerTexts();
  const card = cards.find((text) => expected.way.test(text) && expected.fact.test(text)) ?? '';
  expect(card, cards.join('\n---\n')).toMatch(expected.article);
  expect(card).toMatch(expected.threshold);
  expect(card).not.toContain('chưa kiểm chứng');
  await reader.during(/^409 POST \/api\/dossiers\/[^/]+\/acts$/, async () => {
    await button(page, /^Ghi( kết quả biểu quyết)?$/)
      .last()
      .click();
    await page.getByRole('alert').first().waitFor();
  });
  expect(await rules(page).isVisible()).toBe(true);
}
