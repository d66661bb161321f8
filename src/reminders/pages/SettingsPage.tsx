// The settings of reminders for those who do not see the administrator’s page.
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { SettingsPart } from './settings/SettingsPart.tsx';
import { words } from './words.ts';

export function SettingsPage() {
  const t = useWords(words);
  return (
    <Page
      title={t('settings.title')}
      purpose={t('settings.purpose')}
      help={[t('settings.help1'), t('settings.help2'), t('settings.help3')]}
      back={{ href: '/notices', label: t('settings.back') }}
    >
      <SettingsPart />
    </Page>
  );
}
