// The numbers of a chart as a plain table: the first column names the row; a cell may lead to what it counts.
import { To } from '../address.tsx';
import { useNarrow } from '../narrow.ts';
import css from './Chart.module.css';

export interface Figures {
  head: string[];
  rows: FigureCell[][];
}
/** A word, or a word that opens. */
export type FigureCell = string | { said: string; href: string | null; label?: string };

const wordOf = (cell: FigureCell | undefined): string =>
  typeof cell === 'object' ? cell.said : (cell ?? '');

function Cell({ of }: { of: FigureCell | undefined }) {
  if (typeof of !== 'object' || of.href === null) return wordOf(of);
  return (
    <To href={of.href} aria-label={of.label}>
      {of.said}
    </To>
  );
}

/** Columns without this room stand below one another; where there are many, whenever a table would. */
const lettersOfColumn = 4.5;
const fewColumns = 4;

export function FigureTable({ name, figures: { head, rows } }: { name: string; figures: Figures }) {
  const room = head.length > fewColumns ? undefined : head.length * lettersOfColumn;
  const { place, narrow } = useNarrow<HTMLDivElement>(room);
  return (
    <div ref={place}>
      <table className={css.table} aria-label={name} data-stacked={narrow || undefined}>
        <thead>
          <tr>
            {head.map((word, at) => (
              <th key={word} scope="col" data-first={at === 0 || undefined}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr key={wordOf(first)}>
              <th scope="row" data-first>
                <Cell of={first} />
              </th>
              {others.map((value, at) => (
                <td key={head[at + 1] ?? at} data-label={head[at + 1]}>
                  <Cell of={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
