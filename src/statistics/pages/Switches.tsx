// Which period and by what the figure is shown.
import { NativeSelect } from '@mantine/core';
import { useAddress } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { FigureView } from '../catalogue/view.ts';
import { type Asked, periodsOf, sayPeriod } from './asked.ts';
import css from './statistics.module.css';
import { words } from './words.ts';

export function Switches({ figure, asked }: { figure: FigureView; asked: Asked }) {
  const t = useWords(words);
  const tell = useTell();
  const { set } = useAddress();
  const offered = periodsOf(asked.on);
  const period = asked.period ?? asked.on.slice(0, 4);
  const periods = offered.includes(period) ? offered : [period, ...offered];
  return (
    <div className={`${css.switches} no-print`}>
      {figure.nature === 'flow' && (
        <NativeSelect
          label={t('stat.period')}
          value={period}
          onChange={(event) => set({ period: event.currentTarget.value })}
          data={periods.map((value) => ({ value, label: sayPeriod(value, t) }))}
        />
      )}
      {figure.by.length > 1 && (
        <NativeSelect
          label={t('stat.by')}
          value={asked.by ?? 'child'}
          onChange={(event) => set({ by: event.currentTarget.value })}
          data={figure.by.map(({ id, label }) => ({ value: id, label: tell(label) }))}
        />
      )}
    </div>
  );
}
