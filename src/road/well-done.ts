// The answers a step would be given if it went well: what the way onward asks, everybody in favour, every paper there.
import type { Day } from '../platform/day.ts';
import type { Condition, Input, Requirement, Step } from '../rules/procedure.ts';
import type { InputData, Inputs } from './dossier.ts';
import type { Act } from './fold.ts';
import type { Law } from './law.ts';
import { placeOf } from './inquiries.ts';
import { replyStep, sendingStep } from './road.ts';

/** Whoever will be named. */
export const nobodyYet = '00000000-0000-0000-0000-000000000000';

interface Moment {
  day: Day;
  stage: string;
  acts: readonly Act[];
}

/** One way of answering for each choice that nothing decides beforehand; at least one. */
export function wellDone(law: Law, id: string, moment: Moment): Inputs[] {
  const step = law.findStep(id)?.step;
  if (!step) return [{}];
  const asked = { law, step, wanted: wantedBy(law, step, moment.stage), ...moment };
  const inputs = step.inputs.filter((input) => input.required || asked.wanted.has(factOf(step, input)));
  return inputs.reduce<Inputs[]>(
    (ways, input) =>
      answersTo({ ...asked, input }).flatMap((answer) => ways.map((way) => ({ ...way, [input.id]: answer }))),
    [{}],
  );
}

const factOf = (step: Step, input: Input): string => input.fact ?? `${step.id}.${input.id}`;

/** What the nearest stage onward asks of the facts. */
function wantedBy(law: Law, step: Step, stage: string): Map<string, Condition> {
  const onward = step.leads_to
    .filter(({ to }) => to !== 'closed' && law.order(to) > law.order(stage))
    .toSorted((a, b) => law.order(a.to) - law.order(b.to));
  return new Map((onward[0]?.when ?? []).map((condition) => [condition.fact, condition]));
}

interface Asked extends Moment {
  law: Law;
  step: Step;
  wanted: ReadonlyMap<string, Condition>;
  input: Input;
}

function answersTo(asked: Asked): InputData[] {
  const condition = asked.wanted.get(factOf(asked.step, asked.input));
  const given = condition?.is ?? condition?.in?.[0];
  return given === undefined ? answers[asked.input.kind](asked) : [given];
}

const answers: Record<Input['kind'], (asked: Asked) => InputData[]> = {
  day: ({ day }) => [day],
  month_day: ({ day }) => [day],
  number: ({ input }) => [input.min ?? 1],
  choice: ({ law, input }) => [
    ...(input.choices?.map(({ code }) => code) ?? law.catalogue(input.catalogue ?? '') ?? []),
  ],
  choices: (asked) => {
    const first = answers.choice(asked)[0];
    return [typeof first === 'string' ? [first] : []];
  },
  earlier: ({ acts, input }) => [acts.findLast(({ step }) => step === input.of)?.root ?? nobodyYet],
  flag: ({ step, input }) => [flagFor(step.requires, factOf(step, input))],
  text: () => ['-'],
  note: () => ['-'],
  document: ({ day }) => [{ number: null, on: day, by: null }],
  person: () => [nobodyYet],
  people: () => [[nobodyYet]],
  ballot: () => [{ total: 3, base: 3, present: 3, yes: 3, no: 0, blank: 0, excluded: {} }],
  papers: ({ law, day }) => [
    law.papersOf('admission').map(({ id }) => ({ id, state: 'have' as const, on: day, keptAt: null })),
  ],
  places: ({ acts }) => [openPlace(acts)],
};

const flagFor = (requires: readonly Requirement[], fact: string): boolean => {
  const guard = requires.find(({ guard: word, args }) => word === 'flag' && args.fact === fact);
  return (guard?.args.is as boolean | undefined) ?? true;
};

/** The first place that was asked and has not answered; any place when none waits. */
function openPlace(acts: readonly Act[]): string {
  const placesOf = (step: string) =>
    acts.filter((act) => act.step === step).flatMap((act) => placeOf(act) ?? []);
  const answered = new Set(placesOf(replyStep));
  return placesOf(sendingStep).find((place) => !answered.has(place)) ?? '-';
}
