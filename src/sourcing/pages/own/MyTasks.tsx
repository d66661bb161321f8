// What the reader was asked to do, nearest day first; a mass organisation reports when it is done.
import { Button } from '@mantine/core';
import { formatDay } from '../../../platform/day.ts';
import { useAct } from '../../../ui/act.ts';
import { useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import type { useRead } from '../../../ui/query.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Empty } from '../../../ui/show/Empty.tsx';
import { Failure } from '../../../ui/show/Failure.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { TaskList } from '../../view.ts';
import { TaskState, taskWords } from '../member/TaskTable.tsx';
import css from '../sourcing.module.css';
import { words } from '../words.ts';

export function MyTasks({ query }: { query: ReturnType<typeof useRead<TaskList>> }) {
  return (
    <Loaded of={query} rows={3}>
      {(data) => <Lines list={data} />}
    </Loaded>
  );
}

function Lines({ list }: { list: TaskList }) {
  const t = useWords(words);
  const today = useToday();
  const toast = useToast();
  const report = useAct<{ id: string }>({
    to: ({ id }) => `/sourcing-tasks/${id}/done`,
    body: () => ({ happenedOn: today }),
    refresh: ['/sourcing-tasks'],
    done: () => toast(t('task.reported')),
  });
  if (list.items.length === 0) return <Empty title={t('own.no_tasks')} />;
  return (
    <>
      {report.error && <Failure error={report.error} />}
      <ul className={css.lines} aria-label={t('own.tasks')}>
        {list.items.map((task) => (
          <li key={task.id} className={css.line}>
            <span>
              <span className={css.strong}>{taskWords(task, t)}</span>
              <span className={css.second}>
                {task.unitName} · {t('member.until', { day: formatDay(task.dueOn) })}
              </span>
            </span>
            <span className={css.actions}>
              <TaskState row={task} />
              {task.can.includes('report') && (
                <Button variant="default" disabled={report.busy} onClick={() => report.run({ id: task.id })}>
                  {t('task.report')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
