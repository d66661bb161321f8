// From introduction to admission: of those introduced in the chosen years, how many came at least so far.
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { heightOfBars, type NamedBar, sketchBars } from '../../ui/chart/bars.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { formatNumber, formatShare } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { milestones, together } from '../funnel.ts';
import type { OverviewView } from '../view.ts';
import { words } from '../words.ts';
import { type Say, useFile } from './parts.ts';

export function FunnelPart({ view }: { view: OverviewView }) {
  const t = useWords(words);
  const file = useFile(view);
  const [chosen, setChosen] = useState('');
  const { funnel } = view;
  const line = useMemo(
    () => together(funnel.filter(({ cohort }) => chosen === '' || cohort === chosen)),
    [funnel, chosen],
  );
  const bars = barsOf(line.reached, t);
  const [introduced = 0] = line.reached;
  const admitted = line.reached.at(-1) ?? 0;
  const years = { from: funnel[0]?.cohort ?? '', to: funnel.at(-1)?.cohort ?? '' };
  const choices = [
    { value: '', label: t('funnel.all', years) },
    ...funnel.map(({ cohort }) => ({ value: cohort, label: t('funnel.year', { year: cohort }) })),
  ];
  if (funnel.length === 0)
    return (
      <Panel title={t('funnel.title')}>
        <p>{t('funnel.none')}</p>
      </Panel>
    );
  const share = introduced > 0 ? formatShare(admitted / introduced) : '–';
  return (
    <Panel
      title={t('funnel.title')}
      second={t('funnel.second')}
      action={
        <NativeSelect
          label={t('funnel.choose')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={choices}
        />
      }
    >
      <Chart
        name={t('funnel.title')}
        told={t('funnel.told', { introduced, admitted, share, open: line.open })}
        sketch={sketchBars(bars)}
        height={heightOfBars(bars)}
        figures={{ head: headOf(t), rows: rowsOf(line.reached, t) }}
        file={file()}
      />
    </Panel>
  );
}

const shareOf = (count: number, of: number): string => (of > 0 ? formatShare(count / of) : '–');

const barsOf = (reached: readonly number[], t: Say): NamedBar[] =>
  milestones.map((milestone, at) => {
    const count = reached[at] ?? 0;
    const share = shareOf(count, reached[0] ?? 0);
    return {
      name: t(`step.${milestone}`),
      value: count,
      said: at === 0 ? formatNumber(count) : t('funnel.said', { count, share }),
      behind: at === 0 ? null : (reached[at - 1] ?? 0),
    };
  });

const headOf = (t: Say): string[] => [
  t('funnel.step'),
  t('funnel.count'),
  t('funnel.of_first'),
  t('funnel.of_last'),
];

const rowsOf = (reached: readonly number[], t: Say): string[][] =>
  milestones.map((milestone, at) => {
    const count = reached[at] ?? 0;
    return [
      t(`step.${milestone}`),
      formatNumber(count),
      shareOf(count, reached[0] ?? 0),
      at === 0 ? '–' : shareOf(count, reached[at - 1] ?? 0),
    ];
  });
