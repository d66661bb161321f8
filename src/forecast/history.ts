// What past candidacies teach: their passages from stage to stage, laid down as rows of days that any “from this day
// to that day” can be asked of. Only stages, days and units go in: nothing about a person.
//
//   fitHistory(passages, { until, paths, targets? }) → Model  whole fit at once (tests, back-test)
//   gather(options) → { add(passages), laying() }           the same in portions, for a server that must answer meanwhile
//   openCasesOn(passages, on) → OpenCase[]                  who stood where on a day (also a past one)
//   Then src/forecast/outlook.ts: outlook(model, cases, { unitId, on, until, done }) → Outlook
//   and src/forecast/gate.ts: gateOf({ done, elapsed, rests: outlook.rests }) → null | why no probability is told
import { type Day, earliest, latest, type PartialDay } from '../platform/day.ts';
import { stagesBefore } from '../road/road.ts';

/** A candidacy entered a stage. 'admitted' and 'closed' end it here. Order in the list does not matter. */
export interface Passage {
  caseId: string;
  unitId: number;
  stage: string;
  on: PartialDay;
}

/** Units with their line of ancestors, top first, the unit itself last. A unit left out stands for itself alone. */
export type Paths = ReadonlyMap<number, readonly number[]>;

export interface HistoryOptions {
  /** last day the model may know of: later passages are not read */
  until: Day;
  paths: Paths;
  /** stages in order up to, without, 'admitted' */
  stages?: readonly string[];
  /** targets of past periods: from them it learns how far units hurry, or wait, as the target is far or near */
  targets?: readonly PastTarget[];
}

/** So many at least were asked of this unit in [from, to]. */
export interface PastTarget {
  unitId: number;
  from: Day;
  to: Day;
  minimum: number;
}

/** An open candidacy as the forecast sees it. `earliestOn`: first day the rules allow its ceremony, when known. */
export interface OpenCase {
  unitId: number;
  stage: string;
  since: Day;
  earliestOn?: Day | null;
  /** for “what if”: it stands there only from this day on, and may be admitted in the days that remain then */
  from?: Day;
}

/** Flat rows: sojourn i of a case = stays[i] from days[i] on; a case ends by admission, loss, or not yet (Infinity). */
export interface Past {
  cases: number;
  /** first sojourn of case c; sojourns of c are [firstOf[c], firstOf[c + 1]) */
  firstOf: Int32Array;
  stageOf: Int8Array;
  dayOf: Int32Array;
  unitOf: Int32Array;
  endOf: Int32Array;
  admitted: Uint8Array;
  /** unit that had the case when it ended, else the last one known */
  lastUnit: Int32Array;
}

export interface Model {
  until: Day;
  paths: Paths;
  stages: readonly string[];
  past: Past;
  targets: readonly PastTarget[];
  /** admissions whose way is known */
  admissions: number;
  /** first day from which the pool is known; null: it never is */
  since: Day | null;
  /** stretches once asked are kept: `on until` → what past years say of it (outlook.ts) */
  windows: Map<string, unknown>;
}

export const never = 2_147_483_647;
const dayMs = 86_400_000;
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
export const dayText = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10);

/** A month-only or year-only day counts as the middle of what it may mean. */
export function middleOf(on: PartialDay): number {
  return on.length === 10 ? dayNumber(on) : Math.floor((dayNumber(earliest(on)) + dayNumber(latest(on))) / 2);
}

interface Step {
  stage: number;
  on: number;
  unitId: number;
}
const admittedStage = 100;
const closedStage = 101;

export const fitHistory = (passages: Iterable<Passage>, options: HistoryOptions): Model => {
  const gathered = gather(options);
  gathered.add(passages);
  return atOnce(gathered.laying());
};

/** Runs a work in steps to its end. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export interface Gathered {
  add(passages: Iterable<Passage>): void;
  /** lays down what was added, with pauses: the caller decides when to go on */
  laying(): Generator<void, Model>;
}

/** Takes passages in as many portions as they come. */
export function gather({ until, paths, stages = stagesBefore, targets = [] }: HistoryOptions): Gathered {
  const order = new Map(stages.map((stage, index) => [stage, index]));
  order.set('admitted', admittedStage).set('closed', closedStage);
  const days = new Map<string, number>();
  const dayNumberOf = (on: PartialDay): number => {
    const known = days.get(on) ?? middleOf(on);
    days.set(on, known);
    return known;
  };
  const last = dayNumber(until);
  const byCase = new Map<string, Step[]>();
  const take = ({ caseId, unitId, ...passage }: Passage): void => {
    const [stage, on] = [order.get(passage.stage), dayNumberOf(passage.on)];
    if (stage === undefined || on > last) return;
    const held = byCase.get(caseId);
    if (held) held.push({ stage, on, unitId });
    else byCase.set(caseId, [{ stage, on, unitId }]);
  };
  return {
    add: (passages) => {
      for (const passage of passages) take(passage);
    },
    *laying() {
      const past = yield* layDown([...byCase.values()]);
      const known = { until, paths, stages, past, targets, windows: new Map() };
      return { ...known, ...wayKnown(past) };
    },
  };
}

/**
 * Days before the first admission of somebody whose way is known teach nothing: of those then in the pool only the ones
 * still open were taken over. A single old record does not move that day.
 */
function wayKnown({ cases, admitted, endOf, firstOf }: Past): Pick<Model, 'admissions' | 'since'> {
  const ends: number[] = [];
  for (let index = 0; index < cases; index += 1)
    if (admitted[index] === 1 && firstOf[index]! < firstOf[index + 1]!) ends.push(endOf[index]!);
  const first = ends.toSorted((a, b) => a - b)[Math.floor(ends.length / 100)];
  return { admissions: ends.length, since: first === undefined ? null : dayText(first) };
}

const perStep = 2_000;

function* layDown(found: Step[][]): Generator<void, Past> {
  const length = found.reduce((sum, steps) => sum + steps.length, 0);
  const past: Past = {
    cases: found.length,
    firstOf: new Int32Array(found.length + 1),
    stageOf: new Int8Array(length),
    dayOf: new Int32Array(length),
    unitOf: new Int32Array(length),
    endOf: new Int32Array(found.length),
    admitted: new Uint8Array(found.length),
    lastUnit: new Int32Array(found.length),
  };
  let at = 0;
  for (const [index, steps] of found.entries()) {
    if (index % perStep === 0) yield;
    at = layCase(past, index, at, steps);
  }
  past.firstOf[found.length] = at;
  return {
    ...past,
    stageOf: past.stageOf.slice(0, at),
    dayOf: past.dayOf.slice(0, at),
    unitOf: past.unitOf.slice(0, at),
  };
}

/** A case whose end alone is known keeps no sojourn: it still tells that somebody was admitted that day. */
function layCase(past: Past, index: number, from: number, steps: Step[]): number {
  steps.sort((a, b) => a.on - b.on || a.stage - b.stage);
  const ended = steps.find(({ stage }) => stage >= admittedStage);
  let at = from;
  past.firstOf[index] = from;
  for (const step of steps) {
    if (step === ended) break;
    past.stageOf[at] = step.stage;
    past.dayOf[at] = step.on;
    past.unitOf[at] = step.unitId;
    at += 1;
  }
  past.endOf[index] = ended?.on ?? never;
  past.admitted[index] = ended?.stage === admittedStage ? 1 : 0;
  past.lastUnit[index] = (ended ?? steps.at(-1))?.unitId ?? 0;
  return at;
}

/** Candidacies open at the end of a day, each with the stage it stood at and since when. */
export function openCasesOn(passages: Iterable<Passage>, on: Day): OpenCase[] {
  const model = fitHistory(passages, { until: on, paths: new Map() });
  return openCasesOf(model);
}

export function openCasesOf({ past, stages }: Model): OpenCase[] {
  const open: OpenCase[] = [];
  for (let index = 0; index < past.cases; index += 1) {
    const at = past.firstOf[index + 1]! - 1;
    if (past.endOf[index] !== never || at < past.firstOf[index]!) continue;
    open.push({
      unitId: past.unitOf[at]!,
      stage: stages[past.stageOf[at]!]!,
      since: dayText(past.dayOf[at]!),
    });
  }
  return open;
}
