// How rich the source is: the whole in two sentences, stage by stage, unit by unit; where it is short; who stands longest;
// and how far those nominated came.
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { useGo, useUnit } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import { words } from '../messages.ts';
import type { PoolView } from '../view.ts';
import { Funnel } from './Funnel.tsx';
import { Longest } from './Longest.tsx';
import { Overview } from './Overview.tsx';
import { Short } from './Short.tsx';

/** The first step for somebody new starts here, too. */
function Nominate() {
  const t = useWords(words);
  const go = useGo();
  if (!useCan('dossier.nominate')) return null;
  return (
    <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => go('/dossiers?new=1')}>
      {t('pool.nominate')}
    </Button>
  );
}

export function PoolPage() {
  const t = useWords(words);
  const unit = useUnit();
  const pool = useRead<PoolView>('/pool', { params: { unit }, keep: true });
  return (
    <Page
      title={t('pool.title')}
      purpose={t('pool.purpose')}
      help={[t('pool.help1'), t('pool.help2'), t('pool.help3')]}
      asOf={formatDay(useToday())}
      action={<Nominate />}
    >
      <Loaded of={pool} rows={12}>
        {(data) => (
          <Tabs
            name={t('pool.tabs')}
            tabs={[
              { id: 'overview', label: t('pool.tab_overview'), content: <Overview pool={data} /> },
              {
                id: 'short',
                label: t('pool.tab_short'),
                count: data.shortTotal,
                content: <Short pool={data} />,
              },
              { id: 'longest', label: t('pool.tab_longest'), content: <Longest /> },
              { id: 'funnel', label: t('pool.tab_funnel'), content: <Funnel /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
