// One person in the review: how they stand, and what the cell decides.
import { Checkbox, NativeSelect } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { useBook } from '../../../road/pages/book.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { ReviewPage, ReviewRow } from '../../view.ts';
import css from '../fostering.module.css';
import { words } from '../words.ts';
import type { Decision } from './review-form.ts';

interface PersonLineProps {
  row: ReviewRow;
  reasons: ReviewPage['reasons'];
  decision: Decision;
  decide: (decision: Decision) => void;
}

export function PersonLine({ row, reasons, decision, decide }: PersonLineProps) {
  const t = useWords(words);
  const tell = useTell();
  const nominee = row.stage === 'nominated';
  const choices = nominee
    ? [
        { value: 'keep', label: t('review.wait') },
        { value: 'list', label: t('review.list') },
        { value: 'strike', label: t('review.strike_nominee') },
      ]
    : [
        { value: 'keep', label: t('review.keep') },
        { value: 'strike', label: t('review.strike') },
      ];
  const choose = (choice: Decision['choice']) =>
    decide({
      ...decision,
      choice,
      reason: choice === 'strike' ? decision.reason || (reasons[0]?.code ?? '') : '',
    });
  return (
    <li className={css.person}>
      <About row={row} />
      <div className={css.choices}>
        <NativeSelect
          aria-label={t('review.for', { name: row.name })}
          data={choices}
          value={decision.choice}
          onChange={(event) => choose(event.currentTarget.value as Decision['choice'])}
        />
        {decision.choice === 'strike' && (
          <NativeSelect
            aria-label={t('review.reason_for', { name: row.name })}
            data={reasons.map(({ code, label }) => ({ value: code, label: tell(label) }))}
            value={decision.reason}
            onChange={(event) => decide({ ...decision, reason: event.currentTarget.value })}
          />
        )}
        {decision.choice === 'list' && (
          <Checkbox
            label={t('review.parents')}
            checked={decision.parents}
            onChange={(event) => decide({ ...decision, parents: event.currentTarget.checked })}
          />
        )}
      </div>
    </li>
  );
}

function About({ row }: { row: ReviewRow }) {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  const facts = [
    row.bornOn && formatDay(row.bornOn),
    row.stage !== 'nominated' && book && tell(book.stageLabel(row.stage)),
    row.helperName && `${t('list.helper')}: ${row.helperName}`,
    row.lastTouchOn && `${t('list.touch')}: ${formatDay(row.lastTouchOn)}`,
  ].filter(Boolean);
  return (
    <div>
      <To href={`/dossiers/${row.id}`} className={css.name}>
        {row.name}
      </To>
      <p className={css.second}>{facts.join(' · ')}</p>
      {row.informedOn === null && <StatusMark tone="act">{t('list.untold')}</StatusMark>}
      {row.pausedOn && (
        <StatusMark tone="wait">{t('list.paused', { day: formatDay(row.pausedOn) })}</StatusMark>
      )}
    </div>
  );
}
