// One line: by when, what, for whom, why, by which article, what follows when it is late – and the button that does it.
import { formatDay } from '../../../platform/day.ts';
import { To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { ArticleLink } from '../../../ui/show/ReasonCard.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { WorkItem } from '../../view.ts';
import { dueWords, longDay } from '../../../wording/due.ts';
import { countedFrom, lineName, lowerFirst, partWords } from '../due.ts';
import { words } from '../words.ts';
import css from '../worklist.module.css';
import { articlesOf } from './articles.ts';
import { LineActs } from './LineActs.tsx';
import { SettledWords } from './SettledWords.tsx';

export function Line({ item }: { item: WorkItem }) {
  const tell = useTell();
  const part = partWords(item);
  return (
    <li className={css.line}>
      <When item={item} />
      <div className={css.what}>
        <p className={css.work}>
          {tell(lineName(item))}
          {part && <span className={css.part}> · {tell(part.message, part.params)}</span>}
        </p>
        <p className={css.about}>
          {item.href ? (
            <To href={item.href} className={css.whom}>
              {item.title}
            </To>
          ) : (
            item.title
          )}
          <Where item={item} />
        </p>
        <Why item={item} />
        <Consequence item={item} />
        {item.settled && <SettledWords settled={item.settled} />}
      </div>
      <LineActs item={item} />
    </li>
  );
}

/** The unit, unless the line is about the unit itself. */
function Where({ item: { second, unitName, title } }: { item: WorkItem }) {
  const places = [...new Set([second, unitName])].filter((place) => place && place !== title);
  return places.length > 0 && <span className={css.where}> · {places.join(' · ')}</span>;
}

function When({ item }: { item: WorkItem }) {
  const tell = useTell();
  const today = useToday();
  const { late, message, params } = dueWords(item, today);
  const tone = late ? 'act' : item.dueOn === null ? 'unsure' : item.nature === 'term' ? 'wait' : 'plain';
  const left = item.settled ? null : <StatusMark tone={tone}>{tell(message, params)}</StatusMark>;
  return (
    <div className={css.when}>
      {item.dueOn && <p className={css.dueOn}>{tell(longDay(item.dueOn))}</p>}
      {left}
    </div>
  );
}

function Why({ item }: { item: WorkItem }) {
  const t = useWords(words);
  const tell = useTell();
  const from = countedFrom(item);
  const span = [
    from && tell(from.message, from.params),
    item.extendsTo && t('line.extends', { day: formatDay(item.extendsTo) }),
  ].filter(Boolean);
  return (
    <p className={css.why}>
      {articlesOf(item).map((article) => (
        <span key={article.label}>
          <ArticleLink article={article} />
        </span>
      ))}
      {span.length > 0 && <span>{span.join(', ')}</span>}
    </p>
  );
}

function Consequence({ item }: { item: WorkItem }) {
  const t = useWords(words);
  const tell = useTell();
  if (!item.consequence || item.settled) return null;
  const what = lowerFirst(tell(item.consequence));
  return <p className={css.late}>{t(item.nature === 'term' ? 'line.over' : 'line.late', { what })}</p>;
}
