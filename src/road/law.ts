// The regulations as this room asks them: which steps are open, what may be done on a day, what follows from it.
// The only file here that speaks to the engine of src/rules.
import { addMonths, type Day, earliest, latest, type PartialDay } from '../platform/day.ts';
import { Invalid } from '../platform/errors.ts';
import type { Message } from '../platform/messages.ts';
import {
  type Document,
  type DossierPaper,
  type Input,
  type Procedure,
  type Regulations,
  type Stage,
  type Step,
} from '../rules/index.ts';
import { buildFacts, factsAlong } from '../acts/facts.ts';
import { papersAfter, type PaperState } from '../acts/papers.ts';
import { stopsAmong, withStops } from '../rules/clocks/stops.ts';
import type { Clock, Facts, FactValue, Verdict } from '../rules/verdict.ts';
import type { Inputs } from './dossier.ts';
import type { Act, Dossier } from './fold.ts';

/** What a step does to the roll: a membership begins or ends, counted from a day. */
export interface MemberEffect {
  status: 'probationary' | 'official' | 'former';
  on: PartialDay | null;
  seniorityFrom: PartialDay | null;
  annuls: boolean;
}

export interface KnownStep {
  procedure: string;
  step: Step;
  /** name of its procedure where that stands beside the road */
  aside: Message | null;
}

/** Something done, or about to be done, on a day. */
export interface Doing {
  step: string;
  on: PartialDay;
  inputs: Inputs;
  /** of a vote already recorded: did it carry */
  passed?: boolean | null;
}

export interface Question {
  /** path: where local values are laid over the shipped ones */
  dossier: Pick<Dossier, 'takenOver'> & { path?: string };
  /** acts before this one */
  acts: readonly Pick<Act, 'step' | 'on' | 'inputs' | 'passed'>[];
  stage: string | null;
  act: Doing | null;
  held: Facts;
}

export type Known = Readonly<Record<string, FactValue | undefined>>;

/** The law of one day, asked with the facts at hand. */
export interface DayLaw {
  judge: (step: string, facts: Known) => Verdict;
  /** clocks that an act which stands has started */
  clocksOf: (step: string, facts: Known) => Clock[];
  effectOf: (step: string, facts: Known) => MemberEffect | null;
}

export interface Law {
  stages: readonly Stage[];
  /** place of a stage on the road, -1 for none */
  order: (stage: string | null) => number;
  findStep: (id: string) => KnownStep | undefined;
  /** steps that may be taken from a stage under the law of a day, exits last */
  stepsFrom: (stage: string, on: Day) => KnownStep[];
  /** version of a procedure on a day */
  versionOf: (procedure: string, on: Day) => string;
  papersOf: (procedure: string) => readonly DossierPaper[];
  catalogue: (id: string) => readonly string[] | undefined;
  labelOf: (input: Input, code: string) => Message | null;
  /** what is known of the papers of a dossier after these acts */
  papersAfter: (acts: Question['acts']) => readonly PaperState[];
  documentOf: (id: string) => Document | undefined;
  /** everything the acts up to now say, and this one, and what is held beside */
  factsOf: (question: Question) => Known;
  /** the same for whoever walks along one case and asks act by act */
  along: () => (question: Question) => Known;
  rulesOn: (on: PartialDay, path?: string) => DayLaw;
  /** the clock with the time for which the file lay elsewhere taken out, where the law says so */
  stopped: <C extends Clock>(clock: C, acts: readonly Pick<Act, 'step' | 'on'>[]) => C;
}

let current: Law | null = null;
/** Puts the loaded regulations into force for this process. */
export function useLaw(regulations: Regulations): void {
  current = lawOf(regulations);
}
export function law(): Law {
  if (!current) throw new Error('admission has no regulations yet');
  return current;
}

export function lawOf(regulations: Regulations): Law {
  const stages = regulations.stages.map((stage) => stage.id);
  const procedures = new Map(regulations.procedures.map((one) => [one.id, one]));
  const catalogueOf = (id: string) => regulations.catalogues.find((list) => list.id === id)?.items;
  return {
    stages: regulations.stages,
    order: (stage) => (stage === null ? -1 : stages.indexOf(stage)),
    findStep: (id) => {
      const [step, procedure] = [regulations.findStep(id), procedures.get(regulations.procedureOf(id) ?? '')];
      return step && procedure ? { step, ...placeOf(procedure) } : undefined;
    },
    stepsFrom: (stage, on) =>
      regulations.procedures
        .filter(({ about }) => about === 'candidacy')
        .flatMap((procedure) =>
          regulations
            .inForce(on)
            .stepsFrom(procedure.id, stage)
            .map((step) => ({ step, ...placeOf(procedure) })),
        ),
    versionOf: (id, on) => versionOf(regulations, id, on),
    papersOf: (id) => regulations.procedures.find((procedure) => procedure.id === id)?.dossier ?? [],
    catalogue: (id) => catalogueOf(id)?.map((item) => item.code),
    labelOf: (input, code) => labelIn(input.choices ?? catalogueOf(input.catalogue ?? ''), code),
    papersAfter: (acts) => papersAfter(acts, regulations).papers,
    documentOf: (id) => regulations.documents.find((document) => document.id === id),
    factsOf: (question) => buildFacts({ regulations, ...asked(question) }),
    along: () => {
      const facts = factsAlong(regulations);
      return (question) => facts(asked(question));
    },
    rulesOn: (on, path) => dayLaw(regulations, on, path),
    stopped: (clock, acts) =>
      clock.stopsWith
        ? { ...clock, ...withStops(clock, stopsAmong(acts, clock.stopsWith), regulations.calendar) }
        : clock,
  };
}

const placeOf = ({ id, label, aside }: Procedure): Omit<KnownStep, 'step'> => ({
  procedure: id,
  aside: aside ? label : null,
});

function dayLaw(regulations: Regulations, on: PartialDay, path: string | undefined): DayLaw {
  const rules = regulations.inForce(latest(on), path === undefined ? null : { path });
  const procedureOf = (step: string): string => {
    const procedure = regulations.procedureOf(step);
    if (procedure === null) throw new Invalid('admission.unknown_step');
    return procedure;
  };
  return {
    judge: (step, facts) => rules.judge(procedureOf(step), step, facts),
    clocksOf: (step, facts) => rules.clocks(procedureOf(step), step, facts),
    effectOf: (step, facts) => {
      const effect = rules.effectOf(procedureOf(step), step, facts);
      if (!effect) return null;
      const day = dayIn(effect.on) ?? partlyKnown(regulations, step, { facts, path });
      return { ...effect, on: day, seniorityFrom: dayIn(effect.seniorityFrom) };
    },
  };
}

/** Twelve months from a ceremony known only by its month end in that month of the next year. */
function partlyKnown(
  regulations: Regulations,
  step: string,
  { facts, path }: { facts: Known; path: string | undefined },
): PartialDay | null {
  const day = regulations.findStep(step)?.effect?.day;
  const start = day && facts[day.fact];
  if (!day?.months || typeof start !== 'string') return null;
  const place = path === undefined ? null : { path };
  const months = regulations.inForce(earliest(start), place).value(day.months).value;
  return typeof months === 'number' ? addMonths(earliest(start), months).slice(0, start.length) : null;
}

const labelIn = (
  items: readonly { code: string; label: Message }[] | undefined,
  code: string,
): Message | null => items?.find((item) => item.code === code)?.label ?? null;

const dayIn = (value: FactValue): PartialDay | null => (typeof value === 'string' ? value : null);

function asked({ dossier, acts, stage, act, held }: Question) {
  const takenOver = dossier.takenOver ? { 'dossier.takenOverStage': dossier.takenOver.stage } : {};
  return { held: { 'dossier.stage': stage ?? undefined, ...takenOver, ...held }, acts, act };
}

function versionOf({ procedures }: Regulations, id: string, on: Day): string {
  const versions = procedures.find((procedure) => procedure.id === id)?.versions ?? [];
  return (versions.findLast((version) => version.in_force_from <= on) ?? versions[0])?.version ?? '';
}
