// Who stands longest in a stage: since when, what is next, and what stands in its way.
import { formatDay } from '../../platform/day.ts';
import { useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { type Book, useBook } from '../../road/pages/book.ts';
import { words } from '../messages.ts';
import type { LongestItem, LongestView } from '../view.ts';

type Words = ReturnType<typeof useWords<typeof words>>;

export function Longest() {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  const unit = useUnit();
  const longest = useRead<LongestView>('/pool/longest', { params: { unit }, keep: true });
  return (
    <Loaded of={longest} rows={8}>
      {({ items }) => (
        <Panel title={t('pool.tab_longest')} second={t('pool.longest_second', { count: items.length })}>
          <SmallTable
            name={t('pool.tab_longest')}
            rows={items}
            keyOf={({ id }) => id}
            href={({ id }) => `/dossiers/${id}`}
            columns={book ? columnsOf(t, tell, book) : []}
            empty={{ title: t('pool.longest_none') }}
          />
        </Panel>
      )}
    </Loaded>
  );
}

const columnsOf = (t: Words, tell: ReturnType<typeof useTell>, book: Book): Column<LongestItem>[] => [
  {
    id: 'name',
    label: t('pool.person'),
    cell: ({ fullName }) => fullName,
    second: ({ unitName }) => unitName,
    width: '24%',
  },
  {
    id: 'stage',
    label: t('pool.stage'),
    cell: ({ stage, stageOn, paused }) => (
      <>
        {tell(book.stageLabel(stage))}
        {stageOn && ` (${formatDay(stageOn)})`}
        {paused && <StatusMark tone="ended">{t('pool.paused')}</StatusMark>}
      </>
    ),
  },
  { id: 'days', label: t('pool.days'), number: true, cell: ({ days }) => formatNumber(days) || '–' },
  {
    id: 'next',
    label: t('pool.next'),
    cell: ({ nextStep, blocked }) => (
      <>
        {nextStep ? tell(nextStep) : t('pool.nothing_next')}
        {blocked && <StatusMark tone="wait">{t('pool.blocked', { why: tell(blocked) })}</StatusMark>}
      </>
    ),
  },
];
