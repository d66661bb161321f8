// A district of 2021 whose province does not use Nguồn: a town with its cells and a second commune, the offices of that
// time, and the roll that the town brings in from its workbook.
import type { Page } from 'playwright-core';
import { memberBook } from '../books/office-book.ts';
import { button, dialog, heading, openBrowser, type Reader, settled, type Visit } from '../browser.ts';
import { startSite } from '../site.ts';

const site = await startSite({ today: '2021-01-11', profile: 'A' });
const visits = await openBrowser(site);
const unit = (name: string, kind: string, parent: number | null, more: object = {}) =>
  site.unit({ name, kind, parent, ...more });

const province = await unit('Tỉnh ủy Bạc Liêu', 'province', null, { external: true });
export const district = await unit('Huyện ủy Vĩnh Lợi', 'district', province);
export const town = await unit('Đảng bộ thị trấn Châu Hưng', 'base_organisation', district);
export const commune = await unit('Đảng bộ xã Vĩnh Hưng', 'base_organisation', district);
export const cellNames = ['Chi bộ ấp Trà Ban', 'Chi bộ Quân sự', 'Chi bộ Trường Trung học cơ sở'] as const;
const types = ['THON', 'QS', 'TRUONG'];
export const cells: number[] = [];
for (const [at, name] of cellNames.entries()) cells.push(await unit(name, 'cell', town, { type: types[at] }));

export const board = await site.as('superior_board', district);
const offices = {
  board: board.officeId as number,
  officer: await site.office({ kind: 'base_officer', unit: town }),
};
export const as = (who: keyof typeof offices, visit: Visit = {}): Promise<Reader> =>
  visits.as(offices[who], visit);
export const on = (day: string): void => site.setToday(day);

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** By cell: who was admitted when. Eight by the ninth of July, one the day after, two the year before. */
const admitted = [
  ['3/2/2021', '26/3/2021', '19/5/2021'],
  ['1/1/2021', '3/2/2021', '9/7/2021', '10/7/2021', '19/12/2020'],
  ['30/4/2021', '1/6/2021', '3/2/2020'],
];

/** The roll of the town, as its officer brings it in. */
export async function broughtIn(page: Page): Promise<void> {
  const line = (admittedOn: string, at: number, cell: number) => ({
    name: `${['Nguyễn', 'Trần', 'Lê'][cell]} Văn ${['An', 'Bình', 'Cường', 'Dũng', 'Em'][at]}`,
    bornOn: `${at + 1}/5/${1994 + cell}`,
    sex: 'M' as const,
    admittedOn,
  });
  const lists = cellNames.map((name, cell) => [
    name,
    (admitted[cell] ?? []).map((day, at) => line(day, at, cell)),
  ]);
  const buffer = await memberBook(Object.fromEntries(lists));
  await page.goto('/imports');
  await settled(page);
  const name = 'Danh sach dang vien Chau Hung.xlsx';
  await page.getByLabel('Bảng tính của cơ quan').setInputFiles({ name, mimeType: xlsx, buffer });
  await heading(page, name).waitFor();
  await page.getByText('chờ xem và ghi', { exact: true }).waitFor();
  await button(page, 'Ghi vào Nguồn').click();
  await button(dialog(page), 'Ghi vào Nguồn').click();
  await page.getByText('đã ghi vào Nguồn', { exact: true }).waitFor();
  await settled(page);
}
