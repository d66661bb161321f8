// What the pages of the pool are told.
import { z } from 'zod';
import { parts } from './pool.ts';

const count = z.number().int().min(0);

const line = z.object({
  unitId: z.number(),
  name: z.string(),
  cell: z.boolean(),
  cells: count,
  parts: z.record(z.enum(parts), count),
  open: count,
  paused: count,
  admitted: count,
  target: z.number().nullable(),
  summed: z.boolean(),
  remaining: z.number().nullable(),
  ratio: z.number().nullable(),
});

export const poolView = z.object({
  asOf: z.string(),
  year: z.number(),
  /** everything looked at, in one line */
  total: line,
  stages: z.array(
    z.object({
      stage: z.string(),
      count,
      medianDays: z.number().nullable(),
      longestDays: z.number().nullable(),
    }),
  ),
  /** the units directly below; of one cell only itself */
  items: z.array(line),
  /** below this ratio the source counts as short; null = no warning is wanted */
  least: z.number().nullable(),
  /** how many cells are short; the list below holds the first of them */
  shortTotal: count,
  short: z.array(
    z.object({
      unitId: z.number(),
      name: z.string(),
      lacks: z.array(z.enum(['no_candidate', 'two_zero_years', 'few'])),
      open: count,
      remaining: z.number().nullable(),
      survey: z.record(z.string(), z.number()).nullable(),
    }),
  ),
});

const funnelLine = z.object({ key: z.string().nullable(), reached: z.array(count), open: count });
export const funnelView = z.object({
  asOf: z.string(),
  cohorts: z.array(funnelLine),
  /** an introduction by several bodies counts for each of them */
  bodies: z.array(funnelLine),
});

export const longestView = z.object({
  asOf: z.string(),
  items: z.array(
    z.object({
      id: z.uuid(),
      fullName: z.string(),
      unitName: z.string(),
      stage: z.string(),
      stageOn: z.string().nullable(),
      days: z.number().nullable(),
      paused: z.boolean(),
      nextStep: z.object({ vi: z.string(), en: z.string() }).nullable(),
      /** what stands in the way of it, in words of the rule */
      blocked: z.object({ vi: z.string(), en: z.string() }).nullable(),
    }),
  ),
  total: count,
});

export const poolQuery = z.object({
  unit: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});

export type PoolView = z.infer<typeof poolView>;
export type PoolItem = PoolView['items'][number];
export type ShortItem = PoolView['short'][number];
export type FunnelView = z.infer<typeof funnelView>;
export type LongestView = z.infer<typeof longestView>;
export type LongestItem = LongestView['items'][number];
