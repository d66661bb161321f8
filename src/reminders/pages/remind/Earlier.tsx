// What was written about this line before, and who has opened it.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { WorkItem } from '../../../worklist/view.ts';
import type { NoticeView, ReceiptView } from '../../view.ts';
import { From, Paper } from '../list/Sender.tsx';
import css from '../reminders.module.css';
import { words } from '../words.ts';

export function Earlier({ item: { caseKind, caseId, clock, part } }: { item: WorkItem }) {
  const t = useWords(words);
  const { data } = useRead<{ items: NoticeView[] }>('/reminders', {
    params: { caseKind, caseId, clock, part },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label={t('remind.earlier')}>
      <h3 className={css.earlierHead}>{t('remind.earlier')}</h3>
      <ul className={css.earlier}>
        {data.items.map((notice) => (
          <Once key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

function Once({ notice: { madeOn, sent } }: { notice: NoticeView }) {
  const t = useWords(words);
  if (!sent) return null;
  return (
    <li>
      <p className={css.day}>{formatDay(madeOn)}</p>
      <From sent={sent} />
      <blockquote className={css.text}>{sent.text ?? t('notice.sealed')}</blockquote>
      <Paper document={sent.document} />
      <ul>
        {sent.receipts.map((receipt) => (
          <li key={`${receipt.office.vi}${receipt.unitName}`}>
            <Receipt receipt={receipt} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function Receipt({ receipt: { office, unitName, readAt, readBy } }: { receipt: ReceiptView }) {
  const t = useWords(words);
  const tell = useTell();
  const place = `${tell(office)} · ${unitName}`;
  const state = readAt
    ? t('sent.opened', { who: readBy ?? '', at: formatInstant(readAt) })
    : t('sent.not_opened');
  return <StatusMark tone={readAt ? 'done' : 'wait'}>{`${place}: ${state}`}</StatusMark>;
}
