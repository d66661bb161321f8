// A report as the ledger keeps it: each submission whole and for good – every number, the units counted, the rule set, who
// signed, the words – and each return with its reason. A second submission stands beside the first, never in its place.
import { z } from 'zod';
import type { Day } from '../platform/day.ts';
import { daysBetween } from '../platform/day.ts';
import { type Entry, entryCode, entryDay, publicText } from '../platform/entry.ts';
import { derivedId } from '../platform/ids.ts';
import { type Body, bodyView } from '../press/body.ts';
import { keptRecords } from './kept-records.ts';

const unitId = z.int().positive();

/** Stream `report:<uuid>`. The name of the signatory stands in the vault, as it was on that day. */
export const reportKinds = {
  'report.submitted': z.object({
    form: entryCode,
    period: entryCode,
    closesOn: entryDay,
    /** the round it answers, and the day it was due by then */
    round: z.uuid().nullable(),
    dueOn: entryDay.nullable(),
    body: bodyView,
    unitIds: z.array(unitId).max(100_000),
    records: keptRecords.nullable(),
    print: z.string().regex(/^[0-9a-f]{64}$/),
    signatory: z.object({
      officeId: unitId,
      personId: z.uuid(),
      title: publicText(),
      capacity: publicText(),
    }),
    number: publicText().nullable(),
    signedOn: entryDay,
  }),
  'report.returned': z.object({ unitId, ground: publicText() }),
} satisfies Record<string, z.ZodType>;
export type SubmittedData = z.output<(typeof reportKinds)['report.submitted']>;
type ReturnedData = z.output<(typeof reportKinds)['report.returned']>;

export interface ReportName {
  unitId: number;
  form: string;
  period: string;
  closesOn: Day;
}
const reports = '0b7d52c1-51d0-4d5a-8a6d-2f5d3e1c7a90';
/** One report for a unit, form, period and closing day, whoever sends it, and however often. */
export const reportIdOf = ({ unitId: unit, form, period, closesOn }: ReportName): string =>
  derivedId(reports, `${unit}/${form}/${period}/${closesOn}`);
export const reportStreamOf = (id: string): string => `report:${id}`;

export const reportStates = ['submitted', 'returned'] as const;
export type ReportState = (typeof reportStates)[number];

export interface Returned {
  entry: string;
  on: Day;
  unitId: number;
  ground: string;
  by: string;
}
export interface Submission {
  entry: string;
  /** its place in the ledger: what was known then was recorded no later */
  position: number;
  number: number;
  on: Day;
  at: string;
  by: string;
  data: SubmittedData;
  returned: Returned | null;
}
export interface Report extends ReportName {
  id: string;
  state: ReportState;
  submissions: Submission[];
  version: number;
}

export function foldReport(id: string, entries: readonly Entry[]): Report | null {
  const submissions: Submission[] = [];
  for (const entry of entries) {
    if (entry.kind === 'report.submitted') submissions.push(submissionOf(entry, submissions.length + 1));
    const last = submissions.at(-1);
    if (entry.kind === 'report.returned' && last) last.returned = returnedOf(entry);
  }
  const last = submissions.at(-1);
  if (!last) return null;
  const { form, period, closesOn, body } = last.data;
  return {
    id,
    unitId: body.unit.id,
    form,
    period,
    closesOn,
    state: last.returned ? 'returned' : 'submitted',
    submissions,
    version: entries.at(-1)?.version ?? 0,
  };
}

const submissionOf = (entry: Entry, number: number): Submission => ({
  entry: entry.clientId,
  position: entry.position,
  number,
  on: entry.happenedOn ?? '',
  at: entry.recordedAt,
  by: entry.recordedBy,
  data: entry.data as SubmittedData,
  returned: null,
});

function returnedOf(entry: Entry): Returned {
  const { unitId: unit, ground } = entry.data as ReturnedData;
  return { entry: entry.clientId, on: entry.happenedOn ?? '', unitId: unit, ground, by: entry.recordedBy };
}

/** Days past the day it was due, of what came, or has not come by today; null where it is in time or nobody waits. */
export const lateBy = (dueOn: Day | null, on: Day): number | null =>
  dueOn !== null && on > dueOn ? daysBetween(dueOn, on) : null;

export interface Wording {
  section: string;
  text: string;
}

/** What speaks against the words of a submission; null when nothing does. */
export function wordsFault(
  { parts }: Body,
  given: readonly Wording[],
): { code: string; params: Record<string, string> } | null {
  const own = parts.filter((part) => part.kind === 'words');
  const stray = given.find(({ section }) => !own.some(({ id }) => id === section));
  if (stray) return { code: 'report.words_unknown', params: { name: stray.section } };
  const empty = own.find(({ id, needed }) => needed && !given.find(({ section }) => section === id)?.text);
  return empty
    ? { code: 'report.words_needed', params: { name: empty.title.vi, nameEn: empty.title.en } }
    : null;
}

/** The same body with these words in it. */
export const withWords = (body: Body, given: readonly Wording[]): Body => ({
  ...body,
  parts: body.parts.map((part) =>
    part.kind === 'words'
      ? { ...part, text: given.find(({ section }) => section === part.id)?.text ?? '' }
      : part,
  ),
});
