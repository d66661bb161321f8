// Cells whose source is short, each with why and with what the year's survey says could be found there.
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { useBook } from '../../road/pages/book.ts';
import { words } from '../messages.ts';
import type { PoolView, ShortItem } from '../view.ts';

type Words = ReturnType<typeof useWords<typeof words>>;

export function Short({ pool: { short, shortTotal, least } }: { pool: PoolView }) {
  const t = useWords(words);
  const groupOf = useGroups();
  return (
    <Panel
      title={t('pool.tab_short')}
      second={least === null ? t('pool.short_second_plain') : t('pool.short_second', { least })}
    >
      <SmallTable
        name={t('pool.tab_short')}
        rows={short}
        keyOf={({ unitId }) => String(unitId)}
        href={({ unitId }) => `/sourcing?unit=${unitId}`}
        columns={columnsOf(t, groupOf)}
        empty={{ title: t('pool.short_none') }}
      />
      {shortTotal > short.length && <p>{t('pool.short_more', { shown: short.length, total: shortTotal })}</p>}
    </Panel>
  );
}

/** 'DVTN' → 'Đoàn viên - thanh niên'. */
function useGroups(): (code: string) => string {
  const tell = useTell();
  const items = useBook()?.catalogue('candidate_source') ?? [];
  const labels = new Map(items.map(({ code, label }) => [code, tell(label)]));
  return (code) => labels.get(code) ?? code;
}

const columnsOf = (t: Words, groupOf: (code: string) => string): Column<ShortItem>[] => [
  { id: 'unit', label: t('pool.unit'), cell: ({ name }) => name, width: '26%' },
  {
    id: 'why',
    label: t('pool.why'),
    cell: ({ lacks }) => lacks.map((lack) => <Lack key={lack} word={t(`pool.${lack}`)} />),
  },
  { id: 'open', label: t('pool.open'), number: true, cell: ({ open }) => formatNumber(open) },
  {
    id: 'remaining',
    label: t('pool.remaining'),
    number: true,
    cell: ({ remaining }) => formatNumber(remaining) || '–',
  },
  { id: 'offers', label: t('pool.offers'), cell: ({ survey }) => offersOf(t, survey, groupOf) },
];

const Lack = ({ word }: { word: string }) => (
  <div>
    <StatusMark tone="wait">{word}</StatusMark>
  </div>
);

/** The groups counted, the largest first. */
function offersOf(t: Words, survey: ShortItem['survey'], groupOf: (code: string) => string): string {
  if (!survey) return t('pool.no_survey');
  const found = Object.entries(survey)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([code, count]) => `${groupOf(code)}: ${formatNumber(count)}`);
  return found.join(' · ') || t('pool.survey_zero');
}
