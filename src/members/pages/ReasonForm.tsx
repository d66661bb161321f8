// Withdrawing or contesting an act: nothing but the reason.
import { Text, Textarea } from '@mantine/core';
import { send } from '../../ui/api.ts';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import type { PersonAnswer, WrittenAnswer } from '../answers.ts';
import { words } from './words.ts';

interface ReasonFormProps {
  what: 'withdraw' | 'contest';
  person: PersonAnswer;
  entry: string;
  close: () => void;
  done: (written: WrittenAnswer | { gone: true }) => void;
}

export function ReasonForm({ what, person, entry, close, done }: ReasonFormProps) {
  const t = useWords(words);
  const version = what === 'withdraw' ? { version: person.version } : {};
  const form = useForm<{ reason: string }, WrittenAnswer | { gone: true }>({
    initial: { reason: '' },
    send: ({ reason }, clientId) =>
      send('POST', `/people/${person.id}/acts/${entry}/${what}`, { clientId, reason, ...version }),
    refresh: ['/people', '/worklist'],
    done: (written) => {
      close();
      done(written);
    },
  });
  return (
    <FormFrame form={form} submit={t(`page.${what}`)} cancel={close}>
      <Text>{t(`page.${what}_text`)}</Text>
      <Textarea
        label={t('page.reason')}
        required
        minLength={3}
        maxLength={2000}
        autosize
        data-autofocus
        {...form.text('reason')}
      />
    </FormFrame>
  );
}
