// Everybody whom the cells follow, and the work that belongs to it: the list with the review, the assessment of the
// half-year, helpers and their notes, notice and consent, what runs out.
import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, useGo, useUnit } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useToday } from '../../ui/session.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import { AssessTab } from './assess/AssessTab.tsx';
import { ConsentsTab } from './list/ConsentsTab.tsx';
import { ExpiryTab } from './list/ExpiryTab.tsx';
import { FollowedList } from './list/FollowedList.tsx';
import { HelpersTab } from './helping/HelpersTab.tsx';
import { words } from './words.ts';

export function FosteringPage() {
  const t = useWords(words);
  const go = useGo();
  const unit = useUnit();
  const review = (
    <Button
      leftSection={<IconListCheck size={20} aria-hidden />}
      onClick={() => go(hrefOf('/fostering/review', { unit }))}
    >
      {t('page.review')}
    </Button>
  );
  return (
    <Page
      title={t('page.title')}
      purpose={t('page.purpose')}
      help={[t('page.help1'), t('page.help2'), t('page.help3')]}
      asOf={formatDay(useToday())}
      action={review}
    >
      <Tabs
        name={t('page.title')}
        tabs={[
          { id: 'list', label: t('tab.list'), content: <FollowedList /> },
          { id: 'assess', label: t('tab.assess'), content: <AssessTab /> },
          { id: 'helpers', label: t('tab.helpers'), content: <HelpersTab /> },
          { id: 'consents', label: t('tab.consents'), content: <ConsentsTab /> },
          { id: 'expiry', label: t('tab.expiry'), content: <ExpiryTab /> },
        ]}
      />
    </Page>
  );
}
