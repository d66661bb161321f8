// By what figures can be broken down: where the words of the values stand, in which order they are shown, and whether a
// value speaks of a person (small counts of such are protected when a table leaves the house).
import type { Message } from '../../platform/messages.ts';

export const dimensionIds = [
  'kind',
  'sex',
  'age',
  'ethnicity',
  'youth_union',
  'education',
  'profession',
  'political_theory',
  'occupation',
  'cell_type',
  'sector',
  'unit_kind',
  'term',
  'reason',
  'stage',
  'outcome',
  'months',
  'purpose',
  'state',
  'attendance',
] as const;
export type DimensionId = (typeof dimensionIds)[number];

export interface Value {
  code: string;
  label: Message;
}

export interface Dimension {
  id: DimensionId;
  label: Message;
  /** list of regulations/catalogues.yaml, or kinds and stages of the regulations */
  from?: string;
  values?: readonly Value[];
  /** tells something of a person */
  personal: boolean;
}

const value = (code: string, label: Message): Value => ({ code, label });
type More = Omit<Dimension, 'id' | 'label' | 'personal'> & { personal?: boolean };
const dimension = (id: DimensionId, label: Message, more: More): Dimension => ({
  id,
  label,
  personal: true,
  ...more,
});

/** Whole years; the last band has no end. */
export const ageBands = [
  { code: '0-17', from: 0 },
  { code: '18-30', from: 18 },
  { code: '31-40', from: 31 },
  { code: '41-50', from: 41 },
  { code: '51-60', from: 51 },
  { code: '61+', from: 61 },
] as const;

export const bandOf = (age: number): string => ageBands.findLast(({ from }) => age >= from)?.code ?? '0-17';

export const terms: readonly Value[] = [
  value('admitted', { vi: 'Kết nạp', en: 'Admitted' }),
  value('moved_in', { vi: 'Chuyển đến', en: 'Moved in' }),
  value('restored', { vi: 'Phục hồi', en: 'Restored' }),
  value('found', { vi: 'Vào danh sách chưa rõ lý do', en: 'On the roll, not known how' }),
  value('moved_out', { vi: 'Chuyển đi', en: 'Moved out' }),
  value('died', { vi: 'Từ trần', en: 'Died' }),
  value('expelled', { vi: 'Khai trừ', en: 'Expelled' }),
  value('removed', { vi: 'Xóa tên', en: 'Removed' }),
  value('left', { vi: 'Xin ra khỏi Đảng', en: 'Left' }),
  value('annulled', { vi: 'Hủy quyết định kết nạp', en: 'Annulled' }),
];
export const increases: readonly string[] = ['admitted', 'moved_in', 'restored', 'found'];

/** Where the cells of each type belong: the ownership of a workplace is told by the cell (S1-31). */
export const sectorOf: Readonly<Record<string, string>> = {
  THON: 'residential',
  TDP: 'residential',
  CQ: 'offices',
  TRUONG: 'public_service',
  YTE: 'public_service',
  CA: 'forces',
  QS: 'forces',
  DN: 'state',
  DNNN: 'non_state',
  HTX: 'collective',
  GHEP: 'combined',
};

/** Every type of cell in this sector; of none where it is not known. */
export const typesIn = (sector: string): string[] =>
  Object.keys(sectorOf).filter((type) => sectorOf[type] === sector);

export const dimensions: readonly Dimension[] = [
  dimension(
    'kind',
    { vi: 'Chính thức, dự bị', en: 'Official or probationary' },
    {
      personal: false,
      values: [
        value('official', { vi: 'Chính thức', en: 'Official' }),
        value('probationary', { vi: 'Dự bị', en: 'Probationary' }),
      ],
    },
  ),
  dimension('sex', { vi: 'Giới tính', en: 'Sex' }, { from: 'gender' }),
  dimension(
    'age',
    { vi: 'Tuổi', en: 'Age' },
    {
      values: [
        value('0-17', { vi: 'Dưới 18 tuổi', en: 'Below 18' }),
        value('18-30', { vi: 'Từ 18 đến 30 tuổi', en: '18 to 30' }),
        value('31-40', { vi: 'Từ 31 đến 40 tuổi', en: '31 to 40' }),
        value('41-50', { vi: 'Từ 41 đến 50 tuổi', en: '41 to 50' }),
        value('51-60', { vi: 'Từ 51 đến 60 tuổi', en: '51 to 60' }),
        value('61+', { vi: 'Từ 61 tuổi trở lên', en: '61 and above' }),
      ],
    },
  ),
  dimension('ethnicity', { vi: 'Dân tộc', en: 'Ethnic group' }, { from: 'ethnic_group' }),
  dimension(
    'youth_union',
    { vi: 'Đoàn viên', en: 'Youth Union' },
    {
      values: [
        value('true', { vi: 'Là đoàn viên', en: 'Member' }),
        value('false', { vi: 'Không là đoàn viên', en: 'No member' }),
      ],
    },
  ),
  dimension(
    'education',
    { vi: 'Giáo dục phổ thông', en: 'General education' },
    { from: 'education_general' },
  ),
  dimension(
    'profession',
    { vi: 'Trình độ chuyên môn', en: 'Professional education' },
    {
      from: 'education_professional',
    },
  ),
  dimension(
    'political_theory',
    { vi: 'Lý luận chính trị', en: 'Political theory' },
    { from: 'political_theory' },
  ),
  dimension('occupation', { vi: 'Nghề nghiệp', en: 'Occupation' }, { from: 'occupation_member' }),
  dimension(
    'cell_type',
    { vi: 'Loại hình chi bộ', en: 'Type of cell' },
    { from: 'cell_type', personal: false },
  ),
  dimension(
    'sector',
    { vi: 'Khu vực (theo loại hình chi bộ)', en: 'Sector (by type of cell)' },
    {
      personal: false,
      values: [
        value('residential', { vi: 'Địa bàn dân cư', en: 'Villages and street blocks' }),
        value('offices', { vi: 'Cơ quan', en: 'Offices' }),
        value('public_service', { vi: 'Đơn vị sự nghiệp (trường học, y tế)', en: 'Schools and health' }),
        value('forces', { vi: 'Quân sự, công an', en: 'Military and police' }),
        value('state', { vi: 'Doanh nghiệp nhà nước', en: 'State enterprises' }),
        value('non_state', { vi: 'Doanh nghiệp ngoài khu vực nhà nước', en: 'Non-state enterprises' }),
        value('collective', { vi: 'Hợp tác xã', en: 'Cooperatives' }),
        value('combined', { vi: 'Sinh hoạt ghép', en: 'Combined' }),
      ],
    },
  ),
  dimension(
    'unit_kind',
    { vi: 'Loại tổ chức đảng', en: 'Kind of organisation' },
    {
      from: 'unit_kinds',
      personal: false,
    },
  ),
  dimension('term', { vi: 'Tăng, giảm', en: 'Increase and decrease' }, { values: terms, personal: false }),
  dimension('reason', { vi: 'Lý do xóa tên', en: 'Reason of removal' }, { from: 'removal_reason' }),
  dimension('stage', { vi: 'Giai đoạn', en: 'Stage' }, { from: 'stages', personal: false }),
  dimension(
    'outcome',
    { vi: 'Kết quả xét', en: 'Outcome' },
    {
      personal: false,
      values: [
        value('in_time', { vi: 'Công nhận đúng hạn', en: 'Recognised in time' }),
        value('late', { vi: 'Công nhận chậm', en: 'Recognised late' }),
        value('pending', { vi: 'Đến hạn, chưa công nhận', en: 'Due, not yet recognised' }),
        value('not_recognised', { vi: 'Không được công nhận', en: 'Not recognised' }),
      ],
    },
  ),
  dimension('months', { vi: 'Số tháng', en: 'Months' }, { personal: false }),
  dimension(
    'purpose',
    { vi: 'Nội dung thẩm tra', en: 'Purpose' },
    {
      personal: false,
      values: [
        value('history', { vi: 'Thẩm tra lý lịch', en: 'Personal history' }),
        value('police', { vi: 'Công an sưu tra', en: 'Police check' }),
      ],
    },
  ),
  dimension(
    'state',
    { vi: 'Tình trạng trả lời', en: 'State of the answer' },
    {
      personal: false,
      values: [
        value('sent', { vi: 'Chưa có trả lời', en: 'No answer yet' }),
        value('needs_more', { vi: 'Cần làm rõ thêm', en: 'Needs more' }),
        value('confirmed', { vi: 'Đã xác nhận', en: 'Confirmed' }),
      ],
    },
  ),
  dimension(
    'attendance',
    { vi: 'Học đến đâu', en: 'How far with the class' },
    {
      personal: false,
      values: [
        value('certified', { vi: 'Đã có giấy chứng nhận', en: 'Certified' }),
        value('attended', { vi: 'Đã dự học, chưa có giấy chứng nhận', en: 'Attended, not certified' }),
        value('not_yet', { vi: 'Chưa dự buổi nào', en: 'Came to no session yet' }),
        value('left', { vi: 'Thôi học', en: 'Left the class' }),
      ],
    },
  ),
];

const known = new Map(dimensions.map((one) => [one.id, one]));
export const getDimension = (id: DimensionId): Dimension => known.get(id) as Dimension;
export const isDimension = (id: string): id is DimensionId => known.has(id as DimensionId);
