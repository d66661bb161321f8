// What a page of statistics is asked for: figure, period and breakdown stand in the address, unit and day are set by the
// frame.
import { type Day, formatDay } from '../../platform/day.ts';
import { useAddress, useOn, useUnit } from '../../ui/address.tsx';
import type { useWords } from '../../ui/i18n.tsx';
import type { words } from './words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;

export interface Asked {
  unit: string | null;
  on: Day;
  period: string | null;
  by: string | null;
  where: string | null;
}

export function useAsked(): Asked {
  const { words: address } = useAddress();
  const unit = useUnit();
  const { on } = useOn();
  return {
    unit,
    on,
    period: address.period ?? null,
    by: address.by ?? null,
    where: address.where ?? null,
  };
}

/** Periods that are offered: this year and the last with their parts, eight years before. */
export function periodsOf(on: Day): string[] {
  const year = Number(on.slice(0, 4));
  const month = Number(on.slice(5, 7));
  const parts = (of: number, last: number) => [
    `${of}`,
    ...['H1', 'H2'].slice(0, Math.ceil(last / 6)).map((half) => `${of}-${half}`),
    ...['Q1', 'Q2', 'Q3', 'Q4'].slice(0, Math.ceil(last / 3)).map((quarter) => `${of}-${quarter}`),
  ];
  const months = Array.from({ length: month }, (_, at) => `${year}-${String(month - at).padStart(2, '0')}`);
  const before = Array.from({ length: 8 }, (_, at) => `${year - 2 - at}`);
  return [...parts(year, month), ...months, ...parts(year - 1, 12), ...before];
}

export function sayPeriod(key: string, t: Say): string {
  const [from, to] = key.split('..');
  if (from && to) return t('stat.between', { from: formatDay(from), to: formatDay(to) });
  const [year = '', part] = key.split('-');
  if (!part) return t('stat.year', { year });
  if (part.startsWith('H'))
    return t('stat.half', { half: t(part === 'H1' ? 'stat.half1' : 'stat.half2'), year });
  if (part.startsWith('Q')) return t('stat.quarter', { quarter: part.slice(1), year });
  return t('stat.month', { month: formatDay(key) });
}

export const saySpan = ({ from, to }: { from: Day; to: Day }, t: Say): string =>
  from === to
    ? t('stat.at_end', { day: formatDay(to) })
    : t('stat.between', { from: formatDay(from), to: formatDay(to) });
