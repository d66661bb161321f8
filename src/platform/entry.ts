// One entry of the ledger, and the few kinds of value its data may hold: ids, codes, days, counts; no names and no
// free text about persons. Pure, so that nouns can declare their entries for server and browser alike.
import { z } from 'zod';
import { isPartialDay } from './day.ts';
import { normalise } from './text.ts';

export interface NewEntry {
  clientId: string;
  /** '<prefix>:<id>' */
  stream: string;
  kind: string;
  happenedOn: string | null;
  unitId: number | null;
  personId?: string | null;
  ruleset?: string | null;
  /** client id of the entry that this one corrects or withdraws */
  names?: string | null;
  /** import that brings the entry */
  batch?: string | null;
  data: Record<string, unknown>;
}

export interface Entry extends Required<NewEntry> {
  position: number;
  version: number;
  recordedAt: string;
  recordedBy: string;
  officeId: number | null;
}

export const prefixOf = (stream: string): string => stream.slice(0, stream.indexOf(':'));
export const idOf = (stream: string): string => stream.slice(stream.indexOf(':') + 1);

export const entryDay = z.string().refine(isPartialDay);
/** A code of our own or of an office: letters, digits and . _ - / only. */
export const entryCode = z.string().regex(/^[\p{L}\p{N}._/ -]{1,60}$/u);
/** The same as people type or paste it: blanks and dashes of every kind come to one form. */
export const typedCode = z
  .string()
  .transform((text) => normalise(text).replace(/[\u2010-\u2015]/g, '-'))
  .pipe(entryCode);
/** Class-1 text (units, offices, documents): the only free text that the ledger may hold. */
export const publicText = () => z.string().max(300).meta({ publicText: true });
/** The same in several paragraphs. */
export const publicLines = (most = 8000) => z.string().max(most).meta({ publicText: true });
