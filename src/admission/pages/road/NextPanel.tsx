// What is next and by when – the largest thing on the page – and what else may be done now.
import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { stepOnward } from '../../judge.ts';
import type { DossierView, NextView } from '../../view.ts';
import type { Book } from '../book.ts';
import { longDay } from '../due.ts';
import { lowerFirst } from '../verdict/read.ts';
import { VerdictView } from '../verdict/VerdictView.tsx';
import { words } from '../words.ts';
import { DueLine } from './DueLine.tsx';
import type { Open } from './opening.ts';
import css from './road.module.css';

interface NextPanelProps {
  dossier: DossierView;
  book: Book;
  open: Open;
}

export function NextPanel({ dossier, book, open }: NextPanelProps) {
  const t = useWords(words);
  const id = useId();
  const first = onwardNext(dossier, book);
  const others = dossier.next.filter((next) => next !== first);
  return (
    <section className={css.next} aria-labelledby={id}>
      <h2 id={id} className={css.nextHead}>
        {t('next.title')}
      </h2>
      {first ? <First next={first} {...{ dossier, book, open }} /> : <p>{t('next.nothing')}</p>}
      {others.length > 0 && <Others others={others} open={open} />}
    </section>
  );
}

/** Of the open steps the one that leads on – the same that the list of dossiers names. */
export function onwardNext({ next, stage }: DossierView, { law }: Book): NextView | undefined {
  const open = next.flatMap((one) => {
    const known = law.findStep(one.step);
    return known ? [{ ...known, verdict: one.verdict, earliestOn: one.earliestOn, exit: false }] : [];
  });
  const onward = stepOnward(law, stage, open);
  return next.find(({ step }) => step === onward?.step.id) ?? next[0];
}

function First({ next, dossier, book, open }: NextPanelProps & { next: NextView }) {
  const t = useWords(words);
  const tell = useTell();
  const may = next.mine || next.onBehalf;
  const refused = next.verdict.outcome === 'refused' || next.verdict.outcome === 'needs_consent';
  const offices = next.actor.map((kind) => lowerFirst(tell(book.officeLabel(kind)))).join(', ');
  return (
    <>
      <p className={css.nextStep}>{tell(next.label)}</p>
      <DueLine dossier={dossier} book={book} step={next.step} />
      {next.earliestOn && next.earliestOn > dossier.today && (
        <p className={css.earliest}>{t('next.earliest', { day: tell(longDay(next.earliestOn)) })}</p>
      )}
      {!may && (
        <p className={css.quiet}>
          {t('next.waiting', { office: offices })}. {t('next.waiting_text')}
        </p>
      )}
      {may && (
        <div className={`${css.nextActs} no-print`}>
          <Button size="md" variant={refused ? 'default' : 'filled'} onClick={() => open(next.step)}>
            {t(next.mine ? 'next.record' : 'next.record_behalf')}
          </Button>
          <Readiness next={next} />
        </div>
      )}
      <VerdictView verdict={next.verdict} here="" bare onWayOut={open} />
    </>
  );
}

function Readiness({ next }: { next: NextView }) {
  const t = useWords(words);
  const { outcome } = next.verdict;
  if (outcome === 'refused') return <StatusMark tone="act">{t('next.blocked')}</StatusMark>;
  if (outcome === 'needs_consent') return <StatusMark tone="wait">{t('next.consent')}</StatusMark>;
  if (outcome !== 'allowed') return <StatusMark tone="unsure">{t('next.unsure')}</StatusMark>;
  return <StatusMark tone="done">{t('next.ready')}</StatusMark>;
}

function Others({ others, open }: { others: NextView[]; open: Open }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <div className={css.others}>
      <h3 className={css.othersHead}>{t('next.others')}</h3>
      <ul>
        {others.map((next) => (
          <li key={next.step}>
            <span>{tell(next.label)}</span>
            {next.verdict.outcome !== 'allowed' && <Readiness next={next} />}
            {(next.mine || next.onBehalf) && (
              <Button
                variant="default"
                className="no-print"
                aria-label={`${t('next.open_short')}: ${tell(next.label)}`}
                onClick={() => open(next.step)}
              >
                {t('next.open_short')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
