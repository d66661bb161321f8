// Where names come from, for a cell and those above it: the survey, introductions and their answers, members, and what
// the mass organisations do.
import { NativeSelect } from '@mantine/core';
import { formatDay } from '../../platform/day.ts';
import { useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan, useToday } from '../../ui/session.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import type { NominationList } from '../view.ts';
import { InboxPart } from './inbox/InboxPart.tsx';
import { MassPart } from './mass/MassPart.tsx';
import { MembersPart } from './member/MembersPart.tsx';
import { SurveyPart } from './survey/SurveyPart.tsx';
import { SurveySheet } from './survey/SurveySheet.tsx';
import { words } from './words.ts';
import { useYear, yearsOffered } from './year.ts';

export function SourcingPage() {
  const { words: address } = useAddress();
  return address.print ? <SurveySheet /> : <Parts />;
}

function Parts() {
  const t = useWords(words);
  const today = useToday();
  const unit = useAddress().words.unit;
  const reads = useCan('person.read');
  const { data } = useRead<NominationList>('/nominations', {
    params: { state: 'waiting', unit, limit: 1 },
    enabled: reads,
    keep: true,
  });
  const waiting = data?.counts.waiting;
  return (
    <Page
      title={t('page.title')}
      purpose={t('page.purpose')}
      help={[t('page.help1'), t('page.help2'), t('page.help3')]}
      asOf={formatDay(today)}
      actions={<YearSelect />}
    >
      <Tabs
        name={t('page.tabs')}
        tabs={[
          { id: 'survey', label: t('page.survey'), content: <SurveyPart /> },
          {
            id: 'inbox',
            label: t('page.inbox'),
            ...(waiting ? { count: waiting } : {}),
            content: <InboxPart />,
          },
          { id: 'members', label: t('page.members'), content: <MembersPart /> },
          { id: 'mass', label: t('page.mass'), content: <MassPart /> },
        ]}
      />
    </Page>
  );
}

function YearSelect() {
  const t = useWords(words);
  const today = useToday();
  const { set } = useAddress();
  const year = useYear();
  return (
    <NativeSelect
      aria-label={t('page.year')}
      value={String(year)}
      onChange={(event) => set({ year: event.currentTarget.value })}
      data={yearsOffered(today).map((one) => ({ value: String(one), label: `${t('page.year')} ${one}` }))}
    />
  );
}
