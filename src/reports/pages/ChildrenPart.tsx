// The own figures of a unit beside the sum of what the units below have reported, with the difference in words.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { To } from '../../ui/address.tsx';
import type { QueryWords } from '../../ui/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { signed } from '../changes.ts';
import type { Body, ChildrenView } from '../view.ts';
import { words } from './draft/words.ts';
import css from './reports.module.css';

type Cell = ChildrenView['cells'][number];
type Unit = ChildrenView['units'][number];

interface ChildrenPartProps {
  path: string;
  params?: QueryWords;
  body: Body;
}

export function ChildrenPart({ path, params = {}, body }: ChildrenPartProps) {
  const query = useRead<ChildrenView>(path, { params });
  return (
    <Loaded of={query} rows={4}>
      {(view) => (view.units.length === 0 ? null : <Shown view={view} body={body} />)}
    </Loaded>
  );
}

function Shown({ view: { units, cells }, body }: { view: ChildrenView; body: Body }) {
  const t = useWords(words);
  const tell = useTell();
  const [open, setOpen] = useState<Cell | null>(null);
  const missing = units.filter(({ reportId }) => reportId === null);
  const label = (cell: Cell) => labelOf(body, cell, tell);
  return (
    <Panel title={t('part.children')} second={t('part.children_second')}>
      <p>{t('part.children_sent', { count: units.length - missing.length, all: units.length })}</p>
      {missing.length > 0 && (
        <p className={css.second}>
          {t('part.children_missing', { units: missing.map(({ unitName }) => unitName).join(', ') })}
        </p>
      )}
      {missing.length === units.length ? (
        <p>{t('part.children_none')}</p>
      ) : (
        <Differing cells={cells} columns={columnsOf({ t, tell, label, open: setOpen })} />
      )}
      {open && <Each cell={open} label={label(open)} units={units} close={() => setOpen(null)} />}
    </Panel>
  );
}

function Differing({ cells, columns }: { cells: readonly Cell[]; columns: Column<Cell>[] }) {
  const t = useWords(words);
  const differing = cells.filter(({ difference }) => difference !== 0);
  if (differing.length === 0) return <p>{t('part.children_same')}</p>;
  return (
    <SmallTable<Cell>
      name={t('part.children')}
      rows={differing}
      keyOf={({ section, row, column }) => `${section} ${row} ${column}`}
      columns={columns}
      empty={{ title: t('part.children_same') }}
    />
  );
}

type Tell = ReturnType<typeof useTell>;
type Say = ReturnType<typeof useWords<typeof words>>;

/** 'Kết nạp đảng viên · Tổng số' */
function labelOf({ parts }: Body, { section, row, column }: Cell, tell: Tell): string {
  const table = parts.find(({ id }) => id === section);
  if (table?.kind !== 'table') return '';
  const line = table.rows.find(({ id }) => id === row);
  const head = table.columns.find(({ id }) => id === column);
  const several = table.columns.length > 1;
  return [line && tell(line.label), several && head && tell(head.label)].filter(Boolean).join(' · ');
}

interface About {
  t: Say;
  tell: Tell;
  label: (cell: Cell) => string;
  open: (cell: Cell) => void;
}

const columnsOf = ({ t, tell, label, open }: About): Column<Cell>[] => [
  { id: 'what', label: t('part.what'), width: '26%', cell: label },
  { id: 'own', label: t('part.own'), number: true, cell: ({ own }) => formatNumber(own) },
  { id: 'sum', label: t('part.sum'), number: true, cell: ({ sum }) => formatNumber(sum) },
  {
    id: 'difference',
    label: t('part.difference'),
    number: true,
    cell: ({ difference }) => signed(difference),
  },
  {
    id: 'said',
    label: t('part.explained'),
    width: '34%',
    // The difference itself stands beside it.
    cell: ({ reasons }) =>
      reasons.map(({ count, label: why }) => `${signed(count)} ${tell(why)}`.trim()).join(', '),
  },
  {
    id: 'each',
    label: t('part.each'),
    cell: (cell) => (
      <Button
        variant="default"
        size="xs"
        aria-label={t('part.each_named', { label: label(cell) })}
        onClick={() => open(cell)}
      >
        {t('part.each_open')}
      </Button>
    ),
  },
];

interface EachProps {
  cell: Cell;
  label: string;
  units: readonly Unit[];
  close: () => void;
}

function Each({ cell, label, units, close }: EachProps) {
  const t = useWords(words);
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  return (
    <Dialog onClose={close} title={label} size="lg">
      <SmallTable<Cell['each'][number]>
        name={label}
        rows={cell.each}
        keyOf={({ unitId }) => String(unitId)}
        columns={eachColumns(t, byId)}
        empty={{ title: t('part.nothing') }}
      />
    </Dialog>
  );
}

const eachColumns = (t: Say, units: Map<number, Unit>): Column<Cell['each'][number]>[] => [
  {
    id: 'unit',
    label: t('part.unit'),
    cell: ({ unitId }) => <UnitName unit={units.get(unitId)} />,
  },
  {
    id: 'reported',
    label: t('part.reported'),
    number: true,
    cell: ({ reported }) => (reported === null ? t('part.not_reported') : formatNumber(reported)),
  },
  { id: 'now', label: t('part.now_head'), number: true, cell: ({ now }) => formatNumber(now) },
];

function UnitName({ unit }: { unit: Unit | undefined }) {
  if (!unit) return null;
  const { unitName, reportId, closesOn } = unit;
  if (!reportId) return unitName;
  return (
    <To href={`/reports/${reportId}`}>{closesOn ? `${unitName} (${formatDay(closesOn)})` : unitName}</To>
  );
}
