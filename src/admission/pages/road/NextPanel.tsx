// What is next and by when – the largest thing on the page – and what else may be done now.
import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Verdict } from '../../../rules/verdict.ts';
import { stepsOnward } from '../../../road/judge.ts';
import type { DossierView, NextView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { longDay } from '../../../wording/due.ts';
import { lowerFirst } from '../../../road/pages/verdict/read.ts';
import { VerdictView } from '../../../road/pages/verdict/VerdictView.tsx';
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
      {first ? (
        <First next={first} {...{ dossier, book, open }} />
      ) : (
        <p>{t(goesOn(dossier, book) ? 'next.elsewhere' : 'next.nothing')}</p>
      )}
      {others.length > 0 && <Others others={others} book={book} open={open} />}
    </section>
  );
}

/** A mass organisation or a centre sees how far the road has come, not the steps that others take on it. */
const goesOn = ({ stage, today }: DossierView, { law }: Book): boolean =>
  stepsOnward(law, stage, today).length > 0;

/** Of the open steps the one that leads on – the same that the list of dossiers names. */
export function onwardNext({ next, stage, today }: DossierView, { law }: Book): NextView | undefined {
  const onward = stepsOnward(law, stage, today)
    .map(({ step }) => next.find((one) => one.step === step.id))
    .filter((one) => one !== undefined);
  return onward.find(({ verdict }) => verdict.outcome !== 'refused') ?? onward[0] ?? next[0];
}

function First({ next, dossier, book, open }: NextPanelProps & { next: NextView }) {
  const tell = useTell();
  const t = useWords(words);
  const held = next.verdict.outcome === 'refused' || next.verdict.outcome === 'needs_consent';
  const acts = <Acts next={next} held={held} {...{ book, open }} />;
  return (
    <>
      <p className={css.nextStep}>{tell(next.label)}</p>
      <DueLine dossier={dossier} book={book} verdict={next.verdict} />
      {next.earliestOn && next.earliestOn > dossier.today && (
        <p className={css.earliest}>{t('next.earliest', { day: tell(longDay(next.earliestOn)) })}</p>
      )}
      {!held && acts}
      {held && <Readiness next={next} />}
      <VerdictView verdict={beforeVote(next.verdict)} here="" bare onWayOut={open} />
      {held && acts}
    </>
  );
}

/** Nothing is counted yet: what a vote lacked belongs to an earlier one, and the log tells it. */
const beforeVote = (verdict: Verdict): Verdict => ({
  ...verdict,
  reasons: verdict.reasons.filter(({ guard }) => guard !== 'share'),
});

interface ActsProps {
  next: NextView;
  /** something holds the step back today: the way out comes first */
  held: boolean;
  book: Book;
  open: Open;
}

function Acts({ next, held, book, open }: ActsProps) {
  const t = useWords(words);
  if (!next.mine && !next.onBehalf)
    return (
      <p className={css.quiet}>
        <Awaited next={next} book={book} />. {t('next.waiting_text')}
      </p>
    );
  const label = next.mine ? 'next.record' : 'next.record_behalf';
  return (
    <div className={`${css.nextActs} no-print`}>
      <Button size="md" variant={held ? 'default' : 'filled'} onClick={() => open(next.step)}>
        {t(held ? 'next.open_anyway' : label)}
      </Button>
      {!held && <Readiness next={next} />}
    </div>
  );
}

function Awaited({ next, book }: { next: NextView; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  const office = next.actor.map((kind) => lowerFirst(tell(book.officeLabel(kind)))).join(', ');
  return <>{t('next.waiting', { office })}</>;
}

function Readiness({ next }: { next: NextView }) {
  const t = useWords(words);
  const { outcome } = next.verdict;
  if (outcome === 'refused') return <StatusMark tone="act">{t('next.blocked')}</StatusMark>;
  if (outcome === 'needs_consent') return <StatusMark tone="wait">{t('next.consent')}</StatusMark>;
  if (outcome !== 'allowed') return <StatusMark tone="unsure">{t('next.unsure')}</StatusMark>;
  return <StatusMark tone="done">{t('next.ready')}</StatusMark>;
}

interface OthersProps {
  others: NextView[];
  book: Book;
  open: Open;
}

/** What this reader may do now stands open; what waits is one press away. */
function Others({ others, book, open }: OthersProps) {
  const t = useWords(words);
  const now = others.filter((next) => (next.mine || next.onBehalf) && next.verdict.outcome !== 'refused');
  const later = others.filter((next) => !now.includes(next));
  return (
    <div className={css.others}>
      {now.length > 0 && (
        <>
          <h3 className={css.othersHead}>{t('next.others')}</h3>
          <ul>
            {now.map((next) => (
              <Other key={next.step} next={next} {...{ book, open }} />
            ))}
          </ul>
        </>
      )}
      {later.length > 0 && (
        <details className={css.details}>
          <summary>{t('next.not_now', { count: later.length })}</summary>
          <ul>
            {later.map((next) => (
              <Other key={next.step} next={next} {...{ book, open }} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Other({ next, book, open }: { next: NextView; book: Book; open: Open }) {
  const t = useWords(words);
  const tell = useTell();
  const may = next.mine || next.onBehalf;
  return (
    <li>
      <span>{tell(next.label)}</span>
      {may && next.verdict.outcome !== 'allowed' && <Readiness next={next} />}
      {!may && (
        <span className={css.quiet}>
          <Awaited next={next} book={book} />
        </span>
      )}
      {may && (
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
  );
}
