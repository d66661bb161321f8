// Rounds that are asked again every month, quarter, half-year or year: what was asked first, which periods were asked or
// passed over since, and which comes next. Nothing is sent by itself: a person sends what stands prepared.
import { z } from 'zod';
import type { Day } from '../../platform/day.ts';
import { effective } from '../../platform/effective.ts';
import { type Entry, entryCode, publicText } from '../../platform/entry.ts';
import { periodKinds } from '../../forms/view.ts';
import { monthsOn, periodAfter, spanOf } from '../period.ts';
import { askedFields } from '../round/round.ts';

const text = publicText();
const rounds = z.array(z.uuid()).min(1).max(60);

/** Stream `report_schedule:<uuid>`; the committee stands in the entry’s own column. */
export const scheduleKinds = {
  /** with the first rounds, from whose days the later ones follow */
  'report_schedule.set': z.object({
    forms: z.array(z.object({ id: entryCode, title: z.object({ vi: text, en: text }) })).min(1),
    every: z.enum(periodKinds),
    ...askedFields,
    rounds,
  }),
  'report_schedule.sent': z.object({ period: entryCode, rounds }),
  'report_schedule.skipped': z.object({ period: entryCode, ground: text }),
  'report_schedule.withdrawn': z.object({ ground: text }),
} satisfies Record<string, z.ZodType>;
export type SetData = z.output<(typeof scheduleKinds)['report_schedule.set']>;
type SentData = z.output<(typeof scheduleKinds)['report_schedule.sent']>;
type SkippedData = z.output<(typeof scheduleKinds)['report_schedule.skipped']>;

export const scheduleStreamOf = (id: string): string => `report_schedule:${id}`;
export const scheduleClock = 'report_schedule';
export const askStep = 'report_ask';

/** A period that was asked, or passed over with a reason. */
export interface Past {
  period: string;
  on: Day;
  rounds: string[];
  skipped: string | null;
}
export interface Schedule extends Omit<SetData, 'rounds'> {
  id: string;
  entry: string;
  unitId: number;
  setOn: Day;
  withdrawnOn: Day | null;
  ground: string | null;
  /** null once it is withdrawn */
  next: string | null;
  past: Past[];
  version: number;
}

/** Entries that stand, in the order in which they were written: a period follows the one written before it. */
function standing(entries: readonly Entry[]): Entry[] {
  const all = new Set(effective(entries));
  return entries.filter((entry) => all.has(entry));
}

/** The period passed over last, as long as nothing has followed it: it may be asked after all. */
export function lastSkip(entries: readonly Entry[]): { clientId: string; period: string } | null {
  const last = standing(entries).at(-1);
  if (last?.kind !== 'report_schedule.skipped') return null;
  return { clientId: last.clientId, period: (last.data as SkippedData).period };
}

export function foldSchedule(id: string, entries: readonly Entry[]): Schedule | null {
  const acts = standing(entries);
  const set = acts.find(({ kind }) => kind === 'report_schedule.set');
  if (!set || set.unitId === null) return null;
  const { rounds, ...data } = set.data as SetData;
  const setOn = set.happenedOn ?? '';
  const first: Past = { period: data.period, on: setOn, rounds, skipped: null };
  const past = [first, ...acts.flatMap((entry) => pastOf(entry) ?? [])];
  const end = endOf(acts);
  return {
    ...data,
    id,
    entry: set.clientId,
    unitId: set.unitId,
    setOn,
    ...end,
    next: end.withdrawnOn === null ? periodAfter((past.at(-1) ?? first).period) : null,
    past,
    version: entries.at(-1)?.version ?? 0,
  };
}

function endOf(entries: readonly Entry[]): Pick<Schedule, 'withdrawnOn' | 'ground'> {
  const withdrawn = entries.find(({ kind }) => kind === 'report_schedule.withdrawn');
  if (!withdrawn) return { withdrawnOn: null, ground: null };
  return { withdrawnOn: withdrawn.happenedOn ?? '', ground: withdrawn.data.ground as string };
}

function pastOf({ kind, happenedOn, data }: Entry): Past | null {
  const on = happenedOn ?? '';
  if (kind === 'report_schedule.sent') {
    const { period, rounds: sent } = data as SentData;
    return { period, on, rounds: sent, skipped: null };
  }
  if (kind !== 'report_schedule.skipped') return null;
  const { period, ground } = data as SkippedData;
  return { period, on, rounds: [], skipped: ground };
}

/** The days of a later period: as far in it as the first ones were in theirs. */
export function daysIn(
  period: string,
  first: Pick<SetData, 'period' | 'closesOn' | 'dueOn'>,
): { closesOn: Day; dueOn: Day } {
  const start = (of: string): number => {
    const { from } = spanOf(of);
    return Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7));
  };
  const months = start(period) - start(first.period);
  return { closesOn: monthsOn(first.closesOn, months), dueOn: monthsOn(first.dueOn, months) };
}

/** Not earlier than a month before its period begins: whoever presses twice does not ask for years. */
export const sendableFrom = (period: string): Day => monthsOn(spanOf(period).from, -1);
