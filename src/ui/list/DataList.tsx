// A list of the server's records: search and filters kept in the address, true total, pages by cursor, export of what
// is seen, choice of rows; a table on a wide screen, cards on a phone, and each of its empty states designed.
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { apiHref, type QueryWords } from '../api.ts';
import { useAddress } from '../address.tsx';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { Empty } from '../show/Empty.tsx';
import { Failure } from '../show/Failure.tsx';
import { Waiting } from '../show/Waiting.tsx';
import { Cards } from './Cards.tsx';
import { BulkBar } from './BulkBar.tsx';
import { type Column, type Filter, nextSort, sortingOf } from './column.ts';
import css from './DataList.module.css';
import { FilterBar } from './FilterBar.tsx';
import { useListing } from './listing.ts';
import { Rows } from './Rows.tsx';

interface DataListProps<T> {
  path: string;
  params?: QueryWords;
  /** What the list holds, for those who hear it. */
  name: string;
  columns: Column<T>[];
  keyOf: (row: T) => string;
  href?: (row: T) => string;
  filters?: Filter[];
  searchable?: boolean;
  exportPath?: string;
  empty: { title: string; text?: ReactNode; action?: ReactNode };
  bulk?: (chosen: T[], clear: () => void) => ReactNode;
}

const noFilters: Filter[] = [];

export function DataList<T>(props: DataListProps<T>) {
  const {
    path,
    params,
    name,
    columns,
    keyOf,
    href,
    filters = noFilters,
    searchable,
    exportPath,
    empty,
    bulk,
  } = props;
  const t = useWords(messages);
  const { words, set } = useAddress();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const listing = useListing<T>({ path, ...(params ? { params } : {}), filters });
  const { query, items, total } = listing;
  const sorting = sortingOf(words.sort);
  const picked = items.filter((row) => chosen.has(keyOf(row)));
  const view = { name, columns, rows: items, keyOf, href, chosen, onChoose: bulk ? setChosen : undefined };
  const here = query.data !== undefined;
  return (
    <div className={css.list}>
      <FilterBar filters={filters} searchable={searchable ?? false} columns={columns} phone={phone}>
        {exportPath && total > 0 && (
          <Button
            component="a"
            href={apiHref(exportPath, listing.asked)}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('ui.export')}
          </Button>
        )}
      </FilterBar>
      <p className={css.total} role="status">
        {here &&
          (items.length < total ? t('ui.shown', { shown: items.length, total }) : t('ui.total', { total }))}
      </p>
      {bulk && (
        <BulkBar count={picked.length} clear={() => setChosen(new Set())} actions={bulk} rows={picked} />
      )}
      {query.isPending && <Waiting rows={10} />}
      {query.error && !here && <Failure error={query.error} retry={() => void query.refetch()} />}
      {here && items.length === 0 && (listing.narrowed ? <NothingFound /> : <Empty {...empty} />)}
      {here && items.length > 0 && (
        <div aria-busy={query.isPlaceholderData} className={css.rows}>
          {phone ? (
            <Cards {...view} />
          ) : (
            <Rows {...view} sorting={sorting} onSort={(id) => set({ sort: nextSort(id, sorting) })} />
          )}
        </div>
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          className="no-print"
          mt="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('ui.more', { count: listing.nextCount })}
        </Button>
      )}
    </div>
  );
}

function NothingFound() {
  const t = useWords(messages);
  return <Empty title={t('ui.nothing_found')} text={t('ui.nothing_found_way')} />;
}
