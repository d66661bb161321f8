// One table of a report: rows as the form numbers them, every number a link to its records, what differs by now beside it.
import { hrefOf, To, useAddress } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import { cellText, numberText } from '../../../press/cell.ts';
import type { Cell, NowView, Row, TablePart } from '../../view.ts';
import { words } from '../draft/words.ts';
import css from './sheet.module.css';

type NowCell = NowView['cells'][number];
interface SheetTableProps {
  table: TablePart;
  now: NowCell[];
}

export function SheetTable({ table, now }: SheetTableProps) {
  const t = useWords(words);
  const { title, columns, rows, notes, label } = table;
  const marked = rows.some(({ mark }) => mark !== '');
  const missing = [
    ...new Set(
      rows.flatMap(({ cells }) => cells.flatMap(({ value, why }) => (value === null && why ? [why.vi] : []))),
    ),
  ];
  return (
    <section>
      <h3>{title.vi}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <div className={css.wide} role="region" aria-label={t('sheet.table', { title: title.vi })} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {marked && <th scope="col">{t('sheet.count')}</th>}
              <th scope="col">{label.vi}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {column.label.vi}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.id} row={row} table={table} marked={marked} now={now} />
            ))}
          </tbody>
        </table>
      </div>
      {[...notes.map(({ vi }) => vi), ...missing.map((why) => t('sheet.missing', { why }))].map((note) => (
        <p key={note} className={css.small}>
          {note}
        </p>
      ))}
    </section>
  );
}

interface LineProps extends SheetTableProps {
  row: Row;
  marked: boolean;
}

const indent = (level: number) => ({ '--level': Math.min(level, 4) }) as React.CSSProperties;

function Line({ row, table, marked, now }: LineProps) {
  const { id, mark, label, level, whole, cells } = row;
  const name = (
    <th scope="row" className={css.label} style={indent(level)}>
      {label.vi}
    </th>
  );
  return (
    <tr data-whole={whole || undefined}>
      {marked && <td className={css.count}>{mark}</td>}
      {name}
      {table.columns.map((column, at) => {
        const cell = cells[at];
        if (!cell) return <td key={column.id} />;
        const later = now.find(
          (one) => one.section === table.id && one.row === id && one.column === column.id,
        );
        return (
          <td key={column.id} className={css.number}>
            <Number cell={cell} row={label.vi} column={column.label.vi} />
            {later && <Later cell={later} />}
          </td>
        );
      })}
    </tr>
  );
}

function Number({ cell, row, column }: { cell: Cell; row: string; column: string }) {
  const t = useWords(words);
  const { path, words: address } = useAddress();
  const text = cellText(cell);
  if (!cell.opens || !cell.value) return text;
  const { figure, query } = cell.opens;
  const href = hrefOf(`/statistics/${figure}/records`, { ...query, back: hrefOf(path, address) });
  return (
    <To href={href} aria-label={t('sheet.open', { row, column, number: text })}>
      {text}
    </To>
  );
}

function Later({ cell: { now, measure } }: { cell: NowCell }) {
  const t = useWords(words);
  return (
    <span className={`${css.later} no-print`}>
      {t('part.now_cell', { number: numberText(now, measure) })}
    </span>
  );
}
