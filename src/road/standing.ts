// Where a dossier stands: every act is followed by the law of its own day, in the order of the days, so that the
// order of typing does not matter. The stage, the clocks and what is known come out; nothing here is stored by hand.
import type { PartialDay } from '../platform/day.ts';
import { extended } from '../rules/index.ts';
import type { Clock, Facts, Verdict } from '../rules/verdict.ts';
import type { Act, Dossier } from './fold.ts';
import type { PathOf } from './held.ts';
import type { Doing, Known, Law, MemberEffect, Question } from './law.ts';
import { lastStep } from './road.ts';
import type { Phase } from './view.ts';

/** Facts looked up beside the acts, for a day and the cell that had the case; `said` is what the acts up to then say. */
export type HeldOn = (on: PartialDay, said: Known, unitId?: number) => Facts;
const nothing: Facts = {};
/** Where nothing is looked up, what the acts say is not copied. */
export const nothingHeld: HeldOn = () => nothing;

export interface RunningClock extends Clock {
  /** act that started it */
  entry: string;
  step: string;
  /** a clock about a place runs for that place alone */
  place: string | null;
  endedOn: PartialDay | null;
}

export interface JudgedAct {
  act: Act;
  stageBefore: string | null;
  stageAfter: string | null;
  /** the act under the law of its day, on what is known now; null where the step is unknown to the procedures */
  verdict: Verdict | null;
  clocks: Clock[];
  effect: MemberEffect | null;
}

export interface Standing {
  stage: string;
  stageOn: PartialDay | null;
  closedAs: string | null;
  closedOn: PartialDay | null;
  acts: JudgedAct[];
  clocks: RunningClock[];
  /** everything the acts say, by dotted names */
  facts: Known;
}

/** A case and where its cells stood: local rules hold by place and day. */
export interface Located extends Dossier {
  path?: string;
  pathOf?: PathOf;
}

export const pathOn = ({ path, pathOf }: Located, unitId: number, on: PartialDay): string | undefined =>
  pathOf?.(unitId, on) ?? path;

/** How far the acts have led so far; following an act tells where it leads, and changes nothing. */
export interface Walk {
  dossier: Located;
  law: Law;
  factsOf: Law['factsOf'];
  heldOn: HeldOn;
  stage: string | null;
  stageOn: PartialDay | null;
  /** step that led to the stage */
  by: string | null;
}

export type Follow = (walk: Walk, index: number) => JudgedAct;

/** `following`: what goes before following an act, where its judgement may be known already. */
export function standOf(
  dossier: Located,
  law: Law,
  heldOn: HeldOn = nothingHeld,
  following = (each: Follow): Follow => each,
): Standing {
  const { takenOver } = dossier;
  const start = takenOver ?? { stage: null, stageOn: null };
  const { stage, stageOn } = start;
  const walk: Walk = { dossier, law, factsOf: law.along(), heldOn, stage, stageOn, by: null };
  const next = following(follow);
  const acts = dossier.acts.map((_, index) => {
    const judged = next(walk, index);
    if (judged.stageAfter !== judged.stageBefore) leadTo(walk, judged);
    return judged;
  });
  const { ended } = dossier;
  // The roll ends what it has ended, unless the road itself led to its end before.
  if (ended && walk.stage !== 'closed')
    Object.assign(walk, { stage: 'closed', stageOn: ended.on, by: ended.as });
  return {
    stage: walk.stage ?? 'nominated',
    stageOn: walk.stageOn ?? lastDay(acts),
    ...endOf(walk, acts),
    acts,
    clocks: clocksOf(acts, walk.stage === 'closed')
      .filter((clock) => !isOvertaken(clock, walk))
      .map((clock) => law.stopped(clock, dossier.acts)),
    facts: walk.factsOf({ dossier, acts: dossier.acts, stage: walk.stage, act: null, held: {} }),
  };
}

function leadTo(walk: Walk, { act, stageAfter }: JudgedAct): void {
  Object.assign(walk, { stage: stageAfter, stageOn: act.on, by: act.step });
}

function endOf(walk: Walk, acts: readonly JudgedAct[]): Pick<Standing, 'closedAs' | 'closedOn'> {
  if (walk.stage !== 'closed') return { closedAs: null, closedOn: null };
  const last = acts.at(-1)?.act.step ?? null;
  return {
    closedAs: closedAs(walk.by ?? last),
    closedOn: walk.stageOn ?? lastDay(acts) ?? walk.dossier.takenOver?.on ?? null,
  };
}

/** One act under the law of its day, on what stood before it. */
function follow(walk: Walk, index: number): JudgedAct {
  const { dossier, law } = walk;
  const act = dossier.acts[index] as Act;
  const stageBefore = walk.stage;
  if (!act.on) return { ...unknown, act, stageBefore, stageAfter: stageBefore };
  const doing = { step: act.step, on: act.on, inputs: act.inputs, passed: act.passed };
  // Where a case taken over stood before each of its earlier acts is not known.
  const stage = act.takenOver ? null : stageBefore;
  const before = { dossier, acts: dossier.acts.slice(0, index), stage };
  const facts = factsFor(walk.factsOf, before, doing, (on, said) => walk.heldOn(on, said, act.unitId));
  const rules = law.rulesOn(act.on, pathOn(dossier, act.unitId, act.on));
  const verdict = rules.judge(act.step, facts);
  const stageAfter = act.takenOver ? stageBefore : (leadOf(act, verdict) ?? stageBefore);
  if (act.passed === false) return { ...unknown, act, stageBefore, stageAfter, verdict };
  const clocks = verdict.outcome === 'refused' ? rules.clocksOf(act.step, facts) : verdict.clocks;
  const effect = act.takenOver ? null : rules.effectOf(act.step, facts);
  return { act, stageBefore, stageAfter, verdict, clocks, effect };
}

const unknown = { verdict: null, clocks: [], effect: null };

/** The facts an act is judged by: what the acts say, with what is known beside them on its day. */
export function factsFor(
  factsOf: Law['factsOf'],
  before: Pick<Question, 'dossier' | 'acts' | 'stage'>,
  act: Doing,
  heldOn: HeldOn,
): Known {
  const said = factsOf({ ...before, act, held: {} });
  const held = heldOn(act.on, said);
  // Some hundred names, for every act of every case that is folded: copied only where something is known beside them.
  return held === nothing ? said : withHeld(said, held);
}

/** What was looked up goes over what the acts say; what was not found says nothing. */
export const withHeld = (said: Known, held: Facts): Known => ({ ...said, ...found(held) });
const found = (held: Facts): Facts =>
  Object.fromEntries(Object.entries(held).filter(([, value]) => value !== undefined));

/** An act that could not be taken any more still stands as recorded: it is shown, and only people take it back. */
function leadOf(act: Act, verdict: Verdict | null): string | null {
  if (verdict && verdict.outcome !== 'refused') return verdict.leadsTo;
  const { data } = act;
  return data && data.stageAfter !== data.stageBefore ? data.stageAfter : null;
}

const lastDay = (acts: readonly JudgedAct[]): PartialDay | null =>
  acts.findLast(({ act }) => act.on)?.act.on ?? null;
/** The end of the road is the card; every other end is named after the step that made it. */
const closedAs = (step: string | null): string =>
  step === null ? 'unknown' : step === lastStep ? 'recognised' : step;

/** Clocks as the acts start and stop them; a later start of the same clock takes the place of the earlier. */
function clocksOf(judged: readonly JudgedAct[], closed: boolean): RunningClock[] {
  const running = new Map<string, RunningClock>();
  for (const { act, clocks } of judged) {
    const place = typeof act.inputs.place === 'string' ? act.inputs.place : null;
    stopClocks(running.values(), act, place);
    extendClocks(running, act);
    for (const clock of clocks)
      running.set(`${clock.id}|${place}`, {
        ...clock,
        entry: act.entry,
        step: act.step,
        place,
        endedOn: null,
      });
  }
  const all = [...running.values()];
  return closed ? all.map((clock) => stoppedWith(clock, lastDay(judged))) : all;
}

/**
 * The case was taken over past the step that stops the clock: it is over, though nobody knows since when. Where no
 * stage tells (a paper to be written), what was due before the take-over is not asked for any more.
 */
function isOvertaken(clock: RunningClock, { dossier, law }: Walk): boolean {
  const { takenOver } = dossier;
  const brought = dossier.acts.some((act) => act.takenOver && act.entry === clock.entry);
  if (clock.endedOn !== null || !takenOver || !brought) return false;
  const telling = clock.endsWith.flatMap((id) => stagesAfter(law, id));
  if (telling.length > 0) return telling.some((to) => law.order(to) <= law.order(takenOver.stage));
  return clock.endsWith.length > 0 && clock.dueOn !== null && clock.dueOn < takenOver.on;
}

function stagesAfter(law: Law, id: string): string[] {
  const known = law.findStep(id);
  return !known || known.aside !== null ? [] : known.step.leads_to.map(({ to }) => to);
}

/** A vote that was not carried has ended nothing: what waited for it still waits. */
function stopClocks(running: Iterable<RunningClock>, act: Act, place: string | null): void {
  if (act.passed === false) return;
  for (const clock of running)
    if (clock.endsWith.includes(act.step) && samePlace(clock.place, place)) clock.endedOn ??= act.on;
}

/** What was granted more time is due later; what is over is not. */
function extendClocks(running: Map<string, RunningClock>, { step }: Act): void {
  for (const [key, clock] of running)
    if (clock.extendsWith === step && clock.endedOn === null)
      running.set(key, { ...clock, ...extended(clock) });
}

/** A closed case has no duties left; a clock that nothing ends only informs. */
const stoppedWith = (clock: RunningClock, on: PartialDay | null): RunningClock =>
  clock.endsWith.length > 0 ? { ...clock, endedOn: clock.endedOn ?? on } : clock;

const samePlace = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

const phaseOf: Record<string, Phase> = {
  nominated: 'source',
  listed: 'source',
  class_certified: 'source',
  helped: 'source',
  permitted: 'dossier',
  papers_ready: 'dossier',
  verifying: 'dossier',
  verified: 'dossier',
  cell_voted: 'approval',
  base_voted: 'approval',
  decided: 'approval',
  admitted: 'probation',
  probation_reviewed: 'probation',
  recognition_cell_voted: 'probation',
  recognition_base_voted: 'probation',
};
export const phaseOfStage = (stage: string): Phase => phaseOf[stage] ?? 'done';
export const stagesOfPhase = (phase: Phase): string[] =>
  phase === 'done'
    ? ['recognised', 'closed']
    : Object.keys(phaseOf).filter((stage) => phaseOf[stage] === phase);
