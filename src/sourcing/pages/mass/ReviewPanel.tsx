// One round: who has confirmed and with what numbers, those who have not first; an organisation confirms here.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useAct } from '../../../ui/act.ts';
import { useConfirm } from '../../../ui/Confirm.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ReviewView } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { ConfirmReview } from './ConfirmReview.tsx';

type Answer = ReviewView['answers'][number];

export function ReviewPanel({ review }: { review: ReviewView }) {
  const t = useWords(words);
  const [confirming, setConfirming] = useState<Answer | null>(null);
  const columns = columnsOf(t, setConfirming);
  const { id, year, unitName, dueOn, answers, confirmed, closedOn, late } = review;
  return (
    <Panel
      title={t('review.title', { year: String(year) })}
      second={t('review.second', { unit: unitName, day: formatDay(dueOn) })}
      action={<Ending review={review} />}
    >
      <p className={css.bar}>
        {t('review.confirmed', { done: confirmed, all: answers.length })}
        {late && <StatusMark tone="act">{t('review.late')}</StatusMark>}
        {closedOn && <StatusMark tone="ended">{t('review.closed', { day: formatDay(closedOn) })}</StatusMark>}
      </p>
      <SmallTable<Answer>
        name={t('review.title', { year: String(year) })}
        rows={answers}
        keyOf={(row) => String(row.unitId)}
        columns={columns}
        empty={{ title: t('review.none') }}
      />
      {confirming && <ConfirmReview id={id} answer={confirming} close={() => setConfirming(null)} />}
    </Panel>
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;
const count = (value: number | null) => (value === null ? null : formatNumber(value));

const columnsOf = (t: Say, confirm: (answer: Answer) => void): Column<Answer>[] => [
  { id: 'unit', label: t('review.unit'), cell: (row) => row.unitName, width: '30%' },
  {
    id: 'on',
    label: t('review.on'),
    cell: (row) =>
      row.confirmedOn ? (
        formatDay(row.confirmedOn)
      ) : (
        <StatusMark tone="wait">{t('review.not_yet')}</StatusMark>
      ),
    width: '11rem',
  },
  { id: 'before', label: t('review.before'), number: true, cell: (row) => count(row.before) },
  { id: 'after', label: t('review.after'), number: true, cell: (row) => count(row.after) },
  { id: 'promising', label: t('review.promising'), number: true, cell: (row) => count(row.promising) },
  {
    id: 'act',
    label: t('page.act'),
    cell: (row) =>
      row.can.includes('confirm') && (
        <Button variant="default" onClick={() => confirm(row)}>
          {t(row.confirmedOn ? 'review.confirm_again' : 'review.confirm')}
        </Button>
      ),
    width: '10rem',
  },
];

function Ending({ review: { id, can } }: { review: ReviewView }) {
  const t = useWords(words);
  const ask = useConfirm();
  const toast = useToast();
  const end = useAct<{ how: 'close' | 'take_back' }>({
    to: `/reviews/${id}/end`,
    refresh: ['/reviews'],
    done: () => toast(t('review.ended')),
  });
  const close = async () => {
    const yes = t('review.close');
    if (await ask({ title: yes, text: t('review.close_ask'), yes })) end.run({ how: 'close' });
  };
  return (
    <>
      {end.error && <Failure error={end.error} />}
      <span className={css.actions}>
        {can.includes('take_back') && (
          <Button variant="default" disabled={end.busy} onClick={() => end.run({ how: 'take_back' })}>
            {t('review.take_back')}
          </Button>
        )}
        {can.includes('close') && (
          <Button variant="default" disabled={end.busy} onClick={() => void close()}>
            {t('review.close')}
          </Button>
        )}
      </span>
    </>
  );
}
