// By when a step is due: “Hạn: thứ Sáu, 27/11/2026 – còn 4 ngày làm việc”.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { ClockView, DossierView } from '../../view.ts';
import type { Book } from '../book.ts';
import { dueWords, longDay } from '../due.ts';
import { words } from '../words.ts';
import css from './road.module.css';

interface DueLineProps {
  dossier: DossierView;
  book: Book;
  step: string;
}

export function DueLine({ dossier, book, step }: DueLineProps) {
  const t = useWords(words);
  const tell = useTell();
  const clock = clockFor(dossier, book, step);
  if (!clock?.dueOn) return <p className={css.quiet}>{t('next.no_due')}</p>;
  const { late, message, params } = dueWords(clock.dueOn, dossier.today, book.regulations.calendar);
  return (
    <p className={css.due} data-late={late}>
      {t('next.due', { day: tell(longDay(clock.dueOn)), left: tell(message, params) })}
      <span className={css.quiet}>{tell(clock.label)}</span>
    </p>
  );
}

/** Of the running clocks that this step stops, the one that ends first. */
export function clockFor(
  { clocks }: Pick<DossierView, 'clocks'>,
  book: Pick<Book, 'clockOf'>,
  step: string,
): ClockView | null {
  const own = clocks.filter(
    ({ id, endedOn, dueOn }) =>
      endedOn === null && dueOn !== null && book.clockOf(id)?.ends_with.includes(step),
  );
  return own.toSorted((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)))[0] ?? null;
}
