// What may be sent to set, propose and tell numbers. Their meaning is judged by decide.ts, which answers in words.
import { z } from 'zod';
import { isDay } from '../platform/day.ts';
import { entryDay, typedCode } from '../platform/entry.ts';
import { normalise } from '../platform/text.ts';
import { marks } from './amount.ts';
import { periodKey } from './period.ts';
import { verdicts } from './view.ts';

const day = z.string().refine(isDay, 'day');
const words = z.string().transform(normalise).pipe(z.string().max(300));
const optionalWords = words
  .transform((text) => text || null)
  .nullable()
  .default(null);
export const decisionBody = z
  .object({
    number: typedCode.nullable().default(null),
    on: entryDay.nullable().default(null),
    by: optionalWords,
  })
  .nullable()
  .default(null);

/** Any number: what is no whole number of persons is refused in words, by decide.ts. */
const typed = z.number().nullable();
export const lineBody = z.object({
  figure: z.string().max(40),
  /** '' = all of them */
  part: z.string().max(40).default(''),
  minimum: typed,
  maximum: typed,
  mark: z.enum(marks).default('exact'),
  /** per mille; only for parts */
  share: typed.default(null),
});
export type LineBody = z.output<typeof lineBody>;
const linesBody = z.array(lineBody).min(1).max(100);

const written = {
  clientId: z.uuid(),
  period: periodKey,
  /** from which day it is in force */
  happenedOn: day,
  lines: linesBody,
  /** the entry that this one corrects */
  replaces: z.uuid().nullable().default(null),
};
export const assignBody = z.object({
  ...written,
  decision: decisionBody,
  documentId: z.uuid().nullable().default(null),
  reason: typedCode.nullable().default(null),
  why: optionalWords,
});
export type AssignBody = z.output<typeof assignBody>;
/** đăng ký and phấn đấu are sent alike. */
export const proposeBody = z.object(written);
export type ProposeBody = z.output<typeof proposeBody>;

export const toldBody = z.object({
  clientId: z.uuid(),
  period: periodKey,
  figure: z.string().max(40),
  asOf: day,
  value: typed,
  mark: z.enum(marks).default('exact'),
  verdict: z.enum(verdicts).nullable().default(null),
  parts: z
    .array(
      z.object({
        part: z.string().max(40).default(''),
        label: optionalWords,
        value: typed.default(null),
        share: typed.default(null),
        mark: z.enum(marks).default('exact'),
      }),
    )
    .max(50)
    .default([]),
  source: optionalWords,
  documentId: z.uuid().nullable().default(null),
  replaces: z.uuid().nullable().default(null),
});
export type ToldBody = z.output<typeof toldBody>;

export const withdrawBody = z.object({
  clientId: z.uuid(),
  reason: z.string().transform(normalise).pipe(z.string().min(5).max(300)),
});
export type WithdrawBody = z.output<typeof withdrawBody>;
export const writtenView = z.object({ ok: z.literal(true), id: z.string() });
