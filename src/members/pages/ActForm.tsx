// One form for every act about a person – moved, died, removed, card … – and for the correction of one.
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { Message } from '../../platform/messages.ts';
import { type ApiError, send } from '../../ui/api.ts';
import { DayField } from '../../ui/field/DayField.tsx';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { useToday } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import type { PersonAnswer, PersonEvent, WrittenAnswer } from '../answers.ts';
import type { ActName } from '../input.ts';
import { actBody, type ActValues, decidedByCell, decisionOf, fieldsOf, startOf } from './act-body.ts';
import { type PartProps, parts } from './ActParts.tsx';
import { words } from './words.ts';

interface ActFormProps {
  act: ActName;
  person: PersonAnswer;
  /** the entry that is corrected */
  event?: PersonEvent;
  close: () => void;
  done: (written: WrittenAnswer) => void;
}

export function ActForm({ act, person, event, close, done }: ActFormProps) {
  const t = useWords(words);
  const today = useToday();
  const form = useForm<ActValues, WrittenAnswer>({
    initial: startOf(person, event),
    send: (values, clientId) => {
      const body = { clientId, version: person.version, ...actBody(act, values, person.unit.id) };
      const acts = `/people/${person.id}/acts`;
      return event
        ? send('POST', `${acts}/${event.entry}/correct`, { ...body, reason: values.why })
        : send('POST', acts, body);
    },
    refresh: ['/people', '/worklist'],
    done: (written) => {
      close();
      done(written);
    },
  });
  const dayLabel =
    act === 'die' ? 'page.day_died' : decisionOf[act] === 'needed' ? 'page.day_in_force' : 'page.on';
  return (
    <FormFrame form={form} submit={t('page.save')} cancel={close} before={<Broken error={form.error} />}>
      {fieldsOf[act].map((field) => {
        const Part = parts[field];
        return <Part key={field} form={form} />;
      })}
      <DayField label={t(dayLabel)} required precision="year" max={today} {...form.field('happenedOn')} />
      {decisionOf[act] !== 'none' && <Paper form={form} needed={decisionOf[act] === 'needed'} />}
      {person.can.includes('dossier.on_behalf') && decidedByCell.has(act) && <Behalf form={form} />}
      <Textarea
        label={t('page.note')}
        description={t('page.note_text')}
        maxLength={2000}
        autosize
        {...form.text('note')}
      />
      {event && (
        <Textarea
          label={t('page.reason')}
          required
          minLength={3}
          maxLength={2000}
          autosize
          {...form.text('why')}
        />
      )}
    </FormFrame>
  );
}

function Paper({ form, needed }: PartProps & { needed: boolean }) {
  const t = useWords(words);
  const today = useToday();
  return (
    <>
      <TextInput label={t('page.number')} required={needed} maxLength={60} {...form.text('number')} />
      <DayField
        label={t('page.decided_on')}
        required={needed}
        precision="year"
        max={today}
        {...form.field('paperOn')}
      />
      <TextInput label={t('page.by')} maxLength={200} {...form.text('by')} />
    </>
  );
}

function Behalf({ form }: PartProps) {
  const t = useWords(words);
  const today = useToday();
  return (
    <>
      <Checkbox label={t('page.on_behalf')} description={t('page.on_behalf_text')} {...form.tick('behalf')} />
      {form.values.behalf && (
        <>
          <TextInput
            label={t('page.minutes_number')}
            required
            maxLength={60}
            {...form.text('minutesNumber')}
          />
          <DayField label={t('page.minutes_on')} required max={today} {...form.field('minutesOn')} />
        </>
      )}
    </>
  );
}

interface Objected {
  entry: string;
  message: Message;
}

/** Acts recorded for later days that would no longer hold. */
function Broken({ error }: { error: ApiError | null }) {
  const t = useWords(words);
  const tell = useTell();
  if (error?.code !== 'members.breaks_later' || !Array.isArray(error.details)) return null;
  return (
    <Notice tone="act" title={t('page.breaks')}>
      <ul>
        {(error.details as Objected[]).map(({ entry, message }) => (
          <li key={entry}>{tell(message)}</li>
        ))}
      </ul>
    </Notice>
  );
}
