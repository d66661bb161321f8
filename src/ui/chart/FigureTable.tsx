// The numbers of a chart as a plain table: the first column names the row.
import css from './Chart.module.css';

export interface Figures {
  head: string[];
  rows: string[][];
}

/** More than these stand below one another on a phone. */
const fewColumns = 4;

export function FigureTable({ name, figures: { head, rows } }: { name: string; figures: Figures }) {
  return (
    <table className={css.table} aria-label={name} data-many={head.length > fewColumns || undefined}>
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
          <tr key={first}>
            <th scope="row" data-first>
              {first}
            </th>
            {others.map((value, at) => (
              <td key={head[at + 1] ?? at} data-label={head[at + 1]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
