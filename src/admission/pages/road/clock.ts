// Which of the running clocks a page speaks of: a duty before a term, of several the one that is due first.
import type { Verdict } from '../../../rules/verdict.ts';
import type { ClockView, DossierView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { namesOf, type Said, type Speech } from '../../../road/pages/verdict/read.ts';
import { words } from '../words.ts';

type Clocks = Pick<DossierView, 'clocks'>;
type Dues = Pick<Book, 'clockOf'>;
export type DatedClock = ClockView & { dueOn: string };

/** The running clock that this step stops. */
export const ownClock = (dossier: Clocks, book: Dues, step: string): DatedClock | null =>
  firstOf(runningClocks(dossier).filter(({ id }) => endsOf(book, id).includes(step)));

/** What the whole road waits on: the same day as the list of dossiers shows. What nothing ends only informs. */
export const roadClock = (dossier: Clocks, book: Dues): DatedClock | null =>
  firstOf(runningClocks(dossier).filter(({ id }) => endsOf(book, id).length > 0));

const endsOf = (book: Dues, id: string): string[] => book.clockOf(id)?.ends_with ?? [];

const firstOf = (clocks: DatedClock[]): DatedClock | null =>
  clocks.find(({ duty }) => duty) ?? clocks[0] ?? null;

const runningClocks = ({ clocks }: Clocks): DatedClock[] =>
  clocks
    .filter((clock): clock is DatedClock => clock.endedOn === null && clock.dueOn !== null)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));

/** Why a term that is over holds nothing back; where it does, the reasons of the judgement say so themselves. */
export function termNote({ id }: ClockView, { reasons }: Verdict, speech: Speech): Said | null {
  const term = speech.book.clockOf(id)?.args.parameter;
  const reason = reasons.find(({ parameters }) => parameters.some((one) => one === term));
  if (reason?.outcome !== 'allowed') return null;
  const what = namesOf(reason.missing, speech).join(', ');
  return what
    ? { message: words['next.term_unknown'], params: { what } }
    : { message: words['next.term_met'] };
}
