// What the API of rounds – what a committee asks of the units below it – accepts and answers.
import { z } from 'zod';
import { periodKinds } from '../forms/view.ts';
import { clientId, cursor, day, id, limit, line, message, periodKey, unitId } from './shape.ts';

// ---- rounds: what a committee asks of the units below it

export const mostAsked = 500;
export const mostForms = 12;
export const roundBody = z.object({
  clientId,
  /** the committee that asks: one’s own unit */
  unitId,
  /** a round for each of them */
  forms: z.array(z.string().max(60)).min(1).max(mostForms),
  period: periodKey,
  /** the figures are those of the end of this day (ngày chốt số liệu), within the period */
  closesOn: day,
  /** to be in by this day (hạn gửi), not before it closes */
  dueOn: day,
  to: z.array(unitId).min(1).max(mostAsked),
  words: line(0).default(''),
  documentId: z.uuid().nullable().default(null),
  /** asked again every such period, until it is withdrawn; nothing is sent by itself */
  every: z.enum(periodKinds).nullable().default(null),
  /** the next period of a schedule, as it stood prepared or changed before it is sent */
  schedule: z.uuid().nullable().default(null),
});
export type RoundBody = z.output<typeof roundBody>;
export const askedAnswer = z.object({
  /** in the order of the forms */
  ids: z.array(z.uuid()),
  schedule: z.uuid().nullable(),
});
export type AskedAnswer = z.output<typeof askedAnswer>;
export const extendBody = z.object({
  clientId,
  /** of these units; empty: of all */
  units: z.array(unitId).max(mostAsked).default([]),
  dueOn: day,
  reason: line(3),
});
export type ExtendBody = z.output<typeof extendBody>;

/**
 * submitted, also when late · late: not yet in and overdue · owing: not yet in · returned: to be sent again · ended: the unit
 * has ended without sending, and is not waited for any more
 */
export const owingStates = ['submitted', 'late', 'owing', 'returned', 'ended'] as const;
export type OwingState = (typeof owingStates)[number];

export const roundHead = {
  id: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  form: z.object({ id: z.string(), title: message }),
  /** the form was dropped since: nobody can make this report any more */
  dropped: z.boolean(),
  period: z.string(),
  periodLabel: message,
  closesOn: z.string(),
  dueOn: z.string(),
  askedOn: z.string(),
  words: z.string(),
  document: z.object({ id: z.string(), label: z.string() }).nullable(),
  takenBack: z.object({ on: z.string(), reason: z.string() }).nullable(),
};
export const roundLine = z.object({
  ...roundHead,
  /** asked: without units that have ended and not sent */
  counts: z.object({ asked: z.int(), submitted: z.int(), late: z.int(), owing: z.int(), returned: z.int() }),
});
export type RoundLine = z.output<typeof roundLine>;
export const roundsQuery = z.object({ unit: id.optional(), period: periodKey.optional(), cursor, limit });
export type RoundsQuery = z.output<typeof roundsQuery>;
export const roundsAnswer = z.object({
  items: z.array(roundLine),
  total: z.int(),
  next: z.string().nullable(),
  asOf: z.string(),
  can: z.array(z.enum(['ask'])),
});
export type RoundsAnswer = z.output<typeof roundsAnswer>;
export const roundView = z.object({
  ...roundHead,
  asOf: z.string(),
  counts: roundLine.shape.counts,
  units: z.array(
    z.object({
      unitId: z.number(),
      unitName: z.string(),
      /** has ended since */
      ended: z.boolean(),
      /** nobody holds an office there that could submit */
      nobody: z.boolean(),
      dueOn: z.string(),
      state: z.enum(owingStates),
      /** days past the day it was due, of what is not in or came late */
      lateDays: z.int().nullable(),
      reportId: z.string().nullable(),
      submittedOn: z.string().nullable(),
      /** the line on the work list, as POST /api/reminders takes it (caseKind 'report', clock 'report_submit') */
      line: z
        .object({
          caseKind: z.literal('report'),
          caseId: z.string(),
          clock: z.string(),
          part: z.string(),
          startsOn: z.string(),
        })
        .nullable(),
      remindedOn: z.string().nullable(),
    }),
  ),
  extensions: z.array(
    z.object({ on: z.string(), dueOn: z.string(), units: z.array(z.string()), reason: z.string() }),
  ),
  can: z.array(z.enum(['extend', 'take_back', 'remind'])),
});
export type RoundView = z.output<typeof roundView>;

/** What a unit was asked for, and what it has of it. */
export const owingView = z.object({
  round: z.object(roundHead),
  dueOn: z.string(),
  state: z.enum(owingStates),
  lateDays: z.int().nullable(),
  reportId: z.string().nullable(),
  submittedOn: z.string().nullable(),
  returned: z.object({ on: z.string(), reason: z.string() }).nullable(),
  can: z.array(z.enum(['submit'])),
});
export type OwingView = z.output<typeof owingView>;
export const owingQuery = z.object({ unit: id.optional(), all: z.stringbool().default(false) });
export const owingAnswer = z.object({
  unit: z.object({ id: z.number(), name: z.string() }).nullable(),
  items: z.array(owingView),
  asOf: z.string(),
});
export type OwingAnswer = z.output<typeof owingAnswer>;

// ---- schedules: rounds that are asked again every period

export const scheduleView = z.object({
  id: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  forms: z.array(z.object({ id: z.string(), title: message, dropped: z.boolean() })),
  every: z.enum(periodKinds),
  words: z.string(),
  document: z.object({ id: z.string(), label: z.string() }).nullable(),
  setOn: z.string(),
  withdrawn: z.object({ on: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** what was asked first, from whose days the later ones follow */
  first: z.object({
    periodLabel: message,
    closesOn: z.string(),
    dueOn: z.string(),
    to: z.array(z.object({ id: z.number(), name: z.string() })),
  }),
  /** what stands prepared; null once it is withdrawn */
  next: z
    .object({
      period: z.string(),
      periodLabel: message,
      closesOn: z.string(),
      dueOn: z.string(),
      /** units still there for which the forms are meant */
      to: z.array(z.object({ id: z.number(), name: z.string() })),
      /** asked last time and not any more: ended, moved away, of another kind */
      gone: z.array(z.string()),
      /** directly below and not asked yet: founded or come since, or since then of a kind that can be asked */
      fresh: z.array(z.object({ id: z.number(), name: z.string() })),
      /** may be sent from this day */
      from: z.string(),
    })
    .nullable(),
  /** newest first */
  past: z.array(
    z.object({
      period: z.string(),
      periodLabel: message,
      on: z.string(),
      rounds: z.array(z.object({ id: z.string(), title: message })),
      /** passed over, with the reason */
      skipped: z.string().nullable(),
      /** asked after all */
      can: z.array(z.enum(['restore'])),
    }),
  ),
  /** repeat: once it is withdrawn, asked again from what it was */
  can: z.array(z.enum(['send', 'skip', 'withdraw', 'repeat'])),
});
export type ScheduleView = z.output<typeof scheduleView>;
export const schedulesAnswer = z.object({ items: z.array(scheduleView) });
export type SchedulesAnswer = z.output<typeof schedulesAnswer>;
export const schedulesQuery = z.object({ unit: id });
export const skipBody = z.object({ clientId, period: periodKey, reason: line(3) });
export type SkipBody = z.output<typeof skipBody>;
export const restoreBody = z.object({ clientId, period: periodKey });
export type RestoreBody = z.output<typeof restoreBody>;
