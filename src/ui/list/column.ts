// How a list describes its columns and filters, and how sorting is written in the address ('name' or '-name').
import type { ReactNode } from 'react';

export interface Column<T> {
  id: string;
  label: string;
  cell: (row: T) => ReactNode;
  /** Grey line under the cell; meant for the first column. */
  second?: (row: T) => ReactNode;
  sort?: boolean;
  /** Numbers stand right and in tabular figures. */
  number?: boolean;
  /** Never broken over two lines: days, numbers with their unit. */
  tight?: boolean;
  width?: string;
}
export interface Filter {
  id: string;
  label: string;
  options: { value: string; label: string }[];
}
export interface Answer<T> {
  items: T[];
  total: number;
  next: string | null;
  asOf?: string;
}
export interface Sorting {
  id: string;
  down: boolean;
}

export const sortingOf = (word: string | undefined): Sorting | null =>
  word ? { id: word.replace(/^-/, ''), down: word.startsWith('-') } : null;

/** First press sorts up, the second down, the third gives the list's own order back. */
export function nextSort(id: string, now: Sorting | null): string | null {
  if (now?.id !== id) return id;
  return now.down ? null : `-${id}`;
}

export const ariaSort = (id: string, now: Sorting | null) =>
  now?.id !== id ? undefined : now.down ? ('descending' as const) : ('ascending' as const);
