// The province of the targets: three wards and communes with their cells, a mass organisation, and everybody who sets,
// registers, follows and urges; with last year's plan and the autumn survey already recorded.
import { expect } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import type { Answer, Client } from '../../app.ts';
import { type Ward, walkRecent } from '../../road.ts';
import { openBrowser, type Reader, type Visit } from '../browser.ts';
import { startSite } from '../site.ts';

export const site = await startSite({ today: '2025-01-20', profile: 'A' });
export const visits = await openBrowser(site);
export const phone: Visit = { width: 360, height: 740 };

const cellOf = (name: string, parent: number, type = 'TDP') => site.unit({ name, type, parent });
const committee = (name: string) =>
  site.unit({ name, kind: 'base_organisation', type: 'none', parent: province });

export const province = await site.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
export const kinhBac = await committee('Đảng bộ phường Kinh Bắc');
export const hoaLong = await committee('Đảng bộ xã Hòa Long');
export const yenPhong = await committee('Đảng bộ xã Yên Phong');

/** Cells of the ward, in the order of the sheet. */
export const cells = {
  one: await cellOf('Chi bộ khu phố 1', kinhBac),
  two: await cellOf('Chi bộ khu phố 2', kinhBac),
  three: await cellOf('Chi bộ khu phố 3', kinhBac),
  school: await cellOf('Chi bộ Trường Tiểu học Kinh Bắc', kinhBac, 'TRUONG'),
};
export const hoaLongCells = [
  await cellOf('Chi bộ thôn Đẩu Hàn', hoaLong, 'THON'),
  await cellOf('Chi bộ thôn Quả Cảm', hoaLong, 'THON'),
];
export const yenPhongCell = await cellOf('Chi bộ thôn Ngô Xá', yenPhong, 'THON');
export const youthUnion = await site.unit({
  name: 'Đoàn phường Kinh Bắc',
  kind: 'mass_organisation',
  parent: kinhBac,
});

const members: string[] = [];
for (const name of [
  'Nguyễn Văn An',
  'Trần Thị Bình',
  'Lê Văn Cường',
  'Phạm Thị Dung',
  'Hoàng Văn Em',
  'Vũ Thị Giang',
])
  members.push(await site.person({ name, unit: cells.one, kind: 'official' }));
for (const [unit, name] of [
  [cells.two, 'Đinh Văn Hùng'],
  [cells.two, 'Bùi Thị Lan'],
  [cells.school, 'Ngô Thị Mai'],
] as const)
  await site.person({ name, unit, kind: 'official' });

export const people = {
  board: await site.as('superior_board', province),
  officer: await site.as('base_officer', kinhBac),
  secretary: await site.as('cell_secretary', cells.one, { person: members[0] as string }),
  youth: await site.as('mass_officer', youthUnion),
  hoaLong: await site.as('base_officer', hoaLong),
  deputy: await site.as('base_officer', hoaLong, { title: 'Phó ban' }),
  yenPhong: await site.as('base_officer', yenPhong),
  inCharge: await site.as('committee_member', kinhBac, { namedUnits: [cells.one, cells.two] }),
} satisfies Record<string, Client>;
export type Who = keyof typeof people;
export const as = (who: Who, visit: Visit = {}): Promise<Reader> =>
  visits.as(people[who].officeId as number, visit);

/** The year goes on; nobody may write of a day to come. */
export const on = (day: string): void => site.setToday(day);

/** Whom the cell, the ward and the province bring to admission, as the road walks them. */
export const ward: Ward = {
  world: site,
  province,
  city: province,
  ward: kinhBac,
  cell: cells.one,
  other: cells.two,
  members,
  secretary: people.secretary,
  officer: people.officer,
  board: people.board,
};

const decided: Record<string, string> = {
  list: '2024-02-03',
  class_certificate: '2024-06-20',
  assign_helper: '2024-07-03',
  permit: '2025-10-10',
  papers: '2025-11-15',
  verify_send: '2025-11-20',
  verify_reply: '2025-12-10',
  verify_conclude: '2025-12-20',
  cell_vote: '2026-01-10',
  base_vote: '2026-01-20',
  decide: '2026-02-10',
};
/** Somebody who only waits for the ceremony, or further back on the road. */
export const candidate = (name: string, last = 'decide'): Promise<string> =>
  walkRecent(ward, name, last, decided);

export async function done(answer: Promise<Answer>): Promise<Answer> {
  const { status, text, ...rest } = await answer;
  expect(status, text).toBe(200);
  return { status, text, ...rest };
}

const amount = (count: number) => ({ amount: { minimum: count, maximum: count, mark: 'exact' } });

/** What the board decided a year ago, and what the cells counted in autumn. */
export async function before(): Promise<void> {
  const at = `/api/plans/${province}/cascade`;
  const lastYear = { [kinhBac]: 16, [hoaLong]: 11, [yenPhong]: 9 };
  const lines = Object.entries(lastYear).flatMap(([unit, count]) =>
    ['admission', 'sourcing'].map((figure, twice) => ({
      unitId: Number(unit),
      figure,
      ...amount(count * (twice + 1)),
    })),
  );
  const period = '2025';
  await done(people.board.post(`${at}/draft`, { clientId: newId(), period, lines }));
  await done(
    people.board.post(`${at}/describe`, {
      clientId: newId(),
      period,
      version: (await people.board.get(`${at}?period=2025`)).body.plan.version,
      purpose: 'Tạo nguồn từ cơ sở, không chạy theo số lượng.',
    }),
  );
  const { version } = (await people.board.get(`${at}?period=2025`)).body.plan;
  await done(people.board.post(`${at}/approve`, { clientId: newId(), period, on: '2025-01-15', version }));
  on('2025-11-15');
  const counted = {
    [cells.one]: 11,
    [cells.two]: 6,
    [cells.three]: 4,
    [cells.school]: 2,
    [hoaLongCells[0] as number]: 9,
    [hoaLongCells[1] as number]: 5,
    [yenPhongCell]: 9,
  };
  for (const [unit, count] of Object.entries(counted)) await surveyed(Number(unit), count);
}

/** Each cell counts its own source. */
async function surveyed(unitId: number, count: number): Promise<void> {
  const counter =
    unitId === cells.one ? people.secretary : await site.as('cell_secretary', unitId, { toOn: '2025-12-31' });
  await done(
    counter.post('/api/surveys', {
      clientId: newId(),
      unitId,
      year: 2026,
      happenedOn: '2025-11-10',
      groups: { DVTN: count },
      people: count,
    }),
  );
}
