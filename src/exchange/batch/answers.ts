// What the routes of imports answer: a workbook, how far it is, what it would do or did. Shared with the pages.
import { z } from 'zod';
import { kinds } from '../../intake/kinds.ts';
import { batchStates } from './batch.ts';
import { lineActions } from './preview.ts';

const said = z.object({ vi: z.string(), en: z.string() });

export const issueAnswer = z.object({
  severity: z.enum(['notice', 'warning', 'error']),
  code: z.string(),
  message: said,
  /** 'Danh sách!C12', the sheet alone, or null for the whole file */
  place: z.string().nullable(),
  change: z.object({ before: z.string(), after: z.string() }).nullable(),
});
export type IssueAnswer = z.output<typeof issueAnswer>;

export const lineAnswer = z.object({
  kind: z.enum(kinds),
  sheet: z.string(),
  line: z.number(),
  label: z.string(),
  bornOn: z.string().nullable(),
  unit: z.string().nullable(),
  action: z.enum(lineActions),
  columns: z.array(z.string()),
  choice: z.string().nullable(),
  alike: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      bornOn: z.string().nullable(),
      unit: z.string().nullable(),
      evidence: z.array(z.string()),
    }),
  ),
});
export type LineAnswer = z.output<typeof lineAnswer>;

export const columnUse = z.object({
  column: z.int(),
  heading: z.string(),
  key: z.string().nullable(),
  confidence: z.number(),
  mark: z.string().optional(),
  also: z.object({ key: z.string(), value: z.string() }).optional(),
  ordinal: z.literal(true).optional(),
});
export const tableMapping = z.object({
  sheet: z.string(),
  headingRows: z.tuple([z.int(), z.int()]),
  fingerprint: z.string(),
  kind: z.enum(kinds).nullable(),
  confidence: z.number(),
  remembered: z.literal(true).optional(),
  uses: z.array(columnUse),
});

/** Remarks that say the same, with the first of them. */
export const remarkAnswer = issueAnswer
  .pick({ severity: true, code: true })
  .extend({ count: z.number(), first: issueAnswer });
export type RemarkAnswer = z.output<typeof remarkAnswer>;

export const previewAnswer = z.object({
  tables: z.array(
    z.object({
      mapping: tableMapping,
      titles: z.array(z.string()),
      unit: z.string().nullable(),
      rows: z.number(),
    }),
  ),
  counts: z.record(z.enum(kinds), z.record(z.enum(lineActions), z.number())),
  writes: z.record(z.string(), z.number()),
  issueCounts: z.object({ notice: z.number(), warning: z.number(), error: z.number() }),
  issues: z.array(issueAnswer),
  issuesTotal: z.number(),
  /** of the kept remarks, by severity and code */
  remarks: z.array(remarkAnswer),
  lines: z.array(lineAnswer),
  /** all lines that would do something; the most telling 2,000 are kept */
  linesTotal: z.number(),
  /** kept lines of the kind and action asked for */
  linesFound: z.number(),
  newUnits: z.array(z.string()),
});
export type PreviewAnswer = z.output<typeof previewAnswer>;
export type TableAnswer = PreviewAnswer['tables'][number];

export const batchItem = z.object({
  id: z.string(),
  fileName: z.string(),
  unitName: z.string(),
  state: z.enum(batchStates),
  createdAt: z.string(),
  createdBy: z.string(),
  finishedAt: z.string().nullable(),
  counts: z.record(z.string(), z.number()).nullable(),
});
export type BatchItem = z.output<typeof batchItem>;

export const batchAnswer = batchItem.extend({
  progress: z.object({ phase: z.string(), done: z.number(), total: z.number() }).nullable(),
  failure: said.extend({ code: z.string() }).nullable(),
  kind: z.enum(kinds).nullable(),
  /** corrected tables and choices so far; a further correction sends them again */
  mappings: z.array(tableMapping),
  choices: z.record(z.string(), z.string()),
  preview: previewAnswer.nullable(),
  can: z.array(z.string()),
});
export type BatchAnswer = z.output<typeof batchAnswer>;

export const wishesInput = z.object({
  kind: z.enum(kinds).nullable().default(null),
  mappings: z.array(tableMapping).max(200).default([]),
  choices: z.record(z.string(), z.string().regex(/^(skip|new|same:[0-9a-f-]{36})$/)).default({}),
  remember: z.boolean().default(false),
});
