// What the routes of statistics take and answer; pages read the same.
import { z } from 'zod';
import { isDay } from '../../platform/day.ts';
import { changeIds } from './bridge/change.ts';
import { groupIds } from './entry.ts';

const words = z.object({ vi: z.string(), en: z.string() });
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const day = z.string().refine(isDay);
/** 'DAY': the tree at the end of it; 'DAY..DAY': of the last one, with the units that ended within these days. */
const arrangement = z.string().refine((words) => {
  const [from, to = from] = words.split('..', 2);
  return isDay(from) && isDay(to) && from <= to && words.length <= 22;
});
const unitId = z.coerce.number().int().positive().max(2_147_483_647);

export const spanQuery = z.object({
  unit: optional(unitId),
  on: optional(day),
  period: optional(z.string().max(30)),
  from: optional(day),
  to: optional(day),
  tree: optional(arrangement),
});
export const tableQuery = spanQuery.extend({
  by: optional(z.string().max(30)),
  /** conditions 'sex:F,age:18-30'; nothing after the colon = not known */
  where: optional(z.string().max(200)),
});
export type TableQuery = z.output<typeof tableQuery>;

export const recordsQuery = tableQuery.omit({ by: true }).extend({
  /** the unit itself, not those below it */
  own: optional(z.enum(['1'])),
  /** without moves inside the branch */
  net: optional(z.enum(['1'])),
  /** only what is known by the year alone */
  yearly: optional(z.enum(['1'])),
  /** of a figure that stands: what came, joined, went or parted since the end of that day */
  since: optional(day),
  change: optional(z.enum(changeIds)),
  cursor: optional(z.string().max(500)),
  limit: z.preprocess((value) => value ?? 50, z.coerce.number().int().min(1).max(200)),
});
export type RecordsQuery = z.output<typeof recordsQuery>;

export const bridgeQuery = z.object({ unit: optional(unitId), from: day, to: day });
export const figureParam = z.object({ figure: z.string().max(40) });

const figureView = z.object({
  id: z.string(),
  group: z.enum(groupIds),
  label: words,
  definition: words,
  basis: words,
  form: words.nullable(),
  nature: z.enum(['flow', 'stock']),
  record: z.enum(['person', 'dossier', 'unit']),
  by: z.array(z.object({ id: z.string(), label: words })),
  measure: z.enum(['count', 'ages', 'ratio', 'identity']),
  note: words.nullable(),
});
export type FigureView = z.output<typeof figureView>;

export const catalogueView = z.object({
  items: z.array(figureView),
  groups: z.array(z.object({ id: z.enum(groupIds), label: words })),
});
export type CatalogueView = z.output<typeof catalogueView>;

/** Words of the address under which the records behind a number are listed; null: not to be opened. */
const opens = z.record(z.string(), z.string()).nullable();

const row = z.object({
  key: z.string(),
  label: words,
  unitId: z.number().nullable(),
  count: z.number(),
  share: z.number().nullable(),
  /** of a ratio: what is divided by, and the quotient */
  per: z.number().nullable(),
  value: z.number().nullable(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  /** of ages: how many are known */
  known: z.number().nullable(),
  opens,
});
export type Row = z.output<typeof row>;

const place = z.object({
  unit: z.object({ id: z.number(), name: z.string() }).nullable(),
  span: z.object({ from: z.string(), to: z.string() }),
  tree: z.string(),
  asOf: z.string(),
});

export const tableView = place.extend({
  figure: figureView,
  by: z.string(),
  where: z.array(z.object({ by: words, label: words })),
  /** every record stands in one row, and the rows sum to the total */
  partition: z.boolean(),
  total: row,
  rows: z.array(row),
  /** records whose value is not known: a line of its own */
  unknown: row.nullable(),
  /** of the whole tree: records of units that the tree of that day has not */
  outside: z.number(),
  /** the first day of which anything is known, where less was asked */
  since: z.string().nullable(),
  notes: z.array(words),
});
export type TableView = z.output<typeof tableView>;

export const recordsView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      on: z.string(),
      unitId: z.number(),
      unitName: z.string(),
      kind: z.enum(['person', 'dossier', 'unit']),
      /** null: counts here, but is kept by another unit today */
      subject: z.object({ id: z.string(), name: z.string() }).nullable(),
      said: words.nullable(),
    }),
  ),
  total: z.number(),
  next: z.string().nullable(),
  asOf: z.string(),
});
export type RecordsView = z.output<typeof recordsView>;

const term = z.object({
  id: z.string(),
  label: words,
  sign: z.union([z.literal(1), z.literal(-1)]),
  count: z.number(),
  figure: z.string().nullable(),
  opens,
});
export type Term = z.output<typeof term>;

export const bridgeView = place.extend({
  start: z.object({ on: z.string(), count: z.number(), there: z.boolean(), opens }),
  terms: z.array(term),
  /** moves inside the unit, which change nothing */
  inside: z.number(),
  end: z.object({ on: z.string(), count: z.number(), opens }),
  difference: z.number(),
  holds: z.boolean(),
  said: words,
});
export type BridgeView = z.output<typeof bridgeView>;

export const movementView = place.extend({
  figure: figureView,
  bridge: bridgeView.nullable(),
  terms: z.array(z.object({ id: z.string(), label: words, sign: z.union([z.literal(1), z.literal(-1)]) })),
  rows: z.array(
    z.object({
      unitId: z.number(),
      label: words,
      start: z.number(),
      /** came or went with units that changed their place in the tree */
      shift: z.number(),
      terms: z.array(z.number()),
      end: z.number(),
      holds: z.boolean(),
      open: z.boolean(),
    }),
  ),
  notes: z.array(words),
});
export type MovementView = z.output<typeof movementView>;
