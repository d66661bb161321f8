// What was reported and what is known by now: cell by cell, in words, down to the records that make the difference.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { NowRecordsView, NowView } from '../view.ts';
import { words } from './draft/words.ts';
import css from './reports.module.css';

type Cell = NowView['cells'][number];
type Item = NowRecordsView['items'][number];

export function NowPart({ view }: { view: NowView }) {
  const t = useWords(words);
  const [open, setOpen] = useState<Cell | null>(null);
  const { cells, units, asOf } = view;
  const same = cells.length === 0 && units.come.length === 0 && units.gone.length === 0;
  return (
    <Panel title={t('part.now')} second={same ? '' : t('part.now_second')}>
      {same && <p>{t('part.now_same', { day: formatDay(asOf) })}</p>}
      <ul className={css.lines}>
        {cells.map((cell) => (
          <Line key={`${cell.section} ${cell.row} ${cell.column}`} cell={cell} open={() => setOpen(cell)} />
        ))}
      </ul>
      {units.come.length > 0 && <p>{t('part.now_come', { units: units.come.join(', ') })}</p>}
      {units.gone.length > 0 && <p>{t('part.now_gone', { units: units.gone.join(', ') })}</p>}
      {open && <Records view={view} cell={open} close={() => setOpen(null)} />}
    </Panel>
  );
}

function Line({ cell, open }: { cell: Cell; open: () => void }) {
  const t = useWords(words);
  const tell = useTell();
  const { label, said, records } = cell;
  return (
    <li className={css.line}>
      <div className={css.body}>
        <p className={css.what}>{tell(label)}</p>
        <p>{tell(said)}</p>
      </div>
      {records !== null && records > 0 && (
        <Button
          variant="default"
          className="no-print"
          aria-label={t('part.now_open_named', { label: tell(label) })}
          onClick={open}
        >
          {t('part.now_open')}
        </Button>
      )}
    </li>
  );
}

interface RecordsProps {
  view: NowView;
  cell: Cell;
  close: () => void;
}

function Records({ view, cell, close }: RecordsProps) {
  const t = useWords(words);
  const tell = useTell();
  const { section, row, column } = cell;
  const query = useRead<NowRecordsView>(`/reports/${view.id}/now/records`, {
    params: { section, row, column, number: view.number },
  });
  return (
    <Dialog onClose={close} title={tell(cell.label)} size="xl">
      <Loaded of={query} rows={4}>
        {({ items }) => (
          <SmallTable<Item>
            name={tell(cell.label)}
            rows={items}
            keyOf={({ id, sign }) => `${sign} ${id}`}
            columns={columnsOf(t, tell)}
            empty={{ title: t('part.nothing') }}
          />
        )}
      </Loaded>
    </Dialog>
  );
}

const places: Record<Item['kind'], string> = { person: '/people', dossier: '/dossiers', unit: '/units' };

const columnsOf = (
  t: ReturnType<typeof useWords<typeof words>>,
  tell: ReturnType<typeof useTell>,
): Column<Item>[] => [
  {
    id: 'who',
    label: t('part.who'),
    cell: ({ name, kind, id }) =>
      name === null ? t('part.away') : <To href={`${places[kind]}/${id}`}>{name}</To>,
    second: ({ unitName }) => unitName,
  },
  {
    id: 'why',
    label: t('part.why'),
    cell: ({ reason, sign }) => `${t(sign === 1 ? 'part.now_added' : 'part.now_left')}: ${tell(reason)}`,
  },
  {
    id: 'at',
    label: t('part.at'),
    tight: true,
    cell: ({ recordedAt }) => (recordedAt ? formatInstant(recordedAt) : '–'),
  },
];
