// Offices whose holder cannot sign in yet: choose, open the accounts in one go, print the slips.
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../ui/act.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { useCan } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { messages } from './messages.ts';
import type { Slip } from './Slips.tsx';

export interface WaitingOffice {
  id: number;
  kind: string;
  title: string | null;
  unitName: string;
  displayName: string;
}

export function WaitingPart({ offices, show }: { offices: WaitingOffice[]; show: (slips: Slip[]) => void }) {
  const t = useWords(messages);
  const tell = useTell();
  const writes = useCan('account.write');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const give = useAct<{ officeIds: number[] }, { slips: Slip[] }>({
    to: '/accounts/from-offices',
    refresh: ['/accounts'],
    done: ({ slips }) => show(slips),
  });
  const count = chosen.size;
  return (
    <Stack>
      {give.error && (
        <Notice tone="act" alert>
          {tell(give.error.words)}
        </Notice>
      )}
      {writes && offices.length > 0 && (
        <Group>
          <Button
            disabled={count === 0}
            loading={give.busy}
            onClick={() => give.run({ officeIds: [...chosen].map(Number) })}
          >
            {t('admin.give', { count })}
          </Button>
          {count === 0 && <span>{t('admin.give_hint')}</span>}
        </Group>
      )}
      <SmallTable
        name={t('admin.waiting')}
        rows={offices}
        keyOf={({ id }) => String(id)}
        columns={[
          { id: 'name', label: t('admin.name'), cell: ({ displayName }) => displayName },
          { id: 'office', label: t('admin.office'), cell: ({ title }) => title ?? '' },
          { id: 'unit', label: t('admin.unit'), cell: ({ unitName }) => unitName },
        ]}
        empty={{ title: t('admin.none_waiting') }}
        {...(writes ? { chosen, onChoose: setChosen } : {})}
      />
    </Stack>
  );
}
