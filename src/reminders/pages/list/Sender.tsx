// Who wrote a reminder, and the document it cites.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { NoticeView } from '../../view.ts';
import css from '../reminders.module.css';
import { words } from '../words.ts';

type Sent = NonNullable<NoticeView['sent']>;

export function From({ sent: { from, fromOffice } }: { sent: Pick<Sent, 'from' | 'fromOffice'> }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <p className={css.from}>{fromOffice ? t('sent.from', { who: from, office: tell(fromOffice) }) : from}</p>
  );
}

export function Paper({ document }: { document: Sent['document'] }) {
  const t = useWords(words);
  if (!document) return null;
  const { number, on, by } = document;
  const what = [
    number && t('sent.number', { number }),
    on && t('sent.day', { day: formatDay(on) }),
    by && t('sent.by', { by }),
  ];
  return <p className={css.quiet}>{t('sent.document', { what: what.filter(Boolean).join(' ') })}</p>;
}
