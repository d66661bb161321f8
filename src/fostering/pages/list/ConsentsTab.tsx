// Notice and consent: what a person is told, who was told by whom and when, and who is still missing.
import { formatDay } from '../../../platform/day.ts';
import { useBook } from '../../../road/pages/book.ts';
import { useUnit } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { useRead } from '../../../ui/query.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { ConsentList, ConsentRow } from '../../view.ts';
import css from '../fostering.module.css';
import { helperWords as words } from '../helper-words.ts';
import { words as listWords } from '../words.ts';

const told = ['consent.notice1', 'consent.notice2', 'consent.notice3', 'consent.notice4'] as const;

export function ConsentsTab() {
  const t = useWords(words);
  const unit = useUnit();
  const { data } = useRead<ConsentList>('/fostering/consents', { params: { unit, limit: 1 }, keep: true });
  const missing = data?.missing ?? 0;
  return (
    <>
      <Panel title={t('consent.notice')} second={t('consent.law')}>
        <ul className={css.lines}>
          {told.map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
      </Panel>
      <Panel
        title={t('consent.title')}
        second={data && (missing > 0 ? t('consent.second', { missing }) : t('consent.all_told'))}
      >
        <Consents />
      </Panel>
    </>
  );
}

function Consents() {
  const t = useWords(words);
  const l = useWords(listWords);
  const tell = useTell();
  const book = useBook();
  const unit = useUnit();
  return (
    <DataList<ConsentRow>
      path="/fostering/consents"
      params={{ unit }}
      name={t('consent.title')}
      keyOf={(row) => row.id}
      href={(row) => `/dossiers/${row.id}${row.informedOn === null ? '?step=inform' : ''}`}
      columns={columnsOf(t, l, (stage) => (book ? tell(book.stageLabel(stage)) : ''))}
      filters={[
        {
          id: 'missing',
          label: t('consent.filter'),
          options: [{ value: 'true', label: t('consent.missing') }],
        },
      ]}
      empty={{ title: t('consent.none') }}
    />
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;
type ListSay = ReturnType<typeof useWords<typeof listWords>>;

const columnsOf = (t: Say, l: ListSay, stageOf: (stage: string) => string): Column<ConsentRow>[] => [
  { id: 'name', label: l('list.person'), cell: (row) => row.name, second: (row) => row.unitName },
  { id: 'stage', label: l('list.stage'), cell: (row) => stageOf(row.stage) },
  {
    id: 'on',
    label: t('consent.on'),
    tight: true,
    cell: (row) => (row.informedOn ? formatDay(row.informedOn) : ''),
  },
  { id: 'by', label: t('consent.by'), cell: (row) => row.informedBy },
  { id: 'answer', label: t('consent.answer'), cell: (row) => <Answer row={row} t={t} /> },
];

function Answer({ row, t }: { row: ConsentRow; t: Say }) {
  if (row.informedOn === null) return <StatusMark tone="act">{t('consent.not_yet')}</StatusMark>;
  return row.agreed ? (
    <StatusMark tone="done">{t('consent.agreed')}</StatusMark>
  ) : (
    <StatusMark tone="act">{t('consent.refused')}</StatusMark>
  );
}
