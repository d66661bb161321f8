// Which of the running clocks a step waits on.
import type { ClockView, DossierView } from '../../view.ts';
import type { Book } from '../book.ts';

type Clocks = Pick<DossierView, 'clocks'>;
type Dues = Pick<Book, 'clockOf'>;

/** The running clock that this step stops; of several the one that ends first. */
export const ownClock = (dossier: Clocks, book: Dues, step: string): ClockView | null =>
  runningClocks(dossier).find(({ id }) => book.clockOf(id)?.ends_with.includes(step)) ?? null;

/** Else the duty on which the whole road waits. */
export const clockFor = (dossier: Clocks, book: Dues, step: string): ClockView | null =>
  ownClock(dossier, book, step) ?? runningClocks(dossier).find(({ id }) => isDuty(book, id)) ?? null;

const runningClocks = ({ clocks }: Clocks): ClockView[] =>
  clocks
    .filter(({ endedOn, dueOn }) => endedOn === null && dueOn !== null)
    .toSorted((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)));

/** A term counted in months only ends; what is counted in working days is somebody's duty. */
const isDuty = (book: Dues, id: string): boolean => {
  const due = book.clockOf(id);
  return due !== null && due.ends_with.length > 0 && due.clock.includes('working_days');
};
