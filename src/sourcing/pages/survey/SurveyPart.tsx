// The survey of a year: one line a unit, with the target and the candidates beside it; a cell records its own.
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { hrefOf, useAddress, useGo, useUnit } from '../../../ui/address.tsx';
import { useWords } from '../../../ui/i18n.tsx';
import type { Column } from '../../../ui/list/column.ts';
import { SmallTable } from '../../../ui/list/SmallTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { formatNumber } from '../../../ui/numbers.ts';
import { useRead } from '../../../ui/query.tsx';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { suggestionsOf, sumOf } from '../../survey.ts';
import type { SurveyAnswer, SurveyRow } from '../../view.ts';
import css from '../sourcing.module.css';
import { words } from '../words.ts';
import { useYear } from '../year.ts';
import { GroupWords, useGroups } from './groups.tsx';
import { Priorities } from './Priorities.tsx';
import { SurveyForm } from './SurveyForm.tsx';
import { Totals } from './Totals.tsx';
import { WithdrawSurvey } from './WithdrawSurvey.tsx';

export function SurveyPart() {
  const year = useYear();
  const unit = useUnit();
  const query = useRead<SurveyAnswer>('/surveys', { params: { year, unit }, keep: true });
  return (
    <Loaded of={query} rows={8}>
      {(data) => <Survey answer={data} />}
    </Loaded>
  );
}

type Doing = { row: SurveyRow; what: 'record' | 'withdraw' } | null;

function Survey({ answer }: { answer: SurveyAnswer }) {
  const t = useWords(words);
  const go = useGo();
  const { path, words: address } = useAddress();
  const [doing, setDoing] = useState<Doing>(null);
  const first = new Set(answer.priorities.flatMap(({ groups }) => groups));
  const columns = useColumns(first, setDoing);
  const { year, items, unit } = answer;
  const close = () => setDoing(null);
  return (
    <>
      {items.length > 0 && !unit.cell && <Totals answer={answer} first={first} />}
      <Priorities answer={answer} />
      <SmallTable<SurveyRow>
        name={t('survey.table', { year: String(year) })}
        rows={items}
        keyOf={(row) => String(row.unitId)}
        columns={columns}
        empty={{ title: t('survey.empty'), text: t('survey.empty_way') }}
      />
      <p className={css.hint}>{t('survey.overlap')}</p>
      {items.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => go(hrefOf(path, { ...address, print: '1' }))}
        >
          {t('survey.print')}
        </Button>
      )}
      {doing?.what === 'record' && <SurveyForm row={doing.row} year={year} first={first} close={close} />}
      {doing?.what === 'withdraw' && <WithdrawSurvey row={doing.row} close={close} />}
    </>
  );
}

/** Columns are made outside the drawing of a row, so that a row keeps what it shows. */
function useColumns(first: ReadonlySet<string>, act: (doing: Doing) => void): Column<SurveyRow>[] {
  const t = useWords(words);
  return [
    {
      id: 'unit',
      label: t('survey.unit'),
      cell: (row) => row.unitName,
      second: (row) => <DoneWords row={row} />,
      width: '20%',
    },
    { id: 'groups', label: t('survey.groups'), cell: (row) => <Counted row={row} first={first} /> },
    {
      id: 'people',
      label: t('survey.people'),
      number: true,
      cell: (row) => (row.people === null ? null : formatNumber(row.people)),
      width: '5.5rem',
    },
    {
      id: 'target',
      label: t('survey.target'),
      number: true,
      cell: (row) => <TargetWords row={row} />,
      width: '7rem',
    },
    {
      id: 'candidates',
      label: t('survey.candidates'),
      number: true,
      cell: (row) => <Candidates row={row} />,
      width: '7rem',
    },
    { id: 'act', label: t('page.act'), cell: (row) => <Acts row={row} act={act} />, width: '9.5rem' },
  ];
}

function DoneWords({ row }: { row: SurveyRow }) {
  const t = useWords(words);
  if (!row.cell) return <>{t('survey.done_of', { done: row.surveyed, cells: row.cells })}</>;
  if (!row.own) return <StatusMark tone="wait">{t('survey.not_yet')}</StatusMark>;
  return <>{t('survey.done_on', { day: formatDay(row.own.surveyedOn) })}</>;
}

function Counted({ row, first }: { row: SurveyRow; first: ReadonlySet<string> }) {
  const t = useWords(words);
  const groups = useGroups();
  if (sumOf(row.groups) === 0) return null;
  const look = row.candidates === 0 ? suggestionsOf(row.groups, first) : [];
  return (
    <>
      <GroupWords groups={row.groups} first={first} />
      {look.length > 0 && (
        <span className={css.second}>
          {t('survey.look', { groups: look.map(({ code }) => groups.nameOf(code)).join(', ') })}
        </span>
      )}
    </>
  );
}

export function TargetWords({ row }: { row: Pick<SurveyRow, 'target' | 'targetBelow'> & { cell: boolean } }) {
  const t = useWords(words);
  const { target, targetBelow, cell } = row;
  const below = !cell && targetBelow !== null;
  return (
    <>
      {target ? rangeOf(target, t) : <span className={css.second}>{t('survey.target_none')}</span>}
      {below && <span className={css.second}>{t('survey.target_below', { count: targetBelow })}</span>}
    </>
  );
}

export type Say = ReturnType<typeof useWords<typeof words>>;
export function rangeOf({ minimum, maximum, aim }: NonNullable<SurveyRow['target']>, t: Say): string {
  if (minimum !== null && maximum !== null && minimum !== maximum)
    return t('survey.target_range', { from: minimum, to: maximum });
  const number = minimum ?? maximum ?? aim;
  return number === null ? t('survey.target_none') : formatNumber(number);
}

function Candidates({ row }: { row: SurveyRow }) {
  const t = useWords(words);
  if (row.cell && row.candidates === 0) return <StatusMark tone="wait">{t('survey.no_source')}</StatusMark>;
  return (
    <>
      {formatNumber(row.candidates)}
      {!row.cell && row.without > 0 && (
        <span className={css.second}>{t('survey.without', { count: row.without })}</span>
      )}
    </>
  );
}

function Acts({ row, act }: { row: SurveyRow; act: (doing: Doing) => void }) {
  const t = useWords(words);
  if (row.can.length === 0) return null;
  return (
    <span className={css.actions}>
      <Button variant="default" onClick={() => act({ row, what: 'record' })}>
        {t(row.own ? 'survey.do_correct' : 'survey.do_record')}
      </Button>
      {row.can.includes('withdraw') && (
        <Button variant="default" onClick={() => act({ row, what: 'withdraw' })}>
          {t('survey.do_withdraw')}
        </Button>
      )}
    </span>
  );
}
