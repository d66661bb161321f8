// How periods, days and states of reports are said.
import { type Day, daysBetween } from '../../platform/day.ts';
import type { useWords } from '../../ui/i18n.tsx';
import type { Tone } from '../../ui/show/Shape.tsx';
import { spanOf } from '../period.ts';
import type { OwingState, PeriodKind } from '../view.ts';
import type { words } from './words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;

export const owingTones: Record<OwingState, Tone> = {
  submitted: 'done',
  late: 'act',
  owing: 'wait',
  returned: 'act',
  ended: 'ended',
};

const partsOf: Record<PeriodKind, (year: number) => string[]> = {
  year: (year) => [`${year}`],
  half: (year) => ['H1', 'H2'].map((half) => `${year}-${half}`),
  quarter: (year) => ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `${year}-${quarter}`),
  month: (year) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
};

/** Periods of a form that are offered, newest first: those of last year and of this one that have begun. */
export function periodsOf(kinds: readonly PeriodKind[], today: Day): string[] {
  const year = Number(today.slice(0, 4));
  return kinds.flatMap((kind) =>
    [year - 1, year]
      .flatMap((one) => partsOf[kind](one))
      .filter((key) => spanOf(key).from <= today)
      .toReversed(),
  );
}

/** 'còn 4 ngày' · 'đến hạn hôm nay' · 'chậm 3 ngày' */
export function sayLeft(dueOn: Day, today: Day, t: Say): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return t('state.today');
  return days > 0 ? t('state.left_days', { count: days }) : t('state.late_days', { count: -days });
}
