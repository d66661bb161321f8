// Which part of the work a rule belongs to, told by the first word of its id.
import type { Message } from '../../platform/messages.ts';

interface Group {
  id: string;
  label: Message;
  prefixes: readonly string[];
}

/** In the order of the road, then of the roll, then of the organisation. */
export const groups: readonly Group[] = [
  {
    id: 'nomination',
    label: { vi: 'Tạo nguồn, giới thiệu quần chúng ưu tú', en: 'Sourcing and nomination' },
    prefixes: [
      'plan',
      'nomination',
      'nominee',
      'list_review',
      'proposal_review',
      'sympathiser_talk',
      'contact',
      'candidacy',
      'pool',
      'forecast',
    ],
  },
  {
    id: 'standard',
    label: { vi: 'Tiêu chuẩn người vào Đảng', en: 'Standards' },
    prefixes: [
      'age',
      'education',
      'political',
      'population',
      'place',
      'consent',
      'religion',
      'chinese_origin',
      'foreign_spouse',
      'private_owner',
      'separate_rules',
    ],
  },
  {
    id: 'class',
    label: { vi: 'Lớp nhận thức về Đảng', en: 'Awareness class' },
    prefixes: ['certificate', 'class'],
  },
  {
    id: 'help',
    label: { vi: 'Giúp đỡ và giới thiệu vào Đảng', en: 'Helper and introducers' },
    prefixes: ['helper', 'helper_note', 'charge_note', 'assessment', 'introducer', 'introduction'],
  },
  {
    id: 'papers',
    label: { vi: 'Hồ sơ kết nạp', en: 'The dossier' },
    prefixes: ['dossier', 'move', 'record', 'return'],
  },
  { id: 'verification', label: { vi: 'Thẩm tra lý lịch', en: 'Verification' }, prefixes: ['verification'] },
  { id: 'vote', label: { vi: 'Biểu quyết', en: 'Votes' }, prefixes: ['vote', 'cell_vote', 'sub_committee'] },
  {
    id: 'decision',
    label: { vi: 'Quyết định kết nạp', en: 'Decision' },
    prefixes: ['decide', 'decision', 'extension', 'annul'],
  },
  {
    id: 'readmission',
    label: { vi: 'Kết nạp lại', en: 'Readmission' },
    prefixes: ['readmission'],
  },
  {
    id: 'ceremony',
    label: { vi: 'Lễ kết nạp', en: 'Ceremony' },
    prefixes: ['ceremony', 'member_history'],
  },
  {
    id: 'probation',
    label: { vi: 'Đảng viên dự bị và công nhận chính thức', en: 'Probation and recognition' },
    prefixes: ['probation', 'new_member_class', 'self_review', 'recognition', 'recognise'],
  },
  {
    id: 'card',
    label: { vi: 'Thẻ, Huy hiệu và tuổi Đảng', en: 'Card, badge and seniority' },
    prefixes: ['card', 'card_check', 'badge', 'seniority', 'reward'],
  },
  {
    id: 'transfer',
    label: { vi: 'Chuyển sinh hoạt đảng, giữ mối liên hệ nơi cư trú', en: 'Transfer and residence' },
    prefixes: ['transfer', 'residence', 'slip_reconcile', 'roll_reconcile'],
  },
  { id: 'exemption', label: { vi: 'Miễn sinh hoạt đảng', en: 'Exemption' }, prefixes: ['exemption'] },
  {
    id: 'leaving',
    label: { vi: 'Xóa tên, ra khỏi Đảng, từ trần', en: 'Removal, leaving, death' },
    prefixes: ['removal', 'leave', 'death', 'screening'],
  },
  {
    id: 'discipline',
    label: { vi: 'Kỷ luật, khiếu nại', en: 'Discipline and appeals' },
    prefixes: ['discipline', 'appeal'],
  },
  { id: 'dues', label: { vi: 'Đảng phí', en: 'Dues' }, prefixes: ['dues'] },
  { id: 'evaluation', label: { vi: 'Đánh giá, xếp loại', en: 'Evaluation' }, prefixes: ['evaluation'] },
  { id: 'meeting', label: { vi: 'Sinh hoạt chi bộ', en: 'Meetings' }, prefixes: ['meeting'] },
  {
    id: 'organisation',
    label: { vi: 'Tổ chức đảng', en: 'Organisation' },
    prefixes: ['org', 'overview', 'statistics'],
  },
  {
    id: 'transition',
    label: { vi: 'Chuyển tiếp khi quy định thay đổi', en: 'When the rules change' },
    prefixes: ['transition'],
  },
];

export const otherGroup = { id: 'other', label: { vi: 'Quy tắc khác', en: 'Other rules' } };

const byPrefix = new Map(groups.flatMap((group) => group.prefixes.map((prefix) => [prefix, group.id])));

export const groupOf = (parameter: string): string =>
  byPrefix.get(parameter.split('.')[0] ?? '') ?? otherGroup.id;
