// The villages of a commune: each with its cell, how many official members live there, and whether that is enough for a cell.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { To } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import type { Language } from '../../platform/messages.ts';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { villageKinds } from '../area.ts';
import type { AreaView, VillageView } from '../view.ts';
import { EndedVillages } from './Ended.tsx';
import { coverageTones, type Say } from './said.ts';
import { BackForm, EndVillageForm, MeetsForm, VillageForm } from './village-forms.tsx';
import { words } from './words.ts';

const acts = ['meets', 'rename', 'back', 'end'] as const;
type Act = (typeof acts)[number];
const forms = {
  meets: MeetsForm,
  rename: VillageForm,
  end: EndVillageForm,
  back: BackForm,
} as const satisfies Record<Act, unknown>;
interface Open {
  act: Act;
  village: VillageView;
}

export function Villages({ area, writes }: { area: AreaView; writes: boolean }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const Form = open && forms[open.act];
  const add = writes && (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('part.add_village')}
    </Button>
  );
  return (
    <Panel title={t('part.villages')} action={add}>
      <SmallTable<VillageView>
        name={t('part.villages')}
        rows={area.villages}
        keyOf={({ id }) => id}
        columns={columnsOf({ t, language, least: area.least, act: writes ? setOpen : null })}
        empty={{ title: t('part.no_villages') }}
      />
      <EndedVillages area={area} writes={writes} />
      {adding && <VillageForm area={area} village={null} close={() => setAdding(false)} />}
      {Form && open && <Form area={area} village={open.village} close={close} />}
    </Panel>
  );
}

interface Telling {
  t: Say;
  language: Language;
  least: number | null;
  /** null for those who only read */
  act: ((open: Open) => void) | null;
}

const columnsOf = ({ t, language, least, act }: Telling): Column<VillageView>[] => [
  {
    id: 'name',
    label: t('part.village'),
    cell: ({ name }) => name,
    second: ({ kind }) => villageKinds[kind][language],
  },
  { id: 'cell', label: t('part.cell'), cell: (row) => cellOf(t, row) },
  {
    id: 'full',
    label: t('part.full'),
    number: true,
    cell: ({ meets }) =>
      meets?.fullMembers == null ? t('part.not_counted') : formatNumber(meets.fullMembers, language),
  },
  {
    id: 'state',
    label: t('part.state'),
    cell: ({ coverage, mayFound }) => (
      <>
        <StatusMark tone={coverageTones[coverage]}>{t(`coverage.${coverage}`)}</StatusMark>
        {mayFound && <div>{t('part.may_found', { least: least ?? '' })}</div>}
      </>
    ),
  },
  ...(act
    ? [
        {
          id: 'acts',
          label: t('part.act'),
          tight: true,
          cell: (row: VillageView) => <Acts t={t} row={row} act={act} />,
        },
      ]
    : []),
];

function cellOf(t: Say, { meets }: VillageView) {
  if (meets === null) return '–';
  return meets.cell ? <To href={`/units/${meets.cell.id}`}>{meets.cell.name}</To> : t('part.no_cell');
}

function Acts({ t, row, act }: { t: Say; row: VillageView; act: (open: Open) => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('part.acts', { name: row.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((one) => (
          <Menu.Item key={one} onClick={() => act({ act: one, village: row })}>
            {t(`part.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
