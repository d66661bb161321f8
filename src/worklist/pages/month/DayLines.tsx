// The lines that end on one day.
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { Worklist } from '../../view.ts';
import { longDay } from '../../../wording/due.ts';
import { useAsked } from '../list/asked.ts';
import { Line } from '../list/Line.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';

/** One day’s work of one office; who has more than this looks at the list. */
const mostOfADay = 200;

export function DayLines({ day }: { day: string }) {
  const tell = useTell();
  return (
    <Panel title={tell(longDay(day))}>
      <OfDay day={day} />
    </Panel>
  );
}

export function OfDay({ day }: { day: string }) {
  const t = useWords(words);
  const tell = useTell();
  const { asked } = useAsked();
  const query = useRead<Worklist>('/worklist', {
    params: { ...asked, from: day, to: day, limit: mostOfADay },
    keep: true,
  });
  return (
    <Loaded of={query} rows={4}>
      {({ items, total }) =>
        items.length === 0 ? (
          <p>{t('month.day_empty')}</p>
        ) : (
          <>
            {total > items.length && (
              <p className={css.total}>{t('list.shown', { shown: items.length, count: total })}</p>
            )}
            <ul className={css.lines} aria-label={tell(longDay(day))} aria-busy={query.isPlaceholderData}>
              {items.map((item) => (
                <Line key={item.key} item={item} />
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}
