// The records behind a number as a file of any length: read in portions while it is being sent, and no further than the
// reader reads. Names of persons leave the house only by the right to export persons, and every export is logged.
import { may } from '../../org/access.ts';
import { profile } from '../../org/profile.store.ts';
import { findUnits } from '../../org/unit.store.ts';
import { formatDay } from '../../platform/day.ts';
import type { Db } from '../../platform/db.ts';
import { Forbidden } from '../../platform/errors.ts';
import type { Actor } from '../../platform/http.ts';
import type { LongList } from '../../workbook/stream-rows.ts';
import type { OutCell } from '../../workbook/write-xlsx.ts';
import { readyFor, type Ready } from './question.store.ts';
import { itemsOf, listedRows, noteRecords } from './records.store.ts';
import type { RecordsQuery } from './view.ts';

export async function exportRecords(
  db: Db,
  actor: Actor,
  figure: string,
  query: RecordsQuery,
): Promise<{ fileName: string; list: LongList }> {
  const ready = await readyFor(db, actor, figure, query);
  const { entry, place, columns } = ready;
  if (columns.source.record !== 'unit' && !(await mayTake(db, actor, ready)))
    throw new Forbidden('access.not_this_office');
  const rows = await listedRows(db, actor, ready, query);
  await noteRecords(db, actor, ready, { rows: rows.length, action: 'export' });
  const { from, to } = place.span;
  const days =
    from === to ? `đến hết ngày ${formatDay(to)}` : `từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`;
  const unit = columns.source.record === 'unit';
  return {
    fileName: `${entry.label.vi} – danh sách ${formatDay(to).replaceAll('/', '-')}`,
    list: {
      name: entry.label.vi.slice(0, 30),
      titles: [
        `DANH SÁCH: ${entry.label.vi.toLocaleUpperCase('vi')}`,
        ...(place.node ? [place.node.name] : []),
        `Số liệu ${days}: ${rows.length.toLocaleString('vi-VN')} trường hợp`,
      ],
      columns: [
        { heading: 'TT', width: 8 },
        { heading: unit ? 'Tổ chức' : 'Họ và tên', width: 36 },
        { heading: 'Đơn vị hôm đó', width: 44 },
        { heading: columns.source.nature === 'stock' ? 'Từ ngày' : 'Ngày', width: 14 },
        { heading: 'Nội dung', width: 30 },
      ],
      rows: portions(db, actor, ready, rows),
      simulated: (await profile(db)) === 'C',
    },
  };
}

/** Of every branch of the number, by where it stands today, whatever it stood under on the day asked. */
async function mayTake(db: Db, actor: Actor, { place: { tops } }: Ready): Promise<boolean> {
  const units = await findUnits(
    db,
    tops.map(({ id }) => id),
  );
  return tops.every(({ id }) => {
    const path = units.get(id)?.path;
    return path !== undefined && may(actor, 'person.export', { path });
  });
}

const portion = 2000;

async function* portions(db: Db, actor: Actor, ready: Ready, rows: Uint32Array): AsyncGenerator<OutCell[]> {
  for (let start = 0; start < rows.length; start += portion) {
    const items = await itemsOf(db, actor, ready, [...rows.subarray(start, start + portion)]);
    for (const [nth, { subject, unitName, on, said }] of items.entries())
      yield [
        start + nth + 1,
        subject?.name ?? 'Nay thuộc đơn vị khác quản lý',
        unitName,
        on === '' ? null : { day: on },
        said?.vi ?? null,
      ];
  }
}
