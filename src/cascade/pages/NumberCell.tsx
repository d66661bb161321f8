// One number of the sheet: a plain field that takes “5”, “3–5”, “?”, with what it says against what is in force and
// what was registered.
import { memo } from 'react';
import { useWords } from '../../ui/i18n.tsx';
import type { CellView } from '../view.ts';
import css from './cascade.module.css';
import { type Column, keyOf, readCell, textOf, type Typing } from './editor.ts';
import { placeOf } from './grid.ts';
import { inputId } from './use-editor.ts';
import { contextOf, remarksOf, useColumnName } from './words-of.ts';
import { words } from './words.ts';

export interface NumberCellProps {
  cell: CellView;
  column: Column;
  typing: Typing | undefined;
  unitId: number;
  unitName: string;
  /** place among the cells that can be typed in */
  row: number;
  at: number;
  locked: boolean;
  /** what is known is said beneath the field */
  context: boolean;
  type: (column: Column, unitId: number, text: string) => void;
}

export const NumberCell = memo(function NumberCell(props: NumberCellProps) {
  const { cell, column, typing, unitId, unitName, row, at, locked, context, type } = props;
  const t = useWords(words);
  const nameOf = useColumnName();
  const { given, problem, changed } = readCell(cell, typing);
  const key = keyOf(unitId, column);
  const id = inputId(key);
  const remarks = [...remarksOf(cell, given, t), ...(context ? contextOf(cell, t) : [])];
  const text = textOf(cell, typing);
  const note = problem ? t(problem) : remarks.join(' · ');
  return (
    <div className={css.number}>
      {locked ? (
        <span className={css.fixed}>{text || '–'}</span>
      ) : (
        <input
          id={id}
          className={css.input}
          data-at={placeOf(row, at)}
          data-changed={changed || undefined}
          aria-label={t('cell.name', { column: nameOf(column.id), unit: unitName })}
          aria-invalid={problem !== null}
          aria-describedby={note ? `${id}-note` : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="next"
          maxLength={40}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => type(column, unitId, event.currentTarget.value)}
        />
      )}
      {note && (
        <span id={`${id}-note`} className={css.note} data-problem={problem !== null || undefined}>
          {note}
        </span>
      )}
    </div>
  );
});
