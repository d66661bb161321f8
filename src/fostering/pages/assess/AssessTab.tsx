// The half-yearly assessment: everybody of the cell, four criteria in words, one dialog after the other.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useAddress, useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useRead } from '../../../ui/query.tsx';
import { useToday } from '../../../ui/session.tsx';
import { Panel } from '../../../ui/show/Panel.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { formatDay } from '../../../platform/day.ts';
import { criteria, halfOf } from '../../fostering.ts';
import type { AssessList, AssessRow } from '../../view.ts';
import { type Offered, useOffered, useTakes } from '../choices.ts';
import css from '../fostering.module.css';
import { words } from '../words.ts';
import { AssessDialog } from './AssessDialog.tsx';

export interface Half {
  year: number;
  half: string;
}
const half = /^(\d{4})-(h[12])$/;

export function AssessTab() {
  const unit = useUnit();
  const today = useToday();
  const { words: address } = useAddress();
  const asked = half.exec(address.half ?? '');
  const at: Half = asked ? { year: Number(asked[1]), half: asked[2] ?? 'h1' } : halfOf(today);
  const query = useRead<AssessList>('/fostering/assessments', { params: { unit, ...at }, keep: true });
  return (
    <>
      <HalfChoice at={at} />
      <Loaded of={query}>{(data) => <Assessments list={data} at={at} />}</Loaded>
    </>
  );
}

/** This half-year and the three before it. */
function HalfChoice({ at }: { at: Half }) {
  const t = useWords(words);
  const { set } = useAddress();
  const now = halfOf(useToday());
  const place = now.year * 2 + (now.half === 'h2' ? 1 : 0);
  const offered = [0, 1, 2, 3].map((back) => {
    const year = Math.floor((place - back) / 2);
    const of = (place - back) % 2 === 1 ? ('h2' as const) : ('h1' as const);
    return { value: `${year}-${of}`, label: t(`assess.${of}`, { year: String(year) }) };
  });
  return (
    <NativeSelect
      label={t('assess.period')}
      className="no-print"
      maw={320}
      data={offered}
      value={`${at.year}-${at.half}`}
      onChange={(event) =>
        set({ half: event.currentTarget.value === offered[0]?.value ? null : event.currentTarget.value })
      }
    />
  );
}

function Assessments({ list, at }: { list: AssessList; at: Half }) {
  const t = useWords(words);
  const mayAct = useTakes('assess');
  const offered = useOffered();
  const [about, setAbout] = useState<AssessRow | null>(null);
  const { total, missing } = list;
  const next = list.items.find(({ assessment }) => assessment === null);
  const open = (row: AssessRow) => (mayAct ? setAbout(row) : undefined);
  return (
    <Panel
      title={missing > 0 ? t('assess.left', { missing, total }) : t('assess.all', { total })}
      second={t('assess.no_points')}
      action={mayAct && next && <Button onClick={() => open(next)}>{t('assess.next')}</Button>}
    >
      <SmallTable<AssessRow>
        name={t('tab.assess')}
        rows={list.items}
        keyOf={(row) => row.id}
        href={(row) => `/dossiers/${row.id}`}
        columns={columnsOf(t, offered, mayAct ? open : null)}
        empty={{ title: t('assess.none'), text: t('assess.none_text') }}
      />
      {about && <AssessDialog key={about.id} row={about} at={at} close={() => setAbout(null)} />}
    </Panel>
  );
}

type Say = ReturnType<typeof useWords<typeof words>>;
type Offer = (step: string, input: string) => Offered;

const columnsOf = (t: Say, offered: Offer, open: ((row: AssessRow) => void) | null): Column<AssessRow>[] => [
  { id: 'name', label: t('list.person'), cell: (row) => row.name, second: (row) => row.unitName },
  { id: 'result', label: t('assess.result'), cell: (row) => <Result row={row} t={t} offered={offered} /> },
  ...(open
    ? [
        {
          id: 'do',
          label: t('assess.do'),
          cell: (row: AssessRow) => (
            <Button
              variant="default"
              aria-label={t(row.assessment ? 'assess.again_of' : 'assess.title', { name: row.name })}
              onClick={() => open(row)}
            >
              {t(row.assessment ? 'assess.again' : 'assess.do')}
            </Button>
          ),
        },
      ]
    : []),
];

function Result({ row, t, offered }: { row: AssessRow; t: Say; offered: Offer }) {
  const { assessment } = row;
  if (!assessment) return <StatusMark tone="wait">{t('assess.missing')}</StatusMark>;
  return (
    <>
      {assessment.assessedOn && formatDay(assessment.assessedOn)}
      <ul className={css.lines}>
        {criteria.map((id) => (
          <li key={id}>
            {offered('assess', id).label}: <strong>{offered('assess', id).say(assessment[id])}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
