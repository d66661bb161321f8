// Everything that holds at a place on one day, and what became different between two days: values, how sure they are,
// the clause they rest on, texts that began or ended, steps that came, went or changed.
import type { Day } from '../platform/day.ts';
import { type Document, inForceOn } from '../rules/documents.ts';
import type { Regulations } from '../rules/content.ts';
import type { Parameter, Resolved } from '../rules/parameter.ts';
import type { Procedure, ProcedureVersion, Step } from '../rules/procedure.ts';
import { sameValue } from '../rules/provisions/stricter.ts';

export type Place = { path: string } | null;

export interface HeldValue {
  parameter: Parameter;
  held: Resolved;
}

/** Every quantity with what holds of it there on that day, in the order of the files. */
export function inForceList(regulations: Regulations, day: Day, unit: Place = null): HeldValue[] {
  const rules = regulations.inForce(day, unit);
  return regulations.parameters.map((parameter) => ({ parameter, held: rules.value(parameter.id) }));
}

export type Aspect = 'value' | 'confidence' | 'basis';

export interface ValueChange {
  parameter: Parameter;
  before: Resolved;
  after: Resolved;
  changed: Aspect[];
}

export interface StepChange {
  procedure: string;
  step: Step;
  how: 'added' | 'removed' | 'changed';
}

export interface Differences {
  /** the earlier day, whichever was named first */
  from: Day;
  to: Day;
  values: ValueChange[];
  began: Document[];
  ended: Document[];
  steps: StepChange[];
}

export function differencesBetween(
  regulations: Regulations,
  dayA: Day,
  dayB: Day,
  unit: Place = null,
): Differences {
  const [from, to] = dayA <= dayB ? [dayA, dayB] : [dayB, dayA];
  const after = inForceList(regulations, to, unit);
  const values = inForceList(regulations, from, unit).map(({ parameter, held }, at) => {
    const later = after[at]!.held;
    return { parameter, before: held, after: later, changed: changedBetween(held, later) };
  });
  return {
    from,
    to,
    values: values.filter(({ changed }) => changed.length > 0),
    began: regulations.documents.filter((one) => inForceOn(one, to) && !inForceOn(one, from)),
    ended: regulations.documents.filter((one) => inForceOn(one, from) && !inForceOn(one, to)),
    steps: regulations.procedures.flatMap((one) => stepChanges(one, from, to)),
  };
}

function changedBetween(a: Resolved, b: Resolved): Aspect[] {
  const aspects: [Aspect, boolean][] = [
    ['value', sameValue(a.value, b.value) && sameReadings(a, b)],
    ['confidence', a.confidence === b.confidence && a.assumed === b.assumed],
    ['basis', sameValue(a.citations.map(cited), b.citations.map(cited))],
  ];
  return aspects.filter(([, same]) => !same).map(([aspect]) => aspect);
}
const cited = ({ document, clause }: { document: string; clause: string }) => `${document} ${clause}`;
const sameReadings = (a: Resolved, b: Resolved): boolean =>
  a.readings.length === b.readings.length &&
  a.readings.every(({ value }, at) => sameValue(value, b.readings[at]?.value));

const versionOn = ({ versions }: Procedure, day: Day): ProcedureVersion | undefined =>
  versions.findLast(({ in_force_from }) => in_force_from <= day);

function stepChanges(procedure: Procedure, from: Day, to: Day): StepChange[] {
  const [before, after] = [versionOn(procedure, from), versionOn(procedure, to)];
  if (before === after) return [];
  const [old, now] = [before, after].map((one) => new Map(one?.steps.map((step) => [step.id, step])));
  const change = (step: Step, how: StepChange['how']): StepChange => ({ procedure: procedure.id, step, how });
  const came = [...(now?.values() ?? [])].flatMap((step) => {
    const earlier = old?.get(step.id);
    if (!earlier) return [change(step, 'added')];
    return JSON.stringify(earlier) === JSON.stringify(step) ? [] : [change(step, 'changed')];
  });
  const went = [...(old?.values() ?? [])].filter((step) => !now?.has(step.id));
  return [...came, ...went.map((step) => change(step, 'removed'))];
}
