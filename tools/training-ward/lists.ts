// The members' register as the ward keeps it: street blocks on one sheet under their names, schools, health and
// police on sheets of their own, and not all in one layout.
import { formatDay } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import type { FreeSheet, OutCell } from '../../src/workbook/write-xlsx.ts';
import {
  dayCell,
  dayText,
  heading,
  letterhead,
  line,
  mark,
  newGrid,
  numbering,
  signatures,
  toSheet,
  wide,
} from './grid.ts';
import type { Grid, HeadColumn } from './grid.ts';
import type { Person } from './person.ts';
import { chanceOf } from './random.ts';
import type { Chance } from './random.ts';
import type { Roll } from './roll.ts';
import { cells } from './setting.ts';
import type { CellPlan } from './setting.ts';
import { untidyName } from './untidy.ts';

const streetColumns: HeadColumn[] = [
  { head: 'STT', width: 6 },
  { head: 'Họ và tên', width: 26 },
  { group: 'Ngày, tháng, năm sinh', head: 'Nam', width: 12 },
  { group: 'Ngày, tháng, năm sinh', head: 'Nữ', width: 12 },
  { head: 'Dân tộc', width: 9 },
  { head: 'Quê quán', width: 40 },
  { head: 'Nơi ở hiện nay', width: 36 },
  { group: 'Trình độ', head: 'Văn hóa', width: 9 },
  { group: 'Trình độ', head: 'Chuyên môn', width: 14 },
  { group: 'Trình độ', head: 'LLCT', width: 10 },
  { group: 'Ngày vào Đảng', head: 'Dự bị', width: 12 },
  { group: 'Ngày vào Đảng', head: 'Chính thức', width: 12 },
  { group: 'Quyết định kết nạp', head: 'Số', width: 13 },
  { group: 'Quyết định kết nạp', head: 'Ngày', width: 12 },
  { head: 'Số thẻ đảng viên', width: 12 },
  { head: 'Nghề nghiệp', width: 22 },
  { head: 'Chức vụ trong Đảng', width: 24 },
  { head: 'Đoàn viên', width: 8 },
  { head: 'Miễn sinh hoạt', width: 12 },
  { head: 'Ngày chuyển đến', width: 12 },
  { head: 'Nơi chuyển đến từ', width: 26 },
  { head: 'Số CCCD', width: 15 },
  { head: 'Điện thoại', width: 14 },
];

/** Elderly members' papers often give the year alone; some days were typed as real dates, most as text. */
function born(chance: Chance, person: Person): OutCell {
  const at = chance.next();
  if (person.bornOn < '1950' && at < 0.25) return person.bornOn.slice(0, 4);
  if (at < 0.03) return formatDay(person.bornOn.slice(0, 7));
  return at < 0.4 ? dayCell(person.bornOn) : dayText(person.bornOn);
}

function streetRow(chance: Chance, person: Person, number: number): OutCell[] {
  const day = born(chance, person);
  return [
    number,
    untidyName(chance, person.name),
    person.sex === 'M' ? day : null,
    person.sex === 'F' ? day : null,
    person.ethnicity,
    person.nativePlace,
    person.residence,
    person.schooling,
    person.profession,
    person.theory || null,
    dayText(person.admittedOn),
    dayText(person.officialOn),
    person.decisionNumber,
    dayText(person.decisionOn),
    person.card,
    person.occupation,
    person.position,
    mark(person.youthUnion),
    person.exemptOn ? dayText(person.exemptOn) : null,
    dayText(person.arrivedOn),
    person.arrivedFrom,
    person.identity,
    person.phone,
  ];
}

const byName = (a: Person, b: Person): number =>
  a.admittedOn < b.admittedOn ? -1 : a.admittedOn > b.admittedOn ? 1 : 0;
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI'];

function ofCell(roll: Roll, cell: CellPlan): Person[] {
  return roll.people.filter((person) => person.cellId === cell.id).toSorted(byName);
}

const titlesOf = (today: Day): string[] => [
  'DANH SÁCH ĐẢNG VIÊN',
  `(Lập từ năm 2018, cập nhật đến ngày ${formatDay(today)})`,
  'DỮ LIỆU MÔ PHỎNG',
];

export function streetSheet(roll: Roll, seed: number): FreeSheet {
  const grid = newGrid(streetColumns);
  const chance = chanceOf(seed, 'street sheet');
  letterhead(grid, ['ĐẢNG BỘ PHƯỜNG KINH BẮC'], titlesOf(roll.today));
  heading(grid);
  numbering(grid);
  const blocks = cells.filter((cell) => cell.type === 'TDP');
  blocks.forEach((cell, at) => {
    const people = ofCell(roll, cell);
    if (at === 3) repeatHeading(grid);
    line(grid, [romans[at]!, `${cell.name.toUpperCase()} (${people.length} đảng viên)`], true);
    people.forEach((person, n) => line(grid, streetRow(chance, person, n + 1)));
  });
  const total = blocks.reduce((sum, cell) => sum + ofCell(roll, cell).length, 0);
  wide(grid, `Tổng cộng: ${total} đảng viên`);
  signatures(grid, roll.today);
  return toSheet(grid, 'Khu phố');
}

/** As printed at the top of a new page. */
const repeatHeading = (grid: Grid): void => heading(grid);

const workColumns: HeadColumn[] = [
  { head: 'TT', width: 5 },
  { head: 'Họ tên', width: 26 },
  { head: 'Nữ', width: 5 },
  { head: 'Ngày sinh', width: 12 },
  { head: 'Quê quán', width: 40 },
  { group: 'Trình độ chuyên môn', head: 'TC', width: 5 },
  { group: 'Trình độ chuyên môn', head: 'CĐ', width: 5 },
  { group: 'Trình độ chuyên môn', head: 'ĐH', width: 5 },
  { group: 'Trình độ chuyên môn', head: 'ThS', width: 5 },
  { head: 'Lý luận chính trị', width: 11 },
  { head: 'Ngày kết nạp', width: 12 },
  { head: 'Ngày chính thức', width: 12 },
  { head: 'Số QĐ kết nạp', width: 13 },
  { head: 'Ngày QĐ kết nạp', width: 12 },
  { head: 'Số thẻ', width: 12 },
  { head: 'Chức vụ Đảng', width: 24 },
  { head: 'Đơn vị công tác', width: 30 },
  { head: 'Nghề nghiệp', width: 14 },
  { head: 'Trình độ văn hóa', width: 9 },
  { head: 'Ngày chuyển đến', width: 12 },
  { head: 'Nơi chuyển đến từ', width: 26 },
  { head: 'CCCD', width: 15 },
  { head: 'Số điện thoại', width: 14 },
];
const shortProfession: Record<string, string> = {
  'Trung cấp': 'TC',
  'Cao đẳng': 'CĐ',
  'Đại học': 'ĐH',
  'Thạc sĩ': 'ThS',
};

function workRow(chance: Chance, person: Person, number: number): OutCell[] {
  const level = shortProfession[person.profession];
  return [
    number,
    untidyName(chance, person.name),
    mark(person.sex === 'F'),
    dayCell(person.bornOn),
    person.nativePlace,
    ...['TC', 'CĐ', 'ĐH', 'ThS'].map((each) => mark(each === level)),
    person.theory || null,
    dayCell(person.admittedOn),
    dayCell(person.officialOn),
    person.decisionNumber,
    dayCell(person.decisionOn),
    person.card,
    person.position,
    person.workplace,
    person.occupation,
    person.schooling,
    dayCell(person.arrivedOn),
    person.arrivedFrom,
    person.identity,
    person.phone,
  ];
}

export function workSheets(roll: Roll, seed: number): FreeSheet[] {
  return cells
    .filter((cell) => cell.type !== 'TDP')
    .map((cell) => {
      const chance = chanceOf(seed, `sheet ${cell.id}`);
      const grid = newGrid(workColumns);
      letterhead(grid, ['ĐẢNG BỘ PHƯỜNG KINH BẮC', cell.name.toUpperCase()], titlesOf(roll.today));
      heading(grid);
      ofCell(roll, cell).forEach((person, n) => line(grid, workRow(chance, person, n + 1)));
      signatures(grid, roll.today);
      return toSheet(grid, cell.name.replace('Chi bộ ', 'CB '));
    });
}
