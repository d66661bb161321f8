// Two lists in one layout: who is on the way, and who came by it in the last years. What stands in both stands under one
// heading; the importer knows it by the words.
import { type Day, formatDay } from '../../src/platform/day.ts';
import type { FreeSheet, OutCell } from '../../src/workbook/write-xlsx.ts';
import type { Candidate } from './candidates.ts';
import { dayText, type HeadColumn, listSheet, mark } from './grid.ts';
import { daysBefore } from './past.ts';
import type { Person } from './person.ts';
import { nameOf } from './setting.ts';

interface Column extends HeadColumn {
  key: string;
  /** on the list of those who came by it: too, or there alone */
  past?: 'too' | 'alone';
}

// Headings as the ward has them → key of the importer; the generator writes what stands behind the key.
const all: Column[] = [
  { key: '#', head: 'STT', width: 6, past: 'too' },
  { key: 'name', head: 'Họ và tên', width: 26, past: 'too' },
  { key: 'sex', head: 'Giới tính', width: 8, past: 'too' },
  { key: 'bornOn', head: 'Ngày sinh', width: 12, past: 'too' },
  { key: 'unit', head: 'Chi bộ', width: 28, past: 'too' },
  { key: 'source', head: 'Đối tượng', width: 28 },
  { key: 'schooling', head: 'Văn hóa', width: 8 },
  { key: 'profession', head: 'Chuyên môn', width: 14 },
  { key: 'occupation', head: 'Nghề nghiệp', width: 18 },
  { key: 'youthUnion', head: 'Đoàn viên', width: 8 },
  { key: 'nominatedBy', group: 'Giới thiệu', head: 'Đơn vị giới thiệu', width: 24 },
  { key: 'nominatedOn', group: 'Giới thiệu', head: 'Ngày giới thiệu', width: 12, past: 'too' },
  { key: 'toldOn', group: 'Thông báo cho quần chúng', head: 'Ngày thông báo và được đồng ý', width: 14 },
  { key: 'toldBy', group: 'Thông báo cho quần chúng', head: 'Người thông báo', width: 16 },
  { key: 'listedOn', head: 'Ngày công nhận cảm tình', width: 12, past: 'too' },
  { key: 'classOn', group: 'Lớp nhận thức về Đảng', head: 'Ngày học', width: 10 },
  { key: 'classPlace', group: 'Lớp nhận thức về Đảng', head: 'Nơi học', width: 26 },
  { key: 'certificateNumber', group: 'Lớp nhận thức về Đảng', head: 'Số GCN', width: 12 },
  { key: 'certificateOn', group: 'Lớp nhận thức về Đảng', head: 'Ngày cấp GCN', width: 12, past: 'too' },
  { key: 'helper', group: 'Đảng viên giúp đỡ', head: 'Đảng viên giúp đỡ', width: 26 },
  { key: 'helperOn', group: 'Đảng viên giúp đỡ', head: 'Ngày phân công', width: 12, past: 'too' },
  { key: 'helperSince', group: 'Đảng viên giúp đỡ', head: 'Cùng công tác, cư trú từ', width: 12 },
  { key: 'permittedOn', head: 'Ngày cho phép lập hồ sơ', width: 12, past: 'too' },
  { key: 'dossierOn', head: 'Ngày lập hồ sơ', width: 12, past: 'too' },
  { key: 'application', head: 'Đơn xin vào Đảng', width: 8, past: 'too' },
  { key: 'historyPaper', head: 'Lý lịch người xin vào Đảng', width: 8, past: 'too' },
  { key: 'introduction', head: 'Giấy giới thiệu của đảng viên', width: 8 },
  { key: 'unionResolution', head: 'Nghị quyết giới thiệu của đoàn thể', width: 8 },
  { key: 'opinions', head: 'Tổng hợp ý kiến nhận xét', width: 8 },
  { key: 'papersMissing', head: 'Giấy tờ còn thiếu', width: 24 },
  { key: 'verificationPlaces', head: 'Số nơi thẩm tra', width: 8 },
  { key: 'verificationSentOn', head: 'Ngày gửi thẩm tra', width: 12, past: 'too' },
  { key: 'verificationRepliedOn', head: 'Ngày có kết quả thẩm tra', width: 12, past: 'too' },
  { key: 'cellVoteOn', head: 'Chi bộ họp xét', width: 12, past: 'too' },
  { key: 'cellVote', head: 'Chi bộ: số phiếu tán thành', width: 10 },
  { key: 'baseVoteOn', head: 'Đảng ủy họp xét', width: 12, past: 'too' },
  { key: 'baseVote', head: 'Đảng ủy: số phiếu tán thành', width: 10 },
  { key: 'decisionNumber', group: 'Quyết định kết nạp', head: 'Số', width: 13, past: 'too' },
  { key: 'decisionOn', group: 'Quyết định kết nạp', head: 'Ngày', width: 12, past: 'too' },
  { key: 'decisionBy', head: 'Cấp quyết định', width: 30 },
  { key: 'decisionReceivedOn', head: 'Ngày nhận quyết định', width: 12 },
  { key: 'admittedOn', head: 'Ngày lễ kết nạp', width: 12, past: 'too' },
  { key: 'officialOn', head: 'Ngày chính thức', width: 12, past: 'alone' },
  { key: 'card', head: 'Số thẻ đảng viên', width: 12, past: 'alone' },
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
  { key: 'identity', head: 'Số CCCD', width: 15, past: 'too' },
  { key: 'phone', head: 'Điện thoại', width: 14 },
];

const candidateColumns = all.filter(({ past }) => past !== 'alone');
const pastColumns = grouped(all.filter(({ past }) => past !== undefined));

/** A group of one is no group. */
function grouped(columns: readonly Column[]): Column[] {
  const alone = (group: string | undefined) => columns.filter((one) => one.group === group).length === 1;
  return columns.map(({ group, ...column }) =>
    group === undefined || alone(group) ? column : { ...column, group },
  );
}

type Who = Pick<Person, 'name' | 'sex' | 'bornOn' | 'cellId'>;

const cellsOf = ({ name, sex, bornOn, cellId }: Who): Record<string, OutCell> => ({
  name,
  sex: sex === 'M' ? 'Nam' : 'Nữ',
  bornOn: dayText(bornOn),
  unit: nameOf(cellId),
});

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
  const own = cellsOf(candidate);
  if (key in own) return own[key] ?? null;
  return key.endsWith('Vote') ? voteText(candidate, key) : factCell(candidate, key);
}

export const candidateSheet = (candidates: Candidate[], today: Day): FreeSheet =>
  listSheet({
    name: 'Quần chúng',
    columns: candidateColumns,
    titles: ['THEO DÕI QUẦN CHÚNG ƯU TÚ VÀ NGƯỜI VÀO ĐẢNG', `(Đến ngày ${formatDay(today)})`],
    today,
    rows: candidates.map((candidate, at) =>
      candidateColumns.map(({ key }) => candidateCell(candidate, key, at + 1)),
    ),
  });

function pastCell(person: Person, days: Record<string, Day>, key: string): OutCell {
  if (key in days) return dayText(days[key]);
  const known: Record<string, OutCell> = {
    ...cellsOf(person),
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

function pastRow(person: Person, number: number, seed: number): OutCell[] {
  const days = daysBefore(person, seed);
  return pastColumns.map(({ key }) => (key === '#' ? number : pastCell(person, days, key)));
}

export const pastSheet = (people: readonly Person[], today: Day, seed: number): FreeSheet =>
  listSheet({
    name: 'Quần chúng đã kết nạp',
    columns: pastColumns,
    titles: [
      'THEO DÕI QUẦN CHÚNG ƯU TÚ ĐÃ ĐƯỢC KẾT NẠP, CÔNG NHẬN CHÍNH THỨC',
      `(Đến ngày ${formatDay(today)})`,
    ],
    today,
    rows: people.map((person, at) => pastRow(person, at + 1, seed)),
  });
