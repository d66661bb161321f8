// One's own account: offices, password, one-time code, where reminders are sent.
import { EmailPart } from '../../reminders/pages/account/EmailPart.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useSession } from '../../ui/session.tsx';
import { KeyValue } from '../../ui/show/KeyValue.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { useToast } from '../../ui/toast.tsx';
import { messages } from '../doors.messages.ts';
import { NewPassword } from '../NewPassword.tsx';
import { OneTimeCode } from '../OneTimeCode.tsx';

export function AccountPage() {
  const t = useWords(messages);
  const toast = useToast();
  const { account, offices } = useSession();
  return (
    <Page
      title={t('door.account')}
      purpose={t('door.account_purpose')}
      help={[t('door.account_help_1'), t('door.account_help_2'), t('door.account_help_3')]}
    >
      <KeyValue
        items={[
          { label: t('door.display_name'), value: account?.displayName },
          { label: t('door.user_name'), value: account?.userName },
          {
            label: t('door.offices'),
            value: offices.map(({ id, label, unitName }) => (
              <div key={id}>
                {label} · {unitName}
              </div>
            )),
          },
        ]}
      />
      <Panel title={t('door.change')}>
        <NewPassword oldLabel={t('door.old_password')} done={() => toast(t('door.changed'))} />
      </Panel>
      <Panel title={t('door.totp')} second={t('door.totp_text')}>
        <OneTimeCode />
      </Panel>
      <EmailPart />
    </Page>
  );
}
