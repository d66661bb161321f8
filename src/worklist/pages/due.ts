// What a line was counted from, the period of routine work, and what a line is called.
import { type Day, formatDay } from '../../platform/day.ts';
import type { Message, Params } from '../../platform/messages.ts';
import type { Said } from '../../wording/due.ts';
import { groupOf } from '../due.ts';
import type { Group, WorkItem } from '../view.ts';
import { words } from './words.ts';

const said = (key: keyof typeof words, params: Params = {}): Said => ({ message: words[key], params });

const spans = {
  working_days: 'line.from_working',
  days: 'line.from_days',
  months: 'line.from_months',
} as const;

/** “30 ngày làm việc tính từ 16/02/2026”; routine work tells its period instead. */
export function countedFrom({ caseKind, limit, unit, startsOn }: WorkItem): Said | null {
  if (caseKind === 'unit' || caseKind === 'plan' || caseKind === 'report') return null;
  const day = formatDay(startsOn);
  return limit === null ? said('line.since', { day }) : said(spans[unit], { count: limit, day });
}

const roman = ['', 'I', 'II', 'III', 'IV'];

/** '2026-11' → “tháng 11/2026”; '2026-Q4' → “quý IV/2026”; '2026-H1' → “6 tháng đầu năm 2026”; '2026' → “năm 2026”. */
export function periodWords(period: string): Said | null {
  const match = /^(\d{4})(?:-(?:(\d{2})(?:-M(\d+))?|Q([1-4])|H([12])))?$/.exec(period);
  if (!match) return null;
  const [, year = '', month, months, quarter, half] = match;
  if (month && months)
    return said('period.months', { count: Number(months), month: String(Number(month)), year });
  if (month) return said('period.month', { month: String(Number(month)), year });
  if (quarter) return said('period.quarter', { quarter: roman[Number(quarter)] ?? quarter, year });
  if (half) return said(half === '1' ? 'period.half1' : 'period.half2', { year });
  return said('period.year', { year });
}

/** What sets the line apart from others of its kind: the period, or the place that was asked. */
export function partWords({ caseKind, part }: Pick<WorkItem, 'caseKind' | 'part'>): Said | null {
  // The part of a report is the unit itself, which stands beside it.
  if (!part || caseKind === 'report') return null;
  return caseKind === 'unit' ? periodWords(part) : said('line.place', { place: part });
}

/** Inside a sentence the name of an office starts small. */
export const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const limitOf = /^Hạn (?=\p{Ll})/u;

/** A clock is called by its limit (“Hạn tổ chức lễ kết nạp”); beside its day a duty is called by the work itself. */
export function workOf({ vi, en }: Message): Message {
  const work = vi.replace(limitOf, '');
  return { vi: work.charAt(0).toLocaleUpperCase('vi') + work.slice(1), en };
}

const recordOf = { vi: /^Ghi (?:kết quả |việc )?/u, en: /^Record (?:the )?/ };

/** The form is called “Ghi kết quả rà soát …”; what was recorded by it is the “Rà soát …”. */
export function doneOf({ vi, en }: Message): Message {
  const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  return { vi: upperFirst(vi.replace(recordOf.vi, '')), en: upperFirst(en.replace(recordOf.en, '')) };
}

/** What a line is called: of a term its own name, of a duty the work. */
export const lineName = ({ label, nature }: Pick<WorkItem, 'label' | 'nature'>): Message =>
  nature === 'duty' ? workOf(label) : label;

/** Lines by how near their day is, whoever must act; in the order of the list. */
export function byDay(
  items: readonly WorkItem[],
  today: Day,
): [Exclude<Group, 'others' | 'settled'>, WorkItem[]][] {
  const near = ['overdue', 'week', 'month', 'later', 'unknown'] as const;
  const of = (when: Group) => items.filter(({ dueOn }) => groupOf({ dueOn, mine: true }, today) === when);
  return near
    .map((when): ReturnType<typeof byDay>[number] => [when, of(when)])
    .filter(([, own]) => own.length > 0);
}
