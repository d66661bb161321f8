// “Ai sẽ lỡ năm nay nếu chưa đi học”: people without certificate and class, with the days the rules leave them.
import { formatDay } from '../../platform/day.ts';
import { type Book, useBook } from '../../road/pages/book.ts';
import { To, useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { DataList } from '../../ui/list/DataList.tsx';
import { useRead } from '../../ui/query.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { Sort } from '../class.ts';
import type { NeedList as Needs, NeedRow } from '../view.ts';
import css from './classes.module.css';
import type { Say } from './said.ts';
import { words } from './words.ts';

export function NeedList({ kind }: { kind: Sort }) {
  const t = useWords(words);
  const tell = useTell();
  const unit = useUnit();
  const book = useBook();
  const { data } = useRead<Needs>('/classes/needs', { params: { unit, kind, limit: 1 }, keep: true });
  return (
    <>
      <p className={css.note}>
        {t('need.note')}
        {data !== undefined && data.onClass > 0 && ` ${t('need.on_class', { count: data.onClass })}`}
      </p>
      <DataList<NeedRow>
        path="/classes/needs"
        params={{ unit, kind }}
        name={t('need.name')}
        keyOf={({ dossierId }) => dossierId}
        href={({ dossierId }) => `/dossiers/${dossierId}`}
        columns={columnsOf(t, book, tell)}
        searchable
        empty={{ title: t('need.empty'), text: t('need.empty_text') }}
      />
    </>
  );
}

type Tell = ReturnType<typeof useTell>;

const columnsOf = (t: Say, book: Book | null, tell: Tell): Column<NeedRow>[] => [
  {
    id: 'name',
    label: t('need.person'),
    cell: ({ fullName }) => fullName,
    second: ({ unitName }) => unitName,
  },
  {
    id: 'stage',
    label: t('need.stage'),
    cell: ({ stage, certificateUntil }) => (
      <>
        {book && tell(book.stageLabel(stage))}
        {certificateUntil && (
          <span className={css.second}>{t('need.expired', { day: formatDay(certificateUntil) })}</span>
        )}
      </>
    ),
  },
  { id: 'standing', label: t('need.standing'), cell: (row) => <Standing row={row} /> },
  { id: 'fits', label: t('need.fits'), cell: (row) => <Fits row={row} /> },
];

function Standing({ row }: { row: NeedRow }) {
  const t = useWords(words);
  const tell = useTell();
  const { standing, lastOn, reachedOn, stoppedBy } = row;
  if (standing === 'in_time')
    return (
      <>
        <StatusMark tone="act">{t('need.in_time')}</StatusMark>
        <span className={css.second}>{t('need.in_time_by', { day: formatDay(lastOn) })}</span>
      </>
    );
  if (standing === 'too_late')
    return (
      <>
        <StatusMark tone="ended">{t('need.too_late')}</StatusMark>
        <span className={css.second}>{t('need.too_late_from', { day: formatDay(reachedOn) })}</span>
      </>
    );
  return (
    <>
      <StatusMark tone="wait">{t('need.stopped')}</StatusMark>
      {stoppedBy && <span className={css.second}>{t('need.stopped_by', { step: tell(stoppedBy) })}</span>}
    </>
  );
}

function Fits({ row: { standing, fits } }: { row: NeedRow }) {
  const t = useWords(words);
  if (standing !== 'in_time') return null;
  if (!fits) return t('need.no_fit');
  return (
    <>
      <To href={`/classes/${fits.id}?tab=people`}>{fits.label}</To>
      <span className={css.second}>
        {t('need.fits_until', { day: formatDay(fits.lastOn), count: fits.free })}
      </span>
    </>
  );
}
