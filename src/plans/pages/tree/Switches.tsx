// Which period and which figure the page speaks of, and how much of the period has gone.
import { NativeSelect } from '@mantine/core';
import { useAddress } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { PlanView } from '../../view.ts';
import css from '../plans.module.css';
import { sayElapsed, sayPeriod } from '../said.ts';
import { words } from '../words.ts';

type Offered = Pick<PlanView, 'period' | 'figure' | 'figures' | 'periods' | 'elapsed' | 'on'>;

export function Switches({ plan }: { plan: Offered }) {
  const t = useWords(words);
  const tell = useTell();
  const { set } = useAddress();
  const { period, figure, figures, periods, elapsed, on } = plan;
  const keys = periods.includes(period.key) ? periods : [period.key, ...periods];
  return (
    <div className={`${css.switches} no-print`}>
      <NativeSelect
        label={t('ask.period')}
        value={period.key}
        onChange={(event) => set({ period: event.currentTarget.value })}
        data={keys.map((value) => ({ value, label: sayPeriod(value, t) }))}
      />
      {figures.length > 1 && (
        <NativeSelect
          label={t('ask.figure')}
          value={figure}
          onChange={(event) => set({ figure: event.currentTarget.value })}
          data={figures.map(({ id, label }) => ({ value: id, label: tell(label) }))}
        />
      )}
      <p className={css.elapsed}>{sayElapsed(elapsed, on, t)}</p>
    </div>
  );
}
