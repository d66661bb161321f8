// One person I help: how they stand, which notes are missing, what was given as a task, and what I can write.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useBook } from '../../../road/pages/book.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { MyCharge, TaskView } from '../../view.ts';
import { monthWords, useOffered } from '../choices.ts';
import css from '../fostering.module.css';
import { helperWords as words } from '../helper-words.ts';
import { ActDialog } from './ActDialog.tsx';
import type { What } from './asked.ts';

interface Doing {
  what: What;
  task?: string;
}

/** Assessed and given tasks only while on the way; a helper goes on noting until the recognition. */
const onProbation = new Set([
  'decided',
  'admitted',
  'probation_reviewed',
  'recognition_cell_voted',
  'recognition_base_voted',
]);

export function ChargeCard({ charge }: { charge: MyCharge }) {
  const t = useWords(words);
  const [doing, setDoing] = useState<Doing | null>(null);
  const open = (what: What, task?: string) => setDoing({ what, ...(task ? { task } : {}) });
  const months = charge.missing.length > 0 ? charge.missing : undefined;
  return (
    <li className={css.card}>
      <Head charge={charge} />
      <div className={css.acts}>
        {charge.mayNote && <Button onClick={() => open('charge_note')}>{t('do.note')}</Button>}
        <Button variant="default" onClick={() => open('contact')}>
          {t('do.contact')}
        </Button>
        {!onProbation.has(charge.stage) && (
          <Button variant="default" onClick={() => open('give_task')}>
            {t('do.task')}
          </Button>
        )}
        <Button variant="default" onClick={() => open('hand_over_note')}>
          {t('do.hand_over')}
        </Button>
      </div>
      <Tasks tasks={charge.tasks} result={(task) => open('task_result', task)} />
      <Notes notes={charge.notes} />
      {doing && (
        <ActDialog
          key={`${doing.what} ${doing.task ?? ''}`}
          what={doing.what}
          about={aboutOf(charge, doing)}
          {...(doing.what === 'charge_note' && months ? { months } : {})}
          close={() => setDoing(null)}
        />
      )}
    </li>
  );
}

const aboutOf = ({ id, name, missing }: MyCharge, { what, task }: Doing) => ({
  id,
  name,
  ...(task ? { task } : {}),
  ...(what === 'charge_note' && missing[0] ? { month: missing[0] } : {}),
});

function Head({ charge }: { charge: MyCharge }) {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  const facts = [
    charge.unitName,
    book && tell(book.stageLabel(charge.stage)),
    charge.since && t('charges.since', { day: formatDay(charge.since) }),
    charge.lastTouchOn && t('charges.last', { day: formatDay(charge.lastTouchOn) }),
  ].filter(Boolean);
  const months = charge.missing.slice(0, 3).map(monthWords).join(', ');
  return (
    <>
      <h2>{charge.name}</h2>
      <p className={css.second}>{facts.join(' · ')}</p>
      {charge.pausedOn ? (
        <StatusMark tone="wait">{t('charges.paused', { day: formatDay(charge.pausedOn) })}</StatusMark>
      ) : months ? (
        <StatusMark tone="act">{t('charges.missing', { months })}</StatusMark>
      ) : (
        <StatusMark tone="done">{t('charges.full')}</StatusMark>
      )}
    </>
  );
}

function Tasks({ tasks, result }: { tasks: TaskView[]; result: (task: string) => void }) {
  const t = useWords(words);
  const offered = useOffered();
  return (
    <>
      <h3>{t('charges.tasks')}</h3>
      {tasks.length === 0 && <p className={css.second}>{t('charges.no_tasks')}</p>}
      <ul className={css.plain}>
        {tasks.map((task) => (
          <li key={task.entry}>
            {task.words ?? offered('give_task', 'kind').say(task.kind)}
            {task.untilOn && ` – ${t('charges.until', { day: formatDay(task.untilOn) })}`}{' '}
            {task.late && <StatusMark tone="act">{t('charges.late')}</StatusMark>}
            {task.result ? (
              <StatusMark tone={task.result === 'not_done' ? 'act' : 'done'}>
                {offered('task_result', 'result').say(task.result)}
              </StatusMark>
            ) : (
              <Button variant="default" size="compact-md" onClick={() => result(task.entry)}>
                {t('do.result')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ notes }: { notes: MyCharge['notes'] }) {
  const t = useWords(words);
  const offered = useOffered();
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{t('charges.notes')}</h3>
      <ul className={css.plain}>
        {notes.map((note) => (
          <li key={`${note.month} ${note.notedOn ?? ''}`}>
            <strong>{monthWords(note.month)}</strong>: {offered('charge_note', 'state').say(note.state)}
            {note.did && <p className={css.second}>{note.did}</p>}
            {note.needs && <p className={css.second}>{note.needs}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
