// What the sheet of one unit puts together: the years with their targets, a longer period against its years, members
// and what the admissions of the period are of them.
import type { Day } from '../platform/day.ts';
import { type Amount, type Count, sumAmounts } from './amount.ts';
import { attainmentOf, type Least } from './attainment.ts';
import { differenceOf, evenShare } from './conserve.ts';
import { type Period, yearPeriod, yearWithin } from './period.ts';
import { namedOf, ratioOf, wholePersons } from './structure.ts';
import type { ToldData } from './target.ts';
import type { DifferenceView, FigureSheet, SheetView, ToldView, Verdict, YearView } from './view.ts';

export interface YearFacts {
  year: number;
  done: Count;
  counted: number;
  assigned: Amount | null;
  aim: Amount | null;
  told: { verdict: Verdict | null; value: number | null } | null;
  standing: boolean;
  quality: YearView['quality'];
}

export function yearOf(facts: YearFacts, about: { on: Day; least: Least }): YearView {
  const { told, ...rest } = facts;
  const period = yearPeriod(facts.year);
  return {
    ...rest,
    partYear: about.on < period.to,
    attainment: attainmentOf({
      ...about,
      period,
      told,
      done: facts.done,
      target: facts.assigned,
      aim: facts.aim,
    }),
  };
}

/** From one whole year to the next; a part-year, or a year whose year before is not looked at, is compared with nothing. */
export function changesOf(years: readonly YearView[]): FigureSheet['change'] {
  return years.flatMap(({ year, done, partYear }, index) => {
    const before = years[index - 1];
    if (before?.year !== year - 1 || partYear || before.partYear || before.done.value === 0) return [];
    return [{ year, share: done.value / before.done.value - 1 }];
  });
}

/** The targets of the years of a longer period against its own: a difference is shown, never evened out. */
export function ofYears(
  period: Period,
  target: Amount | null,
  years: readonly { year: number; assigned: Amount | null; done: Count }[],
): Omit<NonNullable<FigureSheet['ofYears']>, 'done'> | null {
  if (period.kind === 'year' || target === null) return null;
  const own = years.filter(({ year }) => period.years.includes(year));
  const assigned = own.flatMap((year) => year.assigned ?? []);
  const without = period.years.filter((year) => !own.some((one) => one.year === year && one.assigned));
  const difference = differenceOf(target, assigned);
  // A year that a congress cuts belongs to two terms: how much of its number to which, nobody said.
  const cut = period.years.filter((year) => !yearWithin(period, year).whole);
  return {
    period: period.key,
    target,
    even: period.kind === 'years' ? evenShare(target, period.years.length) : null,
    assigned: assigned.length > 0 ? sumAmounts(assigned) : null,
    without,
    difference: openBy(difference, { without: without.length, cut: cut.length }),
  };
}

/** What is too little may still be set for years that have no number yet; with years cut, nothing is certain. */
function openBy(
  difference: DifferenceView,
  { without, cut }: { without: number; cut: number },
): DifferenceView {
  const known = difference.state === 'none' || difference.state === 'open';
  if (cut > 0 && !known) return { ...difference, state: 'open', over: 0, under: 0, unknown: cut };
  return without > 0 && ['under', 'even'].includes(difference.state)
    ? { ...difference, state: 'open', unknown: difference.unknown + without }
    : difference;
}

export function membersOf(count: Count, admitted: Count, told: ToldView | null): SheetView['members'] {
  const before = count.value - admitted.value;
  const sound = count.mark === 'exact' && admitted.mark === 'exact' && before > 0;
  return {
    count,
    admitted: ratioOf(admitted, count),
    before: sound ? before : null,
    growth: sound ? admitted.value / before : null,
    told,
  };
}

export function windowOf(
  span: { since: number; until: number },
  total: Count,
  members: Count,
): SheetView['window'] {
  const years = span.until - span.since + 1;
  const yearly = { ...total, value: total.value / years };
  return {
    ...span,
    years,
    total,
    mean: yearly.value,
    ofMembers: ratioOf(total, members),
    yearlyOfMembers: ratioOf(yearly, members),
  };
}

type ToldRow = Omit<ToldView, 'parts' | 'named' | 'overlap'>;

/** Named parts beside what was told: whole persons, shares of the told number, and no remainder made up. */
export function toldViewOf(row: ToldRow, parts: ToldData['parts'], overlap: boolean): ToldView {
  const whole = row.value === null ? null : { value: row.value, mark: row.mark };
  const counted = parts.flatMap(({ value, mark }) => (value === null ? [] : [{ value, mark }]));
  return {
    ...row,
    parts: parts.map((one) => ({
      ...one,
      whole: one.share !== null && whole ? wholePersons(whole.value, one.share) : [],
      ratio: one.value !== null && whole ? ratioOf({ value: one.value, mark: one.mark }, whole) : null,
    })),
    named: whole && namedOf(counted, whole),
    overlap,
  };
}
