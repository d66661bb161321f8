// The rounds that a committee asked: form, period, days, and how many have sent.
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { useListing } from '../../ui/list/listing.ts';
import { More } from '../../ui/list/More.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { Failure } from '../../ui/show/Failure.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import type { RoundLine } from '../view.ts';
import css from './reports.module.css';
import { words } from './words.ts';

export function Rounds({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const listing = useListing<RoundLine>({ path: '/reports/rounds', params: { unit: unitId } });
  const { query, items } = listing;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting rows={6} />;
  if (items.length === 0)
    return <Empty title={t('list.nothing_asked')} text={t('list.nothing_asked_text')} />;
  return (
    <>
      <ul className={css.lines}>
        {items.map((round) => (
          <Round key={round.id} round={round} />
        ))}
      </ul>
      <More listing={listing} />
    </>
  );
}

function Round({ round }: { round: RoundLine }) {
  const t = useWords(words);
  const tell = useTell();
  const { id, form, periodLabel, askedOn, unitName, closesOn, dueOn, takenBack, counts, dropped } = round;
  return (
    <li className={css.line}>
      <div className={css.body}>
        <To href={`/reports/rounds/${id}`} className={css.what}>
          {`${tell(form.title)} · ${tell(periodLabel)}`}
        </To>
        <p className={`${css.facts} ${css.second}`}>
          <span>{t('list.by', { unit: unitName, day: formatDay(askedOn) })}</span>
          <span>{t('list.closes', { day: formatDay(closesOn) })}</span>
          <span>{t('list.due', { day: formatDay(dueOn) })}</span>
        </p>
        {takenBack ? (
          <StatusMark tone="ended">
            {t('state.taken_back', { day: formatDay(takenBack.on), reason: takenBack.reason })}
          </StatusMark>
        ) : (
          <>
            <Counts counts={counts} />
            {dropped && <StatusMark tone="act">{t('round.dropped')}</StatusMark>}
          </>
        )}
      </div>
    </li>
  );
}

export function Counts({ counts }: { counts: RoundLine['counts'] }) {
  const t = useWords(words);
  const { asked, submitted, late, owing, returned } = counts;
  return (
    <p className={css.facts}>
      <StatusMark tone={submitted === asked ? 'done' : 'plain'}>
        {t('round.counts', { submitted, asked })}
      </StatusMark>
      {late > 0 && <StatusMark tone="act">{t('round.late_count', { count: late })}</StatusMark>}
      {returned > 0 && <StatusMark tone="act">{t('round.returned_count', { count: returned })}</StatusMark>}
      {owing > 0 && <StatusMark tone="wait">{t('round.owing_count', { count: owing })}</StatusMark>}
    </p>
  );
}
