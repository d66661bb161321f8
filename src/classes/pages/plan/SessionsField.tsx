// The sessions of a class, each on its own day; a holiday or make-up day is pointed out beside it and does not stop.
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useBook } from '../../../road/pages/book.ts';
import { DayField } from '../../../ui/field/DayField.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Notice } from '../../../ui/show/Notice.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { dayNote } from '../../decide.ts';
import css from '../classes.module.css';
import { words } from '../words.ts';
import { another, nextSunday, type SessionDraft } from './draft.ts';

interface SessionsFieldProps {
  id: string;
  value: SessionDraft[];
  onChange: (sessions: SessionDraft[]) => void;
  error?: string | undefined;
}

export function SessionsField({ id, value, onChange, error }: SessionsFieldProps) {
  const t = useWords(words);
  const today = useToday();
  const change = (key: string, patch: Partial<SessionDraft>) =>
    onChange(value.map((session) => (session.key === key ? { ...session, ...patch } : session)));
  return (
    <Panel title={t('plan.sessions')}>
      <div id={id} tabIndex={-1}>
        {error && <Notice tone="act">{error}</Notice>}
        <ul className={css.sessions}>
          {value.map((session, at) => (
            <SessionFields
              key={session.key}
              session={session}
              number={at + 1}
              change={(patch) => change(session.key, patch)}
              remove={() => onChange(value.filter(({ key }) => key !== session.key))}
            />
          ))}
        </ul>
      </div>
      <div className={css.buttons}>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange(another(value, ''))}
        >
          {t('plan.add')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange(another(value, nextSunday(value, today)))}
        >
          {t('plan.add_sunday')}
        </Button>
      </div>
    </Panel>
  );
}

interface SessionFieldsProps {
  session: SessionDraft;
  number: number;
  change: (patch: Partial<SessionDraft>) => void;
  remove: () => void;
}

function SessionFields({ session, number, change, remove }: SessionFieldsProps) {
  const t = useWords(words);
  const text = (name: 'from' | 'to' | 'room' | 'topic' | 'speaker') => ({
    label: t(`plan.${name}`),
    value: session[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <li className={css.session} aria-label={t('plan.session', { number })}>
      <div className={css.head}>
        {t('plan.session', { number })}
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={remove}
          aria-label={t('plan.remove', { number })}
        >
          {t('plan.drop')}
        </Button>
      </div>
      <DayField label={t('plan.on')} required value={session.on} onChange={(on) => change({ on })} />
      <TextInput type="time" {...text('from')} />
      <TextInput type="time" {...text('to')} />
      <TextInput {...text('room')} maxLength={200} />
      <TextInput {...text('topic')} maxLength={300} />
      <TextInput {...text('speaker')} maxLength={120} />
      <DayWarning day={session.on} />
    </li>
  );
}

function DayWarning({ day }: { day: string }) {
  const tell = useTell();
  const book = useBook();
  const note = book && dayNote(book.regulations.calendar, day);
  if (!note) return null;
  return (
    <div className={css.wide} role="status">
      <Notice tone="note">{tell(note.message, note.params)}</Notice>
    </div>
  );
}
