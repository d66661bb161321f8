// One day of the calendar in the ledger: what an administrator laid over the shipped row, with its source, and that it
// was taken back. A later edit of the same day takes the place of the earlier one.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, publicText } from '../platform/entry.ts';

export const calendarEntryKinds = {
  'calendar.edited': z.object({
    effect: z.enum(['off', 'work', 'plain']),
    kind: entryCode,
    note: publicText(),
    source: publicText(),
    status: z.enum(['projection', 'announced']),
  }),
  /** why an edit was taken back; the withdrawal itself says nothing more */
  'calendar.reason': z.object({ of: z.uuid(), reason: publicText() }),
} satisfies Record<string, z.ZodType>;
type EditedData = z.output<(typeof calendarEntryKinds)['calendar.edited']>;

export interface LaidDay extends EditedData {
  date: Day;
  entry: string;
  recordedAt: string;
  recordedBy: string;
  version: number;
}

export const dayStream = (date: Day): string => `calendar:${date}`;

/** The edit that holds for the day; null when none stands. */
export function foldDay(date: Day, entries: readonly Entry[]): LaidDay | null {
  const edit = effective(entries).findLast((entry) => entry.kind === 'calendar.edited');
  if (!edit) return null;
  return {
    ...(edit.data as EditedData),
    date,
    entry: edit.clientId,
    recordedAt: edit.recordedAt,
    recordedBy: edit.recordedBy,
    version: entries.at(-1)?.version ?? 0,
  };
}
