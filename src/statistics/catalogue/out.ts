// A table of statistics as a workbook: what stands on the screen, with its definition and law above it. Small counts of
// persons are spared for everybody but the unit itself.
import { formatDay } from '../../platform/day.ts';
import { allTold, type Lines, sparedIn } from '../../workbook/spare-table.ts';
import type { OutCell, OutSheet } from '../../workbook/write-xlsx.ts';
import { getDimension, isDimension } from './dimension.ts';
import type { FigureView, MovementView, Row, TableView } from './view.ts';

const days = ({ from, to }: TableView['span']): string =>
  from === to ? `đến hết ngày ${formatDay(to)}` : `từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`;

const titlesOf = ({ figure, unit, span }: Pick<TableView, 'figure' | 'unit' | 'span'>): string[] => [
  figure.label.vi.toLocaleUpperCase('vi'),
  ...(unit ? [unit.name] : []),
  `Số liệu ${days(span)}`,
  figure.definition.vi,
  `Căn cứ: ${figure.basis.vi}`,
];

const tenths = (value: number | null): number | null =>
  value === null ? null : Math.round(Number((value * 10).toPrecision(12))) / 10;

interface Shown {
  headings: string[];
  cells: (row: Row) => OutCell[];
}
const measures: Record<FigureView['measure'], Shown> = {
  count: {
    headings: ['Số lượng', 'Tỷ lệ (%)'],
    cells: ({ count, share }) => [count, share === null ? null : tenths(share * 100)],
  },
  ages: {
    headings: ['Số người', 'Đã rõ tuổi', 'Tuổi trung bình', 'Tuổi trung vị'],
    cells: ({ count, known, mean, median }) => [count, known, tenths(mean), tenths(median)],
  },
  ratio: {
    headings: ['Số lượng', 'Chia cho', 'Bình quân'],
    cells: ({ count, per, value }) => [count, per, value === null ? null : Math.round(value * 100) / 100],
  },
  identity: { headings: [], cells: () => [] },
};

/** By its values, or under such a condition, a number tells something of persons. */
export const isPersonal = (by: string): boolean =>
  by === 'part' || by === 'parts' || (isDimension(by) && getDimension(by).personal);

const rowsOf = ({ rows, unknown }: TableView): Row[] => [...rows, ...(unknown ? [unknown] : [])];

function linesOf(table: TableView): Lines {
  const filtered = table.where.length > 0;
  const overlap = table.by === 'parts' || table.by === 'areas';
  return {
    rows: rowsOf(table),
    total: table.total,
    rowsAre: table.partition ? 'parts' : overlap ? 'overlapping' : 'apart',
    personal: table.figure.record !== 'unit' && (filtered || isPersonal(table.by)),
    filtered,
  };
}

export interface Out {
  table: TableView;
  /** the reader's own unit: nothing is spared */
  own: boolean;
  /** the least count of persons that is shown of another unit */
  least: number;
  /** the same table without one of its conditions on persons, for each of them */
  wider: readonly TableView[];
  simulated: boolean;
}

export function tableSheet({ table, own, least, wider, simulated }: Out): OutSheet {
  const { figure, total, where } = table;
  const { headings, cells } = measures[figure.measure];
  const { counts, ages } = own ? allTold : sparedIn(linesOf(table), { least, wider: wider.map(linesOf) });
  const hidden = [`Dưới ${least} hoặc suy ra được`, ...headings.slice(1).map(() => null)];
  const shown = (row: Row, out: { count: boolean; age: boolean }) =>
    out.count ? hidden : cells(out.age ? { ...row, mean: null, median: null } : row);
  return {
    name: figure.label.vi.slice(0, 30),
    titles: [
      ...titlesOf(table),
      ...where.map(({ by, label }) => `Chỉ tính: ${by.vi}: ${label.vi}`),
      ...table.notes.map(({ vi }) => vi),
    ],
    columns: [
      { heading: 'TT', width: 6 },
      { heading: figure.by.find(({ id }) => id === table.by)?.label.vi ?? 'Nội dung', width: 44 },
      ...headings.map((heading) => ({ heading })),
    ],
    rows: [
      ...rowsOf(table).map((row, at) => [
        at + 1,
        row.label.vi,
        ...shown(row, { count: counts.rows.has(at), age: ages.rows.has(at) }),
      ]),
      [null, total.label.vi, ...shown(total, { count: counts.total, age: ages.total })],
    ],
    simulated,
  };
}

export function movementSheet({ table, simulated }: { table: MovementView; simulated: boolean }): OutSheet {
  const { figure, terms, rows, bridge } = table;
  const whole: MovementLine[] = bridge ? [{ label: 'Toàn đơn vị', ...lineOf(bridge, terms) }] : [];
  return {
    name: figure.label.vi.slice(0, 30),
    titles: [...titlesOf(table), ...(bridge ? [bridge.said.vi] : [])],
    columns: [
      { heading: 'Đơn vị', width: 44 },
      { heading: 'Đầu kỳ' },
      ...terms.map(({ label, sign }) => ({ heading: `${sign === 1 ? 'Tăng' : 'Giảm'}: ${label.vi}` })),
      { heading: 'Do thay đổi tổ chức' },
      { heading: 'Cuối kỳ' },
    ],
    rows: [...rows.map((row) => ({ ...row, label: row.label.vi })), ...whole].map(cellsOf),
    simulated,
  };
}

interface MovementLine {
  label: string;
  start: number;
  shift: number;
  terms: number[];
  end: number;
}

const cellsOf = ({ label, start, shift, terms, end }: MovementLine): OutCell[] => [
  label,
  start,
  ...terms,
  shift,
  end,
];

function lineOf(
  bridge: NonNullable<MovementView['bridge']>,
  terms: MovementView['terms'],
): Omit<MovementLine, 'label'> {
  const flows = bridge.terms.filter(({ figure }) => figure !== 'members');
  const change = flows.reduce((sum, { sign, count }) => sum + sign * count, 0);
  return {
    start: bridge.start.count,
    shift: bridge.difference - change,
    terms: terms.map(({ id }) => flows.find((term) => term.id === id)?.count ?? 0),
    end: bridge.end.count,
  };
}
