// One person with several offices chooses the one to act in.
import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useSession } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { messages } from '../doors.messages.ts';
import { messages as frame } from '../frame/messages.ts';
import { Plain } from '../Plain.tsx';
import { useChooseOffice, useSignOut } from '../signing.ts';
import css from './OfficePage.module.css';

export function OfficePage() {
  const t = useWords(messages);
  const f = useWords(frame);
  const tell = useTell();
  const { offices } = useSession();
  const choose = useChooseOffice();
  const signOut = useSignOut();
  return (
    <Plain>
      <Page title={t('door.office')} purpose={t('door.office_purpose')}>
        {choose.error && (
          <Notice tone="act" alert>
            {tell(choose.error.words)}
          </Notice>
        )}
        <ul className={css.list}>
          {offices.map(({ id, label, unitName }) => (
            <li key={id}>
              <UnstyledButton className={css.office} disabled={choose.busy} onClick={() => choose.run(id)}>
                <span>
                  <strong>{label}</strong>
                  <span className={css.unit}>{unitName}</span>
                </span>
                <IconChevronRight size={20} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <UnstyledButton className={css.leave} onClick={() => void signOut()}>
          {f('web.sign_out')}
        </UnstyledButton>
      </Page>
    </Plain>
  );
}
