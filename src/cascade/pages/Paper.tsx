// The sheet on A4: units down, figures across, as it goes to the meeting and is signed.
import { formatDay } from '../../platform/day.ts';
import { say } from '../../platform/messages.ts';
import { PrintSheet } from '../../ui/print/PrintSheet.tsx';
import { Scrolling } from '../../ui/show/Scrolling.tsx';
import { findFigure } from '../../statistics/figure.ts';
import { findPart } from '../../statistics/part.ts';
import { sayAmount } from '../../plans/amount.ts';
import { sayGiven } from '../typed.ts';
import type { CascadeView, RowView } from '../view.ts';
import css from './cascade.module.css';
import { baseOf, cellAt, type Column, columnOf, gapOf, ownOf } from './editor.ts';
import { lastOf, sayHeld, sayPeriod, upperFirst } from './words-of.ts';
import { words } from './words.ts';

/** Paper is Vietnamese, whatever the language of the screen. */
const vi = (key: keyof typeof words, params: Record<string, string> = {}): string =>
  say(words[key], params, 'vi');
const upper = (text: string): string => text.toLocaleUpperCase('vi');
const nameOf = ({ figure, part }: Column): string =>
  [findFigure(figure)?.short.vi, findPart(part)?.label.vi].filter(Boolean).join(' – ');

interface PaperProps {
  view: CascadeView;
  columns: string[];
}

export function Paper({ view, columns: ids }: PaperProps) {
  const { number, state } = stateOf(view);
  const columns = ids.map(columnOf);
  const mass = view.rows.filter((row) => row.mass);
  const party = view.rows.filter((row) => !row.mass);
  return (
    <PrintSheet
      left={[...(view.superior ? [upper(view.superior)] : []), upper(view.unit.name)]}
      right={[vi('paper.party')]}
      on={null}
      {...(number ? { number } : {})}
      title={vi('paper.title')}
      subtitle={`${upperFirst(sayPeriod(view.period.key, (key, params) => vi(key, params as Record<string, string>)))} – ${state}`}
      signatures={[{ title: vi('paper.sign_writer') }, { title: vi('paper.sign_committee') }]}
      watermark={view.watermark ? vi('paper.training') : null}
    >
      {party.length > 0 && <Table view={view} rows={party} columns={columns} />}
      {mass.length > 0 && <Table view={view} rows={mass} columns={[columnOf('introduction')]} />}
    </PrintSheet>
  );
}

function stateOf({ plan }: CascadeView): { number: string | null; state: string } {
  const approval = plan?.state === 'approved' ? plan.approvals.at(-1) : undefined;
  if (!approval) return { number: null, state: vi('paper.draft') };
  const state = vi('paper.approved', { day: formatDay(approval.on ?? '') });
  return { number: approval.decision?.number ?? null, state };
}

interface TableProps {
  view: CascadeView;
  rows: RowView[];
  columns: Column[];
}

function Table({ view, rows, columns }: TableProps) {
  const heads = columns.flatMap((column) => [
    `${nameOf(column)}: ${vi('sheet.last')}`,
    `${nameOf(column)}: ${vi('sheet.registered')}`,
    `${nameOf(column)}: ${vi('sheet.assigned')}`,
  ]);
  return (
    <Scrolling className={css.paper} name={vi(rows[0]?.mass ? 'sheet.mass' : 'sheet.party')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{vi('paper.number')}</th>
            <th scope="col">{vi('sheet.unit')}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.unitId}>
              <td>{index + 1}</td>
              <td>{row.name}</td>
              {columns.map((column) => (
                <Numbers key={column.id} row={row} column={column} />
              ))}
            </tr>
          ))}
          <tr>
            <td />
            <td>
              <strong>{vi('sheet.sum')}</strong>
            </td>
            {columns.map((column) => {
              const { sum, registered } = gapOf(view, {}, column);
              return (
                <Sum key={column.id} values={[null, registered, sum].map((one) => one && sayAmount(one))} />
              );
            })}
          </tr>
          <tr>
            <td />
            <td>{vi('sheet.own')}</td>
            {columns.map((column) => {
              const own = ownOf(view, column);
              return (
                <Sum
                  key={column.id}
                  values={[null, sayHeld(own?.registered ?? null), sayHeld(own?.assigned ?? null)]}
                />
              );
            })}
          </tr>
        </tbody>
      </table>
    </Scrolling>
  );
}

function Numbers({ row, column }: { row: RowView; column: Column }) {
  const cell = cellAt(row, column);
  return (
    <>
      <td>{lastOf(cell)}</td>
      <td>{sayHeld(cell.registered)}</td>
      <td>{sayGiven(baseOf(cell))}</td>
    </>
  );
}

const places = ['last', 'registered', 'assigned'];

function Sum({ values }: { values: (string | null)[] }) {
  return (
    <>
      {places.map((place, index) => (
        <td key={place}>
          <strong>{values[index]}</strong>
        </td>
      ))}
    </>
  );
}
