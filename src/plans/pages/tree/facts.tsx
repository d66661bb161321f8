// What one row of the tree shows, column by column; a table and a card show the same.
import type { ReactNode } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { formatNumber, formatShare, formatTenths } from '../../../ui/numbers.ts';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import type { Beside } from '../../beside/view.ts';
import { sameAmount, sayAmount } from '../../amount.ts';
import type { Line } from '../../view.ts';
import { AttainmentBar, StatusWord } from '../Attainment.tsx';
import { OutlookCell } from '../parts.tsx';
import css from '../plans.module.css';
import type { Say } from '../said.ts';
import { differs, lost } from './need.ts';

type Quality = Beside['items'][number]['quality'];

export interface RowFacts {
  line: Line;
  quality: Quality | null;
  period: string;
  figure: string;
  on: string;
}
export interface Fact {
  id: string;
  label: string;
  show: (row: RowFacts) => ReactNode;
}

/** Forecast and source are asked while there is time. */
export const factsOf = (t: Say, figure: string, over: boolean): Fact[] => [
  { id: 'target', label: t('col.target'), show: ({ line }) => <Target line={line} t={t} /> },
  { id: 'result', label: t('col.result'), show: ({ line }) => <AttainmentBar of={line} /> },
  { id: 'status', label: t('col.status'), show: ({ line }) => <Status line={line} t={t} /> },
  ...(figure === 'admission' && !over
    ? [{ id: 'outlook', label: t('col.outlook'), show: (row: RowFacts) => <Outlook row={row} /> }]
    : []),
  ...(over
    ? []
    : [{ id: 'source', label: t('col.source'), show: ({ line }: RowFacts) => <Source line={line} t={t} /> }]),
  { id: 'quality', label: t('col.quality'), show: ({ quality }) => <QualityWords quality={quality} t={t} /> },
];

/** Under the name: what kind of row this is, and that it has ended. */
export function secondOf({ cell, members, children, endedOn }: Line, t: Say): string {
  const words =
    cell || children === 0 ? t('row.cell', { members }) : t('row.units', { units: children, members });
  return endedOn ? `${words} · ${t('row.ended', { day: formatDay(endedOn) })}` : words;
}

function Outlook({ row: { line, period, figure, on } }: { row: RowFacts }) {
  return <OutlookCell unitId={line.unitId} period={period} figure={figure} on={on} />;
}

function Target({ line, t }: { line: Line; t: Say }) {
  const { assigned, registered, aim } = line;
  return (
    <>
      {assigned ? sayAmount(assigned) : '–'}
      {registered && (
        <span className={`${css.second} ${css.short}`}>
          {t('row.registered', { amount: sayAmount(registered) })}
        </span>
      )}
      {aim && !sameAmount(aim, assigned) && (
        <span className={`${css.second} ${css.short}`}>{t('row.aim', { amount: sayAmount(aim) })}</span>
      )}
      {differs(line) && <Difference line={line} t={t} />}
    </>
  );
}

function Difference({ line: { below }, t }: { line: Line; t: Say }) {
  const { over, under } = below.difference.assigned;
  return (
    <>
      {under > 0 && (
        <span className={css.flag}>
          <StatusMark tone="wait">{t('row.under', { count: under })}</StatusMark>
        </span>
      )}
      {over > 0 && (
        <span className={css.flag}>
          <StatusMark tone="wait">{t('row.over', { count: over })}</StatusMark>
        </span>
      )}
    </>
  );
}

function Status({ line, t }: { line: Line; t: Say }) {
  const { attainment, below } = line;
  const { left, daysLeft, status } = attainment;
  const open = left !== null && left > 0 && daysLeft > 0;
  return (
    <>
      <StatusWord of={attainment} />
      {open && <span className={css.second}>{t('said.left', { left, days: daysLeft })}</span>}
      {status !== 'none' && below.units > 0 && below.withTarget < below.units && (
        <span className={css.second}>
          {t('row.without', { count: below.units - below.withTarget, units: below.units })}
        </span>
      )}
    </>
  );
}

function Source({ line, t }: { line: Line; t: Say }) {
  const { pool, survey } = line;
  const short = shortOf(line);
  return (
    <>
      {pool && t('row.pool', { open: pool.open })}
      {pool && pool.paused > 0 && (
        <span className={css.second}>{t('row.pool_paused', { paused: pool.paused })}</span>
      )}
      {short > 0 && (
        <span className={css.flag}>
          <StatusMark tone="wait">{t('row.pool_short', { count: short })}</StatusMark>
        </span>
      )}
      {survey && <span className={css.second}>{surveyed(survey, t)}</span>}
    </>
  );
}

const surveyed = ({ people }: NonNullable<Line['survey']>, t: Say): string =>
  people === null ? t('row.survey_none') : t('row.survey', { people });

/** By how many the candidates fall short of what is left, while there is time. */
function shortOf({ pool, attainment: { left, daysLeft }, endedOn }: Line): number {
  if (!pool || endedOn || daysLeft === 0) return 0;
  return Math.max(0, (left ?? 0) - pool.open);
}

export function QualityWords({ quality, t }: { quality: Quality | null; t: Say }) {
  if (!quality || quality.count === 0) return null;
  const { count, women, meanAge, notRecognised, removed } = quality;
  return (
    <>
      {t('row.women', { count: women, share: formatShare(women / count) })}
      {meanAge !== null && <span className={css.second}>{t('row.age', { age: formatTenths(meanAge) })}</span>}
      {notRecognised > 0 && <Lost word={t('row.not_recognised', { count: formatNumber(notRecognised) })} />}
      {lost(quality) > notRecognised && <Lost word={t('row.removed', { count: formatNumber(removed) })} />}
    </>
  );
}

const Lost = ({ word }: { word: string }) => (
  <span className={css.flag}>
    <StatusMark tone="act">{word}</StatusMark>
  </span>
);
