// The offices of a unit with their days, and what can be done with them: appoint, end, put in charge, correct, take back.
import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { useWords } from '../../ui/i18n.tsx';
import type { Column } from '../../ui/list/column.ts';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { OfficeItem, UnitView } from '../answers.ts';
import { AppointForm } from './AppointForm.tsx';
import { useBook } from './book.ts';
import { messages } from './messages.ts';
import { CellsForm, CorrectOfficeForm, EndOfficeForm, WithdrawOfficeForm } from './OfficeForms.tsx';
import css from './units.module.css';

type Doing = { what: 'appoint' } | { what: 'end' | 'cells' | 'correct' | 'withdraw'; office: OfficeItem };
const titles = {
  appoint: 'page.appoint',
  end: 'page.end_office',
  cells: 'page.name_cells',
  correct: 'page.correct',
  withdraw: 'page.withdraw',
} as const;

export function OfficesPart({ unit, offices }: { unit: UnitView; offices: OfficeItem[] }) {
  const t = useWords(messages);
  const book = useBook();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const writes = unit.can.includes('office.write');
  const appoint = writes && !unit.endedOn && book.officesAt(unit.kind).length > 0 && (
    <Button variant="default" onClick={() => setDoing({ what: 'appoint' })}>
      {t('page.appoint')}
    </Button>
  );
  return (
    <Panel title={t('page.offices')} second={t('page.offices_second')} action={appoint}>
      <SmallTable<OfficeItem>
        name={t('page.offices')}
        rows={offices}
        keyOf={({ id }) => String(id)}
        columns={useColumns(offices, writes, setDoing)}
        empty={{ title: t('page.no_offices'), text: t('page.no_offices_text') }}
      />
      <Modal
        opened={doing !== null}
        onClose={close}
        title={doing && t(titles[doing.what])}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {doing && <DoingForm doing={doing} unit={unit} close={close} />}
      </Modal>
    </Panel>
  );
}

const forms = {
  end: EndOfficeForm,
  cells: CellsForm,
  correct: CorrectOfficeForm,
  withdraw: WithdrawOfficeForm,
};

function DoingForm({ doing, unit, close }: { doing: Doing; unit: UnitView; close: () => void }) {
  if (doing.what === 'appoint') return <AppointForm unit={unit} close={close} />;
  const Form = forms[doing.what];
  return <Form office={doing.office} close={close} />;
}

function useColumns(
  offices: OfficeItem[],
  writes: boolean,
  start: (doing: Doing) => void,
): Column<OfficeItem>[] {
  const t = useWords(messages);
  const book = useBook();
  const columns: Column<OfficeItem>[] = [
    {
      id: 'holder',
      label: t('page.holder'),
      cell: ({ displayName }) => displayName,
      second: ({ kind, title }) => title ?? book.office(kind),
    },
    { id: 'span', label: t('page.span'), cell: (office) => <Span office={office} /> },
    {
      id: 'decision',
      label: t('page.decision'),
      cell: ({ decision: { number, on } }) =>
        number ? t('page.decision_line', { number, on: formatDay(on) }) : null,
    },
  ];
  const cells: Column<OfficeItem> = {
    id: 'cells',
    label: t('page.cells'),
    cell: ({ kind, namedUnits }) =>
      book.namesCells(kind) ? namedUnits.map(({ name }) => name).join(', ') || t('page.cells_none') : null,
  };
  const acts: Column<OfficeItem> = {
    id: 'acts',
    label: t('page.acts'),
    cell: (office) => <OfficeActs office={office} start={start} />,
  };
  const naming = offices.some(({ kind }) => book.namesCells(kind));
  return [...columns, ...(naming ? [cells] : []), ...(writes ? [acts] : [])];
}

function Span({ office: { fromOn, toOn, inForce } }: { office: OfficeItem }) {
  const t = useWords(messages);
  const [from, to] = [formatDay(fromOn), formatDay(toOn)];
  const words =
    from && to
      ? t('page.from_to', { from, to })
      : from
        ? t('page.since', { from })
        : to
          ? t('page.until', { to })
          : '';
  return (
    <>
      <StatusMark tone={inForce ? 'plain' : 'ended'}>
        {t(inForce ? 'page.in_force' : 'page.not_in_force')}
      </StatusMark>
      {words && <div className={css.grey}>{words}</div>}
    </>
  );
}

function OfficeActs({ office, start }: { office: OfficeItem; start: (doing: Doing) => void }) {
  const t = useWords(messages);
  const named = useBook().namesCells(office.kind);
  if (!office.can.includes('office.write')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('page.more', { name: office.displayName })}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {office.inForce && (
          <Menu.Item onClick={() => start({ what: 'end', office })}>{t('page.end_office')}</Menu.Item>
        )}
        {office.inForce && named && (
          <Menu.Item onClick={() => start({ what: 'cells', office })}>{t('page.name_cells')}</Menu.Item>
        )}
        <Menu.Item onClick={() => start({ what: 'correct', office })}>{t('page.correct')}</Menu.Item>
        <Menu.Item onClick={() => start({ what: 'withdraw', office })}>{t('page.withdraw')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
