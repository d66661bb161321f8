// Official members who have introduced nobody yet this year, kindly: what the committee expects, and a task for those
// whom the cell asks.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { To, useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { ProgressBar } from '../../../ui/show/ProgressBar.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { MemberList, MemberRow } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { useYear } from '../year.ts';
import { AskMembers } from './AskMembers.tsx';
import { TaskTable } from './TaskTable.tsx';

const rulePath = '/regulations/rules/nomination.members_yearly';

export function MembersPart() {
  const t = useWords(words);
  const year = useYear();
  const unit = useUnit();
  const columns = useColumns();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { data } = useRead<MemberList>('/nominations/members', {
    params: { year, unit, limit: 1 },
    keep: true,
  });
  const assigns = data?.can.includes('assign');
  return (
    <>
      {data && <Sum list={data} />}
      <DataList<MemberRow>
        path="/nominations/members"
        params={{ year, unit }}
        name={t('member.name', { year: String(year) })}
        keyOf={(row) => row.personId}
        href={(row) => `/people/${row.personId}`}
        columns={columns}
        empty={
          data?.officials === 0
            ? { title: t('member.sum_none') }
            : { title: t('member.all_done'), text: t('member.all_done_text') }
        }
        {...(assigns ? { bulk: asker(t, setAsking) } : {})}
      />
      {asking && <AskMembers {...asking} close={() => setAsking(null)} />}
      <TaskTable kinds={['introduce']} />
    </>
  );
}

interface Asking {
  rows: MemberRow[];
  clear: () => void;
}
const asker = (t: ReturnType<typeof useWords<typeof words>>, ask: (asking: Asking) => void) => {
  const button = (rows: MemberRow[], clear: () => void) => (
    <Button onClick={() => ask({ rows, clear })}>{t('member.assign')}</Button>
  );
  return button;
};

function Sum({ list }: { list: MemberList }) {
  const t = useWords(words);
  const { officials, nominated, rule } = list;
  if (officials === 0) return null;
  return (
    <div className={`${css.total} ${css.stack}`}>
      <p>{t('member.sum', { year: String(list.year) })}</p>
      <ProgressBar name={t('member.sum', { year: String(list.year) })} value={nominated} target={officials} />
      <p>{rule.value === null ? t('member.no_rule') : t('member.rule', { count: rule.value })}</p>
      <p>
        <To href={rulePath}>{t('member.set_rule')}</To>
      </p>
      {list.total > 0 && <Notice>{t('member.kindly')}</Notice>}
    </div>
  );
}

function useColumns(): Column<MemberRow>[] {
  const t = useWords(words);
  return [
    { id: 'name', label: t('member.person'), cell: (row) => row.fullName, second: (row) => row.unitName },
    { id: 'task', label: t('member.task'), cell: (row) => <TaskWords row={row} /> },
  ];
}

function TaskWords({ row: { task } }: { row: MemberRow }) {
  const t = useWords(words);
  if (!task) return <span className={css.second}>{t('member.no_task')}</span>;
  const day = formatDay(task.dueOn);
  return task.late ? (
    <StatusMark tone="act">{t('member.late', { day })}</StatusMark>
  ) : (
    <>{t('member.until', { day })}</>
  );
}
