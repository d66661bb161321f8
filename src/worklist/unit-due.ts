// What a unit owes in routine work: of each routine that concerns its kind, the first calendar period that nobody has
// covered yet. No day of today is asked, so a routine nobody ever did stands with its oldest period.
import { addDays, type Day, earliest } from '../platform/day.ts';
import type { Regulations } from '../rules/index.ts';
import type { Due, Step } from '../rules/procedure.ts';
import { reachesTo } from '../rules/provisions/provision.ts';
import type { Clock, Facts } from '../rules/verdict.ts';
import { type DueRow, dueRowOf } from './due.ts';
import { coveredUntil, periodWord, readPeriod, type Span } from './period.ts';

export interface UnitFacts {
  id: number;
  kind: string;
  type: string | null;
  path: string;
  /** the later of the founding and the day of set-up */
  keptOn: Day;
  /** periods covered, by a record (of a step) or by hand (of a clock) */
  done: readonly ({ step: string | null; clock: string | null } & Span)[];
}

export interface RoutineStep {
  procedure: string;
  step: Step;
}

/** Every routine of the regulations, in their newest version. */
export const routineSteps = ({ procedures, findStep }: Regulations): RoutineStep[] =>
  procedures
    .filter(({ about }) => about === 'unit')
    .flatMap(({ id, versions }) => {
      const ids = new Set(versions.flatMap(({ steps }) => steps.map((step) => step.id)));
      return [...ids].flatMap((one) => {
        const step = findStep(one);
        return step ? [{ procedure: id, step }] : [];
      });
    });

export interface Asked {
  regulations: Regulations;
  unit: UnitFacts;
  routine: RoutineStep;
  due: Due;
}

export const dueOfUnit = (regulations: Regulations, unit: UnitFacts): DueRow[] =>
  routineSteps(regulations).flatMap((routine) =>
    routine.step.due.flatMap((due) => {
      const clock = openPeriod({ regulations, unit, routine, due });
      return clock ? rowOf(unit, routine.step.id, clock) : [];
    }),
  );

const rowOf = (unit: UnitFacts, step: string, clock: Clock): DueRow[] =>
  dueRowOf(clock, {
    caseKind: 'unit',
    caseId: String(unit.id),
    part: clock.limit === null ? '' : periodWord(clock.startsOn, clock.limit),
    step,
    unitId: unit.id,
    personId: null,
  });

/**
 * The first uncovered period under the law of its first day. Where no value held then – a rule that came later, a
 * practice that a committee took up later – it is the first period of the day from which one holds; none, no line.
 */
function openPeriod(asked: Asked): Clock | null {
  for (const since of startsOf(asked)) {
    const clock = clockFrom(asked, since);
    if (clock && clock.limit !== null) return clock;
  }
  return null;
}

const argsOf = ({ args }: Due) => args as { done: string; since: string; parameter: string };

/** Days on which another value may hold for this unit. */
function startsOf({ regulations, unit, due }: Asked): Day[] {
  const { parameter } = argsOf(due);
  const values = regulations.parameters.find(({ id }) => id === parameter)?.values ?? [];
  const laid = regulations.overlays.provisions.filter(
    (one) => one.parameter === parameter && reachesTo(one, unit.path),
  );
  const days = [...values.map(({ from }) => from), ...laid.map(({ fromOn }) => fromOn)].toSorted();
  return [unit.keptOn, ...new Set(days.filter((day) => day > unit.keptOn))];
}

function clockFrom({ regulations, unit, routine, due }: Asked, since: Day): Clock | null {
  const covered = coveredUntil(since, spansOf(unit, due));
  const facts: Facts = {
    'unit.kind': unit.kind,
    'unit.type': unit.type ?? undefined,
    [argsOf(due).since]: since,
    [argsOf(due).done]: covered ?? undefined,
  };
  const on = covered === null ? since : addDays(covered, 1);
  const rules = regulations.inForce(on, { path: unit.path });
  return rules.clocks(routine.procedure, routine.step.id, facts).find((clock) => clock.id === due.id) ?? null;
}

const spansOf = ({ done }: UnitFacts, due: Due): Span[] =>
  done.filter(({ step, clock }) => clock === due.id || (step !== null && due.ends_with.includes(step)));

/** The months of the routine's period on a day; null where it does not concern this unit, or is not in use. */
const monthsOn = (asked: Asked, day: Day): number | null =>
  clockFrom({ ...asked, unit: { ...asked.unit, done: [] } }, day)?.limit ?? null;

/** The period of this word, if it is a whole one of the law of its first day, or of the first on which one held. */
export function knownPeriod(asked: Asked, word: string): Span | null {
  const period = readPeriod(word);
  if (!period) return null;
  const first = period.from > asked.unit.keptOn ? period.from : asked.unit.keptOn;
  const later = startsOf(asked).filter((day) => day > first && day <= period.until);
  for (const day of [first, ...later]) {
    const months = monthsOn(asked, day);
    if (months !== null)
      return months === period.months && periodWord(period.from, months) === word ? period : null;
  }
  return null;
}

export const keptFrom = (foundedOn: string | null, setUpOn: Day): Day =>
  foundedOn !== null && earliest(foundedOn) > setUpOn ? earliest(foundedOn) : setUpOn;
