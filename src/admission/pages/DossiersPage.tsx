// Everybody on the road within reach: where each stands, what is next and by when – and the first step for somebody new.
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useAddress, useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { DataList } from '../../ui/list/DataList.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { phaseOfStage } from '../../road/standing.ts';
import { type DossierList, type DossierRow, phases } from '../../road/view.ts';
import { type Book, useBook } from '../../road/pages/book.ts';
import { type DueDay, dueWordsBy } from '../../wording/due.ts';
import { bulkActs, type BulkResult } from './bulk/BulkAct.tsx';
import { BulkResultNotice } from './bulk/BulkResultNotice.tsx';
import css from './dossiers.module.css';
import { NominateForm } from './NominateForm.tsx';
import { PhaseTabs } from './PhaseTabs.tsx';
import { words } from './words.ts';

export function DossiersPage() {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const mayNominate = useCan('dossier.nominate');
  const asOf = formatDay(useToday());
  if (address.new && mayNominate) return <NominateForm close={() => set({ new: null })} />;
  const start = mayNominate && (
    <Button
      leftSection={<IconUserPlus size={20} aria-hidden />}
      onClick={() => set({ new: '1' }, { replace: false })}
    >
      {t('nominate.title')}
    </Button>
  );
  return (
    <Page
      title={t(address.phase === 'source' ? 'phase.source' : 'list.title')}
      purpose={t('list.purpose')}
      help={[t('list.help1'), t('list.help2'), t('list.help3')]}
      asOf={asOf}
      action={start}
    >
      <Roads />
    </Page>
  );
}

function Roads() {
  const t = useWords(words);
  const unit = useUnit();
  const book = useBook();
  const { words: address } = useAddress();
  const mayExport = useCan('person.export');
  const mayAct = useCan('dossier.act');
  const [written, setWritten] = useState<BulkResult | null>(null);
  const { data } = useRead<DossierList>('/dossiers', { params: { unit, limit: 1 }, keep: true });
  const counts = data?.counts ?? {};
  const stages = useStages(book, counts, address.phase);
  const columns = useColumns(book);
  return (
    <>
      {written && <BulkResultNotice key={written.bulk} result={written} close={() => setWritten(null)} />}
      <PhaseTabs counts={counts} ready={data !== undefined} />
      <DataList<DossierRow>
        path="/dossiers"
        params={{ unit, phase: address.phase ?? null }}
        name={t('list.name')}
        keyOf={(row) => row.id}
        href={(row) => `/dossiers/${row.id}`}
        columns={columns}
        filters={[
          { id: 'stage', label: t('list.stage'), options: stages },
          {
            id: 'late',
            label: t('list.state'),
            options: [{ value: '1', label: t('list.state_late') }],
          },
          {
            id: 'blocked',
            label: t('list.progress'),
            options: [{ value: '1', label: t('list.state_blocked') }],
          },
        ]}
        searchable
        {...(mayAct ? { bulk: bulkActs<DossierRow>(setWritten) } : {})}
        {...(mayExport ? { exportPath: '/dossiers.xlsx' } : {})}
        empty={{ title: t('list.empty'), text: t('list.empty_way') }}
      />
    </>
  );
}

/** The stages of the chosen phase, each with how many stand there. */
function useStages(book: Book | null, counts: Record<string, number>, phase: string | undefined) {
  const tell = useTell();
  const chosen = phases.find((one) => one === phase);
  return (book?.stages ?? [])
    .filter(({ id }) => !chosen || phaseOfStage(id) === chosen)
    .filter(({ id }) => (counts[id] ?? 0) > 0)
    .map(({ id, label }) => ({ value: id, label: `${tell(label)} (${counts[id]})` }));
}

function useColumns(book: Book | null): Column<DossierRow>[] {
  const t = useWords(words);
  const tell = useTell();
  return [
    {
      id: 'name',
      label: t('list.person'),
      cell: (row) => row.fullName,
      second: (row) => row.unitName,
      sort: true,
      width: '22%',
    },
    {
      id: 'stage',
      label: t('list.stage'),
      cell: (row) => <Stage row={row} label={book ? tell(book.stageLabel(row.stage)) : ''} />,
      width: '24%',
    },
    { id: 'helper', label: t('list.helper'), cell: (row) => row.helperName, width: '16%' },
    { id: 'next', label: t('list.next'), cell: (row) => <Next row={row} /> },
    {
      id: 'due',
      label: t('list.due'),
      cell: ({ nextDueOn, lateDays }) =>
        nextDueOn && book ? <Due due={{ dueOn: nextDueOn, duty: lateDays !== null }} book={book} /> : null,
      sort: true,
      width: '9.5rem',
    },
  ];
}

function Stage({ row, label }: { row: DossierRow; label: string }) {
  const t = useWords(words);
  return (
    <>
      {label}
      {row.stageOn && <span className={css.second}>{t('list.since', { day: formatDay(row.stageOn) })}</span>}
    </>
  );
}

function Next({ row }: { row: DossierRow }) {
  const t = useWords(words);
  const tell = useTell();
  return (
    <>
      {row.nextStep ? tell(row.nextStep) : <span className={css.none}>{t('list.nothing_next')}</span>}
      {row.blocked && (
        <span className={css.blocked}>
          <StatusMark tone="wait">{t('list.blocked', { why: tell(row.blocked) })}</StatusMark>
        </span>
      )}
    </>
  );
}

/** What has passed says so in the words of the page of the dossier. */
function Due({ due, book }: { due: DueDay; book: Book }) {
  const tell = useTell();
  const today = useToday();
  const { late, message, params } = dueWordsBy(due, today, book.regulations.calendar);
  if (due.dueOn >= today) return <>{formatDay(due.dueOn)}</>;
  return (
    <span className={late ? css.late : undefined}>
      {formatDay(due.dueOn)}
      <StatusMark tone={late ? 'act' : 'ended'}>{tell(message, params)}</StatusMark>
    </span>
  );
}
