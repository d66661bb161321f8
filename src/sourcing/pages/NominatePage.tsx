// The page of those who only introduce – a mass organisation, a member with a telephone: whom they introduced and how it
// stands, a short form, and what they were asked to do. Nothing else is visible here.
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useOffice } from '../../ui/session.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import type { ReviewList, TaskList } from '../view.ts';
import { IntroduceForm } from './own/IntroduceForm.tsx';
import { MineList } from './own/MineList.tsx';
import { MyReviews } from './own/MyReviews.tsx';
import { MyTasks } from './own/MyTasks.tsx';
import { words } from './words.ts';

export function NominatePage() {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const isMass = useOffice()?.kind === 'mass_officer';
  const head = {
    title: t('own.title'),
    purpose: t(isMass ? 'own.purpose_mass' : 'own.purpose_member'),
    help: [t('own.help1'), t('own.help2'), t('own.help3')] as [string, string, string],
  };
  const close = () => set({ new: null });
  if (address.new)
    return (
      <Page {...head} title={t('own.new')} back={{ href: '/nominate', label: t('own.title') }}>
        <IntroduceForm close={close} />
      </Page>
    );
  return (
    <Page
      {...head}
      action={
        <Button
          leftSection={<IconUserPlus size={20} aria-hidden />}
          onClick={() => set({ new: '1' }, { replace: false })}
        >
          {t('own.new')}
        </Button>
      }
    >
      <Parts isMass={isMass} />
    </Page>
  );
}

function Parts({ isMass }: { isMass: boolean }) {
  const t = useWords(words);
  const tasks = useRead<TaskList>('/sourcing-tasks/mine', { keep: true, carry: true });
  const reviews = useRead<ReviewList>('/reviews', { keep: true, carry: true, enabled: isMass });
  const open = tasks.data?.items.filter(({ doneOn }) => doneOn === null).length;
  const unconfirmed = reviews.data?.items
    .filter(({ closedOn }) => closedOn === null)
    .reduce((sum, { answers, confirmed }) => sum + answers.length - confirmed, 0);
  return (
    <Tabs
      name={t('own.tabs')}
      tabs={[
        { id: 'mine', label: t('own.mine'), content: <MineList /> },
        {
          id: 'tasks',
          label: t('own.tasks'),
          ...(open ? { count: open } : {}),
          content: <MyTasks query={tasks} />,
        },
        ...(isMass
          ? [
              {
                id: 'reviews',
                label: t('own.reviews'),
                ...(unconfirmed ? { count: unconfirmed } : {}),
                content: <MyReviews query={reviews} />,
              },
            ]
          : []),
      ]}
    />
  );
}
