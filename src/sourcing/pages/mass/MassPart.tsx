// What the mass organisations do: rounds in which they go through their lists, and work they are asked to do.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useCan } from '../../../ui/session.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import type { ReviewList } from '../../view.ts';
import { TaskTable } from '../member/TaskTable.tsx';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { AskMass } from './AskMass.tsx';
import { OpenReview } from './OpenReview.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';

export function MassPart() {
  const query = useRead<ReviewList>('/reviews', { keep: true });
  return (
    <>
      <Loaded of={query} rows={5}>
        {(data) => <Rounds list={data} />}
      </Loaded>
      <TaskTable kinds={['understand', 'educate']} />
    </>
  );
}

function Rounds({ list }: { list: ReviewList }) {
  const t = useWords(words);
  const writes = useCan('survey.write');
  const [open, setOpen] = useState<'review' | 'task' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {writes && (
        <div className={css.bar}>
          {list.committees.length > 0 && (
            <Button variant="default" onClick={() => setOpen('review')}>
              {t('review.open')}
            </Button>
          )}
          <Button variant="default" onClick={() => setOpen('task')}>
            {t('task.mass_title')}
          </Button>
        </div>
      )}
      {list.items.length === 0 && <Empty title={t('review.none')} text={t('review.none_text')} />}
      {list.items.map((review) => (
        <ReviewPanel key={review.id} review={review} />
      ))}
      {open === 'review' && <OpenReview committees={list.committees} close={close} />}
      {open === 'task' && <AskMass close={close} />}
    </>
  );
}
