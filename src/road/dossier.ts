// What the ledger holds of a dossier: one entry an act of the road, ids, codes, days and counts only. Which steps
// exist and what they ask stands in regulations/procedures; nothing here knows a step by name.
import { z } from 'zod';
import { ballotData } from '../meetings/ballot.ts';
import { entryCode, entryDay, publicText } from '../platform/entry.ts';

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const name = z.string().regex(/^[a-z][A-Za-z0-9_]*$/);

/** A document names itself; of one taken over perhaps only the day is known. */
export const documentData = z.strictObject({
  number: publicText().nullable(),
  on: entryDay.nullable(),
  by: publicText().nullable(),
});
export type DocumentData = z.output<typeof documentData>;

export const paperData = z.strictObject({
  id: code,
  state: z.enum(['have', 'missing', 'not_needed']),
  on: entryDay.nullable(),
  keptAt: publicText().nullable(),
});
export type PaperData = z.output<typeof paperData>;

export const inputData = z.union([
  z.boolean(),
  z.number(),
  documentData,
  ballotData,
  z.array(z.uuid()),
  /** several answers of one choice */
  z.array(code).max(40),
  z.array(paperData),
  publicText(),
]);
export type InputData = z.output<typeof inputData>;
export type Inputs = Record<string, InputData>;
const inputs = z.record(name, inputData);

/** What the judgement said when the act was recorded; facts about the person are not repeated here. */
const plain = z.union([z.number(), z.boolean(), z.null(), publicText()]);
const shallow = z.union([plain, z.array(plain), z.record(z.string(), plain)]);
const citation = z.object({
  document: publicText(),
  clause: publicText(),
  confidence: z.enum(['S', 'S2', 'L', 'K', '?']),
});
const outcome = z.enum(['allowed', 'refused', 'needs_consent', 'unverified', 'undetermined']);
export const verdictData = z.object({
  outcome,
  ruleSet: publicText(),
  guidance: z.array(publicText()),
  procedure: code,
  version: entryCode,
  leadsTo: code.nullable(),
  passed: z.boolean().nullable(),
  reasons: z.array(
    z.object({
      guard: code,
      outcome,
      parameters: z.array(entryCode),
      threshold: shallow,
      facts: z.record(z.string(), shallow),
      missing: z.array(entryCode),
      citations: z.array(citation),
      readings: z.array(
        z.object({ label: publicText(), threshold: shallow, outcome: z.enum(['allowed', 'refused']) }),
      ),
      wayOut: z
        .object({ step: code.nullable(), by: code.nullable(), earliestOn: entryDay.nullable(), code })
        .nullable(),
    }),
  ),
});
export type VerdictData = z.output<typeof verdictData>;

export const actData = z.object({
  step: code,
  inputs,
  /** inputs whose text lies in the vault: name → class */
  sealed: z.record(name, z.int().min(1).max(4)),
  stageBefore: code.nullable(),
  stageAfter: code,
  verdict: verdictData,
  onBehalf: z.object({ number: publicText(), on: entryDay }).nullable(),
  /** a written reason for going on with what is unverified lies in the vault */
  consented: z.boolean(),
  /** political centre to which the case is sent with this act */
  classUnitId: z.int().positive().nullable(),
  /** a correction or a withdrawal carries its reason in the vault */
  corrected: z.boolean().default(false),
});
export type ActData = z.output<typeof actData>;

const opening = {
  procedure: code,
  procedureVersion: entryCode,
  proposerUnitId: z.int().positive().nullable(),
  sourceKey: publicText().nullable(),
};

export const takenOverAct = z.object({
  step: code,
  on: entryDay.nullable(),
  inputs,
  passed: z.boolean().nullable(),
});
export type TakenOverAct = z.output<typeof takenOverAct>;

/** What the ledger holds of dossiers, by kind of entry. */
export const dossierKinds = {
  'dossier.opened': actData.extend(opening),
  /** the state found when Nguồn began to keep this case, with what is known of the acts before */
  'dossier.taken_over': z.object({
    ...opening,
    stage: code,
    stageOn: entryDay.nullable(),
    acts: z.array(takenOverAct).max(200),
    classUnitId: z.int().positive().nullable(),
    voucherId: z.uuid().nullable(),
    paper: documentData.nullable(),
  }),
  'dossier.act': actData,
  /** the case is sent to a class of this political centre */
  'dossier.class_named': z.object({ classUnitId: z.int().positive().nullable() }),
  /** another cell has taken the case over from that day; what was done before stays with the cell that did it */
  'dossier.handed_over': z.object({
    toUnitId: z.int().positive(),
    handoverId: z.uuid().nullable(),
    reason: code.nullable(),
    /** entry of the roll with which the member was moved: then the case followed the person */
    roll: z.uuid().nullable().default(null),
  }),
  /** the membership ended on the roll, and the case with it */
  'dossier.ended': z.object({ as: code, roll: z.uuid() }),
  /** the cell contests an act that was entered on its behalf; its words lie in the vault */
  'dossier.contested': z.object({ of: z.uuid() }),
} satisfies Record<string, z.ZodType>;

export type OpenedData = z.output<(typeof dossierKinds)['dossier.opened']>;
export type HandedOverData = z.output<(typeof dossierKinds)['dossier.handed_over']>;
export type EndedData = z.output<(typeof dossierKinds)['dossier.ended']>;
export type TakenOverData = z.output<(typeof dossierKinds)['dossier.taken_over']>;

export const streamOf = (id: string): string => `dossier:${id}`;

/** Names under which the free text of an act lies in the vault, by class. */
const families: Record<number, string> = { 1: 'note', 2: 'note', 3: 'assessment', 4: 'ground' };
export const textField = (entry: string, input: string, ofClass: number): string =>
  `${families[ofClass] ?? 'ground'}.${entry}.${input}`;
export const consentField = (entry: string): string => `note.${entry}.consent`;
export const reasonField = (entry: string): string => `note.${entry}`;
