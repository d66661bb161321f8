// Names of columns, and the short remarks beside a number.
import { formatDay } from '../../platform/day.ts';
import { useTell, useWords } from '../../ui/i18n.tsx';
import { formatNumber } from '../../ui/numbers.ts';
import { findFigure } from '../../statistics/figure.ts';
import { findPart } from '../../statistics/part.ts';
import { type Amount, isKnown, sayAmount, sayCount } from '../../plans/amount.ts';
import type { Given } from '../plan.ts';
import { sameGiven, sayGiven } from '../typed.ts';
import type { CellView, RowView, StrainView } from '../view.ts';
import { parsePeriod } from '../../plans/period.ts';
import { columnOf, type Gap } from './editor.ts';
import { words } from './words.ts';

export type Say = ReturnType<typeof useWords<typeof words>>;

/** 'Kết nạp' · 'Kết nạp – Nữ' */
export function useColumnName(): (id: string) => string {
  const tell = useTell();
  return (id) => {
    const { figure, part } = columnOf(id);
    const name = findFigure(figure)?.short;
    const of = part ? findPart(part)?.label : undefined;
    return [name && tell(name), of && tell(of)].filter(Boolean).join(' – ') || id;
  };
}

export const upperFirst = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);

export function sayPeriod(key: string, t: Say): string {
  const period = parsePeriod(key);
  const [first, last] = [period?.years[0], period?.years.at(-1)];
  if (period?.kind === 'years') return t('period.years', { from: String(first), to: String(last) });
  if (period?.kind === 'term')
    return t('period.term', { from: formatDay(period.from), to: formatDay(period.to) });
  return t('period.year', { year: key });
}

export const sayHeld = (given: Given | null): string =>
  given?.amount && !isKnown(given.amount) ? sayAmount(given.amount) : sayGiven(given);

/** '3/5': result and target of the period before. */
export function lastOf({ last }: Pick<CellView, 'last'>): string {
  if (!last) return '';
  const done = sayCount(last.done);
  return last.target ? `${done}/${sayHeld(last.target)}` : done;
}

/** What a number says against what is in force and what was registered. */
export function remarksOf(cell: CellView, given: Given | null, t: Say): string[] {
  const { assigned, registered } = cell;
  const inForce =
    assigned && !sameGiven(assigned, given) ? t('cell.in_force', { number: sayHeld(assigned) }) : '';
  return [inForce, againstRegistered(given?.amount ?? null, registered?.amount ?? null, t)].filter(Boolean);
}

function againstRegistered(now: Amount | null, asked: Amount | null, t: Say): string {
  if (!now || !asked || !isKnown(now) || !isKnown(asked)) return '';
  if (now.minimum > asked.maximum) return t('cell.more', { by: now.minimum - asked.maximum });
  return now.maximum < asked.minimum ? t('cell.less', { by: asked.minimum - now.maximum }) : '';
}

/** The same beside a number that has no columns of its own for what is known. */
export function contextOf(cell: CellView, t: Say): string[] {
  const { last, registered, aim } = cell;
  return [
    last && (last.target || last.done.value > 0)
      ? last.target
        ? t('cell.last', { done: sayCount(last.done), target: sayHeld(last.target) })
        : t('cell.last_done', { done: sayCount(last.done) })
      : '',
    registered ? t('cell.registered', { number: sayHeld(registered) }) : '',
    aim ? t('cell.aim', { number: sayHeld(aim) }) : '',
  ].filter(Boolean);
}

export function sourceOf({ survey, pool, mass }: RowView, t: Say): string[] {
  if (mass) return [];
  return [
    survey.people === null ? t('row.not_surveyed') : t('row.surveyed', { people: survey.people }),
    t('row.open', { count: pool.open }),
    ...(pool.chosen > 0 ? [t('row.chosen', { count: pool.chosen })] : []),
  ];
}

export const strainWords = (strain: readonly StrainView[], t: Say): string =>
  t('row.strain', {
    years: strain
      .map(({ year, admitted, notRecognised, removed }) =>
        t('row.strain_year', { year: String(year), lost: notRecognised + removed, admitted }),
      )
      .join(', '),
  });

interface Said {
  parts: string[];
  /** '12/13', where there is little room */
  short: string;
  verdict: string | null;
  even: boolean;
}

/** 'được giao 13 · đã chia 12 · giao thiếu 1' – and whether it needs a look. */
export function sayGap(gap: Gap, t: Say): Said {
  const own = gap.own
    ? t(gap.expected ? 'gap.expected' : 'gap.given', { number: sayHeld(gap.own) })
    : t('gap.not_given');
  const sum = gap.sum ? t('gap.sum', { number: sayAmount(gap.sum) }) : t('gap.sum_none');
  const left = gap.units - gap.withNumber;
  return {
    parts: [own, sum, ...(left > 0 ? [t('gap.without', { count: left })] : [])],
    short: `${gap.sum ? sayAmount(gap.sum) : '–'}/${sayHeld(gap.own) || '–'}`,
    verdict: verdictOf(gap, t),
    even: gap.difference.state === 'even',
  };
}

function verdictOf({ difference, own }: Gap, t: Say): string | null {
  const { state, over, under, unknown } = difference;
  const [more, less] = [formatNumber(over), formatNumber(under)];
  if (state === 'both') return t('gap.both', { over: more, under: less });
  if (state === 'open')
    return own?.amount && !isKnown(own.amount) ? t('gap.open_own') : t('gap.open', { units: unknown });
  if (state === 'none') return null;
  return t(`gap.${state}`, { number: state === 'over' ? more : less });
}
