// The rows of the shipped calendar: days that depart from Monday to Friday, each with its kind and how sure it is. A
// faulty file is refused as a whole, with every line at fault.
import { type Day, isDay, weekdayOf } from '../platform/day.ts';
import { bothLanguages, type Params } from '../platform/messages.ts';
import { type CalendarCode, calendarMessages } from './messages.ts';

export const offKinds = ['statutory', 'compensatory', 'swap', 'other'] as const;
export const workKinds = ['makeup'] as const;
/** ‘announced’ is what an administrator laid over the shipped calendar from a notice. */
export const dayStatuses = [
  'official_confirmed',
  'official_recalled',
  'projection',
  'policy_pending',
  'announced',
] as const;

export type DayEffect = 'off' | 'work';
export type DayKind = (typeof offKinds)[number] | (typeof workKinds)[number];
export type DayStatus = (typeof dayStatuses)[number];

export interface CalendarRow {
  date: Day;
  effect: DayEffect;
  kind: DayKind;
  note: string;
  status: DayStatus;
}

export const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));
export const kindsOf = (effect: DayEffect): readonly string[] => (effect === 'off' ? offKinds : workKinds);

/** What is wrong with one line of a shipped file. */
export interface LineFault {
  line: number;
  code: CalendarCode;
  params: Params;
}

/** A shipped file of the calendar that is refused as a whole. */
export class CalendarFileError extends Error {
  readonly faults: readonly (LineFault & { file: string })[];
  constructor(file: string, faults: readonly LineFault[]) {
    super(faults.map((fault) => sayLine(file, fault)).join('\n'));
    this.faults = faults.map((one) => ({ file, ...one }));
  }
}

function sayLine(file: string, { line, code, params }: LineFault): string {
  const { vi, en } = bothLanguages(calendarMessages[code], params);
  return `${file}:${line}: ${vi} / ${en}`;
}

export type Cells = Readonly<Record<string, string>>;

/** The lines of a plain table of ours (no quotes, no commas inside) under exactly these columns. */
export function readTable(
  csv: string,
  file: string,
  columns: readonly string[],
): { line: number; cells: Cells }[] {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const wrong = lines.flatMap((text, at): LineFault[] => {
    const fits = at === 0 ? text === columns.join(',') : text.split(',').length === columns.length;
    return fits ? [] : [{ line: at + 1, code: 'calendar.columns', params: { columns: columns.join(',') } }];
  });
  if (wrong.length > 0) throw new CalendarFileError(file, wrong);
  return lines.slice(1).map((text, at) => {
    const values = text.split(',');
    return {
      line: at + 2,
      cells: Object.fromEntries(columns.map((name, index) => [name, values[index] ?? ''])),
    };
  });
}

const columns = ['date', 'effect', 'kind', 'note', 'status'];

/** Throws CalendarFileError with file, line and reason of everything that is wrong. */
export function parseCalendar(csv: string, file = 'calendar/working-days.csv'): CalendarRow[] {
  const table = readTable(csv, file, columns);
  const seen = new Set<string>();
  const faults = table.flatMap(({ line, cells }): LineFault[] => {
    const fault = faultOf(cells) ?? (seen.has(cells.date ?? '') ? overlapOf(cells) : null);
    seen.add(cells.date ?? '');
    return fault ? [{ line, ...fault }] : [];
  });
  if (table.length === 0) faults.push({ line: 1, code: 'calendar.empty', params: {} });
  const whole = [...faults, ...(faults.length === 0 ? missingYears(table) : [])];
  if (whole.length > 0) throw new CalendarFileError(file, whole);
  return table.map(({ cells }) => cells as unknown as CalendarRow);
}

type Found = Omit<LineFault, 'line'> | null;
const overlapOf = ({ date = '' }: Cells): Found => ({ code: 'calendar.overlap', params: { date } });

function faultOf(cells: Cells): Found {
  const { date = '', effect = '', kind = '' } = cells;
  if (!isDay(date)) return { code: 'calendar.not_a_day', params: { date } };
  return wordFault(cells) ?? effectFault(date, effect as DayEffect, kind);
}

const words: Readonly<Record<string, readonly string[]>> = {
  effect: ['off', 'work'],
  kind: [...offKinds, ...workKinds],
  status: dayStatuses.filter((one) => one !== 'announced'),
};
function wordFault(cells: Cells): Found {
  const column = Object.keys(words).find((name) => !words[name]?.includes(cells[name] ?? ''));
  return column ? { code: 'calendar.unknown_word', params: { column, word: cells[column] ?? '' } } : null;
}

/** A row must change something: a make-up day falls on a weekend, a day off does not. */
function effectFault(date: Day, effect: DayEffect, kind: string): Found {
  if (!kindsOf(effect).includes(kind)) return { code: 'calendar.kind_differs', params: { kind } };
  if (isWeekend(date) === (effect === 'work')) return null;
  return { code: effect === 'work' ? 'calendar.already_working' : 'calendar.already_off', params: { date } };
}

/** A year left out in between would silently have no holidays. */
function missingYears(table: readonly { line: number; cells: Cells }[]): LineFault[] {
  const held = new Set(table.map(({ cells }) => Number(cells.date?.slice(0, 4))));
  const [first, last] = [Math.min(...held), Math.max(...held)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
    .filter((year) => !held.has(year))
    .map((year) => ({ line: 1, code: 'calendar.year_missing', params: { year: String(year) } }));
}
