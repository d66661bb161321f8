// Movement of members: the unit term by term, and every unit below it in one table.
import { hrefOf, To, useAddress } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import type { MovementView } from '../catalogue/view.ts';
import { type Asked, type Say, saySpan } from './asked.ts';
import { OpenNumber } from './Number.tsx';
import css from './statistics.module.css';
import { Terms } from './Terms.tsx';
import { words } from './words.ts';

type Line = MovementView['rows'][number];

export function Movement({ asked }: { asked: Asked }) {
  const { unit, on, period } = asked;
  const query = useRead<MovementView>('/statistics/movement', { params: { unit, on, period }, keep: true });
  return (
    <Loaded of={query} rows={12}>
      {(movement) => <Shown movement={movement} />}
    </Loaded>
  );
}

function Shown({ movement }: { movement: MovementView }) {
  const t = useWords(words);
  const tell = useTell();
  const { words: address } = useAddress();
  const { unit, span, bridge, rows } = movement;
  const down = ({ unitId, open }: Line) =>
    open ? hrefOf('/statistics/movement', { ...address, unit: String(unitId) }) : null;
  return (
    <>
      {bridge && (
        <Panel title={unit?.name ?? t('stat.several')} second={saySpan(span, t)}>
          <Terms bridge={bridge} />
        </Panel>
      )}
      {rows.length > 0 && (
        <Panel title={t('stat.movement_units')} second={saySpan(span, t)}>
          <div className={css.wide}>
            <SmallTable<Line>
              name={t('stat.movement_units')}
              rows={rows}
              keyOf={({ unitId }) => String(unitId)}
              columns={columnsOf({ movement, t, tell, down })}
              empty={{ title: t('stat.nothing') }}
            />
          </div>
        </Panel>
      )}
    </>
  );
}

interface About {
  movement: MovementView;
  t: Say;
  tell: ReturnType<typeof useTell>;
  down: (row: Line) => string | null;
}

/** Terms that nobody has are left out, so that the table stays narrow. */
function columnsOf({ movement, t, tell, down }: About): Column<Line>[] {
  const { rows, terms, span } = movement;
  const used = terms
    .map((term, at) => ({ ...term, at }))
    .filter(({ at }) => rows.some((row) => row.terms[at] !== 0));
  const moved = rows.some(({ shift }) => shift !== 0);
  return [
    {
      id: 'unit',
      label: t('stat.unit'),
      cell: (row) => {
        const href = down(row);
        return href ? <To href={href}>{tell(row.label)}</To> : tell(row.label);
      },
    },
    { id: 'start', label: t('stat.start_short'), number: true, cell: ({ start }) => formatNumber(start) },
    ...used.map(({ id, label, sign, at }) => ({
      id,
      label: t(sign === 1 ? 'stat.up' : 'stat.down', {
        what: tell(label).toLocaleLowerCase('vi').replace('đảng', 'Đảng'),
      }),
      number: true,
      cell: (row: Line) => (
        <OpenNumber
          figure={id}
          count={row.terms[at] ?? 0}
          label={`${tell(row.label)}, ${tell(label)}`}
          opens={row.open ? opensOf(row, id, span) : null}
        />
      ),
    })),
    ...(moved
      ? [
          {
            id: 'shift',
            label: t('stat.shift'),
            number: true,
            cell: ({ shift }: Line) => formatNumber(shift),
          },
        ]
      : []),
    { id: 'end', label: t('stat.end_short'), number: true, cell: ({ end }) => formatNumber(end) },
  ];
}

const opensOf = (
  { unitId }: Line,
  term: string,
  { from, to }: MovementView['span'],
): Record<string, string> => ({
  unit: String(unitId),
  from,
  to,
  ...(term.startsWith('moved') ? { net: '1' } : {}),
});
