// Urging (đôn đốc): what a committee writes to units below it about a target, who opened it and when, what each unit
// answers in one line. An urging that was taken back stays in the log, marked. Nothing in here changes a unit's state.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { type Entry, entryDay, publicText } from '../platform/entry.ts';
import { periodKey } from '../plans/period.ts';
import { figureCode } from './measure.ts';

const unitId = z.int().positive();
export const mostUrged = 500;

/** Stream `urging:<uuid>`; the committee stands in the entry’s own column. */
export const urgingKinds = {
  'urging.sent': z.object({
    to: z.array(unitId).min(1).max(mostUrged),
    period: periodKey,
    figure: figureCode.nullable(),
    words: publicText(),
    documentId: z.uuid().nullable(),
    answerBy: entryDay.nullable(),
  }),
  'urging.read': z.object({ unitId, officeId: unitId }),
  'urging.answered': z.object({ unitId, words: publicText() }),
  'urging.taken_back': z.object({ ground: publicText() }),
} satisfies Record<string, z.ZodType>;
export type SentData = z.output<(typeof urgingKinds)['urging.sent']>;
type ReadData = z.output<(typeof urgingKinds)['urging.read']>;
type AnsweredData = z.output<(typeof urgingKinds)['urging.answered']>;

export const urgingStreamOf = (id: string): string => `urging:${id}`;

export interface UrgedUnit {
  unitId: number;
  answer: { entry: string; words: string; on: Day | null; by: string } | null;
  receipts: { officeId: number; by: string; at: string }[];
}
export interface Urging extends Omit<SentData, 'to'> {
  id: string;
  entry: string;
  unitId: number;
  officeId: number | null;
  sentOn: Day;
  sentBy: string;
  withdrawnOn: Day | null;
  ground: string | null;
  units: UrgedUnit[];
  version: number;
}

/** The first opening of each office counts, and the newest answer of each unit. */
export function foldUrging(id: string, entries: readonly Entry[]): Urging | null {
  const sent = entries.find(({ kind }) => kind === 'urging.sent');
  if (!sent || sent.unitId === null) return null;
  const { to, ...data } = sent.data as SentData;
  const back = entries.find(({ kind }) => kind === 'urging.taken_back');
  return {
    id,
    entry: sent.clientId,
    unitId: sent.unitId,
    officeId: sent.officeId,
    ...data,
    sentOn: sent.happenedOn ?? '',
    sentBy: sent.recordedBy,
    withdrawnOn: back?.happenedOn ?? null,
    ground: (back?.data.ground as string | undefined) ?? null,
    units: to.map((unit) => ({
      unitId: unit,
      answer: answerOf(unit, entries),
      receipts: receiptsOf(unit, entries),
    })),
    version: entries.at(-1)?.version ?? 0,
  };
}

function answerOf(unit: number, entries: readonly Entry[]): UrgedUnit['answer'] {
  const last = entries.findLast(
    ({ kind, data }) => kind === 'urging.answered' && (data as AnsweredData).unitId === unit,
  );
  if (!last) return null;
  const { words } = last.data as AnsweredData;
  return { entry: last.clientId, words, on: last.happenedOn, by: last.recordedBy };
}

function receiptsOf(unit: number, entries: readonly Entry[]): UrgedUnit['receipts'] {
  const first = new Map<number, UrgedUnit['receipts'][number]>();
  for (const { kind, data, recordedBy, recordedAt } of entries) {
    if (kind !== 'urging.read') continue;
    const { unitId: of, officeId } = data as ReadData;
    if (of === unit && !first.has(officeId))
      first.set(officeId, { officeId, by: recordedBy, at: recordedAt });
  }
  return [...first.values()];
}

/** Stream `urging_rule:<unit>`: whether units behind pace below it are reminded by themselves; off until switched on. */
export const ruleKinds = {
  'urging_rule.set': z.object({ on: z.boolean(), figures: z.array(figureCode).max(20) }),
} satisfies Record<string, z.ZodType>;
export interface UrgingRule {
  since: Day;
  figures: string[];
}
export const ruleStreamOf = (unit: number | string): string => `urging_rule:${unit}`;

export function foldRule(entries: readonly Entry[]): UrgingRule | null {
  const last = entries.at(-1);
  const data = last?.data as z.output<(typeof ruleKinds)['urging_rule.set']> | undefined;
  return last && data?.on ? { since: last.happenedOn ?? '', figures: data.figures } : null;
}

/** What speaks against sending; null when nothing does. */
export function sendFault(
  { to, answerBy }: { to: readonly number[]; answerBy: Day | null },
  { own, today }: { own: number | null; today: Day },
): string | null {
  if (own !== null && to.includes(own)) return 'urging.own_unit';
  return answerBy !== null && answerBy < today ? 'urging.answer_past' : null;
}
