// What the ledger holds of targets, and what stands of it: numbers assigned from above or from outside, registered and
// aimed at by the unit, each from a day until the next saying of the same; and results that Nguồn did not count itself.
import { z } from 'zod';
import { compareDays, dayAt, type Day, earliest, latest } from '../platform/day.ts';
import { effective } from '../platform/effective.ts';
import { type Entry, entryCode, entryDay, type NewEntry, publicText } from '../platform/entry.ts';
import { amountOf, amountShape, type Mark, marks, people } from './amount.ts';
import { parsePeriod, periodKey } from './period.ts';
import { type Verdict, verdicts } from './view.ts';

/** Of the old workbook; figures are those of src/statistics/figure.ts since. */
export const targetKinds = ['admission', 'sourcing'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Ids of figures and parts: src/statistics/figure.ts knows which there are. */
const code = z.string().regex(/^[a-z][a-z_]{1,39}$/);
const part = z.union([z.literal(''), code]);
const perMille = z.int().min(0).max(1000).nullable();
const count = z.int().min(0).max(1_000_000).nullable();
const paper = z
  .object({ number: entryCode.nullable(), on: entryDay.nullable(), by: publicText().nullable() })
  .nullable();
const line = z.object({ figure: code, part, ...amountShape, share: perMille.default(null) });
const lines = z.array(line).min(1).max(200);

/** What the ledger holds of targets, by kind of entry; stream `target:<unit id>`. */
export const targetEntryKinds = {
  /** a year of the old workbook; kept readable for ever */
  'target.set': z.object({
    year: z.int().min(1930).max(2100),
    of: z.enum(targetKinds),
    minimum: count,
    maximum: count,
    aim: count,
    /** known result of a year that Nguồn did not keep itself */
    done: count,
    decision: paper,
  }),
  'target.assigned': z.object({
    period: periodKey,
    lines,
    given: z.enum(['above', 'outside']),
    plan: z.uuid().nullable().default(null),
    revision: z.int().min(0).max(10_000).default(0),
    decision: paper.default(null),
    documentId: z.uuid().nullable().default(null),
    reason: entryCode.nullable().default(null),
    why: publicText().nullable().default(null),
  }),
  'target.registered': z.object({ period: periodKey, lines }),
  'target.aimed': z.object({ period: periodKey, lines }),
  'target.told': z.object({
    period: periodKey,
    figure: code,
    asOf: entryDay,
    value: people.nullable(),
    mark: z.enum(marks).default('exact'),
    verdict: z.enum(verdicts).nullable().default(null),
    parts: z
      .array(
        z.object({
          part,
          label: publicText().nullable(),
          value: people.nullable(),
          share: perMille,
          mark: z.enum(marks),
        }),
      )
      .max(50)
      .default([]),
    source: publicText().nullable().default(null),
    documentId: z.uuid().nullable().default(null),
  }),
  /** why something was taken back */
  'target.ground': z.object({ of: z.uuid(), ground: publicText() }),
} satisfies Record<string, z.ZodType>;

type Kinds = typeof targetEntryKinds;
export type TargetData = z.output<Kinds['target.set']>;
export type AssignedData = z.output<Kinds['target.assigned']>;
export type ProposedData = z.output<Kinds['target.registered']>;
export type ToldData = z.output<Kinds['target.told']>;
export type TargetLineData = z.output<typeof line>;

// ---- entries

export interface About {
  clientId: string;
  /** the day from which it stands; null only for the old workbook and for what is told */
  happenedOn: Day | null;
  /** the entry that this one corrects */
  names?: string | null;
  batch?: string | null;
}

export const targetStreamOf = (unitId: number | string): string => `target:${unitId}`;

const entryOf = (unitId: number, kind: keyof Kinds, about: About, data: object): NewEntry => ({
  clientId: about.clientId,
  stream: targetStreamOf(unitId),
  kind,
  happenedOn: about.happenedOn,
  unitId,
  names: about.names ?? null,
  batch: about.batch ?? null,
  data: { ...data },
});

/** As the old workbook wrote a year. */
export const targetEntry = (
  unitId: number,
  about: Pick<About, 'clientId' | 'batch'>,
  data: TargetData,
): NewEntry => entryOf(unitId, 'target.set', { ...about, happenedOn: null }, data);

export const assignedEntry = (
  unitId: number,
  about: About,
  data: z.input<Kinds['target.assigned']>,
): NewEntry => entryOf(unitId, 'target.assigned', about, data);

export const registeredEntry = (
  unitId: number,
  about: About,
  data: z.input<Kinds['target.registered']>,
): NewEntry => entryOf(unitId, 'target.registered', about, data);

export const aimedEntry = (unitId: number, about: About, data: z.input<Kinds['target.aimed']>): NewEntry =>
  entryOf(unitId, 'target.aimed', about, data);

export const toldEntry = (
  unitId: number,
  about: Omit<About, 'happenedOn'>,
  data: z.input<Kinds['target.told']>,
): NewEntry => entryOf(unitId, 'target.told', { ...about, happenedOn: null }, data);

export const groundEntry = (unitId: number, about: About, data: { of: string; ground: string }): NewEntry =>
  entryOf(unitId, 'target.ground', about, data);

// ---- what stands

export type SaidKind = 'assigned' | 'registered' | 'aim';
/** One number of one figure, from the day it was said. */
export interface Said {
  kind: SaidKind;
  period: string;
  figure: string;
  part: string;
  since: Day;
  /** first day on which another number stands; null = still in force */
  until: Day | null;
  minimum: number | null;
  maximum: number | null;
  mark: Mark;
  share: number | null;
  given: 'above' | 'outside' | null;
  plan: string | null;
  revision: number | null;
  entry: string;
}
export interface Told {
  period: string;
  figure: string;
  asOf: Day;
  value: number | null;
  mark: Mark;
  verdict: Verdict | null;
  parts: ToldData['parts'];
  source: string | null;
  documentId: string | null;
  entry: string;
}
export interface Targets {
  said: Said[];
  told: Told[];
}

/** Everything ever said of a unit that still stands in the ledger, each with the days of its force. */
export function foldTargets(entries: readonly Entry[]): Targets {
  const standing = effective(entries);
  const old = newestOfYears(standing);
  return {
    said: dated([...old.flatMap(saidOfYear), ...standing.flatMap(saidOf)]),
    told: newestTold([...old.flatMap(toldOfYear), ...standing.flatMap(toldOf)]),
  };
}

/** A later workbook with another number for the same year took the place of the earlier one as a whole. */
function newestOfYears(entries: readonly Entry[]): Entry[] {
  const newest = new Map<string, Entry>();
  for (const entry of entries.toSorted((a, b) => a.position - b.position)) {
    if (entry.kind !== 'target.set') continue;
    const data = entry.data as TargetData;
    newest.set(`${data.year}/${data.of}`, entry);
  }
  return [...newest.values()];
}

type Saying = Omit<Said, 'until'>;
const none = { given: null, plan: null, revision: null, share: null } as const;

function saidOfYear({ clientId, data }: Entry): Saying[] {
  const { year, of, minimum, maximum, aim } = data as TargetData;
  const since = earliest(String(year));
  const about = { ...none, period: String(year), figure: of, part: '', since, entry: clientId };
  const assigned = amountOf(minimum, maximum);
  return [
    ...(assigned.minimum === null
      ? []
      : [{ ...about, ...assigned, kind: 'assigned' as const, given: 'above' as const }]),
    ...(aim === null ? [] : [{ ...about, ...amountOf(aim, aim), kind: 'aim' as const }]),
  ];
}

const kindOf: Record<string, SaidKind> = {
  'target.assigned': 'assigned',
  'target.registered': 'registered',
  'target.aimed': 'aim',
};

function saidOf({ kind, clientId, happenedOn, data }: Entry): Saying[] {
  const as = kindOf[kind];
  if (!as) return [];
  const said = data as ProposedData & Partial<AssignedData>;
  const since = happenedOn === null ? (parsePeriod(said.period)?.from ?? '') : earliest(happenedOn);
  return said.lines.map((one) => ({
    kind: as,
    period: said.period,
    figure: one.figure,
    part: one.part,
    since,
    ...amountOf(one.minimum, one.maximum, one.mark),
    share: one.share,
    given: said.given ?? null,
    plan: said.plan ?? null,
    revision: said.revision ?? null,
    entry: clientId,
  }));
}

const keyOf = ({ kind, period, figure, part }: Saying): string => `${kind}/${period}/${figure}/${part}`;

/** In the order of the ledger: of several sayings from one day the last stands; each ends where the next begins. */
function dated(sayings: readonly Saying[]): Said[] {
  const chains = Map.groupBy(sayings, keyOf).values();
  return [...chains].flatMap((chain) => {
    const ordered = chain.toSorted((a, b) => compareDays(a.since, b.since));
    const days = ordered.filter((saying, index) => ordered[index + 1]?.since !== saying.since);
    return days.map((saying, index) => ({ ...saying, until: days[index + 1]?.since ?? null }));
  });
}

function toldOfYear({ clientId, recordedAt, data }: Entry): Told[] {
  const { year, of, done } = data as TargetData;
  if (done === null) return [];
  const typed = dayAt(new Date(recordedAt));
  const last = `${year}-12-31`;
  const about = { period: String(year), figure: of, asOf: typed < last ? typed : last };
  const nothing = { mark: 'exact' as const, verdict: null, parts: [], source: null, documentId: null };
  return [{ ...about, ...nothing, value: done, entry: clientId }];
}

function toldOf({ kind, clientId, data }: Entry): Told[] {
  if (kind !== 'target.told') return [];
  const told = data as ToldData;
  return [{ ...told, asOf: latest(told.asOf), entry: clientId }];
}

function newestTold(tellings: readonly Told[]): Told[] {
  const newest = new Map<string, Told>();
  for (const told of tellings) newest.set(`${told.period}/${told.figure}/${told.asOf}`, told);
  // By the day they speak of: what was typed last may speak of an earlier one.
  return [...newest.values()].toSorted((a, b) => compareDays(a.asOf, b.asOf));
}

/** What is in force on a day, of sayings of one unit. */
export const inForceOn = (said: readonly Said[], on: Day): Said[] =>
  said.filter(({ since, until }) => since <= on && (until === null || on < until));
