// The register: every document that concerns this reader, each under the one it carries out; searched and narrowed as a list.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { formatDay } from '../../platform/day.ts';
import { useAddress, useGo, useOn, useUnit } from '../../ui/address.tsx';
import { useLanguage, useWords } from '../../ui/i18n.tsx';
import type { Language } from '../../platform/messages.ts';
import { DataList } from '../../ui/list/DataList.tsx';
import type { Column } from '../../ui/list/column.ts';
import { Page } from '../../ui/Page.tsx';
import { useRead } from '../../ui/query.tsx';
import { useCan } from '../../ui/session.tsx';
import { StatusMark } from '../../ui/show/StatusMark.tsx';
import { useToast } from '../../ui/toast.tsx';
import { documentTypeIds, documentTypes } from '../type.ts';
import { type DocumentRow, type DocumentView, stateFilters } from '../view.ts';
import { DocumentForm } from './DocumentForm.tsx';
import css from './documents.module.css';
import { nameOf, periodOf, stateTones } from './said.ts';
import { type Say, words } from './words.ts';

export function DocumentsPage() {
  const t = useWords(words);
  const { words: address, set } = useAddress();
  const { on, past } = useOn();
  const writes = useCan('document.write');
  if (address.new && writes) return <NewDocument parentId={address.parent ?? null} />;
  const add = writes && (
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
      asOf={past ? formatDay(on) : null}
      action={add}
    >
      <Register on={past ? on : null} />
    </Page>
  );
}

function Register({ on }: { on: string | null }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const unit = useUnit();
  const writes = useCan('document.write');
  const { data: issuers } = useRead<{ items: string[] }>('/documents/issuers', { staleTime: 300_000 });
  const option = (value: string, label: string) => ({ value, label });
  return (
    <DataList<DocumentRow>
      path="/documents"
      params={{ unit, on }}
      name={t('list.title')}
      keyOf={({ id }) => id}
      href={({ id }) => `/documents/${id}`}
      columns={columnsOf(t, language)}
      filters={[
        {
          id: 'type',
          label: t('list.type'),
          options: documentTypeIds.map((id) => option(id, documentTypes[id][language])),
        },
        {
          id: 'issuer',
          label: t('list.issuer'),
          options: (issuers?.items ?? []).map((issuer) => option(issuer, issuer)),
        },
        {
          id: 'state',
          label: t('list.state'),
          options: stateFilters.map((state) => option(state, t(`filter.${state}`))),
        },
      ]}
      searchable
      empty={{ title: t('list.empty'), text: t(writes ? 'list.empty_writer' : 'list.empty_reader') }}
    />
  );
}

const columnsOf = (t: Say, language: Language): Column<DocumentRow>[] => [
  {
    id: 'name',
    label: t('list.name'),
    width: '40%',
    cell: (row) => <Name row={row} name={nameOf(row, language)} />,
    second: (row) => <Second row={row} />,
  },
  { id: 'issuer', label: t('list.issuer'), cell: ({ issuer }) => issuer },
  {
    id: 'issued',
    label: t('list.issued'),
    sort: true,
    tight: true,
    cell: ({ issuedOn }) => (issuedOn ? formatDay(issuedOn) : t('list.no_day')),
  },
  { id: 'period', label: t('list.period'), cell: (row) => periodOf(t, row) },
  {
    id: 'state',
    label: t('list.state'),
    cell: ({ state }) => <StatusMark tone={stateTones[state]}>{t(`state.${state}`)}</StatusMark>,
  },
];

const indented = (depth: number) => ({ '--level': Math.min(depth, 4) }) as React.CSSProperties;

/** In the tree the place of a document is drawn, and said to those who hear it. */
function Name({ row, name }: { row: DocumentRow; name: string }) {
  const t = useWords(words);
  if (row.depth === 0) return <>{name}</>;
  return (
    <span className={css.name} style={indented(row.depth)} data-below>
      {name}
      <span className={css.heard}>{` (${t('list.level', { level: row.depth + 1 })})`}</span>
    </span>
  );
}

function Second({ row }: { row: DocumentRow }) {
  const t = useWords(words);
  const parts = [
    // Without a number the name says the subject already.
    row.number === null ? t('list.no_number') : row.subject,
    row.parent && t('list.under', { name: row.parent.name }),
    row.hasFile && t('list.file'),
  ];
  return (
    <span className={css.name} style={indented(row.depth)}>
      {parts.filter(Boolean).join(' · ')}
    </span>
  );
}

function NewDocument({ parentId }: { parentId: string | null }) {
  const t = useWords(words);
  const go = useGo();
  const toast = useToast();
  const { set } = useAddress();
  const parent = useRead<DocumentView>(`/documents/${parentId}`, { enabled: parentId !== null });
  const close = () =>
    parentId ? go(`/documents/${parentId}`) : set({ new: null, parent: null }, { replace: false });
  // The form starts with what it carries out, or without.
  const ready = parentId === null || parent.data !== undefined || parent.error !== null;
  return (
    <Page
      title={t('form.title')}
      purpose={t('form.purpose')}
      back={{ href: '/documents', label: t('one.back') }}
    >
      {ready && (
        <DocumentForm
          parent={parent.data ? { id: parent.data.id, label: parent.data.label } : null}
          close={close}
          done={({ id }) => {
            toast(t('form.saved'));
            go(`/documents/${id}`, { replace: true });
          }}
        />
      )}
    </Page>
  );
}
