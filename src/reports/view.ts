// What the API of reports accepts and answers, as pages and routes share it.
import { z } from 'zod';
import { difficultyStates } from '../difficulties/view.ts';
import { bodyView, measures } from '../press/body.ts';
import { roundHead } from './round-view.ts';
import { clientId, cursor, day, id, limit, line, message, paragraphs, periodKey, unitId } from './shape.ts';

export * from '../press/body.ts';
export * from '../difficulties/view.ts';
export * from '../forms/view.ts';
export * from './round-view.ts';
export { reasonBody } from './shape.ts';

// ---- live: before it is submitted

export const draftQuery = z.object({
  unit: id.optional(),
  form: z.string().max(60),
  period: periodKey,
  closesOn: day,
  round: z.uuid().optional(),
});
export type DraftQuery = z.output<typeof draftQuery>;
export const signerView = z.object({
  officeId: z.number(),
  name: z.string(),
  /** title of the office */
  title: z.string(),
  /** days of signing, from the closing day to today, on which it is in force */
  from: z.string(),
  to: z.string(),
});
export const draftView = z.object({
  body: bodyView,
  round: z.object(roundHead).nullable(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
  /** stands already for the same form, period and unit */
  reportId: z.string().nullable(),
  /** who may sign: offices of the unit in force between the closing day and today */
  signers: z.array(signerView),
  /** capacities in which it may be signed: 'T/M CHI BỘ' … */
  capacities: z.array(z.string()),
  /** words of the newest submission where it was returned, to start from */
  before: z.array(z.object({ section: z.string(), text: z.string() })),
  returned: z.object({ on: z.string(), reason: z.string() }).nullable(),
  /** of these very figures: sent along with the submission, which is refused as stale when they have changed since */
  print: z.string(),
  asOf: z.string(),
  can: z.array(z.enum(['submit'])),
});
export type DraftView = z.output<typeof draftView>;

export const submitBody = z.object({
  clientId,
  unitId,
  form: z.string().max(60),
  period: periodKey,
  closesOn: day,
  round: z.uuid().nullable().default(null),
  words: z.array(z.object({ section: z.string().max(60), text: paragraphs })).max(20),
  signatory: z.object({
    officeId: z.int().positive(),
    /** 'T/M BAN THƯỜNG VỤ'; '' = none */
    capacity: line(0, 80).default(''),
  }),
  number: line(0, 40).nullable().default(null),
  /** day on the paper */
  signedOn: day,
  /** the `print` of the draft that was looked at */
  print: z.string().max(64),
});
export type SubmitBody = z.output<typeof submitBody>;

// ---- submitted

export const reportStates = ['submitted', 'returned'] as const;
export const reportLine = z.object({
  id: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  form: z.object({ id: z.string(), title: message }),
  period: z.string(),
  periodLabel: message,
  closesOn: z.string(),
  roundId: z.string().nullable(),
  dueOn: z.string().nullable(),
  submittedOn: z.string(),
  /** days past the day it was due */
  lateDays: z.int().nullable(),
  state: z.enum(reportStates),
  /** how often it was sent */
  times: z.int(),
});
export type ReportLine = z.output<typeof reportLine>;
export const reportsQuery = z.object({
  unit: id.optional(),
  /** also of everything below */
  below: z.stringbool().default(false),
  form: z.string().max(60).optional(),
  period: periodKey.optional(),
  cursor,
  limit,
});
export type ReportsQuery = z.output<typeof reportsQuery>;
export const reportsAnswer = z.object({
  items: z.array(reportLine),
  total: z.int(),
  next: z.string().nullable(),
  asOf: z.string(),
});
export type ReportsAnswer = z.output<typeof reportsAnswer>;

/** `number`: which of several submissions; the newest where it is left out */
export const reportQuery = z.object({ number: z.coerce.number().int().positive().max(1000).optional() });
export const reportView = z.object({
  id: z.string(),
  /** 1 = the first submission */
  number: z.int(),
  body: bodyView,
  roundId: z.string().nullable(),
  dueOn: z.string().nullable(),
  lateDays: z.int().nullable(),
  submittedOn: z.string(),
  submittedAt: z.string(),
  submittedBy: z.string(),
  paper: z.object({ number: z.string().nullable(), on: z.string() }),
  signatory: z.object({ capacity: z.string(), title: z.string(), name: z.string().nullable() }),
  state: z.enum(reportStates),
  returned: z.object({ on: z.string(), by: z.string(), unitName: z.string(), reason: z.string() }).nullable(),
  submissions: z.array(
    z.object({
      number: z.int(),
      on: z.string(),
      returnedOn: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  difficulties: z.array(z.object({ id: z.string(), words: z.string(), state: z.enum(difficultyStates) })),
  can: z.array(z.enum(['return', 'submit_again'])),
});
export type ReportView = z.output<typeof reportView>;

// ---- what is known by now, beside what was reported

const cellName = { section: z.string(), row: z.string(), column: z.string() };
export const nowView = z.object({
  id: z.string(),
  number: z.int(),
  asOf: z.string(),
  /** only cells that differ */
  cells: z.array(
    z.object({
      ...cellName,
      label: message,
      reported: z.number().nullable(),
      now: z.number().nullable(),
      measure: z.enum(measures),
      /** 'đã báo cáo 463, nay 464 (+1), do ghi sau khi chốt: +1 kết nạp' */
      said: message,
      reasons: z.array(
        z.object({
          id: z.string(),
          label: message,
          sign: z.union([z.literal(1), z.literal(-1)]),
          count: z.int(),
        }),
      ),
      /** null: what lies behind it cannot be listed */
      records: z.int().nullable(),
      opens: z.object({ figure: z.string(), query: z.record(z.string(), z.string()) }).nullable(),
    }),
  ),
  /** units that the tree of the closing day has now and had not then, or the other way round */
  units: z.object({ come: z.array(z.string()), gone: z.array(z.string()) }),
});
export type NowView = z.output<typeof nowView>;
export const nowRecordsQuery = z.object({
  section: z.string().max(60),
  row: z.string().max(80),
  column: z.string().max(60),
  number: z.coerce.number().int().positive().max(1000).optional(),
});
/** Who is behind the difference of one cell. */
export const nowRecordsView = z.object({
  items: z.array(
    z.object({
      /** 1: counts now and did not then */
      sign: z.union([z.literal(1), z.literal(-1)]),
      kind: z.enum(['person', 'dossier', 'unit']),
      id: z.string(),
      /** null: out of reach today */
      name: z.string().nullable(),
      unitName: z.string().nullable(),
      reason: message,
      /** when what made the difference was recorded; null: not of its own record (a unit changed its place) */
      recordedAt: z.string().nullable(),
    }),
  ),
});
export type NowRecordsView = z.output<typeof nowRecordsView>;

/** A unit’s own figures beside the sum of what the units directly below have reported for the same form and period. */
export const childrenView = z.object({
  units: z.array(
    z.object({
      unitId: z.number(),
      unitName: z.string(),
      reportId: z.string().nullable(),
      submittedOn: z.string().nullable(),
      closesOn: z.string().nullable(),
    }),
  ),
  cells: z.array(
    z.object({
      ...cellName,
      own: z.number(),
      /** of those that have reported */
      sum: z.number(),
      difference: z.number(),
      /** '+12: 11 của 2 đơn vị chưa báo cáo, 1 ghi sau khi Chi bộ 3 báo cáo' */
      said: message,
      reasons: z.array(
        z.object({
          kind: z.enum(['missing', 'since', 'rest']),
          unitId: z.number().nullable(),
          label: message,
          count: z.number(),
        }),
      ),
      each: z.array(z.object({ unitId: z.number(), reported: z.number().nullable(), now: z.number() })),
    }),
  ),
});
export type ChildrenView = z.output<typeof childrenView>;
