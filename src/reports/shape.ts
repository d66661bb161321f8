// The small shapes that all answers of reports are made of.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { normalise, normaliseLines } from '../platform/text.ts';
import { parseSpan } from '../statistics/catalogue/span.ts';

export const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
export const id = z.coerce.number().int().positive().max(2_147_483_647);
export const unitId = z.int().positive().max(2_147_483_647);
export const clientId = z.uuid();
export const message = z.object({ vi: z.string(), en: z.string() });
export const line = (least: number, most = 300) =>
  z.string().max(2000).transform(normalise).pipe(z.string().min(least).max(most));
/** Words of several paragraphs. */
const longest = 8000;
export const paragraphs = z.string().max(20_000).transform(normaliseLines).pipe(z.string().max(longest));
/** '2026' · '2026-H1' · '2026-Q3' · '2026-07' */
export const periodKey = z
  .string()
  .regex(/^\d{4}(-(H[12]|Q[1-4]|\d{2}))?$/)
  .refine((key) => parseSpan(key) !== null, 'period');
export const cursor = z.string().max(300).optional();
export const limit = z.coerce.number().int().min(1).max(200).default(50);
export const reasonBody = z.object({ clientId, reason: line(3) });
