// The plan of one committee for one period as the ledger keeps it: opened (or copied from the year before), drafted line
// by line, described in five parts, discussed, approved – and opened again for a revision while the approved one stands.
import { v5 } from 'uuid';
import { z } from 'zod';
import { entryCode, entryDay, publicText } from '../platform/entry.ts';
import { type Amount, amountShape, marks, people } from '../plans/amount.ts';
import { periodKey } from '../plans/period.ts';

const namespace = '8d6f6a0e-6d0f-4c43-9d0c-5b1f7a7a2f10';
/** One plan for each unit and period: two who open it at once open the same. */
export const planIdOf = (unitId: number, period: string): string => v5(`plan/${unitId}/${period}`, namespace);
export const planStreamOf = (id: string): string => `plan:${id}`;

export const states = ['draft', 'discussed', 'approved', 'revising'] as const;
export type PlanState = (typeof states)[number];

/** What a plan says in words (S4-19). */
export const sections = ['purpose', 'requirements', 'goals', 'structure', 'groups'] as const;
export type Section = (typeof sections)[number];
/** Why an approved plan is opened again. */
export const reviseReasons = ['above_changed', 'source_changed', 'unit_changed', 'mistake', 'other'] as const;
export type ReviseReason = (typeof reviseReasons)[number];

const figureCode = z.string().regex(/^[a-z_]{1,40}$/);
const partCode = z.string().regex(/^[a-z_]{0,40}$/);
/** Long words about a unit’s work, never about a person. */
export const sectionText = z.string().max(2000).meta({ publicText: true });

const amount = z.object({ ...amountShape, mark: z.enum(marks) });
const unitId = z.int().positive().max(2_147_483_647);
/** per mille of the whole; only for parts */
const share = people.max(1000).nullable();

export const draftLine = z.object({
  unitId,
  figure: figureCode,
  /** '' = the whole figure */
  part: partCode,
  /** null: the line goes from the draft */
  amount: amount.nullable(),
  share,
});
export type DraftLine = z.output<typeof draftLine>;
/** What the unit itself is expected to be given, while nothing is in force for it yet. */
export const ownLine = draftLine.omit({ unitId: true });
export type OwnLine = z.output<typeof ownLine>;

const decision = z
  .object({ number: entryCode.nullable(), on: entryDay.nullable(), by: publicText().nullable() })
  .nullable();
export type Decision = z.output<typeof decision>;

/** What the ledger holds of plans; stream `plan:<uuid>`. */
export const planKinds = {
  'plan.opened': z.object({
    unitId,
    period: periodKey,
    copiedFrom: z.uuid().nullable(),
    /** by the committee itself, or prepared by the one above */
    prepared: z.enum(['own', 'above']),
  }),
  'plan.drafted': z.object({ lines: z.array(draftLine).max(20_000), own: z.array(ownLine).max(100) }),
  'plan.described': z.object({
    purpose: sectionText.nullable(),
    requirements: sectionText.nullable(),
    goals: sectionText.nullable(),
    structure: sectionText.nullable(),
    groups: sectionText.nullable(),
    responsibleId: z.uuid().nullable(),
    documents: z.array(z.uuid()).max(50),
  }),
  'plan.discussed': z.object({ body: publicText().nullable(), outcome: publicText().nullable() }),
  'plan.approved': z.object({
    revision: z.int().min(1),
    decision,
    documentId: z.uuid().nullable(),
    units: z.int().min(0),
    lines: z.int().min(0),
  }),
  'plan.reopened': z.object({ reason: z.enum(reviseReasons), why: publicText().nullable() }),
  'plan.withdrawn': z.object({}),
} satisfies Record<string, z.ZodType>;
export type PlanKind = keyof typeof planKinds;
export type DataOf<K extends PlanKind> = z.output<(typeof planKinds)[K]>;
export type Described = DataOf<'plan.described'>;

export const lineKey = ({
  unitId: id,
  figure,
  part,
}: Pick<DraftLine, 'unitId' | 'figure' | 'part'>): string => `${id}/${figure}/${part}`;

/** A target in words and numbers: so many, or so many per mille of the whole. */
export interface Given {
  amount: Amount | null;
  share: number | null;
}
