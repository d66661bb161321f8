// Clocks that have ended, folded away: when they were done, what they were counted from, by which article.
import { formatDay } from '../../../platform/day.ts';
import type { ClockView } from '../../../road/view.ts';
import road from '../road/road.module.css';
import { articlesOf, type Speech } from '../../../road/pages/verdict/read.ts';
import { Articles } from './Articles.tsx';
import { nameOf } from './said.ts';
import css from './time.module.css';
import { timeWords as words } from './words.ts';

export function EndedClocks({ clocks, speech }: { clocks: ClockView[]; speech: Speech }) {
  const { tell } = speech;
  if (clocks.length === 0) return null;
  return (
    <details className={`${road.details} ${css.endedClocks}`}>
      <summary>{tell(words['ended.title'], { count: clocks.length })}</summary>
      <ul className={road.list}>
        {clocks.map((clock) => (
          <li key={`${clock.id}${clock.startsOn}${clock.place}`}>
            <p className={css.name}>{nameOf(clock, speech)}</p>
            <p className={css.quiet}>
              {[
                tell(words['clock.ended'], { day: formatDay(clock.endedOn) }),
                tell(words['clock.from'], { day: formatDay(clock.startsOn) }),
              ].join(' · ')}
            </p>
            <Articles articles={articlesOf(clock.citations)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
