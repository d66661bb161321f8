// A class on Sundays only, held by the three offices on their own pages: planned, sent, enrolled, attended and certified.
import { expect } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import type { PersonRow, SessionView } from '../../../src/classes/view.ts';
import type { Client } from '../../app.ts';
import { button, dialog, field, heading, type Reader, settled } from '../browser.ts';
import { day } from '../steps.ts';
import { unfit } from '../quality.ts';
import { as, idOf, people, phone } from './commune.ts';

const sundays = ['2025-11-16', '2025-11-23', '2025-11-30'];
const centre = people.centre as Client;
let id = '';

/** Everybody named attends all sessions – the one who stays away only the first. */
export async function holdClass(names: string[], away: string): Promise<void> {
  const reader = await as('centre');
  await plan(reader);
  id = new URL(reader.page.url()).pathname.split('/').at(-1) as string;
  const officer = await as('officer');
  await officer.open(`/classes/${id}?tab=people`);
  await choose(officer, names);
  await button(officer.page, 'Cử đi học').click();
  await button(dialog(officer.page), 'Cử đi học').click();
  await officer.page.getByText(`Đã cử ${names.length} người đi học.`).waitFor();
  await reader.open(`/classes/${id}?tab=people`);
  await choose(reader, names);
  await button(reader.page, 'Nhận vào lớp').click();
  await reader.page.getByText(`Đã nhận ${names.length} người.`).waitFor();
  await attended(names, away);
  await certified(reader, names, away);
}

async function plan({ page, open }: Reader): Promise<void> {
  await open('/classes?new=1');
  await field(page, 'Loại lớp').selectOption({ label: 'Lớp bồi dưỡng nhận thức về Đảng' });
  await field(page, 'Tên lớp').fill('Lớp nhận thức về Đảng cho người lao động');
  await field(page, 'Số chỗ').fill('30');
  await day(page, 'Ngày học', sundays[0] as string);
  for (const _ of sundays.slice(1)) await button(page, 'Thêm Chủ nhật kế tiếp').click();
  await field(page, 'Phải dự ít nhất (buổi)').fill('2');
  await button(page, 'Lập lớp').click();
  await heading(page, 'Lớp nhận thức về Đảng cho người lao động').waitFor();
  await page.getByText('3 buổi, đều Chủ nhật').first().waitFor();
  await settled(page);
}

async function choose({ page }: Reader, names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name: `Chọn ${name}` }).check();
}

/** The last Sunday is marked in the hall, on a telephone; the others are the same request. */
async function attended(names: string[], away: string): Promise<void> {
  const { body } = await centre.get(`/api/classes/${id}`);
  const [first, second] = body.sessionList as [SessionView, SessionView];
  for (const session of [first, second]) {
    const marks = names.map((name) => ({
      dossierId: idOf(name),
      mark: name === away && session === second ? 'absent' : 'present',
      why: name === away && session === second ? 'work' : null,
    }));
    const url = `/api/classes/${id}/sessions/${session.id}/attendance`;
    const answer = await centre.post(url, { clientId: newId(), marks });
    expect(answer.status, answer.text).toBe(200);
  }
  const { page, open } = await as('centre', phone);
  await open(`/classes/${id}?tab=attend`);
  await button(page, 'Tất cả có mặt').click();
  const own = page.getByRole('group', { name: `Điểm danh ${away}` });
  await own.getByText('Vắng', { exact: true }).click();
  await page.getByLabel(`Lý do vắng của ${away}`).selectOption({ label: 'Bận công việc' });
  await button(page, 'Ghi điểm danh').click();
  await page.getByText('Đã ghi điểm danh.').waitFor();
  await settled(page);
  expect(await unfit(page, {})).toEqual([]);
}

async function certified(reader: Reader, names: string[], away: string): Promise<void> {
  const { page, open } = reader;
  await open(`/classes/${id}?tab=certify`);
  await choose(
    reader,
    names.filter((name) => name !== away),
  );
  expect(await page.getByRole('checkbox', { name: `Chọn ${away}` }).count()).toBe(0);
  await button(page, 'Cấp giấy chứng nhận').click();
  const form = dialog(page);
  await day(form, 'Ngày cấp', '2025-12-01');
  await field(form, 'Số đầu tiên').fill('01/GCN-TTCT');
  await button(form, 'Cấp giấy chứng nhận').click();
  await page.getByText(`Đã cấp ${names.length - 1} giấy chứng nhận.`).waitFor();
}

/** Numbers of the certificates these hold; empty for whoever holds none. */
export async function numbers(names: string[]): Promise<string[]> {
  const rows: PersonRow[] = (await centre.get(`/api/classes/${id}/people`)).body.items;
  const ids = names.map(idOf);
  return rows
    .filter(({ dossierId }) => ids.includes(dossierId))
    .map(({ certificate }) => certificate?.number ?? '')
    .toSorted();
}
