// Lists as the sheets people take away: the columns of the screen in words, real days, no codes.
import type { DossierRow } from '../road/view.ts';
import type { RollAnswer } from '../members/answers.ts';
import type { UnitItem } from '../org/answers.ts';
import { unitColumns, unitRows } from '../org/unit-tree.ts';
import { formatDay, type PartialDay } from '../platform/day.ts';
import type { Message } from '../platform/messages.ts';
import type { Catalogues } from '../intake/lookup.ts';
import type { OutCell, OutSheet } from '../workbook/write-xlsx.ts';

type RollItem = RollAnswer['items'][number];
export interface Take {
  catalogues: Catalogues;
  asOf: PartialDay;
  /** of the unit asked for, or of the reader's own */
  unitName: string | null;
  /** training: the sheet says that it is made up */
  simulated: boolean;
}

const day = (on: PartialDay | null): OutCell => (on ? { day: on } : null);
const labelIn = (take: Take, list: string, code: string | null): string | null =>
  code === null ? null : (take.catalogues[list]?.find((entry) => entry.code === code)?.vi ?? code);

function sheet(take: Take, title: string, rows: OutCell[][], headings: readonly string[]): OutSheet {
  const count = `Tính đến ngày ${formatDay(take.asOf)} · ${rows.length.toLocaleString('vi-VN')} dòng`;
  return {
    name: title,
    titles: [title.toUpperCase(), ...(take.unitName ? [take.unitName] : []), count],
    columns: [{ heading: 'STT', width: 6 }, ...headings.map((heading) => ({ heading }))],
    rows: rows.map((row, index) => [index + 1, ...row]),
    simulated: take.simulated,
  };
}

const foundedAt = unitColumns.indexOf('Ngày thành lập');

/** `all` names the parents of those shown. */
export function unitSheet(shown: readonly UnitItem[], all: readonly UnitItem[], take: Take): OutSheet {
  const names = new Map(all.map((item) => [item.id, item.name]));
  const parentAt = unitColumns.indexOf('Trực thuộc');
  const typed = shown.map((item) => ({ ...item, type: labelIn(take, 'cell_type', item.type) }));
  const rows = unitRows(typed).map((row, index) =>
    (row as OutCell[])
      .with(foundedAt, day(shown[index]?.foundedOn ?? null))
      .with(parentAt, names.get(shown[index]?.parentId ?? 0) ?? null),
  );
  return sheet(take, 'Tổ chức đảng', rows, unitColumns);
}

const standings: Record<RollItem['status'], string> = {
  official: 'Chính thức',
  probationary: 'Dự bị',
  nominee: 'Trong nguồn',
  former: 'Không còn trong danh sách',
  outside: 'Ngoài danh sách đảng viên',
};
const endings: Record<string, string> = {
  moved_out: 'Đã chuyển sinh hoạt đi',
  died: 'Từ trần',
  removed: 'Xóa tên',
  expelled: 'Khai trừ',
  left: 'Xin ra khỏi Đảng',
  annulled: 'Hủy quyết định kết nạp',
};

const remarkOf = (person: RollItem): string | null =>
  [
    person.exempt ? 'Được miễn công tác và sinh hoạt đảng' : '',
    person.activity === 'away' ? 'Sinh hoạt tạm thời nơi khác' : '',
    person.guest ? 'Đang sinh hoạt tạm thời tại đây' : '',
  ]
    .filter(Boolean)
    .join('; ') || null;

const rollHeadings = [
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Chi bộ',
  'Tình trạng',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'Nghề nghiệp',
  'Chức vụ',
  'Ghi chú',
];
const endedHeadings = ['Lý do ra khỏi danh sách', 'Từ ngày'];

export function rollSheet(people: readonly RollItem[], take: Take): OutSheet {
  const someEnded = people.some((person) => person.endedAs !== null);
  const rows = people.map((person) => [
    person.name,
    labelIn(take, 'gender', person.sex),
    day(person.bornOn),
    person.unitName,
    standings[person.status],
    day(person.admittedOn),
    day(person.officialOn),
    labelIn(take, 'occupation_member', person.occupation),
    person.position,
    remarkOf(person),
    ...(someEnded ? [endings[person.endedAs ?? ''] ?? null, day(person.endedOn)] : []),
  ]);
  return sheet(take, 'Danh sách đảng viên', rows, [...rollHeadings, ...(someEnded ? endedHeadings : [])]);
}

const roadHeadings = [
  'Họ và tên',
  'Ngày sinh',
  'Chi bộ',
  'Giai đoạn',
  'Từ ngày',
  'Người giúp đỡ',
  'Việc tiếp theo',
  'Hạn',
  'Quá hạn (ngày)',
  'Đang vướng',
];

/** `stageLabel` in words; a case that has ended says how. */
export function roadSheet(
  dossiers: readonly DossierRow[],
  stageLabel: (row: DossierRow) => Message | null,
  take: Take,
): OutSheet {
  const rows = dossiers.map((row) => [
    row.fullName,
    day(row.bornOn),
    row.unitName,
    stageLabel(row)?.vi ?? null,
    day(row.stageOn),
    row.helperName,
    row.nextStep?.vi ?? null,
    day(row.nextDueOn),
    row.lateDays,
    row.blocked?.vi ?? null,
  ]);
  return sheet(take, 'Người trong nguồn và hồ sơ', rows, roadHeadings);
}
