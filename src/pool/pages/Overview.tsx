// The whole in two sentences, then stage by stage and unit by unit.
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { useBook } from '../../road/pages/book.ts';
import { words } from '../messages.ts';
import { type Part, parts } from '../pool.ts';
import type { PoolItem, PoolView } from '../view.ts';

type Words = ReturnType<typeof useWords<typeof words>>;

export function Overview({ pool }: { pool: PoolView }) {
  const t = useWords(words);
  return (
    <>
      <Said pool={pool} />
      <Stages pool={pool} />
      <Panel title={t('pool.units')}>
        <SmallTable
          name={t('pool.units')}
          rows={pool.items}
          keyOf={({ unitId }) => String(unitId)}
          href={({ unitId, cell }) => (cell ? `/dossiers?unit=${unitId}` : `/pool?unit=${unitId}`)}
          columns={unitColumns(t)}
          empty={{ title: t('pool.longest_none') }}
        />
      </Panel>
    </>
  );
}

function Said({ pool: { total, year } }: { pool: PoolView }) {
  const t = useWords(words);
  const { open, paused, admitted, target, remaining, ratio, summed } = total;
  const about = { open, paused, admitted, year: String(year) };
  return (
    <>
      <p>
        {t(open === 0 ? 'pool.said_none' : 'pool.said', about)}{' '}
        {target === null && t('pool.target_none', about)}
        {target !== null && remaining === 0 && t('pool.target_met', { target })}
        {target !== null &&
          ratio !== null &&
          t('pool.target_left', { target, remaining, ratio: Math.round(ratio * 10) / 10 })}
      </p>
      {summed && <p>{t('pool.target_summed')}</p>}
    </>
  );
}

function Stages({ pool }: { pool: PoolView }) {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  if (pool.stages.length === 0 || !book) return null;
  return (
    <Panel title={t('pool.stages')} second={t('pool.stages_second')}>
      <SmallTable
        name={t('pool.stages')}
        rows={pool.stages}
        keyOf={({ stage }) => stage}
        columns={stageColumns(t, (stage) => tell(book.stageLabel(stage)))}
        empty={{ title: t('pool.longest_none') }}
      />
    </Panel>
  );
}

const stageColumns = (t: Words, labelOf: (stage: string) => string): Column<PoolView['stages'][number]>[] => [
  { id: 'stage', label: t('pool.stage'), cell: ({ stage }) => labelOf(stage) },
  { id: 'count', label: t('pool.count'), number: true, cell: ({ count }) => formatNumber(count) },
  { id: 'median', label: t('pool.median'), number: true, cell: ({ medianDays }) => formatNumber(medianDays) },
  {
    id: 'longest',
    label: t('pool.longest'),
    number: true,
    cell: ({ longestDays }) => formatNumber(longestDays),
  },
];

const number = (id: string, label: string, of: (row: PoolItem) => number | null): Column<PoolItem> => ({
  id,
  label,
  number: true,
  cell: (row) => formatNumber(of(row), 'vi', 1) || '–',
});

const partWord = (part: Part) => `pool.part_${part}` as const;

const unitColumns = (t: Words): Column<PoolItem>[] => [
  {
    id: 'unit',
    label: t('pool.unit'),
    cell: ({ name }) => name,
    second: ({ cell, cells }) => (cell ? null : t('pool.cells', { count: cells })),
    width: '26%',
  },
  ...parts.map((part) => number(part, t(partWord(part)), (row) => row.parts[part])),
  number('open', t('pool.open'), ({ open }) => open),
  number('admitted', t('pool.admitted'), ({ admitted }) => admitted),
  number('remaining', t('pool.remaining'), ({ remaining }) => remaining),
  number('ratio', t('pool.ratio'), ({ ratio }) => ratio),
];
