// One table of a workbook: what it lists, and what each of its columns is read as.
import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { useSession } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { TableAnswer } from '../batch/answers.ts';
import { type Kind, kinds, kindSpecs } from '../../intake/kinds.ts';
import css from './imports.module.css';
import {
  asKind,
  isRefused,
  isUnsure,
  letterOf,
  type Mapping,
  missingColumns,
  readAs,
  type Use,
} from './reading.ts';
import { words } from './words.ts';

interface TableReadingProps {
  table: TableAnswer;
  onChange: (mapping: Mapping) => void;
}

export function TableReading({ table: { mapping, titles, unit, rows }, onChange }: TableReadingProps) {
  const t = useWords(words);
  const tell = useTell();
  const id = useId();
  const { kind, headingRows } = mapping;
  const missing = missingColumns(mapping);
  const about = [
    t('column.rows', { from: headingRows[0], rows }),
    unit && t('column.unit', { unit }),
    ...titles.slice(0, 2),
  ];
  const options = [
    { value: '', label: t('column.kind_none') },
    ...kinds.map((one) => ({ value: one, label: tell(kindSpecs[one].label) })),
  ];
  return (
    <section className={css.table} aria-labelledby={id}>
      <h2 id={id}>{t('column.table', { sheet: mapping.sheet })}</h2>
      <p className={css.second}>{about.filter(Boolean).join(' · ')}</p>
      <NativeSelect
        className={css.tableKind}
        label={t('column.kind')}
        data={options}
        value={kind ?? ''}
        onChange={(event) => onChange(asKind(mapping, (event.currentTarget.value || null) as Kind | null))}
      />
      {mapping.remembered && <p className={css.second}>{t('column.remembered')}</p>}
      {missing.length > 0 && (
        <Notice tone="act">
          {t('column.required', { labels: missing.map(({ label }) => tell(label)).join(', ') })}
        </Notice>
      )}
      {kind !== null && mapping.uses.length === 0 && <Notice>{t('column.kind_new')}</Notice>}
      {kind !== null && mapping.uses.length > 0 && (
        <Columns kind={kind} mapping={mapping} onChange={onChange} />
      )}
    </section>
  );
}

interface ColumnsProps {
  kind: Kind;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

function useColumns({ kind, mapping, onChange }: ColumnsProps): Column<Use>[] {
  const t = useWords(words);
  return [
    {
      id: 'heading',
      label: t('column.heading'),
      cell: (use) => use.heading || t('column.untitled', { letter: letterOf(use) }),
      second: (use) => (use.heading ? t('column.letter', { letter: letterOf(use) }) : null),
      width: '45%',
    },
    {
      id: 'read',
      label: t('column.read_as'),
      cell: (use) => (
        <ReadAs kind={kind} use={use} onRead={(key) => onChange(readAs(mapping, use.column, key))} />
      ),
    },
  ];
}

function Columns(props: ColumnsProps) {
  const t = useWords(words);
  const columns = useColumns(props);
  return (
    <SmallTable<Use>
      name={t('column.table', { sheet: props.mapping.sheet })}
      rows={props.mapping.uses}
      keyOf={({ column }) => String(column)}
      columns={columns}
      empty={{ title: t('column.none') }}
    />
  );
}

interface ReadAsProps {
  kind: Kind;
  use: Use;
  onRead: (key: string | null) => void;
}

function ReadAs({ kind, use, onRead }: ReadAsProps) {
  const t = useWords(words);
  const tell = useTell();
  const { profile } = useSession();
  if (use.ordinal) return <span className={css.second}>{t('column.ordinal')}</span>;
  const fields = Object.entries(kindSpecs[kind].columns).map(([key, { label }]) => ({
    value: key,
    label: tell(label),
  }));
  const { mark, also } = use;
  return (
    <div className={css.readAs}>
      <NativeSelect
        aria-label={t('column.read_heading', { letter: letterOf(use), heading: use.heading })}
        data={[{ value: '', label: t('column.nothing') }, ...fields]}
        value={use.key ?? ''}
        data-unread={use.key === null}
        onChange={(event) => onRead(event.currentTarget.value || null)}
      />
      {mark && <span className={css.second}>{t('column.mark', { value: valueOf(mark, use) })}</span>}
      {also && <span className={css.second}>{t('column.also', { value: valueOf(also.value, use) })}</span>}
      {isUnsure(use) && <StatusMark tone="unsure">{t('column.unsure')}</StatusMark>}
      {isRefused(kind, use, profile) && <StatusMark tone="ended">{t('column.refused')}</StatusMark>}
    </div>
  );
}

/** The value an x stands for is what its heading says. */
const valueOf = (code: string, use: Use): string =>
  ({ M: 'Nam', F: 'Nữ' })[code] ?? use.heading.split(' / ').at(-1) ?? code;
