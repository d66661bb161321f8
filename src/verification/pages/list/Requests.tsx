// One group of requests: whom about, where to, by when, who is in charge.
import { formatDay } from '../../../platform/day.ts';
import { useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import type { ListState, RequestRow } from '../../view.ts';
import { Stand } from '../request/Stand.tsx';
import css from '../verification.module.css';
import { words } from '../words.ts';

type Words = ReturnType<typeof useWords<typeof words>>;

export function Requests({ state }: { state: ListState }) {
  const t = useWords(words);
  const unit = useUnit();
  const asked = state === 'asked';
  return (
    <DataList<RequestRow>
      path="/verifications"
      params={{ state, unit: asked ? null : unit }}
      name={t('list.name')}
      keyOf={(row) => row.id}
      href={(row) => `/verifications/${row.id}`}
      columns={columnsOf(t, state)}
      searchable
      empty={{
        title: t(asked ? 'list.none_asked' : 'list.none'),
        text: t(asked ? 'list.none_asked_way' : 'list.none_way'),
      }}
    />
  );
}

function columnsOf(t: Words, state: ListState): Column<RequestRow>[] {
  const asked = state === 'asked';
  return [
    {
      id: 'person',
      label: t('list.person'),
      cell: (row) => row.person,
      second: (row) => (asked ? null : row.unitName),
      width: '20%',
    },
    ...(asked
      ? [{ id: 'from', label: t('list.from'), cell: (row: RequestRow) => row.unitName, width: '22%' }]
      : [
          { id: 'place', label: t('list.place'), cell: (row: RequestRow) => placeCell(t, row), width: '30%' },
        ]),
    { id: 'sent', label: t('list.when'), cell: (row) => sentCell(t, row), width: '12rem' },
    {
      id: 'due',
      label: t(state === 'answered' ? 'list.result' : 'list.due'),
      cell: (row) => <Stand request={row} />,
    },
    ...(asked
      ? []
      : [
          {
            id: 'officer',
            label: t('list.officer'),
            cell: (row: RequestRow) => row.officerName,
            width: '13%',
          },
        ]),
  ];
}

const placeCell = (t: Words, { place, persons, purpose }: RequestRow) => (
  <>
    {place}
    <span className={css.second}>
      {[t('list.persons', { count: persons }), purpose === 'police' && t('purpose.police')]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </>
);

const sentCell = (t: Words, { sentOn, letter, way }: RequestRow) => (
  <>
    {formatDay(sentOn)}
    <span className={css.second}>
      {way === 'member' ? t('list.by_member') : letter?.number && t('list.letter', { number: letter.number })}
    </span>
  </>
);
