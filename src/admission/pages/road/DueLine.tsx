// By when a step is due: “Hạn: thứ Sáu, 27/11/2026 – còn 4 ngày làm việc”.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { DossierView } from '../../view.ts';
import type { Book } from '../book.ts';
import { dueWords, longDay } from '../due.ts';
import { words } from '../words.ts';
import { clockFor, ownClock } from './clock.ts';
import css from './road.module.css';

interface DueLineProps {
  dossier: DossierView;
  book: Book;
  step: string;
  /** speaks of this step alone, and says nothing where the rules set no day */
  quiet?: boolean;
}

export function DueLine({ dossier, book, step, quiet = false }: DueLineProps) {
  const t = useWords(words);
  const tell = useTell();
  const clock = quiet ? ownClock(dossier, book, step) : clockFor(dossier, book, step);
  if (!clock?.dueOn) return quiet ? null : <p className={css.quiet}>{t('next.no_due')}</p>;
  const { late, message, params } = dueWords(clock.dueOn, dossier.today, book.regulations.calendar);
  return (
    <p className={css.due} data-late={late}>
      {t('next.due', { day: tell(longDay(clock.dueOn)), left: tell(message, params) })}
      <span className={css.quiet}>{tell(clock.label)}</span>
    </p>
  );
}
