// The ward of the reports: a province above it, three cells below, two of which somebody speaks for; one admission in the
// first quarter, and what was recorded too late.
import { removedEntry } from '../../../src/members/person.ts';
import { newId } from '../../../src/platform/ids.ts';
import { append } from '../../../src/platform/ledger.ts';
import { transact } from '../../../src/platform/write/transaction.ts';
import type { Client } from '../../app.ts';
import { openBrowser, type Reader, type Visit } from '../browser.ts';
import { axe, noSidewaysScroll } from '../quality.ts';
import { startSite } from '../site.ts';
import { expect } from 'vitest';

export const site = await startSite({ today: '2026-03-20', profile: 'C' });
export const visits = await openBrowser(site);
export const phone: Visit = { width: 360, height: 740 };

export const province = await site.unit({ name: 'Đảng bộ tỉnh Bắc Ninh', kind: 'province' });
export const ward = await site.unit({
  name: 'Đảng bộ phường Kinh Bắc',
  kind: 'base_organisation',
  type: 'none',
  parent: province,
});
const cellOf = (name: string) => site.unit({ name, type: 'TDP', parent: ward });
export const cells = {
  one: await cellOf('Chi bộ khu phố 1'),
  two: await cellOf('Chi bộ khu phố 2'),
  three: await cellOf('Chi bộ khu phố 3'),
};

const member = (name: string, unit: number) => site.person({ name, unit, kind: 'official' });
const secretaryOne = await member('Nguyễn Văn An', cells.one);
for (const name of ['Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung']) await member(name, cells.one);
const away = await member('Hoàng Văn Em', cells.one);
const secretaryTwo = await member('Đinh Văn Hùng', cells.two);
await member('Bùi Thị Lan', cells.two);
await member('Ngô Thị Mai', cells.three);
await site.person({
  name: 'Nguyễn Thị Xuân',
  unit: cells.one,
  kind: 'probationary',
  admittedOn: '2026-02-10',
  fields: { sex: 'F' },
});

export const people = {
  board: await site.as('superior_board', province),
  officer: await site.as('base_officer', ward),
  one: await site.as('cell_secretary', cells.one, { person: secretaryOne }),
  two: await site.as('cell_secretary', cells.two, { person: secretaryTwo }),
} satisfies Record<string, Client>;
export const as = (who: keyof typeof people, visit: Visit = {}): Promise<Reader> =>
  visits.as(people[who].officeId as number, visit);

/** Somebody was struck off in March, and it is recorded when the quarter is closed and reported. */
export const struckOffLate = (): Promise<unknown> =>
  transact(site.db, (tx) =>
    append(tx, site.by, [
      removedEntry(
        { clientId: newId(), personId: away, unitId: cells.one, happenedOn: '2026-03-25' },
        { reason: 'DIXA' },
      ),
    ]),
  );

/** What every page passes as it is seen. */
export async function sound({ page }: Pick<Reader, 'page'>): Promise<void> {
  expect(await axe(page)).toEqual([]);
  expect(await noSidewaysScroll(page)).toEqual([]);
}
