// The rows of a list as a table: dense, sticky head, the name first and as the link, numbers to the right.
import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { To } from '../address.tsx';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { flip } from '../show/tree.ts';
import { ariaSort, type Column, type Sorting } from './column.ts';
import css from './Rows.module.css';

/** More than these stand closer, so that large text and A4 still hold them all. */
const manyColumns = 7;

export interface RowsProps<T> {
  name: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  href?: ((row: T) => string) | undefined;
  sorting?: Sorting | null;
  onSort?: (id: string) => void;
  chosen?: ReadonlySet<string>;
  onChoose?: ((chosen: ReadonlySet<string>) => void) | undefined;
}

export function Rows<T>({
  name,
  columns,
  rows,
  keyOf,
  href,
  sorting = null,
  onSort,
  chosen,
  onChoose,
}: RowsProps<T>) {
  return (
    <table className={css.table} aria-label={name} data-many={columns.length > manyColumns || undefined}>
      <thead>
        <tr>
          {onChoose && <ChooseAll keys={rows.map(keyOf)} chosen={chosen ?? new Set()} onChoose={onChoose} />}
          {columns.map((column) => (
            <Head key={column.id} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = keyOf(row);
          return (
            <tr key={key} data-chosen={chosen?.has(key) || undefined}>
              {onChoose && (
                <Choose
                  id={key}
                  name={columns[0]?.cell(row)}
                  chosen={chosen ?? new Set()}
                  onChoose={onChoose}
                />
              )}
              {columns.map((column, index) => (
                <Cell key={column.id} column={column} row={row} href={index === 0 ? href : undefined} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface HeadProps<T> {
  column: Column<T>;
  sorting: Sorting | null;
  onSort: ((id: string) => void) | undefined;
}

function Head<T>({ column: { id, label, sort, number, width }, sorting, onSort }: HeadProps<T>) {
  const direction = ariaSort(id, sorting);
  const Icon = direction === 'ascending' ? IconArrowUp : direction ? IconArrowDown : IconArrowsSort;
  return (
    <th scope="col" aria-sort={direction} data-number={number} style={{ width }}>
      {sort && onSort ? (
        <UnstyledButton className={css.sort} onClick={() => onSort(id)}>
          {label}
          <Icon size={15} aria-hidden className={direction ? undefined : css.idle} />
        </UnstyledButton>
      ) : (
        label
      )}
    </th>
  );
}

interface CellProps<T> {
  column: Column<T>;
  row: T;
  href: ((row: T) => string) | undefined;
}

function Cell<T>({ column, row, href }: CellProps<T>) {
  const content = column.cell(row);
  const second = column.second?.(row);
  return (
    <td data-number={column.number} data-tight={column.tight}>
      {href ? (
        <To href={href(row)} className={css.link}>
          {content}
        </To>
      ) : (
        content
      )}
      {second && <div className={css.second}>{second}</div>}
    </td>
  );
}

interface ChooseProps {
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

export function Choose({ id, name, chosen, onChoose }: ChooseProps & { id: string; name: ReactNode }) {
  const t = useWords(messages);
  const label = t('ui.choose_row', { name: typeof name === 'string' ? name : '' });
  return (
    <td className={`${css.choice} no-print`}>
      <Checkbox
        aria-label={label}
        checked={chosen.has(id)}
        onChange={() => onChoose(flip(chosen, new Set([id])))}
      />
    </td>
  );
}

function ChooseAll({ keys, chosen, onChoose }: ChooseProps & { keys: string[] }) {
  const t = useWords(messages);
  const count = keys.filter((key) => chosen.has(key)).length;
  const all = keys.length > 0 && count === keys.length;
  return (
    <th scope="col" className={`${css.choice} no-print`}>
      <Checkbox
        aria-label={t('ui.choose_all')}
        checked={all}
        indeterminate={count > 0 && !all}
        onChange={() => onChoose(new Set(all ? [] : keys))}
      />
    </th>
  );
}
