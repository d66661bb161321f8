// The open form of a step, in place of what is next; a step of another office says whom it waits for.
import { Button } from '@mantine/core';
import { useEffect, useId, useRef } from 'react';
import { useErrand } from '../../../ui/errand.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import type { DossierView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { StepForm } from '../../../road/pages/step/StepForm.tsx';
import { formWords } from '../../../road/pages/step/words.ts';
import { lowerFirst } from '../../../road/pages/verdict/read.ts';
import { words } from '../words.ts';
import { DueLine } from './DueLine.tsx';
import type { Open, Opened } from './opening.ts';
import css from './road.module.css';

interface StepPanelProps {
  dossier: DossierView;
  book: Book;
  opened: Opened;
  open: Open;
  close: () => void;
}

export function StepPanel({ dossier, book, opened, open, close }: StepPanelProps) {
  const t = useWords(words);
  const tell = useTell();
  const { step, mine, correcting, given } = opened;
  const done = useDone(opened, dossier.person.fullName, close);
  const label = tell(step.label);
  const officesOf = (kinds: string[]) =>
    kinds.map((kind) => lowerFirst(tell(book.officeLabel(kind)))).join(', ');
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const form = `${step.id}${correcting?.entry ?? ''}`;
  useEffect(() => {
    // Each newly opened form takes the reader to its head.
    if (!form) return;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'start' });
  }, [form]);
  return (
    <section className={css.next} aria-labelledby={id}>
      <h2 ref={head} id={id} tabIndex={-1} className={css.formHead}>
        {correcting ? t('acts.correct_title', { step: label }) : label}
      </h2>
      {!correcting && <DueLine dossier={dossier} book={book} step={step.id} />}
      {mine ? (
        <StepForm
          key={form}
          {...{ dossier, step, given, done }}
          onBehalf={mine.onBehalf}
          {...(correcting ? { correcting } : {})}
          cancel={close}
          onWayOut={open}
        />
      ) : (
        <Notice
          tone={opened.shut ? 'act' : 'note'}
          title={opened.shut ? t('next.shut') : t('next.waiting', { office: officesOf(opened.actor) })}
          action={
            <Button variant="default" onClick={close}>
              {t('next.back')}
            </Button>
          }
        >
          {t(opened.shut ? 'next.shut_text' : 'next.waiting_text')}
        </Notice>
      )}
    </section>
  );
}

/** What is said once the act is written. */
function useDone({ step, correcting }: Opened, whom: string, close: () => void) {
  const t = useWords(formWords);
  const tell = useTell();
  const { finish } = useErrand();
  return (dossier: DossierView | null, rejudged: string[]) => {
    const say = (what: string) => finish(what, whom) || close();
    const count = rejudged.length;
    if (correcting) return say(count > 0 ? t('form.corrected_rejudged', { count }) : t('form.corrected'));
    const last = dossier?.acts.findLast((act) => act.step === step.id && act.state === 'standing');
    if (last?.passed === false) return say(t('form.not_carried'));
    say(t('form.recorded', { step: lowerFirst(tell(step.label)) }));
  };
}
