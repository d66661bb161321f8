// The roll: who belongs to the units within reach, today or on a past day.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useGo, useOn, useUnit } from '../../ui/address.tsx';
import { useWords } from '../../ui/i18n.tsx';
import type { Column, Filter } from '../../ui/list/column.ts';
import { DataList } from '../../ui/list/DataList.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { RollAnswer, RollItem } from '../answers.ts';
import { AddMember } from './AddMember.tsx';
import { standingTone, standingWord } from './standing.ts';
import { words } from './words.ts';

export function PeoplePage() {
  const t = useWords(words);
  const unit = useUnit();
  const { on, past } = useOn();
  const params = { unit, on: past ? on : null };
  const writes = useCan('person.write');
  const exports = useCan('person.export');
  const add = writes && !past && <AddButton unit={unit} />;
  return (
    <Page
      title={t('page.people')}
      purpose={<Counts params={params} />}
      help={[t('page.people_help_1'), t('page.people_help_2'), t('page.people_help_3')]}
      action={add}
    >
      {past && <Notice>{t('page.on_day', { day: formatDay(on) })}</Notice>}
      <DataList<RollItem>
        path="/people"
        params={params}
        name={t('page.people')}
        keyOf={({ id }) => id}
        href={({ id }) => `/people/${id}`}
        columns={useColumns()}
        filters={useFilters(past)}
        searchable
        {...(exports ? { exportPath: '/people.xlsx' } : {})}
        empty={{ title: t('page.none'), text: t('page.none_text'), action: add }}
      />
    </Page>
  );
}

/** “463 đảng viên · 12 dự bị”: who belongs to the unit, whatever the filters say. */
function Counts({ params }: { params: Record<string, string | null> }) {
  const t = useWords(words);
  const { data } = useRead<RollAnswer>('/people', { params: { ...params, limit: 1 }, keep: true });
  const counts = data?.counts;
  if (!counts) return t('page.people');
  const { official, probationary, exempt, away } = counts;
  return (
    <>
      {t('page.counts', { members: official + probationary, probationary })}
      {exempt > 0 && t('page.counts_exempt', { exempt })}
      {away > 0 && t('page.counts_away', { away })}
    </>
  );
}

function useColumns(): Column<RollItem>[] {
  const t = useWords(words);
  const second = (person: RollItem) =>
    [
      person.unitName,
      person.exempt && t('page.exempt_yes'),
      person.guest ? t('page.guest') : person.activity === 'away' && t('page.away'),
    ]
      .filter(Boolean)
      .join(' · ');
  const day = (id: 'bornOn' | 'admittedOn' | 'officialOn', label: string): Column<RollItem> => ({
    id,
    label,
    sort: true,
    cell: (person) => formatDay(person[id]),
  });
  return [
    { id: 'name', label: t('page.name'), sort: true, cell: ({ name }) => name, second },
    {
      id: 'status',
      label: t('page.standing'),
      cell: (person) => <StatusMark tone={standingTone(person)}>{standingWord(person, t)}</StatusMark>,
    },
    day('bornOn', t('page.born')),
    day('admittedOn', t('page.admitted')),
    day('officialOn', t('page.official')),
  ];
}

const bands = ['18-30', '31-35', '36-40', '41-45', '46-50', '51-55', '56-60', '61-'];

function useFilters(past: boolean): Filter[] {
  const t = useWords(words);
  const statuses = past
    ? (['official', 'probationary'] as const)
    : (['official', 'probationary', 'nominee', 'former', 'outside'] as const);
  const ageLabel = (band: string) => {
    const [from = '', to] = band.split('-');
    return to ? t('page.age_band', { from, to }) : t('page.age_over');
  };
  return [
    {
      id: 'status',
      // “Đảng viên: tất cả”: without a choice the roll holds all members.
      label: t('page.people'),
      options: [
        ...statuses.map((status) => ({ value: status as string, label: t(`status.${status}`) })),
        ...(past ? [] : [{ value: 'all', label: t('page.everybody') }]),
      ],
    },
    {
      id: 'age',
      label: t('page.age'),
      options: bands.map((band) => ({ value: band, label: ageLabel(band) })),
    },
    {
      id: 'sex',
      label: t('page.sex'),
      options: [
        { value: 'M', label: t('page.male') },
        { value: 'F', label: t('page.female') },
      ],
    },
    {
      id: 'exempt',
      label: t('page.exempt'),
      options: [
        { value: 'yes', label: t('page.exempt_yes') },
        { value: 'no', label: t('page.exempt_no') },
      ],
    },
  ];
}

function AddButton({ unit }: { unit: string | null }) {
  const t = useWords(words);
  const go = useGo();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('page.add')}</Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('page.add')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {open && <AddMember unit={unit} close={() => setOpen(false)} done={(id) => go(`/people/${id}`)} />}
      </Modal>
    </>
  );
}
