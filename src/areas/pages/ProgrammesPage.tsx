// Programmes that concern this office: running ones first, with how many units stand where.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import type { Language } from '../../platform/messages.ts';
import { useGo, useUnit } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { partStates, programmeKinds } from '../programme.ts';
import type { ProgrammesView } from '../view.ts';
import { ProgrammeForm } from './ProgrammeForm.tsx';
import { type Say, yearsOf } from './said.ts';
import { words } from './words.ts';

type Line = ProgrammesView['items'][number];

export function ProgrammesPage() {
  const t = useWords(words);
  const { language } = useLanguage();
  const go = useGo();
  const unit = useUnit();
  const [adding, setAdding] = useState(false);
  const query = useRead<ProgrammesView>('/programmes', { params: { unit } });
  const add = query.data?.can.includes('unit.write') && (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
      {t('prog.new')}
    </Button>
  );
  return (
    <Page
      title={t('prog.title')}
      purpose={t('prog.purpose')}
      help={[t('prog.help1'), t('prog.help2'), t('prog.help3')]}
      action={add}
    >
      <Loaded of={query} rows={6}>
        {({ items }) => (
          <SmallTable<Line>
            name={t('prog.title')}
            rows={items}
            keyOf={({ id }) => id}
            href={({ id }) => `/programmes/${id}`}
            columns={columnsOf(t, language)}
            empty={{ title: t('prog.none') }}
          />
        )}
      </Loaded>
      {adding && (
        <ProgrammeForm
          programme={null}
          close={() => setAdding(false)}
          done={(id) => go(`/programmes/${id}`)}
        />
      )}
    </Page>
  );
}

const columnsOf = (t: Say, language: Language): Column<Line>[] => [
  {
    id: 'name',
    label: t('prog.name'),
    width: '36%',
    cell: ({ name }) => name,
    second: ({ kind, unitName }) => `${programmeKinds[kind][language]} · ${unitName}`,
  },
  { id: 'years', label: t('prog.years'), cell: (row) => yearsOf(t, row) },
  {
    id: 'units',
    label: t('prog.units'),
    cell: ({ parts }) =>
      parts
        .map(({ state, units }) => t('prog.some', { count: units, state: partStates[state][language] }))
        .join(' · ') || '–',
  },
  {
    id: 'state',
    label: t('prog.state'),
    cell: ({ endedOn }) => (
      <StatusMark tone={endedOn ? 'ended' : 'wait'}>
        {endedOn ? t('prog.ended', { day: formatDay(endedOn) }) : t('prog.running')}
      </StatusMark>
    ),
  },
];
