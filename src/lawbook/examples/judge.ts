// One case judged: the full answer that the command line prints and the pages show – outcome, reasons in words, the
// articles, the days that follow, what the person becomes. Nothing here knows a rule by name.
import { type Day, isDay } from '../../platform/day.ts';
import type { Message } from '../../platform/messages.ts';
import type { CaseOutcome, Question } from './case.ts';
import { explain, type Words, wordsOf } from '../../wording/explain.ts';
import type { Regulations } from '../../rules/content.ts';
import type { Resolved } from '../../rules/parameter.ts';
import { type FactFault, findImpossible } from '../../acts/possible/facts.ts';
import type { Effect } from '../../rules/ruleset.ts';
import type { Clock, Facts, Outcome, Reason, Verdict } from '../../rules/verdict.ts';
import { type CalendarStatus, statusOf } from '../../calendar/workdays.ts';
import { completeFacts } from './complete.ts';
import { allSteps, knownFacts } from '../../acts/known.ts';

export interface AnsweredReason extends Reason {
  text: Message;
}

export interface AnsweredClock extends Clock {
  /** the judged act starts it, or ends it */
  role: 'starts' | 'ends';
  /** how sure the calendar of these days is; null for a clock of months or without a due day */
  calendar: CalendarStatus | null;
  /** the day on which it was done, when the case says so */
  by: Day | null;
  verdict: 'in_time' | 'late' | null;
}

export interface Answer {
  id: string;
  title: string | null;
  on: Day;
  step: string;
  label: Message;
  outcome: CaseOutcome;
  passed: boolean | null;
  leadsTo: string | null;
  procedure: string;
  version: string | null;
  ruleSet: string;
  guidance: string[];
  /** why the facts cannot have been; only of 'invalid' */
  faults: FactFault[];
  reasons: AnsweredReason[];
  clocks: AnsweredClock[];
  effect: Effect | null;
  /** the outcome by the other reading of a change of law in mid-road; null when it is the same */
  otherwise: Outcome | null;
  /** the value the case asks for */
  value: Resolved | null;
}

/** Throws RangeError for a step that no procedure has on that day: read the file with readCases first. */
export function judgeExample(regulations: Regulations, one: Question): Answer {
  const procedure = regulations.procedureOf(one.step);
  if (procedure === null) throw new RangeError(`no step ${one.step}`);
  const known = knownFacts(regulations);
  const facts = completeFacts(one.facts, known);
  const faults = findImpossible({ [`${one.step}.on`]: one.on, ...facts }, known);
  const asked = {
    id: one.id,
    title: one.title ?? null,
    on: one.on,
    step: one.step,
    label: regulations.findStep(one.step)?.label ?? { vi: one.step, en: one.step },
    procedure,
    faults,
    ...lawOf(regulations, one),
  };
  return faults.length > 0
    ? { ...asked, ...nothing }
    : { ...asked, ...judged(regulations, one, procedure, facts) };
}

/** What held that day; of a day that is no day nothing can be said. */
function lawOf(regulations: Regulations, { on, expect }: Question) {
  if (!isDay(on)) return { ruleSet: 'unknown', guidance: [], value: null };
  const rules = regulations.inForce(on, null);
  const value = expect?.value ? rules.value(expect.value.parameter) : null;
  return { ruleSet: rules.id, guidance: rules.guidance, value };
}

type Judged = Pick<
  Answer,
  'outcome' | 'passed' | 'leadsTo' | 'version' | 'reasons' | 'clocks' | 'effect' | 'otherwise'
>;
const nothing: Judged = {
  outcome: 'invalid',
  passed: null,
  leadsTo: null,
  version: null,
  reasons: [],
  clocks: [],
  effect: null,
  otherwise: null,
};

function judged(regulations: Regulations, one: Question, procedure: string, facts: Facts): Judged {
  const rules = regulations.inForce(one.on, null);
  const verdict = rules.judge(procedure, one.step, facts);
  const words = wordsOf(regulations);
  return {
    outcome: verdict.outcome,
    passed: verdict.passed,
    leadsTo: verdict.leadsTo,
    version: verdict.version,
    reasons: verdict.reasons.map((reason) => inWords(reason, words)),
    clocks: [
      ...started(regulations, one, facts, rules.clocks(procedure, one.step, after(one.step, facts, verdict))),
      ...ended(regulations, one, facts),
    ],
    effect: rules.effectOf(procedure, one.step, facts),
    otherwise: rules.judgeOtherwise(procedure, one.step, facts)?.outcome ?? null,
  };
}

const inWords = (reason: Reason, words: Words): AnsweredReason => ({
  ...reason,
  text: { vi: explain(reason, 'vi', words), en: explain(reason, 'en', words) },
});

const after = (step: string, facts: Facts, { passed }: Verdict): Facts =>
  passed === null ? facts : { ...facts, [`${step}.passed`]: passed };

/** Clocks that the act starts – shown even where it is refused, for a case often tells only what it asks about. */
function started(
  regulations: Regulations,
  one: Question,
  facts: Facts,
  clocks: readonly Clock[],
): AnsweredClock[] {
  const said = one.expect?.clock;
  return clocks.map((clock) => {
    const by = said?.id === clock.id && said.by ? said.by : doneOn(clock, facts);
    return answered(regulations, clock, 'starts', by);
  });
}

/** The first day, from its start on, on which one of the acts was taken that end it. */
const doneOn = (clock: Clock, facts: Facts): Day | null =>
  clock.endsWith
    .map((step) => facts[`${step}.on`])
    .filter((day): day is Day => isDay(day) && day >= clock.startsOn)
    .sort()[0] ?? null;

/** Clocks that began with an act among the facts and that the judged act ends. */
function ended(regulations: Regulations, one: Question, facts: Facts): AnsweredClock[] {
  const steps = allSteps(regulations).filter(
    ({ id, due }) => id !== one.step && due.some(({ ends_with }) => ends_with.includes(one.step)),
  );
  return [...new Set(steps.map(({ id }) => id))].flatMap((id) => {
    const procedure = regulations.procedureOf(id) ?? '';
    const begun = facts[`${id}.on`];
    const rules = regulations.inForce(isDay(begun) ? begun : one.on, null);
    return rules
      .clocks(procedure, id, { [`${id}.on`]: undefined, ...facts })
      .filter(({ endsWith, startsOn }) => endsWith.includes(one.step) && startsOn <= one.on)
      .map((clock) => answered(regulations, clock, 'ends', one.on));
  });
}

function answered(
  { calendar }: Regulations,
  clock: Clock,
  role: AnsweredClock['role'],
  by: Day | null,
): AnsweredClock {
  const { dueOn, startsOn, unit } = clock;
  const sure = dueOn !== null && unit === 'working_days' ? statusOf(calendar, startsOn, dueOn) : null;
  const verdict = by === null || dueOn === null ? null : by <= dueOn ? 'in_time' : 'late';
  return { ...clock, role, calendar: sure, by, verdict };
}
