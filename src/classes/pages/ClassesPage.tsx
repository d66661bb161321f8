// The classes that serve this office, and – for committees and cells – who would miss this year without one.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useAddress } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/column.ts';
import { Page } from '../../ui/Page.tsx';
import { useCan, useOffice } from '../../ui/session.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { Tabs } from '../../ui/show/Tabs.tsx';
import { sorts } from '../class.ts';
import { classStates, type ClassRow } from '../view.ts';
import css from './classes.module.css';
import { NeedList } from './NeedList.tsx';
import { PlanForm } from './plan/PlanForm.tsx';
import { type Say, sessionsOf, spanOf, stateTones } from './said.ts';
import { words } from './words.ts';

export function ClassesPage() {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const leads = useCan('training.act');
  const isCentre = useOffice()?.kind === 'political_centre';
  if (address.new && leads) return <PlanForm close={() => set({ new: null })} />;
  const plan = leads && (
    <Button
      leftSection={<IconPlus size={20} aria-hidden />}
      onClick={() => set({ new: '1' }, { replace: false })}
    >
      {t('list.new')}
    </Button>
  );
  return (
    <Page
      title={t('list.title')}
      purpose={t('list.purpose')}
      help={[t('list.help1'), t('list.help2'), t('list.help3')]}
      action={plan}
    >
      {isCentre ? (
        <ClassList />
      ) : (
        <Tabs
          name={t('list.title')}
          word="part"
          tabs={[
            { id: 'classes', label: t('list.classes'), content: <ClassList /> },
            { id: 'needs', label: t('list.needs'), content: <NeedList kind="awareness" /> },
            {
              id: 'needs_members',
              label: t('list.needs_members'),
              content: <NeedList kind="new_members" />,
            },
          ]}
        />
      )}
    </Page>
  );
}

function ClassList() {
  const t = useWords(words);
  const leads = useCan('training.act');
  const options = <K extends string>(keys: readonly K[], family: 'state' | 'sort') =>
    keys.map((value) => ({ value, label: t(`${family}.${value}` as 'state.coming') }));
  return (
    <DataList<ClassRow>
      path="/classes"
      name={t('list.title')}
      keyOf={({ id }) => id}
      href={({ id }) => `/classes/${id}`}
      columns={columnsOf(t)}
      filters={[
        { id: 'state', label: t('list.state'), options: options(classStates, 'state') },
        { id: 'kind', label: t('list.kind'), options: options(sorts, 'sort') },
        {
          id: 'sundays',
          label: t('list.sundays'),
          options: [{ value: 'yes', label: t('list.only_sundays') }],
        },
      ]}
      searchable
      empty={{ title: t('list.empty'), text: t(leads ? 'list.empty_centre' : 'list.empty_others') }}
    />
  );
}

const columnsOf = (t: Say): Column<ClassRow>[] => [
  {
    id: 'label',
    label: t('list.label'),
    cell: ({ label }) => label,
    second: ({ sort, centreName }) => `${t(`sort.${sort}`)} · ${centreName}`,
    width: '36%',
  },
  {
    id: 'days',
    label: t('list.days'),
    cell: (row) => (
      <>
        {spanOf(t, row)}
        <span className={css.second}>{sessionsOf(t, row)}</span>
      </>
    ),
  },
  { id: 'seats', label: t('list.seats'), cell: (row) => <Seats row={row} /> },
  {
    id: 'state',
    label: t('list.state'),
    cell: ({ state }) => <StatusMark tone={stateTones[state]}>{t(`state.${state}`)}</StatusMark>,
  },
];

/** Seats are the class's; who is still to be sent or enrolled is told within reach. */
function Seats({ row }: { row: ClassRow }) {
  const t = useWords(words);
  const { enrolled, seats, waiting, proposed, sent } = row;
  return (
    <>
      {t('list.seats_of', { enrolled, seats })}
      {waiting > 0 && <span className={css.second}>{t('list.waiting', { count: waiting })}</span>}
      {proposed > 0 && <span className={css.second}>{t('list.proposed', { count: proposed })}</span>}
      {sent > 0 && <span className={css.second}>{t('list.sent', { count: sent })}</span>}
    </>
  );
}
