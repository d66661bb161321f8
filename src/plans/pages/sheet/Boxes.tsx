// The answer in four boxes: what is the target, where do we stand, what is left by when, is the source enough.
import type { ReactNode } from 'react';
import { formatDay } from '../../../platform/day.ts';
import { hrefOf, To } from '../../../ui/address.tsx';
import { useTell, useWords } from '../../../ui/i18n.tsx';
import { formatNumber, formatShare, formatTenths } from '../../../ui/numbers.ts';
import { StatusMark } from '../../../ui/show/StatusMark.tsx';
import { findFigure } from '../../../statistics/figure.ts';
import { sayAmount, sayCount } from '../../amount.ts';
import type { FigureSheet, SheetView } from '../../view.ts';
import { AttainmentBar, StatusWord } from '../Attainment.tsx';
import { standingOf } from '../../attainment.ts';
import { type Say } from '../said.ts';
import { words } from '../words.ts';
import css from './sheet.module.css';

interface BoxesProps {
  sheet: SheetView;
  own: FigureSheet;
}

export function Boxes({ sheet, own: { line, figure } }: BoxesProps) {
  const t = useWords(words);
  const tell = useTell();
  const short = tell(findFigure(figure)?.short ?? { vi: figure, en: figure });
  const { assigned, attainment } = line;
  return (
    <section className={css.answer} aria-label={t('box.target')}>
      <div className={css.boxes}>
        <Box label={t('box.target')} big={assigned ? sayAmount(assigned) : t('box.target_none')}>
          {targetLines(line, t)}
        </Box>
        <Box label={t('box.done', { figure: short })} big={sayCount(line.done)}>
          <StatusWord of={attainment} />
          {toldLine(line, t)}
        </Box>
        <Box label={t('box.left')} big={leftOf(line, t)} strong={(attainment.left ?? 0) > 0}>
          {leftLines(sheet, line, t)}
        </Box>
        {line.pool && figure === 'admission' && <Source line={line} t={t} />}
      </div>
      <AttainmentBar of={line} large />
      <Pace line={line} t={t} />
    </section>
  );
}

type Line = FigureSheet['line'];

interface BoxProps {
  label: string;
  big: string;
  strong?: boolean;
  children: ReactNode;
}

function Box({ label, big, strong = false, children }: BoxProps) {
  return (
    <div className={css.box}>
      <p className={css.label}>{label}</p>
      <p className={css.big} data-strong={strong || undefined} data-long={big.length > 7 || undefined}>
        {big}
      </p>
      <div className={css.lines}>{children}</div>
    </div>
  );
}

const lines = (texts: readonly (string | null | false)[]) =>
  texts.filter((text) => typeof text === 'string').map((text) => <p key={text}>{text}</p>);

const targetLines = ({ since, given, registered, aim }: Line, t: Say) =>
  lines([
    since && t('box.since', { day: formatDay(since) }),
    given && t(`box.${given}`),
    registered && t('row.registered', { amount: sayAmount(registered) }),
    aim && t('row.aim', { amount: sayAmount(aim) }),
  ]);

const toldLine = ({ told, counted }: Line, t: Say) =>
  told && told.value !== counted && <p>{t('box.told', { day: formatDay(told.asOf), counted })}</p>;

function leftOf({ assigned, attainment: { left, status } }: Line, t: Say): string {
  if (!assigned) return t('box.target_none');
  if (left !== null && left > 0) return formatNumber(left);
  return status === 'met' || status === 'exceeded' ? t('box.left_none') : t('box.left_unknown');
}

function leftLines({ period }: SheetView, { attainment }: Line, t: Say) {
  const { left, daysLeft, neededPerMonth, leftToAim } = attainment;
  const open = left !== null && left > 0;
  const by = { day: formatDay(period.to), days: daysLeft };
  return lines([
    daysLeft > 0 ? t('box.before', by) : t('box.over', by),
    open &&
      neededPerMonth !== null &&
      daysLeft > 0 &&
      t('box.per_month', { count: formatTenths(neededPerMonth) }),
    leftToAim !== null && leftToAim > 0 && t('box.to_aim', { count: leftToAim }),
  ]);
}

/** Enough candidates for what is left? And where they are. */
function Source({ line: { pool, attainment, unitId }, t }: { line: Line; t: Say }) {
  const { open, chosen } = pool ?? { open: 0, chosen: 0 };
  const left = attainment.left ?? 0;
  return (
    <Box label={t('box.source')} big={formatNumber(open)}>
      {left > 0 && (
        <StatusMark tone={open >= left ? 'plain' : 'wait'}>
          {open >= left ? t('box.source_enough') : t('box.source_short', { count: left - open })}
        </StatusMark>
      )}
      {lines([chosen > 0 && t('box.source_chosen', { count: chosen })])}
      <p className="no-print">
        <To href={hrefOf('/pool', { unit: String(unitId) })}>{t('box.source_open')}</To>
      </p>
    </Box>
  );
}

/** What the days gone ask for, and where the same pace would lead; too little data is said. */
function Pace({ line: { attainment }, t }: { line: Line; t: Say }) {
  const { expected, enough, daysLeft } = attainment;
  if (daysLeft === 0 || standingOf(attainment) === 'zero') return null;
  const forecast = attainment.forecast || null;
  const said = [expected && expectedOf(expected, t), forecast && forecastOf(attainment, t)];
  return (
    <p className={css.pace}>
      {said.filter(Boolean).join(' · ')}{' '}
      {forecast !== null && !enough && <StatusMark tone="unsure">{t('box.unsure')}</StatusMark>}
    </p>
  );
}

function expectedOf({ minimum, maximum }: { minimum: number; maximum: number }, t: Say): string {
  const [low, high] = [formatTenths(minimum), formatTenths(maximum)];
  return t('box.expected', { expected: low === high ? low : `${low}–${high}` });
}

function forecastOf({ forecast, forecastShare }: Line['attainment'], t: Say): string {
  const said = formatTenths(forecast ?? 0);
  if (forecastShare === null) return t('box.pace', { forecast: said });
  return t('box.pace_share', { forecast: said, share: formatShare(forecastShare) });
}
