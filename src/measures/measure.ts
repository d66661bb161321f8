// A measure (biện pháp): what a unit does about its target in a period, which office has it, by when, and what came of
// it. It ends done with a result, or dropped with a reason; an end recorded by mistake is taken back.
import { z } from 'zod';
import { withdrawal } from '../platform/effective.ts';
import { type Entry, entryDay, publicText } from '../platform/entry.ts';
import type { Day } from '../platform/day.ts';
import type { DueRow } from '../worklist/due.ts';
import { periodKey } from '../plans/period.ts';

export const figureCode = z.string().regex(/^[a-z][a-z_]{1,39}$/);
const set = {
  figure: figureCode.nullable(),
  what: publicText(),
  officeId: z.int().positive(),
  /** unit and kind of that office, so that the line stands where its office stands */
  ownerUnitId: z.int().positive(),
  ownerKind: z.string().regex(/^[a-z_]{1,40}$/),
  dueOn: entryDay,
  documentId: z.uuid().nullable(),
};

/** Stream `measure:<uuid>`; the unit stands in the entry’s own column. */
export const measureKinds = {
  'measure.planned': z.object({ period: periodKey, ...set }),
  /** other words, another owner, another day: the whole anew, with the ground */
  'measure.changed': z.object({ ...set, ground: publicText().nullable() }),
  'measure.done': z.object({ outcome: publicText() }),
  'measure.dropped': z.object({ outcome: publicText() }),
} satisfies Record<string, z.ZodType>;
export type PlannedData = z.output<(typeof measureKinds)['measure.planned']>;
export type ChangedData = z.output<(typeof measureKinds)['measure.changed']>;

export type MeasureState = 'open' | 'done' | 'dropped';
export interface Measure {
  id: string;
  unitId: number;
  period: string;
  figure: string | null;
  what: string;
  officeId: number;
  ownerUnitId: number;
  ownerKind: string;
  plannedOn: Day;
  dueOn: Day;
  documentId: string | null;
  state: MeasureState;
  endedOn: Day | null;
  outcome: string | null;
  endedEntry: string | null;
  version: number;
}

export const measureStreamOf = (id: string): string => `measure:${id}`;

const endings: Readonly<Record<string, MeasureState>> = {
  'measure.done': 'done',
  'measure.dropped': 'dropped',
};

/** What was not taken back, in the order of recording, not of days: a change is made to what stood when it was written. */
function standingOf(entries: readonly Entry[]): Entry[] {
  const gone = new Set(entries.flatMap(({ kind, names }) => (kind === withdrawal && names ? [names] : [])));
  return entries.filter(({ clientId, kind }) => kind !== withdrawal && !gone.has(clientId));
}

/** Null when the planning itself was taken back. */
export function foldMeasure(id: string, entries: readonly Entry[]): Measure | null {
  const standing = standingOf(entries);
  const planned = standing.find(({ kind }) => kind === 'measure.planned');
  if (!planned || planned.unitId === null) return null;
  const changed = standing.findLast(({ kind }) => kind === 'measure.changed')?.data as
    | ChangedData
    | undefined;
  const { period, ...first } = planned.data as PlannedData;
  const { ground: _ground, ...now } = { ground: null, ...first, ...changed };
  return {
    id,
    unitId: planned.unitId,
    period,
    ...now,
    plannedOn: planned.happenedOn ?? '',
    ...endOf(standing.findLast(({ kind }) => kind in endings)),
    version: entries.at(-1)?.version ?? 0,
  };
}

function endOf(end: Entry | undefined): Pick<Measure, 'state' | 'endedOn' | 'outcome' | 'endedEntry'> {
  if (!end) return { state: 'open', endedOn: null, outcome: null, endedEntry: null };
  const { outcome } = end.data as { outcome: string };
  return { state: endings[end.kind] ?? 'open', endedOn: end.happenedOn, outcome, endedEntry: end.clientId };
}

export const measureClock = 'measure';
export const measureSteps = ['measure_done', 'measure_dropped'] as const;

/** The line of its owner; one that has ended has none. It stands where the owner's office stands. */
export const dueOfMeasure = (measure: Measure): DueRow[] =>
  measure.state !== 'open'
    ? []
    : [
        {
          caseKind: 'plan',
          caseId: measure.id,
          clock: measureClock,
          part: '',
          step: measureClock,
          unitId: measure.ownerUnitId,
          officeId: measure.officeId,
          personId: null,
          startsOn: measure.plannedOn,
          dueOn: measure.dueOn,
          extendsTo: null,
          limit: null,
          unit: 'days',
          nature: 'duty',
          answers: [measure.ownerKind],
          citations: [],
          confidence: 'S',
          endsWith: [...measureSteps],
        },
      ];

export interface MeasureDays {
  happenedOn: Day;
  dueOn: Day;
}
/** What speaks against the days of a plan; null when nothing does. */
export function planFault({ happenedOn, dueOn }: MeasureDays, today: Day): string | null {
  if (happenedOn > today) return 'ledger.future_day';
  return dueOn < happenedOn ? 'measure.due_before' : null;
}

export function endFault(measure: Pick<Measure, 'plannedOn'>, on: Day, today: Day): string | null {
  if (on > today) return 'ledger.future_day';
  return on < measure.plannedOn ? 'measure.ended_before' : null;
}
