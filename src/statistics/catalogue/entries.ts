// The catalogue of figures: members, their movement, and admission. What comes before it and the organisations stand in
// more.ts.
import type { DimensionId } from './dimension.ts';
import { terms } from './dimension.ts';
import type { Entry } from './entry.ts';
import { getSource, type SourceId } from './source.ts';

const roll = {
  vi: 'Danh sách đảng viên của chi bộ theo chế độ thống kê đảng viên',
  en: 'The roll of the cell, as member statistics have it',
};
/** Of the set of 2025 nothing is known but its number; forms of the set of 2012 are named as such. */
const form = (number: string, vi: string, en: string) => ({
  vi: `Biểu ${number}-TCTW, ${vi} (mẫu theo Hướng dẫn 12-HD/BTCTW năm 2012; mẫu theo Hướng dẫn 40-HD/BTCTW năm 2025 chưa được kiểm chứng)`,
  en: `Form ${number}-TCTW, ${en} (set of guidance 12-HD/BTCTW of 2012; the set of 40-HD/BTCTW of 2025 is not verified)`,
});
const religion = {
  vi: 'Nguồn không đếm theo tôn giáo: tôn giáo là thông tin loại 3, niêm phong riêng cho từng người, không mở ra để đếm.',
  en: 'Nguồn does not count by religion: it is information of class 3, sealed for each person, and not opened for counting.',
};

/** All that the source can be broken down by, but for what the figure fixes. */
export const allOf = (source: SourceId, but: readonly DimensionId[] = []): DimensionId[] =>
  getSource(source).dimensions.filter((id) => !but.includes(id));

export const memberEntries: readonly Entry[] = [
  {
    id: 'members',
    group: 'members',
    label: { vi: 'Đảng viên', en: 'Members' },
    definition: {
      vi: 'Số đảng viên chính thức và dự bị có tên trong danh sách của chi bộ vào cuối ngày; người sinh hoạt tạm thời tính một lần, ở nơi giới thiệu đi. Thành phần theo thông tin hiện biết; tuổi tính vào ngày được hỏi.',
      en: 'Official and probationary members on the roll at the end of the day; whoever takes part elsewhere for a time counts once, at home. Composition as known now; age on the day asked for.',
    },
    basis: roll,
    form: form('3', 'cơ cấu đảng viên', 'composition of members'),
    source: 'member',
    by: allOf('member'),
    parts: true,
    note: religion,
  },
  {
    id: 'guests',
    group: 'members',
    label: { vi: 'Đảng viên nơi khác đến sinh hoạt tạm thời', en: 'Members of other units taking part' },
    definition: {
      vi: 'Số đảng viên thuộc đơn vị khác trong Nguồn đang sinh hoạt tạm thời tại chi bộ vào cuối ngày. Họ vẫn tính là đảng viên ở nơi giới thiệu đi, nên không cộng số này vào số đảng viên.',
      en: 'Members of another unit in Nguồn who take part in the cell for a time at the end of the day. They count as members at home: this number is never added to the members.',
    },
    basis: {
      vi: 'Quy định 294-QĐ/TW, điểm 6.3.2: không tính vào đảng số nơi sinh hoạt tạm thời',
      en: 'Regulation 294-QĐ/TW, 6.3.2: not counted at the place of temporary activity',
    },
    form: null,
    source: 'guest',
    by: allOf('guest'),
  },
];

const movementBasis = {
  vi: 'Biến động đảng viên theo chế độ báo cáo của tổ chức đảng',
  en: 'Movement of members, as party organisations report it',
};
const firstForm = form('1', 'tăng, giảm đảng viên', 'increase and decrease of members');
const definitions: Record<string, [string, string]> = {
  admitted: [
    'Số lượt vào danh sách do được kết nạp hoặc kết nạp lại, tính vào ngày tổ chức lễ',
    'Entered the roll by admission or readmission, on the day of the ceremony',
  ],
  moved_in: [
    'Số lượt chuyển sinh hoạt chính thức đến chi bộ, từ ngoài hoặc từ một đơn vị khác trong Nguồn, tính vào ngày vào danh sách',
    'Moved into the cell, from outside or from another unit in Nguồn, on the day they stand on the roll',
  ],
  restored: ['Số lượt được phục hồi, tính vào ngày phục hồi', 'Restored, on that day'],
  found: [
    'Số người có tên trong danh sách từ ngày ấy mà không có quyết định kết nạp, chuyển đến hay phục hồi ghi trong Nguồn (ghi nhận hiện trạng khi bắt đầu dùng)',
    'On the roll since that day without an admission, move or restoration recorded here (taken over when records began)',
  ],
  moved_out: [
    'Số lượt chuyển sinh hoạt chính thức đi khỏi chi bộ, ra ngoài hoặc đến một đơn vị khác trong Nguồn, tính vào ngày ra khỏi danh sách',
    'Moved out of the cell, to outside or to another unit in Nguồn, on the day they leave the roll',
  ],
  died: ['Số đảng viên từ trần', 'Members who died'],
  expelled: ['Số đảng viên bị khai trừ', 'Members expelled'],
  removed: [
    'Số đảng viên bị xóa tên, tách riêng với khai trừ và xin ra; lý do lấy từ quyết định, chưa ghi lý do thì nêu thành dòng riêng',
    'Members struck off, apart from those expelled and those who left; the reason is that of the decision, and where none was recorded it is told as a line of its own',
  ],
  left: ['Số đảng viên xin ra khỏi Đảng', 'Members who left the Party'],
  annulled: ['Số người bị hủy quyết định kết nạp', 'Members whose admission was annulled'],
};
const atCell = {
  vi: 'ghi cho chi bộ nơi người ấy có tên hôm đó. Ngày chỉ biết tháng, năm được tính vào ngày đầu, như trong danh sách.',
  en: 'for the cell of that day. A day known by month or year only counts as its first day, as on the roll.',
};
const moves = {
  vi: 'Chuyển giữa hai chi bộ trong cùng đơn vị được tính ở từng chi bộ; bảng Tăng, giảm đảng viên của cấp trên bù trừ những lượt này.',
  en: 'A move between two cells of one unit counts in each of them; the movement table of the unit above sets them off.',
};

export const movementEntries: readonly Entry[] = [
  {
    id: 'movement',
    group: 'movement',
    label: { vi: 'Tăng, giảm đảng viên', en: 'Movement of members' },
    definition: {
      vi: 'Đầu kỳ + kết nạp + chuyển đến + phục hồi − chuyển đi − từ trần − khai trừ − xóa tên − xin ra − hủy quyết định = cuối kỳ. Chuyển trong nội bộ đơn vị không tính; chi bộ được nhập vào hoặc tách ra khỏi đơn vị trong kỳ nêu thành dòng riêng.',
      en: 'Start + admitted + moved in + restored − moved out − died − expelled − removed − left − annulled = end. Moves inside the unit are set off; cells that joined or left the unit meanwhile are told as lines of their own.',
    },
    basis: movementBasis,
    form: firstForm,
    source: 'movement',
    by: [],
    identity: true,
  },
  ...terms.map(
    ({ code, label }): Entry => ({
      id: code,
      group: 'movement',
      label:
        code === 'admitted'
          ? { vi: 'Tăng do kết nạp', en: 'Increase by admission' }
          : { vi: label.vi, en: label.en },
      definition: {
        vi: `${definitions[code]?.[0]}, ${atCell.vi}`,
        en: `${definitions[code]?.[1]}, ${atCell.en}`,
      },
      basis: movementBasis,
      form: firstForm,
      source: 'movement',
      only: { term: code },
      by: allOf('movement', code === 'removed' ? ['term'] : ['term', 'reason']),
      ...(code.startsWith('moved') ? { note: moves } : {}),
    }),
  ),
];

const secondForm = form('2', 'đảng viên mới kết nạp', 'newly admitted members');
const frozen = {
  vi: 'Thành phần theo thông tin tại ngày kết nạp.',
  en: 'Composition as held on the day of admission.',
};
const charter = {
  vi: 'Điều lệ Đảng, Điều 4, Điều 5: thời gian dự bị tính từ ngày tổ chức lễ kết nạp',
  en: 'Party Charter, Articles 4 and 5: probation runs from the ceremony',
};

export const admissionEntries: readonly Entry[] = [
  {
    id: 'admission',
    group: 'admission',
    label: { vi: 'Kết nạp đảng viên', en: 'Admissions' },
    definition: {
      vi: `Số người được kết nạp, tính vào ngày tổ chức lễ, ghi cho chi bộ nơi kết nạp. Kết nạp lại cũng là một lần kết nạp. ${frozen.vi}`,
      en: `Persons admitted, on the day of the ceremony, in the cell of that day. A readmission counts as an admission. ${frozen.en}`,
    },
    basis: charter,
    form: secondForm,
    source: 'admission',
    by: allOf('admission'),
    parts: true,
    note: religion,
  },
  {
    id: 'admission_ten_years',
    group: 'admission',
    label: { vi: 'Kết nạp bình quân năm, 10 năm liền', en: 'Admissions a year, mean of ten years' },
    definition: {
      vi: 'Số người được kết nạp trong mười năm liền tính đến hết ngày cuối kỳ, chia cho mười; khoảng mười năm đi qua các nhiệm kỳ và các lần sắp xếp tổ chức. Theo năm: bình quân trượt, mỗi dòng là mười năm đến hết năm ấy.',
      en: 'Admissions in the ten years that end with the last day, divided by ten, across terms and reorganisations. By year: a moving mean, each row the ten years that end there.',
    },
    basis: charter,
    form: null,
    source: 'admission',
    by: allOf('admission'),
    years: 10,
  },
  {
    id: 'admission_age',
    group: 'admission',
    label: { vi: 'Tuổi khi kết nạp', en: 'Age at admission' },
    definition: {
      vi: `Tuổi trung bình và tuổi trung vị của người được kết nạp, tính tròn năm vào ngày tổ chức lễ; người chưa rõ ngày sinh không tính vào tuổi. ${frozen.vi}`,
      en: `Mean and median age of those admitted, in whole years on the day of the ceremony; whoever’s birth is not known stands in neither. ${frozen.en}`,
    },
    basis: charter,
    form: secondForm,
    source: 'admission',
    by: allOf('admission', ['age']),
    ages: true,
  },
  {
    id: 'recognition',
    group: 'admission',
    label: { vi: 'Công nhận đảng viên chính thức', en: 'Recognitions' },
    definition: {
      vi: 'Số đảng viên dự bị được công nhận chính thức, tính vào ngày công nhận có hiệu lực, ghi cho chi bộ nơi người ấy sinh hoạt hôm đó.',
      en: 'Probationary members recognised as official, on the day from which it holds, in the cell of that day.',
    },
    basis: {
      vi: 'Điều lệ Đảng, Điều 5: công nhận chính thức sau mười hai tháng dự bị',
      en: 'Party Charter, Article 5: recognition after twelve months of probation',
    },
    form: null,
    source: 'recognition',
    by: allOf('recognition'),
  },
  {
    id: 'recognition_due',
    group: 'admission',
    label: { vi: 'Đảng viên dự bị đến hạn công nhận', en: 'Recognitions due' },
    definition: {
      vi: 'Số đảng viên dự bị hết mười hai tháng dự bị trong kỳ, ghi cho chi bộ nơi kết nạp; người chuyển đi hoặc từ trần trước hạn không tính. Đúng hạn: công nhận có hiệu lực không muộn hơn ngày tròn mười hai tháng. Kết quả theo những gì hiện biết.',
      en: 'Probationary members whose twelve months end in the period, in the cell that admitted; whoever moved away or died before is not counted. In time: the recognition holds no later than the day on which the twelve months are full. Outcome as known now.',
    },
    basis: {
      vi: 'Điều lệ Đảng, Điều 5: công nhận chính thức sau mười hai tháng dự bị',
      en: 'Party Charter, Article 5: recognition after twelve months of probation',
    },
    form: null,
    source: 'due',
    by: allOf('due'),
  },
];
