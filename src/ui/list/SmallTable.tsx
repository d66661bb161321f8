// A table of rows that the page already holds; on a phone the same words as cards.
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
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
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  if (view.rows.length === 0) return <Empty {...empty} />;
  return phone ? <Cards {...view} /> : <Rows {...view} />;
}
