// A judgement as people read it: one line that says it, then a card for every reason that holds the act back – what is
// missing, the article, the facts used, the way out – and, folded away, what was checked and what is not known.
import { useMemo } from 'react';
import { useLanguage, useTell } from '../../../ui/i18n.tsx';
import { ReasonCard } from '../../../ui/show/ReasonCard.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Outcome, Reading, Reason, Verdict } from '../../../rules/verdict.ts';
import { useBook } from '../book.ts';
import { longDay } from '../../../wording/due.ts';
import {
  type Speech,
  articlesOf,
  factLines,
  holdingReasons,
  namesOf,
  readingName,
  thresholdOf,
  titleOf,
  unknownFacts,
  wayOf,
  isAgreed,
  ruleName,
} from './read.ts';
import css from './verdict.module.css';
import { verdictWords as words } from './words.ts';

interface VerdictViewProps {
  verdict: Verdict | null;
  onWayOut: (step: string) => void;
  /** the step whose form is open: a way out that leads to itself needs no button */
  here: string;
  /** only the cards, without the line above them */
  bare?: boolean;
  /** answers are still missing: what is in order so far is not yet everything */
  pending?: boolean;
}

export function VerdictView({ verdict, onWayOut, here, bare = false, pending = false }: VerdictViewProps) {
  const tell = useTell();
  const speech = useSpeech();
  if (!speech || !verdict) return <p className={css.quiet}>{tell(words['outcome.waiting'])}</p>;
  const reasons = holdingReasons(verdict);
  const holding = reasons.filter((reason) => !isAgreed(reason));
  const agreed = reasons.filter(isAgreed);
  return (
    <div className={css.verdict}>
      {!bare && (
        <div role="status">
          <Headline verdict={verdict} speech={speech} pending={pending} />
        </div>
      )}
      {holding.map((reason, index) => (
        <ReasonView key={`${reason.guard}${index}`} reason={reason} {...{ speech, here, onWayOut }} />
      ))}
      {agreed.length > 0 && <Agreed reasons={agreed} speech={speech} />}
      {!bare && <Unknown verdict={verdict} speech={speech} here={here} />}
      {!bare && <Checked verdict={verdict} speech={speech} />}
    </div>
  );
}

/** How a judgement is put into words here; null while the regulations are on their way. */
export function useSpeech(): Speech | null {
  const book = useBook();
  const tell = useTell();
  const { language } = useLanguage();
  return useMemo(() => book && { book, tell, language }, [book, tell, language]);
}

const tones = {
  allowed: 'done',
  refused: 'act',
  needs_consent: 'wait',
  unverified: 'unsure',
  undetermined: 'unsure',
} as const;

interface HeadlineProps {
  verdict: Verdict;
  speech: Speech;
  pending: boolean;
}

function Headline({ verdict, speech, pending }: HeadlineProps) {
  const { tell } = speech;
  if (verdict.passed === false && verdict.outcome !== 'refused')
    return (
      <div>
        <StatusMark tone="act">{tell(words['outcome.not_passed'])}</StatusMark>
        <p className={css.quiet}>{tell(words['outcome.not_passed_text'])}</p>
      </div>
    );
  if (pending && verdict.outcome !== 'refused')
    return <StatusMark tone="plain">{tell(words['outcome.pending'])}</StatusMark>;
  const voted = verdict.passed === true && verdict.outcome === 'allowed';
  return (
    <div>
      <StatusMark tone={tones[verdict.outcome]}>
        {tell(voted ? words['outcome.passed'] : words[`outcome.${verdict.outcome}`])}
      </StatusMark>
      {verdict.outcome !== 'refused' && <After verdict={verdict} speech={speech} />}
    </div>
  );
}

function After({ verdict, speech: { book, tell } }: { verdict: Verdict; speech: Speech }) {
  const stage = verdict.leadsTo && tell(book.stageLabel(verdict.leadsTo));
  const clocks = verdict.clocks.filter(({ dueOn }) => dueOn !== null);
  return (
    <div className={css.quiet}>
      <p>{stage ? tell(words['outcome.allowed_hint'], { stage }) : tell(words['outcome.stays'])}</p>
      {clocks.map(({ id, label, dueOn }) => (
        <p key={id}>
          {tell(label)}: {tell(longDay(dueOn ?? ''))}
        </p>
      ))}
    </div>
  );
}

const cardTones: Record<Outcome, 'refused' | 'consent' | 'unsure' | 'allowed'> = {
  refused: 'refused',
  needs_consent: 'consent',
  unverified: 'unsure',
  undetermined: 'unsure',
  allowed: 'allowed',
};

interface ReasonViewProps {
  reason: Reason;
  speech: Speech;
  here: string;
  onWayOut: (step: string) => void;
}

function ReasonView({ reason, speech, here, onWayOut }: ReasonViewProps) {
  const way = wayOf(reason, here, speech);
  const threshold = thresholdOf(reason, reason.threshold, speech);
  const { readings } = reason;
  return (
    <ReasonCard
      tone={cardTones[reason.outcome]}
      title={titleOf(reason, speech)}
      missing={namesOf(reason.missing, speech)}
      {...(threshold ? { threshold } : {})}
      facts={factLines(reason, speech)}
      articles={articlesOf(reason.citations)}
      wayOut={
        way && {
          text: way.text,
          ...(way.step ? { label: way.label, onGo: () => onWayOut(way.step ?? '') } : {}),
        }
      }
    >
      {readings.length > 0 && <Readings reason={reason} readings={readings} speech={speech} />}
    </ReasonCard>
  );
}

/** Both readings side by side: nobody is blocked by what nobody knows. */
function Readings({ reason, readings, speech }: { reason: Reason; readings: Reading[]; speech: Speech }) {
  const tell = useTell();
  return (
    <ul className={css.readings} aria-label={tell(words['outcome.readings'])}>
      {readings.map((reading) => (
        <li key={reading.label}>
          <p className={css.reading}>{readingName(reading.label, speech)}</p>
          <p className={css.quiet}>{thresholdOf(reason, reading.threshold, speech)}</p>
          <StatusMark tone={reading.outcome === 'allowed' ? 'done' : 'act'}>
            {tell(words[`outcome.reading_${reading.outcome}`])}
          </StatusMark>
        </li>
      ))}
    </ul>
  );
}

/** One card for all rules of which only the neighbours are known and both let the act pass. */
function Agreed({ reasons, speech }: { reasons: Reason[]; speech: Speech }) {
  const { tell } = speech;
  const lineOf = (reason: Reason, reading: Reading) =>
    [readingName(reading.label, speech), thresholdOf(reason, reading.threshold, speech)]
      .filter(Boolean)
      .join(': ');
  return (
    <ReasonCard
      tone="unsure"
      title={tell(words['outcome.agreed'])}
      articles={articlesOf(reasons.flatMap(({ citations }) => citations)).filter(({ unsure }) => unsure)}
    >
      <ul className={css.agreed}>
        {reasons.map((reason) => (
          <li key={reason.parameters.join()}>
            {ruleName(reason, speech)}
            <ul className={css.quiet}>
              {reason.readings.map((reading) => (
                <li key={reading.label}>{lineOf(reason, reading)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </ReasonCard>
  );
}

function Unknown({ verdict, speech, here }: { verdict: Verdict; speech: Speech; here: string }) {
  const tell = useTell();
  const asked = (speech.book.stepOf(here)?.inputs ?? []).map(({ id, fact }) => fact ?? `${here}.${id}`);
  const isAsked = (name: string) => asked.some((own) => name === own || name.startsWith(`${own}.`));
  const reasons = verdict.reasons.map((reason) => ({
    ...reason,
    missing: reason.missing.filter((name) => !isAsked(name)),
  }));
  const names = unknownFacts({ ...verdict, reasons }, speech);
  if (names.length === 0) return null;
  return (
    <div className={css.unknown}>
      <StatusMark tone="unsure">{tell(words['outcome.unknown'], { what: names.join(', ') })}</StatusMark>
      <p className={css.quiet}>{tell(words['outcome.unknown_text'])}</p>
    </div>
  );
}

function Checked({ verdict, speech }: { verdict: Verdict; speech: Speech }) {
  const tell = useTell();
  const met = verdict.reasons.filter(
    ({ outcome, parameters, missing }) =>
      outcome === 'allowed' && parameters.length > 0 && missing.length === 0,
  );
  if (met.length === 0) return null;
  return (
    <details className={css.checked}>
      <summary>{tell(words['outcome.checked'], { count: met.length })}</summary>
      <ul>
        {met.map((reason) => (
          <li key={reason.parameters.join()}>
            {ruleName(reason, speech)}
            <span className={css.quiet}>
              {' '}
              ·{' '}
              {articlesOf(reason.citations)
                .map(({ label }) => label)
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
