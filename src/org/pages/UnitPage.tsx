// One unit: what it is, who holds which office in it, what stands below it, what happened to it, and the acts on it.
import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Suspense, use, useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { hrefOf, To, useAddress, useGo, useOn, useParam } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { SmallTable } from '../../ui/list/SmallTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { type Fact, KeyValue } from '../../ui/show/KeyValue.tsx';
import { Notice } from '../../ui/show/Notice.tsx';
import { Panel } from '../../ui/show/Panel.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import type { UnitItem, UnitView } from '../answers.ts';
import type { UnitAct } from './act-body.ts';
import { ActForm } from './ActForm.tsx';
import { useBook } from './book.ts';
import { HistoryPart } from './HistoryPart.tsx';
import { messages } from './messages.ts';
import { UnitParts } from './unit-parts.ts';
import { OfficesPart } from './OfficesPart.tsx';

export function UnitPage() {
  const id = useParam('id');
  const query = useRead<UnitView>(`/units/${id}`);
  return (
    <Loaded of={query} rows={10} page>
      {(unit) => <Unit key={unit.id} unit={unit} />}
    </Loaded>
  );
}

function Unit({ unit }: { unit: UnitView }) {
  const t = useWords(messages);
  const book = useBook();
  const { words } = useAddress();
  const parent = unit.above.at(-1);
  const kind = book.type(unit.type) || book.kind(unit.kind);
  return (
    <Page
      title={unit.name}
      purpose={parent ? t('page.under', { kind, parent: parent.name }) : kind}
      help={[t('page.unit_help_1'), t('page.unit_help_2'), t('page.unit_help_3')]}
      back={{ href: hrefOf('/units', { on: words.on }), label: t('page.all_units') }}
      action={unit.can.includes('unit.write') && <Changes unit={unit} />}
    >
      <AsItWas unit={unit} />
      {unit.endedOn && (
        <StatusMark tone="ended">{t('page.ended_on', { day: formatDay(unit.endedOn) })}</StatusMark>
      )}
      {unit.warnings.map(({ code, message }) => (
        <Warning key={code} message={message} />
      ))}
      <KeyValue items={useFacts(unit)} />
      {unit.offices && <OfficesPart unit={unit} offices={unit.offices} />}
      <FromOutside unit={unit} />
      <Below unit={unit} />
      <HistoryPart unit={unit} />
    </Page>
  );
}

function FromOutside({ unit: { id, kind } }: { unit: UnitView }) {
  const parts = use(UnitParts);
  return parts.map((Part, at) => (
    <Suspense key={`${at}`}>
      <Part unitId={id} kind={kind} />
    </Suspense>
  ));
}

function Warning({ message }: { message: { vi: string; en: string } }) {
  const { language } = useLanguage();
  return <Notice>{message[language]}</Notice>;
}

function useFacts(unit: UnitView): Fact[] {
  const t = useWords(messages);
  const { language } = useLanguage();
  const book = useBook();
  const counts = unit.counts;
  const linked = (href: string, count: number) => <To href={href}>{formatNumber(count, language)}</To>;
  const isParty = book.isCell(unit.kind) || book.below(unit.kind).some(({ value }) => book.isCell(value));
  return [
    { label: t('page.kind'), value: book.kind(unit.kind) },
    ...(unit.type ? [{ label: t('page.type'), value: book.type(unit.type) || unit.type }] : []),
    ...(unit.above.length > 0 ? [{ label: t('page.parent'), value: <Above unit={unit} /> }] : []),
    { label: t('page.founded'), value: formatDay(unit.foundedOn) },
    ...(unit.code ? [{ label: t('page.code'), value: unit.code }] : []),
    ...(unit.placeCode ? [{ label: t('page.place_code'), value: unit.placeCode }] : []),
    ...(counts && isParty
      ? [
          {
            label: t('page.members'),
            value: linked(`/people?unit=${unit.id}&status=official`, counts.members),
          },
          {
            label: t('page.probationers'),
            value: linked(`/people?unit=${unit.id}&status=probationary`, counts.probationers),
          },
          { label: t('page.candidates'), value: linked(`/dossiers?unit=${unit.id}`, counts.candidates) },
        ]
      : []),
  ];
}

function Above({ unit }: { unit: UnitView }) {
  return unit.above.map(({ id, name, open }, index) => (
    <span key={id}>
      {index > 0 && ' › '}
      {open ? <To href={`/units/${id}`}>{name}</To> : name}
    </span>
  ));
}

/** On a past day: what the unit was then. */
function AsItWas({ unit }: { unit: UnitView }) {
  const t = useWords(messages);
  const book = useBook();
  const { on, past } = useOn();
  if (!past) return null;
  const day = formatDay(on);
  const place = unit.places.find(({ fromOn, toOn }) => fromOn <= on && (toOn === null || toOn > on));
  if (!place) return <Notice>{t('page.was_not', { day })}</Notice>;
  const parent = place.parentName ? t('page.was_under', { parent: place.parentName }) : '';
  return <Notice>{t('page.was_so', { day, name: place.name, kind: book.kind(place.kind), parent })}</Notice>;
}

const acts: readonly UnitAct[] = ['found', 'rename', 'move', 'change_kind', 'details', 'end'];

function Changes({ unit }: { unit: UnitView }) {
  const t = useWords(messages);
  const go = useGo();
  const [act, setAct] = useState<UnitAct | null>(null);
  const book = useBook();
  const close = () => setAct(null);
  const offered = unit.endedOn
    ? (['restore'] as const)
    : acts.filter((one) =>
        one === 'found'
          ? book.below(unit.kind).length > 0
          : unit.parentId !== null || one === 'rename' || one === 'details',
      );
  const opened = act === 'found' ? { done: (made: UnitView) => go(`/units/${made.id}`) } : {};
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button rightSection={<IconChevronDown size={18} aria-hidden />}>{t('page.change')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => (
            <Menu.Item key={one} onClick={() => setAct(one)}>
              {t(`act.${one}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={act !== null}
        onClose={close}
        title={act && `${t(`act.${act}`)} · ${unit.name}`}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {act && <ActForm act={act} unit={unit} close={close} {...opened} />}
      </Modal>
    </>
  );
}

function Below({ unit }: { unit: UnitView }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const book = useBook();
  if (unit.children.length === 0 && book.below(unit.kind).length === 0) return null;
  const number = (id: 'members' | 'probationers' | 'candidates') => ({
    id,
    label: t(`page.${id}`),
    number: true,
    cell: (item: UnitItem) => formatNumber(item[id], language),
  });
  const counts = unit.counts ? [number('members'), number('probationers'), number('candidates')] : [];
  return (
    <Panel title={t('page.children')}>
      <SmallTable<UnitItem>
        name={t('page.children')}
        rows={unit.children}
        keyOf={({ id }) => String(id)}
        href={({ id }) => `/units/${id}`}
        columns={[
          {
            id: 'name',
            label: t('page.name'),
            cell: ({ name }) => name,
            second: ({ kind, type }) => book.type(type) || book.kind(kind),
          },
          ...counts,
        ]}
        empty={{ title: t('page.no_children') }}
      />
    </Panel>
  );
}
