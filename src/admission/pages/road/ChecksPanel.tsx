// The verification of the personal history, place by place, with how long each has been waiting.
import { Button } from '@mantine/core';
import { daysBetween, earliest, formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { replyStep } from '../../../road/road.ts';
import type { DossierView, VerificationView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { dueWordsBy, longDay } from '../../../wording/due.ts';
import { words } from '../words.ts';
import type { Open } from './opening.ts';
import css from './road.module.css';

interface ChecksPanelProps {
  dossier: DossierView;
  book: Book;
  open: Open;
}

export function ChecksPanel({ dossier, book, open }: ChecksPanelProps) {
  const t = useWords(words);
  const { verifications, next } = dossier;
  if (verifications.length === 0) return null;
  const waiting = verifications.filter(({ awaited }) => awaited).length;
  const mayReply = next.some(({ step, mine, onBehalf }) => step === replyStep && (mine || onBehalf));
  return (
    <Panel
      title={t('checks.title')}
      second={waiting > 0 ? t('checks.second', { open: waiting }) : t('checks.none_open')}
    >
      <ul className={css.list}>
        {verifications.map((check) => (
          <li key={`${check.place}${check.sentOn}`}>
            <p className={css.lineHead}>{check.place}</p>
            <CheckLine check={check} today={dossier.today} book={book} />
            {mayReply && check.awaited && (
              <Button
                variant="default"
                className="no-print"
                aria-label={`${t('checks.reply')}: ${check.place}`}
                onClick={() => open(replyStep, { place: check.place })}
              >
                {t('checks.reply')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface CheckLineProps {
  check: VerificationView;
  today: string;
  book: Book;
}

function CheckLine({ check, today, book }: CheckLineProps) {
  const t = useWords(words);
  const sent = [
    t('checks.persons_count', { count: check.persons }),
    check.sentOn && t('checks.sent_on', { day: formatDay(check.sentOn) }),
    check.letter?.number,
  ];
  const more = check.result === 'needs_more';
  return (
    <>
      <p className={css.quiet}>{sent.filter(Boolean).join(' · ')}</p>
      {check.awaited && <WaitingFor {...{ check, today, book }} />}
      {check.repliedOn && (
        <StatusMark tone={more ? 'wait' : 'done'}>
          {formatDay(check.repliedOn)} · {t(more ? 'checks.needs_more' : 'checks.confirmed')}
        </StatusMark>
      )}
      {!check.awaited && !check.repliedOn && <StatusMark>{t('checks.no_reply_day')}</StatusMark>}
    </>
  );
}

function WaitingFor({ check, today, book }: CheckLineProps) {
  const t = useWords(words);
  const tell = useTell();
  const { sentOn, dueOn } = check;
  const due = dueOn ? dueWordsBy({ dueOn, duty: true }, today, book.regulations.calendar) : null;
  const parts = [
    sentOn && t('checks.waiting', { count: daysBetween(earliest(sentOn), today) }),
    due && dueOn && `${tell(longDay(dueOn))} – ${tell(due.message, due.params)}`,
  ];
  return <StatusMark tone={due?.late ? 'act' : 'wait'}>{parts.filter(Boolean).join(' · ')}</StatusMark>;
}
