// What the cascade editor is told and may send: one unit and period, its own numbers, a row for each unit below with all
// that is known beside the number, and the plan these numbers stand in.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { typedCode } from '../platform/entry.ts';
import { normalise } from '../platform/text.ts';
import { amountOf, amountShape, people } from '../plans/amount.ts';
import { periodKey } from '../plans/period.ts';
import { amountView, countView, periodView } from '../plans/view.ts';
import { reviseReasons, states } from './plan.ts';

const day = z.string().refine(isDay, 'day');
const id = z.coerce.number().int().positive().max(2_147_483_647);
export const unitParam = z.object({ unit: id });
/** Read from an address that people type and share: what is no period is refused in words. */
export const cascadeQuery = z.object({ period: z.string().max(30).optional() });

// ---- answered

/** So many, or so many per mille of the whole (parts only); null = no target. */
export const givenView = z.object({ amount: amountView.nullable(), share: z.number().nullable() });
const draftView = givenView.extend({ by: z.string().nullable(), at: z.string() });

const cellView = z.object({
  figure: z.string(),
  part: z.string(),
  /** in force today */
  assigned: givenView.nullable(),
  since: z.string().nullable(),
  /** drafted in the plan and not yet approved */
  draft: draftView.nullable(),
  registered: givenView.nullable(),
  aim: givenView.nullable(),
  /** the period before: its target and its result */
  last: z.object({ target: givenView.nullable(), done: countView }).nullable(),
  /** what was done so far in this period; null before it has begun */
  done: countView.nullable(),
  /** results of the last three whole years, oldest first; for sharing out */
  history: z.array(z.number()),
});
export type CellView = z.output<typeof cellView>;

/** A year whose admissions did not all last: how many of how many. */
export const strainView = z.object({
  year: z.number(),
  admitted: z.number(),
  notRecognised: z.number(),
  removed: z.number(),
});
export type StrainView = z.output<typeof strainView>;

const rowView = z.object({
  unitId: z.number(),
  name: z.string(),
  kind: z.string(),
  cell: z.boolean(),
  mass: z.boolean(),
  endedOn: z.string().nullable(),
  members: z.number(),
  survey: z.object({ people: z.number().nullable(), surveyed: z.number(), cells: z.number() }),
  pool: z.object({ open: z.number(), paused: z.number(), chosen: z.number() }),
  strain: z.array(strainView),
  plan: z.object({ state: z.enum(states), lines: z.number() }).nullable(),
  /** units directly below it */
  children: z.number(),
  cells: z.array(cellView),
});
export type RowView = z.output<typeof rowView>;

const ownView = z.object({
  figure: z.string(),
  part: z.string(),
  assigned: givenView.nullable(),
  since: z.string().nullable(),
  given: z.enum(['above', 'outside']).nullable(),
  /** while nothing is in force: what the plan reckons with */
  expected: givenView.nullable(),
  registered: givenView.nullable(),
  aim: givenView.nullable(),
  last: z.object({ target: givenView.nullable(), done: countView }).nullable(),
});
export type OwnView = z.output<typeof ownView>;

const paperView = z
  .object({ number: z.string().nullable(), on: z.string().nullable(), by: z.string().nullable() })
  .nullable();
const wordsView = z.string().nullable();
const thePlanView = z.object({
  id: z.string(),
  state: z.enum(states),
  revision: z.number(),
  prepared: z.enum(['own', 'above']),
  version: z.number(),
  copied: z.boolean(),
  said: z
    .object({
      purpose: wordsView,
      requirements: wordsView,
      goals: wordsView,
      structure: wordsView,
      groups: wordsView,
    })
    .nullable(),
  responsible: z.object({ id: z.string(), name: z.string() }).nullable(),
  documents: z.array(z.object({ id: z.string(), label: z.string() })),
  discussions: z.array(
    z.object({ id: z.string(), on: z.string().nullable(), body: wordsView, outcome: wordsView }),
  ),
  approvals: z.array(
    z.object({
      id: z.string(),
      on: z.string().nullable(),
      revision: z.number(),
      decision: paperView,
      document: z.object({ id: z.string(), label: z.string() }).nullable(),
      units: z.number(),
      lines: z.number(),
      reason: z.string().nullable(),
      why: wordsView,
      by: z.string().nullable(),
    }),
  ),
  reopened: z.object({ reason: z.string(), why: wordsView }).nullable(),
});
export type ThePlan = z.output<typeof thePlanView>;

export const cascadeView = z.object({
  unit: z.object({ id: z.number(), name: z.string(), kind: z.string(), cell: z.boolean(), top: z.boolean() }),
  superior: z.string().nullable(),
  period: periodView,
  /** the period of the same length before this one */
  previous: z.string().nullable(),
  /** a plan of that period is there to be copied */
  copyable: z.boolean(),
  plan: thePlanView.nullable(),
  own: z.array(ownView),
  rows: z.array(rowView),
  /** for several years: the unit’s own yearly targets */
  years: z.array(z.object({ year: z.number(), figure: z.string(), assigned: givenView.nullable() })),
  /** congress terms for which this unit has a target or a plan, newest first */
  terms: z.array(z.string()),
  watermark: z.boolean(),
  on: z.string(),
  can: z.array(z.string()),
});
export type CascadeView = z.output<typeof cascadeView>;

export const writtenView = z.object({
  id: z.string(),
  state: z.enum(states).nullable(),
  revision: z.number(),
  version: z.number(),
});
export type Written = z.output<typeof writtenView>;

/** A number that somebody else saved meanwhile. */
export interface Clash {
  unitId: number;
  name: string;
  figure: string;
  part: string;
  theirs: z.output<typeof givenView> | null;
  by: string | null;
  at: string | null;
}

export const belowView = z.object({
  made: z.array(z.object({ unitId: z.number(), name: z.string(), lines: z.number() })),
  left: z.array(
    z.object({
      unitId: z.number(),
      name: z.string(),
      why: z.enum(['has_plan', 'has_targets', 'no_number', 'impossible']),
    }),
  ),
});
export type BelowView = z.output<typeof belowView>;

// ---- sent

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => normalise(text) || null)
    .nullable()
    .default(null);
/** Paragraphs stay paragraphs. */
const section = z
  .string()
  .max(2000)
  .transform((text) => text.normalize('NFC').trim() || null)
  .nullable()
  .default(null);

const given = z.object({
  amount: z
    .object(amountShape)
    .transform(({ minimum, maximum, mark }) => amountOf(minimum, maximum, mark))
    .nullable(),
  share: people.max(1000).nullable().default(null),
});
const line = given.extend({
  unitId: id,
  figure: z.string().max(40),
  part: z.string().max(40).default(''),
});
const written = { clientId: z.uuid(), period: periodKey };

export const openBody = z.object({ ...written, copy: z.boolean().default(false) });
export type OpenBody = z.output<typeof openBody>;
export const draftBody = z.object({
  ...written,
  lines: z
    .array(
      line.extend({
        /** the draft as the sender knew it; null = there was none */
        before: given.nullable().default(null),
      }),
    )
    .max(20_000),
  own: z
    .array(given.extend({ figure: z.string().max(40), part: z.string().max(40).default('') }))
    .max(100)
    .default([]),
});
export type DraftBody = z.output<typeof draftBody>;
export const describeBody = z.object({
  ...written,
  version: z.int().min(0),
  purpose: section,
  requirements: section,
  goals: section,
  structure: section,
  groups: section,
  responsibleId: z.uuid().nullable().default(null),
  documents: z.array(z.uuid()).max(50).default([]),
});
export type DescribeBody = z.output<typeof describeBody>;
export const discussBody = z.object({ ...written, on: day, body: words(300), outcome: words(300) });
export type DiscussBody = z.output<typeof discussBody>;
export const approveBody = z.object({
  ...written,
  on: day,
  /** what was looked at */
  version: z.int().min(1),
  decision: z
    .object({ number: typedCode.nullable().default(null), on: day.nullable().default(null), by: words(300) })
    .nullable()
    .default(null),
  documentId: z.uuid().nullable().default(null),
});
export type ApproveBody = z.output<typeof approveBody>;
export const reopenBody = z.object({ ...written, reason: z.enum(reviseReasons), why: words(300) });
export type ReopenBody = z.output<typeof reopenBody>;
export const withdrawBody = z.object({
  ...written,
  /** what was looked at */
  version: z.int().min(1),
});
export type WithdrawBody = z.output<typeof withdrawBody>;

export const methods = ['members', 'survey', 'pool', 'chosen', 'history', 'equal'] as const;
export type Method = (typeof methods)[number];
export const belowBody = z.object({
  ...written,
  figures: z.array(z.string().max(40)).min(1).max(10),
  method: z.enum(methods),
});
export type BelowBody = z.output<typeof belowBody>;
