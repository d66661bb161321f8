// After signing in with the password of a slip: one's own password, before anything else.
import { UnstyledButton } from '@mantine/core';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { messages } from '../doors.messages.ts';
import { messages as frame } from '../frame/messages.ts';
import { NewPassword } from '../NewPassword.tsx';
import { Plain } from '../Plain.tsx';
import { useNewReader, useSignOut } from '../signing.ts';
import css from './SignInPage.module.css';

export function PasswordPage() {
  const t = useWords(messages);
  const f = useWords(frame);
  const newReader = useNewReader();
  const signOut = useSignOut();
  return (
    <Plain>
      <Page title={t('door.new_password')} purpose={t('door.new_password_purpose')}>
        <div className={css.form}>
          <NewPassword oldLabel={t('door.slip_password')} done={newReader} />
        </div>
        <UnstyledButton className={css.leave} onClick={() => void signOut()}>
          {f('web.sign_out')}
        </UnstyledButton>
      </Page>
    </Plain>
  );
}
