// Introductions that came to the cell: those that wait first; one or several are answered with the step of the road.
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { BulkAct, type BulkResult } from '../../../admission/pages/bulk/BulkAct.tsx';
import { BulkResultNotice } from '../../../admission/pages/bulk/BulkResultNotice.tsx';
import { useBook } from '../../../road/pages/book.ts';
import { useGo, useUnit } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import type { Column, Filter } from '../../../ui/list/column.ts';
import { DataList } from '../../../ui/list/DataList.tsx';
import { useRead, useRefresh } from '../../../ui/query.tsx';
import { useCan } from '../../../ui/session.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { NominationList, NominationRow } from '../../view.ts';
import css from '../sourcing.module.css';
import { useGroups } from '../survey/groups.tsx';
import { words } from '../words.ts';
import { codeWord } from './codes.ts';
import { Rates } from './Rates.tsx';

const answering = 'answer_nomination';
const tones = { waiting: 'act', accepted: 'done', returned: 'ended', ended: 'ended' } as const;

export function InboxPart() {
  const t = useWords(words);
  const unit = useUnit();
  const mayNominate = useCan('dossier.nominate');
  const mayAct = useCan('dossier.act');
  const refresh = useRefresh();
  const [written, setWritten] = useState<BulkResult | null>(null);
  const columns = useColumns();
  const filters = useFilters(unit);
  const done = (clear: () => void) => (result: BulkResult) => {
    clear();
    setWritten(result);
    void refresh('/nominations');
  };
  return (
    <>
      <p className={css.hint}>{t('inbox.both')}</p>
      {mayNominate && <Nominate />}
      {written && <BulkResultNotice key={written.bulk} result={written} close={() => setWritten(null)} />}
      <DataList<NominationRow>
        path="/nominations"
        params={{ unit }}
        name={t('inbox.name')}
        keyOf={(row) => row.dossierId}
        href={(row) => `/dossiers/${row.dossierId}`}
        columns={columns}
        filters={filters}
        searchable
        empty={{ title: t('inbox.empty'), text: t('inbox.empty_way') }}
        {...(mayAct ? { bulk: answerer(done) } : {})}
      />
      <Rates />
    </>
  );
}

function Nominate() {
  const t = useWords(words);
  const go = useGo();
  return (
    <div className={css.bar}>
      <Button
        variant="default"
        leftSection={<IconUserPlus size={20} aria-hidden />}
        onClick={() => go('/dossiers?new=1')}
      >
        {t('inbox.nominate')}
      </Button>
    </div>
  );
}

type Done = (clear: () => void) => (result: BulkResult) => void;
const answerer = (done: Done) => {
  const act = (rows: NominationRow[], clear: () => void) => (
    <BulkAct rows={rows.map(bulkRow)} only={[answering, 'list']} onDone={done(clear)} />
  );
  return act;
};

const bulkRow = ({ dossierId, version, stage, unitId, unitName }: NominationRow) => ({
  id: dossierId,
  version,
  stage,
  unitId,
  unitName,
});

function useFilters(unit: string | null): Filter[] {
  const t = useWords(words);
  const { codes, nameOf } = useGroups();
  const { data } = useRead<NominationList>('/nominations', { params: { unit, limit: 1 }, keep: true });
  const counts = data?.counts ?? { waiting: 0, accepted: 0, returned: 0, quiet: 0 };
  return [
    {
      id: 'state',
      label: t('inbox.state'),
      options: (['waiting', 'accepted', 'returned', 'quiet'] as const).map((state) => ({
        value: state,
        label: t(`inbox.filter_${state}`, { count: counts[state] }),
      })),
    },
    {
      id: 'source',
      label: t('inbox.source'),
      options: codes.map((code) => ({ value: code, label: nameOf(code) })),
    },
  ];
}

function useColumns(): Column<NominationRow>[] {
  const t = useWords(words);
  return [
    {
      id: 'name',
      label: t('inbox.person'),
      cell: (row) => row.fullName,
      second: (row) => <Who row={row} />,
      width: '26%',
    },
    { id: 'by', label: t('inbox.by'), cell: (row) => <By row={row} /> },
    {
      id: 'since',
      label: t('inbox.since'),
      cell: (row) => formatDay(row.openedOn),
      tight: true,
      width: '8rem',
    },
    { id: 'state', label: t('inbox.state'), cell: (row) => <State row={row} />, width: '20%' },
    {
      id: 'touch',
      label: t('inbox.touch'),
      cell: (row) => (row.lastTouchOn ? formatDay(row.lastTouchOn) : t('inbox.never')),
      tight: true,
      width: '8rem',
    },
  ];
}

function Who({ row }: { row: NominationRow }) {
  const t = useWords(words);
  const { nameOf } = useGroups();
  const born = row.bornOn ? t('inbox.born', { day: formatDay(row.bornOn) }) : null;
  return <>{[row.unitName, born, row.source && nameOf(row.source)].filter(Boolean).join(' · ')}</>;
}

function By({ row }: { row: NominationRow }) {
  const t = useWords(words);
  const tell = useTell();
  const book = useBook();
  return (
    <>
      {row.introductions.map((one, index) => (
        // Two introductions may agree in everything that is shown.
        <span
          key={`${one.on} ${one.proposerKind} ${String(index)}`}
          className={index > 0 ? css.second : undefined}
        >
          {one.personName ??
            one.unitName ??
            tell(codeWord(book, 'nominate', 'proposerKind', one.proposerKind))}
          {one.kind === 'charter' && ` · ${t('inbox.charter')}`}
        </span>
      ))}
    </>
  );
}

function State({ row }: { row: NominationRow }) {
  const t = useWords(words);
  const tell = useTell();
  const go = useGo();
  const book = useBook();
  return (
    <>
      <StatusMark tone={tones[row.state]}>{t(`inbox.${row.state}`)}</StatusMark>
      {row.reason && (
        <span className={css.second}>{tell(codeWord(book, answering, 'reason', row.reason))}</span>
      )}
      {row.can.includes('answer') && (
        <span className={css.actions}>
          <Button variant="default" onClick={() => go(`/dossiers/${row.dossierId}?step=${answering}`)}>
            {t('inbox.answer')}
          </Button>
        </span>
      )}
    </>
  );
}
