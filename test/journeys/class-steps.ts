// A class as three offices hold it: the centre plans it, the committee sends somebody, the centre enrols, marks who came
// and gives the certificate.
import type { Page } from 'playwright-core';
import { button, dialog, field, heading, type Reader, settled } from './browser.ts';
import { day } from './steps.ts';

export interface Attending {
  centre: Reader;
  officer: Reader;
  /** as the form names it */
  sort: string;
  label: string;
  who: string;
  on: string;
  certificate: { number: string; on: string };
}

/** Everybody is sent to a class of one session and comes home with a certificate. */
export async function throughClass(class_: Attending): Promise<void> {
  const { centre, officer, who, certificate } = class_;
  const { page } = centre;
  await planned(centre, class_);
  const address = new URL(page.url()).pathname;

  await officer.open(`${address}?tab=people`);
  await chosen(officer.page, who);
  await button(officer.page, 'Cử đi học').click();
  await button(dialog(officer.page), 'Cử đi học').click();
  await officer.page.getByText('Đã cử 1 người đi học.').waitFor();

  await centre.open(`${address}?tab=people`);
  await chosen(page, who);
  await button(page, 'Nhận vào lớp').click();
  await page.getByText('Đã nhận 1 người.').waitFor();

  await centre.open(`${address}?tab=attend`);
  await button(page, 'Tất cả có mặt').click();
  await button(page, 'Ghi điểm danh').click();
  await page.getByText('Đã ghi điểm danh.').waitFor();

  await centre.open(`${address}?tab=certify`);
  await chosen(page, who);
  await button(page, 'Cấp giấy chứng nhận').click();
  const form = dialog(page);
  await day(form, 'Ngày cấp', certificate.on);
  await field(form, 'Số đầu tiên').fill(certificate.number);
  await button(form, 'Cấp giấy chứng nhận').click();
  await page.getByText('Đã cấp 1 giấy chứng nhận.').waitFor();
  await settled(page);
}

async function planned(centre: Reader, { sort, label, on }: Attending): Promise<void> {
  const { page } = centre;
  await centre.open('/classes?new=1');
  await field(page, 'Loại lớp').selectOption({ label: sort });
  await field(page, 'Tên lớp').fill(label);
  await field(page, 'Số chỗ').fill('30');
  await day(page, 'Ngày học', on);
  await button(page, 'Lập lớp').click();
  await heading(page, label).waitFor();
  await settled(page);
}

const chosen = (page: Page, who: string): Promise<void> =>
  page.getByRole('checkbox', { name: `Chọn ${who}` }).check();
