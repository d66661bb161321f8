// What the year's plan of the training ward says in words: the papers it rests on, its five parts, measures and urgings.
// Every number of a paper is invented and says so (-MP: mô phỏng).
import { addDays, type Day } from '../../src/platform/day.ts';
import { workingFrom, workingUpTo } from './calendar.ts';
import type { PlanDays } from './season-plans.ts';

/** Since this day the ward stands directly below the province. */
const reform: Day = '2025-07-01';

const simulated = '(văn bản mô phỏng)';
const spanWords = ({ years }: PlanDays) => `${years.first}–${years.last}`;

/** Directive of the province → letter that gives the year's number; directive → plan of the ward → letter to the cells. */
export function papersOf(days: PlanDays, today: Day) {
  const above = today >= reform ? ['Tỉnh ủy', 'BTCTU'] : ['Thành ủy', 'BTCThU'];
  const { year, years } = days;
  return {
    directive: {
      type: 'chi_thi',
      number: '05-CT/TU-MP',
      issuer: 'Ban Thường vụ Tỉnh ủy Bắc Ninh',
      subject: `Về tăng cường công tác tạo nguồn, kết nạp đảng viên giai đoạn ${spanWords(days)} ${simulated}`,
      issuedOn: days.directive,
      from: String(years.first),
      to: String(years.last),
    },
    letter: {
      type: 'cong_van',
      number: `112-CV/${above[1]}-MP`,
      issuer: `Ban Tổ chức ${above[0]} Bắc Ninh`,
      subject: `V/v giao chỉ tiêu tạo nguồn, kết nạp đảng viên năm ${year} ${simulated}`,
      issuedOn: days.letter,
      from: String(year),
      to: String(year),
    },
    plan: {
      type: 'ke_hoach',
      number: '18-KH/ĐU-MP',
      issuer: 'Đảng ủy phường Kinh Bắc',
      subject: `Về tạo nguồn, kết nạp đảng viên năm ${year} ${simulated}`,
      issuedOn: days.approved,
      from: String(year),
      to: String(year),
    },
    reminder: {
      type: 'cong_van',
      number: '97-CV/ĐU-MP',
      issuer: 'Đảng ủy phường Kinh Bắc',
      subject: `V/v đẩy nhanh tiến độ tạo nguồn, kết nạp đảng viên năm ${year} ${simulated}`,
      issuedOn: days.reminder,
      from: null,
      to: null,
    },
  } as const;
}

export const discussion = {
  body: 'Ban Thường vụ Đảng ủy phường',
  outcome:
    'Thống nhất chỉ tiêu của các chi bộ; giữ chỉ tiêu 2 đảng viên của Chi bộ Trường THCS và giao Đảng ủy viên phụ trách cùng chi bộ tạo nguồn.',
};
export const spanDiscussion = {
  body: 'Ban Chấp hành Đảng bộ phường',
  outcome: 'Cho ý kiến lần đầu; các chi bộ rà soát lại nguồn trước khi trình phê duyệt.',
};

/** Five parts; what they count stands in the numbers of the plan. */
export function partsOf(days: PlanDays) {
  return {
    purpose: `Cụ thể hóa Chỉ thị 05-CT/TU-MP; nâng cao chất lượng tạo nguồn, kết nạp đảng viên năm ${days.year}, góp phần trẻ hóa và củng cố đội ngũ đảng viên của các chi bộ.`,
    requirements:
      'Coi trọng chất lượng, không chạy theo số lượng; đúng quy trình, đúng thời hạn từng bước.\nMỗi chi bộ khu phố giúp đỡ ít nhất hai quần chúng ưu tú.',
    goals: `Hoàn thành chỉ tiêu được giao năm ${days.year}, phấn đấu kết nạp 8 đảng viên; các chi bộ đều có người được xét công nhận cảm tình Đảng và cử đi học lớp bồi dưỡng nhận thức.`,
    structure:
      'Trong số đảng viên mới kết nạp: từ 60% trở lên dưới 30 tuổi, ít nhất 2 đảng viên nữ. Ưu tiên khu phố có tuổi đời bình quân của đảng viên cao.',
    groups:
      'Đoàn viên thanh niên, giáo viên trẻ, cán bộ khu phố không chuyên trách, quân nhân hoàn thành nghĩa vụ trở về địa phương.',
  };
}

// ---- measures

export type Owner = 'officer' | 'leader' | 'modest' | 'answering';
export interface MeasureWords {
  /** null: for all figures */
  figure: 'admission' | null;
  what: string;
  owner: Owner;
  dueOn: Day;
  done: { happenedOn: Day; outcome: string } | null;
}

/** One is done, one is late, one is due within days, one later. */
export function measuresOf(days: PlanDays, today: Day): MeasureWords[] {
  const ended = workingUpTo(addDays(today, -16));
  return [
    {
      figure: null,
      what: 'Rà soát giáo viên, nhân viên trẻ chưa là đảng viên, lập danh sách tạo nguồn của chi bộ',
      owner: 'answering',
      dueOn: workingUpTo(addDays(today, -14)),
      done: {
        happenedOn: ended < days.measures ? days.measures : ended,
        outcome: 'Đã rà soát 14 người, đưa 3 người vào danh sách tạo nguồn của chi bộ',
      },
    },
    {
      figure: null,
      what: 'Thống nhất với Trung tâm chính trị lịch mở lớp bồi dưỡng nhận thức về Đảng, gửi danh sách cử học',
      owner: 'officer',
      dueOn: workingUpTo(addDays(today, -5)),
      done: null,
    },
    {
      figure: null,
      what: 'Phân công đảng viên giúp đỡ quần chúng ưu tú trong tổ chuyên môn, báo cáo Đảng ủy',
      owner: 'modest',
      dueOn: workingFrom(addDays(today, 4)),
      done: null,
    },
    {
      figure: 'admission',
      what: 'Làm việc với các chi bộ chậm tiến độ kết nạp, tháo gỡ vướng mắc về hồ sơ và thẩm tra lý lịch',
      owner: 'leader',
      dueOn: workingFrom(addDays(today, 24)),
      done: null,
    },
  ];
}

// ---- urgings

/** The primary school has answered; the lower secondary school and a street block have not opened theirs. */
export function urgingsOf({ year }: PlanDays, today: Day) {
  const answerBy = workingFrom(addDays(today, 7));
  return {
    answered: {
      figure: 'sourcing' as const,
      words:
        'Đề nghị chi bộ cho biết số quần chúng ưu tú đủ điều kiện cử đi học lớp bồi dưỡng nhận thức tới.',
      answerBy,
      answer: 'Chi bộ có 2 người đủ điều kiện, sẽ gửi danh sách trong tuần này.',
    },
    waiting: {
      figure: 'admission' as const,
      words: `Đề nghị chi bộ hoàn thiện hồ sơ người xin vào Đảng và báo cáo khả năng hoàn thành chỉ tiêu kết nạp năm ${year}.`,
      answerBy,
    },
    fromAbove: {
      figure: 'admission' as const,
      words: `Đề nghị Đảng ủy phường báo cáo tiến độ kết nạp đảng viên năm ${year} và các biện pháp bảo đảm hoàn thành chỉ tiêu.`,
      answerBy,
    },
  };
}
