// How a request stands, in words: by when, how many working days are left or late, or how it ended.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { dueWords, longDay } from '../../../wording/due.ts';
import type { RequestRow, RequestView } from '../../view.ts';
import css from '../verification.module.css';
import { words } from '../words.ts';

type Shown = Pick<
  RequestRow | RequestView,
  'status' | 'dueOn' | 'workingDaysLeft' | 'waited' | 'answeredOn' | 'way' | 'receivedOn'
>;

const tones = {
  sent: 'wait',
  needs_more: 'wait',
  confirmed: 'done',
  recorded: 'done',
  ended: 'ended',
} as const;

export function Stand({ request }: { request: Shown }) {
  const t = useWords(words);
  const { status, answeredOn, waited } = request;
  if (status === 'sent') return <Waiting request={request} />;
  return (
    <>
      <StatusMark tone={tones[status]}>{t(`status.${status}`)}</StatusMark>
      {answeredOn && (
        <span className={css.second}>
          {[formatDay(answeredOn), waited !== null && t('list.took', { count: waited })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </>
  );
}

function Waiting({ request: { dueOn, workingDaysLeft, waited, way, receivedOn } }: { request: Shown }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const due = dueOn ? dueWords({ dueOn, nature: 'duty', workingDaysLeft }, today) : null;
  const why = way === 'letter' && receivedOn === null && t('list.no_receipt');
  return (
    <>
      {dueOn && <span className={css.day}>{tell(longDay(dueOn))}</span>}
      <StatusMark tone={due?.late ? 'act' : 'wait'}>
        {due ? tell(due.message, due.params) : t('status.sent')}
      </StatusMark>
      <span className={css.second}>
        {[waited !== null && t('list.waited', { count: waited }), why].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
