// The sheet on a phone: a card for each unit, the same words, the numbers as fields one under another.
import { useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import type { RowView } from '../view.ts';
import css from './cascade.module.css';
import { cellAt, keyOf } from './editor.ts';
import { NumberCell } from './NumberCell.tsx';
import { UnitName } from './Rows.tsx';
import type { Drawn } from './Sheet.tsx';
import { sourceOf, useColumnName } from './words-of.ts';
import { words } from './words.ts';

export function Cards(drawn: Drawn) {
  return (
    <ul className={css.cards}>
      {drawn.rows.map((row, index) => (
        <Card key={row.unitId} drawn={drawn} row={row} index={index} />
      ))}
    </ul>
  );
}

function Card({ drawn, row, index }: { drawn: Drawn; row: RowView; index: number }) {
  const t = useWords(words);
  const nameOf = useColumnName();
  const { editor, columns, locked } = drawn;
  const known = [`${t('sheet.members')} ${formatNumber(row.members)}`, ...sourceOf(row, t)];
  return (
    <li className={css.card} data-ended={row.endedOn ? true : undefined}>
      <div>
        <UnitName row={row} period={editor.view.period.key} />
      </div>
      {!row.mass && <p className={css.second}>{known.join(' · ')}</p>}
      {columns.map((column, at) => (
        <div key={column.id} className={css.line}>
          <span aria-hidden>{nameOf(column.id)}</span>
          <NumberCell
            cell={cellAt(row, column)}
            column={column}
            typing={editor.typings[keyOf(row.unitId, column)]}
            unitId={row.unitId}
            unitName={row.name}
            row={index}
            at={at}
            locked={locked}
            context
            type={editor.type}
          />
        </div>
      ))}
    </li>
  );
}
