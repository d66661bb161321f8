// Reports of a unit: what it owes, what it asked of those below, and what was sent.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, useAddress, useGo, useUnit } from '../../ui/address.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { DataList } from '../../ui/list/DataList.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import { periodLabel } from '../period.ts';
import type { FormsAnswer, OwingAnswer, ReportLine, RoundsAnswer } from '../view.ts';
import { Owing } from './Owing.tsx';
import { Rounds } from './Rounds.tsx';
import { periodsOf, type Say } from './said.ts';
import { Schedules } from './Schedules.tsx';
import { words } from './words.ts';
import { useReportUnit } from './unit.ts';

export function ReportsPage() {
  const t = useWords(words);
  const chosen = useUnit();
  const unitId = useReportUnit();
  const writes = useCan('report.write');
  const go = useGo();
  const owing = useRead<OwingAnswer>('/reports/owing', {
    params: { unit: unitId, all: false },
    enabled: unitId !== null,
  });
  // What is due is the first thing to do; a report nobody asked for is not.
  const due = owing.data?.items.some(({ can }) => can.includes('submit')) ?? true;
  if (!unitId) return <Empty page title={t('list.no_unit')} />;
  return (
    <Page
      title={t('list.title')}
      purpose={t('list.purpose')}
      help={[t('list.help1'), t('list.help2'), t('list.help3')]}
      action={
        writes && (
          <Button
            variant={due ? 'default' : 'filled'}
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => go(hrefOf('/reports/draft', { unit: chosen }))}
          >
            {t('list.write')}
          </Button>
        )
      }
      actions={<Lesser unitId={unitId} />}
    >
      <Parts unitId={unitId} />
    </Page>
  );
}

function Lesser({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const go = useGo();
  const chosen = useUnit();
  const { data } = useRead<RoundsAnswer>('/reports/rounds', { params: { unit: unitId, limit: 1 } });
  return (
    <>
      <Button variant="default" onClick={() => go(hrefOf('/reports/forms', { unit: chosen }))}>
        {t('list.forms')}
      </Button>
      {data?.can.includes('ask') && (
        <Button variant="default" onClick={() => go(hrefOf('/reports/new', { unit: chosen }))}>
          {t('list.ask')}
        </Button>
      )}
    </>
  );
}

function Parts({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const asks = useCan('report.ask');
  const owing = useRead<OwingAnswer>('/reports/owing', { params: { unit: unitId, all: false } });
  const count = owing.data?.items.length;
  return (
    <Tabs
      name={t('list.parts')}
      tabs={[
        {
          id: 'owing',
          label: t('list.owing'),
          ...(count === undefined ? {} : { count }),
          content: <Owing unitId={unitId} />,
        },
        ...(asks ? [{ id: 'asked', label: t('list.asked'), content: <Asked unitId={unitId} /> }] : []),
        { id: 'archive', label: t('list.archive'), content: <Archive unitId={unitId} /> },
      ]}
    />
  );
}

function Asked({ unitId }: { unitId: string }) {
  return (
    <>
      <Schedules unitId={unitId} />
      <Rounds unitId={unitId} />
    </>
  );
}

function Archive({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const { words: address } = useAddress();
  const forms = useRead<FormsAnswer>('/reports/forms', { params: { unit: unitId }, staleTime: 300_000 });
  const items = forms.data?.items ?? [];
  const chosen = items.find(({ id }) => id === address.form);
  const kinds = chosen ? chosen.periods : (['year', 'half', 'quarter', 'month'] as const);
  return (
    <DataList<ReportLine>
      path="/reports"
      params={{ unit: unitId, below: true }}
      name={t('list.archive')}
      keyOf={({ id }) => id}
      href={({ id }) => `/reports/${id}`}
      columns={columnsOf(t, tell)}
      filters={[
        {
          id: 'form',
          label: t('list.form'),
          options: items.map(({ id, title }) => ({ value: id, label: tell(title) })),
        },
        {
          id: 'period',
          label: t('list.period'),
          options: periodsOf(kinds, today).map((key) => ({
            value: key,
            label: tell(periodLabel(key)),
          })),
        },
      ]}
      empty={{ title: t('list.nothing_sent'), text: t('list.nothing_sent_text') }}
    />
  );
}

const columnsOf = (t: Say, tell: ReturnType<typeof useTell>): Column<ReportLine>[] => [
  {
    id: 'report',
    label: t('list.report'),
    width: '40%',
    cell: ({ form }) => tell(form.title),
    second: ({ unitName }) => unitName,
  },
  { id: 'period', label: t('list.period'), cell: ({ periodLabel }) => tell(periodLabel) },
  { id: 'closed', label: t('list.closed'), tight: true, cell: ({ closesOn }) => formatDay(closesOn) },
  { id: 'sent', label: t('list.sent'), tight: true, cell: ({ submittedOn }) => formatDay(submittedOn) },
  { id: 'state', label: t('list.state'), cell: (row) => <State row={row} /> },
];

function State({ row: { state, lateDays, times } }: { row: ReportLine }) {
  const t = useWords(words);
  const more = [
    lateDays !== null && t('state.late_days', { count: lateDays }),
    times > 1 && t('list.times', { count: times }),
  ].filter(Boolean);
  return (
    <>
      <StatusMark tone={state === 'returned' ? 'act' : 'done'}>
        {t(state === 'returned' ? 'state.returned' : 'state.submitted')}
      </StatusMark>
      {more.length > 0 && <span>{` ${more.join(' · ')}`}</span>}
    </>
  );
}
