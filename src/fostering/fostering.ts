// What the acts of one dossier say of fostering: its helpers in turn, their monthly notes, assessments, tasks and the
// years it was chosen for. A fold of acts; which steps exist and what they ask stands in regulations/procedures.
import type { PartialDay } from '../platform/day.ts';
import type { Act, Dossier } from '../road/fold.ts';
import type { DocumentData, InputData } from '../road/dossier.ts';

/** The steps this room writes; all are acts beside the road that rest on nothing the writer saw. */
export const fosteringSteps = [
  'charge_note',
  'hand_over_note',
  'give_task',
  'task_result',
  'contact',
  'assess',
  'choose_for_year',
  'pause',
  'resume',
] as const;
export type FosteringStep = (typeof fosteringSteps)[number];

export interface Charge {
  nth: number;
  helperId: string;
  fromOn: PartialDay | null;
  replacedOn: PartialDay | null;
  handedOver: boolean;
}

export interface Note {
  entry: string;
  month: string;
  helperId: string | null;
  notedOn: PartialDay | null;
  state: string | null;
}

export const criteria = ['motive', 'striving', 'achievement', 'recognised'] as const;
export type Criterion = (typeof criteria)[number];

export interface Assessment extends Record<Criterion, string | null> {
  entry: string;
  year: number;
  half: string;
  assessedOn: PartialDay | null;
}

export interface Task {
  entry: string;
  givenOn: PartialDay | null;
  untilOn: PartialDay | null;
  kind: string | null;
  result: string | null;
  doneOn: PartialDay | null;
}

export interface Chosen {
  year: number;
  chosenOn: PartialDay | null;
  number: string | null;
}

type Acts = readonly Act[];
const text = (value: InputData | undefined): string | null => (typeof value === 'string' ? value : null);
const number = (value: InputData | undefined): number | null => (typeof value === 'number' ? value : null);
const ofStep = (acts: Acts, step: FosteringStep): Act[] => acts.filter((act) => act.step === step);

/** Everybody who was the helper, in turn; `helperInput` names the input of a step that says who helps from now on. */
export function chargesOf({ acts }: Pick<Dossier, 'acts'>, helperInput: (step: string) => string | null) {
  const named = acts.flatMap((act) => {
    const helperId = text(act.inputs[helperInput(act.step) ?? '']);
    return helperId === null ? [] : [{ helperId, fromOn: act.on }];
  });
  const turns = named.filter((turn, index) => turn.helperId !== named[index - 1]?.helperId);
  const left = new Set(ofStep(acts, 'hand_over_note').map((act) => text(act.inputs.helper)));
  return turns.map(
    (turn, nth): Charge => ({
      ...turn,
      nth,
      replacedOn: turns[nth + 1]?.fromOn ?? null,
      handedOver: left.has(turn.helperId),
    }),
  );
}

/** A note that names nobody is that of the helper of its month. */
export const notesOf = ({ acts }: Pick<Dossier, 'acts'>, charges: readonly Charge[]): Note[] =>
  ofStep(acts, 'charge_note').flatMap(({ entry, on, inputs }) => {
    const month = text(inputs.month)?.slice(0, 7);
    if (!month) return [];
    const helperId = text(inputs.helper) ?? helperIn(charges, month);
    return [{ entry, month, helperId, notedOn: on, state: text(inputs.state) }];
  });

const helperIn = (charges: readonly Charge[], month: string): string | null =>
  charges.findLast(({ fromOn }) => (fromOn ?? '').slice(0, 7) <= month)?.helperId ?? null;

export const assessmentsOf = ({ acts }: Pick<Dossier, 'acts'>): Assessment[] =>
  ofStep(acts, 'assess').flatMap(({ entry, on, inputs }) => {
    const [year, half] = [number(inputs.year), text(inputs.half)];
    if (year === null || half === null) return [];
    const [motive, striving] = [text(inputs.motive), text(inputs.striving)];
    const [achievement, recognised] = [text(inputs.achievement), text(inputs.recognised)];
    return [{ entry, year, half, assessedOn: on, motive, striving, achievement, recognised }];
  });

/** A task with the newest result that names it. */
export function tasksOf({ acts }: Pick<Dossier, 'acts'>): Task[] {
  const results = ofStep(acts, 'task_result');
  return ofStep(acts, 'give_task').map(({ entry, root, on, inputs }) => {
    // A task that was corrected is still the task its result names.
    const done = results.findLast(({ inputs: { task } }) => task === root || task === entry);
    return {
      entry,
      givenOn: on,
      untilOn: text(inputs.until),
      kind: text(inputs.kind),
      result: text(done?.inputs.result),
      doneOn: done?.on ?? null,
    };
  });
}

/** The years a candidate was chosen for; the newest choice for a year stands. */
export function chosenOf({ acts }: Pick<Dossier, 'acts'>): Chosen[] {
  const years = new Map<number, Chosen>();
  for (const { on, inputs } of ofStep(acts, 'choose_for_year')) {
    const year = number(inputs.year);
    const resolution = inputs.resolution as DocumentData | undefined;
    if (year !== null) years.set(year, { year, chosenOn: on, number: resolution?.number ?? null });
  }
  return [...years.values()];
}

/** The half of the year in which a day lies. */
export const halfOf = (day: string): { year: number; half: 'h1' | 'h2' } => ({
  year: Number(day.slice(0, 4)),
  half: Number(day.slice(5, 7)) <= 6 ? 'h1' : 'h2',
});

/** First day of a half-year, and the first day after it. */
export const spanOfHalf = (year: number, half: string): { from: string; before: string } =>
  half === 'h1'
    ? { from: `${year}-01-01`, before: `${year}-07-01` }
    : { from: `${year}-07-01`, before: `${year + 1}-01-01` };
