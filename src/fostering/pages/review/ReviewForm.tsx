// The form of the review: a decision for each person, number and day of the resolution once, a look before the write.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../../ui/field/DayField.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useBook } from '../../../road/pages/book.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { OutcomeLine, PreviewView, ReviewPage } from '../../view.ts';
import { monthWords } from '../choices.ts';
import css from '../fostering.module.css';
import { isFine } from '../list/fine.ts';
import { ManyLook } from '../list/ManyLook.tsx';
import { words } from '../words.ts';
import { PersonLine } from './PersonLine.tsx';
import { countsOf, type Decision, startOf, useReviewForm } from './review-form.ts';

export function ReviewForm({ review }: { review: ReviewPage }) {
  const t = useWords(words);
  const today = useToday();
  const [look, setLook] = useState<PreviewView | null>(null);
  const [decisions, setDecisions] = useState(() => startOf(review.rows));
  const [left, setLeft] = useState<OutcomeLine[]>([]);
  const form = useReviewForm(review, { look, decisions }, { setLook, setLeft });
  if (!review.can.includes('review')) return null;
  const decide = (id: string, decision: Decision) => setDecisions({ ...decisions, [id]: decision });
  const fine = look ? look.lines.filter(isFine).length : 0;
  const stuck = look !== null && look.lines.length > 0 && fine === 0;
  return (
    <>
      <Month review={review} />
      {left.length > 0 && <ManyLook lines={left} />}
      <FormFrame
        form={form}
        submit={look ? t(stuck ? 'many.none' : 'review.write') : t('many.look')}
        before={look ? <Look look={look} again={() => setLook(null)} /> : null}
      >
        {!look && <Lines review={review} decisions={decisions} decide={decide} />}
        <p className={css.counts}>{t('review.counts', { ...countsOf(review.rows, decisions) })}</p>
        <div className={css.pair}>
          <TextInput
            label={t('doc.number')}
            required
            maxLength={60}
            disabled={look !== null}
            {...form.text('number')}
          />
          <DayField label={t('doc.on')} required max={today} disabled={look !== null} {...form.field('on')} />
        </div>
      </FormFrame>
    </>
  );
}

function Month({ review: { period, unit } }: { review: ReviewPage }) {
  const t = useWords(words);
  return period ? (
    <Notice
      tone="act"
      title={`${unit.name}: ${t('review.period', { month: period.length === 7 ? monthWords(period) : period })}`}
    >
      {t('review.period_text')}
    </Notice>
  ) : (
    <Notice tone="done" title={`${unit.name}: ${t('review.none_open')}`} />
  );
}

interface LinesProps {
  review: ReviewPage;
  decisions: Record<string, Decision>;
  decide: (id: string, decision: Decision) => void;
}

function Lines({ review, decisions, decide }: LinesProps) {
  const t = useWords(words);
  const proposed = review.rows.filter(({ stage }) => stage === 'nominated');
  const listed = review.rows.filter(({ stage }) => stage !== 'nominated');
  const groups = [
    { title: t('review.proposed'), rows: proposed },
    { title: t('review.on_list'), rows: listed },
  ];
  return groups.map(({ title, rows }) => (
    <Panel key={title} title={`${title} (${rows.length})`}>
      {rows.length === 0 ? (
        <p className={css.second}>{t('review.nobody')}</p>
      ) : (
        <ul className={css.people}>
          {rows.map((row) => (
            <PersonLine
              key={row.id}
              row={row}
              reasons={review.reasons}
              decision={decisions[row.id] ?? { choice: 'keep', reason: '', parents: false }}
              decide={(decision) => decide(row.id, decision)}
            />
          ))}
        </ul>
      )}
    </Panel>
  ));
}

function Look({ look, again }: { look: PreviewView; again: () => void }) {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  const stepName = (id: string) => {
    const step = book?.stepOf(id);
    return step ? tell(step.label) : '';
  };
  return (
    <div className={css.stack}>
      <ManyLook lines={look.lines} of={stepName} />
      {look.lines.length === 0 && <Notice>{t('review.nobody_moves')}</Notice>}
      {look.already && <Notice>{t('review.again')}</Notice>}
      <div>
        <Button variant="default" onClick={again}>
          {t('many.back')}
        </Button>
      </div>
    </div>
  );
}
