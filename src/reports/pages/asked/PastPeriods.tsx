// The periods of a schedule that were asked or passed over, newest first; the one passed over last may be asked after all.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { useAct } from '../../../ui/act.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ScheduleView } from '../../view.ts';
import css from '../reports.module.css';
import { words } from '../words.ts';

type PastPeriod = ScheduleView['past'][number];

export function PastPeriods({ schedule: { id, past } }: { schedule: ScheduleView }) {
  const t = useWords(words);
  return (
    <Panel title={t('again.past')}>
      <ul className={css.lines}>
        {past.map((one) => (
          <Line key={one.period} scheduleId={id} one={one} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ scheduleId, one }: { scheduleId: string; one: PastPeriod }) {
  const t = useWords(words);
  const tell = useTell();
  const { periodLabel, on, rounds, skipped, can } = one;
  return (
    <li className={css.line}>
      <div className={css.body}>
        <p className={css.what}>{tell(periodLabel)}</p>
        {skipped === null ? (
          <p className={css.second}>{t('again.asked_on', { day: formatDay(on) })}</p>
        ) : (
          <p>{t('again.skipped_on', { day: formatDay(on), reason: skipped })}</p>
        )}
        <ul>
          {rounds.map(({ id, title }) => (
            <li key={id}>
              <To href={`/reports/rounds/${id}`}>{tell(title)}</To>
            </li>
          ))}
        </ul>
      </div>
      {can.includes('restore') && <Restore scheduleId={scheduleId} one={one} />}
    </li>
  );
}

function Restore({ scheduleId, one: { period, periodLabel } }: { scheduleId: string; one: PastPeriod }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const named = { period: tell(periodLabel) };
  const restore = useAct({
    to: `/reports/schedules/${scheduleId}/restore`,
    body: () => ({ period }),
    refresh: ['/reports', '/worklist'],
    done: () => toast(t('again.restored', named)),
  });
  return (
    <div className={`${css.acts} no-print`}>
      {restore.error && <Failure error={restore.error} />}
      <Button
        variant="default"
        loading={restore.busy}
        aria-label={t('again.restore_named', named)}
        onClick={() => restore.run()}
      >
        {t('again.restore')}
      </Button>
    </div>
  );
}
