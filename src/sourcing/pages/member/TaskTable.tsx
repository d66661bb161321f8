// Tasks given, of some kinds, with what became of them.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { useAct } from '../../../ui/act.ts';
import { useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { TaskKind } from '../../task.ts';
import type { TaskList, TaskRow } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';

export function TaskTable({ kinds }: { kinds: readonly TaskKind[] }) {
  const t = useWords(words);
  const unit = useUnit();
  const query = useRead<TaskList>('/sourcing-tasks', { params: { unit }, keep: true });
  return (
    <Panel title={t('task.list')}>
      <Loaded of={query} rows={3}>
        {(data) => <Table rows={data.items.filter(({ kind }) => kinds.includes(kind))} />}
      </Loaded>
    </Panel>
  );
}

function Table({ rows }: { rows: TaskRow[] }) {
  const t = useWords(words);
  const toast = useToast();
  const back = useAct<{ id: string }>({
    to: ({ id }) => `/sourcing-tasks/${id}/withdraw`,
    body: () => ({}),
    refresh: ['/sourcing-tasks', '/nominations/members'],
    done: () => toast(t('task.taken_back')),
  });
  const columns = columnsOf(t, { busy: back.busy, run: back.run });
  return (
    <>
      {back.error && <Failure error={back.error} />}
      <SmallTable<TaskRow>
        name={t('task.list')}
        rows={rows}
        keyOf={(row) => row.id}
        columns={columns}
        empty={{ title: t('task.none') }}
      />
    </>
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;
export const taskWords = ({ kind, candidate }: TaskRow, t: Say): string =>
  kind === 'educate' && candidate ? t('task.educate_whom', { name: candidate }) : t(`task.${kind}`);

interface Back {
  busy: boolean;
  run: (input: { id: string }) => void;
}
const columnsOf = (t: Say, back: Back): Column<TaskRow>[] => [
  { id: 'to', label: t('task.to'), cell: (row) => row.to, second: (row) => row.unitName, width: '26%' },
  { id: 'what', label: t('task.what'), cell: (row) => taskWords(row, t), second: (row) => row.document },
  { id: 'until', label: t('task.until'), cell: (row) => formatDay(row.dueOn), tight: true, width: '8rem' },
  { id: 'state', label: t('task.state'), cell: stateCell, width: '11rem' },
  { id: 'act', label: t('page.act'), cell: (row) => <TakeBack row={row} {...back} />, width: '9rem' },
];

const stateCell = (row: TaskRow) => <TaskState row={row} />;

export function TaskState({ row: { doneOn, late } }: { row: TaskRow }) {
  const t = useWords(words);
  if (doneOn) return <StatusMark tone="done">{t('task.done', { day: formatDay(doneOn) })}</StatusMark>;
  return late ? (
    <StatusMark tone="act">{t('task.late')}</StatusMark>
  ) : (
    <StatusMark tone="wait">{t('task.open')}</StatusMark>
  );
}

function TakeBack({ row, busy, run }: Back & { row: TaskRow }) {
  const t = useWords(words);
  if (!row.can.includes('take_back')) return null;
  return (
    <span className={css.actions}>
      <Button variant="default" disabled={busy} onClick={() => run({ id: row.id })}>
        {t('task.take_back')}
      </Button>
    </span>
  );
}
