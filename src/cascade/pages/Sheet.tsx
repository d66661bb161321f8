// The sheet of numbers: a row for each unit below with all that is known of it; on a phone a card each.
import { type ClipboardEvent, useMemo } from 'react';
import { useWords } from '../../ui/i18n.tsx';
import { useNarrow } from '../../ui/narrow.ts';
import type { RowView } from '../view.ts';
import { Cards } from './Cards.tsx';
import css from './cascade.module.css';
import { type Column, columnOf } from './editor.ts';
import { pastedCells, walk } from './grid.ts';
import { HeadRows, Rows, SumRows } from './Rows.tsx';
import type { Editor } from './use-editor.ts';
import { words } from './words.ts';

export interface SheetProps {
  editor: Editor;
  rows: RowView[];
  columns: string[];
  locked: boolean;
}
/** What table and cards draw. */
export interface Drawn {
  editor: Editor;
  rows: RowView[];
  columns: Column[];
  locked: boolean;
  /** what is known of a cell stands beneath its number: there is no room for columns */
  compact: boolean;
}

const columnsWithRoom = 2;
/** How wide the table is, in letters, before it would be pushed sideways. */
const lettersFor = (columns: number): number =>
  columns > columnsWithRoom ? 24 + 7 * columns : 25 + 16 * columns;

export function Sheet({ editor, rows, columns: ids, locked }: SheetProps) {
  const t = useWords(words);
  const { place, narrow } = useNarrow<HTMLDivElement>(lettersFor(ids.length));
  const joined = ids.join(',');
  const columns = useMemo(() => joined.split(',').map(columnOf), [joined]);
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    for (const { row, column, text } of pastedCells(event)) {
      const [unit, into] = [rows[row], columns[column]];
      if (unit && into) editor.type(into, unit.unitId, text);
    }
  };
  const drawn: Drawn = { editor, rows, columns, locked, compact: narrow || columns.length > columnsWithRoom };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the fields inside, as in a sheet
    <div ref={place} data-grid onKeyDown={walk} onPaste={paste} className={css.sheet}>
      {narrow ? (
        <Cards {...drawn} />
      ) : (
        <table className={css.table} aria-label={t('sheet.table')}>
          <HeadRows {...drawn} />
          <Rows {...drawn} />
          <SumRows {...drawn} />
        </table>
      )}
    </div>
  );
}
