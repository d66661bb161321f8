// Routine work that was recorded for one unit, newest first, and taking one of it back.
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useUnit } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatInstant } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { useOffice } from '../../../ui/session.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import type { RoutineDone } from '../../view.ts';
import { doneOf, lowerFirst, periodWords } from '../due.ts';
import { useUnits } from '../list/Filters.tsx';
import { ReasonForm } from '../settle/ReasonForm.tsx';
import { words } from '../words.ts';
import css from '../worklist.module.css';

export function RoutinesDone() {
  const t = useWords(words);
  const chosen = useUnit();
  const office = useOffice();
  const units = useUnits();
  const id = chosen ?? String(office?.unitId ?? '');
  const name = units.find((unit) => String(unit.id) === id)?.name ?? office?.unitName ?? '';
  const query = useRead<{ items: RoutineDone[] }>('/routines', { params: { unit: id }, enabled: id !== '' });
  return (
    <Panel title={t('routine.history')} second={t('routine.history_of', { unit: name })}>
      <Loaded of={query} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.nothing}>{t('routine.history_none')}</p>
          ) : (
            <ul className={css.lines}>
              {items.map((done) => (
                <Done key={done.entry} done={done} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Done({ done }: { done: RoutineDone }) {
  const t = useWords(words);
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const period = periodWords(done.period);
  const what = [tell(doneOf(done.label)), period && tell(period.message, period.params)]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={css.line} data-withdrawn={done.withdrawn !== null || undefined}>
      <p className={css.dueOn}>{formatDay(done.happenedOn)}</p>
      <div className={css.what}>
        <p className={css.work}>{what}</p>
        {done.lines.map(({ label, value }) => (
          <p key={label.vi}>
            {tell(label)}: {value}
          </p>
        ))}
        <p className={css.where}>{t('line.settled_by', { by: done.by, at: formatInstant(done.at) })}</p>
        {done.withdrawn && <p>{t('routine.was_withdrawn', { reason: done.withdrawn.reason })}</p>}
      </div>
      <div className={`${css.acts} no-print`}>
        {done.can.includes('withdraw') && (
          <UnstyledButton
            className={css.quiet}
            aria-label={t('routine.withdraw_named', { what })}
            onClick={() => setAsking(true)}
          >
            {t('routine.withdraw')}
          </UnstyledButton>
        )}
      </div>
      {asking && (
        <ReasonForm
          title={t('routine.withdraw_title')}
          what={what}
          text={t('routine.withdraw_text')}
          hint={t('settle.reason_unit')}
          submit={t('routine.withdraw')}
          to={`/routines/${done.entry}/withdraw`}
          maxLength={300}
          said={t('routine.withdrawn', { what: lowerFirst(what) })}
          close={() => setAsking(false)}
        />
      )}
    </li>
  );
}
