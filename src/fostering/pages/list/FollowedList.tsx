// The list of sympathisers: stage, helper, last meeting, and in words what is waited for.
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { bulkActs, type BulkResult } from '../../../admission/pages/bulk/BulkAct.tsx';
import { BulkResultNotice } from '../../../admission/pages/bulk/BulkResultNotice.tsx';
import { type Book, useBook } from '../../../road/pages/book.ts';
import { useAddress, useUnit } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column, Filter } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { useRead } from '../../../ui/query.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { followedStages, stagesOfGroup } from '../../group.ts';
import { type FollowedList as Answer, type FollowedRow, type Group, groups, marks } from '../../view.ts';
import { useTakes } from '../choices.ts';
import css from '../fostering.module.css';
import { words } from '../words.ts';

type Say = ReturnType<typeof useWords<typeof words>>;

/** What this list is about: the yearly choice first; a meeting of many; who goes away and comes back. */
const shared = ['choose_for_year', 'contact', 'pause', 'resume'];

export function FollowedList() {
  const t = useWords(words);
  const unit = useUnit();
  const book = useBook();
  const mayAct = useTakes('choose_for_year');
  const [result, setResult] = useState<BulkResult | null>(null);
  const filters = useFilters(book);
  const tell = useTell();
  return (
    <>
      {result && <BulkResultNotice key={result.bulk} result={result} close={() => setResult(null)} />}
      <DataList<FollowedRow>
        path="/fostering"
        params={{ unit }}
        name={t('list.name')}
        keyOf={(row) => row.id}
        href={(row) => `/dossiers/${row.id}`}
        columns={columnsOf(t, (stage) => (book ? tell(book.stageLabel(stage)) : ''))}
        filters={filters}
        searchable
        empty={{ title: t('list.empty'), text: t('list.empty_way') }}
        {...(mayAct ? { bulk: bulkActs<FollowedRow>(setResult, shared) } : {})}
      />
    </>
  );
}

/** Filters as words, with true counts beside those that somebody must act on. */
function useFilters(book: Book | null): Filter[] {
  const t = useWords(words);
  const tell = useTell();
  const unit = useUnit();
  const { words: address } = useAddress();
  const known = (groups as readonly string[]).includes(address.group ?? '');
  const group = known ? (address.group as Group) : null;
  const { data } = useRead<Answer>('/fostering', { params: { unit, group, limit: 1 }, keep: true });
  const counted = (label: string, count = 0) => t('mark.with', { label, count });
  const stages = group ? stagesOfGroup(group) : followedStages;
  return [
    {
      id: 'group',
      label: t('list.group'),
      options: groups.map((value) => ({
        value,
        label: counted(t(`group.${value}`), data?.counts.groups[value]),
      })),
    },
    {
      id: 'stage',
      label: t('list.stage'),
      options: stages.map((value) => ({ value, label: book ? tell(book.stageLabel(value)) : value })),
    },
    {
      id: 'mark',
      label: t('list.mark'),
      options: marks.map((value) => ({
        value,
        label: counted(t(`mark.${value}`), data?.counts.marks[value]),
      })),
    },
    ...(data && data.helpers.length > 1
      ? [
          {
            id: 'helper',
            label: t('list.helper'),
            options: data.helpers.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
  ];
}

const columnsOf = (t: Say, stageOf: (stage: string) => string): Column<FollowedRow>[] => [
  {
    id: 'name',
    label: t('list.person'),
    cell: (row) => row.fullName,
    second: (row) => row.unitName,
    sort: true,
  },
  { id: 'stage', label: t('list.stage'), cell: (row) => stageOf(row.stage) },
  { id: 'helper', label: t('list.helper'), cell: (row) => row.helperName ?? t('list.no_helper') },
  {
    id: 'touch',
    label: t('list.touch'),
    sort: true,
    tight: true,
    cell: (row) => (row.lastTouchOn ? formatDay(row.lastTouchOn) : t('list.never')),
  },
  { id: 'marks', label: t('list.marks'), cell: (row) => <Marks row={row} t={t} /> },
];

function Marks({ row, t }: { row: FollowedRow; t: Say }) {
  const year = row.chosenYear === null ? null : String(row.chosenYear);
  return (
    <span className={css.marks}>
      {row.stale && <StatusMark tone="act">{t('list.stale', { days: row.contactDays ?? 0 })}</StatusMark>}
      {row.informedOn === null && <StatusMark tone="act">{t('list.untold')}</StatusMark>}
      {row.pausedOn && (
        <StatusMark tone="wait">{t('list.paused', { day: formatDay(row.pausedOn) })}</StatusMark>
      )}
      {year && <StatusMark tone="done">{t('list.chosen', { year })}</StatusMark>}
      {!row.assessed && row.pausedOn === null && <StatusMark tone="plain">{t('list.unassessed')}</StatusMark>}
    </span>
  );
}
