// One act for many dossiers: chosen in the list, looked at before anything is written, written together, taken back
// together – and what was left out is named with the reason.
import { expect, test } from 'vitest';
import { nominate, startWard, viewOf, walkRecent } from '../road.ts';
import { button, dialog, field, openBrowser, settled } from './browser.ts';
import { unfit } from './quality.ts';
import { serve, withPages } from './site.ts';

const ward = await startWard({ today: '2026-03-20', profile: 'A', ...(await withPages()) });
const site = await serve(ward.world);
const visits = await openBrowser(site);

const widths = [
  { width: 1280, called: 'Sen' },
  { width: 360, called: 'Mận' },
];

test.each(widths)(
  'one resolution for several people, and back again, at $width px',
  {
    timeout: 90_000,
  },
  async ({ width, called }) => {
    const names = [`Nguyễn Thị ${called}`, `Trần Văn ${called}`];
    const ids: string[] = [];
    for (const name of names) ids.push(await nominate(ward, name, { person: { fullName: name } }));
    const further = `Phạm Thị ${called}`;
    await walkRecent(ward, further, 'assign_helper');
    const stages = async () => Promise.all(ids.map(async (id) => (await viewOf(ward, id)).stage));

    const reader = await visits.as(ward.secretary.officeId as number, { width, height: 800 });
    const { page } = reader;
    await reader.open(`/dossiers?q=${called}`);
    for (const name of [...names, further])
      await page.getByRole('checkbox', { name: `Chọn ${name}` }).check();
    await button(page, 'Ghi chung một việc').click();
    const form = dialog(page);
    await field(form, 'Việc cần ghi').selectOption({ label: 'Đưa vào danh sách cảm tình Đảng – 2/3 hồ sơ' });
    await field(form, 'Ngày diễn ra').fill('03/03/2026');
    const resolution = form.getByRole('group', { name: /^Nghị quyết chi bộ/ });
    await field(resolution, 'Số').fill('03-NQ/CB');
    await field(resolution, 'Ngày').fill('03/03/2026');
    await button(form, 'Xem trước').click();

    await form.getByText('Sẽ ghi cho 2 hồ sơ:').waitFor();
    await form.getByRole('listitem').filter({ hasText: further }).waitFor();
    expect(await stages()).toEqual(['nominated', 'nominated']);
    expect(await unfit(page, { paper: false, primary: 'Ghi cho 2 hồ sơ' })).toEqual([]);
    await button(form, 'Ghi cho 2 hồ sơ').click();

    await page.getByText('Đã ghi “Đưa vào danh sách cảm tình Đảng” cho 2 hồ sơ').waitFor();
    await page.getByRole('listitem').filter({ hasText: further }).first().waitFor();
    expect(await stages()).toEqual(['listed', 'listed']);
    await settled(page);
    expect(await unfit(page, {})).toEqual([]);

    await button(page, 'Rút lại cả loạt').click();
    await field(dialog(page), 'Lý do rút lại').fill('Ghi nhầm nghị quyết');
    await button(dialog(page), 'Rút lại cả loạt').click();
    await page.getByText('Đã rút lại ở 2 hồ sơ').waitFor();
    expect(await stages()).toEqual(['nominated', 'nominated']);
  },
);
