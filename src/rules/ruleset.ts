// The rules of one day for one place in the tree: the value of a quantity, and the judgement of a step. It knows no
// step by name: everything it does is said in the procedure files with the closed words of guards and clocks.
import { addMonths, type Day, isDay } from '../platform/day.ts';
import { runClock } from './clocks/words.ts';
import { holds, isHeld } from './conditions.ts';
import type { Context, Finding } from './guards/guard.ts';
import { guards } from './guards/all.ts';
import type { Resolved } from './parameter.ts';
import type { Due, Procedure, ProcedureVersion, Requirement, Step } from './procedure.ts';
import type { Citation, Clock, FactValue, Facts, Reason, Verdict } from './verdict.ts';
import { worst } from './verdict.ts';
import type { Calendar } from '../calendar/workdays.ts';

/** What the loaded regulations offer to the rules of a day. */
export interface Sources {
  resolve: (id: string, day: Day) => Resolved;
  /** the first day in (after, until] from which one of these values may be another */
  nextChange: (ids: readonly string[], after: Day, until: Day) => Day | null;
  /** rule set and guidance of a day */
  textsOf: (day: Day) => { id: string; guidance: string[] };
  procedure: (id: string) => Procedure;
  calendar: Calendar;
  ladder: (catalogue: string) => readonly string[];
  stages: readonly string[];
  stepBasis: (step: Step, day: Day) => Citation[];
}

export interface Effect {
  status: 'probationary' | 'official' | 'former';
  on: FactValue;
  seniorityFrom: FactValue;
  annuls: boolean;
}

/** Read by the engine itself, for every step of a case: the law of which day judges it? */
export const transitionStep = 'transition.step';

export interface Ruleset {
  id: string;
  on: Day;
  guidance: string[];
  value: (id: string) => Resolved;
  judge: (procedure: string, step: string, facts: Facts) => Verdict;
  /** the verdict under the other reading of a change of law in mid-road; null when it says the same */
  judgeOtherwise: (procedure: string, step: string, facts: Facts) => Verdict | null;
  clocks: (procedure: string, step: string, facts: Facts) => Clock[];
  effectOf: (procedure: string, step: string, facts: Facts) => Effect | null;
  stepsFrom: (procedure: string, stage: string) => Step[];
}

export interface DayRules {
  on: Day;
  sources: Sources;
}

/** The version of the day of the act; a case opened under an older one keeps it when the newer says so. */
function versionOf(procedure: Procedure, on: Day, facts: Facts): ProcedureVersion {
  const at = procedure.versions.findLastIndex((one) => one.in_force_from <= on);
  const version = procedure.versions[Math.max(at, 0)]!;
  const opened = facts['dossier.openedOn'];
  const older =
    at > 0 && version.running_cases === 'finish' && isDay(opened) && opened < version.in_force_from;
  return older ? procedure.versions[at - 1]! : version;
}

function getStep(version: ProcedureVersion, id: string): Step {
  const step = version.steps.find((one) => one.id === id);
  if (!step) throw new RangeError(`no step ${id} in version ${version.version}`);
  return step;
}

export function rulesetOf(day: DayRules): Ruleset {
  const { on, sources } = day;
  const find = (procedure: string, step: string, facts: Facts, lawOn = on): Found => {
    const held = sources.procedure(procedure);
    const version = versionOf(held, lawOn, facts);
    const context = contextOf(day, step, facts, lawOn);
    return { procedure: held, version, step: getStep(version, step), context, lawOn };
  };
  const judgeBy = (reading: string, procedure: string, stepId: string, facts: Facts) =>
    judgeStep(find(procedure, stepId, facts, lawOf(reading, on, facts)), sources);
  const reading = () => String(sources.resolve(transitionStep, on).value ?? 'act');
  return {
    ...sources.textsOf(on),
    on,
    value: (parameter) => sources.resolve(parameter, on),
    judge: (procedure, stepId, facts) => judgeBy(reading(), procedure, stepId, facts),
    judgeOtherwise: (procedure, stepId, facts) => {
      if (lawOf('opened', on, facts) === on) return null;
      const used = judgeBy(reading(), procedure, stepId, facts);
      const other = judgeBy(reading() === 'opened' ? 'act' : 'opened', procedure, stepId, facts);
      return saysTheSame(used, other) ? null : other;
    },
    clocks: (procedure, stepId, facts) => {
      const { step, context } = find(procedure, stepId, facts);
      return clocksOf(step.due, context);
    },
    effectOf: (procedure, stepId, facts) => {
      const { step, context } = find(procedure, stepId, facts);
      return effectOf(step, context);
    },
    stepsFrom: (procedure, stage) =>
      versionOf(sources.procedure(procedure), on, {}).steps.filter((one) =>
        mayStart(one, stage, sources.stages),
      ),
  };
}

interface Found {
  procedure: Procedure;
  version: ProcedureVersion;
  step: Step;
  context: Context;
  lawOn: Day;
}

/** 'opened': a case opened under an older law is judged by it to its end. */
function lawOf(reading: string, on: Day, facts: Facts): Day {
  const opened = facts['dossier.openedOn'];
  return reading === 'opened' && isDay(opened) && opened < on ? opened : on;
}

const saysTheSame = (a: Verdict, b: Verdict): boolean => JSON.stringify(gist(a)) === JSON.stringify(gist(b));
const gist = ({ outcome, passed, reasons }: Verdict) => [
  outcome,
  passed,
  reasons.map((one) => [one.guard, one.outcome, one.threshold]),
];

function contextOf({ on, sources }: DayRules, step: string, facts: Facts, lawOn: Day): Context {
  const day = `${step}.on`;
  return {
    on,
    // Some hundred names, asked for several times an act: copied only where the day is to be put in.
    facts: facts[day] === undefined ? { ...facts, [day]: on } : facts,
    calendar: sources.calendar,
    resolve: (id, day) => sources.resolve(id, day ?? lawOn),
    nextChange: sources.nextChange,
    ladder: sources.ladder,
    stageOrder: (stage) => sources.stages.indexOf(String(stage)),
  };
}

function judgeStep({ procedure, version, step, context, lawOn }: Found, sources: Sources): Verdict {
  const checked = step.requires.flatMap((requirement) => check(requirement, context));
  const citations = sources.stepBasis(step, lawOn);
  const staged = procedure.about === 'candidacy' ? [stageReason(step, context, sources, citations)] : [];
  const reasons = [...staged, ...turnReason(step, context, citations), ...checked.map((one) => one.reason)];
  const votes = checked.filter((one) => one.requirement.record_shortfall);
  const passed = votes.length === 0 ? null : (votes[0]!.passed ?? null);
  const counting = reasons.filter(
    (reason) => !votes.some((vote) => vote.reason === reason && vote.passed === false),
  );
  const outcome = worst(counting.map((reason) => reason.outcome));
  const facts = passed === null ? context.facts : { ...context.facts, [`${step.id}.passed`]: passed };
  const stops = outcome === 'refused' || passed === false;
  const { id: ruleSet, guidance } = sources.textsOf(lawOn);
  return {
    outcome,
    on: context.on,
    ruleSet,
    guidance,
    procedure: procedure.id,
    version: version.version,
    step: step.id,
    reasons,
    clocks: stops ? [] : clocksOf(step.due, { ...context, facts }),
    leadsTo: stops ? null : leadsTo(step, facts),
    passed,
  };
}

interface Checked {
  requirement: Requirement;
  reason: Reason;
  passed: boolean | null | undefined;
}

function check(requirement: Requirement, context: Context): Checked[] {
  if (holds(requirement.when, context.facts) !== true) return [];
  const guard = guards[requirement.guard];
  if (!guard) throw new Error(`unknown guard: ${requirement.guard}`);
  const asked = guard.parameters(requirement.args as never);
  if (requirement.where_set && asked.every((id) => context.resolve(id).value === null)) return [];
  const { passed, earliestOn, wayOut, ...finding }: Finding = guard.judge(requirement.args as never, context);
  const way = { ...requirement.way_out, ...wayOut, earliestOn: earliestOn ?? null };
  const reason = { guard: requirement.guard, ...finding, wayOut: finding.outcome === 'allowed' ? null : way };
  return [{ requirement, reason, passed }];
}

function mayStart(step: Step, stage: string | null, stages: readonly string[]): boolean {
  if (step.from === 'any_open') return stage !== null && stage !== stages.at(-1);
  return stage === null ? step.from.length === 0 : step.from.includes(stage);
}

/** Where the dossier stands decides which steps are open; the order of the road is the product’s own and sure. */
function stageReason(step: Step, context: Context, sources: Sources, citations: Citation[]): Reason {
  const stage = context.facts['dossier.stage'];
  const held = typeof stage === 'string' ? stage : null;
  const missing = held === null && step.from.length > 0 ? ['dossier.stage'] : [];
  const ok = missing.length > 0 || mayStart(step, held, sources.stages);
  return {
    guard: 'stage',
    outcome: ok ? 'allowed' : 'refused',
    parameters: [],
    threshold: step.from,
    facts: held === null ? {} : { 'dossier.stage': held },
    missing,
    citations,
    readings: [],
    wayOut: ok ? null : takeOpenStep,
  };
}
const takeOpenStep = { step: null, by: null, earliestOn: null, code: 'take_open_step' };

/** Nothing was returned that could be submitted again, nothing paused that could go on. */
function turnReason({ when }: Step, { facts }: Context, citations: Citation[]): Reason[] {
  if (holds(when, facts) !== false) return [];
  const asked = (when ?? []).map(({ fact }) => [fact, facts[fact]]);
  return [
    {
      guard: 'turn',
      outcome: 'refused',
      parameters: [],
      threshold: null,
      facts: Object.fromEntries(asked),
      missing: [],
      citations,
      readings: [],
      wayOut: takeOpenStep,
    },
  ];
}

function leadsTo(step: Step, facts: Facts): string | null {
  const stage = facts['dossier.stage'];
  const rule = step.leads_to.find(
    (one) =>
      (!one.from || !isHeld(facts, 'dossier.stage') || one.from.includes(String(stage))) &&
      holds(one.when, facts) === true,
  );
  return rule && rule.to !== stage ? rule.to : null;
}

const clocksOf = (dues: readonly Due[], context: Context): Clock[] =>
  dues
    .filter((due) => holds(due.when, context.facts) === true)
    .flatMap((due) => runClock(due, context).filter(({ limit }) => !due.where_set || limit !== null));

function effectOf(step: Step, context: Context): Effect | null {
  const { effect } = step;
  if (!effect || holds(effect.when, context.facts) !== true) return null;
  return {
    status: effect.status,
    on: effectDay(effect.day, context),
    seniorityFrom: seniorityOf(effect.seniority, context.facts),
    annuls: effect.annuls,
  };
}

function seniorityOf(rule: NonNullable<Step['effect']>['seniority'], facts: Facts): FactValue {
  if (!rule || (rule.unless && isHeld(facts, rule.unless))) return null;
  return facts[rule.fact] ?? null;
}

/** The day itself, or so many months after it by the law of that day; a day known in part gives no exact day. */
function effectDay({ fact, months }: NonNullable<Step['effect']>['day'], context: Context): FactValue {
  const start = context.facts[fact] ?? null;
  if (!months) return start;
  const count = isDay(start) ? context.resolve(months, start).value : null;
  return isDay(start) && typeof count === 'number' ? addMonths(start, count) : null;
}
