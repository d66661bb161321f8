// The table of a figure with its sum; every count opens its records, every unit leads one level down; a chart beside.
import { Button } from '@mantine/core';
import { formatDay } from '../../platform/day.ts';
import { useAddress } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useRead } from '../../ui/query.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { TableView } from '../catalogue/view.ts';
import { type Asked, saySpan } from './asked.ts';
import { Picture } from './Picture.tsx';
import { Rows } from './Rows.tsx';
import css from './statistics.module.css';
import { words } from './words.ts';

export function Table({ id, asked }: { id: string; asked: Asked }) {
  const { unit, on, period, by, where } = asked;
  const query = useRead<TableView>(`/statistics/${id}`, {
    params: { unit, on, period, by, where },
    keep: true,
  });
  return (
    <Loaded of={query} rows={12}>
      {(table) => <Shown table={table} />}
    </Loaded>
  );
}

function Shown({ table }: { table: TableView }) {
  const t = useWords(words);
  const { unit, span, partition, by, since } = table;
  const overtime = by === 'month' || by === 'year';
  return (
    <>
      {since && <Notice tone="act">{t('stat.since', { day: formatDay(since) })}</Notice>}
      <Filtered table={table} />
      <Panel title={unit?.name ?? t('stat.several')} second={saySpan(span, t)}>
        <Picture table={table} />
        <Rows table={table} />
        <Notes table={table} />
        {(partition || !overtime) && (
          <p className={css.second}>{t(partition ? 'stat.partition' : 'stat.overlap')}</p>
        )}
      </Panel>
    </>
  );
}

function Filtered({ table: { where } }: { table: TableView }) {
  const t = useWords(words);
  const tell = useTell();
  const { set } = useAddress();
  if (where.length === 0) return null;
  const what = where.map(({ by, label }) => `${tell(by)}: ${tell(label)}`).join(' · ');
  return (
    <Notice
      title={t('stat.filtered', { what })}
      action={
        <Button variant="default" onClick={() => set({ where: null })}>
          {t('stat.unfilter')}
        </Button>
      }
    />
  );
}

function Notes({ table: { notes, outside } }: { table: TableView }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <>
      {notes.map((note) => (
        <p key={note.vi} className={css.second}>
          {tell(note)}
        </p>
      ))}
      {outside > 0 && <p className={css.second}>{t('stat.outside', { count: outside })}</p>}
    </>
  );
}
