// A list of the server's records: search and filters kept in the address, true total, pages by cursor, export of what
// is seen, choice of rows; a table on a wide screen, cards on a phone, and each of its empty states designed.
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { apiHref, type QueryWords } from '../api.ts';
import { useAddress } from '../address.tsx';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { useNarrow } from '../narrow.ts';
import { Empty } from '../show/Empty.tsx';
import { Failure } from '../show/Failure.tsx';
import { Waiting } from '../show/Waiting.tsx';
import { Cards } from './Cards.tsx';
import { BulkBar } from './BulkBar.tsx';
import { type Column, type Filter, nextSort, sortingOf } from './column.ts';
import css from './DataList.module.css';
import { FilterBar } from './FilterBar.tsx';
import { useListing } from './listing.ts';
import { More } from './More.tsx';
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
  const { path, params, columns, keyOf, filters = noFilters, searchable = false, exportPath, bulk } = props;
  const { place, narrow: phone } = useNarrow<HTMLDivElement>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const listing = useListing<T>({ path, ...(params ? { params } : {}), filters });
  const picked = listing.items.filter((row) => chosen.has(keyOf(row)));
  return (
    <div ref={place}>
      <FilterBar filters={filters} searchable={searchable} columns={columns} phone={phone}>
        {exportPath && listing.total > 0 && <Export path={exportPath} asked={listing.asked} />}
      </FilterBar>
      <Total listing={listing} />
      <Body
        list={props}
        listing={listing}
        phone={phone}
        chosen={chosen}
        onChoose={bulk ? setChosen : undefined}
      />
      <More listing={listing} />
      {bulk && (
        <BulkBar count={picked.length} clear={() => setChosen(new Set())} actions={bulk} rows={picked} />
      )}
    </div>
  );
}

type Listing<T> = ReturnType<typeof useListing<T>>;

interface BodyProps<T> {
  list: DataListProps<T>;
  listing: Listing<T>;
  phone: boolean;
  chosen: ReadonlySet<string>;
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined;
}

/** The rows – or why there are none. */
function Body<T>({ list, listing, phone, chosen, onChoose }: BodyProps<T>) {
  const t = useWords(messages);
  const { words, set } = useAddress();
  const { query, items: rows } = listing;
  if (query.data === undefined) {
    return query.error ? (
      <Failure error={query.error} retry={() => void query.refetch()} />
    ) : (
      <Waiting rows={10} />
    );
  }
  if (rows.length === 0) {
    if (!listing.narrowed) return <Empty {...list.empty} />;
    return <Empty title={t('ui.nothing_found')} text={t('ui.nothing_found_way')} />;
  }
  const { name, columns, keyOf, href } = list;
  const view = { name, columns, rows, keyOf, href, chosen, onChoose };
  const sorting = sortingOf(words.sort);
  return (
    <div aria-busy={query.isPlaceholderData} className={css.rows}>
      {phone ? (
        <Cards {...view} />
      ) : (
        <Rows {...view} sorting={sorting} onSort={(id) => set({ sort: nextSort(id, sorting) })} />
      )}
    </div>
  );
}

function Total<T>({ listing: { query, items, total } }: { listing: Listing<T> }) {
  const t = useWords(messages);
  const all = items.length >= total;
  const words = all ? t('ui.total', { total }) : t('ui.shown', { shown: items.length, total });
  return (
    <p className={css.total} role="status">
      {query.data !== undefined && words}
    </p>
  );
}

function Export({ path, asked }: { path: string; asked: QueryWords }) {
  const t = useWords(messages);
  return (
    <Button
      component="a"
      href={apiHref(path, asked)}
      download
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {t('ui.export')}
    </Button>
  );
}
