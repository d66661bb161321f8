// What the committee asks again every period: the next period, and since when it can be sent.
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { SchedulesAnswer, ScheduleView } from '../view.ts';
import css from './reports.module.css';
import { words } from './words.ts';

export function Schedules({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const { data } = useRead<SchedulesAnswer>('/reports/schedules', { params: { unit: unitId } });
  const standing = data?.items.filter(({ withdrawn }) => withdrawn === null) ?? [];
  if (standing.length === 0) return null;
  return (
    <section className={css.again} aria-labelledby="again">
      <h2 id="again">{t('again.list')}</h2>
      <ul className={css.lines}>
        {standing.map((schedule) => (
          <Line key={schedule.id} schedule={schedule} />
        ))}
      </ul>
      <h2>{t('again.rounds')}</h2>
    </section>
  );
}

function Line({ schedule: { id, forms, every, next } }: { schedule: ScheduleView }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  if (!next) return null;
  const ready = today >= next.from;
  return (
    <li className={css.line}>
      <div className={css.body}>
        <To href={`/reports/schedules/${id}`} className={css.what}>
          {forms.map(({ title }) => tell(title)).join('; ')}
        </To>
        <p className={`${css.facts} ${css.second}`}>
          <span>{t(`again.every_${every}`)}</span>
          <span>{t('again.comes', { period: tell(next.periodLabel) })}</span>
          <span>{t('list.closes', { day: formatDay(next.closesOn) })}</span>
        </p>
        <StatusMark tone={ready ? 'wait' : 'plain'}>
          {ready ? t('again.ready') : t('again.from', { day: formatDay(next.from) })}
        </StatusMark>
      </div>
    </li>
  );
}
