// A line taken off the list by hand – “không áp dụng” or “đã làm ngoài hệ thống” – with a reason and a day, and how that
// is taken back. One ledger stream a line; words about a person lie in the vault, words about a unit in the entry.
import { z } from 'zod';
import { type Day, isDay } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryDay, publicText } from '../platform/entry.ts';
import { caseKinds } from './due.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
export const settledHow = ['not_applicable', 'done_outside'] as const;

export const settlementKinds = {
  'settlement.made': z.object({
    caseKind: z.enum(caseKinds),
    caseId: z.string().regex(/^[0-9a-f-]{1,36}$/),
    clock: code,
    part: publicText(),
    startsOn: entryDay,
    dueOn: entryDay.nullable(),
    step: code,
    how: z.enum(settledHow),
    /** null = about a person, in the vault */
    ground: publicText().nullable(),
  }),
  /** why a settlement about a unit was taken back */
  'settlement.ground': z.object({ of: z.uuid(), ground: publicText() }),
} satisfies Record<string, z.ZodType>;
export type SettlementData = z.output<(typeof settlementKinds)['settlement.made']>;

/** Vault field of the words about a person. */
export const noteOf = (entry: string): string => `note.${entry}`;
export const settlementStreamOf = (lineId: string): string => `settlement:${lineId}`;

/** The settlement that stands; null when there is none, or it was taken back. */
export const standingSettlement = (entries: readonly Entry[]): Entry | null =>
  effective(entries).findLast((entry) => entry.kind === 'settlement.made') ?? null;

const day = z.string().refine(isDay, 'not a day').meta({ description: 'YYYY-MM-DD' });
const reason = z.string().trim().min(3).max(300);
export const settleInput = z.object({
  clientId: z.uuid(),
  caseKind: z.enum(caseKinds),
  caseId: z.string().min(1).max(36),
  clock: z.string().min(1).max(60),
  part: z.string().max(300).default(''),
  startsOn: day,
  how: z.enum(settledHow),
  on: day,
  reason,
});
export type SettleInput = z.output<typeof settleInput>;

export const takeBackInput = z.object({ clientId: z.uuid(), reason });
export type TakeBackInput = z.output<typeof takeBackInput>;

/** What speaks against the day of a settlement; null when nothing does. */
export function dayFault(input: Pick<SettleInput, 'how' | 'on' | 'startsOn'>, today: Day): string | null {
  if (input.on > today) return 'ledger.future_day';
  return input.how === 'done_outside' && input.on < input.startsOn ? 'worklist.done_before_start' : null;
}
