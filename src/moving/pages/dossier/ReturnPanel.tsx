// On the page of a dossier: how often the file came back and for what, whether it lies with the cell now, what that does to
// the time of the committee – and returning it, or handing it in again.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { type Book, useBook } from '../../../road/pages/book.ts';
import type { ActView, DossierView } from '../../../road/view.ts';
import { useAddress } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import css from '../moving.module.css';
import { resubmitStep, returnsTarget, returnStep } from '../../returns.ts';
import { returnWords as words } from '../returns/words.ts';
import { ReturnDialog } from './ReturnDialog.tsx';
import { stillTime } from './still.ts';

export function ReturnPanel({ dossier }: { dossier: DossierView }) {
  const book = useBook();
  const returns = dossier.acts.filter(({ step, state }) => step === returnStep && state === 'standing');
  const gives = asideOf(dossier, returnStep);
  if (!book || (!dossier.returned && !gives && returns.length === 0)) return null;
  return <Returns dossier={dossier} book={book} returns={returns} gives={gives} />;
}

/** The step, if this reader may take it now or enter it for another. */
const asideOf = ({ asides }: DossierView, step: string) =>
  asides.find((one) => one.step === step && (one.mine || one.onBehalf));

interface ReturnsProps {
  dossier: DossierView;
  book: Book;
  returns: ActView[];
  gives: ReturnType<typeof asideOf>;
}

function Returns({ dossier, book, returns, gives }: ReturnsProps) {
  const t = useWords(words);
  const [asking, setAsking] = useState(false);
  const count = returns.length;
  return (
    <Panel
      title={t('panel.title')}
      second={t(countWord(count), { count })}
      action={
        gives && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('panel.return')}
          </Button>
        )
      }
    >
      {dossier.returned && <Waits dossier={dossier} returned={dossier.returned} book={book} />}
      {count > 0 && <Before returns={returns} book={book} />}
      {asking && gives && <ReturnDialog dossier={dossier} book={book} close={() => setAsking(false)} />}
    </Panel>
  );
}

const countWord = (count: number) =>
  count === 0 ? 'panel.none' : count > returnsTarget ? 'panel.above' : 'panel.count';

interface WaitsProps {
  dossier: DossierView;
  returned: NonNullable<DossierView['returned']>;
  book: Book;
}

function Waits({ dossier, returned, book }: WaitsProps) {
  const t = useWords(words);
  const { set } = useAddress();
  const hands = asideOf(dossier, resubmitStep);
  return (
    <Notice
      tone="act"
      title={t('panel.waits', { day: formatDay(returned.on) })}
      action={hands && <Button onClick={() => set({ step: resubmitStep })}>{t('panel.resubmit')}</Button>}
    >
      <What codes={returned.what} book={book} />
      {returned.words && <p className={css.words}>{returned.words}</p>}
      <Time dossier={dossier} book={book} />
    </Notice>
  );
}

export const whatInput = (book: Book) => book.stepOf(returnStep)?.inputs.find(({ id }) => id === 'what');

function useWhat(book: Book): (code: string) => string {
  const tell = useTell();
  const input = whatInput(book);
  return (code) => {
    const label = input && book.law.labelOf(input, code);
    return label ? tell(label) : code;
  };
}

function What({ codes, book }: { codes: readonly string[]; book: Book }) {
  const say = useWhat(book);
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{say(code)}</li>
      ))}
    </ul>
  );
}

/** No text says whether the time of the committee stands still meanwhile: both readings, unless a committee chose one. */
function Time({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const still = stillTime(dossier, book);
  if (!still) return null;
  if (still.rule === 'stops') return <p>{t('time.stops', { day: formatDay(still.since) })}</p>;
  if (still.rule === 'runs') return <p>{t('time.runs', { day: formatDay(still.runsTo) })}</p>;
  return (
    <p className={css.quiet}>
      {t('time.both', { runs: formatDay(still.runsTo), stops: formatDay(still.stopsTo), days: still.days })}
    </p>
  );
}

function Before({ returns, book }: { returns: readonly ActView[]; book: Book }) {
  const say = useWhat(book);
  return (
    <ul className={css.lines}>
      {returns.map(({ entry, happenedOn, inputs }) => (
        <li key={entry} className={css.line}>
          <span>
            {(Array.isArray(inputs.what) ? inputs.what : []).map((code) => say(String(code))).join('; ')}
          </span>
          <span>{formatDay(happenedOn)}</span>
        </li>
      ))}
    </ul>
  );
}
