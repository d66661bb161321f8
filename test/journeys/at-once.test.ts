// Two people on one dossier, an impatient finger, and a network that breaks: nothing is written twice, nothing is lost.
import { beforeEach, expect, test } from 'vitest';
import type { Client } from '../app.ts';
import { nominate, startWard, viewOf } from '../road.ts';
import { memberBook } from './books/office-book.ts';
import { button, field, heading, openBrowser, settled } from './browser.ts';
import { layCable } from './cable.ts';
import { serve, withPages } from './site.ts';
import { choose, day, happened, openStep, paper, person, record, rules } from './steps.ts';

const ward = await startWard({ today: '2026-03-20', ...(await withPages()) });
const site = await serve(ward.world);
const visits = await openBrowser(site);
const cable = await layCable(site.url);
const secretary = officeOf(ward.secretary);
const officer = officeOf(ward.officer);

function officeOf(client: Client): number {
  if (client.officeId === null) throw new Error('no office');
  return client.officeId;
}

beforeEach(() => cable.plugIn());

const list = 'Đưa vào danh sách cảm tình Đảng';
const acts = async (dossier: string) => (await viewOf(ward, dossier)).acts.map(({ step }) => step);

test('a page that is behind says so, keeps what was typed, and writes nothing', {
  timeout: 60_000,
}, async () => {
  const name = 'Nguyễn Thị Hồng Nhung';
  const dossier = await nominate(ward, name, {
    person: { fullName: name },
    inputs: { proposerKind: 'member' },
  });
  const behind = await visits.as(secretary);
  await openStep(behind.page, dossier, list);
  await happened(behind.page, '2026-03-03');
  await paper(behind.page, 'Nghị quyết chi bộ', { number: '03-NQ/CB', on: '2026-03-03' });

  const { page } = await visits.as(secretary);
  await openStep(page, dossier, 'Ghi việc thông báo và đồng ý');
  await happened(page, '2026-03-01');
  await day(page, 'Ngày đã trao đổi với quần chúng', '2026-03-01');
  await person(page, 'Người trao đổi', 'Trần Thị Bình');
  await choose(page, 'Quần chúng đồng ý', 'Có');
  await record(page);

  await behind.during(/^409 POST \/api\/dossiers\/[^/]+\/acts$/, async () => {
    await button(behind.page, 'Ghi').last().click();
    await behind.page.getByText(/Hồ sơ vừa có thay đổi từ nơi khác/).waitFor();
  });
  const resolution = behind.page.getByRole('group', { name: /^Nghị quyết chi bộ/ });
  expect(await field(resolution, 'Số').inputValue()).toBe('03-NQ/CB');
  expect(await acts(dossier)).toEqual(['nominate', 'inform']);
  await record(behind.page);
  expect(await acts(dossier)).toEqual(['nominate', 'inform', 'list']);
});

test('the same step recorded twice from two windows stands once', { timeout: 60_000 }, async () => {
  const dossier = await nominate(ward, 'Võ Thị Thắng');
  const windows = [await visits.as(secretary), await visits.as(secretary)] as const;
  for (const { page } of windows) {
    await openStep(page, dossier, list);
    await happened(page, '2026-03-03');
    await paper(page, 'Nghị quyết chi bộ', { number: '07-NQ/CB', on: '2026-03-03' });
  }
  const [first, later] = windows;
  await record(first.page);
  await later.during(/^409 POST \/api\/dossiers\/[^/]+\/acts$/, async () => {
    await button(later.page, 'Ghi').last().click();
    await later.page.getByText('Hồ sơ không còn hoặc chưa ở bước này').waitFor();
  });
  expect(await acts(dossier)).toEqual(['nominate', 'list']);
});

test('a double click writes once', { timeout: 60_000 }, async () => {
  const dossier = await nominate(ward, 'Trần Quốc Toản');
  const { page } = await visits.as(secretary);
  await openStep(page, dossier, list);
  await happened(page, '2026-03-03');
  await paper(page, 'Nghị quyết chi bộ', { number: '04-NQ/CB', on: '2026-03-03' });
  await button(page, 'Ghi').last().dblclick();
  await rules(page).waitFor({ state: 'detached' });
  await settled(page);
  expect(await acts(dossier)).toEqual(['nominate', 'list']);
});

test('an act whose answer is lost is written once when the network is back', {
  timeout: 90_000,
}, async () => {
  const dossier = await nominate(ward, 'Lê Thị Hòa Bình');
  const reader = await visits.as(secretary, { url: cable.url });
  const { page } = reader;
  await openStep(page, dossier, list);
  await happened(page, '2026-03-03');
  await paper(page, 'Nghị quyết chi bộ', { number: '05-NQ/CB', on: '2026-03-03' });
  await reader.during(/^failed (GET|POST) \/api\/dossiers/, async () => {
    cable.loseAnswerOf(/^POST \/api\/dossiers\/[^/]+\/acts /);
    await button(page, 'Ghi').last().click();
    await page
      .getByText(/^Chưa kết nối được với máy chủ/)
      .first()
      .waitFor({ timeout: 60_000 });
  });
  // The server had written it; the page does not know.
  expect(await acts(dossier)).toEqual(['nominate', 'list']);
  cable.plugIn();
  await button(page, 'Ghi').last().click();
  await rules(page).waitFor({ state: 'detached' });
  expect(await acts(dossier)).toEqual(['nominate', 'list']);
});

test('what was typed outlives a broken network and a closed page', { timeout: 120_000 }, async () => {
  const dossier = await nominate(ward, 'Phạm Văn Đồng Tâm');
  const reader = await visits.as(secretary, { url: cable.url });
  const { page } = reader;
  await openStep(page, dossier, list);
  await happened(page, '2026-03-03');
  await paper(page, 'Nghị quyết chi bộ', { number: '06-NQ/CB', on: '2026-03-03' });
  await reader.during(/^failed /, async () => {
    cable.pull();
    await button(page, 'Ghi').last().click();
    await page
      .getByText(/^Chưa kết nối được với máy chủ/)
      .first()
      .waitFor({ timeout: 60_000 });
  });
  expect(await acts(dossier)).toEqual(['nominate']);
  cable.plugIn();
  await openStep(page, dossier, list);
  await page.getByText(/^Đã mở lại bản nháp giữ trên máy này lúc/).waitFor();
  expect(await field(page.getByRole('group', { name: /^Nghị quyết chi bộ/ }), 'Số').inputValue()).toBe(
    '06-NQ/CB',
  );
  await record(page);
  expect(await acts(dossier)).toEqual(['nominate', 'list']);
});

test('an upload that breaks off writes nothing, and goes through when sent again', {
  timeout: 90_000,
}, async () => {
  const reader = await visits.as(officer, { url: cable.url });
  const { page } = reader;
  const line = { bornOn: '1970', sex: 'M' as const, admittedOn: '19/5/1998', officialOn: '19/5/1999' };
  const lines = Array.from({ length: 400 }, (_, index) => ({
    ...line,
    name: `Nguyễn Văn Mẫu ${'ABCDEGHIKL'[index % 10]}`,
    bornOn: `${1 + (index % 28)}/5/${1940 + (index % 60)}`,
  }));
  const file = {
    name: 'Danh sach.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await memberBook({ 'Chi bộ khu phố 1': lines }),
  };
  await reader.open('/imports');
  await reader.during(/^failed POST \/api\/imports /, async () => {
    cable.breakOff(/^POST \/api\/imports /, 6_000);
    await page.getByLabel('Bảng tính của cơ quan').setInputFiles(file);
    await page
      .getByRole('alert')
      .filter({ hasText: 'Chưa kết nối được với máy chủ' })
      .waitFor({ timeout: 60_000 });
  });
  cable.plugIn();
  await reader.open('/imports');
  await page.getByText('Chưa nhập bảng tính nào').waitFor();
  await page.getByLabel('Bảng tính của cơ quan').setInputFiles(file);
  await heading(page, file.name).waitFor();
  await page.getByText('chờ xem và ghi', { exact: true }).waitFor();
});
