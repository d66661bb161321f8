// The texts the rules rest on, and which of them was in force on a day.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { bilingual, confidence, dayText } from './words.ts';

export const documentsFile = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: z.string().min(1),
      kind: z.enum(['charter', 'rule_set', 'guidance', 'working_guidance', 'regulation', 'convention']),
      set: z.string().optional(),
      title: bilingual,
      issued_on: dayText,
      in_force_from: dayText,
      in_force_until: dayText.optional(),
      replaces: z.string().optional(),
      confidence,
      note: bilingual.optional(),
    }),
  ),
});

export type Document = z.infer<typeof documentsFile>['documents'][number];

export const inForceOn = (document: Document, day: Day): boolean =>
  document.in_force_from <= day && (document.in_force_until === undefined || day <= document.in_force_until);

export const ruleSetOn = (documents: readonly Document[], day: Day): Document | null =>
  documents.find((one) => one.kind === 'rule_set' && inForceOn(one, day)) ?? null;

/** Guidance of the Secretariat and working guidance run on their own dates. */
export const guidanceOn = (documents: readonly Document[], day: Day): string[] =>
  documents
    .filter((one) => (one.kind === 'guidance' || one.kind === 'working_guidance') && inForceOn(one, day))
    .map((one) => one.id);
