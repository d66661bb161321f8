// The printed one-time slips: shown once, cut apart, handed over in person.
import { Button } from '@mantine/core';
import { useConfirm } from '../../ui/Confirm.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { messages } from './messages.ts';
import css from './Slips.module.css';

export interface Slip {
  accountId: string;
  userName: string;
  password: string | null;
  displayName: string;
  office: string;
  unitName: string;
}

export function Slips({ slips, done }: { slips: Slip[]; done: () => void }) {
  const t = useWords(messages);
  const ask = useConfirm();
  const leave = async () => {
    const text = t('admin.slips_leave_text');
    if (await ask({ title: t('admin.slips_leave'), text, yes: t('admin.slips_done') })) done();
  };
  return (
    <Page
      title={t('admin.slips')}
      purpose={t('admin.slips_once')}
      action={<Button onClick={() => window.print()}>{t('admin.print')}</Button>}
      actions={
        <Button variant="default" onClick={() => void leave()}>
          {t('admin.slips_done')}
        </Button>
      }
    >
      <ul className={css.slips}>
        {slips.map((slip) => (
          <li key={slip.accountId} className={css.slip}>
            <p className={css.title}>{t('admin.slip_title')}</p>
            <p>
              <strong>{slip.displayName}</strong>
            </p>
            <p>{[slip.office, slip.unitName].filter(Boolean).join(' · ')}</p>
            <dl className={css.facts}>
              <dt>{t('admin.user_name')}</dt>
              <dd className={css.secret}>{slip.userName}</dd>
              <dt>{t('admin.slip_password')}</dt>
              <dd className={css.secret}>{slip.password ?? t('admin.slip_seen')}</dd>
            </dl>
            <p className={css.how}>{t('admin.slip_how', { address: location.origin })}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
