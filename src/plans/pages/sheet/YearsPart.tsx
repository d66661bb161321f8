// Year by year: columns against each year's target, part-years marked; then the longer periods the year stands in.
import { useMemo } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { Chart } from '../../../ui/chart/Chart.tsx';
import { sketchYears, type YearColumn } from '../../../ui/chart/years.ts';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { formatChange, formatShare, formatTenths } from '../../../ui/numbers.ts';
import { KeyValue } from '../../../ui/show/KeyValue.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { isKnown, sayAmount, sayCount } from '../../amount.ts';
import { standingOf } from '../../attainment.ts';
import type { FigureSheet, SheetView, YearView } from '../../view.ts';
import { AttainmentBar } from '../Attainment.tsx';
import { type Say, sayMaybe, sayPeriod } from '../said.ts';
import { words } from '../words.ts';
import { Gap } from './Gap.tsx';
import css from './sheet.module.css';

interface PartProps {
  sheet: SheetView;
  own: FigureSheet;
}

export function YearsPart({ sheet, own }: PartProps) {
  const t = useWords(words);
  const { years } = own;
  const sketch = useMemo(() => sketchYears(years.map((year) => columnOf(year))), [years]);
  return (
    <>
      <Panel title={t('years.title')} second={t('years.second')}>
        {years.length > 0 && (
          <Chart
            name={t('years.title')}
            told={toldOf(sheet, own, t)}
            sketch={sketch}
            figures={{ head: headOf(t), rows: years.map((year) => rowOf(year, sheet, own, t)) }}
          />
        )}
      </Panel>
      {own.ofYears && <OfYears of={own.ofYears} />}
      {own.within.length > 0 && <Within own={own} />}
    </>
  );
}

function columnOf({ year, done, assigned, partYear }: YearView): YearColumn {
  const known = assigned && isKnown(assigned) ? assigned : null;
  return {
    label: String(year),
    done: done.value,
    doneSaid: sayCount(done),
    part: partYear,
    least: known?.minimum ?? null,
    most: known?.maximum ?? null,
    targetSaid: known ? sayAmount(known) : '',
  };
}

function toldOf({ window }: SheetView, { figure }: FigureSheet, t: Say): string {
  if (figure !== 'admission') return '';
  const { since, until, total, mean, ofMembers, yearlyOfMembers } = window;
  const words = t('years.told', {
    since: String(since),
    until: String(until),
    total: sayCount(total),
    mean: formatTenths(mean),
  });
  if (!ofMembers || !yearlyOfMembers) return words;
  const sign = ofMembers.mark === 'at_least' ? '≥ ' : ofMembers.mark === 'about' ? '≈ ' : '';
  return (
    words +
    t('years.told_members', {
      share: `${sign}${formatShare(ofMembers.share)}`,
      yearly: `${sign}${formatShare(yearlyOfMembers.share)}`,
    })
  );
}

const headOf = (t: Say): string[] => [
  t('years.year'),
  t('years.done'),
  t('years.target'),
  t('years.share'),
  t('years.status'),
  t('years.change'),
  t('years.quality'),
  t('years.lost'),
];

function rowOf(row: YearView, { on }: SheetView, { change }: FigureSheet, t: Say): string[] {
  const { year, done, assigned, attainment, partYear, quality } = row;
  const changed = change.find((one) => one.year === year);
  return [
    partYear ? t('years.part', { year: String(year), day: formatDay(on) }) : String(year),
    sayCount(done),
    sayMaybe(assigned),
    attainment.progress === null ? '–' : formatShare(attainment.progress),
    t(`status.${standingOf(attainment)}`),
    changed ? sayChange(changed.share, t) : '–',
    ...qualityWords(quality),
  ];
}

const sayChange = (share: number, t: Say): string =>
  share === 0 ? t('years.equal') : formatChange(share) || t('years.nearly');

const qualityWords = (quality: YearView['quality']): string[] =>
  quality && quality.count > 0
    ? [formatShare(quality.women / quality.count), String(quality.notRecognised + quality.removed)]
    : ['–', '–'];

function OfYears({ of }: { of: NonNullable<FigureSheet['ofYears']> }) {
  const t = useWords(words);
  const { target, even, assigned, without, done, difference, period } = of;
  return (
    <Panel title={t('of_years.title')} second={sayPeriod(period, t)}>
      <KeyValue
        items={[
          { label: t('box.target'), value: sayAmount(target) },
          { label: t('of_years.even'), value: even === null ? null : formatTenths(even) },
          { label: t('of_years.sum'), value: sayMaybe(assigned), second: <Gap of={difference} /> },
          { label: t('of_years.without'), value: without.length > 0 ? without.join(', ') : t('who.nobody') },
          { label: t('of_years.done'), value: sayCount(done) },
        ]}
      />
    </Panel>
  );
}

type WithinRow = FigureSheet['within'][number];

function Within({ own }: { own: FigureSheet }) {
  const t = useWords(words);
  return (
    <Panel title={t('within.title')}>
      <SmallTable<WithinRow>
        name={t('within.title')}
        rows={own.within}
        keyOf={({ period }) => period.key}
        columns={withinColumns(t)}
        empty={{ title: t('within.title') }}
      />
    </Panel>
  );
}

const withinColumns = (t: Say): Column<WithinRow>[] => [
  { id: 'period', label: t('within.period'), cell: ({ period }) => sayPeriod(period.key, t), width: '30%' },
  {
    id: 'done',
    label: t('col.result'),
    cell: ({ target, done, attainment }) => <AttainmentBar of={{ assigned: target, done, attainment }} />,
  },
  {
    id: 'share',
    label: t('col.share'),
    cell: ({ shareOfYear }) =>
      shareOfYear === null ? null : (
        <span className={css.second}>{t('within.share', { share: formatShare(shareOfYear) })}</span>
      ),
  },
];
