// How it has gone: admissions by year and by month, age at admission, combined cells. A year or month that is not over is
// marked (S2-08), and what nobody knows is no column.
import { useMemo } from 'react';
import { formatDay } from '../../platform/day.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { sketchMonths } from '../../ui/chart/months.ts';
import { sketchTrend } from '../../ui/chart/trend.ts';
import { sketchYears, type YearColumn } from '../../ui/chart/years.ts';
import { useWords } from '../../ui/i18n.tsx';
import { formatNumber, formatShare, formatTenths } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { yearChange } from './change.ts';
import type { OverviewView, YearRow } from '../view.ts';
import { words } from '../words.ts';
import { useBack } from './OpenNumber.tsx';
import { type Say, useFile } from './parts.ts';

interface PartProps {
  view: OverviewView;
}

const columnOf = (year: YearRow, value: number | null): YearColumn => ({
  label: String(year.year),
  done: value,
  doneSaid: formatNumber(value),
  part: year.part,
  least: null,
  most: null,
  targetSaid: '',
});

const yearSaid = ({ year, part }: YearRow, on: string, t: Say): string =>
  part ? t('years.part', { year: String(year), day: formatDay(on) }) : String(year);

export function YearsPart({ view }: PartProps) {
  const t = useWords(words);
  const back = useBack();
  const file = useFile(view);
  const { years, on } = view;
  const sketch = useMemo(
    () => sketchYears(years.map((year) => columnOf(year, year.admitted?.count ?? null))),
    [years],
  );
  if (years.length === 0) return null;
  const rows = years.map((year) => {
    const said = year.admitted === null ? '–' : formatNumber(year.admitted.count);
    const href = year.admitted?.href;
    return [yearSaid(year, on, t), { said, href: href ? back(href) : null }];
  });
  return (
    <Panel title={t('years.title')}>
      <Chart
        name={t('years.title')}
        told={toldOf(years, t)}
        sketch={sketch}
        figures={{ head: [t('years.year'), t('years.count')], rows }}
        file={file()}
      />
    </Panel>
  );
}

/** The sum, the change between the last two whole years, and which year is not over. */
function toldOf(years: readonly YearRow[], t: Say): string {
  const known = years.filter(({ admitted }) => admitted !== null);
  const total = known.reduce((sum, { admitted }) => sum + (admitted?.count ?? 0), 0);
  const since = String(known[0]?.year ?? years[0]?.year ?? '');
  const [before, last] = known.filter(({ part }) => !part).slice(-2);
  const part = known.find((year) => year.part);
  return [
    t('years.told', { since, total }),
    before && last ? changeOf(before, last, t) : '',
    part ? t('years.told_part', { year: String(part.year) }) : '',
  ].join('');
}

function changeOf(before: YearRow, last: YearRow, t: Say): string {
  const change = yearChange(before.admitted?.count ?? 0, last.admitted?.count ?? 0);
  if (!change) return '';
  const years = { year: String(last.year), before: String(before.year) };
  if ('share' in change) return t(change.key, { ...years, share: formatShare(change.share) });
  return 'count' in change ? t(change.key, { ...years, count: change.count }) : t(change.key, years);
}

export function MonthsPart({ view }: PartProps) {
  const t = useWords(words);
  const file = useFile(view);
  const { months, on, year, undated } = view;
  const sketch = useMemo(
    () =>
      sketchMonths(
        months.map(({ month, count, before, part }) => ({ label: String(month), now: count, before, part })),
      ),
    [months],
  );
  const come = months.filter(({ count }) => count !== null);
  const sum = (of: 'count' | 'before') => come.reduce((all, month) => all + (month[of] ?? 0), 0);
  const params = {
    year: String(year),
    before: String(year - 1),
    day: formatDay(on),
    count: sum('count'),
    last: sum('before'),
  };
  const title = t('months.title', { year: String(year) });
  return (
    <Panel title={title}>
      <Chart
        name={title}
        told={t('months.told', params) + (undated > 0 ? t('months.undated', { count: undated }) : '')}
        sketch={sketch}
        figures={{
          head: [t('months.month'), String(year - 1), String(year)],
          rows: months.map(({ month, count, before }) => [
            String(month),
            before === null ? '–' : formatNumber(before),
            count === null ? '–' : formatNumber(count),
          ]),
        }}
        file={file()}
      />
    </Panel>
  );
}

/** Ages of very few persons are not given away. */
const spared = ({ aged }: YearRow, { own, least }: OverviewView): boolean => !own && aged < least;

export function AgesPart({ view }: PartProps) {
  const t = useWords(words);
  const file = useFile(view);
  const { years, on } = view;
  const pointOf = (year: YearRow, hidden: boolean) => ({
    label: String(year.year),
    value: hidden ? null : year.mean,
    said: year.mean === null ? '' : formatTenths(year.mean),
    part: year.part,
  });
  const sketch = sketchTrend(years.map((year) => pointOf(year, false)));
  const known = years.filter(({ mean }) => mean !== null);
  if (known.length === 0) return null;
  const away = known.filter((year) => !spared(year, view));
  const paper = sketchTrend(years.map((year) => pointOf(year, spared(year, view))));
  const maybe = (value: number | null) => (value === null ? '–' : formatTenths(value));
  return (
    <Panel title={t('ages.title')}>
      <Chart
        name={t('ages.title')}
        told={agesTold(known, t)}
        sketch={sketch}
        figures={{
          head: [t('years.year'), t('years.mean'), t('years.median')],
          rows: years.map((year) => [yearSaid(year, on, t), maybe(year.mean), maybe(year.median)]),
        }}
        file={{ ...file(true), sketch: paper, told: agesTold(away, t) }}
      />
    </Panel>
  );
}

function agesTold(known: readonly YearRow[], t: Say): string {
  const [first, last] = [known[0], known.at(-1)];
  if (!first) return '';
  const to = { last: String(last?.year), to: formatTenths(last?.mean ?? 0) };
  return first === last
    ? t('ages.told_one', to)
    : t('ages.told', { first: String(first.year), from: formatTenths(first.mean ?? 0), ...to });
}

/** Shown where there is, or was, one. */
export function CombinedPart({ view }: PartProps) {
  const t = useWords(words);
  const file = useFile(view);
  const { years, on } = view;
  const sketch = useMemo(() => sketchYears(years.map((year) => columnOf(year, year.combined))), [years]);
  const known = years.filter(({ combined }) => combined !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.every(({ combined }) => combined === 0)) return null;
  const params = { first: String(first.year), from: first.combined, day: formatDay(on), to: last.combined };
  return (
    <Panel title={t('combined.title')}>
      <Chart
        name={t('combined.title')}
        told={t('combined.told', { ...params, cells: last.cells })}
        sketch={sketch}
        figures={{
          head: [t('years.year'), t('years.combined'), t('years.cells')],
          rows: years.map((year) => [
            yearSaid(year, on, t),
            year.combined === null ? '–' : formatNumber(year.combined),
            year.cells === null ? '–' : formatNumber(year.cells),
          ]),
        }}
        file={file()}
      />
    </Panel>
  );
}
