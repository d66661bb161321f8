// What units say of their own numbers: registering and aiming on the sheet, on a telephone.
import type { Page } from 'playwright-core';
import { button, field, type Reader, settled } from '../browser.ts';

/** 'Kết nạp – Đăng ký' → '22' */
export async function says(
  { page, open }: Reader,
  address: string,
  numbers: Record<string, string>,
): Promise<void> {
  await open(address);
  for (const [label, text] of Object.entries(numbers)) await field(page, label).fill(text);
  await button(page, 'Gửi đăng ký').click();
  await page.getByText('Đã ghi đăng ký của đơn vị.').waitFor();
  await settled(page);
}

/** The answer of the sheet: target, result, what is left. */
export async function boxes(page: Page): Promise<string> {
  const text = await page.getByRole('region', { name: 'Chỉ tiêu', exact: true }).innerText();
  return text.replaceAll(/\s+/g, ' ');
}
