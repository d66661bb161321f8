// The catalogue of figures: candidates on their road, and organisations.
import type { Entry } from './entry.ts';
import { allOf } from './entries.ts';

const road = {
  vi: 'Quy định thi hành Điều lệ Đảng về thủ tục kết nạp người vào Đảng',
  en: 'Regulation on the Charter: procedure of admission',
};

export const candidateEntries: readonly Entry[] = [
  {
    id: 'candidates',
    group: 'candidates',
    label: { vi: 'Nguồn kết nạp theo giai đoạn', en: 'Candidates by stage' },
    definition: {
      vi: 'Số quần chúng đang được theo dõi mà chưa kết nạp vào cuối ngày, theo giai đoạn đã vào, ghi cho chi bộ theo dõi khi vào giai đoạn ấy.',
      en: 'Candidates not yet admitted at the end of the day, by the stage they had entered, in the cell that had the case then.',
    },
    basis: road,
    form: null,
    source: 'stage',
    by: allOf('stage'),
  },
  {
    id: 'introduction',
    group: 'candidates',
    label: { vi: 'Giới thiệu quần chúng ưu tú', en: 'Introductions by mass organisations' },
    definition: {
      vi: 'Số quần chúng được Mặt trận, đoàn thể giới thiệu, mỗi người tính một lần cho mỗi tổ chức, vào ngày giới thiệu đầu tiên.',
      en: 'Persons introduced by mass organisations, each once for each organisation, on the first day.',
    },
    basis: {
      vi: 'Chỉ tiêu giới thiệu quần chúng ưu tú giao cho Mặt trận và các đoàn thể',
      en: 'Targets of introduction assigned to the Front and the mass organisations',
    },
    form: null,
    source: 'introduction',
    by: allOf('introduction'),
  },
  {
    id: 'sourcing',
    group: 'candidates',
    label: { vi: 'Tạo nguồn kết nạp', en: 'Sourcing' },
    definition: {
      vi: 'Số quần chúng được chi bộ đưa vào danh sách cảm tình Đảng, tính một lần vào ngày nghị quyết đầu tiên, ghi cho chi bộ theo dõi hôm đó.',
      en: 'Persons put on the list of sympathisers, each case once, on the day of the first resolution.',
    },
    basis: road,
    form: null,
    source: 'sourcing',
    by: allOf('sourcing'),
    parts: true,
  },
  {
    id: 'class',
    group: 'candidates',
    label: { vi: 'Bồi dưỡng nhận thức về Đảng', en: 'Awareness class' },
    definition: {
      vi: 'Số quần chúng được cấp giấy chứng nhận bồi dưỡng nhận thức về Đảng, tính một lần vào ngày của giấy đầu tiên, ghi cho chi bộ theo dõi hôm đó.',
      en: 'Persons who got the certificate of the awareness class, each case once, on the day of the first one.',
    },
    basis: road,
    form: null,
    source: 'class',
    by: allOf('class'),
    parts: true,
  },
  {
    id: 'class_enrolled',
    group: 'candidates',
    label: { vi: 'Vào học lớp bồi dưỡng nhận thức', en: 'Enrolled in the awareness class' },
    definition: {
      vi: 'Số lượt quần chúng được ghi tên vào lớp bồi dưỡng nhận thức mở trong Nguồn, mỗi lớp tính một lần, vào ngày ghi tên, ghi cho chi bộ đang theo dõi. Học đến đâu theo những gì hiện biết; lớp học ở nơi khác không có trong số này.',
      en: 'Candidates enrolled in an awareness class kept in Nguồn, each class once, on the day of enrolling, in the cell that has the case. How far they came as known now; classes held elsewhere are not in it.',
    },
    basis: road,
    form: null,
    source: 'class_place',
    by: allOf('class_place'),
  },
  {
    id: 'verification',
    group: 'candidates',
    label: { vi: 'Yêu cầu thẩm tra lý lịch đã gửi', en: 'Requests for verification sent' },
    definition: {
      vi: 'Số yêu cầu thẩm tra lý lịch, mỗi nơi hỏi tính một, vào ngày gửi, ghi cho chi bộ đang theo dõi người được thẩm tra; tình trạng trả lời theo những gì hiện biết.',
      en: 'Requests for verification, one a place asked, on the day sent, in the cell that has the candidate; the answer as known now.',
    },
    basis: road,
    form: null,
    source: 'request',
    by: allOf('request'),
  },
  {
    id: 'verification_open',
    group: 'candidates',
    label: { vi: 'Yêu cầu thẩm tra chưa được trả lời', en: 'Requests without an answer' },
    definition: {
      vi: 'Số yêu cầu thẩm tra lý lịch đã gửi mà đến cuối ngày chưa được trả lời.',
      en: 'Requests for verification sent and not answered at the end of the day.',
    },
    basis: road,
    form: null,
    source: 'waiting',
    by: allOf('waiting'),
  },
];

const order = {
  vi: 'Điều lệ Đảng, Điều 10, Điều 21, Điều 24: hệ thống tổ chức của Đảng',
  en: 'Party Charter, Articles 10, 21, 24: organisation of the Party',
};
const idle = (years: 1 | 2): Entry => ({
  id: `cells_idle_${years}`,
  group: 'organisation',
  label: {
    vi: `Chi bộ ${years} năm không kết nạp`,
    en: years === 1 ? 'Cells without admissions for a year' : 'Cells without admissions for two years',
  },
  definition: {
    vi: `Số chi bộ đến cuối ngày đã tròn ${years * 12} tháng không kết nạp được ai; chi bộ mới lập tính từ ngày lập.`,
    en: `Cells that by the end of the day had admitted nobody for ${years * 12} full months; a new cell counts from its founding.`,
  },
  basis: {
    vi: 'Chế độ theo dõi công tác tạo nguồn, phát triển đảng viên của cấp ủy',
    en: 'How committees follow the growth of their cells',
  },
  form: null,
  source: 'idle',
  only: { months: String(years * 12) },
  by: ['cell_type', 'sector'],
});

export const organisationEntries: readonly Entry[] = [
  {
    id: 'organisations',
    group: 'organisation',
    label: { vi: 'Tổ chức đảng trực thuộc', en: 'Party organisations below' },
    definition: {
      vi: 'Số tổ chức đảng vào cuối ngày, tính cho cấp trên trực tiếp: của một đảng bộ là mọi tổ chức ở dưới, không kể chính nó.',
      en: 'Party organisations at the end of the day, each counted for the one directly above: of an organisation, all those below it and not itself.',
    },
    basis: order,
    form: null,
    source: 'below',
    by: ['unit_kind'],
  },
  {
    id: 'cells',
    group: 'organisation',
    label: { vi: 'Chi bộ theo loại hình', en: 'Cells by type' },
    definition: {
      vi: 'Số chi bộ (kể cả chi bộ cơ sở) vào cuối ngày, theo loại hình hôm đó. Mỗi chi bộ có một loại hình; chi bộ chưa ghi loại hình nêu thành dòng riêng để bổ sung.',
      en: 'Cells, base cells included, at the end of the day by their type of that day. Each has one type; those without one are told as a line of their own.',
    },
    basis: order,
    form: null,
    source: 'cell',
    by: ['cell_type', 'sector', 'unit_kind'],
  },
  {
    id: 'combined_cells',
    group: 'organisation',
    label: { vi: 'Chi bộ sinh hoạt ghép', en: 'Combined cells' },
    definition: {
      vi: 'Số chi bộ có loại hình sinh hoạt ghép vào cuối ngày.',
      en: 'Cells of the combined type at the end of the day.',
    },
    basis: order,
    form: null,
    source: 'cell',
    only: { cell_type: 'GHEP' },
    by: ['unit_kind'],
  },
  idle(1),
  idle(2),
  {
    id: 'members_per_cell',
    group: 'organisation',
    label: { vi: 'Đảng viên bình quân một chi bộ', en: 'Members per cell' },
    definition: {
      vi: 'Số đảng viên chia cho số chi bộ vào cuối ngày.',
      en: 'Members divided by cells at the end of the day.',
    },
    basis: order,
    form: null,
    source: 'member',
    by: ['cell_type', 'sector'],
    per: 'cells',
  },
  {
    id: 'bases',
    group: 'organisation',
    label: { vi: 'Tổ chức cơ sở đảng', en: 'Base organisations' },
    definition: {
      vi: 'Số đảng bộ cơ sở và chi bộ cơ sở vào cuối ngày, tính cho cấp trên trực tiếp.',
      en: 'Base organisations and base cells at the end of the day, counted for the one directly above.',
    },
    basis: order,
    form: null,
    source: 'base',
    by: ['unit_kind'],
  },
  {
    id: 'cells_per_base',
    group: 'organisation',
    label: {
      vi: 'Chi bộ trực thuộc bình quân một tổ chức cơ sở đảng',
      en: 'Dependent cells per base organisation',
    },
    definition: {
      vi: 'Số chi bộ trực thuộc đảng ủy cơ sở (không kể chi bộ cơ sở) chia cho số tổ chức cơ sở đảng, vào cuối ngày.',
      en: 'Cells below base organisations (base cells left out) divided by base organisations, at the end of the day.',
    },
    basis: order,
    form: null,
    source: 'below',
    only: { unit_kind: 'cell' },
    by: [],
    per: 'bases',
  },
];
