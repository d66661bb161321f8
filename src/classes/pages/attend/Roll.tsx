// The roll of one session: a name, three marks, a reason when somebody was not there.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useOutbox, useWaitingPosts } from '../../../ui/outbox.ts';
import { Notice } from '../../../ui/show/Notice.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { type Absence, absences, type Mark, marks as allMarks } from '../../class.ts';
import type { RollView } from '../../view.ts';
import css from '../classes.module.css';
import { Failed } from '../people/Outcome.tsx';
import { words } from '../words.ts';
import { allPresent, changesOf, heldOf, type Marked, type Marks, markAs } from './marking.ts';

const kind = 'class.attendance';

interface Sending {
  marks: ReturnType<typeof changesOf>;
}

export function Roll({ id, roll }: { id: string; roll: RollView }) {
  const t = useWords(words);
  const tell = useTell();
  const toast = useToast();
  const path = `/classes/${id}/sessions/${roll.session.id}/attendance`;
  const kept = useKept(path);
  const held: Marks = { ...heldOf(roll), ...kept };
  const [touched, setTouched] = useState<Marks>({});
  const marks: Marks = { ...held, ...touched };
  const outbox = useOutbox<Sending, RollView>({
    kind,
    to: path,
    title: () => t('attend.title', { day: formatDay(roll.session.on) }),
    refresh: ['/classes'],
  });
  const changes = changesOf(held, touched);
  const save = async () => {
    const posted = await outbox.run({ marks: changes });
    if (!posted) return;
    toast(t(posted.kept ? 'attend.kept' : 'attend.saved'));
  };
  const marked = Object.values(marks);
  return (
    <>
      {roll.session.warning && <Notice>{tell(roll.session.warning)}</Notice>}
      <div className={css.buttons}>
        <Button variant="default" onClick={() => setTouched(allPresent(roll, marks))}>
          {t('attend.all')}
        </Button>
      </div>
      <ul className={css.roll}>
        {roll.items.map((person) => (
          <Line
            key={person.dossierId}
            person={person}
            marked={marks[person.dossierId]}
            mark={(mark) => setTouched((now) => markAs({ ...marks, ...now }, person.dossierId, mark))}
            because={(why) =>
              setTouched((now) => ({
                ...now,
                [person.dossierId]: { mark: marks[person.dossierId]?.mark ?? 'absent', why },
              }))
            }
          />
        ))}
      </ul>
      <div className={css.foot}>
        <Button loading={outbox.busy} disabled={changes.length === 0} onClick={() => void save()}>
          {t('attend.save')}
        </Button>
        <span role="status">
          {t('attend.count', {
            marked: marked.length,
            total: roll.items.length,
            present: marked.filter(({ mark }) => mark === 'present').length,
          })}
        </span>
        <Failed error={outbox.error} />
      </div>
    </>
  );
}

/** Marks of this session that wait on this device. */
function useKept(path: string): Marks {
  const posts = useWaitingPosts(kind).filter((post) => post.path === path && post.refused === null);
  const waiting = posts.flatMap(({ body }) => (body as unknown as Sending).marks);
  return Object.fromEntries(waiting.map(({ dossierId, mark, why }) => [dossierId, { mark, why }]));
}

interface LineProps {
  person: RollView['items'][number];
  marked: Marked | undefined;
  mark: (mark: Mark) => void;
  because: (why: Absence | null) => void;
}

function Line({ person, marked, mark, because }: LineProps) {
  const t = useWords(words);
  const { dossierId, fullName, bornOn, unitName } = person;
  const away = marked && marked.mark !== 'present';
  return (
    <li className={css.line}>
      <div>
        <span className={css.name}>{fullName}</span>
        <span className={css.second}>{[formatDay(bornOn), unitName].filter(Boolean).join(' · ')}</span>
      </div>
      <fieldset className={css.marks} aria-label={t('attend.mark_of', { name: fullName })}>
        {allMarks.map((one) => (
          <label key={one} className={css.mark} data-mark={one}>
            <input
              type="radio"
              name={`mark.${dossierId}`}
              checked={marked?.mark === one}
              onChange={() => mark(one)}
            />
            {t(`mark.${one}`)}
          </label>
        ))}
      </fieldset>
      {away && (
        <NativeSelect
          aria-label={t('attend.why', { name: fullName })}
          value={marked.why ?? ''}
          onChange={(event) => because((event.currentTarget.value || null) as Absence | null)}
          data={[
            { value: '', label: t('attend.why_none') },
            ...absences.map((value) => ({ value, label: t(`why.${value}`) })),
          ]}
        />
      )}
    </li>
  );
}
