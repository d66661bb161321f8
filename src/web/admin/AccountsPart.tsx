// The accounts with the offices they act in; a new slip, or closing one.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { useAct } from '../../ui/act.ts';
import { useConfirm } from '../../ui/Confirm.tsx';
import { useTell, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { DataList } from '../../ui/list/DataList.tsx';
import { formatInstant } from '../../ui/numbers.ts';
import { useCan } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { useToast } from '../../ui/toast.tsx';
import { messages } from './messages.ts';
import type { Slip } from './Slips.tsx';

interface Account {
  id: string;
  userName: string;
  displayName: string;
  offices: { id: number; kind: string; title: string | null; unitName: string }[];
  mustChange: boolean;
  lastSeenAt: string | null;
  closedOn: string | null;
}

type Say = (key: keyof typeof messages) => string;
const officeWords = ({ title, unitName }: Account['offices'][number]) =>
  [title, unitName].filter(Boolean).join(' · ');

const columnsOf = (t: Say): Column<Account>[] => [
  { id: 'name', label: t('admin.name'), cell: (one) => one.displayName, second: (one) => one.userName },
  {
    id: 'office',
    label: t('admin.office'),
    cell: ({ offices }) => <Lines lines={offices.map(officeWords)} />,
  },
  { id: 'state', label: t('admin.state'), tight: true, cell: (one) => <State account={one} /> },
  {
    id: 'seen',
    label: t('admin.last_seen'),
    tight: true,
    cell: ({ lastSeenAt }) => formatInstant(lastSeenAt) || t('admin.never'),
  },
];

const actsColumn = (t: Say, show: (slip: Slip) => void): Column<Account> => ({
  id: 'acts',
  label: t('admin.acts'),
  cell: (one) => (one.closedOn ? null : <Acts account={one} show={show} />),
});

export function AccountsPart({ show }: { show: (slip: Slip) => void }) {
  const t = useWords(messages);
  const writes = useCan('account.write');
  return (
    <DataList<Account>
      path="/accounts"
      name={t('admin.accounts')}
      searchable
      keyOf={({ id }) => id}
      columns={writes ? [...columnsOf(t), actsColumn(t, show)] : columnsOf(t)}
      empty={{ title: t('admin.no_accounts'), text: t('admin.no_accounts_text') }}
    />
  );
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => <div key={line}>{line}</div>);
}

function State({ account: { closedOn, mustChange, offices } }: { account: Account }) {
  const t = useWords(messages);
  if (closedOn)
    return <StatusMark tone="ended">{t('admin.closed', { day: formatDay(closedOn) })}</StatusMark>;
  if (offices.length === 0) return <StatusMark tone="ended">{t('admin.no_office')}</StatusMark>;
  return mustChange ? (
    <StatusMark tone="wait">{t('admin.must_change')}</StatusMark>
  ) : (
    <StatusMark>{t('admin.open')}</StatusMark>
  );
}

function Acts({
  account: { id, displayName: name },
  show,
}: {
  account: Account;
  show: (slip: Slip) => void;
}) {
  const t = useWords(messages);
  const tell = useTell();
  const ask = useConfirm();
  const toast = useToast();
  const slip = useAct<void, Slip>({ to: `/accounts/${id}/slip`, refresh: ['/accounts'], done: show });
  const close = useAct({
    to: `/accounts/${id}/close`,
    refresh: ['/accounts'],
    done: () => toast(t('admin.closed_now')),
  });
  const error = slip.error ?? close.error;
  const askSlip = async () => {
    const title = t('admin.new_slip_title', { name });
    if (await ask({ title, text: t('admin.new_slip_text'), yes: t('admin.new_slip') })) slip.run();
  };
  const askClose = async () => {
    const title = t('admin.close_title', { name });
    if (await ask({ title, text: t('admin.close_text'), yes: t('admin.close') })) close.run();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={slip.busy || close.busy}
            aria-label={t('admin.acts_on', { name })}
          >
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void askSlip()}>{t('admin.new_slip')}</Menu.Item>
          <Menu.Item onClick={() => void askClose()}>{t('admin.close')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error && (
        <Notice tone="act" alert>
          {tell(error.words)}
        </Notice>
      )}
    </>
  );
}
