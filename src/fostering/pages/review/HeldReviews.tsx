// Resolutions already recorded: printed again, or taken back whole when entered by mistake.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { hrefOf, To } from '../../../ui/address.tsx';
import { send } from '../../../ui/api.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { ReasonDialog } from '../../../ui/field/ReasonDialog.tsx';
import { useCan } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { ReviewPage, UndoneView } from '../../view.ts';
import css from '../fostering.module.css';
import { words } from '../words.ts';

type Held = ReviewPage['held'][number];

export function HeldReviews({ review }: { review: ReviewPage }) {
  const t = useWords(words);
  const mayUndo = useCan('dossier.correct');
  const [undoing, setUndoing] = useState<Held | null>(null);
  const [left, setLeft] = useState<UndoneView['left']>([]);
  const unit = String(review.unit.id);
  return (
    <Panel title={t('review.held')}>
      {left.length > 0 && <Left left={left} />}
      {review.held.length === 0 && <p className={css.second}>{t('review.held_none')}</p>}
      <ul className={css.plain}>
        {review.held.map((held) => (
          <li key={`${held.number} ${held.on}`}>
            <strong>{t('review.held_line', { number: held.number, day: formatDay(held.on) })}</strong>
            {' · '}
            {t('review.held_counts', { added: held.added, removed: held.removed })}
            <div className={css.acts}>
              <To href={hrefOf('/fostering/review/print', { unit, number: held.number, day: held.on })}>
                {t('review.print')}
              </To>
              {mayUndo && (
                <Button variant="default" size="compact-md" onClick={() => setUndoing(held)}>
                  {t('review.undo')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {undoing && (
        <UndoDialog
          held={undoing}
          unitId={review.unit.id}
          close={(out) => {
            setUndoing(null);
            if (out) setLeft(out.left);
          }}
        />
      )}
    </Panel>
  );
}

function Left({ left }: { left: UndoneView['left'] }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <Notice tone="act" title={t('review.undo_left', { count: left.length })} alert>
      <ul className={css.lines}>
        {left.map(({ id, name, why }) => (
          <li key={id}>
            <To href={`/dossiers/${id}`}>{name}</To>: {tell(why)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface UndoProps {
  held: Held;
  unitId: number;
  close: (out: UndoneView | null) => void;
}

function UndoDialog({ held: { number, on }, unitId, close }: UndoProps) {
  const t = useWords(words);
  const toast = useToast();
  return (
    <ReasonDialog<UndoneView>
      title={t('review.undo')}
      label={t('review.undo_reason')}
      short={t('review.short')}
      maxLength={2000}
      submit={t('review.undo')}
      send={(reason, clientId) =>
        send('POST', '/fostering/reviews/undo', { clientId, unitId, number, on, reason })
      }
      refresh={['/fostering', '/dossiers', '/worklist', '/routines']}
      done={(out) => {
        toast(t('review.undone', { count: out.done }));
        close(out);
      }}
      close={() => close(null)}
    >
      <p className={css.second}>
        {t('review.held_line', { number, day: formatDay(on) })}. {t('review.undo_text')}
      </p>
    </ReasonDialog>
  );
}
