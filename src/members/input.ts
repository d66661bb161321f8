// What may be sent about a person: a new member, an act, a correction, a withdrawal – and the entry each becomes.
import { z } from 'zod';
import { isPartialDay } from '../platform/day.ts';
import { type NewEntry, typedCode } from '../platform/entry.ts';
import {
  type About,
  type ActInput,
  behalfData,
  decisionData,
  exemptReasons,
  personEntry,
  type PersonKind,
  removalReasons,
} from './acts.ts';
import type { Standing } from './state.ts';

const day = z.string().refine(isPartialDay).meta({ description: 'YYYY-MM-DD, or YYYY-MM, or YYYY' });
const maybeDay = day.nullish();
const unitId = z.int().positive();
const place = z.string().trim().min(2).max(200);
const memberKind = z.enum(['probationary', 'official']);
const road = { admittedOn: maybeDay, decidedOn: maybeDay, officialOn: maybeDay };
const note = z.string().trim().max(2000).nullish();
/** Values by field of fields.ts; null or '' clears. Unknown names are refused when they are read. */
export const fieldsInput = z.record(z.string(), z.string().max(20_000).nullable());

const decisionInput = decisionData.extend({ number: typedCode.nullable().default(null) }).partial();
const behalfInput = behalfData.extend({ number: typedCode });
/** What the state was taken from: a list, a file by its number. An empty field says nothing. */
const paper = z.union([typedCode, z.literal('').transform(() => null)]).nullish();

const common = {
  clientId: z.uuid(),
  /** version of the person that the writer looked at; another one answers Stale */
  version: z.int().optional(),
  happenedOn: day,
  decision: decisionInput.nullish(),
  onBehalf: behalfInput.nullish(),
  note,
};
const plain = <A extends string>(act: A) => z.object({ ...common, act: z.literal(act) });

export const actInput = z.discriminatedUnion('act', [
  plain('move').extend({ toUnitId: unitId }),
  plain('move_out').extend({ place }),
  plain('move_in').extend({ unitId, kind: memberKind, place: place.nullish(), ...road }),
  plain('take_over').extend({
    unitId,
    kind: memberKind,
    ...road,
    since: maybeDay,
    paper,
  }),
  plain('die'),
  plain('remove').extend({ ground: z.enum(removalReasons).nullish() }),
  plain('expel'),
  plain('leave'),
  plain('restore').extend({ unitId, kind: memberKind, continuous: z.boolean().default(false) }),
  plain('issue_card').extend({ cardNumber: z.string().max(20) }),
  plain('exempt').extend({ ground: z.enum(exemptReasons).nullish(), until: maybeDay }),
  plain('unexempt'),
  plain('begin_temporary').extend({ toUnitId: unitId.nullish(), place: place.nullish(), until: maybeDay }),
  plain('end_temporary'),
  plain('transfer_received'),
  plain('place').extend({ unitId }),
]);
export type ActInputBody = z.output<typeof actInput>;
export type ActName = ActInputBody['act'];

const reason = z.string().trim().min(3).max(2000);
export const correctInput = z.intersection(actInput, z.object({ reason }));
export const withdrawInput = z.object({ clientId: z.uuid(), version: z.int().optional(), reason });
export const contestInput = z.object({ clientId: z.uuid(), reason });
export const detailsInput = z.object({
  clientId: z.uuid(),
  version: z.int().optional(),
  fields: fieldsInput,
  note,
});

export const addInput = z.object({
  clientId: z.uuid(),
  unitId,
  fields: fieldsInput,
  as: z.enum(['taken_over', 'moved_in', 'outside']),
  happenedOn: day,
  kind: memberKind.nullish(),
  ...road,
  since: maybeDay,
  place: place.nullish(),
  paper,
  decision: decisionInput.nullish(),
  onBehalf: behalfInput.nullish(),
  note,
  /** the writer has seen who resembles this person and knows it is somebody else */
  alikeSeen: z.boolean().default(false),
});
export type AddInput = z.output<typeof addInput>;

export const kindOfAct = {
  move: 'member.moved',
  move_out: 'member.moved_out',
  move_in: 'member.moved_in',
  take_over: 'member.taken_over',
  die: 'member.died',
  remove: 'member.removed',
  expel: 'member.expelled',
  leave: 'member.left',
  restore: 'member.restored',
  issue_card: 'member.card_issued',
  exempt: 'member.exempted',
  unexempt: 'member.unexempted',
  begin_temporary: 'member.temporary_began',
  end_temporary: 'member.temporary_ended',
  transfer_received: 'member.transfer_received',
  place: 'person.placed',
} as const satisfies Record<ActName, PersonKind>;

/** The unit that an act leads to, if it leads to another. */
export function targetOf(act: ActInputBody): number | null {
  if ('toUnitId' in act) return act.toUnitId ?? null;
  return 'unitId' in act ? act.unitId : null;
}

export interface ActContext {
  personId: string;
  before: Pick<Standing, 'unitId'>;
  officeId: number | null;
  names?: string | null;
}

/** A temporary activity elsewhere does not change where the person belongs. */
const staysAtHome = new Set<ActName>(['begin_temporary']);

const decisionOf = ({ decision }: Pick<ActInputBody, 'decision'>) =>
  decision?.number || decision?.on || decision?.by ? decision : null;

export function actEntry(act: ActInputBody, context: ActContext): NewEntry {
  const about: About = {
    clientId: act.clientId,
    personId: context.personId,
    unitId: staysAtHome.has(act.act) ? context.before.unitId : (targetOf(act) ?? context.before.unitId),
    happenedOn: act.happenedOn,
    names: context.names ?? null,
  };
  const data = {
    // The schema of the kind takes what it knows and leaves the rest.
    ...act,
    reason: 'ground' in act ? act.ground : null,
    decision: decisionOf(act),
    onBehalf: act.onBehalf ?? null,
    fromUnitId: context.before.unitId,
    vouchedBy: { officeId: context.officeId, paper: 'paper' in act ? act.paper : null },
  };
  return personEntry(kindOfAct[act.act] as PersonKind, about, data as unknown as ActInput<PersonKind>);
}
