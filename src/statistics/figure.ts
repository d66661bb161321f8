// The catalogue of figures: what each counts, on which day, by which text – and of what rows it is made. A new figure is
// a new entry here and, when no view gives its rows yet, a view in a migration; counting, parts, months, records and
// the tree of any day come by themselves.
import type { Message } from '../platform/messages.ts';
import type { PartId } from './part.ts';

export const figureIds = [
  'admission',
  'sourcing',
  'class',
  'introduction',
  'recognition',
  'members',
] as const;
export type FigureId = (typeof figureIds)[number];

/** Columns that every view of figures carries under these names; by them a figure can be broken down. */
export const breakdownIds = [
  'sex',
  'ethnicity',
  'youth_union',
  'education',
  'profession',
  'occupation',
] as const;
export type BreakdownId = (typeof breakdownIds)[number];

export interface Figure {
  id: FigureId;
  label: Message;
  /** short, for a column or a tab */
  short: Message;
  /** what is counted, once for whom, on which day and for which unit */
  definition: Message;
  /** the text by which it is counted */
  basis: Message;
  /** whose figure it is: of party organisations, or of mass organisations */
  of: 'party' | 'mass';
  /** flow: what happened from … to …; stock: what stands on a day */
  nature: 'flow' | 'stock';
  /** whether committees set targets of it */
  target: boolean;
  /** a view: record_id, person_id, unit_id, on_day (flow) or from_on and to_on (stock), and the breakdown columns */
  view: string;
  /** what one record is, for whoever opens the number */
  record: 'person' | 'dossier';
  /** breakdowns are as held on the day of the event, and frozen; else as known now */
  frozen: boolean;
  parts: readonly PartId[];
  breakdowns: readonly BreakdownId[];
}

const personal = [
  'women',
  'youth_union',
  'youth',
  'minority',
  'religious',
  'worker',
  'farmer',
  'student',
  'degree',
] as const satisfies PartId[];
const places = ['village', 'private_enterprise', 'military'] as const satisfies PartId[];
const road: Pick<Figure, 'of' | 'nature' | 'target' | 'record' | 'frozen' | 'parts' | 'breakdowns'> = {
  of: 'party',
  nature: 'flow',
  target: true,
  record: 'dossier',
  frozen: false,
  parts: [...personal, ...places],
  breakdowns: breakdownIds,
};

export const figures: readonly Figure[] = [
  {
    ...road,
    id: 'admission',
    label: { vi: 'Kết nạp đảng viên', en: 'Admissions' },
    short: { vi: 'Kết nạp', en: 'Admitted' },
    definition: {
      vi: 'Số người được kết nạp, tính vào ngày tổ chức lễ kết nạp, ghi cho chi bộ nơi kết nạp. Kết nạp lại cũng là một lần kết nạp; quyết định bị hủy vẫn được tính và được nêu riêng ở phần chất lượng. Thành phần theo thông tin tại ngày kết nạp.',
      en: 'Persons admitted, on the day of the ceremony, in the cell of that day. A readmission counts as an admission; an annulled one is counted and told apart under quality. Composition as held on the day of admission.',
    },
    basis: {
      vi: 'Điều lệ Đảng, Điều 4, Điều 5: thời gian dự bị tính từ ngày tổ chức lễ kết nạp',
      en: 'Party Charter, Articles 4 and 5: probation runs from the ceremony',
    },
    view: 'stat_admission',
    record: 'person',
    frozen: true,
  },
  {
    ...road,
    id: 'sourcing',
    label: { vi: 'Tạo nguồn kết nạp', en: 'Sourcing' },
    short: { vi: 'Tạo nguồn', en: 'Sourced' },
    definition: {
      vi: 'Số quần chúng được chi bộ đưa vào danh sách cảm tình Đảng, tính một lần vào ngày nghị quyết đầu tiên, ghi cho chi bộ theo dõi hôm đó.',
      en: 'Persons put on the list of sympathisers, each case once, on the day of the first resolution, in the cell of that day.',
    },
    basis: {
      vi: 'Kế hoạch tạo nguồn của cấp ủy; bước đưa vào danh sách cảm tình Đảng',
      en: 'The committee’s plan of sourcing; the step that puts a person on the list of sympathisers',
    },
    view: 'stat_sourcing',
  },
  {
    ...road,
    id: 'class',
    label: { vi: 'Bồi dưỡng nhận thức về Đảng', en: 'Awareness class' },
    short: { vi: 'Bồi dưỡng nhận thức', en: 'Class' },
    definition: {
      vi: 'Số quần chúng được cấp giấy chứng nhận bồi dưỡng nhận thức về Đảng, tính một lần vào ngày của giấy đầu tiên, ghi cho chi bộ theo dõi hôm đó.',
      en: 'Persons who got the certificate of the awareness class, each case once, on the day of the first one, in the cell of that day.',
    },
    basis: {
      vi: 'Quy định thi hành Điều lệ Đảng: người vào Đảng phải có giấy chứng nhận đã học lớp bồi dưỡng nhận thức về Đảng',
      en: 'Regulation on the Charter: whoever joins must hold the certificate of the awareness class',
    },
    view: 'stat_class',
  },
  {
    ...road,
    id: 'introduction',
    label: { vi: 'Giới thiệu quần chúng ưu tú', en: 'Introductions by mass organisations' },
    short: { vi: 'Giới thiệu', en: 'Introduced' },
    definition: {
      vi: 'Số quần chúng được Mặt trận, đoàn thể giới thiệu, mỗi người tính một lần cho mỗi tổ chức, vào ngày giới thiệu đầu tiên.',
      en: 'Persons introduced by mass organisations, each once for each organisation, on the day of its first introduction.',
    },
    basis: {
      vi: 'Chỉ tiêu giới thiệu quần chúng ưu tú giao cho Mặt trận và các đoàn thể',
      en: 'Targets of introduction assigned to the Front and the mass organisations',
    },
    of: 'mass',
    view: 'stat_introduction',
    parts: personal,
  },
  {
    ...road,
    id: 'recognition',
    label: { vi: 'Công nhận đảng viên chính thức', en: 'Recognitions' },
    short: { vi: 'Công nhận chính thức', en: 'Recognised' },
    definition: {
      vi: 'Số đảng viên dự bị được công nhận chính thức, tính vào ngày công nhận có hiệu lực, ghi cho chi bộ nơi người ấy sinh hoạt hôm đó.',
      en: 'Probationary members recognised as official, on the day from which it holds, in the cell of that day.',
    },
    basis: {
      vi: 'Điều lệ Đảng, Điều 5: công nhận chính thức sau mười hai tháng dự bị',
      en: 'Party Charter, Article 5: recognition after twelve months of probation',
    },
    view: 'stat_recognition',
    record: 'person',
  },
  {
    ...road,
    id: 'members',
    label: { vi: 'Đảng viên', en: 'Members' },
    short: { vi: 'Đảng viên', en: 'Members' },
    definition: {
      vi: 'Số đảng viên chính thức và dự bị có tên trong danh sách của chi bộ vào cuối ngày; người sinh hoạt tạm thời tính ở nơi giới thiệu đi.',
      en: 'Official and probationary members on the roll at the end of the day; whoever takes part elsewhere for a time counts at home.',
    },
    basis: {
      vi: 'Danh sách đảng viên của chi bộ theo chế độ thống kê đảng viên',
      en: 'The roll of the cell, as member statistics have it',
    },
    nature: 'stock',
    target: false,
    view: 'stat_member',
    record: 'person',
  },
];

const known = new Map(figures.map((figure) => [figure.id, figure]));
export const isFigure = (id: string): id is FigureId => known.has(id as FigureId);
export const findFigure = (id: string): Figure | undefined => known.get(id as FigureId);
export function getFigure(id: FigureId): Figure {
  return known.get(id) as Figure;
}
/** Those of which committees set targets, in the order in which they are shown. */
export const targetFigures: readonly Figure[] = figures.filter(({ target }) => target);
