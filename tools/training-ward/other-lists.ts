// The ward's other workbooks: its organisation, offices, candidates, targets and dated acts.
import { formatDay } from '../../src/platform/day.ts';
import type { Day } from '../../src/platform/day.ts';
import type { FreeSheet, OutCell } from '../../src/workbook/write-xlsx.ts';
import type { Candidate } from './candidates.ts';
import {
  dayCell,
  dayText,
  heading,
  letterhead,
  line,
  mark,
  newGrid,
  signatures,
  toSheet,
  wide,
} from './grid.ts';
import type { HeadColumn } from './grid.ts';
import type { Office } from './offices.ts';
import { cellOn, isOn } from './person.ts';
import type { Person } from './person.ts';
import type { Roll } from './roll.ts';
import { cells, committee, organisations } from './setting.ts';
import type { CellTarget, YearTarget } from './targets.ts';

const head = ['ĐẢNG BỘ PHƯỜNG KINH BẮC', 'DỮ LIỆU MÔ PHỎNG'];
const nameOf = (id: string): string => cells.find((cell) => cell.id === id)!.name;

export function unitSheet(roll: Roll): FreeSheet {
  const grid = newGrid([
    { head: 'TT', width: 5 },
    { head: 'Tên tổ chức đảng, đoàn thể', width: 42 },
    { head: 'Loại tổ chức', width: 24 },
    { head: 'Loại hình', width: 30 },
    { head: 'Trực thuộc', width: 30 },
    { head: 'Mã', width: 10 },
    { head: 'Ngày thành lập', width: 14 },
    { head: 'Số đảng viên', width: 10 },
  ]);
  letterhead(grid, head, ['DANH SÁCH TỔ CHỨC ĐẢNG TRỰC THUỘC', `(Đến ngày ${formatDay(roll.today)})`]);
  heading(grid);
  const count = (id: string) =>
    roll.people.filter((p) => isOn(p, roll.today) && cellOn(p, roll.today) === id).length;
  cells.forEach((cell, at) =>
    line(grid, [
      at + 1,
      cell.name,
      'Chi bộ trực thuộc',
      cell.typeName,
      committee.name,
      `KB-${String(at + 1).padStart(2, '0')}`,
      dayText(cell.foundedOn),
      count(cell.id),
    ]),
  );
  organisations.forEach((unit, at) =>
    line(grid, [cells.length + at + 1, unit.name, unit.kind, null, committee.name, null, null, null]),
  );
  line(
    grid,
    ['Tổng số', null, null, null, null, null, null, roll.people.filter((p) => isOn(p, roll.today)).length],
    true,
  );
  signatures(grid, roll.today);
  return toSheet(grid, 'Tổ chức');
}

export function officeSheet(offices: Office[], today: Day): FreeSheet {
  const grid = newGrid([
    { head: 'STT', width: 6 },
    { head: 'Họ và tên', width: 26 },
    { head: 'Ngày sinh', width: 12 },
    { head: 'Chức danh', width: 44 },
    { head: 'Đơn vị', width: 40 },
    { head: 'Phụ trách chi bộ', width: 44 },
    { head: 'Từ ngày', width: 12 },
    { head: 'Số quyết định', width: 14 },
  ]);
  letterhead(grid, head, ['DANH SÁCH CẤP ỦY, CHỨC DANH VÀ PHÂN CÔNG PHỤ TRÁCH CHI BỘ']);
  heading(grid);
  offices.forEach(({ person, title, unit, namedUnits, fromOn, decisionNumber }, at) =>
    line(grid, [
      at + 1,
      person.name,
      dayText(person.bornOn),
      title,
      unit,
      namedUnits.join('; ') || null,
      dayText(fromOn),
      decisionNumber,
    ]),
  );
  signatures(grid, today);
  return toSheet(grid, 'Chức danh');
}

// Headings as the ward has them → key of the importer; the generator writes what stands behind the key.
const candidateColumns: (HeadColumn & { key: string })[] = [
  { key: '#', head: 'STT', width: 6 },
  { key: 'name', head: 'Họ và tên', width: 26 },
  { key: 'sex', head: 'Giới tính', width: 8 },
  { key: 'bornOn', head: 'Ngày sinh', width: 12 },
  { key: 'unit', head: 'Chi bộ', width: 28 },
  { key: 'source', head: 'Đối tượng', width: 28 },
  { key: 'schooling', head: 'Văn hóa', width: 8 },
  { key: 'profession', head: 'Chuyên môn', width: 14 },
  { key: 'occupation', head: 'Nghề nghiệp', width: 18 },
  { key: 'youthUnion', head: 'Đoàn viên', width: 8 },
  { key: 'nominatedBy', group: 'Giới thiệu', head: 'Đơn vị giới thiệu', width: 24 },
  { key: 'nominatedOn', group: 'Giới thiệu', head: 'Ngày giới thiệu', width: 12 },
  { key: 'toldOn', group: 'Thông báo cho quần chúng', head: 'Ngày thông báo và được đồng ý', width: 14 },
  { key: 'toldBy', group: 'Thông báo cho quần chúng', head: 'Người thông báo', width: 16 },
  { key: 'listedOn', head: 'Ngày công nhận cảm tình', width: 12 },
  { key: 'classOn', group: 'Lớp nhận thức về Đảng', head: 'Ngày học', width: 10 },
  { key: 'classPlace', group: 'Lớp nhận thức về Đảng', head: 'Nơi học', width: 26 },
  { key: 'certificateNumber', group: 'Lớp nhận thức về Đảng', head: 'Số GCN', width: 12 },
  { key: 'certificateOn', group: 'Lớp nhận thức về Đảng', head: 'Ngày cấp GCN', width: 12 },
  { key: 'helper', group: 'Đảng viên giúp đỡ', head: 'Đảng viên giúp đỡ', width: 26 },
  { key: 'helperOn', group: 'Đảng viên giúp đỡ', head: 'Ngày phân công', width: 12 },
  { key: 'helperSince', group: 'Đảng viên giúp đỡ', head: 'Cùng công tác, cư trú từ', width: 12 },
  { key: 'permittedOn', head: 'Ngày cho phép lập hồ sơ', width: 12 },
  { key: 'dossierOn', head: 'Ngày lập hồ sơ', width: 12 },
  { key: 'application', head: 'Đơn xin vào Đảng', width: 8 },
  { key: 'historyPaper', head: 'Lý lịch người xin vào Đảng', width: 8 },
  { key: 'introduction', head: 'Giấy giới thiệu của đảng viên', width: 8 },
  { key: 'unionResolution', head: 'Nghị quyết giới thiệu của đoàn thể', width: 8 },
  { key: 'opinions', head: 'Tổng hợp ý kiến nhận xét', width: 8 },
  { key: 'papersMissing', head: 'Giấy tờ còn thiếu', width: 24 },
  { key: 'verificationPlaces', head: 'Số nơi thẩm tra', width: 8 },
  { key: 'verificationSentOn', head: 'Ngày gửi thẩm tra', width: 12 },
  { key: 'verificationRepliedOn', head: 'Ngày có kết quả thẩm tra', width: 12 },
  { key: 'cellVoteOn', head: 'Chi bộ họp xét', width: 12 },
  { key: 'cellVote', head: 'Chi bộ: số phiếu tán thành', width: 10 },
  { key: 'baseVoteOn', head: 'Đảng ủy họp xét', width: 12 },
  { key: 'baseVote', head: 'Đảng ủy: số phiếu tán thành', width: 10 },
  { key: 'decisionNumber', group: 'Quyết định kết nạp', head: 'Số', width: 13 },
  { key: 'decisionOn', group: 'Quyết định kết nạp', head: 'Ngày', width: 12 },
  { key: 'decisionBy', head: 'Cấp quyết định', width: 30 },
  { key: 'decisionReceivedOn', head: 'Ngày nhận quyết định', width: 12 },
  { key: 'admittedOn', head: 'Ngày lễ kết nạp', width: 12 },
  { key: 'newClassOn', head: 'Lớp đảng viên mới', width: 12 },
  { key: 'newClassNumber', head: 'Số GCN đảng viên mới', width: 12 },
  { key: 'selfReviewOn', head: 'Bản tự kiểm điểm', width: 12 },
  { key: 'helperNoteOn', head: 'Nhận xét của người giúp đỡ', width: 12 },
  { key: 'recognitionCellVoteOn', head: 'Chi bộ xét chính thức', width: 12 },
  { key: 'recognitionCellVote', head: 'Công nhận, chi bộ: số phiếu tán thành', width: 10 },
  { key: 'recognitionBaseVoteOn', head: 'Đảng ủy xét chính thức', width: 12 },
  { key: 'recognitionBaseVote', head: 'Công nhận, đảng ủy: số phiếu tán thành', width: 10 },
  { key: 'closedOn', head: 'Ngày đưa ra khỏi nguồn', width: 12 },
  { key: 'closedWhy', head: 'Lý do đưa ra khỏi nguồn', width: 20 },
  { key: 'residence', head: 'Nơi cư trú', width: 36 },
  { key: 'nativePlace', head: 'Quê quán', width: 40 },
  { key: 'ethnicity', head: 'Dân tộc', width: 8 },
  { key: 'identity', head: 'Số CCCD', width: 15 },
  { key: 'phone', head: 'Điện thoại', width: 14 },
];

/** Votes stand in one cell as “18/20”. */
function voteText(candidate: Candidate, key: string): string | null {
  const [yes, base] = [candidate.facts[`${key}Yes`], candidate.facts[`${key}Base`]];
  return yes === undefined ? null : `${String(yes)}/${String(base)}`;
}

function factCell(candidate: Candidate, key: string): OutCell {
  const value = candidate.facts[key];
  if (typeof value === 'boolean') return mark(value);
  if (typeof value === 'string' && /^\d{4}-\d{2}(-\d{2})?$/.test(value)) return dayText(value);
  return value ?? null;
}

function candidateCell(candidate: Candidate, key: string, number: number): OutCell {
  if (key === '#') return number;
  if (key === 'name') return candidate.name;
  if (key === 'sex') return candidate.sex === 'M' ? 'Nam' : 'Nữ';
  if (key === 'bornOn') return dayText(candidate.bornOn);
  if (key === 'unit') return nameOf(candidate.cellId);
  return key.endsWith('Vote') ? voteText(candidate, key) : factCell(candidate, key);
}

export function candidateSheet(candidates: Candidate[], today: Day): FreeSheet {
  const grid = newGrid(candidateColumns);
  letterhead(grid, head, ['THEO DÕI QUẦN CHÚNG ƯU TÚ VÀ NGƯỜI VÀO ĐẢNG', `(Đến ngày ${formatDay(today)})`]);
  heading(grid);
  candidates.forEach((candidate, at) =>
    line(
      grid,
      candidateColumns.map(({ key }) => candidateCell(candidate, key, at + 1)),
    ),
  );
  signatures(grid, today);
  return toSheet(grid, 'Quần chúng');
}

export function targetSheets(ward: YearTarget[], perCell: CellTarget[][], today: Day): FreeSheet[] {
  const grid = newGrid([
    { head: 'STT', width: 6 },
    { head: 'Đơn vị', width: 34 },
    { head: 'Năm', width: 8 },
    { head: 'Chỉ tiêu kết nạp', width: 12 },
    { head: 'Phấn đấu', width: 10 },
    { head: 'Tạo nguồn', width: 10 },
    { head: 'Đã kết nạp', width: 10 },
  ]);
  letterhead(grid, head, ['CHỈ TIÊU VÀ KẾT QUẢ KẾT NẠP ĐẢNG VIÊN CỦA ĐẢNG BỘ PHƯỜNG']);
  heading(grid);
  ward.forEach((row, at) =>
    line(grid, [at + 1, committee.name, row.year, row.target, row.aim, row.sourcing, row.result]),
  );
  signatures(grid, today);
  return [toSheet(grid, 'Toàn đảng bộ'), ...perCell.map((rows) => cellTargetSheet(rows, today))];
}

function cellTargetSheet(rows: CellTarget[], today: Day): FreeSheet {
  const year = rows[0]!.year;
  const grid = newGrid([
    { head: 'TT', width: 5 },
    { head: 'Chi bộ', width: 34 },
    { head: 'Chỉ tiêu kết nạp', width: 12 },
    { head: 'Đăng ký phấn đấu', width: 12 },
    { head: 'Tạo nguồn', width: 10 },
    { head: 'Kết quả', width: 10 },
  ]);
  letterhead(grid, head, [`GIAO CHỈ TIÊU TẠO NGUỒN VÀ KẾT NẠP ĐẢNG VIÊN NĂM ${year}`]);
  heading(grid);
  rows.forEach((row, at) =>
    line(grid, [at + 1, nameOf(row.cellId), row.target, row.aim, row.sourcing, row.result]),
  );
  const sum = (key: 'target' | 'aim' | 'sourcing' | 'result') =>
    rows.reduce((total, row) => total + row[key], 0);
  line(grid, ['Cộng', null, sum('target'), sum('aim'), sum('sourcing'), sum('result')], true);
  signatures(grid, today);
  return toSheet(grid, `Năm ${year}`);
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

export function actSheet(roll: Roll): FreeSheet {
  const grid = newGrid([
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
  ]);
  letterhead(grid, head, ['BIẾN ĐỘNG ĐẢNG VIÊN', `(Từ ngày 28/4/2018 đến ngày ${formatDay(roll.today)})`]);
  heading(grid);
  const acts = roll.people.flatMap(actsOf).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  acts.forEach(({ on, person, act, unit, place, reason, number, decisionOn, by }, at) =>
    line(grid, [
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
  );
  wide(grid, `Cộng: ${acts.length} lượt`);
  signatures(grid, roll.today);
  return toSheet(grid, 'Biến động');
}
