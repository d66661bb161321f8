// The ward's other workbooks: its organisation, offices, targets and dated acts.
import { formatDay } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import type { FreeSheet } from '../../src/workbook/write-xlsx.ts';
import { dayCell, dayText, listSheet } from './grid.ts';
import type { HeadColumn } from './grid.ts';
import type { Office } from './offices.ts';
import { cellOn, isOn } from './person.ts';
import type { Person } from './person.ts';
import type { Roll } from './roll.ts';
import { cells, committee, nameOf, organisations } from './setting.ts';
import type { CellTarget, YearTarget } from './targets.ts';

const unitColumns: HeadColumn[] = [
  { head: 'TT', width: 5 },
  { head: 'Tên tổ chức đảng, đoàn thể', width: 42 },
  { head: 'Loại tổ chức', width: 24 },
  { head: 'Loại hình', width: 30 },
  { head: 'Trực thuộc', width: 30 },
  { head: 'Mã', width: 10 },
  { head: 'Ngày thành lập', width: 14 },
  { head: 'Số đảng viên', width: 10 },
];

export function unitSheet(roll: Roll): FreeSheet {
  const present = roll.people.filter((person) => isOn(person, roll.today));
  const count = (id: string) => present.filter((person) => cellOn(person, roll.today) === id).length;
  const rows = [
    ...cells.map((cell, at) => [
      at + 1,
      cell.name,
      'Chi bộ trực thuộc',
      cell.typeName,
      committee.name,
      `KB-${String(at + 1).padStart(2, '0')}`,
      dayText(cell.foundedOn),
      count(cell.id),
    ]),
    ...organisations.map((unit, at) => [
      cells.length + at + 1,
      unit.name,
      unit.kind,
      null,
      committee.name,
      null,
      null,
      null,
    ]),
  ];
  return listSheet({
    name: 'Tổ chức',
    columns: unitColumns,
    titles: ['DANH SÁCH TỔ CHỨC ĐẢNG TRỰC THUỘC', `(Đến ngày ${formatDay(roll.today)})`],
    today: roll.today,
    rows,
    total: ['Tổng số', null, null, null, null, null, null, present.length],
  });
}

const officeColumns: HeadColumn[] = [
  { head: 'STT', width: 6 },
  { head: 'Họ và tên', width: 26 },
  { head: 'Ngày sinh', width: 12 },
  { head: 'Chức danh', width: 44 },
  { head: 'Đơn vị', width: 40 },
  { head: 'Phụ trách chi bộ', width: 44 },
  { head: 'Từ ngày', width: 12 },
  { head: 'Số quyết định', width: 14 },
];

export const officeSheet = (offices: Office[], today: Day): FreeSheet =>
  listSheet({
    name: 'Chức danh',
    columns: officeColumns,
    titles: ['DANH SÁCH CẤP ỦY, CHỨC DANH VÀ PHÂN CÔNG PHỤ TRÁCH CHI BỘ'],
    today,
    rows: offices.map(({ person, title, unit, namedUnits, fromOn, decisionNumber }, at) => [
      at + 1,
      person.name,
      dayText(person.bornOn),
      title,
      unit,
      namedUnits.join('; ') || null,
      dayText(fromOn),
      decisionNumber,
    ]),
  });

const targetColumns: HeadColumn[] = [
  { head: 'STT', width: 6 },
  { head: 'Đơn vị', width: 34 },
  { head: 'Năm', width: 8 },
  { head: 'Chỉ tiêu kết nạp', width: 12 },
  { head: 'Phấn đấu', width: 10 },
  { head: 'Tạo nguồn', width: 10 },
  { head: 'Đã kết nạp', width: 10 },
];

export function targetSheets(ward: YearTarget[], perCell: CellTarget[][], today: Day): FreeSheet[] {
  const whole = listSheet({
    name: 'Toàn đảng bộ',
    columns: targetColumns,
    titles: ['CHỈ TIÊU VÀ KẾT QUẢ KẾT NẠP ĐẢNG VIÊN CỦA ĐẢNG BỘ PHƯỜNG'],
    today,
    rows: ward.map((row, at) => [
      at + 1,
      committee.name,
      row.year,
      row.target,
      row.aim,
      row.sourcing,
      row.result,
    ]),
  });
  return [whole, ...perCell.map((rows) => cellTargetSheet(rows, today))];
}

const cellTargetColumns: HeadColumn[] = [
  { head: 'TT', width: 5 },
  { head: 'Chi bộ', width: 34 },
  { head: 'Chỉ tiêu kết nạp', width: 12 },
  { head: 'Đăng ký phấn đấu', width: 12 },
  { head: 'Tạo nguồn', width: 10 },
  { head: 'Kết quả', width: 10 },
];

function cellTargetSheet(rows: CellTarget[], today: Day): FreeSheet {
  const year = rows[0]!.year;
  const sum = (key: 'target' | 'aim' | 'sourcing' | 'result') =>
    rows.reduce((total, row) => total + row[key], 0);
  return listSheet({
    name: `Năm ${year}`,
    columns: cellTargetColumns,
    titles: [`GIAO CHỈ TIÊU TẠO NGUỒN VÀ KẾT NẠP ĐẢNG VIÊN NĂM ${year}`],
    today,
    rows: rows.map((row, at) => [at + 1, nameOf(row.cellId), row.target, row.aim, row.sourcing, row.result]),
    total: ['Cộng', null, sum('target'), sum('aim'), sum('sourcing'), sum('result')],
  });
}

interface Act {
  on: Day;
  person: Person;
  act: string;
  unit: string;
  place: string | null;
  reason: string | null;
  number: string | null;
  decisionOn: Day | null;
  by: string | null;
}

const none = { place: null, reason: null, number: null, decisionOn: null, by: null };

function actsOf(person: Person): Act[] {
  const moves = person.moves.map((move) => ({
    ...none,
    on: move.on,
    person,
    act: 'Chuyển chi bộ',
    unit: nameOf(move.from),
    place: nameOf(move.to),
  }));
  const { left } = person;
  if (!left) return moves;
  const { on, act, place, reason, decision } = left;
  const made = {
    number: decision?.number ?? null,
    decisionOn: decision?.on ?? null,
    by: decision?.by ?? null,
  };
  return [...moves, { on, person, act, unit: nameOf(cellOn(person, on)), place, reason, ...made }];
}

const actColumns: HeadColumn[] = [
  { head: 'STT', width: 6 },
  { head: 'Ngày', width: 12 },
  { head: 'Loại biến động', width: 22 },
  { head: 'Họ và tên', width: 26 },
  { head: 'Ngày sinh', width: 12 },
  { head: 'Chi bộ', width: 28 },
  { head: 'Nơi đến', width: 34 },
  { head: 'Lý do', width: 40 },
  { group: 'Quyết định', head: 'Số', width: 12 },
  { group: 'Quyết định', head: 'Ngày', width: 12 },
  { group: 'Quyết định', head: 'Cấp ban hành', width: 36 },
];

export function actSheet(roll: Roll): FreeSheet {
  const acts = roll.people.flatMap(actsOf).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return listSheet({
    name: 'Biến động',
    columns: actColumns,
    titles: ['BIẾN ĐỘNG ĐẢNG VIÊN', `(Từ ngày 28/4/2018 đến ngày ${formatDay(roll.today)})`],
    today: roll.today,
    rows: acts.map(({ on, person, act, unit, place, reason, number, decisionOn, by }, at) => [
      at + 1,
      dayCell(on),
      act,
      person.name,
      dayText(person.bornOn),
      unit,
      place,
      reason,
      number,
      dayText(decisionOn),
      by,
    ]),
    total: `Cộng: ${acts.length} lượt`,
  });
}
