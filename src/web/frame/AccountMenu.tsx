// Who I am and in which office; changing the office, the look and the language; signing out.
import { Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconUserCircle } from '@tabler/icons-react';
import { useGo } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { useOffice, useSession } from '../../ui/session.tsx';
import css from './AccountMenu.module.css';
import { messages } from './messages.ts';
import { useChooseOffice, useSignOut } from '../signing.ts';

export function AccountMenu() {
  const t = useWords(messages);
  const go = useGo();
  const { account, offices, office } = useSession();
  const current = useOffice();
  const { language, setLanguage } = useLanguage();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const { setColorScheme } = useMantineColorScheme();
  const chooseOffice = useChooseOffice();
  const signOut = useSignOut();
  const where = current ? `${current.label} · ${current.unitName}` : t('web.no_office');
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <UnstyledButton className={css.who}>
          <IconUserCircle size={24} stroke={1.6} aria-hidden />
          <span className={css.words}>
            <span className={css.name}>{account?.displayName}</span>
            <span className={css.office}>{current?.label ?? t('web.no_office')}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.head}>
          <strong>{account?.displayName}</strong>
          <div>{where}</div>
        </div>
        {offices.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('web.office_switch')}</Menu.Label>
            {offices.map(({ id, label, unitName }) => (
              <Menu.Item
                key={id}
                leftSection={id === office ? <IconCheck size={18} aria-label={t('web.office_now')} /> : null}
                onClick={() => (id === office ? undefined : chooseOffice.run(id))}
              >
                {label}
                <div className={css.office}>{unitName}</div>
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => go('/account')}>{t('web.account')}</Menu.Item>
        <Menu.Item onClick={() => go('/help')}>{t('web.help')}</Menu.Item>
        <Menu.Item onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}>
          {t(scheme === 'dark' ? 'web.light' : 'web.dark')}
        </Menu.Item>
        <Menu.Item
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {t(language === 'vi' ? 'web.to_english' : 'web.to_vietnamese')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t('web.sign_out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
