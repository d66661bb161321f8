// Signing in: user name and password, the one-time code when asked, and the training accounts where they are offered.
import { PasswordInput, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { send } from '../../ui/api.ts';
import { FormFrame } from '../../ui/field/FormFrame.tsx';
import { useFollow } from '../../ui/follow.ts';
import { useForm } from '../../ui/form.ts';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useEnded } from '../../ui/query.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { type Session, type TrainingAccount, useSession } from '../../ui/session.tsx';
import { messages } from '../doors.messages.ts';
import { Plain } from '../Plain.tsx';
import { useNewReader } from '../signing.ts';
import css from './SignInPage.module.css';

export function SignInPage() {
  const t = useWords(messages);
  const { trainingAccounts = [] } = useSession();
  const newReader = useNewReader();
  const ended = useEnded();
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({
    initial: { userName: '', password: '', totp: '' },
    send: ({ totp, ...rest }) => send<Session>('POST', '/session', totp ? { ...rest, totp } : rest),
    done: newReader,
  });
  const needsCode = form.error?.code === 'session.needs_code';
  useFollow(needsCode, () => setAsksCode(true));
  const fill = ({ userName, password }: TrainingAccount) => {
    form.set('userName', userName);
    form.set('password', password);
  };
  return (
    <Plain>
      <Page title={t('door.sign_in')} purpose={t('door.sign_in_purpose')}>
        <div className={css.form}>
          {ended && <Notice>{t('door.ended')}</Notice>}
          <FormFrame
            form={needsCode ? { ...form, error: null } : form}
            submit={t('door.sign_in')}
            failed={t('door.not_signed_in')}
          >
            <TextInput
              label={t('door.user_name')}
              required
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              {...form.text('userName')}
            />
            <PasswordInput
              label={t('door.password')}
              required
              autoComplete="current-password"
              visibilityToggleButtonProps={{ 'aria-label': t('door.show') }}
              {...form.text('password')}
            />
            {asksCode && (
              <TextInput
                label={t('door.code')}
                description={t('door.code_hint')}
                required
                autoFocus
                inputMode="numeric"
                autoComplete="one-time-code"
                {...form.text('totp')}
              />
            )}
          </FormFrame>
        </div>
        <p className={css.forgot}>{t('door.forgot')}</p>
        {trainingAccounts.length > 0 && <Training accounts={trainingAccounts} choose={fill} />}
      </Page>
    </Plain>
  );
}

interface TrainingProps {
  accounts: TrainingAccount[];
  choose: (account: TrainingAccount) => void;
}

function Training({ accounts, choose }: TrainingProps) {
  const t = useWords(messages);
  return (
    <section className={css.training} aria-labelledby="training">
      <h2 id="training" className={css.title}>
        {t('door.training')}
      </h2>
      <p className={css.second}>{t('door.training_text')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.userName}>
            <UnstyledButton className={css.account} onClick={() => choose(account)}>
              <span>{account.label}</span>
              <span className={css.second}>
                {account.userName} · {account.password}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
