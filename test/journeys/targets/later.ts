// The second half of the year: the plan is revised with its reason, a cell ends, the table goes to paper and workbook, and
// the result stands where the unit is rated.
import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { button, dialog, field, heading, link, settled } from '../browser.ts';
import { noSidewaysScroll, printed } from '../quality.ts';
import { day } from '../steps.ts';
import { as, cells, done, kinhBac, on, people, site } from './province.ts';
import { boxes } from './sayings.ts';
import { approve, gapOf, rowOf, save, sound, type } from './sheet.ts';

const [one, three] = ['Chi bộ khu phố 1', 'Chi bộ khu phố 3'] as const;
const why = 'Khảo sát lại giữa năm: khu phố 1 có thêm nguồn là công nhân.';

export async function revised(): Promise<void> {
  on('2026-07-10');
  const officer = await as('officer');
  const { page, open, during } = officer;
  await open(`/plans/${kinhBac}/cascade?period=2026`);
  await button(page, 'Điều chỉnh').click();
  const form = dialog(page);
  await field(form, 'Lý do').selectOption({ label: 'nguồn thay đổi so với lúc giao' });
  await field(form, 'Nói rõ').fill(why);
  await button(form, 'Mở điều chỉnh').click();
  await page.getByText('số đã duyệt ngày 03/02/2026 vẫn có hiệu lực đến khi duyệt điều chỉnh').waitFor();
  await type(page, 'Kết nạp', { [one]: '10', [three]: '3' });
  await save(page, 2);
  expect(await gapOf(page, 'Kết nạp')).toMatch(/được giao 20 · đã chia 20–22 .*giao thừa 2/);
  await during(/^400 POST \/api\/plans\/\d+\/cascade\/approve$/, () => tooEarly(page));
  const changes = await approve(page, { on: '2026-07-08', number: '09-NQ/ĐU', opens: 'Duyệt điều chỉnh' });
  expect(changes).toEqual([
    [one, 'Kết nạp', '9', '10'],
    [three, 'Kết nạp', 'chưa rõ số', '3'],
  ]);
  await sound(officer);
  await historyOf(page, open);
}

async function tooEarly(page: Page): Promise<void> {
  await button(page, 'Duyệt điều chỉnh').click();
  const form = dialog(page);
  await day(form, 'Ngày họp duyệt', '2026-01-20');
  await button(form, 'Duyệt và giao').click();
  await form.getByText('Chưa duyệt được').waitFor();
  await form
    .getByRole('button', { name: /^(Thôi|Hủy|Đóng|Bỏ)/ })
    .last()
    .click();
  await form.waitFor({ state: 'detached' });
}

/** Both numbers are dated; the day of the first admission still stands against the old one. */
async function historyOf(page: Page, open: (address: string) => Promise<void>): Promise<void> {
  await open(`/plans/${cells.one}?period=2026&part=given`);
  const history = page.getByRole('list', { name: 'Lịch sử chỉ tiêu' });
  const lines = (await history.getByRole('listitem').allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/g, ' '),
  );
  expect(lines.find((text) => text.includes('Giao 10'))).toMatch(/^08\/07\/2026 .*đang có hiệu lực/);
  expect(lines.find((text) => text.includes('Giao 10'))).toContain(why);
  expect(lines.find((text) => text.includes('Giao 9'))).toMatch(/^03\/02\/2026 .*thay từ 08\/07\/2026/);
  await sound({ page });
  await open(`/plans/${cells.one}?period=2026&on=2026-03-20`);
  expect(await boxes(page)).toMatch(/Chỉ tiêu 9 có hiệu lực từ 03\/02\/2026 .*1\/9 · 11,1%/);
  await open(`/plans/${cells.one}?period=2026`);
  expect(await boxes(page)).toMatch(/Chỉ tiêu 10 có hiệu lực từ 08\/07\/2026 .*1\/10 · 10%/);
}

export async function endedWithinYear(): Promise<void> {
  const admitted = await site.person({
    name: 'Trần Văn Thu',
    unit: cells.three,
    kind: 'probationary',
    admittedOn: '2026-05-19',
  });
  on('2026-09-05');
  const before = (await people.officer.get('/api/plans?period=2026')).body.unit;
  const moved = { clientId: newId(), act: 'move', happenedOn: '2026-08-20', toUnitId: cells.two };
  await done(people.officer.post(`/api/people/${admitted}/acts`, moved));
  const decision = { number: '21-QĐ/ĐU', on: '2026-08-15', by: 'Đảng ủy phường Kinh Bắc' };
  const end = { clientId: newId(), act: 'end', happenedOn: '2026-09-01', decision };
  await done(people.officer.post(`/api/units/${cells.three}/acts`, end));
  const after = (await people.officer.get('/api/plans?period=2026')).body.unit;
  expect([after.done, after.below.assigned, before.done.value]).toEqual([
    before.done,
    before.below.assigned,
    2,
  ]);

  const officer = await as('officer');
  const { page, open } = officer;
  await open('/plans?period=2026');
  const row = (await rowOf(page, new RegExp(three))).join(' | ');
  expect(row).toMatch(/kết thúc ngày 01\/09\/2026.* \| 3 \| .*1\/3 · 33,3%/);
  await page.getByText('2/20 · 10%').first().waitFor();
  await open(`/plans/${kinhBac}/cascade?period=2026`);
  await page.getByText('đã kết thúc 01/09/2026; chỉ tiêu và kết quả vẫn tính').waitFor();
  expect(await gapOf(page, 'Kết nạp')).toMatch(/đã chia 20–22/);
  await sound(officer);
  await open(`/plans/${cells.three}?period=2026`);
  await page.getByText('Đơn vị này đã kết thúc hoạt động ngày 01/09/2026').waitFor();
  await sound(officer);
}

/** Name, members, assigned, registered, aim, done, left: as text, nothing where there is none. */
type Numbers = Record<string, string[]>;
const plain = (value: unknown): string => {
  const text = String(value ?? '').trim();
  return text === '–' || text === '0' ? '' : text;
};

export async function samePapers(): Promise<void> {
  const officer = await as('officer');
  const { page, open } = officer;
  await open('/plans?period=2026');
  const waiting = page.waitForEvent('download');
  await link(page, 'Xuất Excel').click();
  const workbook = await inWorkbook(readFileSync(await (await waiting).path()));
  await button(page, 'In bảng').click();
  await heading(page, 'BẢNG THEO DÕI THỰC HIỆN CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN').waitFor();
  await settled(page);
  const paper = await onPaper(page);
  expect(paper).toEqual(workbook);
  expect(paper['Toàn đơn vị']).toEqual(['11', '20', '22', '24', '2', '18']);
  expect(paper[one]?.slice(1)).toEqual(['10', '9', '10', '1', '9']);
  expect(Object.keys(paper)).toHaveLength(5);
  expect(await acrossA4(page)).toEqual([]);
  await sound(officer);

  await open(`/plans/${kinhBac}/cascade?period=2026&print=1`);
  await heading(page, 'BẢNG GIAO CHỈ TIÊU').waitFor();
  const row = page.getByRole('row').filter({ hasText: one });
  expect((await row.innerText()).split(/\s*\t\s*/).slice(0, 5)).toEqual(['1', one, '0', '9', '10']);
  expect(await page.getByText('Duyệt ngày 08/07/2026').count()).toBe(1);
  expect(await printed(page)).toEqual([]);
  await sound(officer);
}

/** What sticks out of a sheet laid across: 297 mm less its margins. */
async function acrossA4(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const faults = await noSidewaysScroll(page, 1031);
  await page.emulateMedia({ media: 'screen' });
  return faults;
}

async function inWorkbook(file: Buffer): Promise<Numbers> {
  const { sheets } = await readXlsx(file);
  const rows = sheets[0]?.rows ?? [];
  const at = rows.findIndex((row) => row.includes('Chỉ tiêu giao'));
  const heads = rows[at] ?? [];
  const wanted = ['Đảng viên', 'Chỉ tiêu giao', 'Đăng ký', 'Phấn đấu', 'Kết quả', 'Còn phải'];
  const columns = wanted.map((head) => heads.indexOf(head));
  const name = heads.indexOf('Đơn vị');
  return Object.fromEntries(
    rows
      .slice(at + 1)
      .filter((row) => row[name])
      .map((row) => [String(row[name]).trim(), columns.map((column) => plain(row[column]))]),
  );
}

async function onPaper(page: Page): Promise<Numbers> {
  const rows = await page.getByRole('row').all();
  const cellsOf = await Promise.all(rows.map((row) => row.getByRole('cell').allInnerTexts()));
  return Object.fromEntries(
    cellsOf
      .filter((row) => row.length > 0)
      .map((row) => [String(row[1]).trim(), [2, 3, 4, 5, 6, 8].map((at) => plain(row[at]))]),
  );
}

export async function resultOfYear(): Promise<void> {
  on('2027-01-08');
  const board = await as('board');
  await board.open(`/plans/${kinhBac}/result?year=2026`);
  const { page } = board;
  await page.getByText('Chốt ở ngày 31/12/2026').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Kết nạp' }).first();
  expect((await row.innerText()).split(/\s*\t\s*/).slice(1, 5)).toEqual(['20', '22', '24', '2']);
  await sound(board);
}
