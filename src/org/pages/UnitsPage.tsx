// The tree of organisations, today or on a past day: what there is, how many members and candidates each branch has.
import { Button, Modal, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileSpreadsheet, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatDay } from '../../platform/day.ts';
import { apiHref } from '../../ui/api.ts';
import { hrefOf, useAddress, useGo, useOn, useUnit } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { Empty } from '../../ui/show/Empty.tsx';
import { TreeView } from '../../ui/show/TreeView.tsx';
import type { UnitItem, UnitView } from '../answers.ts';
import { matching } from '../unit-tree.ts';
import { ActForm } from './ActForm.tsx';
import { useBook, type Words } from './book.ts';
import { messages } from './messages.ts';
import css from './units.module.css';

type Say = ReturnType<typeof useWords<typeof messages>>;

export function UnitsPage() {
  const t = useWords(messages);
  const { on, past } = useOn();
  const unit = useUnit();
  const writes = useCan('unit.write');
  const [adding, setAdding] = useState(false);
  const query = useRead<{ items: UnitItem[] }>('/units', { params: { on }, keep: true });
  const items = query.data?.items ?? [];
  const above = items.find((item) => String(item.id) === unit) ?? items[0];
  return (
    <Page
      title={t('page.units')}
      purpose={t('page.units_purpose')}
      asOf={formatDay(on)}
      help={[t('page.units_help_1'), t('page.units_help_2'), t('page.units_help_3')]}
      action={writes && !past && above && <Button onClick={() => setAdding(true)}>{t('page.found')}</Button>}
      actions={
        <Button
          component="a"
          variant="default"
          href={apiHref('/units.xlsx', { on, unit })}
          download
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        >
          {t('page.export')}
        </Button>
      }
    >
      <Loaded of={query} rows={10}>
        {({ items }) => <Tree items={items} chosen={unit} />}
      </Loaded>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={above && t('page.found_below', { parent: above.name })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('page.close') }}
      >
        {above && <FoundBelow id={above.id} close={() => setAdding(false)} />}
      </Modal>
    </Page>
  );
}

function FoundBelow({ id, close }: { id: number; close: () => void }) {
  const go = useGo();
  const query = useRead<UnitView>(`/units/${id}`);
  return (
    <Loaded of={query} rows={5}>
      {(unit) => <ActForm act="found" unit={unit} close={close} done={(made) => go(`/units/${made.id}`)} />}
    </Loaded>
  );
}

function Tree({ items, chosen }: { items: UnitItem[]; chosen: string | null }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const { words, set } = useAddress();
  const go = useGo();
  const book = useBook();
  const q = words.q ?? '';
  const branch = useMemo(() => branchOf(items, chosen), [items, chosen]);
  const shown = useMemo(() => matching(branch, q), [branch, q]);
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const nodes = useMemo(() => {
    const names = new Map(items.map((item) => [item.id, item.name]));
    return shown.map((item) => {
      const kind = book.type(item.type) || book.kind(item.kind);
      // What is found by name stands in a flat list, each with the unit above it.
      const parent = q ? names.get(item.parentId ?? 0) : undefined;
      const counts = countsOf(item, t);
      return {
        id: String(item.id),
        parentId: q || item.parentId === null ? null : String(item.parentId),
        label: item.name,
        second: [parent ? t('page.under', { kind, parent }) : kind, ...(phone ? counts : [])].join(' · '),
        end: phone || counts.length === 0 ? null : <span className={css.counts}>{counts.join(' · ')}</span>,
      };
    });
  }, [shown, items, q, book, t, phone]);
  if (items.length === 0) return <Empty title={t('page.no_units')} text={t('page.no_units_text')} />;
  const open = (id: string) => go(hrefOf(`/units/${id}`, { on: words.on }));
  return (
    <>
      <TextInput
        type="search"
        className={`${css.search} no-print`}
        label={t('page.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={q}
        onChange={(event) => set({ q: event.currentTarget.value || null })}
      />
      <p className={css.sum} role="status">
        {t('page.sum', {
          count: shown.length,
          kinds: kindsIn(shown, book, (count, kind) => `${formatNumber(count, language)} ${kind}`),
        })}
      </p>
      {nodes.length > 0 ? (
        <TreeView name={t('page.tree')} nodes={nodes} selected={chosen} onOpen={open} openTo={2} />
      ) : (
        <Empty title={t('page.none_found', { q })} text={t('page.none_found_text')} />
      )}
    </>
  );
}

/** Members and candidates in words, leaving out what is none; nothing for a reader who may not count persons. */
function countsOf({ members, probationers, candidates }: UnitItem, t: Say): string[] {
  return [
    ...(members ? [t('page.official', { count: members })] : []),
    ...(probationers ? [t('page.probationary', { count: probationers })] : []),
    ...(candidates ? [t('page.in_source', { count: candidates })] : []),
  ];
}

/** The chosen unit and everything below it. */
function branchOf(items: UnitItem[], chosen: string | null): UnitItem[] {
  const top = chosen === null ? undefined : items.find((item) => String(item.id) === chosen);
  if (!top) return items;
  return items
    .filter((item) => item.path.startsWith(top.path))
    .map((item) => (item.id === top.id ? { ...item, parentId: null } : item));
}

function kindsIn(items: UnitItem[], book: Words, say: (count: number, kind: string) => string): string {
  const counted = Map.groupBy(items, (item) => item.kind);
  return book.unitKinds
    .filter(({ id }) => counted.has(id))
    .map(({ id }) => say(counted.get(id)?.length ?? 0, book.kind(id).toLowerCase()))
    .join(' · ');
}
