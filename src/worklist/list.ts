// What may be asked of the work list, and the place of a page in it.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { Invalid } from '../platform/errors.ts';
import { caseKinds } from './due.ts';
import { groups } from './view.ts';

const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
const code = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);

/** Filters that every reading of the list takes. */
const filters = {
  /** this unit and all below it */
  unit: z.coerce.number().int().positive().optional(),
  kind: z.enum(caseKinds).optional(),
  clock: code.optional(),
  q: z.string().trim().max(120).optional(),
};

export const listQuery = z.object({
  ...filters,
  group: z.enum(groups).optional(),
  from: day.optional(),
  to: day.optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListQuery = z.output<typeof listQuery>;

export const daysQuery = z.object({ ...filters, from: day, to: day });
export type DaysQuery = z.output<typeof daysQuery>;

export type Filters = Pick<ListQuery, 'unit' | 'kind' | 'clock' | 'q'>;

/** Sort key of the last row seen: a day and the words that name the line. */
export const sheetQuery = z.object({
  unit: z.coerce.number().int().positive(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(500),
});
export type SheetQuery = z.output<typeof sheetQuery>;

export type Cursor = [day: string, kind: string, caseId: string, clock: string, part: string];

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

export function readCursor(text: string): Cursor {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 5 && parts.every((part) => typeof part === 'string'))
      return parts as Cursor;
  } catch {
    // falls through to the same answer as a cursor of another list
  }
  throw new Invalid('worklist.bad_cursor');
}
