// Helpers whose charge was not recognised after probation. It opens when asked for: the look is written down.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useBook } from '../../../road/pages/book.ts';
import { useUnit } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { UnrecognisedRow } from '../../view.ts';
import { helperWords as words } from '../helper-words.ts';
import { words as listWords } from '../words.ts';
import type { Shown } from './HelpersTab.tsx';

type Say = ReturnType<typeof useWords<typeof words>>;
type Show = (helper: Shown) => void;

export function Unrecognised({ show }: { show: Show }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('unrecognised.title')} second={t('unrecognised.second')}>
      {open ? (
        <Rows show={show} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('unrecognised.open')}
        </Button>
      )}
    </Panel>
  );
}

function Rows({ show }: { show: Show }) {
  const t = useWords(words);
  const l = useWords(listWords);
  const tell = useTell();
  const book = useBook();
  const unit = useUnit();
  const ended = (row: UnrecognisedRow) => {
    const step = book?.stepOf(row.closedAs);
    return [step && tell(step.label), row.closedOn && formatDay(row.closedOn)].filter(Boolean).join(' – ');
  };
  return (
    <DataList<UnrecognisedRow>
      path="/fostering/unrecognised"
      params={{ unit }}
      name={t('unrecognised.title')}
      keyOf={(row) => row.id}
      columns={columnsOf(t, l('list.person'), { ended, show })}
      empty={{ title: t('unrecognised.none') }}
    />
  );
}

interface Ways {
  ended: (row: UnrecognisedRow) => string;
  show: Show;
}

const columnsOf = (t: Say, person: string, { ended, show }: Ways): Column<UnrecognisedRow>[] => [
  { id: 'helper', label: t('notes.helper'), cell: (row) => row.helperName, second: (row) => row.unitName },
  { id: 'name', label: person, cell: (row) => row.name ?? t('history.erased') },
  {
    id: 'from',
    label: t('history.from'),
    tight: true,
    cell: (row) => (row.fromOn ? formatDay(row.fromOn) : ''),
  },
  { id: 'ended', label: t('unrecognised.ended'), cell: ended },
  {
    id: 'history',
    label: t('load.history'),
    cell: (row) => (
      <Button
        variant="default"
        aria-label={t('history.title', { name: row.helperName })}
        onClick={() => show({ id: row.helperId, name: row.helperName })}
      >
        {t('load.history')}
      </Button>
    ),
  },
];
