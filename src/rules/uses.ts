// Which facts and quantities each part of a step points to: its guards, clocks, extensions, effects and conditions.
// The check of the files asks it for what does not exist, the pages for where a quantity is used.
import type { z } from 'zod';
import { transitionClock } from './clocks/run.ts';
import { clockWords } from './clocks/words.ts';
import { guards } from './guards/all.ts';
import type { Regulations } from './content.ts';
import type { Condition, Due, Step } from './procedure.ts';
import type { FaultCode } from './reading/messages.ts';
import { transitionStep } from './ruleset.ts';

export interface Use {
  step: string;
  /** what points there: a guard, a clock, its extension, the effect of the step, a condition */
  as: 'guard' | 'clock' | 'extension' | 'stop' | 'effect' | 'condition';
  /** the guard's word, the clock's id, or the step itself */
  name: string;
  /** which of the step's guards or clocks */
  at: number;
  facts: readonly string[];
  parameters: readonly string[];
  /** an unknown word, or arguments that do not fit it */
  fault: { code: FaultCode; name: string; said: string } | null;
}

/** Quantities that the engine itself asks for, for every step and every clock. */
export const engineParameters: readonly string[] = [transitionStep, transitionClock];

export function usesOf(step: Step): Use[] {
  const day = step.effect?.day;
  const whole = (as: Use['as']): Use => ({ ...nothing, step: step.id, as, name: step.id, at: 0 });
  return [
    ...step.requires.map(({ guard, args }, at): Use => {
      const pointed = useOf(guards[guard], args, { code: 'fault.no_guard', name: guard });
      return { ...pointed, step: step.id, as: 'guard', name: guard, at };
    }),
    ...step.due.flatMap((due, at) => usesOfDue(step.id, due, at)),
    {
      ...whole('effect'),
      facts: [day?.fact, step.effect?.seniority?.fact, step.effect?.seniority?.unless].filter(
        (one) => one !== undefined,
      ),
      parameters: day?.months ? [day.months] : [],
    },
    { ...whole('condition'), facts: conditionsOf(step).map(({ fact }) => fact) },
  ];
}

interface Word {
  args: z.ZodType;
  facts: (args: never) => string[];
  parameters: (args: never) => string[];
}
type Pointed = Pick<Use, 'facts' | 'parameters' | 'fault'>;
const nothing: Pointed = { facts: [], parameters: [], fault: null };

function usesOfDue(step: string, { id, clock, args, extended_by, stopped_by }: Due, at: number): Use[] {
  const place = { step, name: id, at };
  const own: Use = {
    ...useOf(clockWords[clock], args, { code: 'fault.no_clock', name: clock }),
    ...place,
    as: 'clock',
  };
  const moved = (as: Use['as'], facts: string[], parameter: string): Use => ({
    ...nothing,
    ...place,
    as,
    facts,
    parameters: [parameter],
  });
  return [
    own,
    ...(extended_by ? [moved('extension', [`${extended_by.step}.on`], extended_by.parameter)] : []),
    ...(stopped_by
      ? [moved('stop', [`${stopped_by.step}.on`, `${stopped_by.until}.on`], stopped_by.parameter)]
      : []),
  ];
}

function useOf(word: Word | undefined, args: unknown, no: { code: FaultCode; name: string }): Pointed {
  if (!word) return { ...nothing, fault: { ...no, said: '' } };
  const parsed = word.args.safeParse(args);
  if (!parsed.success) {
    const said = parsed.error.issues.map((one) => `${one.path.join('.')} ${one.message}`.trim()).join('; ');
    return { ...nothing, fault: { code: 'fault.args', name: no.name, said } };
  }
  const held = parsed.data as never;
  return { facts: word.facts(held), parameters: word.parameters(held), fault: null };
}

const conditionsOf = (step: Step): Condition[] =>
  [
    ...step.requires.map((one) => one.when),
    ...step.due.map((one) => one.when),
    ...step.leads_to.map((one) => one.when),
    ...step.inputs.map((one) => one.when),
    step.when,
    step.effect?.when,
  ].flatMap((when) => when ?? []);

export interface UsedAt {
  procedure: string;
  step: string;
  as: Use['as'];
  name: string;
}

/** Every place that asks for this quantity; the engine's own are asked by every step or clock and name none. */
export const whereUsed = ({ procedures }: Regulations, parameter: string): UsedAt[] =>
  procedures.flatMap(({ id, versions }) => {
    const found = versions
      .flatMap(({ steps }) => steps)
      .flatMap(usesOf)
      .filter(({ parameters }) => parameters.includes(parameter))
      .map(({ step, as, name }) => ({ procedure: id, step, as, name }));
    return found.filter((one, at) => found.findIndex((other) => sameUse(one, other)) === at);
  });

const sameUse = (a: UsedAt, b: UsedAt): boolean => a.step === b.step && a.as === b.as && a.name === b.name;
