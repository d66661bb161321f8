// Resolutions already recorded: printed again, or taken back whole when entered by mistake.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { hrefOf, To } from '../../../ui/address.tsx';
import { send } from '../../../ui/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormFrame } from '../../../ui/field/FormFrame.tsx';
import { useForm } from '../../../ui/form.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
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

function UndoDialog({ held, unitId, close }: UndoProps) {
  const t = useWords(words);
  const toast = useToast();
  const form = useForm<{ reason: string }, UndoneView>({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length >= 5 ? null : t('review.short') }),
    send: ({ reason }, clientId) =>
      send('POST', '/fostering/reviews/undo', {
        clientId,
        unitId,
        number: held.number,
        on: held.on,
        reason: reason.trim(),
      }),
    refresh: ['/fostering', '/dossiers', '/worklist', '/routines'],
    done: (out) => {
      toast(t('review.undone', { count: out.done }));
      close(out);
    },
  });
  return (
    <Dialog onClose={() => close(null)} title={t('review.undo')}>
      <FormFrame form={form} submit={t('review.undo')} cancel={() => close(null)}>
        <p className={css.second}>
          {t('review.held_line', { number: held.number, day: formatDay(held.on) })}. {t('review.undo_text')}
        </p>
        <Textarea label={t('review.undo_reason')} required autosize minRows={2} {...form.text('reason')} />
      </FormFrame>
    </Dialog>
  );
}
