// Whom each helper follows today, in the order of names: nobody is ranked.
import { Button } from '@mantine/core';
import { To, useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { HelperLoad } from '../../view.ts';
import css from '../fostering.module.css';
import { helperWords as words } from '../helper-words.ts';
import type { Shown } from './HelpersTab.tsx';

type Say = ReturnType<typeof useWords<typeof words>>;
type Show = (helper: Shown) => void;

export function Loads({ show }: { show: Show }) {
  const t = useWords(words);
  const unit = useUnit();
  return (
    <Panel title={t('load.title')} second={t('load.second')}>
      <DataList<HelperLoad>
        path="/fostering/helpers"
        params={{ unit }}
        name={t('load.title')}
        keyOf={(row) => row.helperId}
        columns={columnsOf(t, show)}
        empty={{ title: t('load.none'), text: t('load.none_text') }}
      />
    </Panel>
  );
}

const columnsOf = (t: Say, show: Show): Column<HelperLoad>[] => [
  { id: 'helper', label: t('notes.helper'), cell: (row) => row.name, second: (row) => row.unitName },
  { id: 'people', label: t('load.people'), cell: (row) => <People row={row} t={t} /> },
  {
    id: 'note',
    label: t('load.note'),
    cell: (row) =>
      row.missing > 0 ? (
        <StatusMark tone="wait">{t('load.missing', { count: row.missing })}</StatusMark>
      ) : (
        <StatusMark tone="done">{t('load.full')}</StatusMark>
      ),
  },
  {
    id: 'history',
    label: t('load.history'),
    cell: (row) => (
      <Button
        variant="default"
        aria-label={t('history.title', { name: row.name })}
        onClick={() => show({ id: row.helperId, name: row.name })}
      >
        {t('load.history')}
      </Button>
    ),
  },
];

function People({ row, t }: { row: HelperLoad; t: Say }) {
  return (
    <>
      <ul className={css.names}>
        {row.people.map(({ id, name }) => (
          <li key={id}>
            <To href={`/dossiers/${id}`}>{name}</To>
          </li>
        ))}
      </ul>
      {row.over && <StatusMark tone="act">{t('load.over', { most: row.most ?? 0 })}</StatusMark>}
    </>
  );
}
