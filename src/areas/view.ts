// What this room answers and accepts: one contract for server, pages and the description of the API.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { normalise } from '../platform/text.ts';
import { coverages, markIds, villageKindIds } from './area.ts';
import { partStateIds, programmeKindIds } from './programme.ts';

const uuid = z.uuid();
const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
const queryUnit = z.coerce.number().int().positive().max(2_147_483_647);
const bodyUnit = z.int().positive().max(2_147_483_647);
const words = (least: number, most: number) =>
  z.string().transform(normalise).pipe(z.string().min(least).max(most));
const version = z.int().min(0);

export const unitParam = z.object({ unit: queryUnit });
export const idParam = z.object({ id: uuid });
export const dayQuery = z.object({ on: day.optional() });
export const unitDayQuery = dayQuery.extend({ unit: queryUnit.optional() });

const document = z.object({ id: uuid, label: z.string() }).nullable();

export const villageView = z.object({
  id: uuid,
  name: z.string(),
  kind: z.enum(villageKindIds),
  from: day,
  to: day.nullable(),
  entry: uuid,
  /** how its members meet on the day; null where nobody told */
  meets: z
    .object({
      cell: z.object({ id: z.int(), name: z.string() }).nullable(),
      from: day,
      fullMembers: z.int().nullable(),
      entry: uuid,
    })
    .nullable(),
  coverage: z.enum(coverages),
  /** enough official members live there for a cell of its own, and it has none */
  mayFound: z.boolean(),
});
export type VillageView = z.output<typeof villageView>;

export const areaView = z.object({
  unitId: z.int(),
  on: day,
  version,
  marks: z.array(z.object({ mark: z.enum(markIds), from: day, to: day.nullable(), entry: uuid, document })),
  /** carried by a unit above, and so by this one */
  above: z.array(z.object({ mark: z.enum(markIds), unitId: z.int(), unitName: z.string() })),
  villages: z.array(villageView),
  /** what had ended by the day, with the entry that says so */
  ended: z.object({
    marks: z.array(z.object({ mark: z.enum(markIds), from: day, to: day, end: uuid })),
    villages: z.array(
      z.object({ id: uuid, name: z.string(), kind: z.enum(villageKindIds), to: day, end: uuid }),
    ),
  }),
  /** official members that a cell needs by the rules of the day; null where they are not known */
  least: z.int().nullable(),
  can: z.array(z.string()),
});
export type AreaView = z.output<typeof areaView>;

const tally = z.object({
  villages: z.int(),
  own: z.int(),
  shared: z.int(),
  none: z.int(),
  unknown: z.int(),
});
export type Tally = z.output<typeof tally>;
/** The areas below a unit on a day: who carries which mark, and how many villages have a cell of their own. */
export const areasView = z.object({
  on: day,
  unit: z.object({ id: z.int(), name: z.string() }),
  total: tally,
  marks: z.array(z.object({ mark: z.enum(markIds), units: z.int(), cells: z.int() })),
  items: z.array(
    z.object({
      unitId: z.int(),
      name: z.string(),
      kind: z.string(),
      marks: z.array(z.enum(markIds)),
      tally,
      /** cells that hold several villages */
      combined: z.int(),
      /** the reader may look at it by itself today */
      open: z.boolean(),
    }),
  ),
  years: z.array(z.object({ year: z.int(), on: day, combined: z.int(), own: z.int(), villages: z.int() })),
});
export type AreasView = z.output<typeof areasView>;

const write = { clientId: uuid, version };
export const markBody = z.object({
  ...write,
  mark: z.enum(markIds),
  on: day,
  documentId: uuid.nullable().default(null),
});
export const unmarkBody = z.object({ ...write, mark: z.enum(markIds), on: day });
export const villageBody = z.object({
  ...write,
  villageId: uuid.nullable().default(null),
  name: words(1, 80),
  kind: z.enum(villageKindIds),
  on: day,
});
export const meetsBody = z.object({
  ...write,
  villageId: uuid,
  cellId: bodyUnit.nullable(),
  fullMembers: z.int().min(0).max(10_000).nullable(),
  on: day,
});
export const endVillageBody = z.object({ ...write, villageId: uuid, on: day });
export const backBody = z.object({ ...write, entry: uuid });

const programme = z.object({
  kind: z.enum(programmeKindIds),
  name: words(3, 200),
  documentId: uuid.nullable().default(null),
  fromYear: z.int().min(1930).max(2100),
  toYear: z.int().min(1930).max(2100).nullable().default(null),
});
export const beginBody = programme.extend({ clientId: uuid, unitId: bodyUnit });
export const amendBody = programme.extend(write);
export const partsBody = z.object({
  ...write,
  unitIds: z.array(bodyUnit).min(1).max(500),
  state: z.enum(partStateIds),
  on: day,
  plan: words(1, 300).nullable().default(null),
});
export const leaveBody = z.object({ ...write, unitId: bodyUnit });
export const endBody = z.object({ ...write, endedOn: day });
export const plainBody = z.object(write);
export const made = z.object({ id: uuid });

const line = z.object({
  id: uuid,
  kind: z.enum(programmeKindIds),
  name: z.string(),
  unitId: z.int(),
  unitName: z.string(),
  fromYear: z.int(),
  toYear: z.int().nullable(),
  endedOn: day.nullable(),
  document,
});
const counted = z.object({ state: z.enum(partStateIds), units: z.int() });
export const programmesView = z.object({
  items: z.array(line.extend({ parts: z.array(counted) })),
  can: z.array(z.string()),
});
export type ProgrammesView = z.output<typeof programmesView>;
export const programmeView = line.extend({
  version,
  parts: z.array(
    z.object({
      unitId: z.int(),
      name: z.string(),
      parentName: z.string().nullable(),
      state: z.enum(partStateIds),
      on: day,
      plan: z.string().nullable(),
    }),
  ),
  /** units that take part and the reader may not see */
  unseen: z.int(),
  can: z.array(z.string()),
});
export type ProgrammeView = z.output<typeof programmeView>;
