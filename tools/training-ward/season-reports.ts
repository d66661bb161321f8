// Reports, difficulties, places and programmes of the training ward, seen from today: days, street blocks, and what units
// write. Every sentence is invented and names nobody.
import { addDays, type Day } from '../../src/platform/day.ts';
import { workingFrom, workingUpTo } from './calendar.ts';
import { type PlanCell, rolesOf } from './season-plans.ts';

export const form = 'phat-trien-dang-vien';

// ---- days

export interface RoundDays {
  period: string;
  closesOn: Day;
  /** the ward asks its cells, the province the ward */
  asked: Day;
  dueOn: Day;
  wardDueOn: Day;
}
export interface QuarterDays extends RoundDays {
  /** the cells in turn */
  sent: Day[];
  late: Day;
  wardSent: Day;
  /** when the ward wrote the answer to a difficulty */
  answered: Day;
  /** somebody had left by then, and the cell heard of it later */
  left: Day;
}
export interface HalfDays extends RoundDays {
  sent: Day[];
  returned: Day;
}

const lastOf = (year: number, quarter: number): Day =>
  addDays(quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`, -1);

/** The last quarter of which every report that was to come can have come. */
export function quarterDays(today: Day): QuarterDays {
  const settled = addDays(today, -20);
  const ends = [Number(settled.slice(0, 4)) - 1, Number(settled.slice(0, 4))].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => ({ period: `${year}-Q${quarter}`, closesOn: lastOf(year, quarter) })),
  );
  const { period, closesOn } = ends.findLast((one) => one.closesOn <= settled) as (typeof ends)[number];
  const after = (days: number) => workingFrom(addDays(closesOn, days));
  return {
    period,
    closesOn,
    asked: workingUpTo(addDays(closesOn, -10)),
    dueOn: after(6),
    wardDueOn: after(12),
    sent: [after(2), after(3), after(4), after(5)],
    late: workingFrom(addDays(after(6), 3)),
    wardSent: after(11),
    answered: after(12),
    left: workingUpTo(addDays(closesOn, -24)),
  };
}

/** The half-year that is being reported: before its end offices close its figures in the middle of a month. */
export function halfDays(today: Day): HalfDays {
  const year = Number(today.slice(0, 4));
  const closings = [
    { period: `${year - 1}-H2`, closesOn: `${year - 1}-12-31` },
    { period: `${year}-H1`, closesOn: `${year}-06-15` },
    { period: `${year}-H2`, closesOn: `${year}-11-15` },
  ];
  const latest = closings.findLast((one) => one.closesOn <= addDays(today, -6));
  return {
    ...(latest ?? { period: `${year - 1}-H1`, closesOn: `${year - 1}-06-30` }),
    asked: workingUpTo(addDays(today, -9)),
    dueOn: workingFrom(addDays(today, 6)),
    wardDueOn: workingFrom(addDays(today, 12)),
    sent: [workingUpTo(addDays(today, -4)), workingUpTo(addDays(today, -3))],
    returned: workingUpTo(addDays(today, -2)),
  };
}

// ---- who does what

/** In the quarter one is late and one missing; of the half-year few are in, one of them to be completed. */
export function partsOf(cells: readonly PlanCell[]) {
  const { modest, answering, keen, slow } = rolesOf(cells);
  const schools = cells.filter(({ type }) => type === 'TRUONG');
  return {
    corrected: modest,
    answered: answering,
    passedUp: keen,
    missing: slow,
    late: schools.find((cell) => cell !== modest && cell !== answering),
    halfYear: cells.filter((cell) => cell.type === 'CA' || cell === keen),
    returned: answering,
  };
}

export const asks = {
  quarter: 'Báo cáo đủ số liệu và khó khăn, vướng mắc; chi bộ chưa có nguồn thì nêu rõ lý do.',
  half: 'Số liệu 6 tháng phục vụ báo cáo sơ kết công tác phát triển đảng viên của Đảng bộ phường.',
  fromAbove: 'Báo cáo theo mẫu, kèm khó khăn, vướng mắc cần Tỉnh ủy cho ý kiến.',
};
export const returnReason =
  'Phần kết quả nổi bật còn chung chung: đề nghị nêu rõ việc đã làm với giáo viên trẻ chưa là đảng viên.';
export const wardPaper = { number: '142-BC/ĐU-MP', capacity: 'T/M BAN THƯỜNG VỤ' };
export const cellCapacity = 'T/M CHI BỘ';
export const leaving = { act: 'move_out', place: 'Đảng bộ phường Võ Cường' } as const;

// ---- what they write

interface Words {
  results: string;
  difficulties: string;
  ahead: string;
}
const street: Words[] = [
  {
    results:
      'Chi bộ phân công đảng viên chính thức theo dõi, giúp đỡ từng quần chúng ưu tú; sinh hoạt chuyên đề về tạo nguồn có mời Bí thư chi đoàn dự.',
    difficulties: 'Thanh niên trong khu phố phần lớn đi học, đi làm xa, ít có mặt ở nơi cư trú.',
    ahead: 'Cùng Ban công tác Mặt trận và chi đoàn rà soát thanh niên có việc làm ổn định tại địa bàn.',
  },
  {
    results:
      'Đã làm việc với chi đoàn và các chi hội để chọn quần chúng tích cực; đưa việc theo dõi, giúp đỡ vào nội dung sinh hoạt hằng tháng.',
    difficulties: '',
    ahead:
      'Hoàn thiện hồ sơ của người đã học lớp bồi dưỡng nhận thức; tiếp tục giới thiệu nguồn từ Hội Phụ nữ.',
  },
];
const byType: Record<string, Words> = {
  TRUONG: {
    results:
      'Giáo viên trẻ được giao việc cụ thể trong tổ chuyên môn, trong phong trào của Đoàn; chi ủy nhận xét từng quý.',
    difficulties:
      'Giáo viên hợp đồng thường chuyển trường sau mỗi năm học, việc theo dõi nguồn bị gián đoạn.',
    ahead: 'Lập danh sách giáo viên, nhân viên chưa là đảng viên theo từng tổ; phân công đảng viên giúp đỡ.',
  },
  YTE: {
    results:
      'Chi bộ ít đảng viên nhưng giữ nền nếp sinh hoạt, theo dõi nguồn trong đội ngũ nhân viên trẻ của trạm.',
    difficulties: '',
    ahead: 'Giới thiệu nhân viên y tế trẻ dự lớp bồi dưỡng nhận thức về Đảng khi có thông báo mở lớp.',
  },
  CA: {
    results: 'Đoàn viên trong đơn vị được giao nhiệm vụ ở các đợt cao điểm, chi bộ nhận xét bằng văn bản.',
    difficulties: '',
    ahead: 'Tiếp tục bồi dưỡng đoàn viên ưu tú, phối hợp với Đoàn phường giới thiệu nguồn.',
  },
};
const wardWords: Words = {
  results:
    'Đảng ủy giao chỉ tiêu đến từng chi bộ ngay từ đầu năm, phân công Đảng ủy viên phụ trách từng chi bộ.\nCác chi bộ trường học có nền nếp trong theo dõi, giúp đỡ giáo viên trẻ.',
  difficulties:
    'Nguồn ở các khu phố giảm do thanh niên đi học, đi làm xa. Văn bản trả lời thẩm tra lý lịch của nơi ở tỉnh ngoài thường về chậm.',
  ahead:
    'Làm việc với các chi bộ chưa có nguồn; phối hợp Trung tâm chính trị mở lớp bồi dưỡng nhận thức về Đảng theo nhu cầu của các chi bộ.',
};
const toSections = (words: Words) => Object.entries(words).map(([section, text]) => ({ section, text }));
export const wordsOfWard = () => toSections(wardWords);
export const wordsOfCell = (type: string | null, at: number) =>
  toSections(byType[type ?? ''] ?? (street[at % street.length] as Words));

export const difficulties = {
  answered: {
    topic: 'sourcing',
    words:
      'Chi bộ có giáo viên đủ điều kiện học lớp bồi dưỡng nhận thức về Đảng nhưng lịch học trùng giờ lên lớp. Đề nghị Đảng ủy trao đổi với Trung tâm chính trị mở lớp vào cuối tuần.',
    answer:
      'Đảng ủy đã thống nhất với Trung tâm chính trị: lớp tới học vào các ngày chủ nhật. Chi bộ gửi danh sách cử học theo công văn của Đảng ủy.',
  },
  passedUp: {
    topic: 'procedure',
    words:
      'Văn bản đề nghị thẩm tra lý lịch gửi cấp ủy ở tỉnh ngoài đã quá thời hạn mà chưa có trả lời, hồ sơ của chi bộ phải chờ. Đề nghị cấp trên hướng dẫn cách đôn đốc.',
    passing: 'Việc vượt thẩm quyền của Đảng ủy phường, đề nghị Ban Tổ chức Tỉnh ủy trao đổi với tỉnh bạn.',
  },
  waiting: {
    topic: 'organisation',
    words:
      'Đảng viên trẻ của chi bộ dạy hai điểm trường, khó bố trí sinh hoạt đủ vào ngày thường. Xin ý kiến Đảng ủy về việc chuyển ngày sinh hoạt chi bộ sang sáng thứ Bảy tuần đầu của tháng.',
  },
} as const;

// ---- places

export interface BlockPlan {
  name: string;
  from: Day;
  /** name of the cell; null: there is none for it */
  cell: string | null;
  /** official members who live there; null: those of the cell that live in no other block */
  members: number | null;
}
const old: Day = '2003-06-15';
const cellOf = (block: number) => `Chi bộ khu phố ${block}`;

/** Six of old, a newer one that shares a cell and could have its own, and a new housing area without one. */
export const blocks: BlockPlan[] = [
  ...[1, 2, 3, 4, 5, 6].map((n) => ({ name: `Khu phố ${n}`, from: old, cell: cellOf(n), members: null })),
  { name: 'Khu phố 7', from: '2014-04-01', cell: cellOf(6), members: 9 },
  { name: 'Khu phố 8', from: '2017-10-02', cell: null, members: 2 },
];
export const markedCell = { name: cellOf(5), mark: 'industrial', on: '2015-09-01' } as const;

export function programmesOf(cells: readonly PlanCell[], today: Day) {
  const { modest, answering, keen, slow } = rolesOf(cells);
  const quiet = cells.filter(({ type, id }) => type === 'TDP' && id !== keen?.id && id !== slow?.id).at(-1);
  const begun = workingUpTo(addDays(today, -75));
  const later = workingUpTo(addDays(today, -20));
  const fromYear = Number(begun.slice(0, 4));
  const ids = (list: readonly (PlanCell | undefined)[]) => list.flatMap((cell) => cell?.id ?? []);
  return [
    {
      kind: 'strengthen',
      name: 'Củng cố chi bộ khó khăn về nguồn kết nạp',
      fromYear,
      toYear: fromYear + 1,
      parts: [
        {
          units: ids([slow]),
          state: 'doing',
          on: begun,
          plan: 'Đảng ủy viên phụ trách dự sinh hoạt hằng tháng; mỗi quý rà soát nguồn một lần.',
        },
        {
          units: ids([quiet]),
          state: 'planned',
          on: later,
          plan: 'Kiện toàn chi ủy, sau đó rà soát thanh niên và quân nhân xuất ngũ tại khu phố.',
        },
      ],
    },
    {
      kind: 'model',
      name: 'Mô hình “Mỗi đảng viên trẻ giúp đỡ một quần chúng ưu tú”',
      fromYear,
      toYear: null,
      parts: [
        { units: ids([modest, keen]), state: 'doing', on: begun, plan: null },
        {
          units: ids([answering]),
          state: 'done',
          on: later,
          plan: 'Đã sơ kết ở chi bộ, giới thiệu cách làm với các chi bộ trường học.',
        },
      ],
    },
  ] as const;
}
