// What this room answers and accepts: one contract for server, pages and the description of the API.
import { z } from 'zod';
import { isDay, isPartialDay } from '../platform/day.ts';
import { typedCode } from '../platform/entry.ts';
import { normalise } from '../platform/text.ts';
import { type DocumentData, fileMedia } from './document.ts';
import { documentTypeIds } from './type.ts';

const uuid = z.uuid();
const unitId = z.coerce.number().int().positive().max(2_147_483_647);
const bodyUnit = z.int().positive().max(2_147_483_647);
const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
const partialDay = z
  .string()
  .refine(isPartialDay, 'not a day')
  .meta({ description: 'YYYY-MM-DD, YYYY-MM or YYYY' });
const words = (least: number) => z.string().transform(normalise).pipe(z.string().min(least).max(300));

/** In which way a document stands on a day; 'undated' where no day of it is known, and nothing ended it. */
export const documentStates = ['in_force', 'coming', 'over', 'replaced', 'ended', 'undated'] as const;
export type DocumentState = (typeof documentStates)[number];
/** What the list is narrowed to: in force and undated together, or what no longer binds. */
export const stateFilters = ['valid', 'coming', 'past'] as const;

export const documentQuery = z.object({
  q: z.string().max(200).optional(),
  type: z.enum(documentTypeIds).optional(),
  issuer: z.string().max(300).optional(),
  state: z.enum(stateFilters).optional(),
  /** the day whose state is told; today when left out */
  on: day.optional(),
  /** only what concerns this unit: it, what is above it, what is below it */
  unit: unitId.optional(),
  sort: z.enum(['issued', '-issued']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DocumentQuery = z.output<typeof documentQuery>;

const linkView = z.object({ id: uuid, label: z.string(), subject: z.string() });
export const documentRow = linkView.extend({
  type: z.enum(documentTypeIds),
  number: z.string().nullable(),
  issuer: z.string(),
  issuedOn: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  state: z.enum(documentStates),
  scopeUnitId: z.int(),
  scopeName: z.string(),
  hasFile: z.boolean(),
  /** levels below the first document of its chain; 0 in a list that is searched or sorted */
  depth: z.int(),
  /** the document above, where this reader may see it */
  parent: z.object({ id: uuid, name: z.string() }).nullable(),
});
export type DocumentRow = z.output<typeof documentRow>;
export const documentList = z.object({
  items: z.array(documentRow),
  total: z.int(),
  next: z.string().nullable(),
  asOf: z.string(),
});
export const issuerList = z.object({ items: z.array(z.string()) });
export const issuerQuery = z.object({ q: z.string().max(100).optional() });

const fields = {
  type: z.enum(documentTypeIds),
  number: typedCode.nullable(),
  issuer: words(2),
  issuerUnitId: bodyUnit.nullable().default(null),
  subject: words(3),
  issuedOn: partialDay.nullable(),
  from: partialDay.nullable().default(null),
  to: partialDay.nullable().default(null),
  /** whom it concerns: this unit and everything below */
  scopeUnitId: bodyUnit,
  parentId: uuid.nullable().default(null),
  replacesId: uuid.nullable().default(null),
  cites: z.array(uuid).max(20).default([]),
  /** another document of this issuer with the same number in the same year was looked at: this is not it */
  sure: z.boolean().default(false),
};
export const documentBody = z.object({ clientId: uuid, ...fields });
export type DocumentBody = z.output<typeof documentBody>;
export const amendBody = documentBody.extend({ version: z.int() });
export type AmendBody = z.output<typeof amendBody>;
export const endBody = z.object({
  clientId: uuid,
  version: z.int(),
  endedOn: day,
  ground: words(3).nullable().default(null),
});
export type EndBody = z.output<typeof endBody>;
export const withdrawBody = z.object({ clientId: uuid, version: z.int(), reason: words(5) });
export type WithdrawBody = z.output<typeof withdrawBody>;
export const plainBody = z.object({ clientId: uuid, version: z.int() });
export type PlainBody = z.output<typeof plainBody>;
export const writtenView = z.object({ id: uuid, label: z.string() });
export type Written = z.output<typeof writtenView>;
export const goneView = z.object({ gone: z.literal(true) });

/** A document in the chain of another, with how many levels it stands below the one that is shown. */
const chainRow = linkView.extend({
  depth: z.int(),
  state: z.enum(documentStates),
  issuedOn: z.string().nullable(),
});
export type ChainRow = z.output<typeof chainRow>;

export const documentActs = ['amend', 'end', 'reopen', 'withdraw', 'file'] as const;
export type DocumentAct = (typeof documentActs)[number];
export const changeable = [
  'type',
  'number',
  'issuer',
  'issuerUnitId',
  'subject',
  'issuedOn',
  'from',
  'to',
  'scopeUnitId',
  'parentId',
  'replacesId',
  'cites',
] as const satisfies (keyof DocumentData)[];
export type Changeable = (typeof changeable)[number];
export const historyActs = ['registered', 'amended', 'ended', 'reopened', 'filed', 'unfiled'] as const;

export const documentView = documentRow.omit({ depth: true, parent: true }).extend({
  issuerUnitId: z.int().nullable(),
  endedOn: z.string().nullable(),
  ground: z.string().nullable(),
  replacedBy: z.array(linkView),
  replaces: linkView.nullable(),
  cites: z.array(linkView),
  citedBy: z.array(linkView),
  /** from the first of the chain down to the one right above */
  above: z.array(chainRow),
  below: z.array(chainRow),
  /** how many more stand below than are shown */
  moreBelow: z.int(),
  file: z.object({ media: z.enum(fileMedia), size: z.int(), sha256: z.string() }).nullable(),
  citing: z.array(
    z.object({
      id: z.string(),
      label: z.object({ vi: z.string(), en: z.string() }),
      items: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          second: z.string().nullish(),
          href: z.string(),
          on: z.string().nullable(),
        }),
      ),
    }),
  ),
  history: z.array(
    z.object({
      entry: uuid,
      act: z.enum(historyActs),
      at: z.string(),
      by: z.string().nullable(),
      /** of an amendment: which facts changed, and what stood there before (null = nothing, or a link) */
      changes: z.array(z.object({ field: z.enum(changeable), before: z.string().nullable() })),
    }),
  ),
  can: z.array(z.enum(documentActs)),
  version: z.int(),
});
export type DocumentView = z.output<typeof documentView>;
