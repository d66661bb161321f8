// A hand-over of one candidate between two organisations as the ledger keeps it, and its fold: proposed, then accepted
// with a receipt, declined or taken back. What a move means for the candidacy itself are steps of the dossier (06-HD/TW, 3.9).
import { z } from 'zod';
import type { PartialDay } from '../platform/day.ts';
import { type Entry, entryCode, entryDay, publicText } from '../platform/entry.ts';
import { declineReasons, moveReasons, takeBackReasons } from './state.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const unitId = z.int().positive();
const letter = z.object({ number: entryCode.nullable(), on: entryDay.nullable() }).nullable();

export const handoverKinds = {
  'handover.proposed': z.object({
    dossierId: z.uuid(),
    toUnitId: unitId,
    reason: z.enum(moveReasons),
    stage: code,
    months: z.int().min(0).nullable(),
    orderOn: entryDay.nullable(),
    sentUp: z.boolean().nullable(),
    sameCommittee: z.boolean().nullable(),
    letter,
    /** the act of the dossier that recorded the move */
    ordered: z.uuid().nullable(),
  }),
  'handover.accepted': z.object({
    receipt: z.object({ number: entryCode, on: entryDay }),
    placedUnitId: unitId,
    helperId: z.uuid().nullable(),
    act: z.uuid().nullable(),
  }),
  'handover.declined': z.object({ why: z.enum(declineReasons) }),
  'handover.taken_back': z.object({ why: z.enum(takeBackReasons) }),
  /** to a place outside this installation: the candidacy ends here */
  'handover.left': z.object({
    dossierId: z.uuid(),
    place: publicText(),
    reason: z.enum(moveReasons),
    stage: code,
    months: z.int().min(0).nullable(),
    orderOn: entryDay.nullable(),
    letter,
    act: z.uuid(),
  }),
  /** from a place outside this installation: the candidacy goes on here */
  'handover.arrived': z.object({
    dossierId: z.uuid(),
    place: publicText(),
    stage: code,
    letter,
    receipt: z.object({ number: entryCode, on: entryDay }),
    act: z.uuid().nullable(),
  }),
} satisfies Record<string, z.ZodType>;

type Data<K extends keyof typeof handoverKinds> = z.output<(typeof handoverKinds)[K]>;
export type ProposedData = Data<'handover.proposed'>;
export type HandoverState = 'open' | 'accepted' | 'declined' | 'taken_back' | 'left' | 'arrived';

export const handoverStreamOf = (id: string): string => `handover:${id}`;
/** Vault field of the words that an entry of a hand-over brings. */
export const wordsOf = (entry: string): string => `note.${entry}`;

/** The current row of a hand-over, in the columns of its table. */
export interface HandoverRow {
  id: string;
  dossier_id: string;
  person_id: string;
  from_unit_id: number | null;
  from_place: string | null;
  to_unit_id: number | null;
  to_place: string | null;
  state: HandoverState;
  reason: string;
  stage: string;
  months: number | null;
  order_on: PartialDay | null;
  sent_up: boolean | null;
  same_committee: boolean | null;
  letter_number: string | null;
  letter_on: PartialDay | null;
  proposed_on: PartialDay;
  proposed_by: string;
  proposed_at: string;
  ordered_entry: string | null;
  act_entry: string | null;
  answered_on: PartialDay | null;
  answered_by: string | null;
  answered_at: string | null;
  answer_entry: string | null;
  receipt_number: string | null;
  receipt_on: PartialDay | null;
  placed_unit_id: number | null;
  helper_id: string | null;
  why: string | null;
  version: number;
}

const nothing = {
  from_unit_id: null,
  from_place: null,
  to_unit_id: null,
  to_place: null,
  months: null,
  order_on: null,
  sent_up: null,
  same_committee: null,
  letter_number: null,
  letter_on: null,
  ordered_entry: null,
  act_entry: null,
  answered_on: null,
  answered_by: null,
  answered_at: null,
  answer_entry: null,
  receipt_number: null,
  receipt_on: null,
  placed_unit_id: null,
  helper_id: null,
  why: null,
} as const;

type Beginning = (
  entry: Entry,
) => Partial<HandoverRow> & Pick<HandoverRow, 'dossier_id' | 'state' | 'reason' | 'stage'>;
const beginnings: Record<string, Beginning> = {
  'handover.proposed': (entry) => {
    const data = entry.data as ProposedData;
    return {
      ...commonOf(data),
      state: 'open',
      from_unit_id: entry.unitId,
      to_unit_id: data.toUnitId,
      ...orderOf(data),
    };
  },
  'handover.left': (entry) => {
    const data = entry.data as Data<'handover.left'>;
    const went = {
      from_unit_id: entry.unitId,
      to_place: data.place,
      act_entry: data.act,
      order_on: data.orderOn,
    };
    return { ...commonOf(data), state: 'left', ...went };
  },
  'handover.arrived': (entry) => {
    const { dossierId, place, stage, letter: paper, receipt, act } = entry.data as Data<'handover.arrived'>;
    const come = {
      from_place: place,
      to_unit_id: entry.unitId,
      placed_unit_id: entry.unitId,
      act_entry: act,
    };
    const papers = { ...letterOf(paper), receipt_number: receipt.number, receipt_on: receipt.on };
    return { dossier_id: dossierId, state: 'arrived', reason: 'other', stage, ...come, ...papers };
  },
};

const letterOf = (paper: z.output<typeof letter>) => ({
  letter_number: paper?.number ?? null,
  letter_on: paper?.on ?? null,
});
const commonOf = (data: Pick<ProposedData, 'dossierId' | 'reason' | 'stage' | 'months' | 'letter'>) => ({
  dossier_id: data.dossierId,
  reason: data.reason,
  stage: data.stage,
  months: data.months,
  ...letterOf(data.letter),
});
const orderOf = ({ orderOn, sentUp, sameCommittee, ordered }: ProposedData) => ({
  order_on: orderOn,
  sent_up: sentUp,
  same_committee: sameCommittee,
  ordered_entry: ordered,
});

const answers: Record<string, (data: Record<string, unknown>) => Partial<HandoverRow>> = {
  'handover.accepted': (data) => {
    const { receipt, placedUnitId, helperId, act } = data as Data<'handover.accepted'>;
    const papers = { receipt_number: receipt.number, receipt_on: receipt.on, act_entry: act };
    return { state: 'accepted', placed_unit_id: placedUnitId, helper_id: helperId, ...papers };
  },
  'handover.declined': (data) => ({ state: 'declined', why: String(data.why) }),
  'handover.taken_back': (data) => ({ state: 'taken_back', why: String(data.why) }),
};

/** Entries of one stream, oldest first; null when it did not begin. The first answer stands. */
export function foldHandover(id: string, entries: readonly Entry[]): HandoverRow | null {
  const [first] = entries;
  const begin = first && beginnings[first.kind];
  if (!begin) return null;
  const opened: HandoverRow = {
    ...nothing,
    id,
    person_id: first.personId ?? '',
    proposed_on: first.happenedOn ?? '',
    proposed_by: first.recordedBy,
    proposed_at: first.recordedAt,
    version: entries.at(-1)?.version ?? 0,
    ...begin(first),
  };
  const answer = opened.state === 'open' ? entries.find((entry) => answers[entry.kind]) : undefined;
  return answer ? { ...opened, ...answeredBy(answer) } : opened;
}

const answeredBy = (entry: Entry): Partial<HandoverRow> => ({
  ...answers[entry.kind]?.(entry.data),
  answered_on: entry.happenedOn,
  answered_by: entry.recordedBy,
  answered_at: entry.recordedAt,
  answer_entry: entry.clientId,
});
