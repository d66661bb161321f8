// On the page of a unit: how it stood with its targets in the last year that is over and in this one, and how it was
// rated – from the same result, typed by nobody twice.
import { formatDay } from '../../platform/day.ts';
import type { UnitPartProps } from '../../org/pages/unit-parts.ts';
import { To } from '../../ui/address.tsx';
import { useLanguage, useTell, useWords } from '../../ui/i18n.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { levelLabels } from '../rating.ts';
import type { ResultView } from '../view.ts';
import { sayFull, tones } from '../../plans/pages/said.ts';
import { words as planWords } from '../../plans/pages/words.ts';
import { useFigureName } from './figures.ts';
import css from './measure.module.css';
import { words } from './words.ts';

/** Kinds that have no targets. */
const without = new Set(['political_centre', 'party_group']);

export function YearPart({ unitId, kind }: UnitPartProps) {
  const t = useWords(words);
  const reads = useCan('plan.read');
  const now = Number(useToday().slice(0, 4));
  if (!reads || without.has(kind)) return null;
  return (
    <Panel title={t('year.title')} second={t('year.second')}>
      <ul className={css.lines}>
        {[now, now - 1].map((year) => (
          <Year key={year} unitId={unitId} year={year} />
        ))}
      </ul>
    </Panel>
  );
}

function Year({ unitId, year }: { unitId: number; year: number }) {
  const t = useWords(words);
  const say = useWords(planWords);
  const tell = useTell();
  const { language } = useLanguage();
  const name = useFigureName();
  const { data } = useRead<ResultView>(`/plans/${unitId}/result`, { params: { year } });
  return (
    <li className={css.line}>
      <div className={css.body}>
        <p className={css.what}>
          <To href={`/plans/${unitId}/result?year=${year}`}>{t('result.title', { year: String(year) })}</To>
        </p>
        {data?.lines.length === 0 && <p className={css.second}>{t('result.none')}</p>}
        {data?.lines.map((line) => (
          <p key={line.figure}>
            {name(line.figure)}:{' '}
            <StatusMark tone={tones[line.status]}>{sayFull(line, say, language)}</StatusMark>
          </p>
        ))}
        {data && (
          <p className={css.second}>
            {data.rating
              ? t('year.rated', {
                  level: tell(levelLabels[data.rating.level]),
                  day: formatDay(data.rating.ratedOn),
                })
              : t('result.not_rated')}
          </p>
        )}
      </div>
    </li>
  );
}
