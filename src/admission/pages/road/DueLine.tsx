// By when a step is due: “Hạn: thứ Sáu, 27/11/2026 – còn 4 ngày làm việc”.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Verdict } from '../../../rules/verdict.ts';
import type { DossierView } from '../../../road/view.ts';
import type { Book } from '../../../road/pages/book.ts';
import { dueWordsBy, longDay } from '../../../wording/due.ts';
import { useSpeech } from '../../../road/pages/verdict/VerdictView.tsx';
import { words } from '../words.ts';
import { ownClock, roadClock, termNote } from './clock.ts';
import css from './road.module.css';

interface DueLineProps {
  dossier: DossierView;
  book: Book;
  /** speaks of this step alone, and says nothing where the rules set no day */
  step?: string;
  /** what today's judgement makes of a term that is over */
  verdict?: Verdict;
}

export function DueLine({ dossier, book, step, verdict }: DueLineProps) {
  const t = useWords(words);
  const tell = useTell();
  const speech = useSpeech();
  const clock = step ? ownClock(dossier, book, step) : roadClock(dossier, book);
  if (!clock) return step ? null : <p className={css.quiet}>{t('next.no_due')}</p>;
  const { late, message, params } = dueWordsBy(clock, dossier.today, book.regulations.calendar);
  const over = verdict && !clock.duty && clock.dueOn < dossier.today;
  const note = over && speech && termNote(clock, verdict, speech);
  return (
    <p className={css.due} data-late={late}>
      {t('next.due', { day: tell(longDay(clock.dueOn)), left: tell(message, params) })}
      <span className={css.quiet}>{tell(clock.label)}</span>
      {note && <span className={css.quiet}>{tell(note.message, note.params)}</span>}
    </p>
  );
}
