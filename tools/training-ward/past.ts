// Members admitted in the last years with the way they came, as an office that keeps its lists would have it: forecasts
// learn from it how long each step takes here.
import { addDays, addMonths, type Day, formatDay } from '../../src/platform/day.ts';
import type { FreeSheet, OutCell } from '../../src/workbook/write-xlsx.ts';
import { workingUpTo } from './calendar.ts';
import { road } from './candidates.ts';
import { dayText, type HeadColumn, heading, letterhead, line, newGrid, signatures, toSheet } from './grid.ts';
import type { Person } from './person.ts';
import { chanceOf } from './random.ts';
import type { Roll } from './roll.ts';
import { cells, described } from './setting.ts';

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

const columns: (HeadColumn & { key: string })[] = [
  { key: '#', head: 'STT', width: 6 },
  { key: 'name', head: 'Họ và tên', width: 26 },
  { key: 'sex', head: 'Giới tính', width: 8 },
  { key: 'bornOn', head: 'Ngày sinh', width: 12 },
  { key: 'unit', head: 'Chi bộ', width: 28 },
  { key: 'nominatedOn', head: 'Ngày giới thiệu', width: 12 },
  { key: 'listedOn', head: 'Ngày công nhận cảm tình', width: 12 },
  { key: 'certificateOn', head: 'Ngày cấp GCN', width: 12 },
  { key: 'helperOn', head: 'Ngày phân công', width: 12 },
  { key: 'permittedOn', head: 'Ngày cho phép lập hồ sơ', width: 12 },
  { key: 'dossierOn', head: 'Ngày lập hồ sơ', width: 12 },
  { key: 'application', head: 'Đơn xin vào Đảng', width: 8 },
  { key: 'historyPaper', head: 'Lý lịch người xin vào Đảng', width: 8 },
  { key: 'verificationSentOn', head: 'Ngày gửi thẩm tra', width: 12 },
  { key: 'verificationRepliedOn', head: 'Ngày có kết quả thẩm tra', width: 12 },
  { key: 'cellVoteOn', head: 'Chi bộ họp xét', width: 12 },
  { key: 'baseVoteOn', head: 'Đảng ủy họp xét', width: 12 },
  { key: 'decisionNumber', group: 'Quyết định kết nạp', head: 'Số', width: 13 },
  { key: 'decisionOn', group: 'Quyết định kết nạp', head: 'Ngày', width: 12 },
  { key: 'admittedOn', head: 'Ngày lễ kết nạp', width: 12 },
  { key: 'officialOn', head: 'Ngày chính thức', width: 12 },
  { key: 'card', head: 'Số thẻ đảng viên', width: 12 },
  { key: 'identity', head: 'Số CCCD', width: 15 },
];

/** Whoever came in the last five years, after the day of the article, and still is where he was admitted. */
const isKnown = (person: Person, today: Day): boolean =>
  person.arrivedOn === null &&
  person.left === null &&
  person.moves.length === 0 &&
  person.officialOn !== null &&
  person.officialOn <= today &&
  person.admittedOn > laterOf(described, addMonths(today, -60));

export const pastAdmissions = (roll: Roll): Person[] =>
  roll.people
    .filter((person) => isKnown(person, roll.today))
    .toSorted((a, b) => (a.admittedOn < b.admittedOn ? -1 : a.admittedOn > b.admittedOn ? 1 : 0));

const beforeDecision = road.slice(
  0,
  road.findIndex(([fact]) => fact === 'decisionOn'),
);
const decided = road.find(([fact]) => fact === 'decisionOn')?.[1] ?? 0;

/** Some are quick and some are slow; nobody’s steps change places. */
function daysBefore(person: Person, seed: number): Record<string, Day> {
  const chance = chanceOf(seed, `way ${person.name} ${person.admittedOn}`);
  const pace = chance.int(75, 145) / 100;
  return Object.fromEntries(
    beforeDecision.map(([fact, month]) => [
      fact,
      workingUpTo(addDays(person.decisionOn, -Math.round((decided - month) * 30.4 * pace))),
    ]),
  );
}

function cellOf(person: Person, days: Record<string, Day>, key: string): OutCell {
  if (key in days) return dayText(days[key]);
  const known: Record<string, OutCell> = {
    name: person.name,
    sex: person.sex === 'M' ? 'Nam' : 'Nữ',
    bornOn: dayText(person.bornOn),
    unit: cells.find(({ id }) => id === person.cellId)?.name ?? null,
    application: 'x',
    historyPaper: 'x',
    decisionNumber: person.decisionNumber,
    decisionOn: dayText(person.decisionOn),
    admittedOn: dayText(person.admittedOn),
    officialOn: dayText(person.officialOn),
    card: person.card,
    identity: person.identity,
  };
  return known[key] ?? null;
}

export function pastSheet(people: readonly Person[], today: Day, seed: number): FreeSheet {
  const grid = newGrid(columns);
  const head = ['ĐẢNG BỘ PHƯỜNG KINH BẮC', 'DỮ LIỆU MÔ PHỎNG'];
  letterhead(grid, head, [
    'THEO DÕI QUẦN CHÚNG ƯU TÚ ĐÃ ĐƯỢC KẾT NẠP, CÔNG NHẬN CHÍNH THỨC',
    `(Đến ngày ${formatDay(today)})`,
  ]);
  heading(grid);
  people.forEach((person, at) => {
    const days = daysBefore(person, seed);
    line(
      grid,
      columns.map(({ key }) => (key === '#' ? at + 1 : cellOf(person, days, key))),
    );
  });
  signatures(grid, today);
  return toSheet(grid, 'Quần chúng đã kết nạp');
}
