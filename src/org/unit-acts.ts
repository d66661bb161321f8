// What may be done with a unit: the forms of the acts, the entry each becomes, and the judgment of what the tree
// would look like afterwards. One judgment serves new acts, corrections and withdrawals alike.
import { z } from 'zod';
import { type Day, earliest, formatDay, isPartialDay, latest, type PartialDay } from '../platform/day.ts';
import { type NewEntry, typedCode } from '../platform/entry.ts';
import { Invalid } from '../platform/errors.ts';
import type { Message } from '../platform/messages.ts';
import { fold, normalise } from '../platform/text.ts';
import type { UnitKind } from '../rules/organisation.ts';
import { childKinds, findUnitKind } from './organisation.ts';
import type { Beginning, Unit, UnitEntryKind } from './unit.ts';

export const partialDay = z.string().refine(isPartialDay, { message: 'not a day' });
const unitName = z.string().transform(normalise).pipe(z.string().min(2).max(200));
export const decisionInput = z.object({
  number: typedCode,
  on: partialDay,
  by: z.string().transform(normalise).pipe(z.string().max(200)).nullable().default(null),
});
export const reasonInput = z.string().transform(normalise).pipe(z.string().min(3).max(300));

const optionalCode = typedCode.nullable().default(null);
const founding = {
  parentId: z.int().positive(),
  kind: z.string(),
  type: optionalCode,
  name: unitName,
  code: optionalCode,
  placeCode: optionalCode,
  foundedOn: partialDay.nullable().default(null),
};
/** With a decision the unit is founded; without one the state found is taken over. */
export const foundInput = z.object({
  clientId: z.uuid(),
  happenedOn: partialDay,
  decision: decisionInput.nullable().default(null),
  ...founding,
});
export type FoundInput = z.output<typeof foundInput>;

const acts = [
  z.object({ act: z.literal('rename'), name: unitName }),
  z.object({ act: z.literal('move'), parentId: z.int().positive() }),
  z.object({ act: z.literal('change_kind'), kind: z.string(), type: optionalCode }),
  z.object({ act: z.literal('details'), code: optionalCode, placeCode: optionalCode }),
  z.object({
    act: z.literal('end'),
    as: z.enum(['dissolved', 'merged']).default('dissolved'),
    intoId: z.int().positive().nullable().default(null),
  }),
  z.object({ act: z.literal('restore') }),
] as const;
const around = z.object({
  clientId: z.uuid(),
  happenedOn: partialDay,
  decision: decisionInput.nullable().default(null),
  /** version of the unit that the page showed */
  version: z.int().optional(),
});
export const actInput = z.intersection(around, z.discriminatedUnion('act', acts));
export type ActInput = z.output<typeof actInput>;
const found = z.object({ act: z.literal('found'), ...founding });
export const correctInput = z.intersection(
  around.extend({ reason: reasonInput }),
  z.discriminatedUnion('act', [found, ...acts]),
);
export type CorrectInput = z.output<typeof correctInput>;
export const withdrawInput = z.object({
  clientId: z.uuid(),
  reason: reasonInput,
  version: z.int().optional(),
});

/** Acts that change the tree rest on a decision; only details and returns need none. */
const needsDecision = new Set(['rename', 'move', 'change_kind', 'end']);

export function beginningOf(
  input: Omit<FoundInput, 'clientId' | 'happenedOn'>,
  provinceId: string,
): Beginning {
  return {
    decision: input.decision,
    provinceId,
    parentId: input.parentId,
    unitKind: input.kind,
    type: input.type,
    name: input.name,
    code: input.code,
    placeCode: input.placeCode,
    foundedOn: input.foundedOn,
    external: false,
    sourceKey: null,
  };
}

type Act = ActInput | CorrectInput;
const bodies: { [A in Act['act']]: (act: Extract<Act, { act: A }>, provinceId: string) => Body } = {
  found: (act, provinceId) => ['unit.taken_over', beginningOf(act, provinceId)],
  rename: ({ name }) => ['unit.renamed', { name }],
  move: ({ parentId }) => ['unit.moved', { parentId }],
  change_kind: ({ kind, type }) => ['unit.kind_changed', { unitKind: kind, type }],
  details: ({ code, placeCode }) => ['unit.details', { code, placeCode }],
  end: ({ as, intoId }) => ['unit.ended', { as, intoId }],
  restore: () => ['unit.restored', {}],
};
type Body = [UnitEntryKind, Record<string, unknown>];

/** The ledger entry of an act. A correction keeps the kind of the entry it corrects. */
export function actEntry(unit: { id: number; provinceId: string }, act: Act): NewEntry {
  if (needsDecision.has(act.act) && !act.decision) throw new Invalid('org.needs_decision');
  const write = bodies[act.act] as (act: Act, provinceId: string) => Body;
  const [kind, data] = write(act, unit.provinceId);
  return {
    clientId: act.clientId,
    stream: `unit:${unit.id}`,
    kind,
    happenedOn: act.happenedOn,
    unitId: unit.id,
    data: { ...data, decision: act.decision, ...('reason' in act ? { reason: act.reason } : {}) },
  };
}

export interface Neighbour {
  id: number;
  name: string;
  kind: string;
}
/** What stands around a unit as it would be. */
export interface Surroundings {
  parent: (Neighbour & { path: string; foundedOn: PartialDay | null; endedOn: PartialDay | null }) | null;
  children: readonly Neighbour[];
  members: number;
  dossiers: number;
  offices: readonly { id: number; kind: string; title: string | null }[];
}

export function decideDay(happenedOn: PartialDay, today: Day): void {
  if (earliest(happenedOn) > today) throw new Invalid('ledger.future_day', { day: formatDay(happenedOn) });
}

/** Whether an act of this day fits the life of the unit. */
export function decideTime(unit: Unit, act: string, happenedOn: PartialDay): void {
  if (latest(happenedOn) < unit.knownFrom)
    throw new Invalid('org.before_known', { day: formatDay(unit.knownFrom), act: formatDay(happenedOn) });
  if (act === 'end') decideLast(unit, happenedOn);
  const ended = unit.endedOn !== null && earliest(happenedOn) >= earliest(unit.endedOn);
  if (act === 'restore' && !ended) throw new Invalid('org.not_ended');
  if (act !== 'restore' && ended) throw new Invalid('org.has_ended', { day: formatDay(unit.endedOn) });
}

function decideLast(unit: Unit, happenedOn: PartialDay): void {
  const from = unit.places.at(-1)?.fromOn;
  if (from && latest(happenedOn) < earliest(from))
    throw new Invalid('org.end_before_change', { day: formatDay(from) });
}

/** Whether the tree may look so: `before` is null for a new unit, `after` null for one that is taken back. */
export function decideUnit(
  before: Unit | null,
  after: Unit | null,
  near: Surroundings,
  day: PartialDay,
): void {
  if (before !== null && (after === null || (before.endedOn === null && after.endedOn !== null)))
    decideEmpty(near);
  if (after === null || after.endedOn !== null) return;
  decideKind(after, near, day);
  if (!before || before.parentId !== after.parentId || before.endedOn !== null)
    decideParent(after, near, day);
}

function decideEmpty(near: Surroundings): void {
  const { children, members, dossiers, offices } = near;
  if (children.length + members + dossiers + offices.length === 0) return;
  const counts = { children: children.length, members, dossiers, offices: offices.length };
  throw new Invalid('org.not_empty', counts, { blocking: { children, members, dossiers, offices } });
}

const named = ({ label }: { label: Message }) => ({ kind: label.vi, kindEn: label.en });

function decideKind(unit: Unit, near: Surroundings, day: PartialDay): void {
  const kind = findUnitKind(unit.kind);
  if (!kind) throw new Invalid('org.no_such_kind');
  decideKindOfDay(kind, unit, day);
  const misfit = near.children.find((child) => !childKinds(unit.kind).includes(child.kind));
  if (misfit) throw new Invalid('org.children_misfit', { child: misfit.name, ...named(kind) });
  if (!near.parent) return;
  const allowed = childKinds(near.parent.kind);
  if (!allowed.includes(unit.kind))
    throw new Invalid('org.child_kind', { ...named(kind), parent: near.parent.name }, { allowed });
}

/** A kind that is past may stand in history, but nothing becomes it after its last day. */
function decideKindOfDay(kind: UnitKind, unit: Unit, day: PartialDay): void {
  if (!kind.until || latest(day) <= kind.until || unit.places.at(-1)?.fromOn !== day) return;
  throw new Invalid('org.kind_is_past', { ...named(kind), day: formatDay(kind.until) });
}

function decideParent(unit: Unit, { parent }: Surroundings, day: PartialDay): void {
  if (unit.parentId === null) return;
  if (!parent) throw new Invalid('org.no_parent');
  if (parent.path.includes(`/${unit.id}/`)) throw new Invalid('org.under_itself');
  if (parent.endedOn)
    throw new Invalid('org.parent_ended', { name: parent.name, day: formatDay(parent.endedOn) });
  if (parent.foundedOn && latest(day) < earliest(parent.foundedOn))
    throw new Invalid('org.parent_later', { name: parent.name, day: formatDay(parent.foundedOn) });
}

/** Siblings whose name reads the same: allowed, but worth a second look. */
export const sameNamed = (name: string, siblings: readonly Neighbour[]): Neighbour[] =>
  siblings.filter((sibling) => fold(sibling.name) === fold(name));
