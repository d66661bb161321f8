// The rows as a picture: months and years as columns, anything else as bars with their names; the numbers stand in the
// table below.
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatNumber, formatTenths } from '../../ui/numbers.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { heightOfBars, sketchBars as sketchNamed } from '../../ui/chart/bars.ts';
import { inLines, withoutCommon } from '../../ui/chart/names.ts';
import {
  colours,
  countAxis,
  footAxis,
  labelStyle,
  type Look,
  type Sketch,
  textWidth,
} from '../../ui/chart/look.ts';
import type { Row, TableView } from '../catalogue/view.ts';
import { words } from './words.ts';

interface Bar {
  name: string;
  value: number;
  said: string;
}
const most = 24;
const longest = 36;

export function Picture({ table }: { table: TableView }) {
  const t = useWords(words);
  const tell = useTell();
  const { figure, by, rows } = table;
  const along = by === 'month' || by === 'year';
  const bars = rows.map((row) => barOf(row, tell(row.label)));
  const shown = along ? bars : bars.filter(({ value }) => value > 0);
  const highest = highestOf(shown);
  if (!highest[0] || !fits(shown.length, along)) return null;
  const way = figure.by.find(({ id }) => id === by);
  const named = way ? tell(way.label) : t('stat.unit');
  return (
    <Chart
      name={t('stat.chart', { figure: tell(figure.label), by: named.toLocaleLowerCase('vi') })}
      told={t(figure.measure === 'count' ? 'stat.chart_told' : 'stat.chart_highest', {
        count: highest[0].said,
        labels: namesOf(highest),
      })}
      sketch={along ? sketchColumns(shown) : sketchBars(shown, by === 'child')}
      figures={{ head: [named, t('stat.count')], rows: shown.map((bar) => [bar.name, bar.said]) }}
      height={along ? 14 : heightBeside(shown)}
    />
  );
}

/** One bar says nothing, too many cannot be read. */
const fits = (bars: number, along: boolean): boolean => bars > 1 && bars <= (along ? longest : most);

/** All that reach as high; none where all are nought. */
function highestOf(bars: readonly Bar[]): Bar[] {
  const top = Math.max(0, ...bars.map(({ value }) => value));
  return top === 0 ? [] : bars.filter(({ value }) => value === top);
}

const mostNamed = 3;
const namesOf = (bars: readonly Bar[]): string =>
  [...bars.slice(0, mostNamed).map(({ name }) => name), ...(bars.length > mostNamed ? ['…'] : [])].join(', ');

function barOf({ count, mean, value }: Row, name: string): Bar {
  if (mean !== null) return { name, value: mean, said: formatTenths(mean) };
  if (value !== null) return { name, value, said: formatNumber(Math.round(value * 100) / 100) };
  return { name, value: count, said: formatNumber(count) };
}

const grid = {
  left: 4,
  right: 48,
  top: 20,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
};

const sketchColumns =
  (bars: readonly Bar[]): Sketch =>
  (look) => {
    const said = bars.map((bar) => textWidth(bar.said, look));
    const place = (look.width - Math.max(...said) - 32) / bars.length;
    // Wider than its place a number would lie on the columns beside it.
    const written = Math.max(...said) <= place ? bars : bars.map((bar) => ({ ...bar, said: '' }));
    return {
      grid: { ...grid, right: 12 },
      xAxis: footAxis(footNames(bars), look),
      yAxis: countAxis(look),
      series: [
        { type: 'bar', silent: true, data: dataOf(written, { ...labelStyle(look), position: 'top' }) },
      ],
    };
  };

/** A month or a year that is not whole has a star; the table says until which day. */
const footName = (name: string): string => name.replace(/^(Tháng|Năm) /, '').replace(/ \(.*\)$|:.*$/, '*');

const monthOf = /^(\d\d)\/(\d{4})(\*?)$/;

/** Months of one year stand without it. */
function footNames(bars: readonly Bar[]): string[] {
  const names = bars.map(({ name }) => footName(name));
  const months = names.map((name) => monthOf.exec(name));
  const [year, ...others] = new Set(months.map((month) => month?.[2] ?? null));
  if (!year || others.length > 0) return names;
  return months.map((month) => `${Number(month?.[1])}${month?.[3] ?? ''}`);
}

/** The longest line of a name beside its bar, in letters and as a part of the whole; how many of them. */
const longestLine = 26;
const partOfName = 0.42;
const mostLines = 2;

/** What names of units begin with is no part of what tells them apart; of other names it is: “từ”, “trên”, “chưa”. */
function shortNames(bars: readonly Bar[], units: boolean, look: Look): string[] {
  const names = bars.map(({ name }) => name);
  const short = units ? withoutCommon(names) : names;
  const room = Math.min(longestLine * look.letter, partOfName * look.width);
  return short.map((name) => inLines(name, mostLines, room, look));
}

const heightBeside =
  (bars: readonly Bar[]) =>
  (look: Look): number =>
    look.narrow ? heightOfBars(bars)(look) : 3 + bars.length * 2.25;

/** Where there is little room names stand above their bars. */
const sketchBars =
  (bars: readonly Bar[], units: boolean): Sketch =>
  (look) =>
    look.narrow
      ? sketchNamed(bars.map((bar) => ({ ...bar, behind: null })))(look)
      : sketchBeside(bars, units, look);

const sketchBeside = (bars: readonly Bar[], units: boolean, look: Look) => ({
  grid: { ...grid, right: Math.max(grid.right, ...bars.map(({ said }) => textWidth(said, look) + 8)) },
  xAxis: { ...countAxis(look), axisLabel: { show: false }, splitLine: { show: false } },
  yAxis: {
    type: 'category',
    inverse: true,
    data: shortNames(bars, units, look),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.strong } },
    axisLabel: {
      ...labelStyle(look),
      lineHeight: Math.round(look.letter * 1.1),
      interval: 0,
    },
  },
  series: [
    {
      type: 'bar',
      silent: true,
      barWidth: '60%',
      data: dataOf(bars, { ...labelStyle(look), position: 'right' }),
    },
  ],
});

const dataOf = (bars: readonly Bar[], label: object) =>
  bars.map(({ value, said }) => ({
    value,
    itemStyle: { color: colours.second },
    label: { ...label, show: value > 0 && said !== '', formatter: said },
  }));
