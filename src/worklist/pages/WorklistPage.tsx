// “Việc hôm nay”: what is due, for whom, why, by which article, what follows if it is late – and the button that does it.
// Everything about how it is looked at stands in the address, so that it can be sent and come back to.
import { Button, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useAddress, useOn } from '../../ui/address.tsx';
import { useErrandDone } from '../../ui/errand.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { useNarrow } from '../../ui/narrow.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { Failure } from '../../ui/show/Failure.tsx';
import { NoRight } from '../../ui/show/NoRight.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Waiting } from '../../ui/show/Waiting.tsx';
import type { Counts, Group, Work, Worklist } from '../view.ts';
import { longDay } from '../../wording/due.ts';
import { FeedDialog } from './feed/FeedDialog.tsx';
import { groupOf, useAsked, useFollows } from './list/asked.ts';
import { Charge } from './list/Charge.tsx';
import { Filters } from './list/Filters.tsx';
import { GroupList } from './list/GroupList.tsx';
import { GroupTabs, QuietGroups } from './list/GroupTabs.tsx';
import { Sections } from './list/Sections.tsx';
import { Ways } from './list/Ways.tsx';
import { RoutinesDone } from './routine/RoutinesDone.tsx';
import { WaitingStrip } from './WaitingStrip.tsx';
import { words } from './words.ts';
import css from './worklist.module.css';

// The regulations weigh more than the list itself: who only reads what is due never waits for them.
const MonthView = lazy(async () => ({ default: (await import('./month/MonthView.tsx')).MonthView }));
const RoutineDialog = lazy(async () => ({
  default: (await import('./routine/RoutineDialog.tsx')).RoutineDialog,
}));

export function WorklistPage() {
  const t = useWords(words);
  const tell = useTell();
  const today = useToday();
  const follows = useFollows();
  const { place, narrow } = useNarrow<HTMLDivElement>();
  const [feed, setFeed] = useState(false);
  const mayRead = useCan('worklist.read');
  if (!mayRead) return <NoRight />;
  const ways = <Ways openFeed={() => setFeed(true)} />;
  return (
    <Page
      title={t('page.title')}
      purpose={t(follows ? 'page.purpose_follow' : 'page.purpose')}
      help={[t('page.help1'), t('page.help2'), t('page.help3')]}
      asOf={tell(longDay(today))}
      actions={!narrow && ways}
    >
      <div ref={place}>
        <Standing />
        <Listed narrow={narrow} />
        {narrow && ways}
      </div>
      <Routine />
      {feed && <FeedDialog close={() => setFeed(false)} />}
    </Page>
  );
}

function Routine() {
  const { words: address, set } = useAddress();
  if (!address.routine) return null;
  return (
    <Suspense>
      <RoutineDialog key={address.routine} word={address.routine} close={() => set({ routine: null })} />
    </Suspense>
  );
}

/** What the reader should know before the list. */
function Standing() {
  const t = useWords(words);
  const { past } = useOn();
  const { done, note } = useErrandDone();
  const hide = (
    <Button variant="default" onClick={note}>
      {t('page.hide')}
    </Button>
  );
  return (
    <>
      {done && <Notice tone="done" title={done} action={hide} />}
      {past && <Notice>{t('page.past')}</Notice>}
      <WaitingStrip />
      <Charge />
    </>
  );
}

/** The counts of all groups, and the kinds of work in the one that is open. */
function useCounts(group: Group | null) {
  const { asked } = useAsked();
  return useRead<Worklist>('/worklist', { params: { ...asked, group, limit: 1 }, keep: true });
}

function Listed({ narrow }: { narrow: boolean }) {
  const { words: address } = useAddress();
  const month = address.view === 'month';
  const group = month ? null : groupOf(address.group);
  const query = useCounts(group);
  if (query.error && !query.data) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const counts = query.data?.counts ?? null;
  return (
    <>
      <Finding works={query.data?.works ?? []} narrow={narrow} />
      {month ? <Month narrow={narrow} /> : <Groups counts={counts} group={group} />}
    </>
  );
}

/** On a phone the lines come first: search and filters open when they are wanted or in use. */
function Finding(props: { works: Work[]; narrow: boolean }) {
  const t = useWords(words);
  const { narrowed } = useAsked();
  const [wanted, setWanted] = useState(false);
  if (!props.narrow || wanted || narrowed) return <Filters {...props} />;
  return (
    <UnstyledButton className={css.way} aria-expanded={false} onClick={() => setWanted(true)}>
      <IconSearch size={18} aria-hidden />
      {t('filter.open')}
    </UnstyledButton>
  );
}

function Month({ narrow }: { narrow: boolean }) {
  return (
    <Suspense fallback={<Waiting rows={10} />}>
      <MonthView narrow={narrow} />
    </Suspense>
  );
}

function Groups({ counts, group }: { counts: Counts | null; group: Group | null }) {
  return (
    <>
      <GroupTabs counts={counts} open={group} />
      {counts ? <Chosen counts={counts} group={group} /> : <Waiting rows={12} />}
      {counts && <QuietGroups counts={counts} open={group} />}
    </>
  );
}

function Chosen({ counts, group }: { counts: Counts; group: Group | null }) {
  if (!group) return <Sections counts={counts} />;
  return (
    <>
      <GroupList key={group} group={group} />
      {group === 'settled' && <RoutinesDone />}
    </>
  );
}
