// Where I am in the tree: the breadcrumb, which is also the switch of unit. The choice is kept in the address.
import { Modal, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { hrefOf, To, useAddress, useGo, useOn } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { useRead } from '../../ui/query.tsx';
import { useOffice } from '../../ui/session.tsx';
import { TreeView } from '../../ui/show/TreeView.tsx';
import { messages } from './messages.ts';
import css from './UnitSwitch.module.css';
import { findUnits, type UnitLine, wayTo } from './units.ts';

const none: UnitLine[] = [];

export function UnitSwitch() {
  const t = useWords(messages);
  const { on } = useOn();
  const { path, words } = useAddress();
  const go = useGo();
  const office = useOffice();
  const [open, setOpen] = useState(false);
  const query = useRead<{ items: UnitLine[] }>('/units', { params: { on }, keep: true, staleTime: 300_000 });
  const units = query.data?.items ?? none;
  const way = words.unit ? wayTo(units, words.unit) : [];
  const here = way.at(-1);
  // From one record's page, choosing another unit leads back to the list of that part.
  const list = `/${path.split('/')[1] ?? ''}`;
  const hrefFor = (unit: string | null) => hrefOf(list, { on: words.on, phase: words.phase, unit });
  const choose = (id: string | null) => {
    setOpen(false);
    go(hrefFor(id));
  };
  return (
    <nav aria-label={t('web.unit_path')} className={css.way}>
      {way.slice(0, -1).map((unit) => (
        <Fragment key={unit.id}>
          <To href={hrefFor(String(unit.id))} className={css.crumb}>
            {unit.name}
          </To>
          <span aria-hidden="true" className={css.mark}>
            ›
          </span>
        </Fragment>
      ))}
      <UnstyledButton className={css.here} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span>{here?.name ?? office?.unitName ?? t('web.unit_all')}</span>
        <IconChevronDown size={18} aria-hidden />
      </UnstyledButton>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('web.unit_choose')} size="lg">
        <Choose units={units} selected={words.unit ?? null} choose={choose} />
      </Modal>
    </nav>
  );
}

interface ChooseProps {
  units: UnitLine[];
  selected: string | null;
  choose: (id: string | null) => void;
}

function Choose({ units, selected, choose }: ChooseProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const shown = text.trim() ? findUnits(units, text, 50).map((unit) => ({ ...unit, parentId: null })) : units;
  const nodes = shown.map((unit) => ({
    id: String(unit.id),
    parentId: unit.parentId === null ? null : String(unit.parentId),
    label: unit.name,
    // Mass organisations and centres hold no members: a zero there would say something wrong.
    end: unit.members ? formatNumber(unit.members, language) : null,
  }));
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        aria-label={t('web.unit_find')}
        placeholder={t('web.unit_find')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        mb="sm"
      />
      {selected && (
        <UnstyledButton className={css.all} onClick={() => choose(null)}>
          {t('web.unit_all')}
        </UnstyledButton>
      )}
      <TreeView name={t('web.unit_choose')} nodes={nodes} selected={selected} onOpen={choose} openTo={2} />
    </>
  );
}
