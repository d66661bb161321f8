// One reminder: when it came, what is to be done and for whom, by when. Unread is told by word and shape; what is done
// meanwhile stands quietly.
import { formatDay } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useAct } from '../../../ui/act.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { longDay } from '../../../wording/due.ts';
import type { NoticeView } from '../../view.ts';
import css from '../reminders.module.css';
import { words } from '../words.ts';
import { leftWords, placeWords, tones, workWords } from './said.ts';
import { Written } from './Written.tsx';

export function NoticeLine({ notice }: { notice: NoticeView }) {
  const t = useWords(words);
  const tell = useTell();
  const { kind, past, readAt, sent } = notice;
  const open = useAct({ to: `/notices/${notice.id}/read`, refresh: ['/notices', '/reminders'] });
  const unread = readAt === null;
  const work = workWords(notice, tell);
  return (
    <li className={css.line} data-unread={unread || undefined} data-past={past || undefined}>
      <div className={css.came}>
        <p className={css.day}>{formatDay(notice.madeOn)}</p>
        {unread && (
          <p className={css.unread}>
            <span className={css.dot} aria-hidden />
            {t('notice.unread')}
          </p>
        )}
      </div>
      <div className={css.what}>
        <StatusMark tone={past ? 'ended' : tones[kind]}>{t(`notice.${kind}`)}</StatusMark>
        <p className={css.work}>
          {sent ? (
            work
          ) : (
            <To href={notice.href} onClick={() => unread && open.run()}>
              {work}
            </To>
          )}
        </p>
        <p className={css.where}>{placeWords(notice)}</p>
        <Due notice={notice} />
        {sent && <Written notice={notice} sent={sent} open={open} />}
      </div>
    </li>
  );
}

function Due({ notice }: { notice: NoticeView }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const { dueOn, past } = notice;
  if (past) return <StatusMark tone="done">{t('notice.past')}</StatusMark>;
  const left = leftWords(notice, today);
  const day = dueOn ? t('notice.due', { day: tell(longDay(dueOn)) }) : t('notice.no_due');
  return (
    <p className={css.due} data-late={(dueOn !== null && dueOn < today) || undefined}>
      {[day, left && tell(left.message, left.params)].filter(Boolean).join(' – ')}
    </p>
  );
}
