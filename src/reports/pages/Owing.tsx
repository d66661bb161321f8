// What a unit was asked for and has not sent: by when, what it is, and the way to make it.
import { Button, Checkbox } from '@mantine/core';
import { formatDay, formatDayLong } from '../../platform/day.ts';
import { hrefOf, To, useAddress, useGo } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { useToday } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { OwingAnswer, OwingView } from '../view.ts';
import css from './reports.module.css';
import { owingTones, sayLeft } from './said.ts';
import { words } from './words.ts';

export function Owing({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const all = address.all === '1';
  const query = useRead<OwingAnswer>('/reports/owing', { params: { unit: unitId, all }, keep: true });
  return (
    <>
      <Checkbox
        className={`${css.above} no-print`}
        label={t('list.all')}
        checked={all}
        onChange={(event) => set({ all: event.currentTarget.checked ? '1' : null })}
      />
      <Loaded of={query} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('list.nothing_owed')} text={t('list.nothing_owed_text')} />
          ) : (
            <ul className={css.lines}>
              {items.map((item) => (
                <Owed key={item.round.id} item={item} unitId={unitId} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function Owed({ item, unitId }: { item: OwingView; unitId: string }) {
  const t = useWords(words);
  const tell = useTell();
  const { round, dueOn, state, returned, submittedOn } = item;
  return (
    <li className={css.line}>
      <div className={css.body}>
        <p className={css.what}>{`${tell(round.form.title)} · ${tell(round.periodLabel)}`}</p>
        <p className={`${css.facts} ${css.second}`}>
          <span>{t('list.by', { unit: round.unitName, day: formatDay(round.askedOn) })}</span>
          <span>{t('list.closes', { day: formatDay(round.closesOn) })}</span>
          <span>{t('list.due', { day: formatDayLong(dueOn) })}</span>
          {submittedOn && <span>{t('list.sent_on', { day: formatDay(submittedOn) })}</span>}
        </p>
        <State item={item} />
        {round.dropped && state !== 'submitted' && <p>{t('list.dropped')}</p>}
        {round.words && <blockquote className={css.quote}>{round.words}</blockquote>}
        {round.document && <To href={`/documents/${round.document.id}`}>{round.document.label}</To>}
        {returned && (
          <p>{t('state.returned_why', { day: formatDay(returned.on), reason: returned.reason })}</p>
        )}
      </div>
      <Ways item={item} unitId={unitId} />
    </li>
  );
}

function State({ item: { state, dueOn, lateDays } }: { item: OwingView }) {
  const t = useWords(words);
  const today = useToday();
  const late = state === 'submitted' && lateDays !== null && t('state.late_days', { count: lateDays });
  const left = state !== 'submitted' && state !== 'ended' && sayLeft(dueOn, today, t);
  const more = late || left;
  return (
    <p className={css.facts}>
      <StatusMark tone={owingTones[state]}>{t(`state.${state}`)}</StatusMark>
      {more && <span>{more}</span>}
    </p>
  );
}

export const draftHref = (unitId: string | number, { round }: Pick<OwingView, 'round'>): string =>
  hrefOf('/reports/draft', {
    unit: String(unitId),
    form: round.form.id,
    period: round.period,
    closesOn: round.closesOn,
    round: round.id,
  });

function Ways({ item, unitId }: { item: OwingView; unitId: string }) {
  const t = useWords(words);
  const tell = useTell();
  const go = useGo();
  const { round, can, reportId } = item;
  const named = { form: tell(round.form.title), period: tell(round.periodLabel) };
  return (
    <div className={`${css.acts} no-print`}>
      {can.includes('submit') && (
        <Button aria-label={t('list.open_named', named)} onClick={() => go(draftHref(unitId, item))}>
          {t('list.write')}
        </Button>
      )}
      {reportId && (
        <Button
          variant="default"
          aria-label={t('list.seen_named', named)}
          onClick={() => go(`/reports/${reportId}`)}
        >
          {t('list.seen')}
        </Button>
      )}
    </div>
  );
}
