// Which acts can be recorded for several chosen dossiers together, and what the form of one sends.
import type { Day } from '../../../platform/day.ts';
import type { Step } from '../../../rules/procedure.ts';
import type { Law } from '../../../road/law.ts';
import { firstStep } from '../../../road/road.ts';
import type { BulkBody, BulkItem, BulkPreviewBody } from '../../../road/bulk-view.ts';
import { sendInputs, type Values } from '../../../road/pages/step/values.ts';

/** What a list must know of a row to act on it. */
export interface BulkRow {
  id: string;
  version: number;
  stage: string;
  unitId: number;
  unitName: string;
}
export interface Offered {
  step: Step;
  /** how many of the chosen dossiers stand where it may be taken */
  count: number;
}

/** Asked of one person at a time: counted votes, and answers that name an act of this very dossier. */
const personal = new Set(['ballot', 'earlier']);
const isShared = (step: Step): boolean =>
  step.id !== firstStep && step.inputs.every(({ kind }) => !personal.has(kind));

const isAnyTime = ({ from }: Step): boolean => from === 'any_open';

/** Steps of these stages before those that may come at any time, open for most of the rows first; `only` narrows them to what a list is about. */
export function offeredSteps(
  law: Pick<Law, 'stepsFrom'>,
  rows: readonly Pick<BulkRow, 'stage'>[],
  { office, on, only }: { office: string | null; on: Day; only?: readonly string[] | undefined },
): Offered[] {
  const found = new Map<string, Offered>();
  for (const [stage, own] of Map.groupBy(rows, (row) => row.stage)) {
    for (const { step } of law.stepsFrom(stage, on)) {
      const before = found.get(step.id)?.count ?? 0;
      found.set(step.id, { step, count: before + own.length });
    }
  }
  return [...found.values()]
    .filter(({ step }) => isShared(step) && (!only || only.includes(step.id)))
    .filter(({ step }) => office !== null && step.actor.includes(office))
    .sort((a, b) => Number(isAnyTime(a.step)) - Number(isAnyTime(b.step)) || b.count - a.count);
}

/** The one chosen; a list about a single step needs no choice. */
export function pickStep(
  offered: readonly Offered[],
  chosen: string,
  only: readonly string[] | undefined,
): Step | undefined {
  const first = only?.length === 1 ? offered[0] : undefined;
  return (offered.find(({ step }) => step.id === chosen) ?? first)?.step;
}

const leastReason = 5;

export function previewBody(step: Step, rows: readonly BulkRow[], values: Values): BulkPreviewBody {
  const reason = String(values['consent.reason'] ?? '').trim();
  return {
    step: step.id,
    happenedOn: String(values.happenedOn ?? ''),
    inputs: sendInputs(step.inputs, values),
    ids: rows.map(({ id }) => id),
    versions: Object.fromEntries(rows.map(({ id, version }) => [id, version])),
    ...(reason.length >= leastReason ? { consent: { reason } } : {}),
  };
}

/** Written are those against which nothing speaks; the others are not sent again. */
export const writeBody = (
  clientId: string,
  asked: BulkPreviewBody,
  items: readonly BulkItem[],
): BulkBody => ({
  ...asked,
  clientId,
  ids: items.filter(({ why }) => why === null).map(({ id }) => id),
});

/** Would a written reason let some of these pass? */
export const wantsConsent = (items: readonly BulkItem[]): boolean =>
  items.some(({ why, outcome }) => why !== null && outcome !== 'refused' && outcome !== 'allowed');
