// A table of rows that the page already holds; on a phone the same words as cards.
import type { ReactNode } from 'react';
import { useNarrow } from '../narrow.ts';
import { Empty } from '../show/Empty.tsx';
import { Cards } from './Cards.tsx';
import type { Column } from './column.ts';
import { Rows } from './Rows.tsx';

interface SmallTableProps<T> {
  name: string;
  rows: T[];
  keyOf: (row: T) => string;
  columns: Column<T>[];
  href?: (row: T) => string;
  empty: { title: string; text?: ReactNode; action?: ReactNode };
  chosen?: ReadonlySet<string>;
  onChoose?: (chosen: ReadonlySet<string>) => void;
}

export function SmallTable<T>({ empty, ...view }: SmallTableProps<T>) {
  const { place, narrow } = useNarrow<HTMLDivElement>();
  const rows = narrow ? <Cards {...view} /> : <Rows {...view} />;
  return <div ref={place}>{view.rows.length === 0 ? <Empty {...empty} /> : rows}</div>;
}
