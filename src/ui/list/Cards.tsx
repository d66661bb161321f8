// The rows of a list on a phone: one card each, with the same words as the table.
import { Checkbox } from '@mantine/core';
import { To } from '../address.tsx';
import { useWords } from '../i18n.tsx';
import { messages } from '../messages.ts';
import { flip } from '../show/tree.ts';
import pair from '../show/pair.module.css';
import css from './Cards.module.css';
import type { RowsProps } from './Rows.tsx';

export function Cards<T>({ name, columns, rows, keyOf, href, chosen, onChoose }: RowsProps<T>) {
  const t = useWords(messages);
  const [first, ...others] = columns;
  return (
    <ul className={css.cards} aria-label={name}>
      {rows.map((row) => {
        const key = keyOf(row);
        const title = first?.cell(row);
        const second = first?.second?.(row);
        return (
          <li key={key} className={css.card}>
            {onChoose && (
              <Checkbox
                size="md"
                className={css.choice}
                aria-label={t('ui.choose_row', { name: typeof title === 'string' ? title : '' })}
                checked={chosen?.has(key) ?? false}
                onChange={() => onChoose(flip(chosen ?? new Set(), new Set([key])))}
              />
            )}
            <div className={css.body}>
              <div className={css.title}>{href ? <To href={href(row)}>{title}</To> : title}</div>
              {second && <div className={css.second}>{second}</div>}
              <dl className={css.facts}>
                {others.map((column) => {
                  const value = column.cell(row);
                  if (value === null || value === undefined || value === '') return null;
                  return (
                    <div key={column.id} className={`${pair.pair} ${css.fact}`}>
                      <dt>{column.label}</dt>
                      <dd>{value}</dd>
                    </div>
                  );
                })}
              </dl>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
