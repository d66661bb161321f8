// The clocks of the road: what they count, from when, to when, and by which article.
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { ArticleLink } from '../../../ui/show/ReasonCard.tsx';
import type { ClockView, DossierView } from '../../view.ts';
import type { Book } from '../book.ts';
import { dueWords, longDay } from '../due.ts';
import { articlesOf } from '../verdict/read.ts';
import { words } from '../words.ts';
import css from './road.module.css';

export function ClocksPanel({ dossier, book }: { dossier: DossierView; book: Book }) {
  const t = useWords(words);
  const clocks = dossier.clocks.toSorted((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null));
  if (clocks.length === 0) return null;
  return (
    <Panel title={t('clocks.title')}>
      <ul className={css.list}>
        {clocks.map((clock) => (
          <ClockLine key={`${clock.id}${clock.startsOn}`} clock={clock} today={dossier.today} book={book} />
        ))}
      </ul>
    </Panel>
  );
}

function ClockLine({ clock, today, book }: { clock: ClockView; today: string; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  const [article] = articlesOf(clock.citations);
  return (
    <li>
      <p className={css.lineHead}>{tell(clock.label)}</p>
      <p className={css.lineText}>
        {clock.endedOn ? (
          t('clocks.ended', { day: formatDay(clock.endedOn) })
        ) : (
          <Running {...{ clock, today, book }} />
        )}
      </p>
      <p className={css.quiet}>
        {t('clocks.from', { day: formatDay(clock.startsOn) })}
        {article && (
          <>
            {' · '}
            <ArticleLink article={article} />
          </>
        )}
      </p>
    </li>
  );
}

function Running({ clock, today, book }: { clock: ClockView; today: string; book: Book }) {
  const t = useWords(words);
  const tell = useTell();
  if (!clock.dueOn) return <>{t('clocks.unknown')}</>;
  const { late, message, params } = dueWords(
    { ...clock, dueOn: clock.dueOn },
    today,
    book.regulations.calendar,
  );
  return (
    <span className={late ? css.late : undefined}>
      {tell(longDay(clock.dueOn))} – {tell(message, params)}
    </span>
  );
}
