// The sheet as a table: heads in two lines, a row for each unit, and the sums against the unit's own numbers.
import { formatDay } from '../../platform/day.ts';
import { hrefOf, To } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { sayAmount } from '../../plans/amount.ts';
import type { RowView } from '../view.ts';
import css from './cascade.module.css';
import { cellAt, type Column, gapOf, keyOf } from './editor.ts';
import { NumberCell } from './NumberCell.tsx';
import type { Drawn } from './Sheet.tsx';
import { lastOf, sayGap, sayHeld, sourceOf, strainWords, useColumnName } from './words-of.ts';
import { words } from './words.ts';

export function HeadRows({ columns, compact, rows }: Drawn) {
  const t = useWords(words);
  const nameOf = useColumnName();
  const mass = rows[0]?.mass ?? false;
  const tall = compact ? 1 : 2;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={tall}>
          {t('sheet.unit')}
        </th>
        {!mass && (
          <>
            <th scope="col" rowSpan={tall} data-number="true">
              {t('sheet.members')}
            </th>
            <th scope="col" rowSpan={tall}>
              {t('sheet.source')}
            </th>
          </>
        )}
        {columns.map(({ id }) => (
          <th key={id} scope={compact ? 'col' : 'colgroup'} colSpan={compact ? 1 : 3} className={css.figure}>
            {nameOf(id)}
          </th>
        ))}
      </tr>
      {!compact && (
        <tr>
          {columns.map(({ id }) => (
            <Three key={id} />
          ))}
        </tr>
      )}
    </thead>
  );
}

function Three() {
  const t = useWords(words);
  return (
    <>
      <th scope="col" data-number="true" className={css.figure}>
        {t('sheet.last')}
      </th>
      <th scope="col" data-number="true">
        {t('sheet.registered')}
      </th>
      <th scope="col" data-number="true">
        {t('sheet.assigned')}
      </th>
    </>
  );
}

export function Rows(drawn: Drawn) {
  return (
    <tbody>
      {drawn.rows.map((row, index) => (
        <tr key={row.unitId} data-ended={row.endedOn ? true : undefined}>
          <th scope="row">
            <UnitName row={row} period={drawn.editor.view.period.key} />
          </th>
          {!row.mass && <Source row={row} />}
          {drawn.columns.map((column, at) => (
            <Cells key={column.id} drawn={drawn} row={row} column={column} place={[index, at]} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

export function UnitName({ row, period }: { row: RowView; period: string }) {
  const t = useWords(words);
  const plan = row.plan && row.children > 0 ? row.plan.state : null;
  return (
    <>
      <To href={hrefOf(`/plans/${row.unitId}`, { period })} className={css.unit}>
        {row.name}
      </To>
      {row.endedOn && (
        <span className={css.second}>
          <StatusMark tone="ended">{t('row.ended', { day: formatDay(row.endedOn) })}</StatusMark>
        </span>
      )}
      {plan && (
        <span className={css.second}>
          <To href={hrefOf(`/plans/${row.unitId}/cascade`, { period })}>{t(`row.plan_${plan}`)}</To>
        </span>
      )}
      {row.strain.length > 0 && (
        <span className={css.second}>
          <StatusMark tone="wait">{strainWords(row.strain, t)}</StatusMark>
        </span>
      )}
    </>
  );
}

function Source({ row }: { row: RowView }) {
  const t = useWords(words);
  const [first, ...more] = sourceOf(row, t);
  return (
    <>
      <td data-number="true">{formatNumber(row.members)}</td>
      <td className={css.source}>
        {first}
        <span className={css.second}>{more.join(' · ')}</span>
      </td>
    </>
  );
}

interface CellsProps {
  drawn: Drawn;
  row: RowView;
  column: Column;
  place: [number, number];
}

function Cells({ drawn, row, column, place: [index, at] }: CellsProps) {
  const t = useWords(words);
  const { editor, compact, locked } = drawn;
  const cell = cellAt(row, column);
  return (
    <>
      {!compact && (
        <>
          <td data-number="true" className={css.figure}>
            {lastOf(cell)}
          </td>
          <td data-number="true">
            {sayHeld(cell.registered)}
            {cell.aim && <span className={css.second}>{t('cell.aim', { number: sayHeld(cell.aim) })}</span>}
          </td>
        </>
      )}
      <td className={compact ? css.figure : undefined}>
        <NumberCell
          cell={cell}
          column={column}
          typing={editor.typings[keyOf(row.unitId, column)]}
          unitId={row.unitId}
          unitName={row.name}
          row={index}
          at={at}
          locked={locked}
          context={compact}
          type={editor.type}
        />
      </td>
    </>
  );
}

export function SumRows({ editor, rows, columns, compact }: Drawn) {
  const t = useWords(words);
  const mass = rows[0]?.mass ?? false;
  const members = rows.reduce((sum, row) => sum + row.members, 0);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('sheet.sum')}</th>
        {!mass && (
          <>
            <td data-number="true">{formatNumber(members)}</td>
            <td />
          </>
        )}
        {columns.map((column) => (
          <Sums key={column.id} gap={gapOf(editor.view, editor.typings, column)} compact={compact} />
        ))}
      </tr>
    </tfoot>
  );
}

function Sums({ gap, compact }: { gap: ReturnType<typeof gapOf>; compact: boolean }) {
  const t = useWords(words);
  const { verdict, even } = sayGap(gap, t);
  return (
    <>
      {!compact && (
        <>
          <td className={css.figure} />
          <td data-number="true">{gap.registered && sayAmount(gap.registered)}</td>
        </>
      )}
      <td className={`${css.right} ${compact ? css.figure : ''}`}>
        <strong>{gap.sum ? sayAmount(gap.sum) : '–'}</strong>
        {verdict && (
          <span className={css.second}>
            <StatusMark tone={even ? 'done' : 'act'}>{verdict}</StatusMark>
          </span>
        )}
      </td>
    </>
  );
}
