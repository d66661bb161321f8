// A worker goes from the ward to the enterprise: the secretary proposes it from the dossier, the other secretary accepts it
// on a phone; a file comes back and is handed in again; and the pages of moving pass what every page must.
import { expect, test } from 'vitest';
import type { Client } from '../app.ts';
import { propose, startEnds } from '../moving.ts';
import { take, walkRecent } from '../road.ts';
import { button, dayText, field, openBrowser, settled } from './browser.ts';
import { noSidewaysScroll, unfit } from './quality.ts';
import { serve, withPages } from './site.ts';

const ends = await startEnds({ today: '2026-05-15', ...(await withPages()) });
const site = await serve(ends.world);
const visits = await openBrowser(site);
const officeOf = ({ officeId }: Client): number => officeId as number;
const phone = { width: 360, height: 740 };

const workerIs = async (fullName: string, workplace: string): Promise<string> => {
  const id = await walkRecent(ends, fullName, 'assign_helper');
  const person = (await ends.officer.get(`/api/dossiers/${id}`)).body.person.id;
  const answer = await ends.officer.post(`/api/people/${person}/details`, {
    clientId: crypto.randomUUID(),
    fields: { workplace },
  });
  expect(answer.status, answer.text).toBe(200);
  return id;
};

test('proposed from the dossier, accepted on a phone with a helper of the workshop (S3-20, S3-40, S3-67)', {
  timeout: 120_000,
}, async () => {
  const id = await walkRecent(ends, 'Nguyễn Thị Hoa', 'assign_helper');
  const { page, open } = await visits.as(officeOf(ends.secretary));
  await open(`/dossiers/${id}`);
  await button(page, 'Đề nghị chuyển giao…').click();
  const dialog = page.getByRole('dialog');
  await field(dialog, 'Tổ chức đảng nơi đến').fill('phan xuong cat');
  await page.getByRole('option', { name: /Chi bộ Phân xưởng cắt/ }).click();
  await field(dialog, 'Lý do chuyển').selectOption({ label: 'Đến làm việc tại cơ quan, doanh nghiệp' });
  await field(dialog, 'Ngày có quyết định chuyển').fill(dayText('2026-05-11'));
  await field(dialog, 'Số giấy chứng nhận hoặc công văn').fill('05/GCN');
  await field(dialog, 'Ngày của giấy ấy').fill(dayText('2026-05-12'));
  await field(dialog, 'Lời nhắn cho nơi đến').fill(
    'Vào làm công nhân từ tháng 4, ngại phát biểu nhưng rất chăm.',
  );
  await keep(page, 'propose');
  await button(dialog, 'Gửi đề nghị').click();
  await page.getByText(/Đang chờ Chi bộ Phân xưởng cắt trả lời/).waitFor();
  await keep(page, 'dossier-waiting');

  const other = await visits.as(officeOf(ends.receiver), phone);
  await other.open('/handovers');
  await keep(other.page, 'in-360');
  await other.page.getByRole('link', { name: /Nguyễn Thị Hoa/ }).click();
  await other.page.getByText('ngại phát biểu nhưng rất chăm').waitFor();
  await settled(other.page);
  await keep(other.page, 'one-360');
  expect(await unfit(other.page, {})).toEqual([]);
  await field(other.page, 'Số biên nhận').fill('12/BN');
  await other.page.getByRole('checkbox', { name: 'Phân công ngay người giúp đỡ của chi bộ' }).check();
  await field(other.page, 'Đảng viên giúp đỡ').fill('bui thi khanh');
  await other.page.getByRole('option', { name: /Bùi Thị Khánh/ }).click();
  await field(other.page, 'Số nghị quyết phân công').fill('08-NQ/CB');
  await field(other.page, 'Ngày nghị quyết').fill(dayText('2026-05-14'));
  await keep(other.page, 'accept-360');
  await button(other.page, 'Ghi tiếp nhận').click();
  await other.page.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await other.page.getByRole('heading', { level: 1, name: 'Nguyễn Thị Hoa' }).waitFor();
  const view = (await ends.receiver.get(`/api/dossiers/${id}`)).body;
  expect([view.unit.id, view.helper.name]).toEqual([ends.workshop, 'Bùi Thị Khánh']);
});

test('the committees see their side, and the pages are fit', { timeout: 120_000 }, async () => {
  const id = await walkRecent(ends, 'Trần Văn Bách', 'base_vote');
  await propose(ends, id, {
    orderOn: '2026-02-09',
    sentUp: true,
    sameCommittee: false,
    to: { unitId: ends.enterprise },
  });
  await take(ends, await walkRecent(ends, 'Lê Thị Cúc', 'list'), {
    by: 'secretary',
    step: 'pause',
    on: '2026-02-01',
    inputs: { reason: 'study', expectedReturn: '2026-04', keptBy: ends.members[1] },
  });
  for (const [who, client] of [
    ['ward', ends.officer],
    ['enterprise', ends.enterpriseOfficer],
  ] as const) {
    const { page, open } = await visits.as(officeOf(client));
    for (const tab of ['in', 'out', 'done', 'away']) {
      await open(tab === 'in' ? '/handovers' : `/handovers?tab=${tab}`);
      await keep(page, `${who}-${tab}`);
    }
    expect(await unfit(page, {})).toEqual([]);
    await open('/handovers?new=arrival');
    await keep(page, `${who}-arrival`);
    expect(await unfit(page, { paper: false })).toEqual([]);
  }
});

test('a file is returned with the list, the cell hands it in again, the figure opens (S3-63)', {
  timeout: 120_000,
}, async () => {
  const id = await walkRecent(ends, 'Phạm Văn Dũng', 'cell_vote');
  const officer = await visits.as(officeOf(ends.officer));
  await officer.open(`/dossiers/${id}`);
  await button(officer.page, 'Trả lại hồ sơ…').click();
  const dialog = officer.page.getByRole('dialog');
  expect(await noSidewaysScroll(officer.page)).toEqual([]);
  await dialog.getByRole('checkbox', { name: 'Lý lịch: quá trình bị ngắt quãng' }).check();
  await dialog.getByRole('checkbox', { name: 'Dùng sai mẫu' }).check();
  await field(dialog, 'Nói rõ từng chỗ cần sửa').fill('Thiếu từ tháng 9/2015 đến tháng 6/2016.');
  await keep(officer.page, 'return');
  await button(dialog, 'Ghi trả lại').click();
  await officer.page.getByText(/Hồ sơ đã trả lại ngày 15\/05\/2026, chờ bổ sung/).waitFor();
  await keep(officer.page, 'returned');

  const cell = await visits.as(officeOf(ends.secretary), phone);
  await cell.open(`/dossiers/${id}`);
  await cell.page.getByText('Thiếu từ tháng 9/2015 đến tháng 6/2016.').first().waitFor();
  await keep(cell.page, 'returned-360');
  await button(cell.page, 'Nộp lại hồ sơ').click();
  await cell.page.getByRole('heading', { name: 'Nộp lại hồ sơ đã bổ sung', level: 2 }).waitFor();

  for (const visit of [{}, phone]) {
    const { page, open } = await visits.as(officeOf(ends.officer), visit);
    await open('/returns');
    await page.getByText('Vì sao bị trả lại').first().waitFor();
    await keep(page, `returns-${visit === phone ? 360 : 1280}`);
    expect(await unfit(page, {})).toEqual([]);
  }
});

test('a workplace with an organisation of its own is suggested, and opens the proposal (S2-45)', {
  timeout: 120_000,
}, async () => {
  await workerIs('Hoàng Thị Én', 'Công ty TNHH May Hưng Thịnh');
  const { page, open } = await visits.as(officeOf(ends.secretary));
  await open('/handovers?tab=out');
  await keep(page, 'suggested');
  await page.getByRole('link', { name: /Hoàng Thị Én/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await field(dialog, 'Tổ chức đảng nơi đến').inputValue()).toBe('Đảng bộ Công ty May Hưng Thịnh');
});

/** Pictures to look at, for whoever asks for them. */
async function keep(page: import('playwright-core').Page, name: string): Promise<void> {
  const folder = process.env.MOVING_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
