// What stands beside the counts: the quality of those admitted, unit by unit, and the course of a period step by step.
import { z } from 'zod';
import { isDay } from '../../platform/day.ts';
import { periodKey } from '../period.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);
const day = z.string().refine(isDay, 'day');

export const besideQuery = z.object({
  unit: id.optional(),
  period: periodKey.optional(),
  on: day.optional(),
  view: z.enum(['children', 'all']).default('children'),
});

export const qualityBeside = z.object({
  count: z.number(),
  women: z.number(),
  meanAge: z.number().nullable(),
  /** due for recognition, and left without it */
  notRecognised: z.number(),
  /** removed, expelled or annulled after the admission */
  removed: z.number(),
});
export const besideView = z.object({
  items: z.array(z.object({ unitId: z.number(), quality: qualityBeside })),
});
export type Beside = z.output<typeof besideView>;

export const courseQuery = z.object({
  period: periodKey.optional(),
  figure: z.string().max(40).default('admission'),
  on: day.optional(),
});
export const courseView = z.object({
  /** months of a year, years of a longer period; null = has not come yet */
  steps: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().nullable() })),
  /** of which only the year is known: in no month */
  undated: z.number(),
});
export type CourseView = z.output<typeof courseView>;
