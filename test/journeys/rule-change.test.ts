// The same case on the day before a rule changes and on the day itself: a committee confirms an unverified rule and fills
// an unknown one, in force for its own cells from a day. The neighbour is not touched.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lay, startTwoBases, takeOver } from '../lawbook.ts';
import { openBrowser } from './browser.ts';
import { serve, withPages } from './site.ts';
import { day, happened, openStep, paper, person, record, rules, votes } from './steps.ts';

const before = '2026-11-24';
const from = '2026-11-25';
const afterwards = '2026-11-27';

const bases = await startTwoBases({ ...(await withPages()), today: '2026-11-23' });
const { world, here, there } = bases;
const visits = await openBrowser(await serve(world));

const consent = {
  step: 'inform',
  on: '2026-03-01',
  passed: null,
  inputs: { informedOn: '2026-03-01', agreed: true },
};
const listed = (side: typeof here, name: string) =>
  takeOver(bases, side, { name, stage: 'class_certified', acts: [consent] });
const verified = (side: typeof here, name: string) =>
  takeOver(bases, side, { name, stage: 'verified', acts: [consent] });

/** What the rules say of a helper who has known the candidate for eleven months, on a day. */
async function helperOn(page: Page, dossier: string, on: string): Promise<string> {
  await openStep(page, dossier, 'Phân công đảng viên giúp đỡ');
  await happened(page, on);
  await paper(page, 'Nghị quyết chi bộ', { number: '10-NQ/CB', on });
  await person(page, 'Đảng viên được phân công giúp đỡ', 'Nguyễn Văn An');
  await day(page, 'Cùng công tác, lao động, học tập hoặc cư trú từ', '2025-12-20');
  const said = rules(page).getByText(/^(Chưa ghi được|Chưa kiểm chứng – cần ghi lý do)$/);
  await said.first().waitFor();
  return said.first().innerText();
}

test('a rule that the committee confirmed refuses from its day on, and not before', {
  timeout: 120_000,
}, async () => {
  const [own, other] = [await listed(here, 'Trần Thị Lý'), await listed(there, 'Lê Thị Riêng')];
  const laid = await lay(here.officer, {
    kind: 'confirm',
    parameter: 'introducer.months',
    value: 12,
    fromOn: from,
    unitId: here.base,
  });
  expect(laid.status).toBe(200);
  world.setToday(afterwards);
  const { page } = await visits.as(here.secretary.officeId as number);
  expect(await helperOn(page, own, before)).toBe('Chưa kiểm chứng – cần ghi lý do');
  expect(await helperOn(page, own, from)).toBe('Chưa ghi được');
  const neighbour = await visits.as(there.secretary.officeId as number);
  expect(await helperOn(neighbour.page, other, from)).toBe('Chưa kiểm chứng – cần ghi lý do');
  world.setToday('2026-11-23');
});

test('a limit that the committee filled gives a last day to votes from its day on', {
  timeout: 120_000,
}, async () => {
  const [early, late] = [await verified(here, 'Võ Thị Thắng'), await verified(here, 'Tạ Thị Kiều')];
  const laid = await lay(here.officer, {
    kind: 'fill',
    parameter: 'decide.days',
    value: 45,
    fromOn: from,
    unitId: here.base,
  });
  expect(laid.status).toBe(200);
  world.setToday(afterwards);
  const { page } = await visits.as(here.secretary.officeId as number);
  await voteOn(page, early, before);
  expect(await deadlines(page, early)).toContain('chưa có thông tin về số ngày');
  await voteOn(page, late, from);
  // Nine weeks from Wednesday 25/11/2026; New Year's Day is the one day off between.
  expect(await deadlines(page, late)).toContain('28/01/2027');
});

async function voteOn(page: Page, dossier: string, on: string): Promise<void> {
  await openStep(page, dossier, 'Chi bộ biểu quyết đề nghị kết nạp');
  await happened(page, on);
  await votes(page, 'Đảng viên chính thức của chi bộ', { total: 12, present: 12, yes: 12, no: 0 });
  const reason = page.getByLabel('Lý do cấp có thẩm quyền vẫn cho làm', { exact: false });
  if (await reason.isVisible()) await reason.fill('Đã đối chiếu bản sao văn bản tại cuộc họp.');
  await record(page);
}

/** What the dossier says about its running limits. */
async function deadlines(page: Page, dossier: string): Promise<string> {
  await page.goto(`/dossiers/${dossier}`);
  const panel = page.getByRole('region', { name: 'Dòng thời gian' });
  await panel.waitFor();
  return panel.innerText();
}
