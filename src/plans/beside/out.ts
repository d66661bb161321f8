// The table of targets as a workbook people take away: the columns of the screen, every level in the order of the tree,
// the unit itself as the last row; numbers stay numbers wherever they are one number.
import { type Day, formatDay } from '../../platform/day.ts';
import type { OutCell, OutSheet } from '../../workbook/write-xlsx.ts';
import { findFigure } from '../../statistics/figure.ts';
import { type Amount, type Count, isKnown, isRange, sayAmount, sayCount } from '../amount.ts';
import { standingOf } from '../attainment.ts';
import { parsePeriod } from '../period.ts';
import type { Line, PlanView, Status } from '../view.ts';
import type { Beside } from './view.ts';

type Quality = Beside['items'][number]['quality'];

const statusWords: Record<Status | 'zero', string> = {
  zero: 'Giao 0',
  met: 'Đạt',
  exceeded: 'Vượt',
  not_begun: 'Chưa đến kỳ',
  on_pace: 'Đúng tiến độ',
  behind: 'Chậm tiến độ',
  missed: 'Chưa đạt',
  unknown: 'Chưa rõ số',
  none: 'Chưa giao',
};

const headings = [
  'TT',
  'Đơn vị',
  'Trực thuộc',
  'Đảng viên',
  'Chỉ tiêu giao',
  'Đăng ký',
  'Phấn đấu',
  'Kết quả',
  'Tỷ lệ (%)',
  'Mức cần có đến nay',
  'Hơn, kém tiến độ',
  'Còn phải',
  'Tình trạng',
  'Giao xuống',
  'Giao thiếu',
  'Giao thừa',
];
const qualityHeadings = [
  'Nguồn đang theo dõi',
  'Nữ',
  'Tuổi trung bình',
  'Chưa được công nhận',
  'Ra khỏi Đảng sau khi kết nạp',
];

/** As office paper has it: 61.538 → 61,5, half up. */
const tenths = (value: number | null): number | null =>
  value === null ? null : Math.round(Number((value * 10).toPrecision(12))) / 10;
const amountCell = (amount: Amount | null): OutCell =>
  !amount
    ? null
    : isKnown(amount) && !isRange(amount) && amount.mark === 'exact'
      ? amount.minimum
      : sayAmount(amount);
const countCell = (count: Count): OutCell => (count.mark === 'exact' ? count.value : sayCount(count));

export interface Out {
  plan: PlanView;
  beside: Beside;
  simulated: boolean;
}

export function planSheet({ plan, beside, simulated }: Out): OutSheet {
  const { unit, items, figure, period, on, elapsed } = plan;
  const known = findFigure(figure);
  const label = known?.label.vi ?? figure;
  const admission = figure === 'admission';
  const names = new Map([unit, ...items].map(({ unitId, name }) => [unitId, name]));
  const qualityOf = new Map(beside.items.map(({ unitId, quality }) => [unitId, quality]));
  const row = (line: Line, first: OutCell, name: string): OutCell[] => [
    ...rowOf(line, { first, name, parent: names.get(line.parentId ?? 0) ?? null }),
    ...(admission ? qualityCells(line, qualityOf.get(line.unitId)) : []),
  ];
  const share = tenths(elapsed.share * 100)?.toLocaleString('vi-VN');
  return {
    name: known?.short.vi ?? figure,
    titles: [
      `BẢNG THEO DÕI THỰC HIỆN CHỈ TIÊU ${label.toLocaleUpperCase('vi')}`,
      ...(unit.name ? [unit.name] : []),
      `${sayPeriod(period.key)} · số liệu đến ngày ${formatDay(on)} · đã qua ${elapsed.days}/${elapsed.of} ngày (${share}%)`,
    ],
    columns: [...headings, ...(admission ? qualityHeadings : [])].map((heading) => ({
      heading,
      ...(heading === 'TT' ? { width: 6 } : {}),
      ...(heading === 'Đơn vị' || heading === 'Trực thuộc' ? { width: 34 } : {}),
    })),
    rows: [
      ...items.map((line, at) =>
        row(line, at + 1, `${'   '.repeat(Math.max(0, line.depth - 1))}${line.name}`),
      ),
      row(unit, null, 'Toàn đơn vị'),
    ],
    simulated,
  };
}

function rowOf(
  line: Line,
  { first, name, parent }: { first: OutCell; name: string; parent: string | null },
): OutCell[] {
  const { attainment, below, endedOn } = line;
  const { over, under } = below.difference.assigned;
  const { progress, expected, lead, left } = attainment;
  return [
    first,
    endedOn ? `${name} (kết thúc ngày ${formatDay(endedOn)})` : name,
    parent,
    line.members,
    amountCell(line.assigned),
    amountCell(line.registered),
    amountCell(line.aim),
    countCell(line.done),
    progress === null ? null : tenths(progress * 100),
    expected && tenths(expected.minimum),
    lead && tenths(lead.minimum),
    left === null ? null : Math.max(0, left),
    statusWords[standingOf(attainment)],
    amountCell(below.assigned),
    under || null,
    over || null,
  ];
}

const qualityCells = ({ pool }: Line, quality: Quality | undefined): OutCell[] => [
  pool ? pool.open : null,
  ...(quality
    ? [quality.women, tenths(quality.meanAge), quality.notRecognised, quality.removed]
    : [null, null, null, null]),
];

function sayPeriod(key: string): string {
  const period = parsePeriod(key);
  if (!period || period.kind === 'year') return `Năm ${key}`;
  const span = (from: Day, to: Day) => `${formatDay(from)} – ${formatDay(to)}`;
  return period.kind === 'years'
    ? `Giai đoạn ${key.replace('-', '–')}`
    : `Nhiệm kỳ ${span(period.from, period.to)}`;
}
