// Setting a new password: the present one, the new one twice, and the rules said while typing.
import { PasswordInput } from '@mantine/core';
import { send } from '../ui/api.ts';
import { FormFrame } from '../ui/field/FormFrame.tsx';
import { useForm } from '../ui/form.ts';
import { useWords } from '../ui/i18n.tsx';
import { type Session, useSession } from '../ui/session.tsx';
import { messages } from './doors.messages.ts';
import { passwordProblem, shortestPassword } from './password.ts';

interface NewPasswordProps {
  /** How the present password is called: the one on the slip, or one's own. */
  oldLabel: string;
  done: (session: Session) => void;
}

export function NewPassword({ oldLabel, done }: NewPasswordProps) {
  const t = useWords(messages);
  const userName = useSession().account?.userName ?? '';
  const form = useForm({
    initial: { old: '', new: '', again: '' },
    check: (values) => {
      const problem = passwordProblem(values.new, userName, values.old);
      return {
        new: problem && t(problem, { length: shortestPassword, count: values.new.length }),
        again: values.again === values.new ? null : t('door.not_same'),
      };
    },
    send: (values, clientId) =>
      send<Session>('POST', '/session/password', { clientId, old: values.old, new: values.new }),
    done: (session) => {
      form.reset();
      done(session);
    },
  });
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('door.show') } };
  return (
    <FormFrame form={form} submit={t('door.change')}>
      <PasswordInput
        label={oldLabel}
        required
        autoComplete="current-password"
        {...eye}
        {...form.text('old')}
      />
      <PasswordInput
        label={t('door.password_new')}
        description={t('door.rules', { length: shortestPassword })}
        required
        autoComplete="new-password"
        {...eye}
        {...form.text('new')}
      />
      <PasswordInput
        label={t('door.password_again')}
        required
        autoComplete="new-password"
        {...eye}
        {...form.text('again')}
      />
    </FormFrame>
  );
}
