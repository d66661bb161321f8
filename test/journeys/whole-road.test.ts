// The main journey: an office's workbook is brought in, and one of its nominees is walked to official member across
// three rule sets by four offices – refused eight times under rules that are sure on their day, each with its way out
// taken; then a correction that judges later acts anew, and two acts under rules nobody has checked.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { candidateBook, memberBook } from './books/office-book.ts';
import { button, dialog, field, heading, link, openBrowser, type Reader, settled } from './browser.ts';
import { startSite } from './site.ts';
import {
  choose,
  day,
  happened,
  openStep,
  paper,
  papersHeld,
  person,
  record,
  refused,
  rules,
  votes,
} from './steps.ts';

const site = await startSite({ today: '2026-04-06', profile: 'B' });
const province = await site.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
const college = await site.unit({
  name: 'Đảng bộ Trường Cao đẳng Kinh Bắc',
  kind: 'base_organisation',
  parent: province,
});
const cell = await site.unit({ name: 'Chi bộ Sinh viên', type: 'TRUONG', parent: college });
const centreUnit = await site.unit({
  name: 'Trung tâm chính trị Kinh Bắc',
  kind: 'political_centre',
  parent: college,
});
const visits = await openBrowser(site);
const offices = {
  officer: await site.office({ kind: 'base_officer', unit: college }),
  secretary: await site.office({ kind: 'cell_secretary', unit: cell }),
  centre: await site.office({ kind: 'political_centre', unit: centreUnit }),
  board: await site.office({ kind: 'superior_board', unit: province }),
};

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const helper = 'Nguyễn Văn Trỗi';
const second = 'Võ Thị Sáu';
const nominee = 'Lê Thị Hồng Gấm';

async function bringIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/imports');
  await settled(page);
  await page.getByLabel('Bảng tính của cơ quan').setInputFiles({ name, mimeType: xlsx, buffer });
  await heading(page, name).waitFor();
  await page.getByText('chờ xem và ghi', { exact: true }).waitFor();
  await button(page, 'Ghi vào Nguồn').click();
  await button(dialog(page), 'Ghi vào Nguồn').click();
  await page.getByText('đã ghi vào Nguồn', { exact: true }).waitFor();
  await settled(page);
}

const member = (name: string, bornOn: string, sex: 'M' | 'F') => ({
  name,
  bornOn,
  sex,
  admittedOn: '19/5/2015',
  officialOn: '19/5/2016',
});

test('the workbooks of the office bring the roll and a nominee', { timeout: 60_000 }, async () => {
  const { page } = await visits.as(offices.officer);
  const roll = await memberBook({
    'Chi bộ Sinh viên': [
      member(helper, '1/2/1980', 'M'),
      member(second, '3/1985', 'F'),
      member('Bế Văn Đàn', '1979', 'M'),
      member('Lý Tự Trọng', '20/10/1988', 'M'),
      member('Nguyễn Thị Chiên', '12/12/1990', 'F'),
    ],
  });
  await bringIn(page, 'Danh sach dang vien.xlsx', roll);
  const list = await candidateBook([
    {
      name: nominee,
      bornOn: '15/01/2007',
      cell: 'Chi bộ Sinh viên',
      education: '12/12',
      nominatedOn: '26/03/2024',
      toldOn: '26/03/2024',
    },
  ]);
  await bringIn(page, 'Quan chung uu tu.xlsx', list);
  await page.goto('/dossiers?phase=source');
  await settled(page);
  await link(page, nominee).waitFor();
});

let dossier = '';
const readers = {} as Record<keyof typeof offices, Reader>;

async function as(office: keyof typeof offices): Promise<Reader> {
  readers[office] = await visits.as(offices[office]);
  return readers[office];
}

test('up to the permission: the helper and the introducers must have known her for twelve months', {
  timeout: 90_000,
}, async () => {
  const secretary = await as('secretary');
  const { page } = secretary;
  await secretary.open('/dossiers');
  await link(page, nominee).click();
  await heading(page, nominee).waitFor();
  dossier = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await openStep(page, dossier, 'Đưa vào danh sách cảm tình Đảng');
  await happened(page, '2024-04-03');
  await paper(page, 'Nghị quyết chi bộ', { number: '03-NQ/CB', on: '2024-04-03' });
  await record(page);

  const centre = await as('centre');
  await openStep(centre.page, dossier, 'Ghi giấy chứng nhận lớp nhận thức về Đảng');
  await happened(centre.page, '2024-05-20');
  await paper(centre.page, 'Giấy chứng nhận', {
    number: '112/GCN',
    on: '2024-05-20',
    by: 'Trung tâm chính trị',
  });
  await record(centre.page);

  await openStep(page, dossier, 'Phân công đảng viên giúp đỡ');
  await happened(page, '2024-06-03');
  await paper(page, 'Nghị quyết chi bộ', { number: '05-NQ/CB', on: '2024-06-03' });
  await person(page, 'Đảng viên được phân công giúp đỡ', helper);
  await day(page, 'Cùng công tác, lao động, học tập hoặc cư trú từ', '2024-01');
  console.log('R1', await rules(page).innerText());
  await refused(secretary, {
    article: /24-QĐ\/TW/,
    fact: /01\/2024/,
    threshold: /12 tháng/,
    way: /./,
  });
});
