// A request for verification of a personal history: where it went, how many persons it asks about, how it was answered.
// One ledger stream a request; names of relatives lie in the vault of the candidate, never here.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { entryCode, entryDay, type Entry, publicText } from '../platform/entry.ts';
import { documentData } from '../road/dossier.ts';

export const purposes = ['history', 'police'] as const;
export const ways = ['letter', 'member'] as const;
export const results = ['confirmed', 'needs_more'] as const;
export type RequestState = 'sent' | (typeof results)[number];

const sentData = z.object({
  dossierId: z.uuid(),
  purpose: z.enum(purposes),
  place: publicText(),
  placeCode: entryCode.nullable(),
  oldCode: entryCode.nullable(),
  persons: z.int().min(1).max(50),
  way: z.enum(ways),
  abroad: z.boolean(),
  letter: documentData.nullable(),
  receivedOn: entryDay.nullable(),
  officerId: z.uuid().nullable(),
  toUnitId: z.int().positive().nullable(),
  code: entryCode,
  act: z.uuid(),
});
const resentData = z.object({
  letter: documentData.nullable(),
  receivedOn: entryDay.nullable(),
  act: z.uuid(),
});
const receivedData = z.object({ on: entryDay, act: z.uuid() });
const assignedData = z.object({ officerId: z.uuid().nullable() });
const answeredData = z.object({
  result: z.enum(results),
  reply: documentData.nullable(),
  /** by the office asked, in Nguồn; otherwise entered from paper by the office that asks */
  here: z.boolean(),
  /** null where the dossier took no reply any more */
  act: z.uuid().nullable(),
});

export const requestKinds = {
  'request.sent': sentData,
  /** what was asked for in addition has been sent */
  'request.resent': resentData,
  'request.received': receivedData,
  'request.assigned': assignedData,
  'request.answered': answeredData,
} satisfies Record<string, z.ZodType>;

export type SentData = z.output<typeof sentData>;
export type ResentData = z.output<typeof resentData>;
export type ReceivedData = z.output<typeof receivedData>;
export type AnsweredData = z.output<typeof answeredData>;

export const requestStreamOf = (id: string): string => `request:${id}`;

export interface Request extends Omit<SentData, 'act'> {
  id: string;
  entry: string;
  personId: string;
  unitId: number;
  state: RequestState;
  sentOn: Day;
  answeredOn: Day | null;
  answeredHere: boolean | null;
  reply: AnsweredData['reply'];
  /** the latest sending in the dossier, and the reply in it */
  act: string;
  replyAct: string | null;
  /** entry that may be taken back: the last sending or answer that stands */
  last: string;
  version: number;
}

type RequestEntry = Pick<
  Entry,
  'clientId' | 'kind' | 'position' | 'version' | 'happenedOn' | 'names' | 'data' | 'unitId' | 'personId'
>;

type Change = (request: Request, entry: RequestEntry) => void;

const changes: Record<string, Change> = {
  'request.resent': (request, entry) => {
    const { letter, receivedOn, act } = entry.data as ResentData;
    const sentOn = entry.happenedOn ?? request.sentOn;
    Object.assign(request, { ...unanswered, letter, receivedOn, act, sentOn, last: entry.clientId });
  },
  'request.received': (request, { data }) => {
    const { on, act } = data as ReceivedData;
    Object.assign(request, { receivedOn: on, act });
  },
  'request.assigned': (request, { data }) => {
    request.officerId = (data as z.output<typeof assignedData>).officerId;
  },
  'request.answered': (request, entry) => {
    const { result, reply, here, act } = entry.data as AnsweredData;
    request.state = result;
    request.answeredOn = entry.happenedOn;
    Object.assign(request, { reply, answeredHere: here, replyAct: act, last: entry.clientId });
  },
};

const unanswered = {
  state: 'sent' as const,
  answeredOn: null,
  answeredHere: null,
  reply: null,
  replyAct: null,
};

/** null when the sending itself was taken back. Entries of one day stand in the order in which they were recorded. */
export function foldRequest(id: string, entries: readonly RequestEntry[]): Request | null {
  const standing = effective(entries).toSorted((a, b) => a.position - b.position);
  const first = standing.find(({ kind }) => kind === 'request.sent');
  if (!first?.personId || first.unitId === null || !first.happenedOn) return null;
  const request: Request = {
    ...(first.data as SentData),
    ...unanswered,
    id,
    entry: first.clientId,
    personId: first.personId,
    unitId: first.unitId,
    sentOn: first.happenedOn,
    last: first.clientId,
    version: entries.at(-1)?.version ?? 0,
  };
  for (const entry of standing) changes[entry.kind]?.(request, entry);
  return request;
}

/** Digits and letters that nobody mistakes for one another on paper. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 'TT-7K3M-9QXD', made of the id of the request: the code on the letter. */
export function codeOf(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(-16)}`);
  let text = '';
  for (let at = 0; at < 8; at += 1) {
    text += signs[Number(rest % BigInt(signs.length))];
    rest /= BigInt(signs.length);
  }
  return `TT-${text.slice(0, 4)}-${text.slice(4)}`;
}

/** As somebody types it from paper: blanks, small letters and missing dashes do not matter. */
export function typedCodeOf(text: string): string | null {
  const bare = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^TT/, '');
  const valid = bare.length === 8 && [...bare].every((sign) => signs.includes(sign));
  return valid ? `TT-${bare.slice(0, 4)}-${bare.slice(4)}` : null;
}

/** The middle of the waiting times; of two middles the mean. */
export function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return (low + high) / 2;
}
