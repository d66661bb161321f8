// The filters of the work list as words of the address: search, cell, field of work, one kind of work.
import { useOn } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Filter } from '../../../ui/list/column.ts';
import { FilterBar } from '../../../ui/list/FilterBar.tsx';
import { useRead } from '../../../ui/query.tsx';
import type { Work } from '../../view.ts';
import { words } from '../words.ts';
import { caseKinds } from './asked.ts';

export interface UnitLine {
  id: number;
  name: string;
  parentId: number | null;
  kind: string;
}

/** Beyond this many the switch in the top bar serves better than one long list. */
const mostListed = 60;
const noColumns: never[] = [];

/** All units within reach; the frame asks for the same, so this costs nothing. */
export function useUnits(): UnitLine[] {
  const { on } = useOn();
  const { data } = useRead<{ items: UnitLine[] }>('/units', {
    params: { on },
    keep: true,
    staleTime: 300_000,
  });
  return data?.items ?? noColumns;
}

export function Filters({ works, narrow }: { works: readonly Work[]; narrow: boolean }) {
  const t = useWords(words);
  const tell = useTell();
  const units = useUnits();
  const choice = (id: string, label: string, options: Filter['options'], least: number): Filter[] =>
    options.length >= least ? [{ id, label, options }] : [];
  const filters = [
    ...choice(
      'unit',
      t('filter.unit'),
      units.length > mostListed ? [] : units.map(({ id, name }) => ({ value: String(id), label: name })),
      2,
    ),
    ...choice(
      'kind',
      t('filter.kind'),
      caseKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
      1,
    ),
    ...choice(
      'clock',
      t('filter.clock'),
      works.map(({ clock, label }) => ({ value: clock, label: tell(label) })),
      1,
    ),
  ];
  return <FilterBar filters={filters} searchable columns={noColumns} phone={narrow} />;
}
