// A document of the register: what the ledger holds of it, how its entries fold, how it is named in one line, and which
// number counts as used before.
import { z } from 'zod';
import { earliest, formatDay, latest, type PartialDay } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, entryDay, publicText } from '../platform/entry.ts';
import type { Language } from '../platform/messages.ts';
import { fold } from '../platform/text.ts';
import { documentTypeIds, documentTypes } from './type.ts';

const unitId = z.int().positive();

const documentData = z.object({
  type: z.enum(documentTypeIds),
  number: entryCode.nullable(),
  issuer: publicText(),
  issuerUnitId: unitId.nullable(),
  subject: publicText(),
  issuedOn: entryDay.nullable(),
  from: entryDay.nullable(),
  to: entryDay.nullable(),
  scopeUnitId: unitId,
  parentId: z.uuid().nullable(),
  replacesId: z.uuid().nullable(),
  cites: z.array(z.uuid()).max(20),
});
export type DocumentData = z.output<typeof documentData>;

export const fileMedia = ['pdf', 'docx', 'jpg', 'png'] as const;
export type FileMedia = (typeof fileMedia)[number];
const fileData = z.object({
  media: z.enum(fileMedia),
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FileData = z.output<typeof fileData>;

/** Stream `document:<uuid>`. */
export const documentKinds = {
  'document.registered': documentData,
  /** names what it takes the place of */
  'document.amended': documentData,
  'document.ended': z.object({ endedOn: entryDay, ground: publicText().nullable() }),
  'document.filed': fileData,
  /** why a document was taken back */
  'document.ground': z.object({ of: z.uuid(), ground: publicText() }),
} satisfies Record<string, z.ZodType>;

export const documentStreamOf = (id: string): string => `document:${id}`;
export const documentId = (stream: string): string => stream.slice('document:'.length);

export interface Document extends DocumentData {
  id: string;
  /** the entry that stands: the registration, or the last amendment */
  entry: string;
  ended: { entry: string; on: PartialDay; ground: string | null } | null;
  file: ({ entry: string } & FileData) | null;
  version: number;
}

/** null once it was taken back. */
export function foldDocument(id: string, entries: readonly Entry[]): Document | null {
  const standing = effective(entries).toSorted((a, b) => a.position - b.position);
  const said = standing.find(({ kind }) => kind === 'document.registered' || kind === 'document.amended');
  if (!said) return null;
  const ended = standing.findLast(({ kind }) => kind === 'document.ended');
  const filed = standing.findLast(({ kind }) => kind === 'document.filed');
  return {
    ...(said.data as DocumentData),
    id,
    entry: said.clientId,
    ended: ended ? endOf(ended) : null,
    file: filed ? { entry: filed.clientId, ...(filed.data as FileData) } : null,
    version: entries.at(-1)?.version ?? 0,
  };
}

function endOf({ clientId, data }: Entry): Document['ended'] {
  const { endedOn, ground } = data as { endedOn: string; ground: string | null };
  return { entry: clientId, on: endedOn, ground };
}

/** First and last day between which it may be in force, as far as its days are known. */
export function spanOf({ issuedOn, from, to }: Pick<DocumentData, 'issuedOn' | 'from' | 'to'>) {
  const start = issuedOn ?? from;
  return { fromOn: start && earliest(start), toOn: to && latest(to) };
}

/** '130 - KH/HU' and '130–kh/hu' are one number. */
export const numberKey = (number: string): string => fold(number).replace(/[^a-z0-9/]/g, '');
/** 'BTV Tỉnh ủy' however it is typed. */
export const issuerKey = (issuer: string): string => fold(issuer).replace(/[^a-z0-9]/g, '');
/** A number that says its kind itself ('130-KH/HU') is used once by an issuer; a bare one once for each kind. */
export const saysItsKind = (number: string): boolean => /\p{L}/u.test(number);

export type Named = Pick<DocumentData, 'type' | 'number' | 'issuer' | 'issuedOn' | 'subject'>;

/** 'Kế hoạch 130-KH/HU'; without a number by what it is about. */
export function shortName(
  { type, number, subject }: Omit<Named, 'issuer' | 'issuedOn'>,
  language: Language = 'vi',
) {
  const kind = documentTypes[type][language];
  return number ? `${kind} ${number}` : `${kind} ${inSentence(subject)}`;
}

/** 'Kế hoạch 130-KH/HU ngày 12/01/2021 của Huyện ủy Vĩnh Lợi', in the language of the paper. */
export function documentLabel(document: Named): string {
  const { issuedOn, issuer } = document;
  const day = issuedOn ? ` ${dayWord[issuedOn.length] ?? 'ngày'} ${formatDay(issuedOn)}` : '';
  return `${shortName(document)}${day} của ${issuer}`;
}
const dayWord: Record<number, string> = { 4: 'năm', 7: 'tháng', 10: 'ngày' };

/** A subject follows the kind without a capital: 'Nghị quyết về đẩy mạnh …'. */
const inSentence = (subject: string): string =>
  /^(Về|V\/v) /u.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : `“${subject}”`;

/** What the register is searched by. */
export const searchOf = (document: Named): string =>
  fold(
    [
      documentTypes[document.type].vi,
      document.number ?? '',
      document.issuer,
      document.subject,
      document.issuedOn?.slice(0, 4) ?? '',
    ].join(' '),
  );

/** Going up from `start` one comes back to `id`: it would stand above itself. `above` gives the next one up. */
export function closesCircle(
  id: string,
  start: string | null,
  above: ReadonlyMap<string, string | null>,
): boolean {
  const seen = new Set<string>();
  for (let at = start; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
