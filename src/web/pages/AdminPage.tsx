// The administrator's page: accounts by office, those still without one, the backups, the settings of reminders. No file
// opens from here.
import { useState } from 'react';
import { SettingsPart } from '../../reminders/pages/settings/SettingsPart.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import { AccountsPart } from '../admin/AccountsPart.tsx';
import { BackupsPart } from '../admin/BackupsPart.tsx';
import { messages } from '../admin/messages.ts';
import { type Slip, Slips } from '../admin/Slips.tsx';
import { type WaitingOffice, WaitingPart } from '../admin/WaitingPart.tsx';

export function AdminPage() {
  const t = useWords(messages);
  const [slips, setSlips] = useState<Slip[]>([]);
  const readsAccounts = useCan('account.read');
  const readsBackups = useCan('backup.read');
  const configures = useCan('reminder.configure');
  const query = useRead<{ waiting: WaitingOffice[] }>('/accounts', {
    params: { limit: 1 },
    enabled: readsAccounts,
  });
  const waiting = query.data?.waiting ?? [];
  if (slips.length > 0) return <Slips slips={slips} done={() => setSlips([])} />;
  const accountTabs = [
    {
      id: 'accounts',
      label: t('admin.accounts'),
      content: <AccountsPart show={(slip) => setSlips([slip])} />,
    },
    {
      id: 'waiting',
      label: t('admin.waiting'),
      count: waiting.length,
      content: <WaitingPart offices={waiting} show={setSlips} />,
    },
  ];
  const backupTab = { id: 'backups', label: t('admin.backups'), content: <BackupsPart /> };
  const reminderTab = { id: 'reminders', label: t('admin.reminders'), content: <SettingsPart /> };
  return (
    <Page
      title={t('admin.title')}
      purpose={t('admin.purpose')}
      help={[t('admin.help_1'), t('admin.help_2'), t('admin.help_3')]}
    >
      <Tabs
        name={t('admin.title')}
        tabs={[
          ...(readsAccounts ? accountTabs : []),
          ...(readsBackups ? [backupTab] : []),
          ...(configures ? [reminderTab] : []),
        ]}
      />
    </Page>
  );
}
